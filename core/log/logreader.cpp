// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/logreader.h"

#include "core/log/counters.h"
#include "core/log/logfilter.h"
#include "core/log/pagequery.h"
#include "core/log/payloadcodec.h"

#include <algorithm>

namespace ponte::log {

using namespace Qt::StringLiterals;

namespace {

Record recordOf(const storage::Row &row)
{
    Record record;
    record.id = LogRecordId(row.number(u"id"));
    record.key = {row.text(u"integration"), CompanyId(row.number(u"company")), LevelId(row.number(u"level")),
                  row.text(u"origin"),      row.text(u"functionality"),        row.text(u"module")};
    record.keyFields = row.text(u"key_fields");
    record.keyValues = row.text(u"key_values");
    record.status = statusFromWord(row.text(u"status")).value_or(Status::Error);
    record.callState = callStateFromWord(row.text(u"call_state"));
    record.message = row.text(u"message");
    record.signature = row.text(u"signature");
    record.automaticAttempts = int(row.number(u"automatic_attempts"));
    record.manualAttempts = int(row.number(u"manual_attempts"));
    record.items = int(row.number(u"items"));
    record.notBefore = row.time(u"not_before");
    record.cancelledReason = row.text(u"cancelled_reason");
    record.leaseOwner = row.number(u"lease_owner");
    record.createdAt = row.time(u"created_at");
    record.changedAt = row.time(u"changed_at");
    return record;
}

Item itemOf(const storage::Row &row)
{
    Item item;
    item.id = LogItemId(row.number(u"id"));
    item.record = LogRecordId(row.number(u"record"));
    item.number = int(row.number(u"number"));
    item.trigger = triggerFromWord(row.text(u"cause"));
    item.who = row.text(u"who");
    item.message = row.text(u"message");
    item.status = statusFromWord(row.text(u"status")).value_or(Status::Error);
    if (!row.isNull(u"http_status"))
        item.httpStatus = int(row.number(u"http_status"));
    item.duration = std::chrono::milliseconds(row.number(u"duration_ms"));
    item.configurationVersion = row.number(u"configuration_version");
    item.createdAt = row.time(u"created_at");
    item.changedAt = row.time(u"changed_at");
    return item;
}

} // namespace

LogReader::LogReader(storage::Connection &connection)
    : m_connection(connection)
{}

Result<Page> LogReader::page(const Filter &filter, const Sort &sort, std::optional<Cursor> after, int limit,
                             bool backward) const
{
    const auto rows = PageQuery(m_connection, filter, sort, sort.descending != backward).rows(after, limit + 1);
    if (!rows)
        return tl::unexpected(rows.error());
    Page page;
    page.hasNext = rows->size() > limit;
    page.records.reserve(std::min<qsizetype>(rows->size(), limit));
    for (const storage::Row &row : rows->first(std::min<qsizetype>(rows->size(), limit)))
        page.records.append(recordOf(row));
    if (backward)
        std::reverse(page.records.begin(), page.records.end());
    return page;
}

Result<Count> LogReader::count(const Filter &filter) const
{
    // Periods are counted along their own index.
    const bool byChange = filter.changedFrom.isValid() || filter.changedTo.isValid();
    const bool byCreation = filter.createdFrom.isValid() || filter.createdTo.isValid();
    const Sort sort {byChange ? SortColumn::ChangedAt : byCreation ? SortColumn::CreatedAt : SortColumn::Id};
    PageQuery query(m_connection, filter, sort, true);
    const Result<qint64> found = query.count(exactCountLimit + 1);
    if (!found)
        return tl::unexpected(found.error());
    if (countersKnow(filter))
        return Count {*found, true};
    return Count {std::min(*found, exactCountLimit), *found <= exactCountLimit};
}

Result<QList<LogRecordId>> LogReader::ids(const Filter &filter) const
{
    const BuiltQuery conditions = conditionsOf(filter, m_connection.backend());
    QList<LogRecordId> ids;
    const Result<> read = m_connection.each(u"SELECT id FROM log_record"_s + conditions.sql + u" ORDER BY id"_s,
                                            conditions.bindings, [&ids](const storage::Row &row) {
                                                ids.append(LogRecordId(row.number(u"id")));
                                                return true;
                                            });
    if (!read)
        return tl::unexpected(read.error());
    return ids;
}

Result<std::optional<Record>> LogReader::record(LogRecordId id) const
{
    const auto row = m_connection.first(u"log.record"_s, {{u":id"_s, id.value()}});
    if (!row)
        return tl::unexpected(row.error());
    return *row ? std::optional(recordOf(**row)) : std::nullopt;
}

Result<std::optional<Record>> LogReader::record(CompanyId company, const QString &origin,
                                                const QString &functionality) const
{
    const auto row = m_connection.first(
        u"log.record_of_origin"_s,
        {{u":company"_s, company.value()}, {u":origin"_s, origin}, {u":functionality"_s, functionality}});
    if (!row)
        return tl::unexpected(row.error());
    return *row ? std::optional(recordOf(**row)) : std::nullopt;
}

Result<QList<Item>> LogReader::items(LogRecordId record) const
{
    const auto rows = m_connection.query(u"log.items"_s, {{u":record"_s, record.value()}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Item> items;
    for (const storage::Row &row : *rows)
        items.append(itemOf(row));
    return items;
}

Result<Payload> LogReader::payload(LogItemId item) const
{
    const auto row = m_connection.first(u"log.payload"_s, {{u":item"_s, item.value()}});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return Payload();
    return Payload {decompressed((*row)->bytes(u"sent")), decompressed((*row)->bytes(u"received")),
                    decompressed((*row)->bytes(u"detail"))};
}

} // namespace ponte::log
