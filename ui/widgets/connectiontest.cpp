// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/connectiontest.h"

#include "ui/widgets/activity.h"
#include "ui/widgets/answer.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;
using parameters::CheckLine;

namespace {

QString checkName(const QString &check)
{
    if (check == "name"_L1)
        return ConnectionTest::tr("Name");
    if (check == "address"_L1)
        return ConnectionTest::tr("Address");
    if (check == "tls"_L1)
        return ConnectionTest::tr("Encryption (TLS)");
    if (check == "credentials"_L1)
        return ConnectionTest::tr("Credentials");
    return ConnectionTest::tr("Harmless call");
}

QString outcomeName(const QString &outcome)
{
    if (outcome == "passed"_L1)
        return ConnectionTest::tr("✓ passed");
    if (outcome == "warning"_L1)
        return ConnectionTest::tr("! warning");
    return outcome == "failed"_L1 ? ConnectionTest::tr("✕ failed") : ConnectionTest::tr("– not judged");
}

} // namespace

ConnectionTest::ConnectionTest(const Session &session, const QString &systemName, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_systemName(systemName)
    , m_start(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_state(new QLabel(this))
    , m_grid(new QGridLayout)
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
    m_grid->setHorizontalSpacing(4 * gridUnit);
    m_grid->setVerticalSpacing(gridUnit);
    m_grid->setColumnStretch(2, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addLayout(row);
    layout->addLayout(m_grid);
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
    showLines();
    m_session.outside->test(
        m_session.actor, *trial, m_cancelToken,
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
    m_lines.clear();
    m_message.clear();
    m_isPassed.reset();
    showLines();
}

void ConnectionTest::handleAnswer(int job, const Result<QList<CheckLine>> &lines)
{
    // One that was cancelled answers late, and another may run by then.
    if (job != m_job)
        return;
    if (!lines) {
        m_message = lines.error().message;
        end(int(Activity::Outcome::Failed), m_message);
        return;
    }
    m_lines = *lines;
    const auto failed = std::find_if(m_lines.cbegin(), m_lines.cend(),
                                     [](const CheckLine &line) { return line.outcome == "failed"_L1; });
    m_isPassed = failed == m_lines.cend();
    m_message = *m_isPassed ? tr("%1 can be used.").arg(m_systemName) : tr("%1 cannot be used.").arg(m_systemName);
    end(int(*m_isPassed ? Activity::Outcome::Done : Activity::Outcome::Failed),
        *m_isPassed ? m_message : failed->message);
}

void ConnectionTest::end(int outcome, const QString &detail)
{
    m_session.activity.finish(std::exchange(m_job, 0), Activity::Outcome(outcome), detail);
    showLines();
    QAccessibleEvent event(m_state, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    Q_EMIT finished();
}

void ConnectionTest::showLines()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const CheckLine &line : std::as_const(m_lines)) {
        const int row = m_grid->rowCount();
        const auto add = [this, row](int column, const QString &text) {
            auto *label = new QLabel(text, this);
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(column == 2);
            label->setTextInteractionFlags(column == 2 ? Qt::TextSelectableByMouse : Qt::NoTextInteraction);
            m_grid->addWidget(label, row, column, Qt::AlignTop);
            return label;
        };
        QLabel *outcome = add(0, outcomeName(line.outcome));
        outcome->setForegroundRole(line.outcome == "failed"_L1 ? QPalette::BrightText : QPalette::WindowText);
        add(1, checkName(line.check));
        setMuted(add(2, line.message));
    }
    m_cancel->setVisible(isRunning());
    m_state->setText(isRunning() ? tr("Testing…") : m_message);
    m_state->setForegroundRole(m_isPassed.value_or(true) ? QPalette::WindowText : QPalette::BrightText);
}

void ConnectionTest::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConnectionTest::retranslate()
{
    m_start->setText(tr("&Test connection"));
    m_start->setAccessibleName(tr("Test the connection to %1").arg(m_systemName));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the test of the connection to %1").arg(m_systemName));
    showLines();
}

} // namespace ponte::ui
