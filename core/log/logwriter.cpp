// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/logwriter.h"

#include "core/base/json.h"
#include "core/base/redaction.h"
#include "core/log/payloadcodec.h"
#include "core/log/searchwords.h"
#include "core/log/signature.h"

#include <QJsonArray>
#include <QJsonObject>

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
    const auto written =
        write(u"log.touch_record"_s, {{u":id"_s, record.value()}, {u":keep_status"_s, keepStatus ? 1 : 0}}, item, now);
    if (!written)
        return tl::unexpected(written.error());
    if (!*written)
        return failure(ErrorCode::NotFound, u"There is no log record %1."_s.arg(record.value()));
    return (*written)->item;
}

Result<LogRecordId> LogWriter::put(const RecordKey &key, const QString &keyFields, const QString &keyValues,
                                   const NewItem &item, const QDateTime &now, bool keepStatus)
{
    const auto written = write(u"log.put_record"_s,
                               {{u":integration"_s, key.integration},
                                {u":company"_s, key.company.value()},
                                {u":level"_s, key.level.value()},
                                {u":origin"_s, key.origin},
                                {u":functionality"_s, key.functionality},
                                {u":module"_s, key.module},
                                {u":key_fields"_s, keyFields},
                                {u":key_values"_s, keyValues},
                                {u":keep_status"_s, keepStatus ? 1 : 0}},
                               item, now);
    if (!written)
        return tl::unexpected(written.error());
    return (*written)->record;
}

Result<std::optional<LogItemId>> LogWriter::settle(LogRecordId record, const Settlement &settlement,
                                                   const NewItem &item, const QDateTime &now)
{
    const auto written = write(u"log.settle_record"_s,
                               {{u":id"_s, record.value()},
                                {u":owner"_s, settlement.owner},
                                {u":lease_number"_s, settlement.leaseNumber},
                                {u":record_status"_s, toWord(settlement.status)},
                                {u":call_state"_s, toWord(settlement.callState)},
                                {u":automatic_attempts"_s, settlement.automaticAttempts},
                                {u":manual_attempts"_s, settlement.manualAttempts},
                                {u":not_before"_s, settlement.notBefore},
                                {u":cancelled_reason"_s, settlement.cancelledReason}},
                               item, now);
    if (!written)
        return tl::unexpected(written.error());
    return *written ? std::optional<LogItemId>((*written)->item) : std::nullopt;
}

/// What is kept of an item's texts.
struct LogWriter::Told {
    QString message;
    Signature signature; ///< empty of what succeeded
    PackedPayload payload;
};

LogWriter::Told LogWriter::told(const NewItem &item)
{
    const QString message = redacted(item.message).left(longestMessage);
    const Signature signature =
        item.status == Status::Success
            ? Signature()
            : signatureOf(message, item.packed ? item.packed->cause : causeIn(item.payload.detail));
    return {message, signature, item.packed ? *item.packed : packed(item.payload)};
}

Result<> LogWriter::putAll(const QList<NewExecution> &executions, const QDateTime &now)
{
    if (m_connection.backend() == storage::Backend::Sqlite || executions.size() == 1) {
        for (const NewExecution &execution : executions) {
            const auto put = this->put(execution.key, execution.keyFields, execution.keyValues, execution.item, now);
            if (!put)
                return tl::unexpected(put.error());
        }
        return {};
    }
    QJsonArray rows;
    for (const auto &[key, keyFields, keyValues, item] : executions) {
        const Told texts = told(item);
        QJsonObject row {{u"integration"_s, key.integration},
                         {u"company"_s, key.company.value()},
                         {u"level"_s, key.level.value()},
                         {u"origin"_s, key.origin},
                         {u"functionality"_s, key.functionality},
                         {u"module"_s, key.module},
                         {u"key_fields"_s, keyFields},
                         {u"key_values"_s, keyValues},
                         {u"message"_s, texts.message},
                         {u"status"_s, toWord(item.status)},
                         {u"signature"_s, texts.signature.id},
                         {u"text"_s, texts.signature.text},
                         {u"cause"_s, toWord(item.trigger)},
                         {u"who"_s, item.who},
                         {u"duration_ms"_s, qint64(item.duration.count())},
                         {u"configuration_version"_s, item.configurationVersion}};
        if (item.httpStatus)
            row.insert(u"http_status"_s, *item.httpStatus);
        for (const auto &[name, bytes] :
             {std::pair(u"sent"_s, texts.payload.sent), std::pair(u"received"_s, texts.payload.received),
              std::pair(u"detail"_s, texts.payload.detail)})
        {
            if (!bytes.isEmpty())
                row.insert(name, QString::fromLatin1(bytes.toBase64()));
        }
        rows.append(row);
    }
    const auto done = m_connection.execute(
        u"log.put_records"_s,
        {{u":rows"_s, QString::fromUtf8(json::toText(rows))}, {u":version"_s, signatureVersion}, {u":now"_s, now}});
    if (!done)
        return tl::unexpected(done.error());
    m_connection.noteChange(u"log"_s);
    return {};
}

