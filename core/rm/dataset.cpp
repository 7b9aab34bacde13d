// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/dataset.h"

#include "core/base/xml.h"

#include <algorithm>

namespace ponte::rm {

using namespace Qt::StringLiterals;

namespace {

// The text arrived decoded, so the encoding that its prolog names (utf-16, for one) is no longer true.
QByteArray withoutProlog(const QByteArray &xml)
{
    const QByteArray text = xml.trimmed();
    if (!text.startsWith("<?xml"))
        return text;
    const qsizetype end = text.indexOf("?>");
    return end < 0 ? text : text.sliced(end + 2);
}

class RowReader
{
public:
    RowReader(const RowVisitor &visit, const DataSetLimits &limits)
        : m_visit(visit)
        , m_limits(limits)
    {}

    Result<> handle(QXmlStreamReader &reader)
    {
        if (reader.isStartElement())
            return start(reader);
        if (reader.isEndElement())
            return end();
        if (m_depth == columnDepth && m_skipBelow == 0)
            m_text += reader.text();
        return {};
    }

private:
    static constexpr int rowDepth = 2;
    static constexpr int columnDepth = 3;

    Result<> start(const QXmlStreamReader &reader)
    {
        ++m_depth;
        if (m_skipBelow > 0)
            return {};
        if (m_depth == rowDepth) {
            if (reader.name() == "schema"_L1) {
                m_skipBelow = m_depth;
                return {};
            }
            if (++m_rows > m_limits.rows)
                return failure(ErrorCode::Validation, u"A resposta do SGE tem linhas demais."_s);
            m_row = {reader.name().toString(), {}};
        } else if (m_depth == columnDepth) {
            m_column = reader.name().toString().toUpper();
            m_text.clear();
            m_null = isNil(reader);
        }
        return {};
    }

    Result<> end()
    {
        const int depth = m_depth--;
        if (m_skipBelow > 0) {
            if (depth == m_skipBelow)
                m_skipBelow = 0;
            return {};
        }
        if (depth == columnDepth && !m_null)
            m_row.columns.insert(m_column, m_text);
        if (m_row.columns.size() > m_limits.columnsPerRow)
            return failure(ErrorCode::Validation, u"A resposta do SGE tem colunas demais."_s);
        return depth == rowDepth ? m_visit(m_row) : Result<> {};
    }

    static bool isNil(const QXmlStreamReader &reader)
    {
        const auto attributes = reader.attributes();
        return std::any_of(attributes.begin(), attributes.end(), [](const QXmlStreamAttribute &attribute) {
            return attribute.name() == "nil"_L1 && attribute.value() == "true"_L1;
        });
    }

    const RowVisitor &m_visit;
    const DataSetLimits &m_limits;
    Row m_row;
    QString m_column;
    QString m_text;
    bool m_null = false;
    int m_depth = 0;
    int m_skipBelow = 0;
    qsizetype m_rows = 0;
};

QList<QPair<QString, QString>> sortedColumns(const Row &row)
{
    QList<QPair<QString, QString>> columns;
    for (auto it = row.columns.cbegin(); it != row.columns.cend(); ++it)
        columns.append({it.key(), it.value()});
    std::sort(columns.begin(), columns.end());
    return columns;
}

} // namespace

Result<> visitRows(const QByteArray &xml, const RowVisitor &visit, const DataSetLimits &limits)
{
    RowReader rows(visit, limits);
    return xml::read(withoutProlog(xml), [&rows](QXmlStreamReader &reader) { return rows.handle(reader); },
                     {.depth = 64, .tokens = 50'000'000});
}

const Row *DataSet::first(QStringView table) const
{
    const auto it = std::find_if(rows.begin(), rows.end(), [table](const Row &row) { return row.isTable(table); });
    return it == rows.end() ? nullptr : &*it;
}

QList<Row> DataSet::rowsOf(QStringView table) const
{
    QList<Row> found;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found),
                 [table](const Row &row) { return row.isTable(table); });
    return found;
}

Result<DataSet> DataSet::parse(const QByteArray &xml, const DataSetLimits &limits)
{
    DataSet set;
    const auto keep = [&set](const Row &row) -> Result<> {
        set.rows << row;
        return {};
    };
    if (auto read = visitRows(xml, keep, limits); !read)
        return tl::unexpected(read.error());
    return set;
}

QString recordXml(const QString &dataSetName, const QList<RecordTable> &tables)
{
    QString xml = u'<' + dataSetName + u'>';
    for (const RecordTable &table : tables) {
        xml += u'<' + table.name + u'>';
        for (const auto &[name, value] : table.columns)
            xml += u'<' + name + u'>' + xml::escaped(value) + u"</" + name + u'>';
        xml += u"</" + table.name + u'>';
    }
    return xml + u"</" + dataSetName + u'>';
}

QString changedRecordXml(const QString &dataSetName, const DataSet &record, QStringView table,
                         const QHash<QString, QString> &changes)
{
    QList<RecordTable> tables;
    bool changed = false;
    for (Row row : record.rows) {
        if (!changed && row.isTable(table)) {
            row.columns.insert(changes);
            changed = true;
        }
        tables << RecordTable {row.table, sortedColumns(row)};
    }
    return recordXml(dataSetName, tables);
}

QString dataSetNameOf(const QString &dataServer)
{
    if (dataServer == "FinCFODataBR"_L1)
        return u"FinCFOBR"_s;
    return dataServer.endsWith("Data"_L1) ? dataServer.chopped(4) : dataServer;
}

} // namespace ponte::rm
