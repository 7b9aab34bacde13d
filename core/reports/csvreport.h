// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/outputstream.h"
#include "core/reports/reportwriter.h"
#include "core/reports/zonetimes.h"

#include <array>
#include <optional>

namespace ponte::reports {

/// Turns texts into cells of a CSV file as RFC 4180 wants them: quotes where needed. A text that a spreadsheet would
/// take for a formula gets an apostrophe before it.
class CsvText
{
public:
    explicit CsvText(char separator);
    void append(std::string &line, std::string_view cell) const;

private:
    std::array<bool, 256> m_needsQuotes {};
};

/// Lines end with CRLF; UTF-8, with a byte order mark where the order wants it, since spreadsheets need it to tell.
class CsvReport final : public ReportWriter
{
public:
    [[nodiscard]] Result<> begin(const QString &file, const ReportHead &head) override;
    [[nodiscard]] Result<> write(Cells row) override;
    [[nodiscard]] Result<> end(qint64 rows, const CancelToken &cancel) override;
    [[nodiscard]] QByteArray sha256() const override { return m_output.sha256(); }

private:
    OutputStream m_output;
    std::optional<CsvText> m_text;
    std::optional<ZoneTimes> m_times;
    char m_separator = ';';
};

} // namespace ponte::reports
