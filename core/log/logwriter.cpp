// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/logwriter.h"

#include "core/base/redaction.h"
#include "core/log/payloadcodec.h"
#include "core/log/searchwords.h"
#include "core/log/signature.h"

namespace ponte::log {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestMessage = 2000;
constexpr qint64 itemsPerIndexing = 2048;
constexpr int recordsPerIndexing = 20'000;

QByteArray packedText(const QString &text)
{
    return text.isEmpty() ? QByteArray() : compressed(redacted(text));
}

QVariant nullWhereEmpty(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QVariant(QMetaType(QMetaType::QByteArray)) : QVariant(bytes);
}

} // namespace

PackedPayload packed(const Payload &payload)
{
    return {packedText(payload.sent), packedText(payload.received), packedText(payload.detail),
            causeIn(payload.detail)};
}

LogWriter::LogWriter(storage::Connection &connection)
    : m_connection(connection)
{}

Result<LogRecordId> LogWriter::ensureRecord(const RecordKey &key, const QString &keyFields, const QString &keyValues,
                                            Status initial, const QDateTime &now)
{
    const auto row = m_connection.first(u"log.ensure_record"_s, {{u":integration"_s, key.integration},
                                                                 {u":company"_s, key.company.value()},
                                                                 {u":level"_s, key.level.value()},
                                                                 {u":origin"_s, key.origin},
                                                                 {u":functionality"_s, key.functionality},
                                                                 {u":module"_s, key.module},
                                                                 {u":key_fields"_s, keyFields},
                                                                 {u":key_values"_s, keyValues},
                                                                 {u":status"_s, toWord(initial)},
                                                                 {u":now"_s, now}});
    if (!row)
        return tl::unexpected(row.error());
    m_connection.noteChange(u"log"_s);
    return LogRecordId((*row)->number(u"id"));
}

Result<LogItemId> LogWriter::append(LogRecordId record, const NewItem &item, const QDateTime &now, bool keepStatus)
{
    const QString message = redacted(item.message).left(longestMessage);
    const Signature signature =
        item.status == Status::Success
            ? Signature()
            : signatureOf(message, item.packed ? item.packed->cause : causeIn(item.payload.detail));
    const auto number = m_connection.first(u"log.touch_record"_s, {{u":id"_s, record.value()},
                                                                   {u":message"_s, message},
                                                                   {u":signature"_s, signature.id},
                                                                   {u":status"_s, toWord(item.status)},
                                                                   {u":keep_status"_s, keepStatus ? 1 : 0},
                                                                   {u":now"_s, now}});
    if (!number)
        return tl::unexpected(number.error());
    if (!*number)
        return failure(ErrorCode::NotFound, u"There is no log record %1."_s.arg(record.value()));
    if (!signature.id.isEmpty()) {
        const auto known = m_connection.execute(u"log.keep_signature"_s, {{u":id"_s, signature.id},
                                                                          {u":version"_s, signatureVersion},
                                                                          {u":text"_s, signature.text},
                                                                          {u":now"_s, now}});
        if (!known)
            return tl::unexpected(known.error());
    }
    const auto added = m_connection.first(
        u"log.add_item"_s,
        {{u":record"_s, record.value()},
         {u":number"_s, (*number)->number(u"items")},
         {u":cause"_s, toWord(item.trigger)},
         {u":who"_s, item.who},
         {u":message"_s, message},
         {u":status"_s, toWord(item.status)},
         {u":http_status"_s, item.httpStatus ? QVariant(*item.httpStatus) : QVariant(QMetaType(QMetaType::Int))},
         {u":duration_ms"_s, qint64(item.duration.count())},
         {u":configuration_version"_s, item.configurationVersion},
         {u":signature"_s, signature.id.isNull() ? u""_s : signature.id},
         {u":now"_s, now}});
    if (!added)
        return tl::unexpected(added.error());
    const LogItemId id((*added)->number(u"id"));
    const PackedPayload payload = item.packed ? *item.packed : packed(item.payload);
    const auto kept = m_connection.execute(u"log.add_payload"_s, {{u":item"_s, id.value()},
                                                                  {u":sent"_s, nullWhereEmpty(payload.sent)},
                                                                  {u":received"_s, nullWhereEmpty(payload.received)},
                                                                  {u":detail"_s, nullWhereEmpty(payload.detail)},
                                                                  {u":now"_s, now}});
    if (!kept)
        return tl::unexpected(kept.error());
    m_connection.noteChange(u"log"_s);
    if (id.value() % itemsPerIndexing == 0) {
        if (const Result<> indexed = indexDueWords(m_connection, recordsPerIndexing); !indexed)
            return tl::unexpected(indexed.error());
    }
    return id;
}

Result<> LogWriter::ensurePartitions(const QDateTime &now)
{
    if (m_connection.backend() == storage::Backend::Sqlite)
        return {};
    const auto made = m_connection.query(u"log.ensure_partitions"_s, {{u":now"_s, now}});
    if (!made)
        return tl::unexpected(made.error());
    const auto folded = m_connection.execute(u"log.fold_counters"_s);
    if (!folded)
        return tl::unexpected(folded.error());
    return {};
}

} // namespace ponte::log
