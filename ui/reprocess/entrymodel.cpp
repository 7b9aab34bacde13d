// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reprocess/entrymodel.h"

#include "core/log/logreader.h"
#include "core/security/personaldata.h"
#include "ui/reprocess/batchtext.h"
#include "ui/widgets/griddelegate.h"
#include "ui/widgets/statustext.h"

#include <QHash>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

EntryModel::EntryModel(storage::ReadPool &reads, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reads(reads)
{}

EntryModel::~EntryModel()
{
    m_ticket.cancel();
}

void EntryModel::setBatch(qint64 batch, const QList<work::EntryState> &states)
{
    m_ticket.cancel();
    beginResetModel();
    m_rows.clear();
    m_batch = batch;
    m_filter.states = states;
    m_hasMore = false;
    m_firstVisible = 0;
    endResetModel();
    m_isReading = false;
    readAfter(0);
}

void EntryModel::refresh()
{
    if (m_isReading) {
        m_isStale = true;
        return;
    }
    readAfter(std::clamp(m_firstVisible, 0, int(m_rows.size())));
}

void EntryModel::readAfter(int row)
{
    m_isReading = true;
    const LogRecordId after = row > 0 ? m_rows.at(row - 1).entry.record : LogRecordId();
    const auto work = [batch = m_batch, filter = m_filter, after](storage::Connection &connection) {
        return read(connection, batch, filter, after);
    };
    m_ticket = m_reads.read<QList<Row>>(this, work, [this, row](const Result<QList<Row>> &rows) {
        m_isReading = false;
        m_errorText = rows ? QString() : rows.error().message;
        if (rows)
            show(row, *rows);
        Q_EMIT loaded();
        if (std::exchange(m_isStale, false))
            refresh();
    });
}

Result<QList<EntryModel::Row>> EntryModel::read(storage::Connection &connection, qint64 batch,
                                                const work::EntryFilter &filter, LogRecordId after)
{
    const Result<QList<work::BatchEntry>> entries = work::entries(connection, batch, filter, after, pageSize);
    if (!entries)
        return tl::unexpected(entries.error());
    if (entries->isEmpty())
        return QList<Row>();
    log::Filter chosen;
    for (const work::BatchEntry &entry : *entries)
        chosen.ids.append(entry.record);
    const Result<log::Page> page =
        log::LogReader(connection).page(chosen, {log::SortColumn::Id, false}, {}, int(chosen.ids.size()));
    if (!page)
        return tl::unexpected(page.error());
    QHash<LogRecordId, log::Record> records;
    for (const log::Record &record : page->records)
        records.insert(record.id, record);
    QList<Row> rows;
    for (const work::BatchEntry &entry : *entries) {
        const auto record = records.constFind(entry.record);
        if (record == records.cend())
            rows.append({entry, {}, {}});
        else
            rows.append({entry, record->keyValues, record->status});
    }
    return rows;
}

void EntryModel::show(int from, const QList<Row> &rows)
{
    const bool isEnd = rows.size() < pageSize;
    const auto last = rows.isEmpty() ? LogRecordId() : rows.last().entry.record;
    const auto until = isEnd ? m_rows.cend()
                             : std::find_if(m_rows.cbegin() + from, m_rows.cend(),
                                            [last](const Row &row) { return last < row.entry.record; });
    const int to = int(until - m_rows.cbegin());
    m_hasMore = isEnd ? false : to == m_rows.size() || m_hasMore;
    // What is the same record as before only changes, so that selection and place in the list stay.
    int same = 0;
    while (same < rows.size() && from + same < to && m_rows.at(from + same).entry.record == rows.at(same).entry.record)
    {
        m_rows[from + same] = rows.at(same);
        ++same;
    }
    if (same > 0)
        Q_EMIT dataChanged(index(from, 0), index(from + same - 1, ColumnCount - 1));
    if (from + same < to) {
        beginRemoveRows({}, from + same, to - 1);
        m_rows.remove(from + same, to - from - same);
        endRemoveRows();
    }
    if (same < rows.size()) {
        beginInsertRows({}, from + same, from + int(rows.size()) - 1);
        for (int i = same; i < rows.size(); ++i)
            m_rows.insert(from + i, rows.at(i));
        endInsertRows();
    }
}

bool EntryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isReading;
}

void EntryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        readAfter(int(m_rows.size()));
}

LogRecordId EntryModel::recordAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).entry.record : LogRecordId();
}

int EntryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EntryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EntryModel::cellText(const Row &row, int column) const
{
    switch (column) {
    case Id:
        return QString::number(row.entry.record.value());
    case KeyValues:
        return row.keyValues;
    case Status:
        return row.status ? statusText(*row.status) : QString();
    case Outcome:
        return outcomeText(row.entry.state);
    case Reason:
        return row.entry.message.isEmpty() ? planReasonText(row.entry.reason) : security::maskedText(row.entry.message);
    default:
        return {};
    }
}

QVariant EntryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cellText(row, index.column());
    case Qt::DecorationRole:
        return index.column() == Status && row.status ? QVariant(statusIcon(*row.status)) : QVariant();
    case TabularRole:
        return index.column() == Id || index.column() == KeyValues;
    case MutedRole:
        return row.entry.state == work::EntryState::Excluded;
    default:
        return {};
    }
}

QVariant EntryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Id:
        return tr("Log id");
    case KeyValues:
        return tr("Key values");
    case Status:
        return tr("Status");
    case Outcome:
        return tr("Outcome");
    case Reason:
        return tr("Why");
    default:
        return {};
    }
}

void EntryModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace ponte::ui
