// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/overview/overviewmodel.h"

#include "ui/widgets/griddelegate.h"
#include "ui/widgets/statustext.h"

#include <QLocale>

namespace ponte::ui {

namespace {

constexpr int companyColumn = 0;
constexpr int totalColumn = 1;
constexpr int firstStatusColumn = 2;

} // namespace

OverviewModel::OverviewModel(const Session &session, const Directory &directory, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_directory(directory)
{}

OverviewModel::~OverviewModel()
{
    m_ticket.cancel();
}

void OverviewModel::refresh()
{
    if (m_isReading)
        return;
    const auto maySee = [this](std::optional<CompanyId> company) {
        return m_session.actor.require(security::Action::ViewLog, company).has_value();
    };
    QList<std::optional<CompanyId>> companies;
    if (maySee({}))
        companies.append(std::nullopt);
    for (const Company &company : m_directory.companies()) {
        if (maySee(company.id))
            companies.append(company.id);
    }
    m_isReading = true;
    const auto work = [companies](storage::Connection &connection) { return readRows(connection, companies); };
    m_ticket = m_session.database.reads().read<QList<Row>>(this, work, [this](Result<QList<Row>> rows) {
        m_isReading = false;
        m_errorText = rows ? QString() : rows.error().message;
        if (rows)
            useRows(std::move(*rows));
        Q_EMIT refreshed();
    });
}

Result<QList<OverviewModel::Row>> OverviewModel::readRows(storage::Connection &connection,
                                                          const QList<std::optional<CompanyId>> &companies)
{
    const log::LogReader reader(connection);
    QList<Row> rows;
    for (const std::optional<CompanyId> company : companies) {
        Row row {company, {}};
        for (int column = totalColumn; column < firstStatusColumn + allStatuses().size(); ++column) {
            const Result<log::Count> count = reader.count(filterOf(company, column));
            if (!count)
                return tl::unexpected(count.error());
            row.counts.append(*count);
        }
        rows.append(row);
    }
    return rows;
}

log::Filter OverviewModel::filterOf(std::optional<CompanyId> company, int column)
{
    log::Filter filter;
    filter.company = company;
    if (column >= firstStatusColumn)
        filter.statuses = {allStatuses().at(column - firstStatusColumn)};
    return filter;
}

log::Filter OverviewModel::filterOf(const QModelIndex &index) const
{
    return index.isValid() ? filterOf(m_rows.at(index.row()).company, index.column()) : log::Filter();
}

void OverviewModel::useRows(QList<Row> rows)
{
    m_readAt = m_session.clock.now();
    if (rows.size() == m_rows.size()) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void OverviewModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
}

int OverviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OverviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : firstStatusColumn + int(allStatuses().size());
}

QVariant OverviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isNumber = index.column() >= totalColumn;
    switch (role) {
    case Qt::DisplayRole: {
        if (!isNumber)
            return row.company ? m_directory.companyText(*row.company) : tr("All companies");
        const log::Count &count = row.counts.at(index.column() - totalColumn);
        const QString text = QLocale().toString(count.value);
        return count.isExact ? text : tr("more than %1").arg(text);
    }
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return tr("Enter or double click shows these records in the monitor");
    case TabularRole:
        return isNumber;
    case MutedRole:
        return isNumber && row.counts.at(index.column() - totalColumn).value == 0;
    default:
        return {};
    }
}

QVariant OverviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const bool isStatus = section >= firstStatusColumn;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == companyColumn ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    if (section == companyColumn)
        return tr("Company");
    return isStatus ? statusText(allStatuses().at(section - firstStatusColumn)) : tr("Total");
}

} // namespace ponte::ui
