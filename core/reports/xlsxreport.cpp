// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/xlsxreport.h"

#include "core/reports/asidefile.h"
#include "core/reports/filtertext.h"
#include "core/reports/reporttext.h"
#include "core/reports/utf8.h"
#include "core/reports/zipentries.h"

#include <QFileInfo>

#include <xlsxwriter.h>

#include <algorithm>
#include <cctype>
#include <cstdio>

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

static_assert(XlsxReport::mostSheetRows == LXW_ROW_MAX);
// The parts of the file are packed with 32-bit sizes.
constexpr qint64 mostSheetBytes = qint64(3) << 30;
constexpr size_t mostCellUnits = 32'767;
constexpr qint64 rowsPerDiskCheck = 4096;
constexpr double msPerSheetDay = 86'400'000.0;
constexpr double sheetDayOf1970 = 25'569.0;

double columnWidth(Cell::Kind kind, const QString &header)
{
    const double wanted = kind == Cell::Kind::Time ? 20 : kind == Cell::Kind::Number ? 12 : 28;
    return std::max(wanted, double(header.size()) + 4);
}

/// "_x000D_" in a cell means a control character, so a text that has such letters of its own says "_x005F_x000D_".
void escapeEscapes(std::string &text)
{
    const auto isHex = [&text](size_t at) {
        return std::all_of(text.begin() + qsizetype(at), text.begin() + qsizetype(at) + 4,
                           [](unsigned char c) { return std::isxdigit(c) != 0; });
    };
    for (size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        if (at + 7 <= text.size() && text[at + 6] == '_' && isHex(at + 2)) {
            text.insert(at, "_x005F");
            at += 6;
        }
    }
}

} // namespace

XlsxReport::XlsxReport(qint64 sheetRows)
    : m_sheetRows(sheetRows)
{}

XlsxReport::~XlsxReport()
{
    if (m_book)
        lxw_workbook_free(m_book);
}

Result<> XlsxReport::begin(const QString &file, const ReportHead &head)
{
    m_head.emplace(head);
    m_file = file;
    m_times.emplace(head.order.zone, ZoneTimes::Form::DayFirst);
    QByteArray folder = QFileInfo(file).absolutePath().toUtf8();
    lxw_workbook_options options {};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    m_book = workbook_new_opt(file.toUtf8().constData(), &options);
    if (!m_book)
        return tl::unexpected(writeError(file, ReportText::tr("the workbook could not be started.")));
    makeFormats();
    m_cover = workbook_add_worksheet(m_book, head.order.language.word(u"receipt").toUtf8().constData());
    return startSheet();
}

void XlsxReport::makeFormats()
{
    for (lxw_format **format : {&m_title, &m_label, &m_plain, &m_wrapped, &m_header, &m_time, &m_number})
        *format = workbook_add_format(m_book);
    format_set_bold(m_title);
    format_set_font_size(m_title, 16);
    format_set_font_color(m_label, 0x606060);
    format_set_align(m_label, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(m_wrapped);
    format_set_bold(m_header);
    format_set_bg_color(m_header, 0xE4EAF2);
    format_set_bottom(m_header, LXW_BORDER_THIN);
    format_set_num_format(m_time, m_head->order.language.isDayFirst() ? "dd/mm/yyyy hh:mm:ss" : "yyyy-mm-dd hh:mm:ss");
    format_set_num_format(m_number, "0");
}

Result<> XlsxReport::startSheet()
{
    const QString first = m_head->order.language.word(u"log.sheet");
    const QString name = m_sheets.empty() ? first : u"%1 %2"_s.arg(first).arg(m_sheets.size() + 1);
    lxw_worksheet *sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
    if (!sheet)
        return tl::unexpected(writeError(m_file, ReportText::tr("a sheet could not be added.")));
    for (qsizetype i = 0; i < m_head->headers.size(); ++i) {
        const auto column = lxw_col_t(i);
        worksheet_set_column(sheet, column, column, columnWidth(m_head->kinds.at(i), m_head->headers.at(i)), nullptr);
        put(sheet, 0, int(i), m_head->headers.at(i).toStdString(), m_header);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    m_sheets.push_back({sheet, 1});
    return {};
}

void XlsxReport::finishSheet()
{
    Sheet &sheet = m_sheets.back();
    if (m_head->headers.isEmpty())
        return;
    worksheet_autofilter(sheet.sheet, 0, 0, lxw_row_t(sheet.rows - 1), lxw_col_t(m_head->headers.size() - 1));
}

void XlsxReport::put(lxw_worksheet *sheet, qint64 row, int column, std::string_view text, lxw_format *format)
{
    m_text.assign(text);
    // The library reads up to a NUL.
    std::replace(m_text.begin(), m_text.end(), '\0', ' ');
    escapeEscapes(m_text);
    if (worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), m_text.c_str(), format) != LXW_NO_ERROR)
        m_hasFailed = true;
}

