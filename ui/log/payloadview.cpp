// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadview.h"

#include "core/log/logreader.h"
#include "ui/log/codeview.h"
#include "ui/log/payloadtext.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// More would take the editor longer to lay out than a person waits; copying always takes the whole.
constexpr qsizetype longestShown = 2'000'000;

} // namespace

PayloadView::PayloadView(storage::ReadPool &reads, security::Actor actor, QWidget *parent)
    : QWidget(parent)
    , m_reads(reads)
    , m_actor(std::move(actor))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_tabs(new QTabWidget(this))
    , m_raw(new QToolButton(this))
    , m_wrap(new QToolButton(this))
    , m_numbers(new QToolButton(this))
    , m_copy(new QToolButton(this))
{
    setupTabs();
    setupTools();
    m_stack->addWidget(m_tabs);
    m_stack->addWidget(m_statePage);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    clear();
    retranslate();
}

PayloadView::~PayloadView()
{
    m_ticket.cancel();
}

void PayloadView::setupTabs()
{
    const std::array<QString, PartCount> names {u"sentData"_s, u"receivedData"_s, u"detailData"_s};
    for (int part = 0; part < PartCount; ++part) {
        auto *page = new QWidget(m_tabs);
        m_views[part] = new CodeView(page);
        m_views[part]->setObjectName(names[part]);
        m_notes[part] = new QLabel(page);
        m_notes[part]->setContentsMargins(2 * gridUnit, gridUnit, 2 * gridUnit, gridUnit);
        m_notes[part]->setWordWrap(true);
        setMuted(m_notes[part]);
        auto *layout = new QVBoxLayout(page);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        layout->addWidget(m_notes[part]);
        layout->addWidget(m_views[part], 1);
        m_tabs->addTab(page, QString());
    }
    m_tabs->setObjectName(u"payloadTabs"_s);
    m_tabs->setDocumentMode(true);
}

void PayloadView::setupTools()
{
    auto *corner = new QWidget(m_tabs);
    auto *layout = new QHBoxLayout(corner);
    layout->setContentsMargins(gridUnit, 2, gridUnit, 2);
    layout->setSpacing(2);
    m_raw->setIcon(themeIcon(u"format-text-code"_s));
    m_wrap->setIcon(themeIcon(u"text-wrap"_s));
    m_numbers->setIcon(themeIcon(u"format-list-ordered"_s));
    m_copy->setIcon(themeIcon(u"edit-copy"_s));
    for (QToolButton *button : {m_raw, m_wrap, m_numbers, m_copy}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    for (QToolButton *button : {m_raw, m_wrap, m_numbers})
        button->setCheckable(true);
    m_numbers->setChecked(true);
    m_tabs->setCornerWidget(corner);
    connect(m_raw, &QToolButton::toggled, this, &PayloadView::showTexts);
    connect(m_wrap, &QToolButton::toggled, this, [this](bool wrap) {
        for (CodeView *view : m_views)
            view->setWrapping(wrap);
    });
    connect(m_numbers, &QToolButton::toggled, this, [this](bool numbered) {
        for (CodeView *view : m_views)
            view->setNumbered(numbered);
    });
    connect(m_copy, &QToolButton::clicked, this, &PayloadView::copyShown);
}

void PayloadView::setItem(const log::Item &item, CompanyId company)
{
    if (m_item == item.id)
        return;
    m_ticket.cancel();
    m_item = item.id;
    if (const Result<> allowed = m_actor.require(security::Action::ViewPersonalData, company); !allowed) {
        m_describeState = [this, reason = allowed.error().message] {
            showState(u"object-locked"_s, tr("You may not see this data"), reason);
        };
        m_describeState();
        return;
    }
    const auto work = [id = item.id](storage::Connection &connection) { return readTexts(connection, id); };
    m_ticket = m_reads.read<Texts>(this, work, [this](Result<Texts> texts) {
        if (texts) {
            m_texts = std::move(*texts);
            m_describeState = {};
            showTexts();
            return;
        }
        m_item.reset();
        m_describeState = [this, reason = texts.error().message] {
            showState(u"dialog-error"_s, tr("The data could not be read"), reason);
        };
        m_describeState();
    });
}

void PayloadView::clear()
{
    m_ticket.cancel();
    m_item.reset();
    m_texts = {};
    m_describeState = [this] { showState({}, {}, tr("Choose an item to see what was sent and received.")); };
    m_describeState();
}

Result<PayloadView::Texts> PayloadView::readTexts(storage::Connection &connection, LogItemId item)
{
    const Result<log::Payload> payload = log::LogReader(connection).payload(item);
    if (!payload)
        return tl::unexpected(payload.error());
    Texts texts;
    texts.raw = {payload->sent, payload->received, payload->detail};
    for (int part = 0; part < PartCount; ++part)
        texts.indented[part] = indented(texts.raw[part]);
    return texts;
}

void PayloadView::showTexts()
{
    for (int part = 0; part < PartCount; ++part) {
        const QString &text = m_raw->isChecked() ? m_texts.raw[part] : m_texts.indented[part];
        m_views[part]->setCode(text.size() > longestShown ? text.left(longestShown) : text);
        QString note;
        if (text.isEmpty())
            note = tr("Nothing was stored here.");
        else if (text.size() > longestShown)
            note = tr("Shown: the first %1 of %2 characters. Copying takes all of them.")
                       .arg(QLocale().toString(longestShown), QLocale().toString(text.size()));
        m_notes[part]->setText(note);
        m_notes[part]->setVisible(!note.isEmpty());
    }
    m_tabs->setTabVisible(Detail, !m_texts.raw[Detail].isEmpty());
    if (!m_describeState)
        m_stack->setCurrentWidget(m_tabs);
}

void PayloadView::showState(const QString &icon, const QString &title, const QString &text)
{
    m_statePage->show(icon, title, text);
    m_stack->setCurrentWidget(m_statePage);
}

void PayloadView::copyShown()
{
    const int part = m_tabs->currentIndex();
    QApplication::clipboard()->setText(m_raw->isChecked() ? m_texts.raw[part] : m_texts.indented[part]);
}

void PayloadView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PayloadView::retranslate()
{
    const std::array<QString, PartCount> titles {tr("Data sent"), tr("Data received"), tr("Detail")};
    for (int part = 0; part < PartCount; ++part) {
        m_tabs->setTabText(part, titles[part]);
        m_views[part]->setAccessibleName(titles[part]);
    }
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_raw, tr("As stored, without indentation"));
    name(m_wrap, tr("Wrap long lines"));
    name(m_numbers, tr("Line numbers"));
    name(m_copy, tr("Copy everything"));
    if (m_describeState)
        m_describeState();
    else
        showTexts();
}

} // namespace ponte::ui
