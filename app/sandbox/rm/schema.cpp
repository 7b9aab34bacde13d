// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/schema.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>

namespace ponte::sandbox::rm {

Schema::Schema()
{
    QFile file(QStringLiteral(":/sandbox/tables.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the sandbox's table definitions are missing");
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const QString text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith(u'#'))
            readLine(text);
    }
    for (TableDefinition &table : m_tables) {
        for (int i = 0; i < table.columns.size(); ++i)
            table.positions.insert(table.columns.at(i).name, i);
    }
}

void Schema::readLine(const QString &line)
{
    QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    const QString kind = words.takeFirst();
    if (kind == u"table") {
        readTable(words);
        return;
    }
    TableDefinition &table = m_tables.last();
    if (kind == u"column") {
        readColumn(words);
    } else if (kind == u"key") {
        table.key = words;
    } else if (kind == u"complement") {
        table.complementTag = words.takeFirst();
        table.complementKey = words;
    } else if (kind == u"auto") {
        table.autoColumn = words.at(0);
        table.autoWidth = words.at(1).toInt();
        table.autoFirst = words.at(2).toLongLong();
    } else if (kind == u"unique") {
        table.uniqueConstraint = words.at(0);
        table.uniqueColumn = words.at(1);
    } else if (kind == u"index") {
        table.indexed += words;
    } else if (kind == u"hidden") {
        table.positions.clear();
        for (const QString &name : std::as_const(words))
            table.positions.insert(name, -2);
    } else if (kind == u"foreign") {
        const qsizetype arrow = words.indexOf(QStringLiteral("->"));
        table.foreignKeys.append({words.first(), words.mid(1, arrow - 1), words.at(arrow + 1), words.mid(arrow + 2)});
    } else if (kind == u"join") {
        table.joins.append({words.at(0), words.at(1), words.at(2), words.mid(3)});
    } else {
        qFatal("unknown word in the sandbox's table definitions: %s", qPrintable(kind));
    }
}

void Schema::readTable(const QStringList &words)
{
    TableDefinition table;
    table.name = words.at(0);
    table.dataServer = words.at(1);
    table.dataSet = words.at(2);
    table.rowTag = words.at(3);
    table.needsLevel = words.contains(u"level");
    if (words.contains(u"refused") || words.contains(u"readonly"))
        table.saving = Saving::Refused;
    m_tables.append(table);
}

void Schema::readColumn(const QStringList &words)
{
    TableDefinition &table = m_tables.last();
    Column column;
    column.name = words.at(0);
    column.hidden = table.positions.value(column.name) == -2;
    const QString type = words.at(1);
    if (type == u"short")
        column.type = ColumnType::Short;
    else if (type == u"int")
        column.type = ColumnType::Int;
    else if (type == u"decimal")
        column.type = ColumnType::Decimal;
    else if (type == u"date")
        column.type = ColumnType::Date;
    else
        column.length = QStringView(type).mid(5).chopped(1).toInt();
    column.required = words.value(2) == u"!";
    column.caption = words.mid(column.required ? 3 : 2).join(u' ');
    table.columns.append(column);
}

const TableDefinition *Schema::byDataServer(const QString &name) const
{
    for (const TableDefinition &table : m_tables) {
        if (table.dataServer == name && name != u"-")
            return &table;
    }
    return nullptr;
}

const TableDefinition *Schema::byName(const QString &name) const
{
    for (const TableDefinition &table : m_tables) {
        if (table.name == name)
            return &table;
    }
    return nullptr;
}

static std::optional<QString> normalisedDate(const QString &text)
{
    static const QRegularExpression zone(QStringLiteral("(Z|[+-]\\d\\d:\\d\\d)$"));
    QString plain = text;
    if (plain.size() > 10)
        plain.remove(zone);
    if (const qsizetype fraction = plain.indexOf(u'.'); fraction > 0)
        plain.truncate(fraction);
    const QDateTime time = plain.size() == 10 ? QDate::fromString(plain, Qt::ISODate).startOfDay(Qt::UTC)
                                              : QDateTime::fromString(plain, QStringLiteral("yyyy-MM-dd'T'HH:mm:ss"));
    if (!time.isValid())
        return std::nullopt;
    return time.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss"));
}

std::optional<QString> normalised(const Column &column, const QString &text)
{
    switch (column.type) {
    case ColumnType::Text:
        return text;
    case ColumnType::Date:
        return normalisedDate(text.trimmed());
    case ColumnType::Decimal: {
        static const QRegularExpression number(QStringLiteral("^-?\\d{1,15}([.,]\\d{1,4})?$"));
        QString value = text.trimmed();
        if (!number.match(value).hasMatch())
            return std::nullopt;
        return value.replace(u',', u'.');
    }
    case ColumnType::Short:
    case ColumnType::Int: {
        bool ok = false;
        const int value = text.trimmed().toInt(&ok);
        if (!ok || (column.type == ColumnType::Short && (value < -32768 || value > 32767)))
            return std::nullopt;
        return QString::number(value);
    }
    }
    return std::nullopt;
}

} // namespace ponte::sandbox::rm
