// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/http/client.h"
#include "core/work/batch.h"
#include "core/work/processregistry.h"

#include <QHash>
#include <QSet>

#include <any>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace ponte::work {

/// One record of a batch, claimed by this program.
struct BatchTask {
    qint64 batch = 0;
    LogRecordId record;
    qint64 owner = 0;
    qint64 leaseNumber = 0;
    QString who;
    bool resetAttempts = false;
    std::any held = {}; ///< what Take got for it
};

struct BatchOutcome {
    EntryState state = EntryState::NotAttempted; ///< ended, or Waiting: nothing was sent and it is to begin anew
    QString message;
    bool unanswered = false; ///< the destination gave no usable answer: what makes the canary stop
};

/// Keeps the outcome of a task inside a transaction; a stale lease changes nothing.
[[nodiscard]] Result<> keepOutcome(storage::Connection &connection, const BatchTask &task, const BatchOutcome &outcome,
                                   const QDateTime &now);

/// Executes the batches of one integration that are confirmed, in worker threads of its own, together with the other
/// programs that share the database. Every entry is claimed by one statement and freed when its owner dies, so that a
/// batch survives any end of any program. Thread-safe.
class BatchRunner
{
public:
    /// Gets what the work of each record needs to hold, inside the transaction that claims their entries; what it holds
    /// is freed with the process. A record that is not in the answer has nothing.
    using Take = std::function<Result<QHash<LogRecordId, std::any>>(storage::Connection &, const QList<LogRecordId> &)>;
    /// Runs one record; called from a worker thread. Without a value the handler kept the outcome itself, by
    /// keepOutcome() in the transaction of its own effects.
    using Handler = std::function<std::optional<BatchOutcome>(const BatchTask &, http::Client &, const CancelToken &)>;
    /// How many records this program works on at once; asked again and again, since settings change.
    using Capacity = std::function<int()>;

    BatchRunner(storage::Database &database, const Clock &clock, const ProcessRegistry &process, QString integration,
                Take take, Handler handler, Capacity capacity);
    /// Ends what is in flight; waits for it `grace`, then cancels it. What was not begun is freed with the process.
    ~BatchRunner();

    /// Looks for work now.
    void wake();
    /// Begins nothing more.
    void stop();

private:
    struct Active {
        qint64 id = 0;
        QString state;
        QString who;
        BatchOptions options;
        qint64 allowance = 0;
        qint64 pacedUntil = 0; ///< milliseconds since 1970, UTC
    };
    using Ended = std::vector<std::pair<BatchTask, BatchOutcome>>;
    void loop();
    void work();
    [[nodiscard]] Result<bool> round();
    [[nodiscard]] Result<QList<Active>> active();
    [[nodiscard]] Result<int> take(const Active &batch, int places);
    [[nodiscard]] Result<int> queue(const Active &batch, int places, LogRecordId after);
    [[nodiscard]] Result<QList<BatchTask>> claim(const Active &batch, int places, LogRecordId after);
    [[nodiscard]] static Result<int> canaryLeft(storage::Connection &writing, qint64 batch, qint64 allowance,
                                                int wanted);
    [[nodiscard]] Result<int> canaryPlaces(const Active &batch, int places);
    [[nodiscard]] Result<> settle(const Active &batch);
    [[nodiscard]] int freePlaces() const;
    [[nodiscard]] Ended takeEnded();
    void putBack(Ended ended);
    [[nodiscard]] Result<> keep(storage::Connection &connection, const Ended &ended) const;
    [[nodiscard]] Result<bool> keepEnded();
    [[nodiscard]] bool isHungry() const;

    storage::Database &m_database;
    const Clock &m_clock;
    const ProcessRegistry &m_process;
    const QString m_integration;
    const Take m_take;
    const Handler m_handler;
    const Capacity m_capacity;
    CancelToken m_cancel;
    // Of the coordinator's thread alone: where the next claim looks first, whether it is worth no question before, and
    // when to look again.
    QHash<qint64, LogRecordId> m_position;
    QSet<qint64> m_rich;
    std::chrono::milliseconds m_patience {0};
    mutable std::mutex m_mutex;
    std::condition_variable m_wakeUp; ///< the coordinator
    std::condition_variable m_ready; ///< the workers
    std::condition_variable m_idle;
    std::deque<BatchTask> m_queue;
    Ended m_ended; ///< without effects of their own, still to be kept
    std::map<std::pair<qint64, qint64>, int> m_returned; ///< by batch and record, how often it came back untried
    int m_running = 0;
    int m_places = 1; ///< as the capacity was last
    bool m_woken = false;
    bool m_stopping = false;
    std::vector<std::thread> m_workers;
    std::thread m_coordinator;
};

} // namespace ponte::work
