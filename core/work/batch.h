// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace ponte::work {

enum class BatchState {
    Planned, ///< shown to a person, not confirmed: nothing runs
    Waiting, ///< confirmed, no worker has begun
    Running,
    Paused,
    Cancelled, ///< what was in flight ends; nothing else begins
    Done,
};

enum class EntryState {
    Planned,
    Excluded, ///< seen by the plan and not part of it
    Waiting, ///< part of an active batch; one per record, which the database enforces
    Succeeded,
    Failed,
    Skipped, ///< by rule: changed meanwhile, in work elsewhere
    NotAttempted, ///< destination stopped, RM away, batch cancelled
};

/// The words of files, wires and tables: "not_attempted"…
[[nodiscard]] QString toWord(BatchState state);
[[nodiscard]] QString toWord(EntryState state);
[[nodiscard]] BatchState batchStateFromWord(QStringView word);
[[nodiscard]] EntryState entryStateFromWord(QStringView word);
/// Why a plan took a record in or left it out, for a person, Portuguese. `reason` is the entry's word: "error",
/// "pending", "cancelled"; "in_work", "in_batch", "beyond_first".
[[nodiscard]] QString reasonText(const QString &reason);
/// From here on a reason's number means that the record is left out.
constexpr int firstExcludedReason = 10;
/// The number that the tables keep for such a word; -1 for any other word.
[[nodiscard]] int reasonNumber(QStringView reason);
[[nodiscard]] QString reasonFromNumber(qint64 number);

/// Of a batch that sends a few first: how many those are, and how many of the latest must not all be unanswered.
constexpr int canarySlice = 5;

/// What a person may choose when confirming.
struct BatchOptions {
    bool resetAttempts = false; ///< the count of automatic attempts begins anew (loja-click.md D0-04)
    std::optional<int> perSecond; ///< 1..1000, over all programs together
    bool canary = false; ///< 5 first, then ten times as many each time; stops itself where the destination is down
    bool operator==(const BatchOptions &) const = default;
};

/// planned = succeeded + failed + skipped + notAttempted + remaining, at every instant.
struct BatchCounts {
    qint64 planned = 0;
    qint64 succeeded = 0;
    qint64 failed = 0;
    qint64 skipped = 0;
    qint64 notAttempted = 0;
    [[nodiscard]] qint64 remaining() const { return planned - succeeded - failed - skipped - notAttempted; }
    bool operator==(const BatchCounts &) const = default;
};

struct Batch {
    qint64 id = 0;
    QString integration;
    std::optional<CompanyId> company; ///< none where ids of several were chosen
    QString who; ///< planned or confirmed it
    BatchState state = BatchState::Planned;
    QString stateReason; ///< why paused, Portuguese; empty where a person did it
    QString stateBy; ///< who paused, resumed or cancelled last
    BatchOptions options;
    QString token; ///< of the one confirmation
    QString hash; ///< of ids and reasons
    qint64 excluded = 0;
    BatchCounts counts;
    QDateTime createdAt, confirmedAt, startedAt, endedAt; ///< UTC; invalid where not yet

    /// Confirmed and not ended: it has work or a pause to show.
    [[nodiscard]] bool isActive() const { return state != BatchState::Planned && !endedAt.isValid(); }
};

struct BatchEntry {
    LogRecordId record;
    EntryState state = EntryState::Planned;
    QString reason;
    QString message; ///< of the outcome, Portuguese
    QDateTime endedAt;
};

/// One line of the split of a plan: how many share all of this.
struct PlanShare {
    bool included = false;
    QString reason;
    log::Status status = log::Status::Error;
    CompanyId company;
    LevelId level;
    QString signature;
    QString signatureText; ///< the error's message without its variable parts; empty without a signature
    qint64 count = 0;
    bool operator==(const PlanShare &) const = default;
};

/// Which entries of a batch; empty members do not restrict.
struct EntryFilter {
    QList<EntryState> states;
    QString reason;
};

// Reads on the caller's connection; `batch()` is none where there is no such batch.
[[nodiscard]] Result<std::optional<Batch>> batch(storage::Connection &connection, qint64 id);
/// Newest first: the active ones, and the `ended` latest that ended.
[[nodiscard]] Result<QList<Batch>> batches(storage::Connection &connection, int ended);
/// Of its entries, those left out too.
[[nodiscard]] Result<QList<CompanyId>> companiesOf(storage::Connection &connection, qint64 batch);
/// Ordered by record, those after `after`.
[[nodiscard]] Result<QList<BatchEntry>> entries(storage::Connection &connection, qint64 batch,
                                                const EntryFilter &filter, LogRecordId after, int limit);
/// Largest first; by the records as they are now.
[[nodiscard]] Result<QList<PlanShare>> planShares(storage::Connection &connection, qint64 batch);
/// One row of a query of the columns reason, status, company, level, signature, text and n.
[[nodiscard]] PlanShare planShareOf(const storage::Row &row);
/// Those of the given records that an active batch still has to run ("em reprocessamento").
[[nodiscard]] Result<QList<LogRecordId>> inBatch(storage::Connection &connection, const QList<LogRecordId> &records);

/// Numbers as one bound value, whatever their count: "[1,2,3]" on SQLite, "{1,2,3}" on PostgreSQL.
[[nodiscard]] QString idList(storage::Backend backend, const QList<LogRecordId> &ids);

} // namespace ponte::work
