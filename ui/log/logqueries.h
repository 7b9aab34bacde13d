// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "core/security/actor.h"

#include <optional>

/// What the monitor asks of the database; each function runs in a thread of the read pool.
namespace ponte::ui::logqueries {

/// Personal data of each record masked where this person may not see it.
void maskFor(const security::Actor &actor, QList<log::Record> &records);

/// Consecutive pages that start after a cursor; the last is the one that is wanted.
struct Walk {
    log::Filter filter;
    log::Sort sort;
    std::optional<log::Cursor> after;
    QList<int> limits;
    bool keepAll = false; ///< the records of all pages, not only of the last
};

struct WalkResult {
    QList<log::Cursor> ends; ///< of each page read: the cursor of its last row
    QList<int> sizes; ///< rows of each page read; fewer pages than asked where the rows end before
    QList<log::Record> records;
    bool hasNext = false;
};

[[nodiscard]] Result<WalkResult> walk(storage::Connection &connection, const Walk &walk);

/// At which row of a view a record stands; none beyond the first `limit` rows, or where it does not match.
[[nodiscard]] Result<std::optional<int>> rowOf(storage::Connection &connection, const log::Filter &filter,
                                               const log::Sort &sort, LogRecordId id, int limit);

struct Counts {
    log::Count matching;
    log::Count all; ///< of the same company and level, whatever else the filter says
    qint64 milliseconds = 0;
};

[[nodiscard]] Result<Counts> counts(storage::Connection &connection, const log::Filter &filter);

/// Asks what became of a view since it was read.
struct Ask {
    log::Filter filter;
    log::Sort sort;
    std::optional<log::Cursor> top;
    QList<LogRecordId> watched; ///< rows in sight
    bool withCounts = true;
};

struct Answer {
    QList<log::Record> head; ///< rows that now stand before the first one shown
    bool hasMore = false; ///< and others before those
    QList<log::Record> watched;
    std::optional<Counts> counts;
};

[[nodiscard]] Result<Answer> news(storage::Connection &connection, const Ask &ask);

} // namespace ponte::ui::logqueries
