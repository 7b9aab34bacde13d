// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/shell/healthline.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

HealthLine::HealthLine(QWidget *parent)
    : QWidget(parent)
    , m_rm(new QLabel(this))
    , m_erp(new QLabel(this))
    , m_broker(new QLabel(this))
    , m_workers(new QLabel(this))
{
    m_rm->setObjectName(u"healthRm"_s);
    m_erp->setObjectName(u"healthErp"_s);
    m_broker->setObjectName(u"healthBroker"_s);
    m_workers->setObjectName(u"healthWorkers"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4 * gridUnit);
    for (QLabel *label : {m_rm, m_erp, m_broker, m_workers}) {
        label->setTextFormat(Qt::PlainText);
        setMuted(label);
        layout->addWidget(label);
    }
}

void HealthLine::attach(const Session &session)
{
    m_session = &session;
    // A font of another size costs the first paint dearly, and this comes after it.
    for (QLabel *label : {m_rm, m_erp, m_broker, m_workers})
        label->setFont(fontOf(TextSize::Small));
    m_pulse = std::make_unique<Pulse>(std::chrono::seconds(1));
    // A pause that ends and a worker that dies write nothing, so the clock has to ask.
    m_pulse->follow(session.changes, std::chrono::seconds(5));
    connect(m_pulse.get(), &Pulse::due, this, &HealthLine::read);
    read();
}

void HealthLine::detach()
{
    m_pulse.reset();
    m_ticket.cancel();
    m_session = nullptr;
    m_state.reset();
    m_error.reset();
    showState();
}

void HealthLine::read()
{
    m_ticket.cancel();
    const auto work = [](storage::Connection &connection) -> Result<State> {
        const auto health = connection.query(u"work.all_health"_s);
        if (!health)
            return tl::unexpected(health.error());
        const auto processes = connection.query(u"work.processes_alive"_s);
        if (!processes)
            return tl::unexpected(processes.error());
        State state;
        for (const storage::Row &row : *health)
            state.destinations.append({row.text(u"destination"), row.number(u"stopped") != 0,
                                       row.number(u"verified") != 0, row.time(u"paused_until"),
                                       row.time(u"last_success"), row.text(u"last_error")});
        state.workers = int(std::count_if(processes->begin(), processes->end(),
                                          [](const storage::Row &row) { return row.number(u"runs_workers") != 0; }));
        return state;
    };
    m_ticket = m_session->database.reads().read<State>(this, work, [this](const Result<State> &state) {
        m_error = state ? std::nullopt : std::optional(state.error());
        if (state)
            m_state = *state;
        showState();
    });
}

void HealthLine::showState()
{
    showDestination(m_rm, u"RM"_s, u"rm"_s);
    showDestination(m_erp, u"ERP"_s, u"erp"_s);
    showDestination(m_broker, u"Broker"_s, u"broker"_s);
    if (!m_state) {
        m_workers->clear();
        return;
    }
    m_workers->setText(m_state->workers > 0 ? tr("%n worker(s)", nullptr, m_state->workers) : tr("✕ no worker"));
    m_workers->setForegroundRole(m_state->workers > 0 ? QPalette::PlaceholderText : QPalette::BrightText);
    m_workers->setToolTip(m_state->workers > 0
                              ? tr("Programs that work on sales, contracts and notices now.")
                              : tr("Nothing is sent and no schedule runs until a program with workers is started."));
}

void HealthLine::showDestination(QLabel *label, const QString &name, const QString &destination)
{
    label->clear();
    if (!m_state)
        return;
    const auto found = std::find_if(m_state->destinations.begin(), m_state->destinations.end(),
                                    [&](const Health &health) { return health.destination == destination; });
    QString text = u"○ "_s + name;
    QString reason = tr("%1 was not called yet").arg(name);
    bool isBad = false;
    if (found != m_state->destinations.end()) {
        const QDateTime now = m_session->clock.now();
        reason = found->lastError;
        if (found->isStopped) {
            text = tr("✕ %1 refuses the credentials").arg(name);
            isBad = true;
        } else if (found->pausedUntil.isValid() && found->pausedUntil > now) {
            text = tr("◐ %1 paused until %2").arg(name, timeText(found->pausedUntil).section(u' ', 1).left(5));
            isBad = true;
        } else if (found->lastSuccess.isValid() || found->wasVerified) {
            text = u"● "_s + name;
            reason = tr("%1 answered last on %2").arg(name, timeText(found->lastSuccess));
        } else if (!reason.isEmpty()) {
            text = tr("◐ %1 did not answer").arg(name);
            isBad = true;
        }
    }
    label->setText(text);
    label->setToolTip(reason);
    label->setAccessibleDescription(reason);
    label->setForegroundRole(isBad ? QPalette::BrightText : QPalette::PlaceholderText);
}

void HealthLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showState();
    QWidget::changeEvent(event);
}

} // namespace ponte::ui
