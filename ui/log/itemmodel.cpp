// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/itemmodel.h"

#include "core/log/logreader.h"
#include "core/log/masking.h"
#include "core/security/personaldata.h"
#include "ui/widgets/griddelegate.h"
#include "ui/widgets/statustext.h"
#include "ui/widgets/timetext.h"

#include <QApplication>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype beginningLength = 160;

QString beginningOf(const QString &payload)
{
    return security::maskedPayload(payload.left(4 * beginningLength)).simplified().left(beginningLength);
}

} // namespace

ItemModel::ItemModel(storage::ReadPool &reads, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reads(reads)
{}

ItemModel::~ItemModel()
{
    m_itemsTicket.cancel();
    m_beginningTicket.cancel();
}

void ItemModel::setRecord(LogRecordId record)
{
    m_itemsTicket.cancel();
    m_beginningTicket.cancel();
    if (m_record != record)
        clear();
    m_record = record;
    const auto work = [record](storage::Connection &connection) { return log::LogReader(connection).items(record); };
    m_itemsTicket = m_reads.read<QList<log::Item>>(this, work, [this](const Result<QList<log::Item>> &items) {
        m_errorText = items ? QString() : items.error().message;
        if (items)
            show(*items);
        Q_EMIT loaded();
    });
}

void ItemModel::clear()
{
    m_itemsTicket.cancel();
    m_beginningTicket.cancel();
    m_record.reset();
    m_errorText.clear();
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

void ItemModel::show(const QList<log::Item> &items)
{
    // Items are only ever added, so what is shown stays and new ones go on top.
    QList<Entry> added;
    for (const log::Item &item : items) {
        if (rowOf(item.id) < 0)
            added.prepend({m_isMasked ? log::masked(item) : item, {}});
    }
    if (!added.isEmpty()) {
        beginInsertRows({}, 0, int(added.size()) - 1);
        m_entries = added + m_entries;
        endInsertRows();
    }
    readNextBeginning();
}

void ItemModel::readNextBeginning()
{
    const auto next =
        std::find_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return !entry.beginning; });
    if (next == m_entries.end())
        return;
    const LogItemId id = next->item.id;
    const auto work = [id](storage::Connection &connection) -> Result<Beginning> {
        const Result<log::Payload> payload = log::LogReader(connection).payload(id);
        if (!payload)
            return tl::unexpected(payload.error());
        return Beginning {beginningOf(payload->sent), beginningOf(payload->received)};
    };
    m_beginningTicket = m_reads.read<Beginning>(this, work, [this, id](const Result<Beginning> &beginning) {
        const int row = rowOf(id);
        if (row < 0)
            return;
        m_entries[row].beginning = beginning ? *beginning : Beginning();
        Q_EMIT dataChanged(index(row, int(ItemColumn::Sent)), index(row, int(ItemColumn::Received)));
        readNextBeginning();
    });
}

QList<log::Item> ItemModel::itemsOldestFirst() const
{
    QList<log::Item> items;
    for (auto entry = m_entries.crbegin(); entry != m_entries.crend(); ++entry)
        items.append(entry->item);
    return items;
}

const log::Item *ItemModel::itemAt(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries.at(row).item : nullptr;
}

int ItemModel::rowOf(LogItemId item) const
{
    for (qsizetype row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).item.id == item)
            return int(row);
    }
    return -1;
}

void ItemModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, itemColumnCount - 1);
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_entries.size()) - 1, itemColumnCount - 1));
}

int ItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : itemColumnCount;
}

QString ItemModel::text(const Entry &entry, ItemColumn column) const
{
    switch (column) {
    case ItemColumn::Id:
        return QString::number(entry.item.id.value());
    case ItemColumn::Record:
        return QString::number(entry.item.record.value());
    case ItemColumn::Message:
        return entry.item.message;
    case ItemColumn::Status:
        return statusText(entry.item.status);
    case ItemColumn::Sent:
        return entry.beginning ? entry.beginning->sent : u"…"_s;
    case ItemColumn::Received:
        return entry.beginning ? entry.beginning->received : u"…"_s;
    case ItemColumn::Created:
        return timeText(entry.item.createdAt);
    case ItemColumn::Changed:
        return timeText(entry.item.changedAt);
    }
    return {};
}

QVariant ItemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    const auto column = ItemColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::DecorationRole:
        return column == ItemColumn::Status ? QVariant(statusIcon(entry.item.status)) : QVariant();
    case Qt::ToolTipRole:
        if (column == ItemColumn::Created)
            return utcText(entry.item.createdAt);
        if (column == ItemColumn::Changed)
            return utcText(entry.item.changedAt);
        return text(entry, column);
    case TabularRole:
        return isTabular(column);
    case MutedRole:
        return column == ItemColumn::Sent || column == ItemColumn::Received || column == ItemColumn::Record;
    default:
        return {};
    }
}

QVariant ItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= itemColumnCount)
        return {};
    return headerText(ItemColumn(section));
}

} // namespace ponte::ui
