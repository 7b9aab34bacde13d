// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/pdf/pdfrows.h"

#include <algorithm>
#include <numeric>

namespace ponte::reports::pdf {

using namespace Qt::StringLiterals;

namespace {

constexpr double rowPt = PdfPages::unit;
constexpr double cellPadding = 3 * rowPt;
constexpr double rowPadding = 1.6 * rowPt;
const QColor rowInk(0x1d, 0x21, 0x26);
const QColor rowLine(0xd5, 0xda, 0xe0);
const QColor rowHead(0xee, 0xf1, 0xf5);
// A row of at most so many lines is never torn apart.
constexpr size_t linesKeptTogether = 20;

// The share of the page that texts should have at least.
constexpr double textRoom = 0.35;

double widestWord(const PdfType &type, const QString &text)
{
    double widest = 0;
    for (const QString &word : text.split(u' '))
        widest = std::max(widest, type.width(word));
    return widest;
}

/// How wide words of a closed list are: at ease, and where each word has a line of its own.
struct NameRoom {
    double full = 0, narrow = 0;

    void add(const PdfType &type, const QString &name)
    {
        full = std::max(full, type.width(name));
        // The space that a line is broken after belongs to the line.
        narrow = std::max(narrow, widestWord(type, name) + type.width(u" "));
    }
};

bool isItemStatus(const ReportHead &head, size_t column)
{
    return column >= size_t(head.order.columns.size())
           && head.headers.at(qsizetype(column)) == head.order.language.header(ItemColumn::Status);
}

} // namespace

PdfRows::PdfRows(PdfPages &pages, const PdfTypes &types, const ReportHead &head)
    : m_pages(pages)
    , m_types(types)
    , m_head(head)
    , m_times(head.order.zone,
              head.order.language.isDayFirst() ? ZoneTimes::Form::DayFirst : ZoneTimes::Form::YearFirst)
    , m_texts(size_t(head.headers.size()))
    , m_lines(size_t(head.headers.size()))
    , m_headerLines(size_t(head.headers.size()))
{}

// Ids, times and words of closed lists get what they need; texts share the rest.
void PdfRows::layOutColumns()
{
    const ReportOrder &order = m_head.order;
    const ReportLanguage &language = order.language;
    const PdfType &type = m_types.row;
    const auto columns = size_t(m_head.headers.size());
    std::vector<double> wanted(columns), narrow(columns), shares(columns);
    NameRoom statuses, functionalities, modules;
    for (const auto status : {log::Status::Success, log::Status::Error, log::Status::Pending, log::Status::Cancelled})
        statuses.add(type, language.status(status));
    for (const integration::Functionality &known : m_head.descriptor.functionalities)
        functionalities.add(type, language.functionality(m_head.descriptor, known.id));
    for (const integration::Module &known : m_head.descriptor.modules)
        modules.add(type, language.module(m_head.descriptor, known.id));
    const auto take = [&](size_t column, const NameRoom &room) {
        wanted[column] = room.full;
        narrow[column] = room.narrow;
    };
    for (size_t i = 0; i < columns; ++i) {
        const Cell::Kind kind = m_head.kinds.at(qsizetype(i));
        const std::optional<Column> column =
            i < size_t(order.columns.size()) ? std::optional(order.columns.at(qsizetype(i))) : std::nullopt;
        if (kind == Cell::Kind::Number)
            wanted[i] = type.width(column == Column::Id || !column ? u"000000000" : u"0000");
        else if (kind == Cell::Kind::Time)
            wanted[i] = type.width(u"00/00/0000 00:00:00");
        else if (column == Column::Status || isItemStatus(m_head, i))
            take(i, statuses);
        else if (column == Column::Functionality)
            take(i, functionalities);
        else if (column == Column::Module)
            take(i, modules);
        else
            shares[i] = column == Column::KeyFields || column == Column::Message || !column ? 1.2 : 1;
        const double header = widestWord(m_types.header, m_head.headers.at(qsizetype(i)));
        wanted[i] = std::max(wanted[i], header) + 2 * cellPadding;
        narrow[i] = narrow[i] > 0 ? std::max(narrow[i], header) + 2 * cellPadding : wanted[i];
    }
    // Where the texts would be left with slivers, times take two lines; where that does not do, names take several.
    const double most = m_pages.width() * (1 - textRoom);
    const auto sum = [](const std::vector<double> &widths) {
        return std::accumulate(widths.begin(), widths.end(), 0.0);
    };
    if (sum(wanted) > most) {
        for (size_t i = 0; i < columns; ++i) {
            const double header = widestWord(m_types.header, m_head.headers.at(qsizetype(i))) + 2 * cellPadding;
            if (m_head.kinds.at(qsizetype(i)) == Cell::Kind::Time)
                wanted[i] = narrow[i] = std::max(header, type.width(u"00/00/0000 ") + 2 * cellPadding);
            else if (i >= size_t(order.columns.size()) && shares[i] > 0)
                shares[i] = 2.5;
        }
    }
    if (const double full = sum(wanted), least = sum(narrow); full > most) {
        const double kept = full > least ? std::clamp((most - least) / (full - least), 0.0, 1.0) : 0;
        for (size_t i = 0; i < columns; ++i)
            wanted[i] = narrow[i] + (wanted[i] - narrow[i]) * kept;
    }
    double fixed = 0, shared = 0;
    for (size_t i = 0; i < columns; ++i) {
        fixed += wanted[i];
        shared += shares[i];
    }
    const double rest = m_pages.width() - fixed;
    // Too many columns for a page: all give way alike.
    const double scale = rest < 0 ? m_pages.width() / fixed : 1;
    m_lefts = {0};
    for (size_t i = 0; i < columns; ++i) {
        const double more = rest > 0 && shared > 0 ? rest * shares[i] / shared : 0;
        m_lefts.push_back(m_lefts.back() + wanted[i] * scale + more);
    }
    for (size_t i = 0; i < columns; ++i)
        m_types.header.wrap(m_head.headers.at(qsizetype(i)), m_lefts[i + 1] - m_lefts[i] - 2 * cellPadding,
                            m_headerLines[i]);
}

void PdfRows::beginPage()
{
    m_pages.begin(true);
    if (!m_hasPage)
        layOutColumns();
    m_hasPage = true;
    size_t lines = 1;
    for (const auto &header : m_headerLines)
        lines = std::max(lines, header.size());
    const double line = m_types.header.lineHeight();
    const double height = double(lines) * line + 2 * rowPadding;
    if (QPainter *painter = m_pages.painter()) {
        painter->fillRect(QRectF(0, 0, m_pages.width(), height), rowHead);
        painter->setPen(rowInk);
        for (size_t i = 0; i < m_headerLines.size(); ++i) {
            for (size_t n = 0; n < m_headerLines[i].size(); ++n)
                m_types.header.draw(*painter, m_lefts[i] + cellPadding, rowPadding + double(n) * line,
                                    m_headerLines[i][n]);
        }
    }
    m_y = height;
}

size_t PdfRows::linesThatFit() const
{
    const double room = m_pages.height() - m_y - 2 * rowPadding;
    return room <= 0 ? 0 : size_t(room / m_types.row.lineHeight());
}

void PdfRows::take(Cells row)
{
    for (size_t i = 0; i < row.size(); ++i) {
        const Cell &cell = row[i];
        std::string_view text;
        if (cell.kind == Cell::Kind::Text)
            text = cell.text;
        else if (cell.kind == Cell::Kind::Time)
            text = m_times.text(cell.number);
        m_texts[i] = cell.kind == Cell::Kind::Number ? QString::number(cell.number)
                                                     : QString::fromUtf8(text.data(), qsizetype(text.size()));
        m_lines[i].clear();
        m_types.row.wrap(m_texts[i], m_lefts[i + 1] - m_lefts[i] - 2 * cellPadding, m_lines[i]);
    }
}

void PdfRows::add(Cells row)
{
    if (!m_hasPage)
        beginPage();
    take(row);
    size_t lines = 1;
    for (const auto &cell : m_lines)
        lines = std::max(lines, cell.size());
    if (linesThatFit() < std::min(lines, linesKeptTogether))
        beginPage();
    for (size_t first = 0; first < lines;) {
        if (linesThatFit() == 0)
            beginPage();
        const size_t count = std::max<size_t>(1, std::min(lines - first, linesThatFit()));
        drawLines(first, count);
        m_y += double(count) * m_types.row.lineHeight() + 2 * rowPadding;
        first += count;
    }
}

void PdfRows::drawLines(size_t first, size_t count)
{
    QPainter *painter = m_pages.painter();
    if (!painter)
        return;
    const double line = m_types.row.lineHeight();
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const bool isNumber = m_head.kinds.at(qsizetype(i)) == Cell::Kind::Number;
        for (size_t n = first; n < std::min(first + count, m_lines[i].size()); ++n) {
            const double top = m_y + rowPadding + double(n - first) * line;
            if (isNumber)
                m_types.row.drawRight(*painter, m_lefts[i + 1] - cellPadding, top, m_lines[i][n]);
            else
                m_types.row.draw(*painter, m_lefts[i] + cellPadding, top, m_lines[i][n]);
        }
    }
    painter->fillRect(
        QRectF(0, m_y + double(count) * line + 2 * rowPadding - 0.3 * rowPt, m_pages.width(), 0.3 * rowPt), rowLine);
}

} // namespace ponte::reports::pdf
