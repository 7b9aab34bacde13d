// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/storage/connection.h"

#include "core/base/blocking.h"
#include "core/base/logging.h"
#include "core/storage/statements.h"

#include <QAtomicInteger>
#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QThread>

#include <libpq-fe.h>
#include <sqlite3.h>

namespace ponte::storage {

using namespace Qt::StringLiterals;

namespace {

/// Qt stores a null QString as NULL, but a text that is merely empty is not unknown; NULL is asked for by a null
/// QVariant.
QVariant stored(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && !value.isNull() && value.toString().isNull())
        return QString(u""_s);
    // PostgreSQL would end the whole statement there.
    if (value.typeId() == QMetaType::QString && value.toString().contains(QChar::Null))
        return value.toString().replace(QChar::Null, QChar::ReplacementCharacter);
    if (value.typeId() != QMetaType::QDateTime)
        return value;
    const QDateTime time = value.toDateTime();
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType(QMetaType::LongLong));
}

void bind(QSqlQuery &query, const Bindings &bindings)
{
    for (const auto &[name, value] : bindings)
        query.bindValue(name, stored(value));
}

} // namespace

Row::Columns Row::columnsOf(const QSqlQuery &query)
{
    const QSqlRecord record = query.record();
    auto columns = std::make_shared<QHash<QString, int>>();
    for (int i = 0; i < record.count(); ++i)
        columns->insert(record.fieldName(i), i);
    return columns;
}

Row::Row(const QSqlQuery &query, Columns columns)
    : m_columns(std::move(columns))
{
    m_values.reserve(m_columns->size());
    for (int i = 0; i < m_columns->size(); ++i)
        m_values.append(query.value(i));
}

QVariant Row::value(QStringView column) const
{
    const auto found = m_columns->constFind(column.toString());
    Q_ASSERT_X(found != m_columns->constEnd(), "Row", qPrintable(column.toString()));
    return found == m_columns->constEnd() ? QVariant() : m_values.at(*found);
}

bool Row::isNull(QStringView column) const
{
    return value(column).isNull();
}

QString Row::text(QStringView column) const
{
    return value(column).toString();
}

qint64 Row::number(QStringView column) const
{
    return value(column).toLongLong();
}

QByteArray Row::bytes(QStringView column) const
{
    return value(column).toByteArray();
}

