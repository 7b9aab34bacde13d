// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "core/storage/connection.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace ponte::log {

/// The records of one functionality that stand in one status.
struct TotalCell {
    QString functionality;
    Status status = Status::Success;
    qint64 count = 0;
    bool operator==(const TotalCell &) const = default;
};

/// `failed`: of those created in this hour, the ones that are in error now.
struct HourCount {
    QDateTime hour; ///< its beginning, UTC
    qint64 created = 0, failed = 0;
    bool operator==(const HourCount &) const = default;
};

/// Error and Pending of what may be reprocessed, by the age of their creation; each counted once.
struct WaitingAge {
    qint64 upToHour = 0, upToDay = 0, upToWeek = 0, older = 0;
    bool operator==(const WaitingAge &) const = default;
};

/// What the overview shows; every number is what the log's filter finds for the same words.
struct Totals {
    QList<TotalCell> cells; ///< by functionality and status, none of them 0
    WaitingAge waiting;
    qint64 atRisk = 0; ///< waiting, with one automatic attempt left before the maximum of their company
    QList<HourCount> hours; ///< 24, oldest first, the last one holds `now`
};

/// Counts come from kept counters, so that their cost does not grow with the log; ages and hours read the index of the
/// last week. `maximumOf` names only companies that have a maximum. On the caller's connection.
[[nodiscard]] Result<Totals> totals(storage::Connection &connection, std::optional<CompanyId> company,
                                    std::optional<LevelId> level, const QStringList &reprocessable,
                                    const QHash<CompanyId, int> &maximumOf, const QDateTime &now);

} // namespace ponte::log
