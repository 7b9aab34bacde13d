// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/outbox.h"

#include "core/base/logging.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace ponte::work {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

constexpr auto firstDelay = std::chrono::milliseconds(5'000);
constexpr auto longestDelay = std::chrono::milliseconds(std::chrono::hours(6));
constexpr auto lookAgain = std::chrono::milliseconds(1'000);

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
    const auto added = connection.execute(
        u"work.enqueue"_s,
        {{u":integration"_s, entry.integration},
         {u":kind"_s, entry.kind},
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
                                   QHash<QString, Handler> handlers, CredentialVersion credentialVersion, int threads)
    : m_database(database)
    , m_clock(clock)
    , m_process(process)
    , m_handlers(std::move(handlers))
    , m_kinds(asJsonList(m_handlers.keys()))
    , m_credentialVersion(std::move(credentialVersion))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { loop(); });
}

OutboxDispatcher::~OutboxDispatcher()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wakeUp.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
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
    http::Client client;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_woken = false;
        lock.unlock();
        Result<std::optional<OutboxEntry>> entry = claim();
        if (entry && *entry) {
            // Where one is due there may be more: the next thread looks, instead of all of them at every change.
            wake();
            keep(**entry, m_handlers.value((*entry)->kind)(**entry, client));
            lock.lock();
            continue;
        }
        if (const Result<> resumed = entry ? resumeStopped() : Result<>(tl::unexpected(entry.error())); !resumed)
            qCWarning(lcWork) << "the outbox cannot be read:" << resumed.error().message;
        lock.lock();
        m_wakeUp.wait_for(lock, lookAgain, [this] { return m_stopping || m_woken; });
    }
}

Result<std::optional<OutboxEntry>> OutboxDispatcher::claim()
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
        return std::nullopt;
    return m_database.writer().write<std::optional<OutboxEntry>>(
        "outbox.claim", [&](Connection &writing) -> Result<std::optional<OutboxEntry>> {
            const auto row =
                writing.first(u"work.claim_outbox"_s, due + storage::Bindings {{u":owner"_s, m_process.id().value()}});
            if (!row)
                return tl::unexpected(row.error());
            if (!*row)
                return std::nullopt;
            OutboxEntry entry;
            entry.id = (*row)->number(u"id");
            entry.integration = (*row)->text(u"integration");
            entry.kind = (*row)->text(u"kind");
            entry.cause = (*row)->text(u"cause");
            entry.company = CompanyId((*row)->number(u"company"));
            entry.origin = (*row)->text(u"origin");
            entry.payload = QJsonDocument::fromJson((*row)->text(u"payload").toUtf8()).object();
            entry.attempts = int((*row)->number(u"attempts"));
            entry.askedBy = (*row)->text(u"asked_by");
            entry.leaseNumber = (*row)->number(u"lease_number");
            return entry;
        });
}

/// What happened outside must not be forgotten because the database is away for a moment.
void OutboxDispatcher::keep(const OutboxEntry &entry, const OutboxOutcome &outcome)
{
    while (true) {
        const Result<> kept = tryKeep(entry, outcome);
        if (kept)
            return;
        qCWarning(lcWork) << "the outcome of" << entry.kind << entry.cause
                          << "could not be kept:" << kept.error().message;
        std::unique_lock lock(m_mutex);
        if (m_wakeUp.wait_for(lock, lookAgain, [this] { return m_stopping; }))
            return;
    }
}

Result<> OutboxDispatcher::tryKeep(const OutboxEntry &entry, const OutboxOutcome &outcome)
{
    const QDateTime now = m_clock.now();
    const auto delay =
        outboxDelay(entry.attempts + 1, outcome.retryAfter, QRandomGenerator::global()->generateDouble());
    return m_database.writer().write<void>("outbox.outcome", [&](Connection &connection) -> Result<> {
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
    });
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
