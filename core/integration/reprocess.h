// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/integration/descriptor.h"
#include "core/security/actor.h"
#include "core/storage/database.h"
#include "core/work/batch.h"
#include "core/work/batchplan.h"

namespace ponte::integration {

/// What a person chose to run again.
struct ReprocessRequest {
    log::Filter filter; ///< `ids` for a selection; without functionality and status: what may be run again, in error or
                        ///< pending
    std::optional<int> first; ///< no more than the first N included, by id; from 1
};

/// Running records again by hand: first a plan that a person sees, then a batch that executes exactly its ids
/// (loja-click.md F0-23 to F0-30, D0-23 to D0-25). Workers of any program that shares the database execute it; neither
/// the end of the program that confirmed it nor of one that works on it loses or repeats anything. Thread-safe; every
/// call waits for the database, so none belongs into the UI thread. What shows batches reads them by `work::batch()`,
/// `work::batches()`, `work::entries()`, `work::planShares()` and `work::inBatch()`.
///
/// Errors: Permission; Rule with the ids named where a selection holds a record that may not run again; Database.
class ReprocessService
{
public:
    ReprocessService(storage::Database &database, const Clock &clock, const Descriptor &descriptor);

    /// The plan as it is now, not kept.
    [[nodiscard]] Result<QList<work::BatchEntry>> preview(const security::Actor &actor,
                                                          const ReprocessRequest &request) const;
    /// How that plan splits, with how many share each part; largest first.
    [[nodiscard]] Result<QList<work::PlanShare>> previewShares(const security::Actor &actor,
                                                               const ReprocessRequest &request) const;
    /// Keeps a plan: ids and reasons are frozen, nothing runs. Confirm or discard it; after a day it is forgotten.
    [[nodiscard]] Result<work::Batch> plan(const security::Actor &actor, const ReprocessRequest &request);
    /// Makes the plan a batch for the workers. The same plan confirmed again, by anybody, is the same batch with the
    /// options of the first confirmation. NotFound where the plan was discarded, Conflict where it is another.
    [[nodiscard]] Result<work::Batch> confirm(const security::Actor &actor, const work::Batch &plan,
                                              const work::BatchOptions &options);
    [[nodiscard]] Result<> discard(const security::Actor &actor, qint64 plan);
    /// Pause lets what is in flight end. Rule where the batch has ended, NotFound where there is none.
    [[nodiscard]] Result<work::Batch> order(const security::Actor &actor, qint64 batch, work::BatchOrder what);

private:
    struct Plannable {
        storage::Connection *connection; ///< of the calling thread
        work::PlanOrder order;
    };
    /// The request as an order, where the actor may have every record of it sent.
    [[nodiscard]] Result<Plannable> allowed(const security::Actor &actor, const ReprocessRequest &request) const;
    [[nodiscard]] Result<> mayTouch(const security::Actor &actor, qint64 batch) const;

    storage::Database &m_database;
    const Clock &m_clock;
    const Descriptor &m_descriptor;
};

} // namespace ponte::integration
