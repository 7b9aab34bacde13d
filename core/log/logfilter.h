// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#pragma once

#include "core/log/logreader.h"

namespace ponte::log {

struct BuiltQuery {
    QString sql;
    storage::Bindings bindings;
};

[[nodiscard]] BuiltQuery pageQuery(const Filter &filter, const Sort &sort, const std::optional<Cursor> &after,
                                   int limit, bool backward);
[[nodiscard]] BuiltQuery countQuery(const Filter &filter);
[[nodiscard]] QString recordColumns();
/// " WHERE …" over log_record, or nothing where the filter restricts nothing.
[[nodiscard]] BuiltQuery conditionsOf(const Filter &filter);

} // namespace ponte::log
