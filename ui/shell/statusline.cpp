// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/shell/statusline.h"

#include "ui/shell/healthline.h"
#include "ui/widgets/activity.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace ponte::ui {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_database(new QLabel(this))
    , m_health(new HealthLine(this))
    , m_jobs(new QToolButton(this))
    , m_age(new QLabel(this))
    , m_listening(new QLabel(this))
    , m_zone(new QLabel(this))
{
    m_database->setObjectName(u"statusDatabase"_s);
    m_age->setObjectName(u"statusAge"_s);
    m_listening->setObjectName(u"statusListening"_s);
    m_zone->setObjectName(u"statusZone"_s);
    m_database->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_database->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * gridUnit, gridUnit + 1, 4 * gridUnit, gridUnit);
    layout->setSpacing(5 * gridUnit);
    layout->addWidget(m_database, 1);
    layout->addWidget(m_health);
    layout->addWidget(m_jobs);
    for (QLabel *label : {m_age, m_listening, m_zone})
        layout->addWidget(label);
    for (QLabel *label : {m_database, m_age, m_listening, m_zone}) {
        label->setFont(fontOf(TextSize::Small));
        label->setTextFormat(Qt::PlainText);
        setMuted(label);
    }
    m_jobs->setObjectName(u"statusJobs"_s);
    m_jobs->setAutoRaise(true);
    m_jobs->hide();
    connect(m_jobs, &QToolButton::clicked, this, &StatusLine::activityRequested);
    m_ageTimer.setInterval(std::chrono::seconds(1));
    connect(&m_ageTimer, &QTimer::timeout, this, &StatusLine::showAge);
    retranslate();
}

void StatusLine::start()
{
    m_isStarted = true;
    retranslate();
}

void StatusLine::attach(const Session &session)
{
    m_activity = &session.activity;
    m_jobs->setFont(fontOf(TextSize::Small));
    // The jobs come and go; the page above keeps its height.
    const QMargins margins = layout()->contentsMargins();
    setMinimumHeight(m_jobs->sizeHint().height() + margins.top() + margins.bottom());
    connect(m_activity, &Activity::changed, this, &StatusLine::showJobs);
    m_health->attach(session);
    showJobs();
}

void StatusLine::detach()
{
    m_health->detach();
    if (m_activity)
        m_activity->disconnect(this);
    m_activity = nullptr;
    m_jobs->hide();
}

void StatusLine::showJobs()
{
    if (!m_activity)
        return;
    const int running = m_activity->runningCount();
    m_jobs->setVisible(!m_activity->entries().isEmpty());
    m_jobs->setText(running > 0 ? tr("%n job(s) running", nullptr, running) : tr("Nothing running"));
    m_jobs->setToolTip(tr("Shows what runs and what ended lately (Ctrl+J)"));
}

void StatusLine::setDatabase(const QString &address)
{
    m_address = address;
    m_database->setText(address.isEmpty() ? QString() : tr("Database: %1").arg(address));
    m_database->setToolTip(m_database->text());
}

void StatusLine::setDataTime(const QDateTime &time)
{
    m_dataTime = time;
    if (time.isValid())
        m_ageTimer.start();
    else
        m_ageTimer.stop();
    showAge();
}

void StatusLine::setListening(const QString &address)
{
    m_listeningAddress = address;
    m_problem.clear();
    m_takenPort.reset();
    showListening();
}

void StatusLine::setPortTaken(quint16 port)
{
    m_takenPort = port;
    showListening();
}

void StatusLine::setListeningProblem(const QString &problem)
{
    m_problem = problem;
    showListening();
}

void StatusLine::showAge()
{
    m_age->setText(m_dataTime.isValid() ? tr("Data: %1").arg(ageText(m_dataTime, m_clock.now())) : QString());
    m_age->setToolTip(timeText(m_dataTime));
}

void StatusLine::showListening()
{
    const QString problem = m_takenPort ? tr("port %1 is taken by another program").arg(*m_takenPort) : m_problem;
    m_listening->setForegroundRole(problem.isEmpty() ? QPalette::PlaceholderText : QPalette::BrightText);
    if (!problem.isEmpty())
        m_listening->setText(tr("API: %1").arg(problem));
    else if (m_listeningAddress)
        m_listening->setText(m_listeningAddress->isEmpty() ? tr("API: not here")
                                                           : tr("API: %1").arg(*m_listeningAddress));
    if (m_takenPort)
        m_listening->setToolTip(tr("No sale arrives here until Ponte is started again with a free port (--listen)."));
    else if (problem.isEmpty() && m_listeningAddress && m_listeningAddress->isEmpty())
        m_listening->setToolTip(tr("This program does not receive sales; agents do."));
    else
        m_listening->setToolTip(m_listening->text());
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StatusLine::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), colors::border(palette()));
}

void StatusLine::retranslate()
{
    if (!m_isStarted)
        return;
    setDatabase(m_address);
    showAge();
    showListening();
    showJobs();
    m_zone->setText(zoneText(m_clock.now()));
    m_zone->setToolTip(tr("All times are shown in this zone; point at one to see it in UTC."));
}

} // namespace ponte::ui
