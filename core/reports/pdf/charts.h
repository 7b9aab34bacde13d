// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QColor>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

namespace ponte::reports::pdf {

struct ChartSeries {
    QString name;
    QColor color;
    QList<double> values; ///< one per label
};

struct ChartLook {
    QColor text {0x20, 0x20, 0x20};
    QColor grid {0xd8, 0xd8, 0xd8};
};

/// Stacked bars, one per label, with a scale that starts at zero; labels that would collide are left out. In the
/// painter's units and font, inside `area`; on screen and on paper.
void paintBars(QPainter &painter, const QRectF &area, const QStringList &labels, const QList<ChartSeries> &series,
               const ChartLook &look = {});
/// The same data as lines.
void paintLines(QPainter &painter, const QRectF &area, const QStringList &labels, const QList<ChartSeries> &series,
                const ChartLook &look = {});
/// Bars that lie, labels in front and values behind; for a few named things.
void paintLyingBars(QPainter &painter, const QRectF &area, const QStringList &labels, const QList<ChartSeries> &series,
                    const ChartLook &look = {});

} // namespace ponte::reports::pdf
