// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadloader.h"

#include "core/log/logreader.h"
#include "core/security/personaldata.h"

namespace ponte::ui {

namespace {

/// Characters; what is longer is first shown from its beginning, because masking all of it takes longer than a person
/// waits without noticing.
constexpr qsizetype longestAtOnce = 500'000;
constexpr qsizetype beginningShown = 100'000;

} // namespace

PayloadLoader::PayloadLoader(storage::ReadPool &reads, QObject *parent)
    : QObject(parent)
    , m_reads(reads)
{
    m_noticed.setSingleShot(true);
    m_noticed.setInterval(std::chrono::milliseconds(150));
    connect(&m_noticed, &QTimer::timeout, this, [this] {
        m_state = State::Reading;
        Q_EMIT changed();
    });
}

PayloadLoader::~PayloadLoader()
{
    m_ticket.cancel();
}

void PayloadLoader::setItem(LogItemId item)
{
    if (m_item == item)
        return;
    m_item = item;
    reload();
}

void PayloadLoader::clear()
{
    m_ticket.cancel();
    m_noticed.stop();
    m_item.reset();
    m_isRevealed = false;
    m_content = nothing();
    m_state = State::Nothing;
    Q_EMIT changed();
}

void PayloadLoader::setForm(PayloadText::Form form)
{
    if (m_form == form)
        return;
    m_form = form;
    reload();
}

void PayloadLoader::setRevealed(bool revealed)
{
    if (m_isRevealed == revealed)
        return;
    m_isRevealed = revealed;
    reload();
}

void PayloadLoader::reload()
{
    m_ticket.cancel();
    if (!m_item)
        return;
    m_noticed.start();
    read(false);
}

void PayloadLoader::read(bool whole)
{
    const Order order {*m_item, m_form, m_isRevealed, whole};
    const auto work = [order](storage::Connection &connection) { return read(connection, order); };
    m_ticket = m_reads.read<Content>(this, work, [this](Result<Content> content) {
        m_noticed.stop();
        m_state = content ? State::Ready : State::Failed;
        m_errorText = content ? QString() : content.error().message;
        m_content = content ? std::move(*content) : nothing();
        Q_EMIT changed();
        if (!m_content.isWhole)
            read(true);
    });
}

PayloadLoader::Content PayloadLoader::nothing()
{
    Content content;
    for (auto &text : content.texts)
        text = PayloadText::make({}, PayloadText::Form::Stored);
    return content;
}

Result<PayloadLoader::Content> PayloadLoader::read(storage::Connection &connection, const Order &order)
{
    const Result<log::Payload> payload = log::LogReader(connection).payload(order.item);
    if (!payload)
        return tl::unexpected(payload.error());
    const std::array<QString, PartCount> parts {payload->sent, payload->received, payload->detail};
    Content content;
    for (int part = 0; part < PartCount; ++part) {
        const bool isCut = !order.isWhole && parts[part].size() > longestAtOnce;
        const QString stored = isCut ? parts[part].left(beginningShown) : parts[part];
        const QString masked = security::maskedPayload(stored);
        const QString &shown = order.isRevealed ? stored : masked;
        content.hasPersonalData = content.hasPersonalData || masked != stored;
        content.isWhole = content.isWhole && !isCut;
        content.texts[part] = isCut ? PayloadText::beginning(shown, order.form) : PayloadText::make(shown, order.form);
    }
    return content;
}

} // namespace ponte::ui
