// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/storage/database.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>

#include <libpq-fe.h>
#include <poll.h>

#include <chrono>

namespace ponte::storage {

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<Connection>> openForMigration(const Address &address)
{
    const bool sqlite = address.backend == Backend::Sqlite;
    const QFileInfo info(address.path);
    const bool fresh = sqlite && (!info.exists() || info.size() == 0);
    if (fresh && !QDir().mkpath(info.absolutePath()))
        return failure(ErrorCode::Database,
                       QCoreApplication::translate(
                           "Storage", "The folder %1 cannot be made: choose another place with --database.")
                           .arg(info.absolutePath()));
    if (sqlite && info.exists() && !info.isWritable())
        return failure(ErrorCode::Database,
                       QCoreApplication::translate(
                           "Storage", "The database %1 is read-only: give this user the right to write it.")
                           .arg(address.display()));
    auto connection = Connection::open(address, Connection::Mode::ReadWrite);
    if (!connection || !sqlite)
        return connection;
    // The page size is fixed by the first table, and the journal mode must not change under other connections.
    QStringList pragmas;
    if (fresh)
        pragmas = {u"PRAGMA page_size=8192"_s, u"PRAGMA journal_mode=WAL"_s};
    for (const QString &pragma : std::as_const(pragmas)) {
        if (const Result<> done = (*connection)->run(pragma); !done)
            return tl::unexpected(done.error());
    }
    return connection;
}

Result<> refuseState(SchemaState state, const Address &address)
{
    if (state == SchemaState::Newer)
        return failure(
            ErrorCode::DatabaseSchema,
            QCoreApplication::translate(
                "Storage", "The database %1 was made by a newer Ponte: install that version on this machine too.")
                .arg(address.display()));
    if (state == SchemaState::Current)
        return {};
    return failure(
        ErrorCode::DatabaseSchema,
        QCoreApplication::translate(
            "Storage", "The database %1 needs the tables of this version: run  ponte-agent migrate --database %1")
            .arg(address.display()));
}

} // namespace

Database::Database(const Address &address)
    : m_address(address)
    , m_reads(address)
    , m_writer(address)
{}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const Address &address, const QStringList &modules)
{
    if (address.backend == Backend::Sqlite) {
        if (const Result<int> migrated = migrate(address, modules); !migrated)
            return tl::unexpected(migrated.error());
    } else {
        const Result<SchemaState> state = check(address, modules);
        if (!state)
            return tl::unexpected(state.error());
        if (const Result<> usable = refuseState(*state, address); !usable)
            return tl::unexpected(usable.error());
    }
    return std::unique_ptr<Database>(new Database(address));
}

Result<int> Database::migrate(const Address &address, const QStringList &modules)
{
    const auto connection = openForMigration(address);
    if (!connection)
        return tl::unexpected(connection.error());
    const Migrator migrator(modules);
    const Result<SchemaState> state = migrator.state(**connection);
    if (!state)
        return tl::unexpected(state.error());
    if (*state == SchemaState::Current)
        return 0;
    if (*state == SchemaState::Newer)
        return tl::unexpected(refuseState(*state, address).error());
    return migrator.migrate(**connection);
}

Result<SchemaState> Database::check(const Address &address, const QStringList &modules)
{
    if (address.backend == Backend::Sqlite && !QFile::exists(address.path))
        return SchemaState::Empty;
    const auto connection = Connection::open(address, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    return Migrator(modules).state(**connection);
}

ChangeFeed::ChangeFeed(const Address &address, Writer &writer)
    : m_address(address)
    , m_thread([this] { m_address.backend == Backend::Sqlite ? watchSqlite() : watchPostgreSql(); })
{
    if (address.backend == Backend::Sqlite)
        connect(&writer, &Writer::committed, this, &ChangeFeed::changed, Qt::DirectConnection);
}

ChangeFeed::~ChangeFeed()
{
    m_stopping = true;
    m_thread.join();
}

void ChangeFeed::watchSqlite()
{
    std::unique_ptr<Connection> connection;
    qint64 known = -1;
    while (!m_stopping) {
        if (!connection) {
            if (auto opened = Connection::open(m_address, Connection::Mode::ReadOnly))
                connection = std::move(*opened);
        }
        if (connection) {
            const auto rows = connection->queryText(u"PRAGMA data_version"_s);
            const qint64 version = rows && !rows->isEmpty() ? rows->first().number(u"data_version") : -1;
            if (known != -1 && version != known)
                Q_EMIT changed({});
            known = version;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(250));
    }
}

void ChangeFeed::watchPostgreSql()
{
    std::unique_ptr<Connection> connection;
    while (!m_stopping) {
        if (!connection || !connection->isAlive()) {
            connection.reset();
            auto opened = Connection::open(m_address, Connection::Mode::ReadOnly);
            if (!opened || !(*opened)->run(u"LISTEN ponte"_s)) {
                std::this_thread::sleep_for(std::chrono::milliseconds(250));
                continue;
            }
            connection = std::move(*opened);
            Q_EMIT changed({});
        }
        auto *handle = *static_cast<PGconn *const *>(connection->database().driver()->handle().constData());
        pollfd descriptor {PQsocket(handle), POLLIN, 0};
        if (poll(&descriptor, 1, 250) <= 0)
            continue;
        PQconsumeInput(handle);
        QStringList topics;
        while (PGnotify *notification = PQnotifies(handle)) {
            topics += QString::fromUtf8(notification->extra).split(u',');
            PQfreemem(notification);
        }
        if (!topics.isEmpty())
            Q_EMIT changed(topics);
    }
}

} // namespace ponte::storage
