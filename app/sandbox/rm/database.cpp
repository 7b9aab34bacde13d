// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/database.h"

#include <algorithm>
#include <memory>

namespace ponte::sandbox::rm {

Table::Table(const TableDefinition &definition)
    : m_definition(&definition)
{
    for (const QString &column : definition.indexed)
        m_indices.insert(column, {});
}

QString Table::value(const Row &row, const QString &column) const
{
    const int position = m_definition->position(column);
    return position < 0 ? QString() : row.at(position);
}

void Table::setValue(Row &row, const QString &column, const QString &value) const
{
    const int position = m_definition->position(column);
    if (position >= 0)
        row[position] = value;
}

QString Table::keyOf(const Row &row) const
{
    QStringList parts;
    for (const QString &column : m_definition->key)
        parts.append(value(row, column));
    return parts.join(u';');
}

const Row *Table::find(const QString &key) const
{
    const auto serial = m_keys.constFind(folded(key));
    return serial == m_keys.constEnd() ? nullptr : &m_rows.at(*serial);
}

QList<const Row *> Table::lookup(const QString &column, const QString &value) const
{
    const auto index = m_indices.constFind(column);
    if (index == m_indices.constEnd())
        return {};
    QList<const Row *> found;
    const auto serials = index->constFind(folded(value));
    if (serials == index->constEnd())
        return found;
    for (int serial : *serials)
        found.append(&m_rows.at(serial));
    return found;
}

int Table::count(const QString &column, const QString &value) const
{
    const auto index = m_indices.constFind(column);
    if (index == m_indices.constEnd())
        return 0;
    const auto serials = index->constFind(folded(value));
    return serials == index->constEnd() ? 0 : static_cast<int>(serials->size());
}

bool Table::contains(const QStringList &columns, const QStringList &values) const
{
    const auto matches = [&](const Row &row) {
        for (int i = 0; i < columns.size(); ++i) {
            if (folded(value(row, columns.at(i))) != folded(values.at(i)))
                return false;
        }
        return true;
    };
    if (columns.size() == m_definition->key.size()) {
        QStringList parts;
        for (const QString &column : m_definition->key)
            parts.append(values.value(columns.indexOf(column)));
        if (std::is_permutation(columns.begin(), columns.end(), m_definition->key.begin()))
            return find(parts.join(u';')) != nullptr;
    }
    for (int i = 0; i < columns.size(); ++i) {
        if (isIndexed(columns.at(i))) {
            const QList<const Row *> found = lookup(columns.at(i), values.at(i));
            return std::any_of(found.begin(), found.end(), [&](const Row *row) { return matches(*row); });
        }
    }
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const auto &entry) { return matches(entry.second); });
}

void Table::index(int serial, const Row &row, bool add)
{
    for (auto it = m_indices.begin(); it != m_indices.end(); ++it) {
        const QString text = value(row, it.key());
        if (text.isNull())
            continue;
        if (add)
            (*it)[folded(text)].insert(serial);
        else
            (*it)[folded(text)].erase(serial);
    }
}

void Table::put(const Row &row)
{
    const QString key = folded(keyOf(row));
    const auto known = m_keys.constFind(key);
    const int serial = known == m_keys.constEnd() ? m_nextSerial++ : *known;
    if (known == m_keys.constEnd())
        m_keys.insert(key, serial);
    else
        index(serial, m_rows.at(serial), false);
    m_rows[serial] = row;
    index(serial, row, true);
}

void Table::remove(const QString &key)
{
    const auto known = m_keys.constFind(folded(key));
    if (known == m_keys.constEnd())
        return;
    const int serial = *known;
    index(serial, m_rows.at(serial), false);
    m_rows.erase(serial);
    m_keys.remove(folded(key));
}

QString Table::nextNumber(const QString &company)
{
    qint64 &number =
        m_numbers.contains(company) ? m_numbers[company] : *m_numbers.insert(company, m_definition->autoFirst);
    QString text = QString::number(number++);
    QStringList parts;
    for (const QString &column : m_definition->key)
        parts.append(column == m_definition->autoColumn ? text.rightJustified(m_definition->autoWidth, u'0') : company);
    // A number that somebody chose by hand is skipped.
    if (find(parts.join(u';')))
        return nextNumber(company);
    return text.rightJustified(m_definition->autoWidth, u'0');
}

QJsonArray Table::toJson() const
{
    QJsonArray rows;
    for (const auto &[serial, row] : m_rows) {
        QJsonObject object;
        for (int i = 0; i < row.size(); ++i) {
            const Column &column = m_definition->columns.at(i);
            if (row.at(i).isNull())
                continue;
            const bool number = column.type == ColumnType::Short || column.type == ColumnType::Int;
            object.insert(column.name, number ? QJsonValue(row.at(i).toInt()) : QJsonValue(row.at(i)));
        }
        rows.append(object);
    }
    return rows;
}

Database::Database()
{
    clear();
}

void Database::clear()
{
    m_tables.clear();
    for (const TableDefinition &definition : m_schema.tables())
        m_tables.insert(definition.name, std::make_shared<Table>(definition));
}

Table &Database::table(const QString &name)
{
    return *m_tables.value(name);
}

const Table &Database::table(const QString &name) const
{
    return *m_tables.value(name);
}

bool Database::put(const QString &name, const QHash<QString, QString> &values)
{
    if (!hasTable(name))
        return false;
    Table &target = table(name);
    Row row = target.emptyRow();
    for (auto it = values.begin(); it != values.end(); ++it) {
        const int position = target.definition().position(it.key());
        if (position < 0)
            return false;
        const std::optional<QString> value = normalised(target.definition().columns.at(position), it.value());
        if (!value)
            return false;
        row[position] = *value;
    }
    for (const QString &column : target.definition().key) {
        if (target.value(row, column).isNull())
            return false;
    }
    target.put(row);
    return true;
}

const ForeignKey *Database::brokenForeignKey(const Table &table, const Row &row) const
{
    for (const ForeignKey &key : table.definition().foreignKeys) {
        QStringList values;
        for (const QString &column : key.columns)
            values.append(table.value(row, column));
        const bool complete = std::none_of(values.begin(), values.end(), [](const QString &v) { return v.isNull(); });
        if (complete && !this->table(key.table).contains(key.references, values))
            return &key;
    }
    return nullptr;
}

const ForeignKey *Database::referenceTo(const Table &table, const Row &row, QString *from) const
{
    for (const TableDefinition &other : m_schema.tables()) {
        for (const ForeignKey &key : other.foreignKeys) {
            if (key.table != table.definition().name)
                continue;
            QStringList values;
            for (const QString &column : key.references)
                values.append(table.value(row, column));
            if (this->table(other.name).contains(key.columns, values)) {
                *from = other.name;
                return &key;
            }
        }
    }
    return nullptr;
}

} // namespace ponte::sandbox::rm