void XlsxReport::writeText(const Sheet &sheet, int column, std::string_view text)
{
    // No text has more units than bytes.
    if (text.size() > mostCellUnits && utf16Length(text) > mostCellUnits)
        put(sheet.sheet, sheet.rows, column, keepLongText(text), nullptr);
    else
        put(sheet.sheet, sheet.rows, column, text, nullptr);
}

std::string XlsxReport::keepLongText(std::string_view text)
{
    const ReportLanguage &language = m_head->order.language;
    const QString name = language.word(u"long.sheet");
    if (!m_long) {
        m_long = Sheet {workbook_add_worksheet(m_book, name.toUtf8().constData()), 1};
        worksheet_set_column(m_long->sheet, 2, 2, 120, nullptr);
        worksheet_freeze_panes(m_long->sheet, 1, 0);
        const std::array headers {language.word(u"long.number"), language.word(u"long.part"), language.word(u"text")};
        for (size_t i = 0; i < headers.size(); ++i)
            put(m_long->sheet, 0, int(i), headers[i].toStdString(), m_header);
    }
    ++m_longTexts;
    const std::string mark = language.word(u"long.mark").arg(name).arg(m_longTexts).toStdString();
    std::string cut(text.substr(0, bytesOfUtf16(text, mostCellUnits - utf16Length(mark))));
    cut += mark;
    for (int part = 1; !text.empty(); ++part) {
        if (m_long->rows >= m_sheetRows) {
            m_hasFailed = true;
            break;
        }
        const size_t size = bytesOfUtf16(text, mostCellUnits);
        worksheet_write_number(m_long->sheet, lxw_row_t(m_long->rows), 0, double(m_longTexts), m_number);
        worksheet_write_number(m_long->sheet, lxw_row_t(m_long->rows), 1, part, m_number);
        put(m_long->sheet, m_long->rows, 2, text.substr(0, size), nullptr);
        ++m_long->rows;
        text.remove_prefix(size);
    }
    return cut;
}

Result<> XlsxReport::write(Cells row)
{
    if (m_sheets.back().rows >= m_sheetRows
        || (m_sheets.back().rows % rowsPerDiskCheck == 0
            && ftello(m_sheets.back().sheet->optimize_tmpfile) > mostSheetBytes))
    {
        finishSheet();
        if (Result<> started = startSheet(); !started)
            return started;
    }
    Sheet &sheet = m_sheets.back();
    for (size_t i = 0; i < row.size(); ++i) {
        const Cell &cell = row[i];
        const auto at = lxw_row_t(sheet.rows);
        const auto column = lxw_col_t(i);
        if (cell.kind == Cell::Kind::Text)
            writeText(sheet, int(i), cell.text);
        else if (cell.kind == Cell::Kind::Number)
            worksheet_write_number(sheet.sheet, at, column, double(cell.number), m_number);
        else if (cell.kind == Cell::Kind::Time)
            worksheet_write_number(sheet.sheet, at, column,
                                   double(m_times->local(cell.number)) / msPerSheetDay + sheetDayOf1970, m_time);
    }
    ++sheet.rows;
    return sheet.rows % rowsPerDiskCheck == 0 ? checkDisk() : Result<>();
}

