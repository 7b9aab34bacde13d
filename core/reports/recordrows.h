// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/reportwriter.h"
#include "core/storage/rowstream.h"

#include <deque>
#include <string>
#include <vector>

namespace ponte::reports {

/// What an order asks of the log, row by row, newest record first: columns chosen, words in the report's language,
/// personal data masked unless it is asked for. Inside a transaction of the caller; alone on its connection.
class RecordRows
{
public:
    /// `records`: how many the filter chooses, which decides the way through the database.
    [[nodiscard]] static Result<std::unique_ptr<RecordRows>> open(storage::Connection &connection,
                                                                  const ReportOrder &order,
                                                                  const integration::Descriptor &descriptor,
                                                                  const QDateTime &now, qint64 records);

    /// Titles and kinds of the cells of every row.
    [[nodiscard]] static QStringList headers(const ReportOrder &order);
    [[nodiscard]] static QList<Cell::Kind> kinds(const ReportOrder &order);

    /// False after the last row.
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] Cells row() const { return m_cells; }
    /// Counts records, where a row is an execution.
    [[nodiscard]] qint64 records() const { return m_records; }

private:
    /// How a cell is made of a column of the stream.
    enum class Source { Number, Text, Word, Personal, Time, Age, Payload, ItemId };
    struct Field {
        Source source = Source::Text;
        int column = 0;
    };
    struct Word {
        std::string id, text;
    };

    RecordRows(const ReportOrder &order, const integration::Descriptor &descriptor, const QDateTime &now);
    [[nodiscard]] QString select(const QString &conditions, bool inOrderOfIds);
    int column(const QString &expression);
    void addRecordField(Column column);
    void addItemFields();
    void fill(size_t index, const Field &field);
    [[nodiscard]] std::string_view wordOf(std::string_view id);

    const ReportOrder &m_order;
    const integration::Descriptor &m_descriptor;
    const qint64 m_now;
    std::unique_ptr<storage::RowStream> m_stream;
    QStringList m_recordColumns, m_itemColumns;
    std::vector<Field> m_fields;
    std::vector<Cell> m_cells;
    std::vector<std::string> m_made; ///< texts of cells that are made, not read
    std::deque<Word> m_words; ///< cells point into them
    int m_idColumn = 0;
    qint64 m_lastId = 0, m_records = 0;
};

} // namespace ponte::reports
