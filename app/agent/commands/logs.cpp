// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "app/agent/commands/logpersonal.h"
#include "app/agent/commands/logreasons.h"
#include "app/agent/commands/logsignatures.h"
#include "app/agent/filteroptions.h"
#include "app/agent/logjson.h"
#include "app/agent/scopeoptions.h"
#include "core/log/filterwords.h"
#include "core/log/masking.h"
#include "core/log/signaturegroups.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumPage = 10'000;

struct LogQuery {
    log::Filter filter;
    log::Sort sort;
    QString sortWord;
    std::optional<log::Cursor> after;
    int limit = 50;
};

Result<log::Sort> readSort(const QString &word)
{
    log::Sort sort;
    sort.descending = word.startsWith(u'-');
    const QString column = sort.descending ? word.mid(1) : word;
    if (column == u"id"_s)
        sort.column = log::SortColumn::Id;
    else if (column == u"createdAt"_s)
        sort.column = log::SortColumn::CreatedAt;
    else if (column == u"changedAt"_s)
        sort.column = log::SortColumn::ChangedAt;
    else
        return failure(
            ErrorCode::Usage,
            u"--sort knows id, createdAt and changedAt, with - before it for newest first, not '%1'."_s.arg(word));
    return sort;
}

Result<LogQuery> readLogQuery(const Arguments &arguments)
{
    LogQuery query;
    const Result<log::Filter> filter = readFilter(arguments);
    if (!filter)
        return tl::unexpected(filter.error());
    query.filter = *filter;
    query.sortWord = arguments.text(u"sort"_s).value_or(u"-id"_s);
    const Result<log::Sort> sort = readSort(query.sortWord);
    if (!sort)
        return tl::unexpected(sort.error());
    query.sort = *sort;
    const Result<std::optional<qint64>> limit = arguments.number(u"limit"_s, 1, maximumPage);
    if (!limit)
        return tl::unexpected(limit.error());
    query.limit = static_cast<int>(limit->value_or(query.limit));
    if (const std::optional<QString> after = arguments.text(u"after"_s)) {
        query.after = log::Cursor::fromText(*after);
        if (!query.after)
            return failure(ErrorCode::Usage, u"--after takes the 'next' of an earlier answer, not '%1'."_s.arg(*after));
    }
    return query;
}

/// What the answer speaks of: the filter, and which of the rows that it chooses stand in this page.
QJsonObject searchedJson(const LogQuery &query, const QList<log::Record> &records)
{
    QJsonObject range;
    if (!records.isEmpty()) {
        range.insert(u"firstId"_s, records.first().id.value());
        range.insert(u"lastId"_s, records.last().id.value());
    }
    return {
        {u"filter"_s, log::filterWords(query.filter)},
        {u"from"_s, jsonTime(query.filter.createdFrom)},
        {u"to"_s, jsonTime(query.filter.createdTo)},
        {u"sort"_s, query.sortWord},
        {u"limit"_s, query.limit},
        {u"after"_s, query.after ? QJsonValue(query.after->toText()) : QJsonValue()},
        {u"range"_s, range},
    };
}

void printLogPage(const LogQuery &query, const log::Page &page, Output &output)
{
    const bool hasNext = page.hasNext && !page.records.isEmpty();
    const QString next = hasNext ? log::Cursor::of(page.records.last(), query.sort).toText() : QString();
    QJsonArray items;
    QList<QStringList> rows;
    for (const log::Record &record : page.records) {
        items.append(recordJson(record));
        rows.append({QString::number(record.id.value()), QString::number(record.key.company.value()),
                     log::toWord(record.status), record.key.functionality, record.key.origin, record.keyValues,
                     u"%1+%2"_s.arg(QString::number(record.automaticAttempts), QString::number(record.manualAttempts)),
                     record.changedAt.toUTC().toString(Qt::ISODate), record.message});
    }
    output.document(QJsonObject {{u"items"_s, items},
                                 {u"hasNext"_s, hasNext},
                                 {u"next"_s, jsonText(next)},
                                 {u"searched"_s, searchedJson(query, page.records)}});
    output.table({u"Id"_s, u"Company"_s, u"Status"_s, u"Functionality"_s, u"Origin"_s, u"Key values"_s, u"Attempts"_s,
                  u"Changed"_s, u"Message"_s},
                 rows);
    if (hasNext && !output.isJson())
        output.note(u"There is more: --after %1"_s.arg(next));
}

Outcome listLogs(Invocation &invocation)
{
    const Result<LogQuery> query = readLogQuery(invocation.arguments);
    if (!query)
        return tl::unexpected(query.error());
    if (const Result<> sound = checkFilter(query->filter, invocation); !sound)
        return tl::unexpected(sound.error());
    const Result<security::Actor> actor = invocation.actor(security::Action::ViewLog, query->filter.company);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    Result<log::Page> page = log::LogReader(**reader).page(query->filter, query->sort, query->after, query->limit);
    if (!page)
        return tl::unexpected(page.error());
    if (page->records.isEmpty() && !query->filter.signature.isEmpty()) {
        const auto known = log::signatureText(**reader, query->filter.signature);
        if (!known)
            return tl::unexpected(known.error());
        if (!*known)
            invocation.output.note(u"No error signature %1 is known; 'logs signatures' lists those that are."_s.arg(
                query->filter.signature));
    }
    const Result<QList<log::Record>> shown = shownRecords(invocation, *actor, page->records);
    if (!shown)
        return tl::unexpected(shown.error());
    page->records = *shown;
    printLogPage(*query, *page, invocation.output);
    return ExitStatus::Done;
}

