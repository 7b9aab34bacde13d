// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/connectiontest.h"

#include "ui/widgets/activity.h"
#include "ui/widgets/answer.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ConnectionTest::ConnectionTest(const Session &session, const QString &systemName, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_systemName(systemName)
    , m_start(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_state(new QLabel(this))
    , m_checks(new CheckList(this))
{
    m_start->setObjectName(u"testConnection"_s);
    m_cancel->setObjectName(u"cancelTest"_s);
    m_state->setObjectName(u"testState"_s);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addWidget(m_start);
    row->addWidget(m_cancel);
    row->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addLayout(row);
    layout->addWidget(m_checks);
    connect(m_start, &QPushButton::clicked, this, &ConnectionTest::start);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectionTest::cancel);
    m_start->setEnabled(session.outside && session.actor.require(security::Action::ManageConnections).has_value());
    retranslate();
}

ConnectionTest::~ConnectionTest()
{
    if (m_job == 0)
        return;
    m_cancelToken.cancel();
    m_session.activity.finish(m_job, Activity::Outcome::Cancelled);
}

void ConnectionTest::setTrial(std::function<std::optional<parameters::ConnectionTrial>()> trial)
{
    m_trial = std::move(trial);
}

void ConnectionTest::setSystemName(const QString &name)
{
    m_systemName = name;
    retranslate();
}

void ConnectionTest::setHasKey(bool hasKey)
{
    m_hasKey = hasKey;
    retranslate();
}

void ConnectionTest::start()
{
    if (isRunning() || !m_session.outside)
        return;
    const std::optional<parameters::ConnectionTrial> trial = m_trial();
    if (!trial)
        return;
    clear();
    m_cancelToken = CancelToken();
    m_job = m_session.activity.start(
        {{}, [name = m_systemName] { return tr("Test of the connection to %1").arg(name); }, [this] { cancel(); }});
    const int job = m_job;
    showState();
    m_session.outside->test(
        m_session.actor, *trial, m_cancelToken,
        newsTo<CheckLine>(this,
                          [this, job](const CheckLine &line) {
                              // One that was cancelled still tells, and another may run by then.
                              if (job == m_job)
                                  m_checks->add(line);
                          }),
        answerTo<Result<QList<CheckLine>>>(
            this, [this, job](const Result<QList<CheckLine>> &lines) { handleAnswer(job, lines); }));
}

void ConnectionTest::cancel()
{
    if (!isRunning())
        return;
    m_cancelToken.cancel();
    m_message = tr("The test was cancelled.");
    end(int(Activity::Outcome::Cancelled), {});
}

void ConnectionTest::clear()
{
    m_checks->clear();
    m_message.clear();
    m_isPassed.reset();
    m_isRefused = false;
    showState();
}

void ConnectionTest::handleAnswer(int job, const Result<QList<CheckLine>> &lines)
{
    if (job != m_job)
        return;
    if (!lines) {
        m_message = lines.error().message;
        m_isRefused = true;
        end(int(Activity::Outcome::Failed), m_message);
        if (lines.error().field == "secret"_L1)
            Q_EMIT secretNeeded();
        return;
    }
    for (qsizetype i = m_checks->lines().size(); i < lines->size(); ++i)
        m_checks->add(lines->at(i));
    const CheckLine *failed = m_checks->firstFailure();
    m_isPassed = failed == nullptr;
    m_message = *m_isPassed ? tr("%1 can be used.").arg(m_systemName) : tr("%1 cannot be used.").arg(m_systemName);
    end(int(*m_isPassed ? Activity::Outcome::Done : Activity::Outcome::Failed),
        *m_isPassed ? m_message : failed->message);
}

void ConnectionTest::end(int outcome, const QString &detail)
{
    m_session.activity.finish(std::exchange(m_job, 0), Activity::Outcome(outcome), detail);
    showState();
    QAccessibleEvent event(m_state, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    Q_EMIT finished();
}

void ConnectionTest::showState()
{
    m_cancel->setVisible(isRunning());
    m_state->setText(isRunning() ? tr("Testing…") : m_message);
    const bool isProblem = m_isRefused || !m_isPassed.value_or(true);
    m_state->setForegroundRole(isProblem ? QPalette::BrightText : QPalette::WindowText);
}

void ConnectionTest::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConnectionTest::retranslate()
{
    const QString text = tr("&Test connection");
    m_start->setText(m_hasKey ? text : QString(text).remove(u'&'));
    m_start->setAccessibleName(tr("Test the connection to %1").arg(m_systemName));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the test of the connection to %1").arg(m_systemName));
    showState();
}

} // namespace ponte::ui
