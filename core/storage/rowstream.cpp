// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/storage/rowstream.h"

#include <QtEndian>

#include <libpq-fe.h>
#include <sqlite3.h>

#include <algorithm>
#include <vector>

namespace ponte::storage {

using namespace Qt::StringLiterals;

namespace {

using ErrorMaker = std::function<Error(const QString &text, const QString &nativeCode)>;

/// Numbers as they are stored (times in milliseconds since 1970), everything else as text; none is NULL.
struct StoredValue {
    bool isNull = false;
    bool isNumber = false;
    qint64 number = 0;
    QByteArray text = {};
};

StoredValue streamValue(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDateTime) {
        const QDateTime time = value.toDateTime();
        return {!time.isValid(), true, time.isValid() ? time.toMSecsSinceEpoch() : 0};
    }
    if (value.isNull())
        return {true};
    if (value.typeId() == QMetaType::QString)
        return {false, false, 0, value.toString().toUtf8()};
    return {false, true, value.toLongLong()};
}

class SqliteRows final : public RowStream
{
public:
    SqliteRows(sqlite3 *handle, ErrorMaker errorOf)
        : m_handle(handle)
        , m_errorOf(std::move(errorOf))
    {}
    ~SqliteRows() override { sqlite3_finalize(m_statement); }

    [[nodiscard]] Result<> start(const QString &sql, const Bindings &bindings)
    {
        const QByteArray text = sql.toUtf8();
        if (const int code = sqlite3_prepare_v2(m_handle, text.constData(), int(text.size()), &m_statement, nullptr))
            return tl::unexpected(error(code));
        for (const auto &[name, value] : bindings) {
            const int index = sqlite3_bind_parameter_index(m_statement, name.toUtf8().constData());
            if (index == 0)
                continue;
            const StoredValue stored = streamValue(value);
            int code = SQLITE_OK;
            if (stored.isNull)
                code = sqlite3_bind_null(m_statement, index);
            else if (stored.isNumber)
                code = sqlite3_bind_int64(m_statement, index, stored.number);
            else
                code = sqlite3_bind_text(m_statement, index, stored.text.constData(), int(stored.text.size()),
                                         SQLITE_TRANSIENT);
            if (code != SQLITE_OK)
                return tl::unexpected(error(code));
        }
        m_values.resize(size_t(sqlite3_column_count(m_statement)));
        return {};
    }

    [[nodiscard]] Result<bool> next() override
    {
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW) {
            // Each sqlite3_column_…() of a type, a size or a text looks all of it up again.
            for (size_t i = 0; i < m_values.size(); ++i)
                m_values[i] = sqlite3_column_value(m_statement, int(i));
            return true;
        }
        if (code == SQLITE_DONE)
            return false;
        return tl::unexpected(error(code));
    }

    [[nodiscard]] bool isNull(int column) const override
    {
        return sqlite3_value_type(m_values[size_t(column)]) == SQLITE_NULL;
    }

    [[nodiscard]] std::string_view text(int column) const override
    {
        sqlite3_value *value = m_values[size_t(column)];
        const auto *text = static_cast<const char *>(sqlite3_value_blob(value));
        return {text ? text : "", size_t(sqlite3_value_bytes(value))};
    }

    [[nodiscard]] qint64 number(int column) const override { return sqlite3_value_int64(m_values[size_t(column)]); }

private:
    [[nodiscard]] Error error(int code) const
    {
        return m_errorOf(QString::fromUtf8(sqlite3_errmsg(m_handle)), QString::number(code & 0xff));
    }

    sqlite3 *m_handle;
    sqlite3_stmt *m_statement = nullptr;
    std::vector<sqlite3_value *> m_values; ///< of the present row
    const ErrorMaker m_errorOf;
};

/// The statement with $1, $2… where it has names, and the names in that order.
struct Positional {
    QByteArray sql;
    QStringList names;
};

Positional positional(const QString &sql)
{
    Positional made;
    QString text;
    bool isQuoted = false;
    for (qsizetype i = 0; i < sql.size(); ++i) {
        const QChar c = sql.at(i);
        if (c == u'\'')
            isQuoted = !isQuoted;
        const bool isCast = i + 1 < sql.size() && sql.at(i + 1) == u':';
        if (isQuoted || c != u':' || isCast) {
            text += c;
            if (!isQuoted && c == u':' && isCast)
                text += sql.at(++i);
            continue;
        }
        qsizetype end = i + 1;
        while (end < sql.size() && (sql.at(end).isLetterOrNumber() || sql.at(end) == u'_'))
            ++end;
        const QString name = sql.mid(i, end - i);
        if (!made.names.contains(name))
            made.names.append(name);
        text += u'$' + QString::number(made.names.indexOf(name) + 1);
        i = end - 1;
    }
    made.sql = text.toUtf8();
    return made;
}

/// A cursor whose next piece is fetched while the present one is used. Its result is binary, so that neither side turns
/// numbers into digits and back.
class PostgreSqlRows final : public RowStream
{
public:
    PostgreSqlRows(PGconn *handle, ErrorMaker errorOf)
        : m_handle(handle)
        , m_errorOf(std::move(errorOf))
    {}

    ~PostgreSqlRows() override
    {
        PQclear(m_piece);
        if (m_isAsked)
            drain();
        if (m_ownsTransaction)
            PQclear(PQexec(m_handle, "ROLLBACK"));
        else if (m_isDeclared && PQtransactionStatus(m_handle) == PQTRANS_INTRANS)
            PQclear(PQexec(m_handle, "CLOSE ponte_rows"));
    }

