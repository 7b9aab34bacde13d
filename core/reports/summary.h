// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/integration/descriptor.h"
#include "core/log/logreader.h"
#include "core/log/signaturegroups.h"
#include "core/storage/connection.h"

#include <QDate>
#include <QTimeZone>

#include <array>
#include <chrono>
#include <optional>

namespace ponte::reports {

/// Records per status.
struct StatusCounts {
    qint64 success = 0, error = 0, pending = 0, cancelled = 0;
    [[nodiscard]] qint64 total() const { return success + error + pending + cancelled; }
    void add(log::Status status, qint64 count);
    bool operator==(const StatusCounts &) const = default;
};

/// Records that are still Error or Pending, by the time since they were made.
enum class AgeBand { UnderHour, UnderFourHours, UnderDay, UnderThreeDays, UnderWeek, UnderMonth, Older };
constexpr int ageBands = 7;

/// How long the sales of a company took to their contract, against the company's own deadline.
struct CompanySla {
    CompanyId company;
    std::chrono::minutes deadline {0};
    qint64 inTime = 0; ///< contract effective within the deadline
    qint64 late = 0; ///< effective, but later
    qint64 overdue = 0; ///< not effective, and the deadline is over
    [[nodiscard]] std::optional<double> share() const; ///< of those whose end or deadline has come, in time: 0 to 1
};

/// The figures of a manager over what a filter chooses.
struct Summary {
    QDateTime first, last; ///< earliest and latest record; invalid where there is none
    StatusCounts total;
    QList<std::pair<QDate, StatusCounts>> days; ///< days of the zone with records, ascending
    QList<std::pair<QString, StatusCounts>> functionalities; ///< ids in the order of the work; those with records
    QList<std::pair<CompanyId, StatusCounts>> companies;
    struct OfLevel {
        CompanyId company;
        LevelId level;
        StatusCounts counts;
    };
    QList<OfLevel> levels;
    std::array<qint64, ageBands> ageing {};
    qint64 contracts = 0; ///< sales with an effective contract
    std::optional<std::chrono::seconds> median, p95; ///< from sale to contract; none without contracts
    qint64 recoveredByResend = 0; ///< effective in an automatic resend, after the first attempt had failed
    QList<log::SignatureGroup> topSignatures; ///< at most 10
    QList<CompanySla> sla;
};

/// Counted in the database, as of the connection's transaction. Errors: Database, Cancelled.
[[nodiscard]] Result<Summary> summarize(storage::Connection &connection, const integration::Descriptor &descriptor,
                                        const log::Filter &filter, const QTimeZone &zone, const QDateTime &now);

} // namespace ponte::reports
