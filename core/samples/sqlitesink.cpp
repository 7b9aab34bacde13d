// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/samples/sqlitesink.h"

#include <QSqlDriver>

#include <sqlite3.h>

namespace ponte::samples {

using namespace Qt::StringLiterals;

SqliteSink::SqliteSink(const storage::Connection &connection)
{
    const QVariant handle = connection.database().driver()->handle();
    m_database = *static_cast<sqlite3 *const *>(handle.constData());
}

SqliteSink::~SqliteSink()
{
    sqlite3_finalize(m_statement);
}

Result<> SqliteSink::failed() const
{
    return failure(ErrorCode::Database, QString::fromUtf8(sqlite3_errmsg(m_database)));
}

Result<> SqliteSink::begin(const QByteArray &table, const QByteArray &columns, int count)
{
    const QByteArray sql =
        "INSERT INTO " + table + " (" + columns + ") VALUES (?" + QByteArray(",?").repeated(count - 1) + ")";
    m_column = 0;
    if (sqlite3_prepare_v2(m_database, sql.constData(), -1, &m_statement, nullptr) != SQLITE_OK)
        return failed();
    return {};
}

void SqliteSink::number(qint64 value)
{
    sqlite3_bind_int64(m_statement, ++m_column, value);
}

void SqliteSink::text(const QByteArray &utf8)
{
    sqlite3_bind_text(m_statement, ++m_column, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
}

void SqliteSink::bytes(const QByteArray &value)
{
    if (value.isEmpty())
        return null();
    sqlite3_bind_blob(m_statement, ++m_column, value.constData(), int(value.size()), SQLITE_TRANSIENT);
}

void SqliteSink::null()
{
    sqlite3_bind_null(m_statement, ++m_column);
}

Result<> SqliteSink::endRow()
{
    const int code = sqlite3_step(m_statement);
    sqlite3_reset(m_statement);
    m_column = 0;
    return code == SQLITE_DONE ? Result<>() : failed();
}

Result<> SqliteSink::end()
{
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    return {};
}

} // namespace ponte::samples
