// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/client.h"
#include "core/log/logwriter.h"
#include "core/work/processregistry.h"

#include <QHash>
#include <QJsonObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ponte::work {

/// What must still happen because of something that did, each retried by itself until it is done.
struct OutboxEntry {
    qint64 id = 0;
    QString integration;
    QString kind; ///< e.g. "broker_notice"
    QString cause; ///< unique within its kind
    CompanyId company;
    QString origin;
    QJsonObject payload;
    int attempts = 0; ///< before this one
    QString askedBy; ///< who asked for this try; empty where it is the program's own
    qint64 leaseNumber = 0;
};

/// How one try ended.
struct OutboxOutcome {
    enum class Kind {
        Done,
        Retry, ///< later, by the back-off
        Stopped, ///< credentials refused: waits for another version of them
        NeedsPerson,
    };
    Kind kind = Kind::Retry;
    QString message;
    std::optional<std::chrono::seconds> retryAfter = {};
    qint64 credentialVersion = 0; ///< of the refused ones
    std::optional<log::NewExecution> execution = {}; ///< kept in the log together with the outcome
};

/// 5 s, ×3 each time, ±20 %, at most 6 h, never below what the other side asked for. `random` is 0..1.
[[nodiscard]] std::chrono::milliseconds outboxDelay(int attempts, std::optional<std::chrono::seconds> retryAfter,
                                                    double random);

/// Adds an entry inside a transaction; an entry of the same kind and cause stays as it is.
[[nodiscard]] Result<> enqueue(storage::Connection &connection, const OutboxEntry &entry, const QDateTime &now);
/// The same of each of these kinds, whatever the entry's own is.
[[nodiscard]] Result<> enqueueEach(storage::Connection &connection, const QStringList &kinds, const OutboxEntry &entry,
                                   const QDateTime &now);

/// Delivers entries in worker threads of its own, which grow in number as long as there is work for them. Entries are
/// claimed several at a time, and no thread waits for the commit of what it delivered: until then the entry's lease
/// holds, so that an end of the program before it makes another one try again.
class OutboxDispatcher
{
public:
    using Handler = std::function<OutboxOutcome(const OutboxEntry &, http::Client &)>;
    /// The version of the credentials that a kind uses now; entries stopped for another version are tried again.
    using CredentialVersion = std::function<Result<qint64>(const QString &kind)>;
    /// How many entries this program works on at once, 1 to 32; asked again and again, since settings change.
    using Capacity = std::function<int()>;

    OutboxDispatcher(storage::Database &database, const Clock &clock, const ProcessRegistry &process,
                     QHash<QString, Handler> handlers, CredentialVersion credentialVersion, Capacity capacity);
    /// Ends the tries under way and keeps their outcomes; what was not begun is freed with the process.
    ~OutboxDispatcher();

    /// Looks for work now.
    void wake();

private:
    using Delivered = std::pair<OutboxEntry, OutboxOutcome>;
    using DeliveredGroup = std::vector<Delivered>;
    void loop();
    void look(std::unique_lock<std::mutex> &lock);
    [[nodiscard]] Result<QList<OutboxEntry>> claim(int places);
    void keep(Delivered delivered);
    void post(DeliveredGroup first);
    [[nodiscard]] Result<> keepIn(storage::Connection &connection, const DeliveredGroup &group) const;
    [[nodiscard]] Result<> resumeStopped();

    storage::Database &m_database;
    const Clock &m_clock;
    const ProcessRegistry &m_process;
    const QHash<QString, Handler> m_handlers;
    const QString m_kinds; ///< those with a handler, as a JSON list
    const CredentialVersion m_credentialVersion;
    const Capacity m_capacity;
    std::mutex m_mutex;
    std::condition_variable m_wakeUp; ///< the one that looks for entries
    std::condition_variable m_ready; ///< the others
    std::condition_variable m_kept;
    std::deque<OutboxEntry> m_queue;
    DeliveredGroup m_delivered; ///< goes with the next commit, which is on its way
    DeliveredGroup m_unkept; ///< the database was away for a moment, or one of them cannot be kept
    int m_keeping = 0; ///< commits under way
    int m_idle = 0; ///< threads that wait for an entry
    bool m_isLooking = false; ///< one of the threads
    bool m_isRich = false; ///< the last claim left some; of the thread that looks
    bool m_stopping = false;
    bool m_woken = false;
    std::vector<std::thread> m_threads;
};

} // namespace ponte::work
