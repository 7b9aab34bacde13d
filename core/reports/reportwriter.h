// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/reports/reportorder.h"
#include "core/reports/summary.h"

#include <map>
#include <memory>
#include <span>
#include <string_view>

namespace ponte::reports {

/// One value of a row. The text is UTF-8 and good until the next row.
struct Cell {
    enum class Kind { Empty, Text, Number, Time };
    Kind kind = Kind::Empty;
    std::string_view text = {};
    qint64 number = 0; ///< Time: milliseconds since 1970 in UTC
};
using Cells = std::span<const Cell>;

/// What a report says before its rows.
struct ReportHead {
    const ReportOrder &order;
    const integration::Descriptor &descriptor;
    const Summary *summary; ///< null where the format does not show it
    QStringList headers; ///< one per cell
    QList<Cell::Kind> kinds; ///< what a column holds where it is not empty
    QString by;
    QDateTime generatedAt;
    qint64 records = 0;
};

/// Writes one file of one format. Used by one thread; one object per report.
class ReportWriter
{
public:
    virtual ~ReportWriter();

    [[nodiscard]] virtual bool wantsSummary() const { return false; }
    /// Whether every row is shown to rehearse() before the first is written.
    [[nodiscard]] virtual bool wantsRehearsal() const { return false; }
    virtual void rehearse(Cells row);

    /// `file`: where to write, which may be removed again as long as end() has not succeeded.
    [[nodiscard]] virtual Result<> begin(const QString &file, const ReportHead &head) = 0;
    [[nodiscard]] virtual Result<> write(Cells row) = 0;
    /// Completes the file. `rows` is what was written.
    [[nodiscard]] virtual Result<> end(qint64 rows, const CancelToken &cancel) = 0;
    /// Of the whole file where the writer knows it after end(); empty: to be read from the file.
    [[nodiscard]] virtual QByteArray sha256() const { return {}; }
};

/// Which formats a program can write: the composition root adds PDF, which needs Gui, to those of this folder.
class ReportFormats
{
public:
    using Maker = std::function<std::unique_ptr<ReportWriter>()>;
    /// CSV, XLSX and HTML.
    [[nodiscard]] static ReportFormats standard();
    void add(Format format, Maker maker);
    [[nodiscard]] std::unique_ptr<ReportWriter> make(Format format) const; ///< null: not known here

private:
    std::map<Format, Maker> m_makers;
};

} // namespace ponte::reports
