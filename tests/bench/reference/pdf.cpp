// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
//
// A bare QPdfWriter and one drawText() per cell of the same texts, a line per row. Prints the seconds from the writer's
// making to its end.
#include "tests/bench/reference/values.h"

#include <QElapsedTimer>
#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

#include <cstdio>

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    if (argc != 3)
        return 2;
    std::vector<std::vector<QString>> rows;
    for (const std::vector<std::string> &row : reference::readValues(argv[1])) {
        std::vector<QString> cells;
        for (const std::string &cell : row)
            cells.push_back(QString::fromStdString(cell));
        rows.push_back(std::move(cells));
    }
    QElapsedTimer timer;
    timer.start();
    {
        QPdfWriter writer(QString::fromLocal8Bit(argv[2]));
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageOrientation(QPageLayout::Landscape);
        QPainter painter(&writer);
        QFont font(QStringLiteral("Inter"));
        font.setPointSizeF(7);
        painter.setFont(font);
        const int line = painter.fontMetrics().height() * 14 / 10;
        const int width = writer.width() / static_cast<int>(rows.front().size());
        int y = line;
        for (const std::vector<QString> &row : rows) {
            if (y > writer.height()) {
                writer.newPage();
                y = line;
            }
            int x = 0;
            for (const QString &cell : row) {
                painter.drawText(x, y, cell);
                x += width;
            }
            y += line;
        }
    }
    std::printf("%.3f\n", double(timer.nsecsElapsed()) / 1e9);
    return 0;
}
