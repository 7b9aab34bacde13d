// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/grid.h"

#include "ui/widgets/griddelegate.h"
#include "ui/widgets/viewstate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ponte::ui {

Grid::Grid(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new GridDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(gridRowHeight);
    verticalHeader()->setDefaultSectionSize(gridRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    connect(this, &QTableView::doubleClicked, this, &Grid::rowOpened);
}

void Grid::setColumnWidths(const QList<int> &widths)
{
    for (qsizetype column = 0; column < widths.size(); ++column)
        setColumnWidth(int(column), widths.at(column));
}

void Grid::setGrowingColumn(int column)
{
    m_growingColumn = column;
    horizontalHeader()->setStretchLastSection(false);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (!horizontalHeader()->property(growingProperty).toBool())
            m_growingColumn = -1;
    });
}

void Grid::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    const int room = viewport()->width() - horizontalHeader()->length();
    if (m_growingColumn < 0 || room == 0)
        return;
    const int width = columnWidth(m_growingColumn) + room;
    horizontalHeader()->setProperty(growingProperty, true);
    if (width >= horizontalHeader()->defaultSectionSize())
        setColumnWidth(m_growingColumn, width);
    horizontalHeader()->setProperty(growingProperty, false);
}

void Grid::setEmptyText(const QString &text)
{
    m_emptyText = text;
    setAccessibleDescription(text);
    viewport()->update();
}

void Grid::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || !model() || model()->rowCount() > 0)
        return;
    constexpr int margin = 24;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

void Grid::step(int rows)
{
    if (!model() || model()->rowCount() == 0)
        return;
    const int current = currentIndex().isValid() ? currentIndex().row() : (rows > 0 ? -1 : 0);
    const int row = std::clamp(current + rows, 0, model()->rowCount() - 1);
    setCurrentIndex(model()->index(row, qMax(0, currentIndex().column())));
}

bool Grid::isAtTop() const
{
    return verticalScrollBar()->value() == verticalScrollBar()->minimum();
}

void Grid::keyPressEvent(QKeyEvent *event)
{
    if (event->text() == u"/" || event->text() == u"?") {
        event->ignore(); // the page's search and card of keys, on every keyboard layout
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        QList<int> rows;
        for (const QModelIndex &index : selectionModel()->selectedRows())
            rows.append(index.row());
        std::sort(rows.begin(), rows.end());
        if (!rows.isEmpty())
            Q_EMIT copyRequested(rows);
        return;
    }
    if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
        switch (event->key()) {
        case Qt::Key_J:
            step(1);
            return;
        case Qt::Key_K:
            step(-1);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (currentIndex().isValid())
                Q_EMIT rowOpened(currentIndex());
            return;
        case Qt::Key_Escape:
            Q_EMIT escaped();
            return;
        default:
            break;
        }
    }
    QTableView::keyPressEvent(event);
}

void Grid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // The mark of the current row stands in its first cell, which the view itself does not repaint.
    for (const QModelIndex &index : {current, previous}) {
        if (index.isValid())
            viewport()->update(visualRect(index.siblingAtColumn(0)));
    }
}

} // namespace ponte::ui