    [[nodiscard]] Result<> start(const QString &sql, const Bindings &bindings)
    {
        // A cursor lives in a transaction.
        if (PQtransactionStatus(m_handle) == PQTRANS_IDLE) {
            PQclear(PQexec(m_handle, "BEGIN READ ONLY"));
            m_ownsTransaction = true;
        }
        const Positional made = positional(sql);
        std::vector<QByteArray> texts;
        texts.reserve(size_t(made.names.size()));
        std::vector<const char *> values;
        for (const QString &name : made.names) {
            const auto found = std::find_if(bindings.begin(), bindings.end(),
                                            [&](const auto &binding) { return binding.first == name; });
            const StoredValue stored = found == bindings.end() ? StoredValue {true} : streamValue(found->second);
            texts.push_back(stored.isNumber ? QByteArray::number(stored.number) : stored.text);
            values.push_back(stored.isNull ? nullptr : texts.back().constData());
        }
        const QByteArray declaration = "DECLARE ponte_rows NO SCROLL CURSOR FOR " + made.sql;
        PGresult *result = PQexecParams(m_handle, declaration.constData(), int(values.size()), nullptr, values.data(),
                                        nullptr, nullptr, 1);
        Result<> done = check(result, PGRES_COMMAND_OK);
        PQclear(result);
        m_isDeclared = done.has_value();
        return done ? ask() : done;
    }

    [[nodiscard]] Result<bool> next() override
    {
        if (++m_row < m_rows)
            return true;
        if (m_isLast)
            return false;
        PQclear(std::exchange(m_piece, PQgetResult(m_handle)));
        drain();
        if (const Result<> sound = check(m_piece, PGRES_TUPLES_OK); !sound)
            return tl::unexpected(sound.error());
        m_row = 0;
        m_rows = PQntuples(m_piece);
        m_isLast = m_rows < m_asked;
        if (m_rows == 0)
            return false;
        m_types.clear();
        for (int column = 0; column < PQnfields(m_piece); ++column)
            m_types.push_back(PQftype(m_piece, column));
        if (!m_isLast) {
            adapt();
            if (const Result<> asked = ask(); !asked)
                return tl::unexpected(asked.error());
        }
        return true;
    }

    [[nodiscard]] bool isNull(int column) const override { return PQgetisnull(m_piece, m_row, column) != 0; }

    [[nodiscard]] std::string_view text(int column) const override
    {
        return {PQgetvalue(m_piece, m_row, column), size_t(PQgetlength(m_piece, m_row, column))};
    }

    [[nodiscard]] qint64 number(int column) const override
    {
        constexpr Oid int8Type = 20;
        constexpr Oid int4Type = 23;
        if (isNull(column))
            return 0;
        const char *bytes = PQgetvalue(m_piece, m_row, column);
        if (m_types[size_t(column)] == int8Type)
            return qFromBigEndian<qint64>(bytes);
        if (m_types[size_t(column)] == int4Type)
            return qFromBigEndian<qint32>(bytes);
        Q_ASSERT_X(false, "RowStream", "a number of another type");
        return 0;
    }

private:
    [[nodiscard]] Result<> ask()
    {
        const QByteArray fetch = "FETCH " + QByteArray::number(m_asked) + " FROM ponte_rows";
        m_isAsked = PQsendQueryParams(m_handle, fetch.constData(), 0, nullptr, nullptr, nullptr, nullptr, 1) == 1;
        if (m_isAsked)
            return {};
        return tl::unexpected(m_errorOf(QString::fromUtf8(PQerrorMessage(m_handle)), {}));
    }

    void drain()
    {
        while (PGresult *rest = PQgetResult(m_handle))
            PQclear(rest);
        m_isAsked = false;
    }

    // Two pieces are in memory at a time, so their bytes are bounded, not their rows.
    void adapt()
    {
        constexpr qint64 wantedBytes = 1 << 20;
        const qint64 perRow = std::max<qint64>(1, qint64(PQresultMemorySize(m_piece)) / m_rows);
        m_asked = int(std::clamp<qint64>(wantedBytes / perRow, 1, 10'000));
    }

    [[nodiscard]] Result<> check(PGresult *result, ExecStatusType wanted) const
    {
        if (result && PQresultStatus(result) == wanted)
            return {};
        const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
        const char *text = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
        return tl::unexpected(m_errorOf(QString::fromUtf8(text ? text : PQerrorMessage(m_handle)),
                                        state ? QString::fromLatin1(state) : QString()));
    }

    PGconn *m_handle;
    const ErrorMaker m_errorOf;
    PGresult *m_piece = nullptr;
    std::vector<Oid> m_types;
    int m_row = 0, m_rows = 0;
    int m_asked = 64; ///< the first piece shows how wide the rows are
    bool m_ownsTransaction = false, m_isDeclared = false, m_isAsked = false, m_isLast = false;
};

} // namespace

Result<std::unique_ptr<RowStream>> RowStream::open(Connection &connection, const QString &sql, const Bindings &bindings)
{
    ErrorMaker errorOf = [&connection](const QString &text, const QString &nativeCode) {
        return connection.errorOf(QSqlError(u"Unable to fetch row"_s, text, QSqlError::StatementError, nativeCode),
                                  u"built query"_s);
    };
    if (connection.backend() == Backend::Sqlite) {
        auto rows = std::make_unique<SqliteRows>(static_cast<sqlite3 *>(connection.m_handle), std::move(errorOf));
        if (const Result<> started = rows->start(sql, bindings); !started)
            return tl::unexpected(started.error());
        return rows;
    }
    auto rows = std::make_unique<PostgreSqlRows>(static_cast<PGconn *>(connection.m_handle), std::move(errorOf));
    if (const Result<> started = rows->start(sql, bindings); !started)
        return tl::unexpected(started.error());
    return rows;
}

} // namespace ponte::storage
