// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/schedules/schedulemodel.h"

#include "core/work/schedulewords.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/griddelegate.h"
#include "ui/widgets/timetext.h"

#include <QLocale>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ScheduleModel::ScheduleModel(const Directory &directory, QObject *parent)
    : QAbstractTableModel(parent)
    , m_directory(directory)
{}

void ScheduleModel::setSchedules(const QList<work::Schedule> &schedules,
                                 const QHash<qint64, work::ScheduleRun> &latestRuns)
{
    const bool sameRows =
        std::equal(schedules.begin(), schedules.end(), m_schedules.begin(), m_schedules.end(),
                   [](const work::Schedule &left, const work::Schedule &right) { return left.id == right.id; });
    if (!sameRows)
        beginResetModel();
    m_schedules = schedules;
    m_latestRuns = latestRuns;
    if (!sameRows)
        endResetModel();
    else if (!schedules.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const work::Schedule *ScheduleModel::scheduleAt(int row) const
{
    return row >= 0 && row < m_schedules.size() ? &m_schedules.at(row) : nullptr;
}

int ScheduleModel::rowOf(qint64 schedule) const
{
    const auto found = std::find_if(m_schedules.begin(), m_schedules.end(),
                                    [schedule](const work::Schedule &each) { return each.id == schedule; });
    return found == m_schedules.end() ? -1 : int(found - m_schedules.begin());
}

void ScheduleModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_schedules.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ScheduleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_schedules.size());
}

int ScheduleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ScheduleModel::resultText(const work::Schedule &schedule) const
{
    const auto run = m_latestRuns.constFind(schedule.id);
    if (run == m_latestRuns.cend())
        return {};
    const work::ScheduleReport &report = run->report;
    // Its message tells what arrived and what did not.
    if (schedule.job == QStringView(work::reportJob) && run->endedAt.isValid())
        return report.message;
    QStringList parts;
    const auto add = [&parts](int count, const QString &text) {
        if (count > 0)
            parts.append(text.arg(QLocale().toString(count)));
    };
    add(report.succeeded, tr("%1 succeeded"));
    add(report.failed, tr("%1 failed"));
    add(report.skipped, tr("%1 skipped"));
    add(report.notAttempted, tr("%1 not attempted"));
    if (run->endedAt.isValid() && parts.isEmpty())
        parts.append(report.message.isEmpty() ? tr("nothing to do") : report.message);
    else if (run->endedAt.isValid() && !report.message.isEmpty())
        parts.append(report.message);
    return parts.join(u" · "_s);
}

QString ScheduleModel::cellText(const work::Schedule &schedule, int column) const
{
    const auto run = m_latestRuns.constFind(schedule.id);
    switch (column) {
    case Name:
        return schedule.name;
    case Company:
        return schedule.company ? m_directory.companyText(*schedule.company) : tr("all");
    case When:
        return work::ruleWords(schedule.rule, schedule.zone);
    case State:
        return schedule.isRunning ? tr("Running") : schedule.enabled ? tr("On") : tr("Off");
    case NextRun:
        return schedule.enabled && schedule.nextRun.isValid() ? timeText(schedule.nextRun) : tr("none");
    case LastRun:
        return run == m_latestRuns.cend() ? tr("never") : timeText(run->startedAt);
    case Result:
        return resultText(schedule);
    default:
        return {};
    }
}

QVariant ScheduleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const work::Schedule &schedule = m_schedules.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(schedule, index.column());
    case Qt::ToolTipRole:
        if (index.column() == NextRun && schedule.enabled)
            return utcText(schedule.nextRun);
        if (index.column() == LastRun && m_latestRuns.contains(schedule.id))
            return utcText(m_latestRuns.value(schedule.id).startedAt);
        if (index.column() == When)
            return u"%1\n%2"_s.arg(cellText(schedule, When), schedule.zone);
        return cellText(schedule, index.column());
    case TabularRole:
        return index.column() == NextRun || index.column() == LastRun;
    case MutedRole:
        return !schedule.enabled && !schedule.isRunning;
    default:
        return {};
    }
}

QVariant ScheduleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Company:
        return tr("Company");
    case When:
        return tr("When");
    case State:
        return tr("State");
    case NextRun:
        return tr("Next run");
    case LastRun:
        return tr("Last run");
    case Result:
        return tr("Result");
    default:
        return {};
    }
}

} // namespace ponte::ui
