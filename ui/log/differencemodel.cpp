// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/differencemodel.h"

#include "ui/log/codecolours.h"
#include "ui/widgets/griddelegate.h"
#include "ui/widgets/theme.h"

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

using DifferenceKind = log::PayloadDifference::Kind;

QString kindText(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Same:
        return DifferenceModel::tr("Same");
    case DifferenceKind::Changed:
        return DifferenceModel::tr("Changed");
    case DifferenceKind::OnlyLeft:
        return DifferenceModel::tr("Only left");
    case DifferenceKind::OnlyRight:
        return DifferenceModel::tr("Only right");
    }
    return {};
}

QString iconNameOf(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Same:
        return {};
    case DifferenceKind::Changed:
        return u"document-edit"_s;
    case DifferenceKind::OnlyLeft:
        return u"list-remove"_s;
    case DifferenceKind::OnlyRight:
        return u"list-add"_s;
    }
    return {};
}

} // namespace

void DifferenceModel::setDifferences(const QList<log::PayloadDifference> &differences, const QString &left,
                                     const QString &right)
{
    beginResetModel();
    m_differences = differences;
    m_left = left;
    m_right = right;
    m_differenceCount = 0;
    for (const log::PayloadDifference &difference : differences)
        m_differenceCount += difference.kind == DifferenceKind::Same ? 0 : 1;
    choose();
    endResetModel();
}

void DifferenceModel::setOnlyDifferences(bool only)
{
    if (m_isOnlyDifferences == only)
        return;
    beginResetModel();
    m_isOnlyDifferences = only;
    choose();
    endResetModel();
}

void DifferenceModel::choose()
{
    m_rows.clear();
    for (int row = 0; row < m_differences.size(); ++row) {
        if (!m_isOnlyDifferences || m_differences.at(row).kind != DifferenceKind::Same)
            m_rows.append(row);
    }
}

void DifferenceModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Kind), index(rowCount() - 1, Kind));
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const log::PayloadDifference &difference = m_differences.at(m_rows.at(index.row()));
    const std::array<QString, ColumnCount> texts {kindText(difference.kind), difference.path, difference.left,
                                                  difference.right};
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(QString(texts.at(size_t(index.column()))).simplified());
    case Qt::ToolTipRole:
        return texts.at(size_t(index.column()));
    case Qt::DecorationRole:
        if (index.column() == Kind && difference.kind != DifferenceKind::Same)
            return themeIcon(iconNameOf(difference.kind));
        return {};
    case TabularRole:
        return index.column() == Left || index.column() == Right;
    case MutedRole:
        return difference.kind == DifferenceKind::Same;
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("Difference");
    case Path:
        return tr("Place");
    case Left:
        return m_left;
    case Right:
        return m_right;
    default:
        return {};
    }
}

} // namespace ponte::ui
