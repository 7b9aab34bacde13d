// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/client.h"
#include "core/work/processregistry.h"

#include <QHash>
#include <QJsonObject>

#include <condition_variable>
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
    /// Runs in the transaction that keeps the outcome: the log item.
    std::function<Result<>(storage::Connection &)> record = {};
};

/// 5 s, ×3 each time, ±20 %, at most 6 h, never below what the other side asked for. `random` is 0..1.
[[nodiscard]] std::chrono::milliseconds outboxDelay(int attempts, std::optional<std::chrono::seconds> retryAfter,
                                                    double random);

/// Adds an entry inside a transaction; an entry of the same kind and cause stays as it is.
[[nodiscard]] Result<> enqueue(storage::Connection &connection, const OutboxEntry &entry, const QDateTime &now);

/// Delivers entries in a few worker threads of its own.
class OutboxDispatcher
{
public:
    using Handler = std::function<OutboxOutcome(const OutboxEntry &, http::Client &)>;
    /// The version of the credentials that a kind uses now; entries stopped for another version are tried again.
    using CredentialVersion = std::function<Result<qint64>(const QString &kind)>;

    OutboxDispatcher(storage::Database &database, const Clock &clock, const ProcessRegistry &process,
                     QHash<QString, Handler> handlers, CredentialVersion credentialVersion, int threads);
    /// Ends the tries under way.
    ~OutboxDispatcher();

    /// Looks for work now.
    void wake();

private:
    void loop();
    [[nodiscard]] Result<std::optional<OutboxEntry>> claim();
    void keep(const OutboxEntry &entry, const OutboxOutcome &outcome);
    [[nodiscard]] Result<> tryKeep(const OutboxEntry &entry, const OutboxOutcome &outcome);
    [[nodiscard]] Result<> resumeStopped();

    storage::Database &m_database;
    const Clock &m_clock;
    const ProcessRegistry &m_process;
    const QHash<QString, Handler> m_handlers;
    const QString m_kinds; ///< those with a handler, as a JSON list
    const CredentialVersion m_credentialVersion;
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    bool m_stopping = false;
    bool m_woken = false;
    std::vector<std::thread> m_threads;
};

} // namespace ponte::work
