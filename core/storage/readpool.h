// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/connection.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>
#include <QThreadPool>
#include <QThreadStorage>

#include <functional>
#include <memory>
#include <mutex>

namespace ponte::storage {

/// Lets a caller give up a read: the query is interrupted in the database and its continuation does not run.
class ReadTicket
{
public:
    ReadTicket();
    void cancel();
    [[nodiscard]] bool isCancelled() const;

private:
    friend class ReadPool;
    struct State {
        std::mutex mutex;
        bool cancelled = false;
        Connection *running = nullptr;
    };
    std::shared_ptr<State> m_state;
};

/// Reads for screens and exports on a few threads of their own, each with one read-only connection. Thread-safe.
class ReadPool
{
public:
    explicit ReadPool(Address address, int threads = 4);
    ~ReadPool();

    /// Runs `work` in the pool and then `then(Result<T>)` in the thread of `context`, unless the ticket was cancelled
    /// or the context is gone. Called in the context's thread.
    template<class T, class Then>
    ReadTicket read(QObject *context, std::function<Result<T>(Connection &)> work, Then then);

    /// The read connection of the calling thread, opened at first use and reopened when it was lost; for worker
    /// threads. The pointer is good until the next call in this thread.
    [[nodiscard]] Result<Connection *> here();
    /// Closes that of the calling thread, which has nothing to do for a while: a server has only so many to give.
    void closeHere();

private:
    [[nodiscard]] static bool start(const ReadTicket &ticket, Connection *connection);
    static void finish(const ReadTicket &ticket);

    const Address m_address;
    QThreadStorage<Connection *> m_connections; // owns
    QThreadPool m_pool;
};

template<class T, class Then>
ReadTicket ReadPool::read(QObject *context, std::function<Result<T>(Connection &)> work, Then then)
{
    ReadTicket ticket;
    // QFuture::then() with a context asserts that the context outlives the read; a watcher that is its child may go
    // with it.
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, ticket, then = std::move(then)] {
        watcher->deleteLater();
        if (!ticket.isCancelled())
            then(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [this, ticket, work = std::move(work)]() -> Result<T> {
        const Result<Connection *> connection = here();
        if (!connection)
            return tl::unexpected(connection.error());
        if (!start(ticket, *connection))
            return failure(ErrorCode::Cancelled, QStringLiteral("The query was cancelled."));
        Result<T> result = work(**connection);
        finish(ticket);
        return result;
    }));
    return ticket;
}

} // namespace ponte::storage
