// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/parameters/connections.h"

namespace ponte::parameters {

using namespace Qt::StringLiterals;
using storage::Connection;

LookupCache::LookupCache(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<Lookup> LookupCache::get(Connection &connection, const QString &kind, const QString &scope) const
{
    const storage::Bindings which = {{u":kind"_s, kind}, {u":scope"_s, scope}};
    const auto age = connection.first(u"parameters.lookup_age"_s, which);
    if (!age)
        return tl::unexpected(age.error());
    const auto rows = connection.query(u"parameters.lookup_rows"_s, which);
    if (!rows)
        return tl::unexpected(rows.error());
    Lookup lookup;
    if (*age)
        lookup.readAt = (*age)->time(u"read_at");
    for (const storage::Row &row : *rows)
        lookup.rows.append({row.text(u"code"), row.text(u"description")});
    return lookup;
}

Result<> LookupCache::replace(const QString &kind, const QString &scope, const QList<LookupRow> &rows)
{
    return m_database.writer().write<void>("lookup.replace", [&](Connection &connection) -> Result<> {
        storage::Bindings which = {{u":kind"_s, kind}, {u":scope"_s, scope}};
        if (const auto dropped = connection.execute(u"parameters.drop_lookup"_s, which); !dropped)
            return tl::unexpected(dropped.error());
        int position = 0;
        for (const LookupRow &row : rows) {
            const auto added = connection.execute(u"parameters.add_lookup"_s,
                                                  which
                                                      + storage::Bindings {{u":position"_s, position++},
                                                                           {u":code"_s, row.code},
                                                                           {u":description"_s, row.description}});
            if (!added)
                return tl::unexpected(added.error());
        }
        const auto aged = connection.execute(u"parameters.store_lookup_age"_s,
                                             which + storage::Bindings {{u":now"_s, m_clock.now()}});
        if (!aged)
            return tl::unexpected(aged.error());
        connection.noteChange(u"lookups"_s);
        return {};
    });
}

} // namespace ponte::parameters
