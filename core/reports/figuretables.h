// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/reportwriter.h"

namespace ponte::reports {

/// A small table of a report's figures: the first column names, the others are numbers to be set flush right.
struct FigureTable {
    QString title;
    QStringList headers;
    QList<QStringList> rows;
    int textColumns = 1; ///< so many from the left are texts
};

/// What the cover says of the report itself, label and value.
[[nodiscard]] QList<std::pair<QString, QString>> receiptLines(const ReportHead &head);
/// "Contratos efetivados" and the like, label and value.
[[nodiscard]] QList<std::pair<QString, QString>> keyFigures(const ReportHead &head);
/// Per functionality, company and level, ageing, deadlines, signatures: those that say anything.
[[nodiscard]] QList<FigureTable> figureTables(const ReportHead &head);

/// Records over time for a chart: days, or months where the days would be too many.
struct TimeLine {
    bool isMonthly = false;
    QStringList labels;
    QList<StatusCounts> counts; ///< one per label, also where nothing was
};
[[nodiscard]] TimeLine timeLine(const Summary &summary, const ReportLanguage &language);

/// The colours of the four statuses on paper, "#rrggbb".
struct StatusColors {
    QLatin1StringView success {"#2f7d4f"}, error {"#c0392b"}, pending {"#c98a12"}, cancelled {"#7a7f87"};
};

} // namespace ponte::reports
