// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/outbox.h"

#include "core/base/logging.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <pthread.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace ponte::work {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

constexpr auto firstDelay = std::chrono::milliseconds(5'000);
constexpr auto longestDelay = std::chrono::milliseconds(std::chrono::hours(6));
constexpr auto lookAgain = std::chrono::milliseconds(1'000);
constexpr int mostDeliverers = 32;

QString asJsonList(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QString stateAfter(OutboxOutcome::Kind kind)
{
    switch (kind) {
    case OutboxOutcome::Kind::Done:
        return u"done"_s;
    case OutboxOutcome::Kind::Retry:
        return u"waiting"_s;
    case OutboxOutcome::Kind::Stopped:
        return u"stopped"_s;
    case OutboxOutcome::Kind::NeedsPerson:
        return u"needs_person"_s;
    }
    return {};
}

} // namespace

std::chrono::milliseconds outboxDelay(int attempts, std::optional<std::chrono::seconds> retryAfter, double random)
{
    const double grown = double(firstDelay.count()) * std::pow(3.0, std::clamp(attempts - 1, 0, 20));
    const double jittered = std::min(grown, double(longestDelay.count())) * (0.8 + 0.4 * random);
    auto delay = std::min(std::chrono::milliseconds(qint64(jittered)), longestDelay);
    if (retryAfter)
        delay = std::max(delay, std::chrono::milliseconds(*retryAfter));
    return delay;
}

Result<> enqueue(Connection &connection, const OutboxEntry &entry, const QDateTime &now)
{
    return enqueueEach(connection, {entry.kind}, entry, now);
}

Result<> enqueueEach(Connection &connection, const QStringList &kinds, const OutboxEntry &entry, const QDateTime &now)
{
    const auto added = connection.execute(
        u"work.enqueue"_s,
        {{u":integration"_s, entry.integration},
         {u":kinds"_s, asJsonList(kinds)},
         {u":cause"_s, entry.cause},
         {u":company"_s, entry.company.value()},
         {u":origin"_s, entry.origin},
         {u":payload"_s, QString::fromUtf8(QJsonDocument(entry.payload).toJson(QJsonDocument::Compact))},
         {u":now"_s, now}});
    if (!added)
        return tl::unexpected(added.error());
    connection.noteChange(u"outbox"_s);
    return {};
}

OutboxDispatcher::OutboxDispatcher(storage::Database &database, const Clock &clock, const ProcessRegistry &process,
                                   QHash<QString, Handler> handlers, CredentialVersion credentialVersion,
                                   Capacity capacity)
    : m_database(database)
    , m_clock(clock)
    , m_process(process)
    , m_handlers(std::move(handlers))
    , m_kinds(asJsonList(m_handlers.keys()))
    , m_credentialVersion(std::move(credentialVersion))
    , m_capacity(std::move(capacity))
{
    const std::lock_guard lock(m_mutex);
    m_threads.emplace_back([this] { loop(); });
}

OutboxDispatcher::~OutboxDispatcher()
{
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_queue.clear();
        threads.swap(m_threads);
    }
    m_wakeUp.notify_all();
    m_ready.notify_all();
    for (std::thread &thread : threads)
        thread.join();
    std::unique_lock lock(m_mutex);
    m_kept.wait(lock, [this] { return m_keeping == 0; });
}

void OutboxDispatcher::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_wakeUp.notify_one();
}

void OutboxDispatcher::loop()
{
    pthread_setname_np(pthread_self(), "outbox");
    http::Client client;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (m_queue.empty() && !m_isLooking) {
            m_isLooking = true;
            look(lock);
            m_isLooking = false;
        }
        if (m_queue.empty()) {
            ++m_idle;
            m_ready.wait(lock, [this] { return m_stopping || !m_queue.empty() || !m_isLooking; });
            --m_idle;
            continue;
        }
        OutboxEntry entry = std::move(m_queue.front());
        m_queue.pop_front();
        // Somebody takes the next one, or looks for more.
        m_ready.notify_one();
        lock.unlock();
        OutboxOutcome outcome = m_handlers.value(entry.kind)(entry, client);
        keep({std::move(entry), std::move(outcome)});
        lock.lock();
    }
}

/// Returns with entries in the queue, or because the dispatcher stops.
void OutboxDispatcher::look(std::unique_lock<std::mutex> &lock)
{
    while (!m_stopping && m_queue.empty()) {
        m_woken = false;
        std::vector<Delivered> again = std::exchange(m_unkept, {});
        lock.unlock();
        for (Delivered &delivered : again)
            keep(std::move(delivered));
        const int capacity = std::clamp(m_capacity(), 1, mostDeliverers);
        const Result<QList<OutboxEntry>> entries = claim(capacity);
        const Result<> resumed = !entries             ? Result<>(tl::unexpected(entries.error()))
                                 : entries->isEmpty() ? resumeStopped()
                                                      : Result<>();
        if (!resumed)
            qCWarning(lcWork) << "the outbox cannot be read:" << resumed.error().message;
        lock.lock();
        if (entries && !entries->isEmpty() && !m_stopping) {
            m_queue.insert(m_queue.end(), entries->begin(), entries->end());
            // This thread is one more that takes an entry.
            const int wanted = std::min(int(m_queue.size()) - 1 - m_idle, capacity - int(m_threads.size()));
            for (int i = 0; i < wanted; ++i)
                m_threads.emplace_back([this] { loop(); });
            return;
        }
        m_wakeUp.wait_for(lock, lookAgain, [this] { return m_stopping || m_woken; });
    }
}

