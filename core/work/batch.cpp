// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/batch.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace ponte::work {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::Row;

namespace {

constexpr std::array batchWords {u"planned", u"waiting", u"running", u"paused", u"cancelled", u"done"};
constexpr std::array entryWords {u"planned", u"excluded", u"waiting",      u"succeeded",
                                 u"failed",  u"skipped",  u"not_attempted"};

/// One column's value, then the word and what a person reads.
struct Reason {
    int number;
    const char16_t *word;
    const char16_t *text;
};
constexpr Reason reasonList[] = {
    {0, u"error", u"situação Erro"},
    {1, u"pending", u"situação Pendente"},
    {2, u"cancelled", u"situação Cancelado, escolhido à mão"},
    {10, u"in_work", u"em processamento"},
    {11, u"in_batch", u"em outro reprocessamento"},
    {12, u"beyond_first", u"além dos primeiros pedidos"},
};

template<class State, class Words>
State stateOf(const Words &words, QStringView word)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (word == words.at(i))
            return State(i);
    }
    return State(0);
}

Batch batchOf(const Row &row)
{
    Batch batch;
    batch.id = row.number(u"id");
    batch.integration = row.text(u"integration");
    if (!row.isNull(u"company"))
        batch.company = CompanyId(row.number(u"company"));
    batch.who = row.text(u"who");
    batch.state = batchStateFromWord(row.text(u"state"));
    batch.stateReason = row.text(u"state_reason");
    batch.stateBy = row.text(u"state_by");
    batch.options.resetAttempts = row.number(u"reset_attempts") != 0;
    if (row.number(u"per_second") > 0)
        batch.options.perSecond = int(row.number(u"per_second"));
    batch.options.canary = row.number(u"canary") != 0;
    batch.token = row.text(u"token");
    batch.hash = row.text(u"hash");
    batch.excluded = row.number(u"excluded");
    batch.counts = {row.number(u"planned"), row.number(u"succeeded"), row.number(u"failed"), row.number(u"skipped"),
                    row.number(u"not_attempted")};
    batch.createdAt = row.time(u"created_at");
    batch.confirmedAt = row.time(u"confirmed_at");
    batch.startedAt = row.time(u"started_at");
    batch.endedAt = row.time(u"ended_at");
    return batch;
}

/// Counted from the entries in one statement, so that the sum is right at every instant; kept once the batch has ended.
Result<> countEntries(Connection &connection, Batch &batch)
{
    if (!batch.isActive())
        return {};
    const auto rows = connection.query(u"work.entry_counts"_s, {{u":id"_s, batch.id}});
    if (!rows)
        return tl::unexpected(rows.error());
    for (const Row &row : *rows) {
        const qint64 count = row.number(u"n");
        switch (entryStateFromWord(row.text(u"state"))) {
        case EntryState::Succeeded:
            batch.counts.succeeded = count;
            break;
        case EntryState::Failed:
            batch.counts.failed = count;
            break;
        case EntryState::Skipped:
            batch.counts.skipped = count;
            break;
        case EntryState::NotAttempted:
            batch.counts.notAttempted = count;
            break;
        case EntryState::Planned:
        case EntryState::Excluded:
        case EntryState::Waiting:
            break;
        }
    }
    return {};
}

BatchEntry entryOf(const Row &row)
{
    const qint64 reason = row.number(u"reason");
    EntryState state = reason < firstExcludedReason ? EntryState::Planned : EntryState::Excluded;
    if (!row.isNull(u"state"))
        state = entryStateFromWord(row.text(u"state"));
    return {LogRecordId(row.number(u"record")), state, reasonFromNumber(reason), row.text(u"message"),
            row.time(u"ended_at")};
}

} // namespace

QString toWord(BatchState state)
{
    return QString::fromUtf16(batchWords.at(size_t(state)));
}

QString toWord(EntryState state)
{
    return QString::fromUtf16(entryWords.at(size_t(state)));
}

BatchState batchStateFromWord(QStringView word)
{
    return stateOf<BatchState>(batchWords, word);
}

EntryState entryStateFromWord(QStringView word)
{
    return stateOf<EntryState>(entryWords, word);
}

