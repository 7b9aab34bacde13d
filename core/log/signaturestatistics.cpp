// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/signaturestatistics.h"

#include "core/log/signaturegroups.h"

namespace ponte::log {

using namespace Qt::StringLiterals;
using storage::Bindings;
using storage::Connection;

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr int retryDays = 90;

/// "signature IN (:s0, …)" of the items aliased so, and their company where the filter names one.
struct ItemCondition {
    QString join, where;
    Bindings bindings;
};

ItemCondition conditionOf(const QList<SignatureStatistics> &list, const Filter &filter, const QString &items)
{
    ItemCondition condition;
    QStringList names;
    for (const SignatureStatistics &statistics : list) {
        names.append(u":s%1"_s.arg(names.size()));
        condition.bindings.append({names.last(), statistics.id});
    }
    // The empty word lets SQLite use the index of those that have a signature.
    condition.where = u" WHERE %1.signature <> '' AND %1.signature IN (%2)"_s.arg(items, names.join(u", "_s));
    if (filter.company) {
        condition.join = u" JOIN log_record r ON r.id = %1.record"_s.arg(items);
        condition.where += u" AND r.company = :company"_s;
        condition.bindings.append({u":company"_s, filter.company->value()});
    }
    return condition;
}

SignatureStatistics *found(QList<SignatureStatistics> &list, const QString &id)
{
    const auto it = std::find_if(list.begin(), list.end(),
                                 [&id](const SignatureStatistics &statistics) { return statistics.id == id; });
    return it == list.end() ? nullptr : &*it;
}

Result<> readTrend(Connection &connection, const Filter &filter, const QDateTime &now, QList<SignatureStatistics> &list)
{
    ItemCondition condition = conditionOf(list, filter, u"i"_s);
    condition.bindings += {{u":now"_s, now}, {u":since"_s, now.addDays(-trendDays)}};
    const auto rows = connection.queryText(
        u"SELECT i.signature, (CAST(:now AS BIGINT) - i.created_at) / %1 AS days, count(*) AS n FROM log_item i"_s.arg(
            dayMs)
            + condition.join + condition.where
            + u" AND i.created_at > CAST(:since AS BIGINT) AND i.created_at <= CAST(:now AS BIGINT) "
              "GROUP BY 1, 2"_s,
        condition.bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const storage::Row &row : *rows) {
        const qint64 days = row.number(u"days");
        SignatureStatistics *statistics = found(list, row.text(u"signature"));
        if (statistics && days >= 0 && days < trendDays)
            statistics->lastDays[trendDays - 1 - days] += row.number(u"n");
    }
    return {};
}

/// An execution that follows one with this error, and that no arrival from outside caused, is a retry of it.
Result<> readRetries(Connection &connection, const Filter &filter, const QDateTime &now,
                     QList<SignatureStatistics> &list)
{
    ItemCondition condition = conditionOf(list, filter, u"p"_s);
    condition.bindings.append({u":since"_s, now.addDays(-retryDays)});
    const auto rows = connection.queryText(
        u"SELECT p.signature, count(*) AS retried, count(CASE WHEN i.status = 'success' THEN 1 END) AS recovered "
        "FROM log_item p JOIN log_item i ON i.record = p.record AND i.number = p.number + 1"_s
            + condition.join + condition.where
            + u" AND p.created_at > CAST(:since AS BIGINT) AND i.cause <> 'import' GROUP BY p.signature"_s,
        condition.bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const storage::Row &row : *rows) {
        if (SignatureStatistics *statistics = found(list, row.text(u"signature"))) {
            statistics->retried = row.number(u"retried");
            statistics->recovered = row.number(u"recovered");
        }
    }
    return {};
}

} // namespace

Result<QList<SignatureStatistics>> signatureStatistics(Connection &connection, const Filter &filter,
                                                       const QDateTime &now, int limit)
{
    const auto groups = signatureGroups(connection, filter, limit);
    if (!groups)
        return tl::unexpected(groups.error());
    QList<SignatureStatistics> list;
    for (const SignatureGroup &group : *groups) {
        SignatureStatistics statistics;
        statistics.id = group.signature.id;
        statistics.text = group.signature.text;
        statistics.count = group.count;
        statistics.firstAt = group.first;
        statistics.lastAt = group.last;
        statistics.lastDays = QList<qint64>(trendDays, 0);
        for (const SignatureGroup::Share &share : group.companies)
            statistics.companies.append({share.company, share.count});
        list.append(statistics);
    }
    if (list.isEmpty())
        return list;
    if (const Result<> read = readTrend(connection, filter, now, list); !read)
        return tl::unexpected(read.error());
    if (const Result<> read = readRetries(connection, filter, now, list); !read)
        return tl::unexpected(read.error());
    return list;
}

} // namespace ponte::log
