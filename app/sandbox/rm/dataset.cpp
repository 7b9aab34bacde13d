// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/dataset.h"

#include "core/base/xml.h"

#include <QCryptographicHash>

namespace ponte::sandbox::rm {

Shape shapeFor(quint64 seed, const QByteArray &request)
{
    Shape shape;
    if (seed == 0)
        return shape;
    const QByteArray salted = QByteArray::number(seed) + ':' + request;
    const QByteArray hash = QCryptographicHash::hash(salted, QCryptographicHash::Sha256);
    const auto part = [&](int index, int of) { return static_cast<quint8>(hash.at(index)) % of; };
    shape.cdata = part(0, 3) == 0;
    shape.inlineSchema = part(1, 4) == 0;
    shape.tags = static_cast<Shape::Tags>(part(2, 3));
    shape.emptyNulls = part(3, 4) == 0;
    shape.faultWithOk = part(4, 4) == 0;
    shape.job = part(5, 3) == 0;
    return shape;
}

static QString shapedTag(const QString &tag, const Shape &shape)
{
    switch (shape.tags) {
    case Shape::Tags::Mixed:
        break;
    case Shape::Tags::Upper:
        return tag.toUpper();
    case Shape::Tags::Lower:
        return tag.toLower();
    }
    return tag;
}

static const QString &newline()
{
    static const QString text = QStringLiteral("\r\n");
    return text;
}

static QString columnText(const QString &name, const QString &value)
{
    return QStringLiteral("    <") + name + u'>' + xml::escaped(value) + QStringLiteral("</") + name + u'>' + newline();
}

static QString rowText(const TableDefinition &table, const Row &row, const Shape &shape, const QString &more)
{
    const QString tag = shapedTag(table.rowTag, shape);
    QString text = QStringLiteral("  <") + tag + u'>' + newline();
    for (int i = 0; i < row.size(); ++i) {
        const Column &column = table.columns.at(i);
        if (column.hidden)
            continue;
        if (!row.at(i).isNull())
            text += columnText(column.name, row.at(i));
        else if (shape.emptyNulls && column.type == ColumnType::Text)
            text += QStringLiteral("    <%1 xml:space=\"preserve\"></%1>").arg(column.name) + newline();
    }
    return text + more + QStringLiteral("  </") + tag + u'>' + newline();
}

static QString wrapped(const QString &root, const QString &content)
{
    if (content.isEmpty())
        return u'<' + root + QStringLiteral(" />");
    return u'<' + root + u'>' + newline() + content + QStringLiteral("</") + root + u'>';
}

static QString xsdType(const Column &column)
{
    switch (column.type) {
    case ColumnType::Short:
        return QStringLiteral("xs:short");
    case ColumnType::Int:
        return QStringLiteral("xs:int");
    case ColumnType::Decimal:
        return QStringLiteral("xs:decimal");
    case ColumnType::Date:
        return QStringLiteral("xs:dateTime");
    case ColumnType::Text:
        break;
    }
    return QStringLiteral("xs:string");
}

static QString schemaColumn(const Column &column, bool required, const QString &standard)
{
    QString attributes =
        QStringLiteral("name=\"%1\" msdata:Caption=\"%2\"").arg(column.name, xml::escaped(column.caption));
    if (column.type == ColumnType::Date)
        attributes += QStringLiteral(" msdata:DateTimeMode=\"Unspecified\"");
    if (!standard.isEmpty())
        attributes += QStringLiteral(" default=\"%1\"").arg(standard);
    if (!required)
        attributes += QStringLiteral(" minOccurs=\"0\"");
    if (column.length == 0)
        return QStringLiteral("                <xs:element %1 type=\"%2\" />").arg(attributes, xsdType(column))
               + newline();
    return QStringLiteral("                <xs:element %1>").arg(attributes) + newline()
           + QStringLiteral("                  <xs:simpleType>") + newline()
           + QStringLiteral("                    <xs:restriction base=\"xs:string\">") + newline()
           + QStringLiteral("                      <xs:maxLength value=\"%1\" />").arg(column.length) + newline()
           + QStringLiteral("                    </xs:restriction>") + newline()
           + QStringLiteral("                  </xs:simpleType>") + newline()
           + QStringLiteral("                </xs:element>") + newline();
}

/// As RM does, the schema says less than SaveRecord demands: beyond the key only NOME is marked as required.
static QString schemaColumns(const TableDefinition &table)
{
    QString text;
    for (const Column &column : table.columns) {
        if (column.hidden)
            continue;
        const bool required = table.key.contains(column.name) || (column.required && column.name == u"NOME");
        text += schemaColumn(column, required, column.name == table.autoColumn ? QStringLiteral("0") : QString());
    }
    return text;
}

static QString schemaElement(const TableDefinition &table)
{
    QString fields;
    for (const QString &column : table.key)
        fields += QStringLiteral("        <xs:field xpath=\"%1\" />").arg(column) + newline();
    const QStringList head {
        QStringLiteral("  <xs:schema id=\"%1\" xmlns=\"\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
                       "xmlns:msdata=\"urn:schemas-microsoft-com:xml-msdata\">"),
        QStringLiteral("    <xs:element name=\"%1\" msdata:IsDataSet=\"true\" msdata:UseCurrentLocale=\"true\" "
                       "msdata:EnforceConstraints=\"False\">"),
        QStringLiteral("      <xs:complexType>"),
        QStringLiteral("        <xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">"),
        QStringLiteral("          <xs:element name=\"%2\">"),
        QStringLiteral("            <xs:complexType>"),
        QStringLiteral("              <xs:sequence>"),
    };
    const QStringList middle {
        QStringLiteral("              </xs:sequence>"),
        QStringLiteral("            </xs:complexType>"),
        QStringLiteral("          </xs:element>"),
        QStringLiteral("        </xs:choice>"),
        QStringLiteral("      </xs:complexType>"),
        QStringLiteral("      <xs:unique name=\"Constraint1\" msdata:PrimaryKey=\"true\">"),
        QStringLiteral("        <xs:selector xpath=\".//%2\" />"),
    };
    const QStringList tail {
        QStringLiteral("      </xs:unique>"),
        QStringLiteral("    </xs:element>"),
        QStringLiteral("  </xs:schema>"),
    };
    const auto lines = [&](const QStringList &list) {
        QString text;
        for (const QString &line : list)
            text +=
                QString(line).replace(QStringLiteral("%1"), table.dataSet).replace(QStringLiteral("%2"), table.rowTag)
                + newline();
        return text;
    };
    return lines(head) + schemaColumns(table) + lines(middle) + fields + lines(tail);
}

QString schemaText(const TableDefinition &table)
{
    return wrapped(table.dataSet, schemaElement(table));
}

QString viewText(const Table &table, const QList<const Row *> &rows, const Shape &shape)
{
    QString content;
    if (shape.inlineSchema && !rows.isEmpty())
        content += schemaElement(table.definition());
    for (const Row *row : rows)
        content += rowText(table.definition(), *row, shape, {});
    return wrapped(QStringLiteral("NewDataSet"), content);
}

static QString joinedColumns(const Database &database, const Table &table, const Row &row)
{
    QString text;
    for (const Join &join : table.definition().joins) {
        const Table &other = database.table(join.table);
        const Row *found = other.find(table.value(row, join.column));
        if (!found)
            continue;
        for (const QString &column : join.columns) {
            const QString value = other.value(*found, column);
            if (!value.isNull())
                text += columnText(column, value);
        }
    }
    return text;
}

static QString complementText(const Table &table, const Row &row, const Shape &shape)
{
    const TableDefinition &definition = table.definition();
    if (definition.complementTag.isEmpty())
        return {};
    const QString tag = shapedTag(definition.complementTag, shape);
    QString text = QStringLiteral("  <") + tag + u'>' + newline();
    for (int i = 0; i < definition.complementKey.size(); ++i)
        text += columnText(definition.complementKey.at(i), table.value(row, definition.key.at(i)));
    return text + QStringLiteral("  </") + tag + u'>' + newline();
}

QString recordText(const Database &database, const Table &table, const Row *row, const Shape &shape)
{
    QString content;
    if (row) {
        if (shape.inlineSchema)
            content += schemaElement(table.definition());
        content += rowText(table.definition(), *row, shape, joinedColumns(database, table, *row));
        content += complementText(table, *row, shape);
    }
    return wrapped(table.definition().dataSet, content);
}

} // namespace ponte::sandbox::rm