QString reasonText(const QString &reason)
{
    for (const Reason &known : reasonList) {
        if (reason == known.word)
            return QString::fromUtf16(known.text);
    }
    return reason;
}

int reasonNumber(QStringView reason)
{
    for (const Reason &known : reasonList) {
        if (reason == known.word)
            return known.number;
    }
    return -1;
}

QString reasonFromNumber(qint64 number)
{
    for (const Reason &known : reasonList) {
        if (number == known.number)
            return QString::fromUtf16(known.word);
    }
    return {};
}

QString idList(storage::Backend backend, const QList<LogRecordId> &ids)
{
    const bool sqlite = backend == storage::Backend::Sqlite;
    QString text(sqlite ? u'[' : u'{');
    for (const LogRecordId id : ids) {
        if (text.size() > 1)
            text += u',';
        text += QString::number(id.value());
    }
    return text + (sqlite ? u']' : u'}');
}

Result<std::optional<Batch>> batch(Connection &connection, qint64 id)
{
    const auto row = connection.first(u"work.batch"_s, {{u":id"_s, id}});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    Batch found = batchOf(**row);
    if (const Result<> counted = countEntries(connection, found); !counted)
        return tl::unexpected(counted.error());
    // Between the two statements the last entry may have ended, and then the batch: its own counts are whole.
    if (found.isActive() && found.counts.remaining() == 0) {
        const auto again = connection.first(u"work.batch"_s, {{u":id"_s, id}});
        if (!again)
            return tl::unexpected(again.error());
        if (*again && !(*again)->isNull(u"ended_at"))
            return batchOf(**again);
    }
    return found;
}

Result<QList<Batch>> batches(Connection &connection, int ended)
{
    QList<Batch> found;
    const auto rows = connection.query(u"work.batches"_s, {{u":limit"_s, ended}});
    if (!rows)
        return tl::unexpected(rows.error());
    for (const Row &row : *rows) {
        found.append(batchOf(row));
        if (const Result<> counted = countEntries(connection, found.last()); !counted)
            return tl::unexpected(counted.error());
    }
    return found;
}

Result<QList<CompanyId>> companiesOf(Connection &connection, qint64 batch)
{
    const auto rows = connection.query(u"work.batch_companies"_s, {{u":id"_s, batch}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<CompanyId> companies;
    for (const Row &row : *rows)
        companies.append(CompanyId(row.number(u"company")));
    return companies;
}

Result<QList<BatchEntry>> entries(Connection &connection, qint64 batch, const EntryFilter &filter, LogRecordId after,
                                  int limit)
{
    QJsonArray states;
    for (const EntryState state : filter.states)
        states.append(toWord(state));
    const auto rows = connection.query(
        u"work.entries"_s, {{u":id"_s, batch},
                            {u":after"_s, after.value()},
                            {u":reason"_s, reasonNumber(filter.reason)},
                            {u":states"_s, QString::fromUtf8(QJsonDocument(states).toJson(QJsonDocument::Compact))},
                            {u":limit"_s, limit}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<BatchEntry> found;
    for (const Row &row : *rows)
        found.append(entryOf(row));
    return found;
}

Result<QList<PlanShare>> planShares(Connection &connection, qint64 batch)
{
    const auto rows = connection.query(u"work.plan_shares"_s, {{u":id"_s, batch}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<PlanShare> shares;
    for (const Row &row : *rows)
        shares.append(planShareOf(row));
    return shares;
}

PlanShare planShareOf(const Row &row)
{
    return {row.number(u"reason") < firstExcludedReason,
            reasonFromNumber(row.number(u"reason")),
            log::statusFromWord(row.text(u"status")).value_or(log::Status::Error),
            CompanyId(row.number(u"company")),
            LevelId(row.number(u"level")),
            row.text(u"signature"),
            row.text(u"text"),
            row.number(u"n")};
}

Result<QList<LogRecordId>> inBatch(Connection &connection, const QList<LogRecordId> &records)
{
    const auto rows = connection.query(u"work.in_batch"_s, {{u":ids"_s, idList(connection.backend(), records)}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<LogRecordId> found;
    for (const Row &row : *rows)
        found.append(LogRecordId(row.number(u"record")));
    return found;
}

} // namespace ponte::work
