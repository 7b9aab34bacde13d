// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QString>

#include <functional>

namespace ponte::rm {

/// One row of a table of RM. A column that RM left out (NULL) is absent.
struct Row {
    QString table; ///< as RM wrote it; compare with isTable()
    QHash<QString, QString> columns; ///< by upper-case name

    /// Table names differ in case between servers (totvs-rm.md 1.5).
    [[nodiscard]] bool isTable(QStringView name) const { return table.compare(name, Qt::CaseInsensitive) == 0; }
    /// Trimmed text; empty if absent.
    [[nodiscard]] QString value(const QString &column) const { return columns.value(column).trimmed(); }
    /// The column as a whole number; 0 if absent or no number.
    [[nodiscard]] qint64 number(const QString &column) const { return value(column).toLongLong(); }
};

struct DataSetLimits {
    qsizetype rows = 500'000;
    qsizetype columnsPerRow = 2'000;
};

using RowVisitor = std::function<Result<>(const Row &)>;

/// Hands over the rows of a data set one by one, without keeping them; an inline xs:schema is skipped, columns may be
/// escaped or CDATA. Error code Validation; an error of the visitor ends the walk and is passed on.
[[nodiscard]] Result<> visitRows(const QByteArray &xml, const RowVisitor &visit, const DataSetLimits &limits = {});

/// The rows of an answer, several tables mixed, in RM's order.
struct DataSet {
    QList<Row> rows;

    [[nodiscard]] bool isEmpty() const { return rows.isEmpty(); }
    /// The first row of the table, or none.
    [[nodiscard]] const Row *first(QStringView table) const;
    [[nodiscard]] QList<Row> rowsOf(QStringView table) const;

    [[nodiscard]] static Result<DataSet> parse(const QByteArray &xml, const DataSetLimits &limits = {});
};

/// A row to save; columns are written in this order, empty values too.
struct RecordTable {
    QString name;
    QList<QPair<QString, QString>> columns;
};

/// `<FinCFOBR><FCFO><CODCOLIGADA>…`, the text that SaveRecord takes.
[[nodiscard]] QString recordXml(const QString &dataSetName, const QList<RecordTable> &tables);

/// What was read, with the changed columns of the named table, as SaveRecord takes it: whole rows, since RM may blank
/// columns that an update leaves out (totvs-rm.md 1.7). Columns by name, so that the same content gives the same text.
[[nodiscard]] QString changedRecordXml(const QString &dataSetName, const DataSet &record, QStringView table,
                                       const QHash<QString, QString> &changes);

/// The root of a record of this data server: its name without "Data", but FinCFODataBR → FinCFOBR.
[[nodiscard]] QString dataSetNameOf(const QString &dataServer);

} // namespace ponte::rm
