// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace ponte::sandbox::rm {

enum class ColumnType { Short, Int, Decimal, Date, Text };

struct Column {
    QString name;
    QString caption;
    ColumnType type = ColumnType::Text;
    int length = 0; ///< of Text; 0 is unbounded
    bool required = false;
    bool hidden = false; ///< kept and filterable, never returned
};

struct ForeignKey {
    QString constraint;
    QStringList columns;
    QString table;
    QStringList references;
};

/// Columns of another table that ReadRecord returns as well.
struct Join {
    QString table;
    QString column;
    QString other;
    QStringList columns;
};

enum class Saving { Allowed, Refused };

struct TableDefinition {
    QString name, dataServer, dataSet, rowTag;
    bool needsLevel = false;
    Saving saving = Saving::Allowed;
    QStringList key;
    QString complementTag;
    QStringList complementKey;
    QString autoColumn;
    int autoWidth = 0;
    qint64 autoFirst = 1;
    QString uniqueConstraint, uniqueColumn;
    QStringList indexed;
    QList<ForeignKey> foreignKeys;
    QList<Join> joins;
    QList<Column> columns;
    QHash<QString, int> positions;

    /// -1 where there is no such column.
    [[nodiscard]] int position(const QString &column) const { return positions.value(column, -1); }
};

/// The tables of tables.txt.
class Schema
{
public:
    Schema();
    [[nodiscard]] const QList<TableDefinition> &tables() const { return m_tables; }
    [[nodiscard]] const TableDefinition *byDataServer(const QString &name) const;
    [[nodiscard]] const TableDefinition *byName(const QString &name) const;

private:
    void readLine(const QString &line);
    void readTable(const QStringList &words);
    void readColumn(const QStringList &words);
    QList<TableDefinition> m_tables;
};

/// A value as it is stored: numbers without padding, dates as yyyy-MM-ddTHH:mm:ss, decimals with a point. Nothing where
/// the text is no value of the column's type.
[[nodiscard]] std::optional<QString> normalised(const Column &column, const QString &text);

} // namespace ponte::sandbox::rm
