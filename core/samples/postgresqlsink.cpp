// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/samples/postgresqlsink.h"

#include <QSqlDriver>

#include <libpq-fe.h>

namespace ponte::samples {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sentAtOnce = 1 << 20;

} // namespace

PostgreSqlSink::PostgreSqlSink(const storage::Connection &connection)
{
    const QVariant handle = connection.database().driver()->handle();
    m_connection = *static_cast<PGconn *const *>(handle.constData());
    m_buffer.reserve(sentAtOnce + 65'536);
}

Result<> PostgreSqlSink::failed() const
{
    return failure(ErrorCode::Database, QString::fromUtf8(PQerrorMessage(m_connection)).trimmed());
}

Result<> PostgreSqlSink::begin(const QByteArray &table, const QByteArray &columns, int)
{
    const QByteArray sql = "COPY " + table + " (" + columns + ") FROM STDIN";
    PGresult *result = PQexec(m_connection, sql.constData());
    const bool begun = PQresultStatus(result) == PGRES_COPY_IN;
    PQclear(result);
    m_rowBegun = false;
    return begun ? Result<>() : failed();
}

void PostgreSqlSink::separate()
{
    if (m_rowBegun)
        m_buffer.append('\t');
    m_rowBegun = true;
}

void PostgreSqlSink::number(qint64 value)
{
    separate();
    m_buffer.append(QByteArray::number(value));
}

void PostgreSqlSink::text(const QByteArray &utf8)
{
    separate();
    for (const char c : utf8) {
        if (c == '\\')
            m_buffer.append("\\\\", 2);
        else if (c == '\n')
            m_buffer.append("\\n", 2);
        else if (c == '\r')
            m_buffer.append("\\r", 2);
        else if (c == '\t')
            m_buffer.append("\\t", 2);
        else
            m_buffer.append(c);
    }
}

void PostgreSqlSink::bytes(const QByteArray &value)
{
    if (value.isEmpty())
        return null();
    separate();
    m_buffer.append("\\\\x").append(value.toHex());
}

void PostgreSqlSink::null()
{
    separate();
    m_buffer.append("\\N");
}

Result<> PostgreSqlSink::endRow()
{
    m_buffer.append('\n');
    m_rowBegun = false;
    return m_buffer.size() < sentAtOnce ? Result<>() : send();
}

Result<> PostgreSqlSink::send()
{
    const int sent = PQputCopyData(m_connection, m_buffer.constData(), int(m_buffer.size()));
    m_buffer.resize(0);
    return sent == 1 ? Result<>() : failed();
}

Result<> PostgreSqlSink::end()
{
    if (const Result<> sent = send(); !sent)
        return sent;
    if (PQputCopyEnd(m_connection, nullptr) != 1)
        return failed();
    Result<> done;
    while (PGresult *result = PQgetResult(m_connection)) {
        if (PQresultStatus(result) != PGRES_COMMAND_OK)
            done = failed();
        PQclear(result);
    }
    return done;
}

} // namespace ponte::samples
