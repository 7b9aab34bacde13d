// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/connection.h"

#include <memory>
#include <string_view>

namespace ponte::storage {

/// The rows of one built statement, one after the other, as the database library holds them: for files of a million
/// rows, where a QVariant per cell costs more than the reading. In memory that does not grow with the rows.
///
/// Of the moment of the caller's transaction, where there is one. As long as it lives its connection runs nothing else.
class RowStream
{
public:
    [[nodiscard]] static Result<std::unique_ptr<RowStream>> open(Connection &connection, const QString &sql,
                                                                 const Bindings &bindings);
    virtual ~RowStream() = default;
    RowStream(const RowStream &) = delete;
    RowStream &operator=(const RowStream &) = delete;

    /// False after the last row.
    [[nodiscard]] virtual Result<bool> next() = 0;
    /// Of the present row; columns count from 0. Texts are UTF-8, byte columns their bytes; good until next().
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual qint64 number(int column) const = 0; ///< 0 where NULL

protected:
    RowStream() = default;
};

} // namespace ponte::storage
