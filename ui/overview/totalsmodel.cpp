// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/overview/totalsmodel.h"

#include "ui/widgets/griddelegate.h"
#include "ui/widgets/statustext.h"

#include <QCoreApplication>
#include <QLocale>

namespace ponte::ui {

namespace {

constexpr int totalsNameColumn = 0;
constexpr int totalsSumColumn = 1;
constexpr int totalsFirstStatus = 2;

} // namespace

TotalsModel::TotalsModel(const QList<IntegrationView> &integrations, QObject *parent)
    : QAbstractTableModel(parent)
{
    const QList<qint64> nothing(1 + allStatuses().size(), 0);
    m_rows.append({QString(), nullptr, nothing});
    for (const IntegrationView &view : integrations) {
        for (const integration::Functionality &functionality : view.descriptor.functionalities)
            m_rows.append({functionality.id, functionality.name, nothing});
    }
}

void TotalsModel::setReading(const OverviewReading &reading)
{
    m_reading = reading;
    for (Row &row : m_rows) {
        row.counts.fill(0);
        for (const log::TotalCell &cell : reading.totals.cells) {
            if (!row.functionality.isEmpty() && row.functionality != cell.functionality)
                continue;
            row.counts[0] += cell.count;
            row.counts[1 + allStatuses().indexOf(cell.status)] += cell.count;
        }
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

log::Filter TotalsModel::filterOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_reading.scope();
    const int status = index.column() - totalsFirstStatus;
    return m_reading.filterOf(m_rows.at(index.row()).functionality,
                              status >= 0 ? std::optional(allStatuses().at(status)) : std::nullopt);
}

void TotalsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int TotalsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TotalsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : totalsFirstStatus + int(allStatuses().size());
}

QVariant TotalsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isNumber = index.column() >= totalsSumColumn;
    const qint64 count = isNumber ? row.counts.at(index.column() - totalsSumColumn) : 0;
    switch (role) {
    case Qt::DisplayRole:
        if (isNumber)
            return QLocale().toString(count);
        return row.name ? QCoreApplication::translate("Integrations", row.name) : tr("All functionalities");
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return tr("Enter or double click shows these records in the monitor");
    case TabularRole:
        return isNumber;
    case MutedRole:
        return isNumber && count == 0;
    default:
        return {};
    }
}

QVariant TotalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const bool isStatus = section >= totalsFirstStatus;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == totalsNameColumn ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::DecorationRole && isStatus)
        return statusIcon(allStatuses().at(section - totalsFirstStatus));
    if (role != Qt::DisplayRole)
        return {};
    if (section == totalsNameColumn)
        return tr("Functionality");
    return isStatus ? statusText(allStatuses().at(section - totalsFirstStatus)) : tr("Total");
}

} // namespace ponte::ui
