// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/reportorder.h"

namespace ponte::delivery {

/// Which days a report that comes by itself speaks of, as seen from the moment of its run.
enum class Period { All, Today, Yesterday, LastSevenDays, LastThirtyDays, ThisMonth, LastMonth };

[[nodiscard]] QList<Period> allPeriods();
/// "all", "today", "yesterday", "last_7_days", "last_30_days", "this_month", "last_month".
[[nodiscard]] QString toWord(Period period);
[[nodiscard]] std::optional<Period> periodFromWord(QStringView word);

/// UTC, from inclusive, to exclusive; both invalid for All. Days are those of the zone, and a period that is not over
/// ends at the moment.
struct Span {
    QDateTime from, to;
    bool operator==(const Span &) const = default;
};
[[nodiscard]] Span spanOf(Period period, const QDateTime &moment, const QTimeZone &zone);

/// What a schedule of the job "report" says beside its filter: what is written, and where it goes.
struct ScheduledReport {
    std::optional<reports::Format> format = reports::Format::Xlsx; ///< none: no file, only the daily summary
    QList<reports::Column> columns = reports::standardColumns();
    QString language = QStringLiteral("pt_BR");
    bool withItems = false;
    bool withPayloads = false;
    QChar separator = u';';
    bool byteOrderMark = true;
    Period period = Period::Yesterday; ///< of the file: by creation; of the summary: by last change
    QString folder; ///< absolute, on the machine of the program that runs it; empty: none
    QStringList recipients; ///< of a mail; empty: none
    bool withSummary = false; ///< the mail tells what went wrong
    bool operator==(const ScheduledReport &) const = default;

    [[nodiscard]] QJsonObject toJson() const;
    /// Error code Validation where a word is unknown, so that nothing is written by mistake.
    [[nodiscard]] static Result<ScheduledReport> fromJson(const QJsonObject &words);
    /// Validation with `field`: "format", "columns", "language", "folder", "mail", "summary".
    [[nodiscard]] Result<> check() const;
};

} // namespace ponte::delivery
