// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/pdf/pdfpages.h"
#include "core/reports/zonetimes.h"

#include <vector>

namespace ponte::reports::pdf {

/// The table of the rows, page by page under its header. A row stays on one page unless it is as tall as several.
/// Draws or, on pages without a file, counts.
class PdfRows
{
public:
    PdfRows(PdfPages &pages, const PdfTypes &types, const ReportHead &head);
    void add(Cells row);

private:
    void layOutColumns();
    void beginPage();
    void take(Cells row);
    void drawLines(size_t first, size_t count);
    [[nodiscard]] size_t linesThatFit() const;

    PdfPages &m_pages;
    const PdfTypes &m_types;
    const ReportHead &m_head;
    ZoneTimes m_times;
    std::vector<double> m_lefts; ///< one more than columns
    std::vector<QString> m_texts; ///< of the present row
    std::vector<std::vector<QStringView>> m_lines, m_headerLines;
    double m_y = 0;
    bool m_hasPage = false;
};

} // namespace ponte::reports::pdf
