// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/parameters/stamp.h"

namespace ponte::parameters {

using namespace Qt::StringLiterals;

Result<Stamp> stampOf(storage::Connection &connection, CompanyId company)
{
    const auto row = connection.first(u"parameters.stamp"_s, {{u":company"_s, company.value()}});
    if (!row)
        return tl::unexpected(row.error());
    return stampIn(**row);
}

Stamp stampIn(const storage::Row &row)
{
    return {row.number(u"parameters"), row.number(u"connections"), row.text(u"network")};
}

} // namespace ponte::parameters
