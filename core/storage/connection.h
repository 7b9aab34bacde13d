// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/address.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace ponte::storage {

/// Named values of a statement: {{u":id"_s, 5}}. Times are given as QDateTime and stored as milliseconds since 1970 in
/// UTC.
using Bindings = QList<QPair<QString, QVariant>>;

/// One row of a result; columns by name. Reading a column that the statement does not name is a defect (asserted).
class Row
{
public:
    using Columns = std::shared_ptr<const QHash<QString, int>>;
    [[nodiscard]] static Columns columnsOf(const QSqlQuery &query);
    Row(const QSqlQuery &query, Columns columns);
    [[nodiscard]] bool isNull(QStringView column) const;
    [[nodiscard]] QString text(QStringView column) const;
    [[nodiscard]] qint64 number(QStringView column) const;
    [[nodiscard]] QByteArray bytes(QStringView column) const;
    [[nodiscard]] QDateTime time(QStringView column) const; ///< UTC; invalid where NULL

private:
    [[nodiscard]] QVariant value(QStringView column) const;
    Columns m_columns;
    QList<QVariant> m_values;
};

/// A database connection that belongs to the thread that opened it. Statements are named (statements.h) and stay
/// prepared. Errors: Database with one clear sentence; `detail` holds the driver's text and the statement's name.
class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const Address &address, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] Backend backend() const { return m_address.backend; }
    [[nodiscard]] Result<QList<Row>> query(const QString &name, const Bindings &bindings = {});
    /// The first row or none.
    [[nodiscard]] Result<std::optional<Row>> first(const QString &name, const Bindings &bindings = {});
    /// Rows affected.
    [[nodiscard]] Result<qint64> execute(const QString &name, const Bindings &bindings = {});
    /// Built text, for the log filter and migrations only; every value is bound.
    [[nodiscard]] Result<QList<Row>> queryText(const QString &sql, const Bindings &bindings = {});
    /// Forward only, one row at a time; stops where `visit` answers false.
    [[nodiscard]] Result<> each(const QString &sql, const Bindings &bindings,
                                const std::function<bool(const Row &)> &visit);
    /// A statement without values or result (BEGIN, PRAGMA, DDL).
    [[nodiscard]] Result<> run(const QString &sql);

    /// Remembers that data of this kind changed; the Writer announces it with the commit.
    void noteChange(const QString &topic);
    [[nodiscard]] QStringList takeChanges();

    /// Ends the statement that runs on this connection; from any thread while the connection lives.
    void interrupt();
    [[nodiscard]] bool isAlive() const;
    /// Asks the server who is logged in; on SQLite empty.
    [[nodiscard]] Result<QString> role();
    [[nodiscard]] QSqlDatabase database() const { return m_database; }

private:
    friend class RowStream;
    Connection(Address address, QString name);
    [[nodiscard]] Result<> prepareSession(Mode mode);
    struct Prepared {
        QSqlQuery query;
        Row::Columns columns = {}; ///< known from the first run on
    };
    [[nodiscard]] Result<Prepared *> exec(const QString &name, const Bindings &bindings);
    [[nodiscard]] Error errorOf(const QSqlError &error, const QString &statement) const;

    Address m_address;
    QString m_name;
    QSqlDatabase m_database; // kept, since finding it by its name takes a lock of the whole process
    std::unordered_map<QString, Prepared> m_prepared;
    QStringList m_changes;
    void *m_handle = nullptr;
};

} // namespace ponte::storage
