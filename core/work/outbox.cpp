// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/outbox.h"

#include "core/base/json.h"
#include "core/base/logging.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSet>

#include <pthread.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>

namespace ponte::work {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

constexpr auto firstDelay = std::chrono::milliseconds(5'000);
constexpr auto longestDelay = std::chrono::milliseconds(std::chrono::hours(6));
constexpr auto lookAgain = std::chrono::milliseconds(1'000);
constexpr int mostDeliverers = 32;

QString asText(const QJsonArray &array)
{
    return QString::fromUtf8(json::toText(array));
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
    const auto added =
        connection.execute(u"work.enqueue"_s, {{u":integration"_s, entry.integration},
                                               {u":kinds"_s, asText(QJsonArray::fromStringList(kinds))},
                                               {u":cause"_s, entry.cause},
                                               {u":company"_s, entry.company.value()},
                                               {u":origin"_s, entry.origin},
                                               {u":payload"_s, QString::fromUtf8(json::toText(entry.payload))},
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
    , m_kinds(asText(QJsonArray::fromStringList(m_handlers.keys())))
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
        DeliveredGroup again = std::exchange(m_unkept, {});
        lock.unlock();
        // Each by itself, so that one that cannot be kept holds up no other.
        for (Delivered &delivered : again)
            post({std::move(delivered)});
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
    // Asking before claiming keeps an idle program from writing.
    if (!std::exchange(m_isRich, false)) {
        const auto connection = m_database.reads().here();
        if (!connection)
            return tl::unexpected(connection.error());
        const auto any = (*connection)->first(u"work.outbox_due"_s, due);
        if (!any)
            return tl::unexpected(any.error());
        if (!*any)
            return QList<OutboxEntry>();
    }
    const storage::Bindings ours = {{u":owner"_s, m_process.id().value()}, {u":places"_s, places}};
    Result<QList<OutboxEntry>> claimed = m_database.writer().write<QList<OutboxEntry>>(
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
    m_isRich = claimed && claimed->size() == places;
    return claimed;
}

/// What is delivered while a commit is on its way goes along with it.
void OutboxDispatcher::keep(Delivered delivered)
{
    {
        const std::lock_guard lock(m_mutex);
        m_delivered.push_back(std::move(delivered));
        if (m_delivered.size() > 1)
            return;
    }
    post({});
}

/// What happened outside must not be forgotten because the database is away for a moment: it is kept again and again,
/// and while that lasts the lease holds.
void OutboxDispatcher::post(DeliveredGroup first)
{
    const auto group = std::make_shared<DeliveredGroup>(std::move(first));
    {
        const std::lock_guard lock(m_mutex);
        ++m_keeping;
    }
    m_database.writer().post(
        "outbox.outcome",
        [this, group](Connection &connection) {
            // Where the writer runs this again, the group is the same.
            if (group->empty()) {
                const std::lock_guard lock(m_mutex);
                group->swap(m_delivered);
            }
            return keepIn(connection, *group);
        },
        [this, group](const Result<> &kept) {
            if (!kept)
                qCWarning(lcWork) << "outcomes of the outbox could not be kept:" << kept.error().message;
            const std::lock_guard lock(m_mutex);
            if (!kept) {
                // Where there was no connection, the work was not run.
                if (group->empty())
                    group->swap(m_delivered);
                std::move(group->begin(), group->end(), std::back_inserter(m_unkept));
            }
            --m_keeping;
            m_kept.notify_all();
        });
}

Result<> OutboxDispatcher::keepIn(Connection &connection, const DeliveredGroup &group) const
{
    const QDateTime now = m_clock.now();
    QJsonArray tried;
    for (const auto &[entry, outcome] : group) {
        const auto delay =
            outboxDelay(entry.attempts + 1, outcome.retryAfter, QRandomGenerator::global()->generateDouble());
        const QDateTime notBefore = outcome.kind == OutboxOutcome::Kind::Retry ? now.addMSecs(delay.count()) : now;
        tried.append(QJsonArray {entry.id, entry.leaseNumber, stateAfter(outcome.kind), notBefore.toMSecsSinceEpoch(),
                                 outcome.kind == OutboxOutcome::Kind::Done ? QString(u""_s) : outcome.message,
                                 outcome.credentialVersion});
    }
    const auto stored = connection.query(
        u"work.keep_outbox"_s, {{u":tried"_s, asText(tried)}, {u":owner"_s, m_process.id().value()}, {u":now"_s, now}});
    if (!stored)
        return tl::unexpected(stored.error());
    // Of the others another program took the entry over after this one stood still; its word counts.
    QSet<qint64> ours;
    for (const storage::Row &row : *stored)
        ours.insert(row.number(u"id"));
    QList<log::NewExecution> executions;
    for (const auto &[entry, outcome] : group) {
        if (outcome.execution && ours.contains(entry.id))
            executions.append(*outcome.execution);
    }
    return log::LogWriter(connection).putAll(executions, now);
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
