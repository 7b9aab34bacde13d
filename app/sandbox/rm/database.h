// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/rm/schema.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <map>
#include <memory>
#include <set>

namespace ponte::sandbox::rm {

/// Values by column position; a null QString is NULL.
using Row = QList<QString>;

/// The rows of one table, found by key and by the indexed columns without a walk.
class Table
{
public:
    explicit Table(const TableDefinition &definition);

    [[nodiscard]] const TableDefinition &definition() const { return *m_definition; }
    [[nodiscard]] const std::map<int, Row> &rows() const { return m_rows; }
    [[nodiscard]] QString value(const Row &row, const QString &column) const;
    void setValue(Row &row, const QString &column, const QString &value) const;
    [[nodiscard]] Row emptyRow() const { return Row(m_definition->columns.size()); }

    [[nodiscard]] QString keyOf(const Row &row) const;
    /// Values joined by `;` in key order; nullptr if there is no such row.
    [[nodiscard]] const Row *find(const QString &key) const;
    [[nodiscard]] bool isIndexed(const QString &column) const { return m_indices.contains(column); }
    /// The rows whose indexed column has the value.
    [[nodiscard]] QList<const Row *> lookup(const QString &column, const QString &value) const;
    /// How many rows that lookup would find, at once.
    [[nodiscard]] int count(const QString &column, const QString &value) const;
    /// Whether a row has all of these values, by the key or an index where possible.
    [[nodiscard]] bool contains(const QStringList &columns, const QStringList &values) const;

    /// Inserts, or replaces the row with the same key.
    void put(const Row &row);
    void remove(const QString &key);
    /// The next automatic number of a company (0 where the key holds no company).
    [[nodiscard]] QString nextNumber(const QString &company);

    [[nodiscard]] QJsonArray toJson() const;

private:
    [[nodiscard]] static QString folded(const QString &value) { return value.trimmed().toUpper(); }
    void index(int serial, const Row &row, bool add);

    const TableDefinition *m_definition;
    std::map<int, Row> m_rows;
    QHash<QString, int> m_keys;
    QHash<QString, QHash<QString, std::set<int>>> m_indices;
    QHash<QString, qint64> m_numbers;
    int m_nextSerial = 0;
};

/// Everything that the stand-in RM stores.
class Database
{
public:
    Database();
    void clear();
    [[nodiscard]] const Schema &schema() const { return m_schema; }
    [[nodiscard]] Table &table(const QString &name);
    [[nodiscard]] const Table &table(const QString &name) const;
    [[nodiscard]] bool hasTable(const QString &name) const { return m_tables.contains(name); }
    /// Puts a row given by column names, for seeds; false if a column or value does not fit.
    bool put(const QString &table, const QHash<QString, QString> &values);
    /// The first foreign key of the row that points to nothing; nullptr if all hold.
    [[nodiscard]] const ForeignKey *brokenForeignKey(const Table &table, const Row &row) const;
    /// The foreign key of another table that still points to the row; the name of that table in `from`.
    [[nodiscard]] const ForeignKey *referenceTo(const Table &table, const Row &row, QString *from) const;

private:
    Schema m_schema;
    QHash<QString, std::shared_ptr<Table>> m_tables;
};

} // namespace ponte::sandbox::rm
