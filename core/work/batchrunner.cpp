// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/batchrunner.h"

#include "core/base/logging.h"
#include "core/work/batchplan.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <pthread.h>

#include <algorithm>

namespace ponte::work {

using namespace Qt::StringLiterals;
using storage::Bindings;
using storage::Connection;

namespace {

constexpr auto lookForBatches = std::chrono::milliseconds(1'000);
constexpr auto idleUntilClosed = std::chrono::seconds(5);
constexpr auto endGrace = std::chrono::seconds(25);
constexpr int mostThreads = 96;
constexpr int claimedPart = 4; ///< of the places: as many are free before the next claim
constexpr int canaryGrowth = 10;
constexpr qint64 canaryLast = 500; ///< after so many answers there is nothing left to try out
constexpr qint64 paceBurstMs = 100;
constexpr int mostReturns = 5; ///< of one entry by this program: then it is the entry, not the database

/// As one value, so that one statement keeps them all.
QString asJson(const std::vector<std::pair<BatchTask, BatchOutcome>> &ended)
{
    QJsonArray rows;
    for (const auto &[task, outcome] : ended)
        rows.append(QJsonArray {task.batch, task.record.value(), task.owner, task.leaseNumber, toWord(outcome.state),
                                outcome.message, outcome.unanswered ? 1 : 0});
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

} // namespace

Result<> keepOutcome(Connection &connection, const BatchTask &task, const BatchOutcome &outcome, const QDateTime &now)
{
    const auto kept = connection.execute(u"work.keep_entry"_s, {{u":id"_s, task.batch},
                                                                {u":record"_s, task.record.value()},
                                                                {u":owner"_s, task.owner},
                                                                {u":lease_number"_s, task.leaseNumber},
                                                                {u":state"_s, toWord(outcome.state)},
                                                                {u":message"_s, outcome.message},
                                                                {u":unanswered"_s, outcome.unanswered ? 1 : 0},
                                                                {u":now"_s, now}});
    if (!kept)
        return tl::unexpected(kept.error());
    connection.noteChange(u"batch"_s);
    return {};
}

BatchRunner::BatchRunner(storage::Database &database, const Clock &clock, const ProcessRegistry &process,
                         QString integration, Take take, Handler handler, Capacity capacity)
    : m_database(database)
    , m_clock(clock)
    , m_process(process)
    , m_integration(std::move(integration))
    , m_take(std::move(take))
    , m_handler(std::move(handler))
    , m_capacity(std::move(capacity))
    , m_coordinator([this] { loop(); })
{}

BatchRunner::~BatchRunner()
{
    stop();
    {
        std::unique_lock lock(m_mutex);
        if (!m_idle.wait_for(lock, endGrace, [this] { return m_running == 0; }))
            m_cancel.cancel();
    }
    m_coordinator.join();
    for (std::thread &worker : m_workers)
        worker.join();
    if (const Result<bool> kept = keepEnded(); !kept)
        qCWarning(lcWork) << "what a batch did last could not be kept:" << kept.error().message;
}

void BatchRunner::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_queue.clear();
    }
    m_wakeUp.notify_all();
    m_ready.notify_all();
}

void BatchRunner::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_wakeUp.notify_all();
}

void BatchRunner::loop()
{
    pthread_setname_np(pthread_self(), "batches");
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_woken = false;
        lock.unlock();
        m_patience = lookForBatches;
        const Result<bool> took = round();
        if (!took)
            qCWarning(lcWork) << "batches cannot be worked on:" << took.error().message;
        lock.lock();
        if (took && *took && isHungry())
            continue;
        m_wakeUp.wait_for(lock, m_patience, [this] { return m_stopping || m_woken; });
    }
}

void BatchRunner::work()
{
    pthread_setname_np(pthread_self(), "batch");
    http::Client client;
    std::unique_lock lock(m_mutex);
    while (true) {
        const auto isWanted = [this] { return m_stopping || !m_queue.empty(); };
        if (!m_ready.wait_for(lock, idleUntilClosed, isWanted)) {
            lock.unlock();
            m_database.reads().closeHere();
            lock.lock();
            m_ready.wait(lock, isWanted);
        }
        if (m_stopping)
            return;
        const BatchTask task = m_queue.front();
        m_queue.pop_front();
        ++m_running;
        lock.unlock();
        const std::optional<BatchOutcome> outcome = m_handler(task, client, m_cancel);
        lock.lock();
        if (outcome) {
            m_ended.emplace_back(task, *outcome);
            if (outcome->state == EntryState::Waiting && ++m_returned[{task.batch, task.record.value()}] > mostReturns)
                m_ended.back().second.state = EntryState::NotAttempted;
        }
        --m_running;
        if (isHungry()) {
            m_woken = true;
            m_wakeUp.notify_one();
        }
        if (m_running == 0)
            m_idle.notify_all();
    }
}

