// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/commands/logreasons.h"

#include "app/agent/commands/logpersonal.h"
#include "app/agent/scopeoptions.h"
#include "core/integration/bundle.h"
#include "core/integration/configurationchanges.h"
#include "core/integration/explanation.h"
#include "core/log/logreader.h"
#include "core/log/masking.h"
#include "core/log/payloaddiff.h"
#include "core/log/similar.h"
#include "core/reports/reportlanguage.h"
#include "ponte_version.h"

#include <QFileInfo>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

/// What the word ID names, and who asks.
struct AskedRecord {
    log::Record record;
    security::Actor actor;
    storage::Connection *connection;
};

Result<AskedRecord> askedRecord(Invocation &invocation)
{
    const QString word = *invocation.arguments.word(0);
    const std::optional<qint64> id = wholeNumber(word, 1, std::numeric_limits<qint64>::max());
    if (!id)
        return failure(ErrorCode::Usage, u"ID must be the number of a log record, not '%1'."_s.arg(word));
    const Result<storage::Connection *> connection = invocation.reader();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto record = log::LogReader(**connection).record(LogRecordId(*id));
    if (!record)
        return tl::unexpected(record.error());
    if (!*record)
        return failure(ErrorCode::NotFound, u"There is no log record %1."_s.arg(*id));
    const Result<security::Actor> actor = invocation.actor(security::Action::ViewLog, (*record)->key.company);
    if (!actor)
        return tl::unexpected(actor.error());
    return AskedRecord {**record, *actor, *connection};
}

Outcome explainLog(Invocation &invocation)
{
    const Result<AskedRecord> asked = askedRecord(invocation);
    if (!asked)
        return tl::unexpected(asked.error());
    const Result<QList<log::Record>> shown = shownRecords(invocation, asked->actor, {asked->record});
    if (!shown)
        return tl::unexpected(shown.error());
    const app::Services &services = **invocation.services();
    const auto lines = integration::Explanations(services.descriptor, services.parameters)
                           .explain(*asked->connection, shown->first(), services.clock.now(), reports::standardZone());
    if (!lines)
        return tl::unexpected(lines.error());
    QJsonArray array;
    for (const integration::ExplanationLine &line : *lines) {
        array.append(QJsonObject {{u"kind"_s, integration::toWord(line.kind)}, {u"text"_s, line.text}});
        invocation.output.line(onOneLine(line.text));
    }
    invocation.output.document(QJsonObject {{u"id"_s, asked->record.id.value()}, {u"lines"_s, array}});
    return ExitStatus::Done;
}

/// One side of a comparison.
struct ComparedItem {
    log::Record record;
    log::Item item;
    log::Payload payload;
};

Result<ComparedItem> comparedItem(storage::Connection &connection, const log::Record &record, const log::Item &item)
{
    const auto payload = log::LogReader(connection).payload(item.id);
    if (!payload)
        return tl::unexpected(payload.error());
    return ComparedItem {record, item, *payload};
}

Result<ComparedItem> newestOf(storage::Connection &connection, const log::Record &record)
{
    const auto items = log::LogReader(connection).items(record.id);
    if (!items)
        return tl::unexpected(items.error());
    if (items->isEmpty())
        return failure(ErrorCode::NotFound, u"Log record %1 has no execution."_s.arg(record.id.value()));
    return comparedItem(connection, record, items->last());
}

Result<ComparedItem> attemptOf(storage::Connection &connection, const log::Record &record, const QString &word)
{
    const std::optional<qint64> number = wholeNumber(word, 1, std::numeric_limits<int>::max());
    if (!number)
        return failure(ErrorCode::Usage, u"--attempts takes two numbers such as 1,2, not '%1'."_s.arg(word));
    const auto items = log::LogReader(connection).items(record.id);
    if (!items)
        return tl::unexpected(items.error());
    const auto item = std::find_if(items->begin(), items->end(),
                                   [number](const log::Item &known) { return known.number == *number; });
    if (item == items->end())
        return failure(ErrorCode::NotFound,
                       u"Log record %1 has no execution %2."_s.arg(record.id.value()).arg(*number));
    return comparedItem(connection, record, *item);
}

