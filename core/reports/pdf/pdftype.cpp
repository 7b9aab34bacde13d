// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/pdf/pdftype.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace ponte::reports::pdf {

using namespace Qt::StringLiterals;

namespace {

bool mayBreakAfter(QChar c)
{
    return c == u' ' || c == u';' || c == u',' || c == u'-' || c == u'/' || c == u'}';
}

} // namespace

PdfType::PdfType(const QString &family, double points, bool isBold, double unit)
    : m_font(family)
{
    m_font.setPixelSize(int(points * unit));
    m_font.setBold(isBold);
    m_font.setHintingPreference(QFont::PreferNoHinting);
    m_font.setKerning(false);
    m_raw = QRawFont::fromFont(m_font);
    m_ascent = m_raw.ascent();
    m_lineHeight = (m_raw.ascent() + m_raw.descent()) * 1.06;
    m_otherAdvance = m_font.pixelSize();
    m_run.setRawFont(m_raw);
    for (char16_t code = u' '; code < tableSize; ++code) {
        const QChar c(code);
        const QList<quint32> glyphs = m_raw.glyphIndexesForString(c);
        if (glyphs.size() != 1 || glyphs.first() == 0)
            continue;
        m_glyphs[code] = glyphs.first();
        m_advances[code] = m_raw.advancesForGlyphIndexes(glyphs).first().x();
    }
}

bool PdfType::isPlain(QStringView text) const
{
    return std::all_of(text.begin(), text.end(),
                       [this](QChar c) { return c.unicode() < tableSize && m_glyphs[c.unicode()] != 0; });
}

double PdfType::advance(QChar c) const
{
    if (c.unicode() < tableSize && m_glyphs[c.unicode()] != 0)
        return m_advances[c.unicode()];
    // Two halves of one character; at least as wide as any.
    return c.isSurrogate() ? m_otherAdvance * 0.75 : m_otherAdvance;
}

double PdfType::width(QStringView text) const
{
    double sum = 0;
    for (const QChar c : text)
        sum += advance(c);
    return sum;
}

void PdfType::wrap(QStringView text, double width, std::vector<QStringView> &lines) const
{
    qsizetype start = 0;
    qsizetype breakAt = 0; ///< after the last place that may be broken
    double sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\n' || c == u'\r') {
            lines.push_back(text.mid(start, i - start));
            if (c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
                ++i;
            start = breakAt = i + 1;
            sum = 0;
            continue;
        }
        sum += advance(c);
        if (sum > width && i > start && !c.isLowSurrogate()) {
            const qsizetype end = breakAt > start ? breakAt : i;
            lines.push_back(text.mid(start, end - start));
            start = breakAt = end;
            sum = this->width(text.mid(start, i - start + 1));
        }
        if (mayBreakAfter(c))
            breakAt = i + 1;
    }
    if (start < text.size() || lines.empty())
        lines.push_back(text.mid(start));
}

void PdfType::draw(QPainter &painter, double left, double top, QStringView text) const
{
    if (text.isEmpty())
        return;
    if (!isPlain(text)) {
        painter.setFont(m_font);
        QString shown = text.toString();
        shown.replace(u'\t', u' ');
        painter.drawText(QPointF(left, top + m_ascent), shown);
        return;
    }
    m_runGlyphs.resize(text.size());
    m_runPlaces.resize(text.size());
    double x = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t code = text.at(i).unicode();
        m_runGlyphs[i] = m_glyphs[code];
        m_runPlaces[i] = QPointF(x, 0);
        x += m_advances[code];
    }
    m_run.setGlyphIndexes(m_runGlyphs);
    m_run.setPositions(m_runPlaces);
    painter.drawGlyphRun(QPointF(left, top + m_ascent), m_run);
}

void PdfType::drawRight(QPainter &painter, double right, double top, QStringView text) const
{
    draw(painter, right - width(text), top, text);
}

void PdfType::drawElided(QPainter &painter, double left, double top, double room, const QString &text) const
{
    if (width(text) <= room) {
        draw(painter, left, top, text);
        return;
    }
    const QString mark = u"…"_s;
    qsizetype size = text.size();
    const double most = room - width(mark);
    while (size > 0 && width(QStringView(text).first(size)) > most)
        --size;
    draw(painter, left, top, QString(text.first(size) + mark));
}

} // namespace ponte::reports::pdf
