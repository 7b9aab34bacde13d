// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QFont>
#include <QStyledItemDelegate>

namespace ponte::ui {

/// Roles that models of grids answer beside Qt's own.
enum GridRole {
    TabularRole = Qt::UserRole + 1, ///< true: digits of equal width (ids, keys, times)
    MutedRole, ///< true: not the cell's own text, such as that of a row still being read
};

constexpr int gridRowHeight = 26;

/// Paints the cells of all grids: one line, elided, with an icon. It does no more than that, because the time of a
/// frame is the time of its cells.
class GridDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GridDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ponte::ui
