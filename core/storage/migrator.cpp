// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/storage/migrator.h"

#include "core/storage/statements.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QMap>

namespace ponte::storage {

using namespace Qt::StringLiterals;

Migrator::Migrator(QStringList modules)
    : m_modules(std::move(modules))
{}

QMap<int, QString> Migrator::steps(Backend backend, const QString &module)
{
    const QString folder =
        u":/sql/%1/migrations/%2"_s.arg(module, backend == Backend::Sqlite ? u"sqlite"_s : u"postgresql"_s);
    QMap<int, QString> found;
    const QStringList names = QDir(folder).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names)
        found.insert(name.section(u'_', 0, 0).toInt(), folder + u'/' + name);
    return found;
}

Result<QHash<QString, int>> Migrator::versions(Connection &connection) const
{
    const bool sqlite = connection.backend() == Backend::Sqlite;
    const auto table = connection.queryText(
        sqlite
            ? u"SELECT count(*) AS n FROM sqlite_master WHERE name = 'schema_version'"_s
            : u"SELECT count(*) AS n FROM pg_tables WHERE tablename = 'schema_version' AND schemaname = ANY (current_schemas(false))"_s);
    if (!table)
        return tl::unexpected(table.error());
    QHash<QString, int> versions;
    if (table->first().number(u"n") == 0)
        return versions;
    const auto rows = connection.queryText(u"SELECT module, version FROM schema_version"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const Row &row : *rows)
        versions.insert(row.text(u"module"), int(row.number(u"version")));
    return versions;
}

Result<SchemaState> Migrator::state(Connection &connection) const
{
    const auto known = versions(connection);
    if (!known)
        return tl::unexpected(known.error());
    if (known->isEmpty())
        return SchemaState::Empty;
    SchemaState state = SchemaState::Current;
    for (auto it = known->constBegin(); it != known->constEnd(); ++it) {
        const QMap<int, QString> mine = steps(connection.backend(), it.key());
        if (mine.isEmpty() || it.value() > mine.lastKey())
            return SchemaState::Newer;
    }
    for (const QString &module : m_modules) {
        const QMap<int, QString> mine = steps(connection.backend(), module);
        if (!mine.isEmpty() && known->value(module) < mine.lastKey())
            state = SchemaState::Older;
    }
    return state;
}

Result<int> Migrator::migrate(Connection &connection) const
{
    const bool sqlite = connection.backend() == Backend::Sqlite;
    if (Result<> begun = connection.run(sqlite ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s); !begun)
        return tl::unexpected(begun.error());
    const auto failed = [&connection](const Error &error) -> Result<int> {
        static_cast<void>(connection.run(u"ROLLBACK"_s));
        return tl::unexpected(error);
    };
    if (!sqlite) {
        if (const auto locked = connection.queryText(u"SELECT pg_advisory_xact_lock(7264531)"_s); !locked)
            return failed(locked.error());
    }
    const auto current = state(connection);
    if (!current)
        return failed(current.error());
    if (*current == SchemaState::Newer)
        return failed(
            {ErrorCode::DatabaseSchema,
             QCoreApplication::translate(
                 "Storage", "The database was made by a newer Ponte: install that version on this machine too."),
             {},
             {}});
    const auto created = connection.run(
        u"CREATE TABLE IF NOT EXISTS schema_version (module TEXT PRIMARY KEY, version INTEGER NOT NULL)"_s);
    if (!created)
        return failed(created.error());
    const auto known = versions(connection);
    if (!known)
        return failed(known.error());
    int done = 0;
    for (const QString &module : m_modules) {
        const QMap<int, QString> all = steps(connection.backend(), module);
        for (auto step = all.constBegin(); step != all.constEnd(); ++step) {
            if (step.key() <= known->value(module))
                continue;
            if (const Result<> ran = runStep(connection, module, step.key(), step.value()); !ran)
                return failed(ran.error());
            ++done;
        }
    }
    if (const Result<> committed = connection.run(u"COMMIT"_s); !committed)
        return failed(committed.error());
    return done;
}

Result<> Migrator::runStep(Connection &connection, const QString &module, int version, const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate("Storage", "The migration %1 cannot be read.").arg(path));
    const QStringList statements = splitScript(QString::fromUtf8(file.readAll()));
    for (const QString &statement : statements) {
        if (Result<> done = connection.run(statement); !done)
            return done;
    }
    const auto kept = connection.queryText(u"INSERT INTO schema_version (module, version) VALUES (:module, :version) "
                                           "ON CONFLICT (module) DO UPDATE SET version = excluded.version"_s,
                                           {{u":module"_s, module}, {u":version"_s, version}});
    if (!kept)
        return tl::unexpected(kept.error());
    return {};
}

} // namespace ponte::storage
