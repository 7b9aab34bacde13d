// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/figuretables.h"
#include "core/reports/pdf/charts.h"
#include "core/reports/pdf/pdfpages.h"

namespace ponte::reports::pdf {

/// What stands before the rows: the receipt, totals, charts and tables. Draws or, on pages without a file, counts.
class PdfCover
{
public:
    PdfCover(PdfPages &pages, const PdfTypes &types, const ReportHead &head);
    void draw();

private:
    void drawTitle();
    void drawTotals();
    void drawKeyFigures();
    void drawTimeLine();
    void drawLegend(QPainter &painter, const QList<ChartSeries> &series);
    void drawAgeing();
    void drawTable(const FigureTable &table);
    void drawTableHead(const FigureTable &table, const QList<double> &lefts);
    void heading(const QString &text);
    /// Begins a page where less room is left.
    void need(double height);
    void say(const PdfType &type, double left, const QString &text, const QColor &color);

    PdfPages &m_pages;
    const PdfTypes &m_types;
    const ReportHead &m_head;
    double m_y = 0;
};

} // namespace ponte::reports::pdf
