// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/samples/bulktables.h"

#include "core/samples/postgresqlsink.h"
#include "core/samples/sqlitesink.h"

namespace ponte::samples {

using namespace Qt::StringLiterals;

namespace {

const QString countRecords =
    u"INSERT INTO counter (company, level, functionality, module, status, attempts, shard, records) "
    "SELECT company, level, functionality, module, status, CASE WHEN status IN ('error', 'pending') "
    "THEN automatic_attempts ELSE 0 END, 0, count(*) FROM log_record GROUP BY 1, 2, 3, 4, 5, 6"_s;

} // namespace

BulkTables::BulkTables(storage::Connection &connection, CancelToken cancel)
    : m_connection(connection)
    , m_cancel(std::move(cancel))
{}

bool BulkTables::isSqlite() const
{
    return m_connection.backend() == storage::Backend::Sqlite;
}

std::unique_ptr<BulkSink> BulkTables::sink()
{
    if (isSqlite())
        return std::make_unique<SqliteSink>(m_connection);
    return std::make_unique<PostgreSqlSink>(m_connection);
}

Result<> BulkTables::runAll(const QStringList &statements, const SampleProgress &progress)
{
    for (qsizetype i = 0; i < statements.size(); ++i) {
        if (progress)
            progress(statements.at(i).section(u' ', 0, 3).section(u'\n', 0, 0), i, statements.size());
        // An interruption between two statements ends neither.
        if (m_cancel.isCancelled())
            return failure(ErrorCode::Cancelled, u"Stopped; nothing was written."_s);
        if (Result<> done = m_connection.run(statements.at(i)); !done)
            return done;
    }
    return {};
}

Result<> BulkTables::refuseUsedTables()
{
    for (const QString &table : {u"log_record"_s, u"log_item"_s, u"sale"_s}) {
        const auto rows = m_connection.queryText(u"SELECT 1 AS one FROM "_s + table + u" LIMIT 1"_s);
        if (!rows)
            return tl::unexpected(rows.error());
        if (!rows->isEmpty())
            return failure(ErrorCode::Rule,
                           u"This database holds sales or log records already; generated ones go into an empty one."_s);
    }
    return {};
}

Result<> BulkTables::begin(const QDateTime &from, const QDateTime &to)
{
    const QStringList session =
        isSqlite() ? QStringList {u"PRAGMA foreign_keys=OFF"_s, u"PRAGMA cache_size=-400000"_s, u"BEGIN IMMEDIATE"_s}
                   : QStringList {u"SET maintenance_work_mem TO '512MB'"_s, u"SET synchronous_commit TO off"_s,
                                  u"BEGIN"_s, u"LOCK TABLE log_record IN ACCESS EXCLUSIVE MODE"_s};
    if (Result<> begun = runAll(session); !begun)
        return begun;
    if (Result<> empty = refuseUsedTables(); !empty)
        return empty;
    if (!isSqlite()) {
        for (QDate month(from.date().year(), from.date().month(), 1); month <= to.date(); month = month.addMonths(1)) {
            const QString start = month.toString(Qt::ISODate);
            const Result<> made = runAll({u"SELECT log_ensure_partition('log_item', '%1 00:00+00')"_s.arg(start),
                                          u"SELECT log_ensure_partition('log_payload', '%1 00:00+00')"_s.arg(start)});
            if (!made)
                return made;
        }
    }
    return takeAway();
}

Result<> BulkTables::takeAway()
{
    return isSqlite() ? takeAwaySqlite() : takeAwayPostgreSql();
}

Result<> BulkTables::takeAwaySqlite()
{
    const auto parts = m_connection.queryText(
        u"SELECT type, name, sql FROM sqlite_master WHERE tbl_name = 'log_record' AND type IN ('index', 'trigger') "
        "AND sql IS NOT NULL ORDER BY type, name"_s);
    if (!parts)
        return tl::unexpected(parts.error());
    m_putBack = {
        countRecords,
        u"INSERT INTO log_words (log_words, rank) VALUES ('hashsize', 1048576)"_s,
    };
    QStringList away {u"INSERT INTO log_words (log_words, rank) VALUES ('hashsize', 268435456)"_s};
    for (const storage::Row &row : *parts) {
        away.append(u"DROP %1 %2"_s.arg(row.text(u"type"), row.text(u"name")));
        m_putBack.append(row.text(u"sql"));
    }
    return runAll(away);
}

Result<> BulkTables::takeAwayPostgreSql()
{
    const auto indexes = m_connection.queryText(
        u"SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS sql FROM pg_index i "
        "JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = 'log_record'::regclass "
        "AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))"_s);
    const auto keys = m_connection.queryText(
        u"SELECT conrelid::regclass::text AS relation, conname AS name, pg_get_constraintdef(oid) AS sql FROM pg_constraint "
        "WHERE confrelid = 'log_record'::regclass AND contype = 'f' AND conparentid = 0 "
        "AND conrelid = 'log_item'::regclass"_s);
    if (!indexes || !keys)
        return tl::unexpected(indexes ? keys.error() : indexes.error());
    QStringList away {u"ALTER TABLE log_record DISABLE TRIGGER USER"_s};
    m_putBack = {countRecords};
    for (const storage::Row &row : *indexes) {
        away.append(u"DROP INDEX %1"_s.arg(row.text(u"name")));
        m_putBack.append(row.text(u"sql"));
    }
    for (const storage::Row &row : *keys) {
        away.append(u"ALTER TABLE %1 DROP CONSTRAINT %2"_s.arg(row.text(u"relation"), row.text(u"name")));
        m_putBack.append(
            u"ALTER TABLE %1 ADD CONSTRAINT %2 %3"_s.arg(row.text(u"relation"), row.text(u"name"), row.text(u"sql")));
    }
    m_putBack += {u"ALTER TABLE log_record ENABLE TRIGGER USER"_s,
                  u"SELECT setval(pg_get_serial_sequence('log_record', 'id'), (SELECT max(id) FROM log_record))"_s,
                  u"SELECT setval('log_item_id', (SELECT max(id) FROM log_item))"_s};
    return runAll(away);
}

Result<> BulkTables::finish(const SampleProgress &progress)
{
    if (Result<> back = runAll(m_putBack + QStringList {u"COMMIT"_s}, progress); !back)
        return back;
    return runAll(isSqlite()
                      ? QStringList {u"PRAGMA wal_checkpoint(TRUNCATE)"_s}
                      : QStringList {u"VACUUM (ANALYZE) log_record"_s, u"ANALYZE log_item"_s, u"ANALYZE counter"_s},
                  progress);
}

void BulkTables::giveUp()
{
    static_cast<void>(m_connection.run(u"ROLLBACK"_s));
}

} // namespace ponte::samples
