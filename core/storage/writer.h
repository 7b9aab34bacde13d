// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/blocking.h"
#include "core/storage/connection.h"

#include <QByteArray>
#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

namespace ponte::storage {

/// The only place of a process that writes. What arrives while a transaction is under way goes into the next one
/// together (group commit); a work that fails takes nothing of the others with it, and each caller is answered after
/// the commit. A work may be run more than once (where another of its transaction failed, or the server broke it off
/// because it and another program waited for each other), so it changes nothing but the database. Thread-safe.
///
/// Errors: those of the work; Database when nothing was committed; DatabaseUnknown when the connection died in the
/// commit.
class Writer final : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<Result<>(Connection &)>;
    using Done = std::function<void(const Result<> &)>;

    explicit Writer(Address address);
    ~Writer() override; ///< finishes what was handed in

    /// Waits for the commit; never call it from the UI thread or from inside a Work. `name` is the stable part of crash
    /// point names: `commit.<name>.before` and `.after`.
    template<class T>
    [[nodiscard]] Result<T> write(const QByteArray &name, std::function<Result<T>(Connection &)> work);
    /// Returns at once; `done` runs in the writer's thread after the commit.
    void post(const QByteArray &name, Work work, Done done);

Q_SIGNALS:
    /// After each commit that changed something: the topics noted by its works. Emitted in the writer's thread.
    void committed(const QStringList &topics);

private:
    struct Job {
        QByteArray name;
        Work work;
        Done done;
        Result<> result = {};
        bool isSecondTry = false;
    };
    void loop();
    void commitGroup(std::deque<Job> &group);
    [[nodiscard]] Result<> runGroup(std::deque<Job> &group);
    [[nodiscard]] Result<> runJob(Job &job);
    [[nodiscard]] Result<> runApart(Job &job);
    [[nodiscard]] Result<> ensureConnection();

    const Address m_address;
    std::unique_ptr<Connection> m_connection; // belongs to the writer's thread
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    bool m_stopping = false;
    std::thread m_thread;
};

template<class T>
Result<T> Writer::write(const QByteArray &name, std::function<Result<T>(Connection &)> work)
{
    requireMayBlock("storage::Writer::write()");
    auto value = std::make_shared<Result<T>>(failure(ErrorCode::Internal, {}));
    std::promise<Result<>> promise;
    std::future<Result<>> future = promise.get_future();
    post(
        name,
        [work = std::move(work), value](Connection &connection) -> Result<> {
            *value = work(connection);
            if (!*value)
                return tl::unexpected(value->error());
            return {};
        },
        [&promise](const Result<> &result) { promise.set_value(result); });
    const Result<> result = future.get();
    if (!result)
        return tl::unexpected(result.error());
    return std::move(*value);
}

} // namespace ponte::storage
