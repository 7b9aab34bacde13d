// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>
#include <QTableView>

namespace ponte::ui {

/// A read-only table of rows: fixed row height, whole rows selected, J and K walk, Ctrl+C copies rows as TSV.
class Grid : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Grid)

public:
    explicit Grid(QWidget *parent = nullptr);

    void setColumnWidths(const QList<int> &widths);
    /// The column that takes what room is left while nobody has arranged the columns.
    void setGrowingColumn(int column);
    /// What stands in the middle while there are no rows; nothing where empty.
    void setEmptyText(const QString &text);
    /// Moves the current row; beyond the ends nothing happens.
    void step(int rows);
    /// Whether the first row is in sight at the top.
    [[nodiscard]] bool isAtTop() const;
    /// Typing letters does not search: the view's own search would walk through every row there is.
    void keyboardSearch(const QString &search) override { Q_UNUSED(search) }

Q_SIGNALS:
    void rowOpened(const QModelIndex &index); ///< Enter or double click
    void escaped();
    void copyRequested(const QList<int> &rows); ///< ascending

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_emptyText;
    int m_growingColumn = -1;
};

} // namespace ponte::ui
