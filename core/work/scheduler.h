// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/security/actor.h"
#include "core/work/processregistry.h"
#include "core/work/schedule.h"
#include "core/work/workerpool.h"

#include <QHash>

#include <atomic>

namespace ponte::work {

/// Runs what is due, each run in a thread of its own. A missed run runs once, of several programs one runs it, and a
/// schedule never runs twice at a time. A run is on record from its beginning: what a killed program left half done
/// another one ends, without a second attempt for what was attempted. Thread-safe.
class Scheduler
{
public:
    /// One run. Where `since` is valid it goes on with an interrupted one: what changed at or after it is done already.
    using Job = std::function<Result<ScheduleReport>(const Schedule &, const QDateTime &since, const CancelToken &)>;

    /// Without a thread (`running` false) only runNow() works.
    Scheduler(storage::Database &database, const Clock &clock, const ProcessRegistry &process, QHash<QString, Job> jobs,
              bool running);
    /// Cancels the runs under way and waits for their ends.
    ~Scheduler();

    /// The schedule's own run, now, in the calling thread. Permission (ManageSchedules of its company); NotFound where
    /// there is none; Conflict while it runs already.
    [[nodiscard]] Result<ScheduleReport> runNow(const security::Actor &actor, qint64 id, const CancelToken &cancel);

private:
    struct Claim {
        qint64 run = 0;
        qint64 owner = 0;
        Schedule schedule;
        QDateTime since;
        bool mayWait = true; ///< false: a person waits for the end, so nobody goes on with it later
    };
    void loop();
    [[nodiscard]] Result<> runDue();
    void start(const Claim &claim);
    [[nodiscard]] Result<std::optional<Claim>> claimDue(const Schedule &schedule, const QString &askedBy);
    [[nodiscard]] Result<std::optional<Claim>> claimInterrupted(const storage::Row &row);
    [[nodiscard]] Result<Claim> open(storage::Connection &connection, const Schedule &schedule, const QString &who);
    [[nodiscard]] Result<ScheduleReport> run(const Claim &claim, const CancelToken &cancel);
    [[nodiscard]] Result<> keep(const Claim &claim, const ScheduleReport &report, bool ended);

    storage::Database &m_database;
    const Clock &m_clock;
    const ProcessRegistry &m_process;
    const QHash<QString, Job> m_jobs;
    const CancelToken m_cancel;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::atomic<int> m_running = 0;
    WorkerPool m_pool;
    std::thread m_thread;
};

} // namespace ponte::work
