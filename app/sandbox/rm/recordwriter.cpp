// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/recordwriter.h"

#include "app/sandbox/rm/refusals.h"

namespace ponte::sandbox::rm {

RecordWriter::RecordWriter(Database &database, const QString &user, const QString &now)
    : m_database(database)
    , m_user(user)
    , m_now(now)
{}

static bool isJoined(const TableDefinition &definition, const QString &column)
{
    for (const Join &join : definition.joins) {
        if (join.columns.contains(column))
            return true;
    }
    return false;
}

QString RecordWriter::readValues(const Table &table, const Element &source, Row *row) const
{
    const TableDefinition &definition = table.definition();
    for (const Element &element : source.children) {
        const int position = definition.position(element.name);
        if (position < 0) {
            if (isJoined(definition, element.name))
                continue;
            return refusals::unknownColumn(element.name, definition.rowTag);
        }
        const Column &column = definition.columns.at(position);
        if (element.nil || (element.text.isEmpty() && column.type != ColumnType::Text))
            continue;
        const std::optional<QString> value = normalised(column, element.text);
        if (!value)
            return refusals::unreadableXml();
        if (column.length > 0 && value->size() > column.length)
            return refusals::truncated(definition, column);
        if (!value->isEmpty())
            (*row)[position] = *value;
    }
    return {};
}

Row RecordWriter::rowOf(const Table &table, const QString &xml, QString *refusal) const
{
    Row row = table.emptyRow();
    const std::optional<Element> root = parseElement(xml);
    if (!root) {
        *refusal = refusals::unreadableXml();
        return row;
    }
    for (const Element &element : root->children) {
        if (element.name.compare(table.definition().rowTag, Qt::CaseInsensitive) == 0) {
            *refusal = readValues(table, element, &row);
            return row;
        }
    }
    *refusal = refusals::noRow();
    return row;
}

QString RecordWriter::contextRefusal(const Table &table, const Row &row, const Context &context) const
{
    const TableDefinition &definition = table.definition();
    // A global record is saved from the context of any company, never from company 0.
    if (context.company().isEmpty() || context.company() == u"0"
        || (definition.needsLevel && context.level().isEmpty()))
        return refusals::invalidContext();
    const QString company = table.value(row, QStringLiteral("CODCOLIGADA"));
    const QString branch = table.value(row, QStringLiteral("CODFILIAL"));
    const QString level = table.value(row, QStringLiteral("CODTIPOCURSO"));
    const bool global = company == u"0" && !definition.needsLevel;
    if (!company.isNull() && !global && company != context.company())
        return refusals::otherContext();
    if (!branch.isNull() && !context.branch().isEmpty() && branch != context.branch())
        return refusals::otherContext();
    if (!level.isNull() && definition.needsLevel && level != context.level())
        return refusals::otherContext();
    return {};
}

QString RecordWriter::missingRefusal(const Table &table, const Row &row) const
{
    QStringList captions;
    for (int i = 0; i < row.size(); ++i) {
        if (table.definition().columns.at(i).required && row.at(i).isNull())
            captions.append(table.definition().columns.at(i).caption);
    }
    return captions.isEmpty() ? QString() : refusals::missingFields(captions);
}

void RecordWriter::number(Table &table, Row *row) const
{
    const QString column = table.definition().autoColumn;
    if (column.isEmpty())
        return;
    const QString value = table.value(*row, column);
    if (value == u"0" || value == u"-1")
        table.setValue(*row, column, table.nextNumber(table.value(*row, QStringLiteral("CODCOLIGADA"))));
}

QString RecordWriter::uniqueRefusal(const Table &table, const Row &row) const
{
    const TableDefinition &definition = table.definition();
    if (definition.uniqueColumn.isEmpty())
        return {};
    const QString value = table.value(row, definition.uniqueColumn);
    if (value.isNull())
        return {};
    for (const Row *other : table.lookup(definition.uniqueColumn, value)) {
        if (table.keyOf(*other) != table.keyOf(row))
            return refusals::duplicate(definition, definition.uniqueConstraint, value);
    }
    return {};
}

/// The columns that an enrolment in a course repeats must be those of the offer.
QString RecordWriter::offerRefusal(const Table &table, const Row &row) const
{
    if (table.definition().name != u"SHABILITACAOALUNO")
        return {};
    const Table &offers = m_database.table(QStringLiteral("SHABILITACAOFILIAL"));
    const Row *offer = offers.find(table.value(row, QStringLiteral("CODCOLIGADA")) + u';'
                                   + table.value(row, QStringLiteral("IDHABILITACAOFILIAL")));
    const QStringList repeated {QStringLiteral("CODCURSO"), QStringLiteral("CODHABILITACAO"),
                                QStringLiteral("CODGRADE"), QStringLiteral("CODFILIAL"), QStringLiteral("CODTURNO")};
    for (const QString &column : repeated) {
        if (offer && offers.value(*offer, column) != table.value(row, column)) {
            const ForeignKey key {QStringLiteral("FKSHABILITACAOALUNO_SHABILITACAOFILIAL"),
                                  repeated,
                                  QStringLiteral("SHABILITACAOFILIAL"),
                                  {column}};
            return refusals::brokenForeignKey(table.definition(), key, row);
        }
    }
    return {};
}

void RecordWriter::stamp(const Table &table, Row *row, const Row *known) const
{
    const QString created[] = {QStringLiteral("RECCREATEDBY"), QStringLiteral("RECCREATEDON")};
    for (const QString &column : created) {
        const QString fresh = column == created[0] ? m_user : m_now;
        table.setValue(*row, column, known ? table.value(*known, column) : fresh);
    }
    table.setValue(*row, QStringLiteral("RECMODIFIEDBY"), m_user);
    table.setValue(*row, QStringLiteral("RECMODIFIEDON"), m_now);
}

QString RecordWriter::save(const TableDefinition &definition, const QString &xml, const Context &context)
{
    if (definition.saving == Saving::Refused)
        return refusals::notAuthorised();
    Table &table = m_database.table(definition.name);
    QString refusal;
    Row row = rowOf(table, xml, &refusal);
    if (refusal.isEmpty())
        refusal = contextRefusal(table, row, context);
    if (refusal.isEmpty())
        refusal = missingRefusal(table, row);
    if (!refusal.isEmpty())
        return refusal;
    number(table, &row);
    refusal = uniqueRefusal(table, row);
    if (refusal.isEmpty()) {
        if (const ForeignKey *broken = m_database.brokenForeignKey(table, row))
            refusal = refusals::brokenForeignKey(definition, *broken, row);
    }
    if (refusal.isEmpty())
        refusal = offerRefusal(table, row);
    if (!refusal.isEmpty())
        return refusal;
    // Columns that an update leaves out are blanked: a caller reads, changes and saves the whole row.
    stamp(table, &row, table.find(table.keyOf(row)));
    table.put(row);
    return table.keyOf(row);
}

QString RecordWriter::removeByKey(const TableDefinition &definition, const QString &key)
{
    if (definition.saving == Saving::Refused)
        return refusals::notAuthorised();
    Table &table = m_database.table(definition.name);
    const Row *row = table.find(key);
    if (!row)
        return refusals::noRow();
    QString from;
    if (const ForeignKey *reference = m_database.referenceTo(table, *row, &from))
        return refusals::stillReferenced(definition, *reference, from, key);
    table.remove(key);
    return {};
}

QString RecordWriter::removeByXml(const TableDefinition &definition, const QString &xml)
{
    Table &table = m_database.table(definition.name);
    QString refusal;
    const Row row = rowOf(table, xml, &refusal);
    return refusal.isEmpty() ? removeByKey(definition, table.keyOf(row)) : refusal;
}

} // namespace ponte::sandbox::rm
