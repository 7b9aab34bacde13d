// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/htmlreport.h"

#include "core/reports/htmlfigures.h"

#include <charconv>

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

std::string_view columnClass(Cell::Kind kind)
{
    return kind == Cell::Kind::Number ? "n" : kind == Cell::Kind::Time ? "t" : "";
}

} // namespace

void appendEscaped(std::string &html, std::string_view text)
{
    for (size_t at = text.find_first_of("&<>\"'\0"); at != std::string_view::npos; at = text.find_first_of("&<>\"'")) {
        html.append(text.substr(0, at));
        switch (text[at]) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        default:
            html += "&#39;";
            break;
        }
        text.remove_prefix(at + 1);
    }
    html.append(text);
}

Result<> HtmlReport::begin(const QString &file, const ReportHead &head)
{
    m_head.emplace(head);
    m_times.emplace(head.order.zone,
                    head.order.language.isDayFirst() ? ZoneTimes::Form::DayFirst : ZoneTimes::Form::YearFirst);
    if (Result<> opened = m_output.open(file); !opened)
        return opened;
    const ReportLanguage &language = head.order.language;
    QString page =
        u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'\"><meta name=\"viewport\" content=\"width=device-width\">"
        "<title>%2</title>\n<style>%3</style></head><body>\n"_s.arg(QString(language.name()).replace(u'_', u'-'),
                                                                    language.word(u"title"), htmlStyle());
    page += htmlCover(head) + htmlFigures(head);
    m_output.append(page.toStdString());
    std::string &line = m_output.piece();
    line += "<h2>";
    appendEscaped(line, language.word(u"log.sheet").toStdString());
    line += "</h2><p class=\"hint\">";
    appendEscaped(line, language.word(u"sort.hint").toStdString());
    line += "</p>\n<table id=\"rows\"><thead><tr>";
    for (qsizetype i = 0; i < head.headers.size(); ++i) {
        line += "<th class=\"";
        line += columnClass(head.kinds.at(i));
        line += "\" tabindex=\"0\">";
        appendEscaped(line, head.headers.at(i).toStdString());
        line += "</th>";
    }
    line += "</tr></thead><tbody>\n";
    return {};
}

Result<> HtmlReport::write(Cells row)
{
    std::string &line = m_output.piece();
    line += "<tr>";
    char digits[24];
    const auto number = [&digits](qint64 value) {
        return std::string_view(digits, size_t(std::to_chars(digits, digits + sizeof digits, value).ptr - digits));
    };
    for (const Cell &cell : row) {
        switch (cell.kind) {
        case Cell::Kind::Text:
            line += "<td>";
            appendEscaped(line, cell.text);
            break;
        case Cell::Kind::Number:
            (line += "<td class=\"n\">").append(number(cell.number));
            break;
        case Cell::Kind::Time:
            // Days first do not sort as texts.
            ((line += "<td class=\"t\" data-v=\"").append(number(cell.number)) += "\">")
                .append(m_times->text(cell.number));
            break;
        case Cell::Kind::Empty:
            line += "<td>";
            break;
        }
        line += "</td>";
    }
    line += "</tr>\n";
    m_output.passIfFull();
    return m_output.isSound() ? Result<>() : m_output.state();
}

Result<> HtmlReport::end(qint64 rows, const CancelToken & /*cancel*/)
{
    const ReportLanguage &language = m_head->order.language;
    const QString page =
        u"</tbody></table>\n<footer>%1: %2 · %3: %4</footer>\n<script>%5</script>\n</body></html>\n"_s.arg(
            language.word(u"rows"), language.number(rows), language.word(u"complete"), language.word(u"yes"),
            htmlScript());
    m_output.append(page.toStdString());
    return m_output.close();
}

} // namespace ponte::reports
