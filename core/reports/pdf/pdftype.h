// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QColor>
#include <QFont>
#include <QGlyphRun>
#include <QRawFont>
#include <QStringView>

#include <array>
#include <vector>

class QPainter;

namespace ponte::reports::pdf {

/// One font of a report. Plain Latin text is set glyph by glyph from a table, without the shaping that takes most of
/// the time of a table of ten thousand rows; everything else goes the usual way.
class PdfType
{
public:
    /// `unit`: device units per point.
    PdfType(const QString &family, double points, bool isBold, double unit);

    [[nodiscard]] double width(QStringView text) const;
    [[nodiscard]] double lineHeight() const { return m_lineHeight; } ///< device units
    [[nodiscard]] const QFont &font() const { return m_font; }

    /// The text in lines of at most this width, broken at line breaks, after spaces and separators, else anywhere.
    /// Appends views into the text; at least one.
    void wrap(QStringView text, double width, std::vector<QStringView> &lines) const;
    /// `top` of the line, not its base.
    void draw(QPainter &painter, double left, double top, QStringView text) const;
    void drawRight(QPainter &painter, double right, double top, QStringView text) const;
    /// In one line, cut with an ellipsis where it is wider.
    void drawElided(QPainter &painter, double left, double top, double width, const QString &text) const;

private:
    static constexpr char16_t tableSize = 0x250; ///< up to Latin Extended-B
    [[nodiscard]] bool isPlain(QStringView text) const;
    [[nodiscard]] double advance(QChar c) const;

    QFont m_font;
    QRawFont m_raw;
    double m_lineHeight = 0, m_ascent = 0, m_otherAdvance = 0;
    std::array<quint32, tableSize> m_glyphs {};
    std::array<double, tableSize> m_advances {};
    mutable QList<quint32> m_runGlyphs;
    mutable QList<QPointF> m_runPlaces;
    mutable QGlyphRun m_run;
};

} // namespace ponte::reports::pdf
