// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/reportwriter.h"
#include "core/reports/zonetimes.h"

#include <optional>
#include <string>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace ponte::reports {

/// A workbook whose rows never gather in memory: a cover with the receipt, then sheets of at most 1,048,575 rows with
/// real numbers and times of the order's zone; texts are texts, whatever they begin with. A text that a cell cannot
/// hold (over 32,767 UTF-16 units) stands whole in a sheet of its own, and the cell says so.
class XlsxReport final : public ReportWriter
{
public:
    static constexpr qint64 mostSheetRows = 1'048'576; ///< of the format, with the header

    /// `sheetRows`: how many rows a sheet takes, with its header; 2 to mostSheetRows.
    explicit XlsxReport(qint64 sheetRows = mostSheetRows);
    ~XlsxReport() override;

    [[nodiscard]] Result<> begin(const QString &file, const ReportHead &head) override;
    [[nodiscard]] Result<> write(Cells row) override;
    /// Packing takes as long as writing and cannot be broken off; a cancel counts afterwards.
    [[nodiscard]] Result<> end(qint64 rows, const CancelToken &cancel) override;

private:
    struct Sheet {
        lxw_worksheet *sheet = nullptr;
        qint64 rows = 0; ///< with the header
        qint64 bytes = 0; ///< of its rows on the disk, before they are packed
        QString entry = {}; ///< its name in the packed file
    };
    void makeFormats();
    void writeCover(qint64 rows);
    [[nodiscard]] Result<> startSheet();
    void finishSheet();
    void writeText(const Sheet &sheet, int column, std::string_view text);
    [[nodiscard]] std::string keepLongText(std::string_view text);
    void put(lxw_worksheet *sheet, qint64 row, int column, std::string_view text, lxw_format *format);
    [[nodiscard]] Result<> checkDisk();
    [[nodiscard]] Result<> checkPacked();

    const qint64 m_sheetRows;
    std::optional<ReportHead> m_head;
    std::optional<ZoneTimes> m_times;
    QString m_file;
    std::string m_text;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_cover = nullptr;
    lxw_format *m_title = nullptr, *m_label = nullptr, *m_plain = nullptr, *m_wrapped = nullptr, *m_header = nullptr,
               *m_time = nullptr, *m_number = nullptr;
    std::vector<Sheet> m_sheets;
    std::optional<Sheet> m_long;
    qint64 m_longTexts = 0;
    bool m_hasFailed = false;
};

} // namespace ponte::reports