/// A claim for many records costs hardly more than one for a single record.
bool BatchRunner::isHungry() const
{
    return m_running == 0 || m_running + int(m_queue.size()) <= m_places - std::max(1, m_places / claimedPart);
}

int BatchRunner::freePlaces() const
{
    const std::lock_guard lock(m_mutex);
    return m_stopping ? 0 : std::max(m_places - m_running - int(m_queue.size()), 0);
}

/// True where something was claimed or kept, so that it is worth looking again at once.
Result<bool> BatchRunner::round()
{
    const Result<QList<Active>> batches = active();
    if (!batches)
        return tl::unexpected(batches.error());
    const int capacity = batches->isEmpty() ? 1 : std::clamp(m_capacity(), 1, mostThreads);
    bool hungry = false;
    {
        const std::lock_guard lock(m_mutex);
        m_places = capacity;
        hungry = isHungry();
    }
    bool took = false;
    qsizetype left = batches->size();
    for (const Active &batch : *batches) {
        const int places = hungry || !m_position.contains(batch.id) ? freePlaces() : 0;
        // Each batch gets its part of the places, so that a small one does not wait for the end of a large one.
        const int part = places == 0 ? 0 : std::max(1, places / int(left));
        --left;
        if (batch.state == "cancelled"_L1) {
            if (const Result<> settled = settle(batch); !settled)
                return tl::unexpected(settled.error());
            continue;
        }
        const qint64 early = batch.pacedUntil - m_clock.now().toMSecsSinceEpoch();
        if (batch.options.perSecond && early > 0)
            m_patience = std::min(m_patience, std::chrono::milliseconds(early));
        if (part == 0 || (batch.options.perSecond && early > 0))
            continue;
        const Result<int> taken = take(batch, part);
        if (!taken)
            return tl::unexpected(taken.error());
        took = took || *taken > 0;
    }
    // What no claim takes along; only then is it seen whether anything is left.
    return took || !hungry ? Result<bool>(took) : keepEnded();
}

