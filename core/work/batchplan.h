// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/batch.h"

namespace ponte::work {

/// What a plan is made of: every record that the filter finds now, each with its reason.
struct PlanOrder {
    QString integration;
    log::Filter filter;
    QStringList functionalities; ///< those which may be run again
    std::optional<int> first; ///< no more than the first N included, by id
    QString who;
};

/// Why a selection is refused whole (loja-click.md D0-23).
struct ForbiddenRecord {
    LogRecordId id;
    bool exists = true;
    QString functionality;
    log::Status status = log::Status::Error;
};

/// At most `limit` chosen records that may not be run by hand: another functionality, already successful, or unknown to
/// the filter.
[[nodiscard]] Result<QList<ForbiddenRecord>> forbidden(storage::Connection &connection, const PlanOrder &order,
                                                       int limit);
/// The companies that the filter touches.
[[nodiscard]] Result<QList<CompanyId>> companies(storage::Connection &connection, const PlanOrder &order);
/// The plan as it would be now, without keeping it.
[[nodiscard]] Result<> eachPlanned(storage::Connection &connection, const PlanOrder &order,
                                   const std::function<bool(const BatchEntry &)> &visit);

/// How that plan would split, largest first.
[[nodiscard]] Result<QList<PlanShare>> plannedShares(storage::Connection &connection, const PlanOrder &order);

// Inside a Writer's work.

/// Keeps the plan, ids and reasons, by one statement; its batch is Planned and has a fresh token.
[[nodiscard]] Result<Batch> storePlan(storage::Connection &connection, const PlanOrder &order, const QDateTime &now);
/// Makes the plan a batch. The same token again is the same batch. What another active batch holds becomes Skipped.
/// Errors: NotFound, Conflict where the hash is another.
[[nodiscard]] Result<Batch> confirmPlan(storage::Connection &connection, const Batch &plan, const BatchOptions &options,
                                        const QString &who, const QDateTime &now);
/// Ends a confirmed batch that has nothing left to run and keeps its counts; false where something is left.
[[nodiscard]] Result<bool> endBatch(storage::Connection &connection, qint64 id, const QDateTime &now);
/// Forgets a plan that nobody confirmed.
[[nodiscard]] Result<> discardPlan(storage::Connection &connection, qint64 id);
/// Forgets what was planned before `before` and never confirmed.
[[nodiscard]] Result<> discardOldPlans(storage::Connection &connection, const QDateTime &before);

enum class BatchOrder { Pause, Resume, Cancel };
/// Errors: NotFound, Rule where the batch has ended or was never confirmed. Asking twice changes nothing.
[[nodiscard]] Result<Batch> order(storage::Connection &connection, qint64 id, BatchOrder what, const QString &who,
                                  const QDateTime &now);

} // namespace ponte::work
