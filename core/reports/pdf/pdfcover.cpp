// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/pdf/pdfcover.h"

#include <algorithm>

namespace ponte::reports::pdf {

using namespace Qt::StringLiterals;

namespace {

constexpr double pt = PdfPages::unit;
const QColor ink(0x1d, 0x21, 0x26);
const QColor grey(0x5b, 0x63, 0x6d);
const QColor lineGrey(0xd5, 0xda, 0xe0);
const QColor headGrey(0xee, 0xf1, 0xf5);

QColor colorOf(QLatin1StringView name)
{
    return QColor(QString(name));
}

struct Tile {
    QString label, value;
    QColor color;
};

} // namespace

PdfCover::PdfCover(PdfPages &pages, const PdfTypes &types, const ReportHead &head)
    : m_pages(pages)
    , m_types(types)
    , m_head(head)
{}

void PdfCover::draw()
{
    m_pages.begin(false);
    drawTitle();
    if (m_head.summary->total.total() == 0)
        return;
    drawTotals();
    drawKeyFigures();
    drawTimeLine();
    drawAgeing();
    for (const FigureTable &table : figureTables(m_head)) {
        if (table.title != m_head.order.language.word(u"ageing"))
            drawTable(table);
    }
}

void PdfCover::need(double height)
{
    if (m_y + height <= m_pages.height())
        return;
    m_pages.begin(false);
    m_y = 0;
}

void PdfCover::say(const PdfType &type, double left, const QString &text, const QColor &color)
{
    if (QPainter *painter = m_pages.painter()) {
        painter->setPen(color);
        type.draw(*painter, left, m_y, text);
    }
}

void PdfCover::heading(const QString &text)
{
    m_y += 14 * pt;
    say(m_types.heading, 0, text, ink);
    m_y += m_types.heading.lineHeight() + 5 * pt;
}

void PdfCover::drawTitle()
{
    const ReportLanguage &language = m_head.order.language;
    say(m_types.title, 0, language.word(u"title"), ink);
    m_y += m_types.title.lineHeight() + 8 * pt;
    const QList<std::pair<QString, QString>> lines = receiptLines(m_head);
    double labels = 0;
    for (const auto &line : lines)
        labels = std::max(labels, m_types.text.width(line.first));
    const double left = labels + 14 * pt;
    for (const auto &[label, value] : lines) {
        say(m_types.text, 0, label, grey);
        std::vector<QStringView> pieces;
        m_types.text.wrap(value, m_pages.width() - left, pieces);
        for (const QStringView piece : pieces) {
            need(m_types.text.lineHeight());
            say(m_types.text, left, piece.toString(), ink);
            m_y += m_types.text.lineHeight();
        }
        m_y += 1.5 * pt;
    }
}

void PdfCover::drawTotals()
{
    constexpr StatusColors colors;
    const ReportLanguage &language = m_head.order.language;
    const StatusCounts &total = m_head.summary->total;
    const QList<Tile> tiles {
        {language.word(u"total"), language.number(total.total()), ink},
        {language.word(u"success"), language.number(total.success), colorOf(colors.success)},
        {language.word(u"error"), language.number(total.error), colorOf(colors.error)},
        {language.word(u"pending"), language.number(total.pending), colorOf(colors.pending)},
        {language.word(u"cancelled"), language.number(total.cancelled), colorOf(colors.cancelled)},
    };
    m_y += 14 * pt;
    const double height = m_types.figure.lineHeight() + m_types.text.lineHeight();
    need(height);
    const double slot = m_pages.width() / double(tiles.size());
    const double top = m_y;
    for (qsizetype i = 0; i < tiles.size(); ++i) {
        const double left = double(i) * slot;
        if (QPainter *painter = m_pages.painter())
            painter->fillRect(QRectF(left, top, 2.5 * pt, height), tiles.at(i).color);
        m_y = top;
        say(m_types.figure, left + 9 * pt, tiles.at(i).value, ink);
        m_y = top + m_types.figure.lineHeight();
        say(m_types.text, left + 9 * pt, tiles.at(i).label, grey);
    }
    m_y = top + height;
}

void PdfCover::drawKeyFigures()
{
    m_y += 12 * pt;
    const QList<std::pair<QString, QString>> figures = keyFigures(m_head);
    const double height = m_types.text.lineHeight() + 3 * pt;
    const double half = m_pages.width() / 2;
    need(height * double((figures.size() + 1) / 2));
    for (qsizetype i = 0; i < figures.size(); ++i) {
        const double left = i % 2 ? half : 0;
        say(m_types.text, left, figures.at(i).first, grey);
        if (QPainter *painter = m_pages.painter()) {
            painter->setPen(ink);
            m_types.text.drawRight(*painter, left + half - 20 * pt, m_y, figures.at(i).second);
        }
        if (i % 2 || i + 1 == figures.size())
            m_y += height;
    }
}

void PdfCover::drawTimeLine()
{
    constexpr StatusColors colors;
    const ReportLanguage &language = m_head.order.language;
    const TimeLine line = timeLine(*m_head.summary, language);
    if (line.labels.isEmpty())
        return;
    const double height = 150 * pt;
    need(height + m_types.heading.lineHeight() + 24 * pt);
    heading(language.word(line.isMonthly ? u"by.month" : u"by.day"));
    if (QPainter *painter = m_pages.painter()) {
        QList<ChartSeries> series {{language.word(u"success"), colorOf(colors.success), {}},
                                   {language.word(u"cancelled"), colorOf(colors.cancelled), {}},
                                   {language.word(u"pending"), colorOf(colors.pending), {}},
                                   {language.word(u"error"), colorOf(colors.error), {}}};
        for (const StatusCounts &counts : line.counts) {
            series[0].values.append(double(counts.success));
            series[1].values.append(double(counts.cancelled));
            series[2].values.append(double(counts.pending));
            series[3].values.append(double(counts.error));
        }
        drawLegend(*painter, series);
        painter->setFont(m_types.row.font());
        paintBars(*painter, QRectF(0, m_y, m_pages.width(), height), line.labels, series, {grey, lineGrey});
    }
    m_y += height;
}

// Stands at the right of the heading above.
void PdfCover::drawLegend(QPainter &painter, const QList<ChartSeries> &series)
{
    const double top = m_y - m_types.small.lineHeight() - 5 * pt;
    double right = m_pages.width();
    for (auto one = series.crbegin(); one != series.crend(); ++one) {
        painter.setPen(grey);
        m_types.small.drawRight(painter, right, top, one->name);
        right -= m_types.small.width(one->name) + 10 * pt;
        painter.fillRect(QRectF(right, top + 2 * pt, 6 * pt, 6 * pt), one->color);
        right -= 12 * pt;
    }
}

void PdfCover::drawAgeing()
{
    constexpr StatusColors colors;
    const ReportLanguage &language = m_head.order.language;
    const Summary &summary = *m_head.summary;
    if (summary.total.error + summary.total.pending == 0)
        return;
    const double height = ageBands * 13 * pt;
    need(height + m_types.heading.lineHeight() + 24 * pt);
    heading(language.word(u"ageing"));
    if (QPainter *painter = m_pages.painter()) {
        QStringList labels;
        ChartSeries series {language.word(u"records"), colorOf(colors.pending), {}};
        for (int band = 0; band < ageBands; ++band) {
            labels.append(language.word(u"age.%1"_s.arg(band)));
            series.values.append(double(summary.ageing[size_t(band)]));
        }
        painter->setFont(m_types.small.font());
        paintLyingBars(*painter, QRectF(0, m_y, m_pages.width(), height), labels, {series}, {grey, lineGrey});
    }
    m_y += height;
}

void PdfCover::drawTableHead(const FigureTable &table, const QList<double> &lefts)
{
    QPainter *painter = m_pages.painter();
    const double height = m_types.header.lineHeight() + 5 * pt;
    if (painter) {
        painter->fillRect(QRectF(0, m_y, m_pages.width(), height), headGrey);
        painter->setPen(ink);
        for (qsizetype i = 0; i < table.headers.size(); ++i) {
            const double top = m_y + 2.5 * pt;
            if (i < table.textColumns)
                m_types.header.draw(*painter, lefts.at(i) + 3 * pt, top, table.headers.at(i));
            else
                m_types.header.drawRight(*painter, lefts.at(i + 1) - 3 * pt, top, table.headers.at(i));
        }
    }
    m_y += height;
}

void PdfCover::drawTable(const FigureTable &table)
{
    // Numbers and times take what they need, the first text column the rest.
    const double padding = 6 * pt;
    QList<double> widths(table.headers.size());
    double rest = m_pages.width();
    for (qsizetype i = 1; i < widths.size(); ++i) {
        widths[i] = m_types.header.width(table.headers.at(i));
        for (const QStringList &row : table.rows)
            widths[i] = std::max(widths.at(i), m_types.small.width(row.at(i)));
        widths[i] += padding + 8 * pt;
        rest -= widths.at(i);
    }
    widths[0] = rest;
    QList<double> lefts {0};
    for (const double width : widths)
        lefts.append(lefts.last() + width);
    const double line = m_types.small.lineHeight();
    need(m_types.heading.lineHeight() + m_types.header.lineHeight() + 3 * line + 34 * pt);
    heading(table.title);
    drawTableHead(table, lefts);
    for (const QStringList &row : table.rows) {
        std::vector<QStringView> pieces;
        m_types.small.wrap(row.first(), widths.first() - padding, pieces);
        const double height = line * double(std::min<size_t>(pieces.size(), 3)) + 4 * pt;
        if (m_y + height > m_pages.height()) {
            need(height);
            drawTableHead(table, lefts);
        }
        if (QPainter *painter = m_pages.painter()) {
            painter->setPen(ink);
            const double top = m_y + 2 * pt;
            // A signature's text may be a page long; its beginning tells which it is.
            for (size_t i = 0; i < std::min<size_t>(pieces.size(), 3); ++i) {
                const bool isCut = i == 2 && pieces.size() > 3;
                m_types.small.drawElided(*painter, 3 * pt, top + double(i) * line, widths.first() - padding,
                                         isCut ? pieces[i].toString() + u"…"_s : pieces[i].toString());
            }
            for (qsizetype i = 1; i < row.size(); ++i) {
                if (i < table.textColumns)
                    m_types.small.draw(*painter, lefts.at(i) + 3 * pt, top, row.at(i));
                else
                    m_types.small.drawRight(*painter, lefts.at(i + 1) - 3 * pt, top, row.at(i));
            }
            painter->fillRect(QRectF(0, m_y + height, m_pages.width(), 0.4 * pt), lineGrey);
        }
        m_y += height;
    }
}

} // namespace ponte::reports::pdf