Result<> XlsxReport::checkDisk()
{
    if (m_hasFailed)
        return tl::unexpected(writeError(m_file, ReportText::tr("a cell could not be written.")));
    std::vector<lxw_worksheet *> sheets;
    for (const Sheet &sheet : m_sheets)
        sheets.push_back(sheet.sheet);
    if (m_long)
        sheets.push_back(m_long->sheet);
    // The library never looks whether its own writing went well.
    for (lxw_worksheet *sheet : sheets) {
        if (std::ferror(sheet->optimize_tmpfile))
            return tl::unexpected(writeError(m_file, ReportText::tr("the disk is full or refuses to be written.")));
    }
    return {};
}

void XlsxReport::writeCover(qint64 rows)
{
    const ReportOrder &order = m_head->order;
    const ReportLanguage &language = order.language;
    worksheet_set_column(m_cover, 0, 0, 26, nullptr);
    worksheet_set_column(m_cover, 1, 1, 90, nullptr);
    put(m_cover, 0, 0, language.word(u"title").toStdString(), m_title);
    int at = 2;
    const auto label = [&](QStringView word) { put(m_cover, at, 0, language.word(word).toStdString(), m_label); };
    const auto line = [&](QStringView word, const QString &value) {
        label(word);
        put(m_cover, at++, 1, value.toStdString(), m_wrapped);
    };
    if (!order.filterName.isEmpty())
        line(u"filter", order.filterName);
    for (const QString &phrase : filterPhrases(order, m_head->descriptor))
        line(u"filter", phrase);
    line(u"zone", QString::fromLatin1(order.zone.id()));
    label(u"generated");
    worksheet_write_number(
        m_cover, lxw_row_t(at++), 1,
        double(m_times->local(m_head->generatedAt.toMSecsSinceEpoch())) / msPerSheetDay + sheetDayOf1970, m_time);
    line(u"by", m_head->by);
    label(u"rows");
    worksheet_write_number(m_cover, lxw_row_t(at++), 1, double(rows), m_number);
    line(u"complete", language.word(u"yes"));
    line(u"personal", language.word(order.personalData ? u"personal.shown" : u"personal.masked"));
    line(u"sha256", language.word(u"sha256.beside").arg(QFileInfo(order.file).fileName() + u".receipt.json"_s));
}

Result<> XlsxReport::end(qint64 rows, const CancelToken &cancel)
{
    finishSheet();
    writeCover(rows);
    if (m_long)
        m_sheets.push_back(*m_long);
    for (Sheet &sheet : m_sheets) {
        std::fflush(sheet.sheet->optimize_tmpfile);
        sheet.bytes = ftello(sheet.sheet->optimize_tmpfile);
        sheet.entry = u"xl/worksheets/sheet%1.xml"_s.arg(sheet.sheet->index + 1);
    }
    if (Result<> sound = checkDisk(); !sound)
        return sound;
    if (cancel.isCancelled())
        return {};
    const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
    if (error != LXW_NO_ERROR)
        return tl::unexpected(writeError(m_file, QString::fromUtf8(lxw_strerror(error))));
    return checkPacked();
}

Result<> XlsxReport::checkPacked()
{
    // Between its own files and the packed one the library does not look either.
    const Result<QHash<QString, qint64>> sizes = zipEntrySizes(m_file);
    if (!sizes)
        return tl::unexpected(sizes.error());
    for (const Sheet &sheet : m_sheets) {
        if (sizes->value(sheet.entry) < sheet.bytes)
            return tl::unexpected(writeError(m_file, ReportText::tr("the disk is full or refuses to be written.")));
    }
    return {};
}

} // namespace ponte::reports
