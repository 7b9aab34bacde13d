// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reprocess/planshares.h"

#include "core/security/personaldata.h"
#include "ui/reprocess/batchtext.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/griddelegate.h"
#include "ui/widgets/statustext.h"

#include <QLocale>

#include <algorithm>

namespace ponte::ui {

PlanShares::PlanShares(const Directory &directory, QObject *parent)
    : QAbstractTableModel(parent)
    , m_directory(directory)
{}

void PlanShares::setShares(const QList<work::PlanShare> &shares)
{
    m_shares = shares;
    retranslate();
}

void PlanShares::retranslate()
{
    beginResetModel();
    m_rows.clear();
    add(tr("Reason"), [](const work::PlanShare &share) { return planReasonText(share.reason); });
    add(tr("Status"), [](const work::PlanShare &share) { return statusText(share.status); });
    add(tr("Company"), [this](const work::PlanShare &share) { return m_directory.companyText(share.company); });
    add(tr("Level"),
        [this](const work::PlanShare &share) { return m_directory.levelText(share.company, share.level); });
    add(tr("Error signature"), [](const work::PlanShare &share) {
        return share.signatureText.isEmpty() ? tr("none") : security::maskedText(share.signatureText);
    });
    endResetModel();
}

void PlanShares::add(const QString &group, const std::function<QString(const work::PlanShare &)> &valueOf)
{
    QList<Row> rows;
    for (const work::PlanShare &share : std::as_const(m_shares)) {
        const QString value = valueOf(share);
        auto found = std::find_if(rows.begin(), rows.end(), [&value](const Row &row) { return row.value == value; });
        if (found == rows.end())
            found = rows.insert(rows.cend(), {group, value});
        (share.included ? found->included : found->leftOut) += share.count;
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &left, const Row &right) {
        return left.included + left.leftOut > right.included + right.leftOut;
    });
    if (!rows.isEmpty())
        rows.first().isFirst = true;
    m_rows += rows;
}

int PlanShares::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PlanShares::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanShares::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == TabularRole)
        return index.column() >= Included;
    if (role == MutedRole)
        return index.column() == Group;
    if (role == Qt::TextAlignmentRole && index.column() >= Included)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    // A screen reader comes to each row by itself: it hears the group in all of them.
    if (role == Qt::AccessibleTextRole && index.column() == Group)
        return row.group;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Group:
        return row.isFirst || role == Qt::ToolTipRole ? row.group : QString();
    case Value:
        return row.value;
    case Included:
        return QLocale().toString(row.included);
    case LeftOut:
        return QLocale().toString(row.leftOut);
    default:
        return {};
    }
}

QVariant PlanShares::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= Included)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Group:
        return tr("Split by");
    case Value:
        return tr("Value");
    case Included:
        return tr("Included");
    case LeftOut:
        return tr("Left out");
    default:
        return {};
    }
}

} // namespace ponte::ui
