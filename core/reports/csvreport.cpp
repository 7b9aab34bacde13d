// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/csvreport.h"

#include <charconv>

namespace ponte::reports {

namespace {

constexpr std::string_view formulaStarts = "=+-@\t\r";

} // namespace

CsvText::CsvText(char separator)
{
    for (const char c : {separator, '"', '\r', '\n'})
        m_needsQuotes[static_cast<unsigned char>(c)] = true;
}

void CsvText::append(std::string &line, std::string_view cell) const
{
    if (cell.empty())
        return;
    bool needsQuotes = cell.front() == ' ' || cell.back() == ' ';
    for (size_t i = 0; !needsQuotes && i < cell.size(); ++i)
        needsQuotes = m_needsQuotes[static_cast<unsigned char>(cell[i])];
    const bool isFormula = formulaStarts.find(cell.front()) != std::string_view::npos;
    if (!needsQuotes) {
        if (isFormula)
            line += '\'';
        line.append(cell);
        return;
    }
    line += isFormula ? "\"'" : "\"";
    for (size_t quote = cell.find('"'); quote != std::string_view::npos; quote = cell.find('"')) {
        line.append(cell.substr(0, quote + 1)) += '"';
        cell.remove_prefix(quote + 1);
    }
    line.append(cell) += '"';
}

Result<> CsvReport::begin(const QString &file, const ReportHead &head)
{
    const ReportOrder &order = head.order;
    m_separator = order.csv.separator.toLatin1();
    m_text.emplace(m_separator);
    m_times.emplace(order.zone, order.language.isDayFirst() ? ZoneTimes::Form::DayFirst : ZoneTimes::Form::YearFirst);
    if (Result<> opened = m_output.open(file); !opened)
        return opened;
    std::string &line = m_output.piece();
    if (order.csv.byteOrderMark)
        line += "\xEF\xBB\xBF";
    for (qsizetype i = 0; i < head.headers.size(); ++i) {
        if (i > 0)
            line += m_separator;
        m_text->append(line, head.headers.at(i).toStdString());
    }
    line += "\r\n";
    return {};
}

Result<> CsvReport::write(Cells row)
{
    std::string &line = m_output.piece();
    bool isFirst = true;
    for (const Cell &cell : row) {
        if (!isFirst)
            line += m_separator;
        isFirst = false;
        if (cell.kind == Cell::Kind::Text) {
            m_text->append(line, cell.text);
        } else if (cell.kind == Cell::Kind::Time) {
            line += m_times->text(cell.number);
        } else if (cell.kind == Cell::Kind::Number) {
            char digits[24];
            line.append(digits, size_t(std::to_chars(digits, digits + sizeof digits, cell.number).ptr - digits));
        }
    }
    line += "\r\n";
    m_output.passIfFull();
    return m_output.isSound() ? Result<>() : m_output.state();
}

Result<> CsvReport::end(qint64 /*rows*/, const CancelToken & /*cancel*/)
{
    return m_output.close();
}

} // namespace ponte::reports