Result<QList<BatchRunner::Active>> BatchRunner::active()
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto rows = (*connection)->query(u"work.runnable_batches"_s, {{u":integration"_s, m_integration}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Active> found;
    for (const storage::Row &row : *rows) {
        Active batch {row.number(u"id"),        row.text(u"state"),        row.text(u"who"), {},
                      row.number(u"allowance"), row.number(u"paced_until")};
        batch.options.resetAttempts = row.number(u"reset_attempts") != 0;
        batch.options.canary = row.number(u"canary") != 0;
        if (row.number(u"per_second") > 0)
            batch.options.perSecond = int(row.number(u"per_second"));
        found.append(batch);
    }
    return found;
}

/// The number of entries claimed. Asking before claiming keeps a program that only waits from writing.
Result<int> BatchRunner::take(const Active &batch, int places)
{
    if (batch.state == "waiting"_L1) {
        const auto started = m_database.writer().write<void>("batch.start", [&](Connection &writing) -> Result<> {
            const auto done =
                writing.execute(u"work.start_batch"_s, {{u":id"_s, batch.id}, {u":now"_s, m_clock.now()}});
            writing.noteChange(u"batch"_s);
            return done ? Result<>() : Result<>(tl::unexpected(done.error()));
        });
        if (!started)
            return tl::unexpected(started.error());
    }
    Result<int> allowed = batch.allowance > 0 ? canaryPlaces(batch, places) : Result<int>(places);
    if (!allowed || *allowed == 0)
        return allowed;
    LogRecordId after = m_position.value(batch.id);
    if (m_rich.remove(batch.id)) {
        Result<int> taken = queue(batch, *allowed, after);
        if (!taken || *taken > 0)
            return taken;
    }
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto due = [&] {
        return (*connection)->first(u"work.entry_due"_s, {{u":id"_s, batch.id}, {u":after"_s, after.value()}});
    };
    auto found = due();
    // What a dead program held lies behind the place where this one looks.
    if (found && !*found && after.value() > 0) {
        after = LogRecordId(0);
        found = due();
    }
    if (!found)
        return tl::unexpected(found.error());
    if (!*found) {
        const Result<> settled = settle(batch);
        return settled ? Result<int>(0) : Result<int>(tl::unexpected(settled.error()));
    }
    return queue(batch, *allowed, after);
}

/// Claims, and hands what it got to the workers.
Result<int> BatchRunner::queue(const Active &batch, int places, LogRecordId after)
{
    const Result<QList<BatchTask>> tasks = claim(batch, places, after);
    if (!tasks)
        return tl::unexpected(tasks.error());
    if (tasks->isEmpty())
        return 0;
    if (tasks->size() == places)
        m_rich.insert(batch.id);
    LogRecordId highest = after;
    const std::lock_guard lock(m_mutex);
    for (const BatchTask &task : *tasks) {
        highest = std::max(highest, task.record);
        m_queue.push_back(task);
        m_ready.notify_one();
    }
    m_position.insert(batch.id, highest);
    while (m_workers.size() < m_queue.size() + size_t(m_running))
        m_workers.emplace_back([this] { work(); });
    return int(tasks->size());
}

Result<QList<BatchTask>> BatchRunner::claim(const Active &batch, int places, LogRecordId after)
{
    const qint64 owner = m_process.id().value();
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    // One commit for both: what ended, and what begins in its place.
    Ended ended = takeEnded();
    Result<QList<BatchTask>> claimed = m_database.writer().write<QList<BatchTask>>(
        "batch.claim", [&](Connection &writing) -> Result<QList<BatchTask>> {
            if (const Result<> kept = keep(writing, ended); !kept)
                return tl::unexpected(kept.error());
            int wanted = places;
            qint64 paced = 0;
            if (batch.options.perSecond || batch.allowance > 0) {
                // Programs that work on one batch count one after the other, since its row is held.
                const auto row = writing.first(u"work.pace"_s, {{u":id"_s, batch.id}});
                if (!row)
                    return tl::unexpected(row.error());
                if (!*row)
                    return QList<BatchTask>();
                const Result<int> allowed = canaryLeft(writing, batch.id, (*row)->number(u"allowance"), wanted);
                if (!allowed)
                    return tl::unexpected(allowed.error());
                wanted = *allowed;
                paced = std::max((*row)->number(u"paced_until"), now - paceBurstMs);
                if (batch.options.perSecond && paced <= now)
                    wanted = std::min(wanted, int(1 + (now - paced) * *batch.options.perSecond / 1000));
                if (wanted == 0 || (batch.options.perSecond && paced > now))
                    return QList<BatchTask>();
            }
            const auto rows = writing.query(
                u"work.claim_entries"_s,
                {{u":id"_s, batch.id}, {u":owner"_s, owner}, {u":after"_s, after.value()}, {u":places"_s, wanted}});
            if (!rows)
                return tl::unexpected(rows.error());
            QList<LogRecordId> records;
            for (const storage::Row &row : *rows)
                records.append(LogRecordId(row.number(u"record")));
            const auto held = records.isEmpty() ? Result<QHash<LogRecordId, std::any>>() : m_take(writing, records);
            if (!held)
                return tl::unexpected(held.error());
            QList<BatchTask> tasks;
            for (const storage::Row &row : *rows) {
                const LogRecordId record(row.number(u"record"));
                tasks.append({batch.id, record, owner, row.number(u"lease_number"), batch.who,
                              batch.options.resetAttempts, held->value(record)});
            }
            if (batch.options.perSecond && !tasks.isEmpty()) {
                const qint64 until =
                    paced + (tasks.size() * 1000 + *batch.options.perSecond - 1) / *batch.options.perSecond;
                const auto kept =
                    writing.execute(u"work.keep_pace"_s, {{u":id"_s, batch.id}, {u":paced_until"_s, until}});
                if (!kept)
                    return tl::unexpected(kept.error());
            }
            return tasks;
        });
    if (!claimed)
        putBack(std::move(ended));
    return claimed;
}

/// Of `wanted`, what a slice of `allowance` still lets out; all of it where the trial is over.
Result<int> BatchRunner::canaryLeft(Connection &writing, qint64 batch, qint64 allowance, int wanted)
{
    if (allowance == 0)
        return wanted;
    const auto counts = writing.first(u"work.canary_counts"_s, {{u":id"_s, batch}});
    if (!counts)
        return tl::unexpected(counts.error());
    const qint64 begun = (*counts)->number(u"tried") + (*counts)->number(u"leased");
    return int(std::clamp<qint64>(allowance - begun, 0, wanted));
}

/// How many of the slice under way are still to begin; at its end it widens, or the batch pauses itself.
Result<int> BatchRunner::canaryPlaces(const Active &batch, int places)
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto row = (*connection)->first(u"work.canary_counts"_s, {{u":id"_s, batch.id}});
    if (!row)
        return tl::unexpected(row.error());
    const qint64 tried = (*row)->number(u"tried");
    const qint64 leased = (*row)->number(u"leased");
    if (tried + leased < batch.allowance)
        return int(std::min<qint64>(places, batch.allowance - tried - leased));
    if (leased > 0 || (*row)->number(u"waiting") == 0)
        return (*row)->number(u"waiting") == 0 ? places : 0;
    // Only the latest of them tell of a destination that went down under way.
    const auto latest =
        (*connection)->first(u"work.canary_latest"_s, {{u":id"_s, batch.id}, {u":slice"_s, canarySlice}});
    if (!latest)
        return tl::unexpected(latest.error());
    const bool nobodyAnswers = (*latest)->number(u"unanswered") == (*latest)->number(u"tried");
    const qint64 next = tried >= canaryLast ? 0 : batch.allowance * canaryGrowth;
    const auto done = m_database.writer().write<void>("batch.canary", [&](Connection &writing) -> Result<> {
        const auto changed =
            nobodyAnswers
                ? writing.execute(
                    u"work.brake_batch"_s,
                    {{u":id"_s, batch.id},
                     {u":reason"_s, u"os últimos %1 ficaram sem resposta do destino; o restante espera"_s.arg(
                                        (*latest)->number(u"tried"))}})
                : writing.execute(u"work.widen_canary"_s,
                                  {{u":id"_s, batch.id}, {u":before"_s, batch.allowance}, {u":allowance"_s, next}});
        writing.noteChange(u"batch"_s);
        return changed ? Result<>() : Result<>(tl::unexpected(changed.error()));
    });
    if (!done)
        return tl::unexpected(done.error());
    return nobodyAnswers ? 0 : std::min(places, int(std::min<qint64>(places, batch.allowance)));
}

