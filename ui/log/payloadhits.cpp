// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadhits.h"

#include "ui/widgets/griddelegate.h"
#include "ui/widgets/timetext.h"

namespace ponte::ui {

void PayloadHits::clear()
{
    beginResetModel();
    m_hits.clear();
    endResetModel();
}

void PayloadHits::append(const QList<log::PayloadHit> &hits)
{
    if (hits.isEmpty())
        return;
    beginInsertRows({}, int(m_hits.size()), int(m_hits.size() + hits.size()) - 1);
    m_hits.append(hits);
    endInsertRows();
}

const log::PayloadHit *PayloadHits::at(int row) const
{
    return row >= 0 && row < m_hits.size() ? &m_hits.at(row) : nullptr;
}

int PayloadHits::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

int PayloadHits::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString PayloadHits::text(const log::PayloadHit &hit, int column)
{
    switch (column) {
    case Record:
        return QString::number(hit.record.id.value());
    case Item:
        return QString::number(hit.number);
    case At:
        return timeText(hit.at);
    case Where:
        if (hit.inSent && hit.inReceived)
            return tr("Sent and received");
        return hit.inSent ? tr("Sent") : tr("Received");
    case Excerpt:
        return hit.excerpt;
    default:
        return {};
    }
}

QVariant PayloadHits::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const log::PayloadHit &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(hit, index.column());
    case Qt::ToolTipRole:
        return index.column() == At ? utcText(hit.at) : text(hit, index.column());
    case TabularRole:
        return index.column() <= At;
    default:
        return {};
    }
}

QVariant PayloadHits::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Record:
        return tr("Log id");
    case Item:
        return tr("Attempt");
    case At:
        return tr("Created");
    case Where:
        return tr("Found in");
    case Excerpt:
        return tr("Text around it");
    default:
        return {};
    }
}

void PayloadHits::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_hits.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_hits.size()) - 1, columns - 1));
}

} // namespace ponte::ui
