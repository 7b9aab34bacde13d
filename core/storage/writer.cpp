// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/storage/writer.h"

#include "core/base/crashpoint.h"
#include "core/base/logging.h"

#include <QCoreApplication>

#include <iterator>

namespace ponte::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t largestGroup = 500;

/// PostgreSQL ends one of two transactions that wait for each other's rows; here that ends one work of the group, which
/// holds nothing any more and may simply come again.
bool isDeadlock(const Result<> &result)
{
    return !result && result.error().code == ErrorCode::Database && result.error().detail.endsWith(u"(40P01)"_s);
}

} // namespace

Writer::Writer(Address address)
    : m_address(std::move(address))
    , m_thread([this] { loop(); })
{}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Writer::post(const QByteArray &name, Work work, Done done)
{
    Q_ASSERT(std::this_thread::get_id() != m_thread.get_id());
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back({name, std::move(work), std::move(done)});
    }
    m_wake.notify_one();
}

void Writer::loop()
{
    while (true) {
        std::deque<Job> group;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                break;
            while (!m_queue.empty() && group.size() < largestGroup) {
                group.push_back(std::move(m_queue.front()));
                m_queue.pop_front();
            }
        }
        commitGroup(group);
    }
    m_connection.reset();
}

void Writer::commitGroup(std::deque<Job> &group)
{
    const Result<> committed = runGroup(group);
    QStringList topics;
    if (m_connection) {
        topics = m_connection->takeChanges();
        if (!committed) {
            if (m_connection->isAlive())
                static_cast<void>(m_connection->run(u"ROLLBACK"_s));
            else
                m_connection.reset();
        }
    }
    if (!committed)
        qCWarning(lcStorage) << "transaction failed:" << committed.error().message << committed.error().detail;
    std::deque<Job> again;
    for (Job &job : group) {
        crashPoint(QByteArray("commit." + job.name), Side::After);
        if (committed && !job.isSecondTry && isDeadlock(job.result)) {
            job.isSecondTry = true;
            job.result = {};
            again.push_back(std::move(job));
            continue;
        }
        const bool ownFailure = !job.result;
        job.done(committed || ownFailure ? job.result : committed);
    }
    if (committed && !topics.isEmpty())
        Q_EMIT this->committed(topics);
    if (!again.empty()) {
        const std::lock_guard lock(m_mutex);
        m_queue.insert(m_queue.begin(), std::make_move_iterator(again.begin()), std::make_move_iterator(again.end()));
    }
}

Result<> Writer::runGroup(std::deque<Job> &group)
{
    if (Result<> ready = ensureConnection(); !ready)
        return ready;
    const bool sqlite = m_connection->backend() == Backend::Sqlite;
    const QString begin = sqlite ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s;
    if (Result<> begun = m_connection->run(begin); !begun)
        return begun;
    bool apart = false;
    for (auto job = group.begin(); job != group.end();) {
        if (Result<> done = apart ? runApart(*job) : runJob(*job); !done)
            return done;
        if (apart || job->result) {
            ++job;
            continue;
        }
        // Savepoints would cost as much as a small work, and hardly any fails: where one does, all of it is undone and
        // run again, each in a savepoint of its own.
        static_cast<void>(m_connection->takeChanges());
        static_cast<void>(m_connection->run(u"ROLLBACK"_s));
        if (Result<> begun = m_connection->run(begin); !begun)
            return begun;
        apart = group.size() > 1;
        job = apart ? group.begin() : group.end();
    }
    const QStringList topics = m_connection->takeChanges();
    for (const QString &topic : topics)
        m_connection->noteChange(topic);
    // On one way with the commit, which is what delivers it.
    const QString told = sqlite || topics.isEmpty() ? QString() : u"NOTIFY ponte, '%1'; "_s.arg(topics.join(u','));
    for (const Job &job : group)
        crashPoint(QByteArray("commit." + job.name), Side::Before);
    Result<> committed = m_connection->run(told + u"COMMIT"_s);
    if (!committed && !m_connection->isAlive()) {
        Error error = committed.error();
        error.code = ErrorCode::DatabaseUnknown;
        return tl::unexpected(error);
    }
    return committed;
}

/// A failure of the work itself stays with its job; the returned error ends the whole group.
Result<> Writer::runJob(Job &job)
{
    job.result = job.work(*m_connection);
    if (m_connection->isAlive())
        return {};
    return failure(
        ErrorCode::Database,
        QCoreApplication::translate("Storage", "The connection to the database %1 was lost; nothing was changed.")
            .arg(m_address.display()));
}

Result<> Writer::runApart(Job &job)
{
    if (Result<> begun = m_connection->run(u"SAVEPOINT job"_s); !begun)
        return begun;
    const QStringList before = m_connection->takeChanges();
    if (Result<> run = runJob(job); !run)
        return run;
    if (!job.result)
        static_cast<void>(m_connection->takeChanges());
    for (const QString &topic : before)
        m_connection->noteChange(topic);
    // A full disk ends SQLite's whole transaction by itself, so that there may be no savepoint left to go back to.
    if (Result<> back = job.result ? Result<>() : m_connection->run(u"ROLLBACK TO SAVEPOINT job"_s); !back)
        return tl::unexpected(job.result.error());
    return m_connection->run(u"RELEASE SAVEPOINT job"_s);
}

Result<> Writer::ensureConnection()
{
    if (m_connection && m_connection->isAlive())
        return {};
    m_connection.reset();
    Result<std::unique_ptr<Connection>> opened = Connection::open(m_address, Connection::Mode::ReadWrite);
    if (!opened)
        return tl::unexpected(opened.error());
    m_connection = std::move(*opened);
    return {};
}

} // namespace ponte::storage