/// The attempts asked for; else the newest and, of a record that never succeeded, a similar one that did, or the one
/// before.
Result<QPair<ComparedItem, ComparedItem>> comparedPair(const AskedRecord &asked, const QStringList &attempts)
{
    storage::Connection &connection = *asked.connection;
    if (!attempts.isEmpty()) {
        if (attempts.size() != 2)
            return failure(ErrorCode::Usage, u"--attempts takes two numbers such as 1,2."_s);
        const Result<ComparedItem> left = attemptOf(connection, asked.record, attempts.first());
        const Result<ComparedItem> right = left ? attemptOf(connection, asked.record, attempts.last()) : left;
        if (!right)
            return tl::unexpected(right.error());
        return qMakePair(*left, *right);
    }
    const Result<ComparedItem> newest = newestOf(connection, asked.record);
    if (!newest)
        return tl::unexpected(newest.error());
    if (newest->item.number > 1) {
        const auto before = attemptOf(connection, asked.record, QString::number(newest->item.number - 1));
        if (!before)
            return tl::unexpected(before.error());
        return qMakePair(*before, *newest);
    }
    const auto similar = log::similarSuccess(connection, asked.record);
    if (!similar)
        return tl::unexpected(similar.error());
    if (!*similar)
        return failure(ErrorCode::NotFound,
                       u"Log record %1 has one execution, and there is no success to compare it with."_s.arg(
                           asked.record.id.value()));
    const Result<ComparedItem> other = newestOf(connection, **similar);
    if (!other)
        return tl::unexpected(other.error());
    return qMakePair(*newest, *other);
}

QString kindWord(log::PayloadDifference::Kind kind)
{
    switch (kind) {
    case log::PayloadDifference::Kind::Same:
        return u"same"_s;
    case log::PayloadDifference::Kind::Changed:
        return u"changed"_s;
    case log::PayloadDifference::Kind::OnlyLeft:
        return u"only_left"_s;
    case log::PayloadDifference::Kind::OnlyRight:
        return u"only_right"_s;
    }
    return {};
}

QJsonArray told(const QString &title, const QString &left, const QString &right, Output &output)
{
    QJsonArray array;
    QList<QStringList> rows;
    for (const log::PayloadDifference &found : log::payloadDifferences(left, right)) {
        if (found.kind == log::PayloadDifference::Kind::Same)
            continue;
        array.append(QJsonObject {{u"path"_s, found.path},
                                  {u"kind"_s, kindWord(found.kind)},
                                  {u"left"_s, found.left},
                                  {u"right"_s, found.right}});
        rows.append({title, found.path, kindWord(found.kind), found.left, found.right});
    }
    output.table({title, u"Path"_s, u"Kind"_s, u"Left"_s, u"Right"_s}, rows);
    return array;
}

QJsonObject sideJson(const ComparedItem &side)
{
    return {{u"logId"_s, side.record.id.value()},
            {u"number"_s, side.item.number},
            {u"status"_s, log::toWord(side.item.status)},
            {u"createdAt"_s, jsonTime(side.item.createdAt)}};
}

Result<QJsonArray> changesJson(const AskedRecord &asked, const app::Services &services, const ComparedItem &left,
                               const ComparedItem &right)
{
    const auto [from, to] = std::minmax(left.item.createdAt, right.item.createdAt);
    const auto changes =
        integration::configurationChanges(*asked.connection, services.parameters, asked.record, from, to);
    if (!changes)
        return tl::unexpected(changes.error());
    QJsonArray array;
    for (const parameters::HistoryEntry &change : *changes)
        array.append(QJsonObject {{u"key"_s, change.key},
                                  {u"scope"_s, change.scope.key()},
                                  {u"at"_s, jsonTime(change.at)},
                                  {u"by"_s, change.who},
                                  {u"old"_s, change.oldValue},
                                  {u"new"_s, change.newValue}});
    return array;
}