QDateTime Row::time(QStringView column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

Connection::Connection(Address address, QString name)
    : m_address(std::move(address))
    , m_name(std::move(name))
{}

Connection::~Connection()
{
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const Address &address, Mode mode)
{
    requireMayBlock("storage::Connection::open()");
    static QAtomicInteger<qint64> sequence;
    const QString name = u"ponte-%1"_s.arg(sequence.fetchAndAddRelaxed(1));
    const bool sqlite = address.backend == Backend::Sqlite;
    std::unique_ptr<Connection> connection(new Connection(address, name));
    {
        QSqlDatabase &db = connection->m_database;
        db = QSqlDatabase::addDatabase(sqlite ? u"QSQLITE"_s : u"QPSQL"_s, name);
        if (sqlite) {
            db.setDatabaseName(address.path);
            db.setConnectOptions(mode == Mode::ReadOnly ? u"QSQLITE_BUSY_TIMEOUT=15000;QSQLITE_OPEN_READONLY"_s
                                                        : u"QSQLITE_BUSY_TIMEOUT=15000"_s);
        } else {
            db.setHostName(address.host);
            db.setPort(address.port);
            db.setDatabaseName(address.database);
            db.setUserName(address.user);
            db.setPassword(address.password);
            const QString options = u"connect_timeout=10;application_name=ponte"_s;
            db.setConnectOptions(address.options.isEmpty() ? options : address.options + u';' + options);
        }
        if (!db.open())
            return tl::unexpected(connection->errorOf(db.lastError(), u"open"_s));
        const QVariant handle = db.driver()->handle();
        connection->m_handle = *static_cast<void *const *>(handle.constData());
    }
    if (const Result<> session = connection->prepareSession(mode); !session)
        return tl::unexpected(session.error());
    return connection;
}

Result<> Connection::prepareSession(Mode mode)
{
    QStringList statements;
    if (m_address.backend == Backend::Sqlite) {
        statements = {u"PRAGMA foreign_keys=ON"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA temp_store=MEMORY"_s};
        // The pages that every sale changes are copied back once per 32 MB of log instead of once per 8.
        statements.append(mode == Mode::ReadOnly ? u"PRAGMA query_only=ON"_s : u"PRAGMA wal_autocheckpoint=4000"_s);
    } else {
        statements = {u"SET TIME ZONE 'UTC'"_s, u"SET client_min_messages TO warning"_s};
        if (mode == Mode::ReadOnly)
            // A page is so little work that helpers and compiled expressions cost more than all of it. The records of a
            // word are remembered one by one, not by their pages, whose records would all be compared.
            statements += {u"SET default_transaction_read_only TO on"_s, u"SET max_parallel_workers_per_gather TO 0"_s,
                           u"SET jit TO off"_s, u"SET work_mem TO '32MB'"_s};
        else
            // A statement keeps the plan of its first calls: made while its table was empty, it would read the whole of
            // it for each row long after the table has grown.
            statements.append(u"SET enable_seqscan TO off"_s);
    }
    for (const QString &statement : std::as_const(statements)) {
        if (Result<> done = run(statement); !done)
            return done;
    }
    return {};
}

Error Connection::errorOf(const QSqlError &error, const QString &statement) const
{
    const QString native = error.nativeErrorCode();
    QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    text = text.trimmed().section(u'\n', 0, 0);
    Error result {ErrorCode::Database, {}, u"%1: %2 (%3)"_s.arg(statement, error.text(), native), {}};
    const QString where = m_address.display();
    if (native == u"9"_s || native == u"57014"_s) {
        result.code = ErrorCode::Cancelled;
        result.message = QCoreApplication::translate("Storage", "The query was cancelled.");
    } else if (native == u"13"_s || native == u"53100"_s) {
        result.message = QCoreApplication::translate(
                             "Storage", "The disk of the database %1 is full: free some space and try again.")
                             .arg(where);
    } else if (native == u"8"_s || native == u"25006"_s) {
        result.message = QCoreApplication::translate(
                             "Storage", "The database %1 is read-only: give this user the right to write it.")
                             .arg(where);
    } else if (statement == u"open"_s) {
        result.message =
            QCoreApplication::translate("Storage", "The database %1 cannot be opened: %2").arg(where, text);
    } else if (text.isEmpty()) {
        result.message =
            QCoreApplication::translate("Storage", "The connection to the database %1 was lost.").arg(where);
    } else {
        result.message =
            QCoreApplication::translate("Storage", "The database %1 refused a statement: %2").arg(where, text);
    }
    return result;
}

Result<Connection::Prepared *> Connection::exec(const QString &name, const Bindings &bindings)
{
    requireMayBlock("storage::Connection");
    auto found = m_prepared.find(name);
    if (found == m_prepared.end()) {
        QSqlQuery fresh(m_database);
        fresh.setForwardOnly(m_address.backend == Backend::Sqlite);
        if (!fresh.prepare(statementText(m_address.backend, name)))
            return tl::unexpected(errorOf(fresh.lastError(), name));
        found = m_prepared.emplace(name, Prepared {std::move(fresh)}).first;
    }
    QSqlQuery &query = found->second.query;
    bind(query, bindings);
    if (!query.exec()) {
        const Error error = errorOf(query.lastError(), name);
        query.finish();
        return tl::unexpected(error);
    }
    return &found->second;
}

Result<QList<Row>> Connection::query(const QString &name, const Bindings &bindings)
{
    const Result<Prepared *> prepared = exec(name, bindings);
    if (!prepared)
        return tl::unexpected(prepared.error());
    QSqlQuery &query = (*prepared)->query;
    Row::Columns &columns = (*prepared)->columns;
    if (!columns)
        columns = Row::columnsOf(query);
    QList<Row> rows;
    while (query.next())
        rows.append(Row(query, columns));
    const QSqlError error = query.lastError();
    query.finish();
    if (error.isValid())
        return tl::unexpected(errorOf(error, name));
    return rows;
}

Result<std::optional<Row>> Connection::first(const QString &name, const Bindings &bindings)
{
    const Result<QList<Row>> rows = query(name, bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? std::optional<Row>() : std::optional<Row>(rows->first());
}

Result<qint64> Connection::execute(const QString &name, const Bindings &bindings)
{
    const Result<Prepared *> prepared = exec(name, bindings);
    if (!prepared)
        return tl::unexpected(prepared.error());
    const qint64 affected = (*prepared)->query.numRowsAffected();
    (*prepared)->query.finish();
    return affected;
}

Result<QList<Row>> Connection::queryText(const QString &sql, const Bindings &bindings)
{
    QList<Row> rows;
    const Result<> done = each(sql, bindings, [&rows](const Row &row) {
        rows.append(row);
        return true;
    });
    if (!done)
        return tl::unexpected(done.error());
    return rows;
}

Result<> Connection::each(const QString &sql, const Bindings &bindings, const std::function<bool(const Row &)> &visit)
{
    requireMayBlock("storage::Connection");
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(errorOf(query.lastError(), u"built query"_s));
    bind(query, bindings);
    if (!query.exec())
        return tl::unexpected(errorOf(query.lastError(), u"built query"_s));
    const Row::Columns columns = Row::columnsOf(query);
    while (query.next()) {
        if (!visit(Row(query, columns)))
            return {};
    }
    // A forward-only PostgreSQL result that broke off ends like a complete one; only the error tells.
    if (query.lastError().isValid())
        return tl::unexpected(errorOf(query.lastError(), u"built query"_s));
    return {};
}

Result<> Connection::run(const QString &sql)
{
    requireMayBlock("storage::Connection");
    QSqlError error;
    if (m_address.backend == Backend::Sqlite) {
        // Around each commit stand several of these; a QSqlQuery for each costs more than what it says.
        auto *handle = static_cast<sqlite3 *>(m_handle);
        if (const int code = sqlite3_exec(handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr))
            error = QSqlError(u"Unable to execute statement"_s, QString::fromUtf8(sqlite3_errmsg(handle)),
                              QSqlError::StatementError, QString::number(code));
    } else {
        QSqlQuery query(m_database);
        if (!query.exec(sql))
            error = query.lastError();
    }
    if (error.isValid())
        return tl::unexpected(errorOf(error, sql.section(u'\n', 0, 0).left(80)));
    return {};
}

void Connection::noteChange(const QString &topic)
{
    if (!m_changes.contains(topic))
        m_changes.append(topic);
}

QStringList Connection::takeChanges()
{
    return std::exchange(m_changes, {});
}

void Connection::interrupt()
{
    if (!m_handle)
        return;
    if (m_address.backend == Backend::Sqlite) {
        sqlite3_interrupt(static_cast<sqlite3 *>(m_handle));
        return;
    }
    PGcancel *cancel = PQgetCancel(static_cast<PGconn *>(m_handle));
    char text[256];
    PQcancel(cancel, text, sizeof text);
    PQfreeCancel(cancel);
}

bool Connection::isAlive() const
{
    if (!m_database.isOpen())
        return false;
    return m_address.backend == Backend::Sqlite || PQstatus(static_cast<PGconn *>(m_handle)) == CONNECTION_OK;
}

Result<QString> Connection::role()
{
    if (m_address.backend == Backend::Sqlite)
        return QString();
    return queryText(u"SELECT current_user AS role"_s).map([](const QList<Row> &rows) {
        return rows.first().text(u"role");
    });
}

} // namespace ponte::storage
