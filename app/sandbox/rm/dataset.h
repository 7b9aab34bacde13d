// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/rm/database.h"

#include <QByteArray>
#include <QString>

namespace ponte::sandbox::rm {

/// The ways in which RM's answers differ between servers; all off is the plainest.
struct Shape {
    bool cdata = false;
    bool inlineSchema = false;
    enum class Tags { Mixed, Upper, Lower } tags = Tags::Mixed;
    bool emptyNulls = false; ///< some NULL texts come as empty elements instead of being left out
    bool faultWithOk = false; ///< a Fault travels with HTTP 200
    bool job = false; ///< a process answers a job number and works later
};

/// Chosen by the seed and the request alone, so that a run can be repeated whatever the order of its calls.
[[nodiscard]] Shape shapeFor(quint64 seed, const QByteArray &request);

/// The answer of ReadView: all rows inside NewDataSet.
[[nodiscard]] QString viewText(const Table &table, const QList<const Row *> &rows, const Shape &shape);
/// The answer of ReadRecord: the row with its joined columns and its complementary table, inside the DataSet's name.
[[nodiscard]] QString recordText(const Database &database, const Table &table, const Row *row, const Shape &shape);
/// The answer of GetSchema.
[[nodiscard]] QString schemaText(const TableDefinition &table);

} // namespace ponte::sandbox::rm
