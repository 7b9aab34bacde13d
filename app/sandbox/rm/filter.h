// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/rm/database.h"
#include "core/base/result.h"

#include <QString>

#include <memory>

namespace ponte::sandbox::rm {

/// A SQL where fragment over one table, in the words of SQL Server: `TABLE.COLUMN op value`, AND, OR, NOT, parentheses,
/// IN, LIKE, IS NULL, quoted texts and numbers.
class Filter
{
public:
    /// The message of the error is what the database would have said.
    [[nodiscard]] static Result<Filter> parse(const QString &text, const TableDefinition &table);

    /// The rows that match; an error where a value cannot be compared with its column.
    [[nodiscard]] Result<QList<const Row *>> select(const Table &table) const;

    struct Node;

private:
    std::shared_ptr<const Node> m_root;
};

} // namespace ponte::sandbox::rm
