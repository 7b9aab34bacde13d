// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/delivery/scheduledreport.h"
#include "core/integration/descriptor.h"
#include "core/parameters/parameters.h"
#include "core/reports/summary.h"

namespace ponte::delivery {

/// What went wrong, for somebody who reads it with the first coffee.
struct DailySummary {
    reports::Summary figures; ///< of the records that changed in the span
    log::Count waiting; ///< in Error or Pending now, of what may be run again, whatever its age
    log::Count atRisk; ///< of those, one automatic attempt before the maximum
};

/// Counted in the database. Errors: Database, Cancelled.
[[nodiscard]] Result<DailySummary> summarizeDay(storage::Connection &connection,
                                                const integration::Descriptor &descriptor,
                                                const parameters::Parameters &parameters, const log::Filter &filter,
                                                const Span &span, const QTimeZone &zone, const QDateTime &now);

/// What a delivered message is about.
struct MessageHead {
    QString schedule; ///< its name
    std::optional<CompanyId> company = {};
    Span span;
    QTimeZone zone;
    QDateTime sentAt;
    const reports::ReportLanguage &language;
    const integration::Descriptor &descriptor;
};

struct AttachedReport {
    QString file; ///< its name
    qint64 rows = 0;
    QByteArray sha256;
};

/// "Erros da noite · 21/11/2026 · 12 com problema".
[[nodiscard]] QString messageSubject(const MessageHead &head, const DailySummary *summary);
/// The message, plain and as HTML; what is null is left out. Texts of errors are masked.
[[nodiscard]] QString messageText(const MessageHead &head, const DailySummary *summary, const AttachedReport *attached);
[[nodiscard]] QString messageHtml(const MessageHead &head, const DailySummary *summary, const AttachedReport *attached);

} // namespace ponte::delivery
