// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/outputstream.h"
#include "core/reports/reportwriter.h"
#include "core/reports/zonetimes.h"

#include <optional>

namespace ponte::reports {

/// One page that needs nothing but itself: figures, then the rows, sortable where scripts may run, printable. Every
/// text is escaped, and the page itself forbids its browser to load anything.
class HtmlReport final : public ReportWriter
{
public:
    [[nodiscard]] bool wantsSummary() const override { return true; }
    [[nodiscard]] Result<> begin(const QString &file, const ReportHead &head) override;
    [[nodiscard]] Result<> write(Cells row) override;
    [[nodiscard]] Result<> end(qint64 rows, const CancelToken &cancel) override;
    [[nodiscard]] QByteArray sha256() const override { return m_output.sha256(); }

private:
    OutputStream m_output;
    std::optional<ReportHead> m_head;
    std::optional<ZoneTimes> m_times;
};

/// With & < > " ' said as HTML wants them.
void appendEscaped(std::string &html, std::string_view text);

} // namespace ponte::reports