Outcome diffLog(Invocation &invocation)
{
    const Result<AskedRecord> asked = askedRecord(invocation);
    if (!asked)
        return tl::unexpected(asked.error());
    auto pair = comparedPair(*asked, invocation.arguments.list(u"attempts"_s));
    if (!pair)
        return tl::unexpected(pair.error());
    for (ComparedItem *side : {&pair->first, &pair->second}) {
        const Result<bool> isPlain = revealsPayloads(invocation, asked->actor, side->record, u"logs diff"_s);
        if (!isPlain)
            return tl::unexpected(isPlain.error());
        if (!*isPlain)
            side->payload = log::masked(side->payload);
    }
    const auto &[left, right] = *pair;
    const Result<QJsonArray> changes = changesJson(*asked, **invocation.services(), left, right);
    if (!changes)
        return tl::unexpected(changes.error());
    Output &output = invocation.output;
    const QJsonArray sent = told(u"Sent"_s, left.payload.sent, right.payload.sent, output);
    const QJsonArray received = told(u"Received"_s, left.payload.received, right.payload.received, output);
    QList<QStringList> rows;
    for (const auto &change : *changes)
        rows.append({change[u"key"_s].toString(), change[u"old"_s].toString(), change[u"new"_s].toString(),
                     change[u"by"_s].toString(), change[u"at"_s].toString()});
    output.table({u"Configuration"_s, u"Old"_s, u"New"_s, u"By"_s, u"At"_s}, rows);
    output.document(QJsonObject {{u"left"_s, sideJson(left)},
                                 {u"right"_s, sideJson(right)},
                                 {u"sent"_s, sent},
                                 {u"received"_s, received},
                                 {u"configuration"_s, *changes}});
    return ExitStatus::Done;
}

Outcome bundleLog(Invocation &invocation)
{
    const std::optional<QString> file = invocation.arguments.text(u"output"_s);
    if (!file || file->isEmpty())
        return failure(ErrorCode::Usage, u"--output FILE is missing."_s);
    const Result<AskedRecord> asked = askedRecord(invocation);
    if (!asked)
        return tl::unexpected(asked.error());
    const app::Services &services = **invocation.services();
    const Result<> written = integration::writeReproductionBundle(
        *asked->connection, asked->actor, asked->record, {}, *file,
        {services.descriptor, services.parameters, services.connections, services.clock.now(),
         u"ponte-agent "_s + QString::fromUtf8(PONTE_VERSION)});
    if (!written)
        return tl::unexpected(written.error());
    invocation.output.document(
        QJsonObject {{u"id"_s, asked->record.id.value()}, {u"file"_s, *file}, {u"bytes"_s, QFileInfo(*file).size()}});
    invocation.output.line(*file);
    return ExitStatus::Done;
}

} // namespace

QList<Command> logReasons()
{
    return {
        {u"logs explain"_s,
         u"ID"_s,
         u"Why a log record is as it is, what comes next and what can be done, in plain sentences."_s,
         {.positionals = {u"ID"_s}, .required = 1},
         explainLog},
        {u"logs diff"_s,
         u"ID [--attempts A,B]"_s,
         u"What differs between the last two executions of a log record, or from a similar one that succeeded."_s,
         {.positionals = {u"ID"_s},
          .required = 1,
          .options = {{u"attempts"_s, u"A,B"_s, u"the numbers of two executions of the record"_s, true}}},
         diffLog},
        {u"logs bundle"_s,
         u"ID --output FILE"_s,
         u"Writes a zip for the vendor of the outside system: the last execution, masked, as curl and .http."_s,
         {.positionals = {u"ID"_s},
          .required = 1,
          .options = {{u"output"_s, u"FILE"_s, u"appears whole or not at all"_s}}},
         bundleLog},
    };
}

} // namespace ponte::agent