/// Ends a batch that has nothing left; a cancelled one also drops what a dead program gave back.
Result<> BatchRunner::settle(const Active &batch)
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const bool cancelled = batch.state == "cancelled"_L1;
    const QString question = cancelled ? u"work.leased_entry"_s : u"work.unfinished_entry"_s;
    const auto left = (*connection)->first(question, {{u":id"_s, batch.id}});
    if (!left)
        return tl::unexpected(left.error());
    if (*left)
        return {};
    const QDateTime now = m_clock.now();
    const auto ended = m_database.writer().write<bool>("batch.end", [&](Connection &writing) -> Result<bool> {
        if (cancelled) {
            const auto dropped = writing.execute(
                u"work.cancel_entries"_s, {{u":id"_s, batch.id}, {u":message"_s, u"cancelado"_s}, {u":now"_s, now}});
            if (!dropped)
                return tl::unexpected(dropped.error());
        }
        return endBatch(writing, batch.id, now);
    });
    if (!ended)
        return tl::unexpected(ended.error());
    m_position.remove(batch.id);
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_returned, [&](const auto &returned) { return returned.first.first == batch.id; });
    return {};
}

BatchRunner::Ended BatchRunner::takeEnded()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_ended, {});
}

void BatchRunner::putBack(Ended ended)
{
    const std::lock_guard lock(m_mutex);
    m_ended.insert(m_ended.end(), std::make_move_iterator(ended.begin()), std::make_move_iterator(ended.end()));
}

/// Such a record was not touched, so that a program that dies before leaves it to be looked at once more.
Result<> BatchRunner::keep(Connection &connection, const Ended &ended) const
{
    if (ended.empty())
        return {};
    const auto done =
        connection.execute(u"work.keep_entries"_s, {{u":ended"_s, asJson(ended)}, {u":now"_s, m_clock.now()}});
    if (!done)
        return tl::unexpected(done.error());
    connection.noteChange(u"batch"_s);
    return {};
}

/// All that ended since the last time in one transaction; false where nothing did.
Result<bool> BatchRunner::keepEnded()
{
    Ended ended = takeEnded();
    if (ended.empty())
        return false;
    Result<> kept =
        m_database.writer().write<void>("batch.outcome", [&](Connection &writing) { return keep(writing, ended); });
    if (kept)
        return true;
    putBack(std::move(ended));
    return tl::unexpected(kept.error());
}

} // namespace ponte::work
