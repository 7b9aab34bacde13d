// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/signaturegroups.h"

#include "core/log/logfilter.h"

#include <algorithm>

namespace ponte::log {

using namespace Qt::StringLiterals;

namespace {

void addShare(SignatureGroup &group, const storage::Row &row)
{
    const qint64 count = row.number(u"n");
    group.signature = {row.text(u"signature"), row.text(u"text")};
    group.version = int(row.number(u"version"));
    group.count += count;
    group.first = row.time(u"first_at");
    group.last = std::max(group.last, row.time(u"last"));
    group.example = std::max(group.example, LogRecordId(row.number(u"example")));
    group.companies.append({CompanyId(row.number(u"company")), count});
}

} // namespace

Result<QList<SignatureGroup>> signatureGroups(storage::Connection &connection, const Filter &filter, int limit)
{
    const BuiltQuery conditions = conditionsOf(filter);
    const QString where =
        conditions.sql.isEmpty() ? u" WHERE signature <> ''"_s : conditions.sql + u" AND signature <> ''"_s;
    const auto rows = connection.queryText(
        u"SELECT g.signature, g.company, g.n, g.last, g.example, s.text, s.version, s.first_at FROM ("
        "SELECT signature, company, count(*) AS n, max(changed_at) AS last, max(id) AS example FROM log_record"_s
            + where + u" GROUP BY signature, company) AS g JOIN log_signature s ON s.id = g.signature"_s,
        conditions.bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QString, SignatureGroup> groups;
    for (const storage::Row &row : *rows)
        addShare(groups[row.text(u"signature")], row);
    QList<SignatureGroup> list = groups.values();
    std::sort(list.begin(), list.end(), [](const SignatureGroup &a, const SignatureGroup &b) {
        return a.count != b.count ? a.count > b.count : a.signature.id < b.signature.id;
    });
    for (SignatureGroup &group : list) {
        std::sort(group.companies.begin(), group.companies.end(), [](const auto &a, const auto &b) {
            return a.count != b.count ? a.count > b.count : a.company < b.company;
        });
    }
    return list.mid(0, limit);
}

Result<std::optional<QString>> signatureText(storage::Connection &connection, const QString &signature)
{
    const auto row = connection.first(u"log.signature"_s, {{u":id"_s, signature}});
    if (!row)
        return tl::unexpected(row.error());
    return *row ? std::optional((*row)->text(u"text")) : std::nullopt;
}

} // namespace ponte::log
