// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/schedules/runmodel.h"

#include "ui/widgets/griddelegate.h"
#include "ui/widgets/timetext.h"

#include <QLocale>

#include <algorithm>

namespace ponte::ui {

namespace {

bool isCount(int column)
{
    return column >= RunModel::Planned && column <= RunModel::NotAttempted;
}

int countOf(const work::ScheduleReport &report, int column)
{
    switch (column) {
    case RunModel::Planned:
        return report.planned;
    case RunModel::Succeeded:
        return report.succeeded;
    case RunModel::Failed:
        return report.failed;
    case RunModel::Skipped:
        return report.skipped;
    default:
        return report.notAttempted;
    }
}

} // namespace

RunModel::RunModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void RunModel::setRuns(const QList<work::ScheduleRun> &runs)
{
    const bool sameRows =
        std::equal(runs.begin(), runs.end(), m_runs.begin(), m_runs.end(),
                   [](const work::ScheduleRun &left, const work::ScheduleRun &right) { return left.id == right.id; });
    if (!sameRows)
        beginResetModel();
    m_runs = runs;
    if (!sameRows)
        endResetModel();
    else if (!runs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RunModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_runs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunModel::cellText(const work::ScheduleRun &run, int column)
{
    if (isCount(column))
        return run.endedAt.isValid() ? QLocale().toString(countOf(run.report, column)) : QString();
    switch (column) {
    case Started:
        return timeText(run.startedAt);
    case Ended:
        return run.endedAt.isValid() ? timeText(run.endedAt) : tr("Running");
    case By:
        return run.who == QLatin1String("ponte") ? tr("by itself") : run.who;
    case Message:
        return run.report.message;
    default:
        return {};
    }
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const work::ScheduleRun &run = m_runs.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(run, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Started)
            return utcText(run.startedAt);
        if (index.column() == Ended && run.endedAt.isValid())
            return utcText(run.endedAt);
        return cellText(run, index.column());
    case Qt::TextAlignmentRole:
        return isCount(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case TabularRole:
        return index.column() == Started || index.column() == Ended || isCount(index.column());
    default:
        return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isCount(section))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Started:
        return tr("Started");
    case Ended:
        return tr("Ended");
    case By:
        return tr("By");
    case Planned:
        return tr("Planned");
    case Succeeded:
        return tr("Succeeded");
    case Failed:
        return tr("Failed");
    case Skipped:
        return tr("Skipped");
    case NotAttempted:
        return tr("Not attempted");
    case Message:
        return tr("Message");
    default:
        return {};
    }
}

} // namespace ponte::ui
