// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/schedules/runhistory.h"

#include "core/work/schedules.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tsv.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int runsShown = 200;

} // namespace

RunHistory::RunHistory(const Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_heading(new QLabel(this))
    , m_note(new QLabel(this))
    , m_grid(new Grid(this))
{
    m_heading->setFont(fontOf(TextSize::Heading));
    m_heading->setTextFormat(Qt::PlainText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_grid->setObjectName(u"runGrid"_s);
    m_grid->setModel(&m_model);
    m_grid->setColumnWidths({148, 148, 120, 84, 92, 84, 92, 112});
    m_grid->setGrowingColumn(RunModel::Message);
    connect(m_grid, &Grid::copyRequested, this,
            [this](const QList<int> &rows) { QGuiApplication::clipboard()->setText(tsvOf(m_model, rows)); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_heading);
    layout->addWidget(m_note);
    layout->addWidget(m_grid, 1);
    retranslate();
}

RunHistory::~RunHistory()
{
    m_ticket.cancel();
    // The view goes before the model it shows.
    delete m_grid;
}

void RunHistory::read(qint64 schedule, const QString &name)
{
    m_ticket.cancel();
    if (schedule != m_schedule) {
        m_model.setRuns({});
        m_isRead = false;
        m_error.reset();
    }
    m_schedule = schedule;
    m_name = name;
    retranslate();
    if (schedule == 0)
        return;
    const auto work = [actor = m_session.actor, schedule](storage::Connection &connection) {
        return work::Schedules::runs(actor, connection, schedule, runsShown);
    };
    m_ticket = m_session.database.reads().read<QList<work::ScheduleRun>>(
        this, work, [this](const Result<QList<work::ScheduleRun>> &runs) { use(runs); });
}

void RunHistory::use(const Result<QList<work::ScheduleRun>> &runs)
{
    m_error = runs ? std::nullopt : std::optional(runs.error());
    m_isRead = true;
    if (runs)
        m_model.setRuns(*runs);
    retranslate();
}

void RunHistory::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_model.retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void RunHistory::retranslate()
{
    m_heading->setText(m_schedule == 0 ? tr("Runs") : tr("Runs of '%1'").arg(m_name));
    m_grid->setAccessibleName(m_heading->text());
    const bool isEmpty = m_isRead && m_model.rowCount() == 0;
    m_note->setText(m_error   ? tr("The runs could not be read: %1").arg(m_error->message)
                    : isEmpty ? tr("It has not run yet.")
                              : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_grid->setVisible(m_model.rowCount() > 0);
}

} // namespace ponte::ui