void printLogItem(const log::Item &item, const log::Payload &payload, Output &output)
{
    output.line(QString());
    output.line(onOneLine(u"Item %1 (%2)  %3  %4 by %5  %6"_s.arg(
        QString::number(item.number), QString::number(item.id.value()), item.createdAt.toUTC().toString(Qt::ISODate),
        log::toWord(item.trigger), item.who, log::toWord(item.status))));
    output.line(u"  "_s + onOneLine(item.message));
    const QPair<QString, QString> texts[] = {
        {u"Sent"_s, payload.sent}, {u"Received"_s, payload.received}, {u"Detail"_s, payload.detail}};
    for (const auto &[title, text] : texts) {
        if (!text.isEmpty())
            output.line(u"  %1:\n    %2"_s.arg(title, harmless(text).replace(u'\n', u"\n    "_s)));
    }
}

Result<> printLogRecord(const log::Record &record, bool isMasked, const log::LogReader &reader, Output &output)
{
    const Result<QList<log::Item>> items = reader.items(record.id);
    if (!items)
        return tl::unexpected(items.error());
    output.table({u"Record"_s, QString::number(record.id.value())},
                 {{u"Company"_s, QString::number(record.key.company.value())},
                  {u"Level"_s, QString::number(record.key.level.value())},
                  {u"Functionality"_s, record.key.functionality},
                  {u"Module"_s, record.key.module},
                  {u"Origin"_s, record.key.origin},
                  {record.keyFields, record.keyValues},
                  {u"Status"_s, log::toWord(record.status)},
                  {u"Cancelled because"_s, record.cancelledReason},
                  {u"Call"_s, log::toWord(record.callState)},
                  {u"Attempts"_s, u"%1 automatic, %2 manual"_s.arg(QString::number(record.automaticAttempts),
                                                                   QString::number(record.manualAttempts))},
                  {u"Created"_s, record.createdAt.toUTC().toString(Qt::ISODate)},
                  {u"Changed"_s, record.changedAt.toUTC().toString(Qt::ISODate)}});
    QJsonArray array;
    for (const log::Item &item : *items) {
        const Result<log::Payload> payload = reader.payload(item.id);
        if (!payload)
            return tl::unexpected(payload.error());
        const log::Item shown = isMasked ? log::masked(item) : item;
        const log::Payload texts = isMasked ? log::masked(*payload) : *payload;
        array.append(itemJson(shown, texts));
        printLogItem(shown, texts, output);
    }
    QJsonObject object = recordJson(record);
    object.insert(u"items"_s, array);
    output.document(object);
    return {};
}

Outcome showLog(Invocation &invocation)
{
    const QString word = *invocation.arguments.word(0);
    const std::optional<qint64> id = wholeNumber(word, 1, std::numeric_limits<qint64>::max());
    if (!id)
        return failure(ErrorCode::Usage, u"ID must be the number of a log record, not '%1'."_s.arg(word));
    const Result<storage::Connection *> connection = invocation.reader();
    if (!connection)
        return tl::unexpected(connection.error());
    const log::LogReader reader(**connection);
    const Result<std::optional<log::Record>> record = reader.record(LogRecordId(*id));
    if (!record)
        return tl::unexpected(record.error());
    if (!*record)
        return failure(ErrorCode::NotFound, u"There is no log record %1."_s.arg(*id));
    const Result<security::Actor> actor = invocation.actor(security::Action::ViewLog, (*record)->key.company);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<bool> isPlain = revealsPayloads(invocation, *actor, **record, u"logs show"_s);
    if (!isPlain)
        return tl::unexpected(isPlain.error());
    const Result<> printed =
        printLogRecord(*isPlain ? **record : log::masked(**record), !*isPlain, reader, invocation.output);
    if (!printed)
        return tl::unexpected(printed.error());
    return ExitStatus::Done;
}

} // namespace

QList<Command> logCommands()
{
    const QList<Option> options {
        {u"limit"_s, u"N"_s, u"rows at most, 1 to 10000; 50 if left out"_s},
        {u"after"_s, u"CURSOR"_s, u"the rows after this place, the 'next' of an earlier answer"_s},
        {u"sort"_s, u"[-]COLUMN"_s, u"id, createdAt or changedAt, newest first with - before it (default -id)"_s},
    };
    return QList<Command> {
               {u"logs list"_s,
                u"[filter] [--limit N] [--after CURSOR] [--sort [-]id|createdAt|changedAt]"_s,
                u"The log records that the filter chooses, newest first."_s,
                {.options = options + filterOptions()},
                listLogs},
               {u"logs show"_s,
                u"ID"_s,
                u"A log record with each of its executions and what was sent and received."_s,
                {.positionals = {u"ID"_s}, .required = 1},
                showLog},
               logSignatures(),
           }
           + logReasons();
}

} // namespace ponte::agent
