// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/batchplan.h"

#include "core/log/logfilter.h"

#include <QCryptographicHash>
#include <QSet>
#include <QUuid>

namespace ponte::work {

using namespace Qt::StringLiterals;
using storage::Backend;
using storage::Bindings;
using storage::Connection;
using storage::Row;

namespace {

/// The conditions of the order's filter, its ids as one value, since a statement takes only so many.
log::BuiltQuery whereOf(Backend backend, const PlanOrder &order)
{
    log::Filter filter = order.filter;
    const QList<LogRecordId> ids = std::exchange(filter.ids, {});
    log::BuiltQuery where = log::conditionsOf(filter);
    if (ids.isEmpty())
        return where;
    where.sql += where.sql.isEmpty() ? u" WHERE "_s : u" AND "_s;
    where.sql += backend == Backend::Sqlite ? u"id IN (SELECT value FROM json_each(:ids))"_s
                                            : u"id = ANY (CAST(:ids AS BIGINT[]))"_s;
    where.bindings.append({u":ids"_s, idList(backend, ids)});
    return where;
}

/// Every record of the filter with its reason as a number; a record that others work on is left to them. The two sets
/// are made once and small, where a question per record would read every record's row.
log::BuiltQuery reasonsOf(Backend backend, const PlanOrder &order)
{
    log::BuiltQuery query = whereOf(backend, order);
    query.sql =
        u"SELECT id AS record, CASE WHEN id IN (SELECT id FROM log_record WHERE lease_owner IS NOT NULL) THEN 10 "
        "WHEN id IN (SELECT record FROM batch_entry WHERE state = 'waiting') THEN 11 "
        "WHEN status = 'error' THEN 0 WHEN status = 'pending' THEN 1 ELSE 2 END AS reason FROM log_record"_s
        + query.sql;
    if (order.first) {
        query.sql = u"SELECT record, CASE WHEN reason < 10 AND place > CAST(:first AS BIGINT) THEN 12 ELSE reason END "
                    "AS reason FROM (SELECT record, reason, row_number() OVER (PARTITION BY "
                    "CASE WHEN reason < 10 THEN 0 ELSE 1 END ORDER BY record) AS place FROM ("_s
                    + query.sql + u") AS seen) AS placed"_s;
        query.bindings.append({u":first"_s, *order.first});
    }
    return query;
}

bool mayHoldForbidden(const PlanOrder &order)
{
    const log::Filter &filter = order.filter;
    const bool known = !filter.functionalities.isEmpty()
                       && std::all_of(filter.functionalities.begin(), filter.functionalities.end(),
                                      [&](const QString &id) { return order.functionalities.contains(id); });
    return !known || filter.statuses.isEmpty() || filter.statuses.contains(log::Status::Success);
}

Result<Batch> storedBatch(Connection &connection, qint64 id)
{
    Result<std::optional<Batch>> found = batch(connection, id);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return failure(ErrorCode::NotFound, u"Não há reprocessamento %1."_s.arg(id));
    return **found;
}

Result<> executeAll(Connection &connection, const QStringList &statements, const Bindings &bindings)
{
    for (const QString &statement : statements) {
        if (const auto done = connection.execute(statement, bindings); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

} // namespace

Result<QList<ForbiddenRecord>> forbidden(Connection &connection, const PlanOrder &order, int limit)
{
    QList<ForbiddenRecord> found;
    if (!order.filter.ids.isEmpty()) {
        const log::BuiltQuery query = whereOf(connection.backend(), order);
        QSet<LogRecordId> seen;
        const Result<> read =
            connection.each(u"SELECT id FROM log_record"_s + query.sql, query.bindings, [&](const Row &row) {
                seen.insert(LogRecordId(row.number(u"id")));
                return true;
            });
        if (!read)
            return tl::unexpected(read.error());
        for (const LogRecordId id : order.filter.ids) {
            if (!seen.contains(id) && found.size() < limit)
                found.append({id, false, {}, {}});
        }
    }
    if (!mayHoldForbidden(order))
        return found;
    log::BuiltQuery query = whereOf(connection.backend(), order);
    QStringList names;
    for (const QString &id : order.functionalities) {
        names.append(u":may%1"_s.arg(names.size()));
        query.bindings.append({names.last(), id});
    }
    query.sql += (query.sql.isEmpty() ? u" WHERE "_s : u" AND "_s)
                 + u"(status = 'success' OR functionality NOT IN (%1)) ORDER BY id LIMIT %2"_s.arg(names.join(u", "_s))
                       .arg(limit);
    const Result<> read = connection.each(
        u"SELECT id, functionality, status FROM log_record"_s + query.sql, query.bindings, [&](const Row &row) {
            found.append({LogRecordId(row.number(u"id")), true, row.text(u"functionality"),
                          log::statusFromWord(row.text(u"status")).value_or(log::Status::Error)});
            return found.size() < limit;
        });
    if (!read)
        return tl::unexpected(read.error());
    return found;
}

Result<QList<CompanyId>> companies(Connection &connection, const PlanOrder &order)
{
    if (order.filter.company)
        return QList<CompanyId> {*order.filter.company};
    const log::BuiltQuery query = whereOf(connection.backend(), order);
    QList<CompanyId> found;
    const Result<> read =
        connection.each(u"SELECT DISTINCT company FROM log_record"_s + query.sql, query.bindings, [&](const Row &row) {
            found.append(CompanyId(row.number(u"company")));
            return true;
        });
    if (!read)
        return tl::unexpected(read.error());
    return found;
}

Result<> eachPlanned(Connection &connection, const PlanOrder &order,
                     const std::function<bool(const BatchEntry &)> &visit)
{
    const log::BuiltQuery query = reasonsOf(connection.backend(), order);
    return connection.each(query.sql + u" ORDER BY record"_s, query.bindings, [&](const Row &row) {
        BatchEntry entry;
        entry.record = LogRecordId(row.number(u"record"));
        entry.state = row.number(u"reason") < firstExcludedReason ? EntryState::Planned : EntryState::Excluded;
        entry.reason = reasonFromNumber(row.number(u"reason"));
        return visit(entry);
    });
}

Result<QList<PlanShare>> plannedShares(Connection &connection, const PlanOrder &order)
{
    const log::BuiltQuery query = reasonsOf(connection.backend(), order);
    QList<PlanShare> shares;
    const Result<> read = connection.each(
        u"SELECT e.reason, r.status, r.company, r.level, r.signature, coalesce(max(s.text), '') AS text, "
        "count(*) AS n FROM ("_s
            + query.sql
            + u") AS e JOIN log_record r ON r.id = e.record LEFT JOIN log_signature s "
              "ON s.id = r.signature GROUP BY e.reason, r.status, r.company, r.level, r.signature "
              "ORDER BY n DESC, e.reason, r.company, r.level, r.signature",
        query.bindings, [&](const Row &row) {
            shares.append(planShareOf(row));
            return true;
        });
    if (!read)
        return tl::unexpected(read.error());
    return shares;
}

Result<Batch> storePlan(Connection &connection, const PlanOrder &order, const QDateTime &now)
{
    const auto added =
        connection.first(u"work.add_batch"_s,
                         {{u":integration"_s, order.integration},
                          {u":company"_s, order.filter.company ? QVariant(order.filter.company->value()) : QVariant()},
                          {u":who"_s, order.who},
                          {u":token"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                          {u":now"_s, now}});
    if (!added)
        return tl::unexpected(added.error());
    const qint64 id = (*added)->number(u"id");
    log::BuiltQuery query = reasonsOf(connection.backend(), order);
    query.bindings.append({u":batch"_s, id});
    const auto kept = connection.queryText(u"INSERT INTO batch_entry (batch, record, reason) "
                                           "SELECT CAST(:batch AS BIGINT), record, reason FROM ("_s
                                               + query.sql + u") AS plan"_s,
                                           query.bindings);
    if (!kept)
        return tl::unexpected(kept.error());
    const auto totals = connection.first(u"work.plan_totals"_s, {{u":id"_s, id}});
    if (!totals)
        return tl::unexpected(totals.error());
    const qint64 excluded = (*totals)->number(u"excluded");
    const qint64 planned = (*totals)->number(u"n") - excluded;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QStringView column : {u"n", u"excluded", u"mixed"})
        hash.addData((u'\n' + (*totals)->text(column)).toUtf8());
    const auto counted =
        connection.execute(u"work.keep_totals"_s, {{u":id"_s, id},
                                                   {u":hash"_s, QString::fromLatin1(hash.result().toHex())},
                                                   {u":planned"_s, planned},
                                                   {u":excluded"_s, excluded}});
    if (!counted)
        return tl::unexpected(counted.error());
    return storedBatch(connection, id);
}

Result<Batch> confirmPlan(Connection &connection, const Batch &plan, const BatchOptions &options, const QString &who,
                          const QDateTime &now)
{
    const auto confirmed =
        connection.execute(u"work.confirm_batch"_s, {{u":id"_s, plan.id},
                                                     {u":token"_s, plan.token},
                                                     {u":hash"_s, plan.hash},
                                                     {u":who"_s, who},
                                                     {u":reset_attempts"_s, options.resetAttempts ? 1 : 0},
                                                     {u":per_second"_s, options.perSecond.value_or(0)},
                                                     {u":canary"_s, options.canary ? 1 : 0},
                                                     {u":allowance"_s, options.canary ? canarySlice : 0},
                                                     {u":now"_s, now}});
    if (!confirmed)
        return tl::unexpected(confirmed.error());
    if (*confirmed == 0) {
        const Result<Batch> known = storedBatch(connection, plan.id);
        if (known && (known->token != plan.token || known->hash != plan.hash))
            return failure(ErrorCode::Conflict, u"O plano %1 não é o que foi mostrado."_s.arg(plan.id));
        return known;
    }
    const Bindings id {{u":id"_s, plan.id}};
    const Result<> skipped = executeAll(connection, {u"work.skip_taken_entries"_s},
                                        id + Bindings {{u":message"_s, reasonText(u"in_batch"_s)}, {u":now"_s, now}});
    if (!skipped)
        return tl::unexpected(skipped.error());
    if (const Result<> made = executeAll(connection, {u"work.confirm_entries"_s}, id); !made)
        return tl::unexpected(made.error());
    if (const Result<bool> ended = endBatch(connection, plan.id, now); !ended)
        return tl::unexpected(ended.error());
    connection.noteChange(u"batch"_s);
    connection.noteChange(u"batches"_s);
    return storedBatch(connection, plan.id);
}

Result<bool> endBatch(Connection &connection, qint64 id, const QDateTime &now)
{
    const Result<Batch> before = storedBatch(connection, id);
    if (!before)
        return tl::unexpected(before.error());
    const BatchCounts &counts = before->counts;
    if (!before->isActive() || counts.remaining() > 0)
        return false;
    const auto ended = connection.execute(u"work.end_batch"_s, {{u":id"_s, id},
                                                                {u":succeeded"_s, counts.succeeded},
                                                                {u":failed"_s, counts.failed},
                                                                {u":skipped"_s, counts.skipped},
                                                                {u":not_attempted"_s, counts.notAttempted},
                                                                {u":now"_s, now}});
    if (!ended)
        return tl::unexpected(ended.error());
    if (*ended > 0)
        connection.noteChange(u"batch"_s);
    return *ended > 0;
}

Result<> discardPlan(Connection &connection, qint64 id)
{
    return executeAll(connection, {u"work.discard_entries"_s, u"work.discard_batch"_s}, {{u":id"_s, id}});
}

Result<> discardOldPlans(Connection &connection, const QDateTime &before)
{
    const auto rows = connection.query(u"work.old_plans"_s, {{u":before"_s, before}});
    if (!rows)
        return tl::unexpected(rows.error());
    for (const Row &row : *rows) {
        if (Result<> gone = discardPlan(connection, row.number(u"id")); !gone)
            return gone;
    }
    return {};
}

Result<Batch> order(Connection &connection, qint64 id, BatchOrder what, const QString &who, const QDateTime &now)
{
    const Result<Batch> before = storedBatch(connection, id);
    if (!before)
        return before;
    if (!before->isActive())
        return failure(ErrorCode::Rule, before->state == BatchState::Planned
                                            ? u"O plano %1 não foi confirmado."_s.arg(id)
                                            : u"O reprocessamento %1 já terminou."_s.arg(id));
    if (before->state == BatchState::Cancelled && what != BatchOrder::Cancel)
        return failure(ErrorCode::Rule, u"O reprocessamento %1 foi cancelado."_s.arg(id));
    const Bindings bindings {{u":id"_s, id}, {u":who"_s, who}};
    Result<> done;
    switch (what) {
    case BatchOrder::Pause:
        done = executeAll(connection, {u"work.pause_batch"_s}, bindings);
        break;
    case BatchOrder::Resume:
        done = executeAll(connection, {u"work.resume_batch"_s}, bindings + Bindings {{u":slice"_s, canarySlice}});
        break;
    case BatchOrder::Cancel:
        done = executeAll(connection, {u"work.cancel_batch"_s}, bindings);
        if (done)
            done = executeAll(connection, {u"work.cancel_entries"_s},
                              {{u":id"_s, id}, {u":message"_s, u"cancelado por %1"_s.arg(who)}, {u":now"_s, now}});
        break;
    }
    if (!done)
        return tl::unexpected(done.error());
    if (const Result<bool> ended = endBatch(connection, id, now); !ended)
        return tl::unexpected(ended.error());
    connection.noteChange(u"batch"_s);
    connection.noteChange(u"batches"_s);
    return storedBatch(connection, id);
}

} // namespace ponte::work
