// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/pdf/pdftype.h"
#include "core/reports/reportwriter.h"

#include <QFile>
#include <QPainter>
#include <QPdfWriter>

#include <memory>
#include <optional>

namespace ponte::reports::pdf {

/// The fonts of a report.
struct PdfTypes {
    explicit PdfTypes(const QString &family);
    PdfType title, heading, figure, text, small, row, header;
};

/// The pages of one file, A4; each with its foot "page x of y". All measures are device units.
class PdfPages
{
public:
    static constexpr int resolution = 1200;
    static constexpr double unit = resolution / 72.0; ///< per point

    /// Without a file nothing is drawn: what it would take is only counted.
    explicit PdfPages(const PdfTypes &types);

    [[nodiscard]] Result<> open(const QString &file, const ReportHead &head, int totalPages);
    /// Ends the present page and begins one. The painter starts with its top left corner at the margins.
    void begin(bool isLandscape);
    [[nodiscard]] QPainter *painter() { return m_painter.get(); } ///< null while counting
    [[nodiscard]] double width() const { return m_width; } ///< between the margins
    [[nodiscard]] double height() const { return m_height; } ///< between the margins, above the foot
    [[nodiscard]] int page() const { return m_page; }
    /// Error code Internal once the disk has refused something.
    [[nodiscard]] Result<> state() const;
    [[nodiscard]] Result<> close();

private:
    void drawFoot();

    const PdfTypes &m_types;
    QString m_path, m_footLeft, m_footPages;
    std::unique_ptr<QFile> m_file;
    std::unique_ptr<QPdfWriter> m_writer;
    std::unique_ptr<QPainter> m_painter;
    double m_width = 0, m_height = 0;
    int m_page = 0, m_total = 0;
};

} // namespace ponte::reports::pdf
