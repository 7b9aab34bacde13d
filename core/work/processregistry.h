// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/storage/database.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace ponte::work {

/// This program among those that share the database: it says every 5 s that it lives, and what it holds (leases, locks)
/// is valid while that was said in the last 30 s. Programs find the dead ones and free what they held; on one machine a
/// dead pid is known at once. Thread-safe.
class ProcessRegistry
{
public:
    /// Frees what a dead program held in an integration's own tables, inside the transaction that declares it dead.
    using Release = std::function<Result<>(storage::Connection &, ProcessId dead)>;

    struct Options {
        QString program; ///< "ponte-agent"
        QString version;
        bool runsWorkers = false;
    };

    [[nodiscard]] static Result<std::unique_ptr<ProcessRegistry>>
    enter(storage::Database &database, const Clock &clock, const Options &options, QList<Release> releases);
    /// Gives back all that is held and says goodbye.
    ~ProcessRegistry();

    /// Changes only if this program was declared dead (it stood still for over 30 s) and had to enter anew.
    [[nodiscard]] ProcessId id() const { return ProcessId(m_id.load()); }
    /// Whether what was leased to `owner` is leased to it still, without asking the database: this is its program, and
    /// its last sign of life is so new that no other may have taken it for dead.
    [[nodiscard]] bool isSurelyAlive(ProcessId owner) const;

private:
    ProcessRegistry(storage::Database &database, const Clock &clock, Options options, QList<Release> releases);
    [[nodiscard]] Result<> registerProcess();
    void beat();
    [[nodiscard]] Result<> reap();
    [[nodiscard]] Result<> release(storage::Connection &connection, ProcessId dead, bool itself) const;
    void loop();

    storage::Database &m_database;
    const Clock &m_clock;
    const Options m_options;
    const QList<Release> m_releases;
    std::atomic<qint64> m_id = 0;
    std::atomic<std::chrono::steady_clock::time_point> m_seen; ///< before the last sign of life was written
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace ponte::work