/// What is bound for one item, by the table that it goes to.
struct LogWriter::Parts {
    storage::Bindings common; ///< of the record and of the item
    storage::Bindings item;
    storage::Bindings payload;
    storage::Bindings signature;
    bool hasSignature = false;
    QDateTime now;
};

/// None where `statement` found no record.
Result<std::optional<LogWriter::Written>> LogWriter::write(const QString &statement, const storage::Bindings &record,
                                                           const NewItem &item, const QDateTime &now)
{
    const auto [message, signature, payload] = told(item);
    const Parts parts {
        {{u":message"_s, message},
         {u":signature"_s, signature.id},
         {u":status"_s, toWord(item.status)},
         {u":now"_s, now}},
        {{u":cause"_s, toWord(item.trigger)},
         {u":who"_s, item.who},
         {u":http_status"_s, item.httpStatus ? QVariant(*item.httpStatus) : QVariant(QMetaType(QMetaType::Int))},
         {u":duration_ms"_s, qint64(item.duration.count())},
         {u":configuration_version"_s, item.configurationVersion}},
        {{u":sent"_s, nullWhereEmpty(payload.sent)},
         {u":received"_s, nullWhereEmpty(payload.received)},
         {u":detail"_s, nullWhereEmpty(payload.detail)}},
        {{u":version"_s, signatureVersion}, {u":text"_s, signature.text}},
        !signature.id.isEmpty(),
        now};
    Result<std::optional<Written>> written;
    if (m_connection.backend() == storage::Backend::Sqlite) {
        written = writeApart(statement, record, parts);
    } else {
        const auto row =
            m_connection.first(statement, record + parts.common + parts.item + parts.payload + parts.signature);
        if (!row)
            return tl::unexpected(row.error());
        if (*row)
            written = Written {LogRecordId((*row)->number(u"record")), LogItemId((*row)->number(u"id"))};
    }
    if (!written || !*written)
        return written;
    m_connection.noteChange(u"log"_s);
    if ((*written)->item.value() % itemsPerIndexing == 0) {
        if (const Result<> indexed = indexDueWords(m_connection, recordsPerIndexing); !indexed)
            return tl::unexpected(indexed.error());
    }
    return written;
}

/// SQLite writes one table in a statement.
Result<std::optional<LogWriter::Written>> LogWriter::writeApart(const QString &statement,
                                                                const storage::Bindings &record, const Parts &parts)
{
    const auto touched = m_connection.first(statement, record + parts.common);
    if (!touched)
        return tl::unexpected(touched.error());
    if (!*touched)
        return std::nullopt;
    const LogRecordId id((*touched)->number(u"id"));
    if (parts.hasSignature) {
        const auto known = m_connection.execute(u"log.keep_signature"_s, parts.common + parts.signature);
        if (!known)
            return tl::unexpected(known.error());
    }
    const auto added =
        m_connection.first(u"log.add_item"_s, parts.common + parts.item
                                                  + storage::Bindings {{u":record"_s, id.value()},
                                                                       {u":number"_s, (*touched)->number(u"items")}});
    if (!added)
        return tl::unexpected(added.error());
    const LogItemId item((*added)->number(u"id"));
    const auto kept = m_connection.execute(
        u"log.add_payload"_s, parts.payload + storage::Bindings {{u":item"_s, item.value()}, {u":now"_s, parts.now}});
    if (!kept)
        return tl::unexpected(kept.error());
    return Written {id, item};
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
