// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
//
// What Qt itself stalls its thread for: a window with a table of the given number of rows is shown, scrolled from end
// to end, resized, and given another palette and font. Prints the longest stall in milliseconds.
#include "tests/bench/reference/stalls.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QMainWindow>
#include <QScrollBar>
#include <QTableView>

#include <cstdio>
#include <cstdlib>

namespace {

class Model final : public QAbstractTableModel
{
public:
    explicit Model(int rows)
        : m_rows(rows)
    {}
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : m_rows; }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 8; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole
                   ? QVariant(QString::number(index.row()) + QChar(u';') + QString::number(index.column()))
                   : QVariant();
    }

private:
    const int m_rows;
};

void settle(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, milliseconds - int(timer.elapsed()));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    Model model(argc > 1 ? std::atoi(argv[1]) : 1000);
    ponte::bench::Stalls stalls;
    settle(50);
    (void)stalls.takeLongest();
    QMainWindow window;
    QTableView table;
    table.verticalHeader()->setDefaultSectionSize(24);
    table.setModel(&model);
    window.setCentralWidget(&table);
    window.resize(1280, 800);
    window.show();
    settle(100);
    for (int step = 0; step <= 20; ++step) {
        table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum() / 20 * step);
        settle(20);
    }
    for (const int width : {1000, 1600, 1280}) {
        window.resize(width, 800);
        settle(50);
    }
    QPalette palette = QApplication::palette();
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::Text, Qt::white);
    QApplication::setPalette(palette);
    settle(50);
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() + 1);
    QApplication::setFont(font);
    settle(100);
    std::printf("%.3f\n", stalls.takeLongest());
    window.takeCentralWidget();
    return 0;
}