Result<QList<OutboxEntry>> OutboxDispatcher::claim(int places)
{
    const storage::Bindings due = {{u":now"_s, m_clock.now()}, {u":kinds"_s, m_kinds}};
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    // Asking before claiming keeps an idle program from writing.
    const auto any = (*connection)->first(u"work.outbox_due"_s, due);
    if (!any)
        return tl::unexpected(any.error());
    if (!*any)
        return QList<OutboxEntry>();
    const storage::Bindings ours = {{u":owner"_s, m_process.id().value()}, {u":places"_s, places}};
    return m_database.writer().write<QList<OutboxEntry>>(
        "outbox.claim", [&](Connection &writing) -> Result<QList<OutboxEntry>> {
            const auto rows = writing.query(u"work.claim_outbox"_s, due + ours);
            if (!rows)
                return tl::unexpected(rows.error());
            QList<OutboxEntry> entries;
            for (const storage::Row &row : *rows) {
                OutboxEntry entry;
                entry.id = row.number(u"id");
                entry.integration = row.text(u"integration");
                entry.kind = row.text(u"kind");
                entry.cause = row.text(u"cause");
                entry.company = CompanyId(row.number(u"company"));
                entry.origin = row.text(u"origin");
                entry.payload = QJsonDocument::fromJson(row.text(u"payload").toUtf8()).object();
                entry.attempts = int(row.number(u"attempts"));
                entry.askedBy = row.text(u"asked_by");
                entry.leaseNumber = row.number(u"lease_number");
                entries.append(std::move(entry));
            }
            return entries;
        });
}

/// What happened outside must not be forgotten because the database is away for a moment: it is kept again and again,
/// and while that lasts the lease holds.
void OutboxDispatcher::keep(Delivered delivered)
{
    const auto shared = std::make_shared<Delivered>(std::move(delivered));
    {
        const std::lock_guard lock(m_mutex);
        ++m_keeping;
    }
    m_database.writer().post(
        "outbox.outcome", [this, shared](Connection &connection) { return keepIn(connection, *shared); },
        [this, shared](const Result<> &kept) {
            if (!kept)
                qCWarning(lcWork) << "the outcome of" << shared->first.kind << shared->first.cause
                                  << "could not be kept:" << kept.error().message;
            const std::lock_guard lock(m_mutex);
            if (!kept)
                m_unkept.push_back(std::move(*shared));
            --m_keeping;
            m_kept.notify_all();
        });
}

Result<> OutboxDispatcher::keepIn(Connection &connection, const Delivered &delivered) const
{
    const auto &[entry, outcome] = delivered;
    const QDateTime now = m_clock.now();
    const auto delay =
        outboxDelay(entry.attempts + 1, outcome.retryAfter, QRandomGenerator::global()->generateDouble());
    const auto stored = connection.execute(
        u"work.keep_outbox"_s,
        {{u":id"_s, entry.id},
         {u":owner"_s, m_process.id().value()},
         {u":lease_number"_s, entry.leaseNumber},
         {u":state"_s, stateAfter(outcome.kind)},
         {u":not_before"_s, outcome.kind == OutboxOutcome::Kind::Retry ? now.addMSecs(delay.count()) : now},
         {u":last_error"_s, outcome.kind == OutboxOutcome::Kind::Done ? QString(u""_s) : outcome.message},
         {u":stopped_version"_s, outcome.credentialVersion},
         {u":now"_s, now}});
    if (!stored)
        return tl::unexpected(stored.error());
    // Another program took the entry over after this one stood still; its word counts.
    if (*stored == 0)
        return {};
    connection.noteChange(u"outbox"_s);
    return outcome.record ? outcome.record(connection) : Result<>();
}

Result<> OutboxDispatcher::resumeStopped()
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto rows = (*connection)->query(u"work.stopped_kinds"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const storage::Row &row : *rows) {
        const QString kind = row.text(u"kind");
        if (!m_handlers.contains(kind))
            continue;
        const Result<qint64> version = m_credentialVersion(kind);
        if (!version)
            return tl::unexpected(version.error());
        if (row.number(u"version") == *version)
            continue;
        const auto resumed = m_database.writer().write<qint64>("outbox.resume", [&](Connection &writing) {
            return writing.execute(u"work.resume_outbox"_s,
                                   {{u":kind"_s, kind}, {u":version"_s, *version}, {u":now"_s, m_clock.now()}});
        });
        if (!resumed)
            return tl::unexpected(resumed.error());
    }
    return {};
}

} // namespace ponte::work
