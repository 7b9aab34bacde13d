// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "core/work/schedulerule.h"

#include <QJsonObject>

namespace ponte::work {

/// The jobs that a schedule may have. "resend" is a company's own "Reenvio automático"; "reprocess" is the same run
/// over what a filter chooses. Both are automatic: they count and obey the maximum.
inline constexpr char16_t resendJob[] = u"resend";
inline constexpr char16_t reprocessJob[] = u"reprocess";
/// Writes what the filter chooses to a file and delivers it; attempts nothing.
inline constexpr char16_t reportJob[] = u"report";

/// What runs by itself, and when.
struct Schedule {
    qint64 id = 0;
    QString name;
    QString job;
    std::optional<CompanyId> company;
    ScheduleRule rule;
    QString zone; ///< IANA name
    log::Filter filter; ///< of "reprocess" and "report"; its company is the schedule's
    QJsonObject report; ///< of "report": what is written and to whom, in the words of delivery/scheduledreport.h
    bool enabled = true;
    QDateTime nextRun, lastRun; ///< UTC; invalid where there is none
    bool isRunning = false;
};

/// The next runs of a schedule that is on, UTC, ascending, at most `count`.
[[nodiscard]] QList<QDateTime> upcomingRuns(const Schedule &schedule, int count);

/// What one run did; planned = succeeded + failed + skipped + notAttempted at its end.
struct ScheduleReport {
    int planned = 0;
    int succeeded = 0;
    int failed = 0;
    int skipped = 0;
    int notAttempted = 0;
    QString message; ///< for a person, Portuguese
};

/// One run, under way or over.
struct ScheduleRun {
    qint64 id = 0;
    qint64 schedule = 0;
    QString who; ///< "ponte" where its time had come
    ScheduleReport report;
    QDateTime startedAt, endedAt; ///< UTC; endedAt invalid while it runs
};

} // namespace ponte::work
