// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/monitor_ui/scrolling.h"

#include "tests/bench/monitor_ui/screen.h"
#include "tests/bench/reprocess/figures.h"
#include "ui/widgets/griddelegate.h"

#include <QAbstractItemDelegate>
#include <QAbstractTableModel>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>

namespace ponte::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr double scrollLimit = 1.5;
constexpr int scrollRounds = 5;
constexpr int framesPerRound = 120;
constexpr int rowsPerTurn = 3; // of a wheel

/// What another model's cells answered, over and over: the same painting without any work for the data.
class RememberedRows final : public QAbstractTableModel
{
public:
    RememberedRows(const QAbstractItemModel &of, int rows)
        : m_rows(of.rowCount())
        , m_columns(of.columnCount())
    {
        const QList<int> roles {Qt::DisplayRole,    Qt::DecorationRole, Qt::FontRole,    Qt::TextAlignmentRole,
                                Qt::BackgroundRole, Qt::ForegroundRole, ui::TabularRole, ui::MutedRole};
        for (int column = 0; column < m_columns; ++column)
            m_headers.append(of.headerData(column, Qt::Horizontal, Qt::DisplayRole));
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < m_columns; ++column) {
                QHash<int, QVariant> cell;
                for (const int role : roles)
                    cell.insert(role, of.index(row, column).data(role));
                m_cells.append(cell);
            }
        }
        m_remembered = rows;
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : m_rows; }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : m_columns; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return m_cells.at(qsizetype(index.row() % m_remembered) * m_columns + index.column()).value(role);
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_headers.at(section) : QVariant();
    }

private:
    const int m_rows, m_columns;
    int m_remembered = 0;
    QList<QHash<int, QVariant>> m_cells;
    QList<QVariant> m_headers;
};

/// The time that the UI thread is busy with one frame: the scroll, the paint and whatever is told to it then.
double frameOf(ui::Grid &grid, int by)
{
    QElapsedTimer timer;
    timer.start();
    grid.verticalScrollBar()->setValue(grid.verticalScrollBar()->value() + by);
    grid.viewport()->repaint();
    QCoreApplication::processEvents();
    const double taken = double(timer.nsecsElapsed()) / 1e6;
    handleEvents(4);
    return taken;
}

QList<double> framesOf(ui::Grid &grid, int round)
{
    QList<double> frames;
    QScrollBar *bar = grid.verticalScrollBar();
    const int rowHeight = grid.verticalHeader()->defaultSectionSize();
    const int perRow = grid.verticalScrollMode() == QAbstractItemView::ScrollPerPixel ? rowHeight : 1;
    bar->setValue(int(qint64(bar->maximum()) * (2 * round + 1) / (2 * scrollRounds)));
    handleEvents(200);
    for (int i = 0; i < framesPerRound; ++i)
        frames.append(frameOf(grid, (round % 2 ? -1 : 1) * rowsPerTurn * perRow));
    return frames;
}

/// Both grids look alike: same widths, same columns in sight, same size.
void arrangeLike(ui::Grid &grid, const ui::Grid &like)
{
    for (int column = 0; column < like.model()->columnCount(); ++column) {
        grid.setColumnHidden(column, like.isColumnHidden(column));
        grid.setColumnWidth(column, like.columnWidth(column));
    }
    grid.setVerticalScrollMode(like.verticalScrollMode());
    grid.resize(like.size());
}

} // namespace

void measureScrolling(const QString &backend, const storage::Address &address, qint64 records)
{
    Screen screen(address);
    int held = 0;
    while (screen.model().recordAt(held))
        ++held;
    const RememberedRows remembered(screen.model(), held);
    ui::Grid bare;
    bare.setModel(const_cast<RememberedRows *>(&remembered));
    if (QAbstractItemDelegate *delegate = screen.grid().itemDelegate())
        bare.setItemDelegate(delegate);
    arrangeLike(bare, screen.grid());
    bare.show();
    handleEvents(300);
    QList<double> ratios;
    for (int round = 0; round < scrollRounds; ++round) {
        const QList<double> ours = framesOf(screen.grid(), round);
        const QList<double> theirs = framesOf(bare, round);
        ratios.append(median(ours) / median(theirs));
        std::fprintf(stderr,
                     "monitor_ui: %s: a frame %.2f ms, longest %.2f ms; without data %.2f ms, longest %.2f ms\n",
                     qPrintable(backend), median(ours), *std::max_element(ours.begin(), ours.end()), median(theirs),
                     *std::max_element(theirs.begin(), theirs.end()));
    }
    tellFigure(u"monitor-scroll-frame"_s, median(ratios), scrollLimit, true, u"the same grid over texts in memory"_s,
               records, backend);
    bare.setModel(nullptr);
}

} // namespace ponte::bench
