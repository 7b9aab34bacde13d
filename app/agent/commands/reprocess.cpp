// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/integration/reprocess.h"

#include "app/agent/command.h"
#include "app/agent/filteroptions.h"
#include "core/security/personaldata.h"

#include <thread>
#include <utility>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

constexpr auto deliveryPatience = std::chrono::seconds(30);

struct ReprocessOrder {
    log::Filter filter; ///< `ids` where a selection is given; else all in error or pending of the company
    bool planOnly = false;
    bool resetAttempts = false;
    bool canary = false;
    bool detach = false;
    std::optional<int> first;
    std::optional<int> perSecond;
};

Result<QList<LogRecordId>> readIds(const Arguments &arguments)
{
    QList<LogRecordId> ids;
    for (const QString &word : arguments.list(u"ids"_s)) {
        const std::optional<qint64> id = wholeNumber(word, 1, std::numeric_limits<qint64>::max());
        if (!id)
            return failure(ErrorCode::Usage, u"--ids takes numbers of log records, not '%1'."_s.arg(word));
        ids.append(LogRecordId(*id));
    }
    if (arguments.has(u"ids"_s) && ids.isEmpty())
        return failure(ErrorCode::Usage, u"--ids needs a value: 1,2,3."_s);
    return ids;
}

Result<std::optional<int>> readRate(const Arguments &arguments)
{
    const std::optional<QString> text = arguments.text(u"rate"_s);
    if (!text)
        return std::optional<int>();
    const std::optional<qint64> rate =
        text->endsWith(u"/s"_s) ? wholeNumber(QStringView(*text).chopped(2), 1, 1000) : std::nullopt;
    if (!rate)
        return failure(ErrorCode::Usage, u"--rate must be like 5/s, from 1/s to 1000/s, not '%1'."_s.arg(*text));
    return static_cast<int>(*rate);
}

Result<ReprocessOrder> readReprocessOrder(const Arguments &arguments)
{
    ReprocessOrder order;
    order.planOnly = arguments.has(u"plan"_s);
    if (!order.planOnly && !arguments.has(u"yes"_s))
        return failure(ErrorCode::Usage, u"Say --plan to see what would run, or --yes to run it."_s);
    if (order.planOnly && arguments.has(u"yes"_s))
        return failure(ErrorCode::Usage, u"--plan and --yes exclude each other."_s);
    const Result<log::Filter> filter = readFilter(arguments);
    if (!filter)
        return tl::unexpected(filter.error());
    const Result<QList<LogRecordId>> ids = readIds(arguments);
    if (!ids)
        return tl::unexpected(ids.error());
    // The company limits chosen ids; nothing else does.
    log::Filter beside = *filter;
    beside.company.reset();
    if (!ids->isEmpty() && beside != log::Filter())
        return failure(ErrorCode::Usage, u"Either --ids or a filter."_s);
    order.filter = *filter;
    order.filter.ids = *ids;
    const Result<std::optional<qint64>> first = arguments.number(u"first"_s);
    if (!first)
        return tl::unexpected(first.error());
    if (*first)
        order.first = static_cast<int>(**first);
    const Result<std::optional<int>> rate = readRate(arguments);
    if (!rate)
        return tl::unexpected(rate.error());
    order.perSecond = *rate;
    order.resetAttempts = arguments.has(u"reset-attempts"_s);
    order.canary = arguments.has(u"canary"_s);
    order.detach = arguments.has(u"detach"_s);
    return order;
}

QString shareLine(const work::PlanShare &share)
{
    const QString text =
        share.signatureText.isEmpty() ? QString() : u"  "_s + onOneLine(security::maskedText(share.signatureText));
    return u"%1 %2 %3 company=%4 level=%5%6"_s.arg(
        QString::number(share.count), share.included ? u"+"_s : u"-"_s, work::reasonText(share.reason),
        QString::number(share.company.value()), QString::number(share.level.value()), text);
}

QJsonObject shareJson(const work::PlanShare &share)
{
    return {{u"included"_s, share.included},
            {u"reason"_s, work::reasonText(share.reason)},
            {u"status"_s, log::toWord(share.status)},
            {u"company"_s, share.company.value()},
            {u"level"_s, share.level.value()},
            {u"signature"_s, share.signature},
            {u"text"_s, security::maskedText(share.signatureText)},
            {u"count"_s, share.count}};
}

void tellPlan(const QList<work::BatchEntry> &plan, const QList<work::PlanShare> &shares, Output &output)
{
    QJsonArray entries;
    QStringList lines;
    qsizetype included = 0;
    for (const work::BatchEntry &entry : plan) {
        const bool isIncluded = entry.state != work::EntryState::Excluded;
        const QString reason = work::reasonText(entry.reason);
        included += isIncluded ? 1 : 0;
        entries.append(
            QJsonObject {{u"id"_s, entry.record.value()}, {u"included"_s, isIncluded}, {u"reason"_s, reason}});
        lines.append(u"%1 %2 %3"_s.arg(entry.record.value()).arg(isIncluded ? u"+"_s : u"-"_s, reason));
    }
    const qsizetype excluded = plan.size() - included;
    QJsonArray split;
    for (const work::PlanShare &share : shares) {
        split.append(shareJson(share));
        lines.append(shareLine(share));
    }
    output.document(
        {{u"included"_s, included}, {u"excluded"_s, excluded}, {u"entries"_s, entries}, {u"shares"_s, split}});
    output.line(lines.join(u'\n') + u"\nincluded=%1 excluded=%2"_s.arg(included).arg(excluded));
}

Result<work::Batch> batchNow(Invocation &invocation, qint64 id)
{
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    Result<std::optional<work::Batch>> found = work::batch(**reader, id);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found || (*found)->state == work::BatchState::Planned)
        return failure(ErrorCode::NotFound, u"Não há reprocessamento %1."_s.arg(id));
    return **found;
}

Result<QJsonArray> entriesOf(Invocation &invocation, qint64 batch, const work::EntryFilter &filter)
{
    constexpr int pageSize = 1000;
    QJsonArray outcomes;
    LogRecordId after;
    while (true) {
        const Result<storage::Connection *> reader = invocation.reader();
        if (!reader)
            return tl::unexpected(reader.error());
        const auto page = work::entries(**reader, batch, filter, after, pageSize);
        if (!page)
            return tl::unexpected(page.error());
        for (const work::BatchEntry &entry : *page)
            outcomes.append(QJsonObject {{u"id"_s, entry.record.value()},
                                         {u"outcome"_s, work::toWord(entry.state)},
                                         {u"message"_s, security::maskedText(entry.state == work::EntryState::Excluded
                                                                                 ? work::reasonText(entry.reason)
                                                                                 : entry.message)}});
        if (page->size() < pageSize)
            return outcomes;
        after = page->last().record;
    }
}

/// What ended, and what was left out because somebody else works on it (loja-click.md D0-24).
Result<QJsonArray> outcomesOf(Invocation &invocation, qint64 batch)
{
    using work::EntryState;
    const QList<work::EntryFilter> told {
        {{EntryState::Succeeded, EntryState::Failed, EntryState::Skipped, EntryState::NotAttempted}, {}},
        {{EntryState::Excluded}, u"in_work"_s},
        {{EntryState::Excluded}, u"in_batch"_s}};
    QJsonArray outcomes;
    for (const work::EntryFilter &filter : told) {
        Result<QJsonArray> found = entriesOf(invocation, batch, filter);
        if (!found)
            return found;
        for (const auto &entry : std::as_const(*found))
            outcomes.append(entry);
    }
    return outcomes;
}

QString countsLine(const work::BatchCounts &counts)
{
    return u"planned=%1 succeeded=%2 failed=%3 skipped=%4 not_attempted=%5 remaining=%6"_s.arg(counts.planned)
        .arg(counts.succeeded)
        .arg(counts.failed)
        .arg(counts.skipped)
        .arg(counts.notAttempted)
        .arg(counts.remaining());
}

QJsonValue jsonTime(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject jsonBatch(const work::Batch &batch)
{
    const work::BatchCounts &counts = batch.counts;
    return {{u"batch"_s, batch.id},
            {u"company"_s, batch.company ? QJsonValue(batch.company->value()) : QJsonValue()},
            {u"by"_s, batch.who},
            {u"state"_s, work::toWord(batch.state)},
            {u"reason"_s, batch.stateReason},
            {u"stateBy"_s, batch.stateBy},
            {u"resetAttempts"_s, batch.options.resetAttempts},
            {u"rate"_s, batch.options.perSecond ? QJsonValue(*batch.options.perSecond) : QJsonValue()},
            {u"canary"_s, batch.options.canary},
            {u"excluded"_s, batch.excluded},
            {u"planned"_s, counts.planned},
            {u"succeeded"_s, counts.succeeded},
            {u"failed"_s, counts.failed},
            {u"skipped"_s, counts.skipped},
            {u"notAttempted"_s, counts.notAttempted},
            {u"remaining"_s, counts.remaining()},
            {u"createdAt"_s, jsonTime(batch.createdAt)},
            {u"startedAt"_s, jsonTime(batch.startedAt)},
            {u"endedAt"_s, jsonTime(batch.endedAt)}};
}

Result<ExitStatus> tellBatch(Invocation &invocation, const work::Batch &batch)
{
    QJsonObject told = jsonBatch(batch);
    const Result<QJsonArray> outcomes = outcomesOf(invocation, batch.id);
    if (!outcomes)
        return tl::unexpected(outcomes.error());
    told.insert(u"entries"_s, *outcomes);
    invocation.output.document(told);
    invocation.output.line(countsLine(batch.counts));
    if (batch.excluded > 0) {
        QStringList busy;
        for (const auto &entry : *outcomes) {
            if (entry["outcome"_L1].toString() == work::toWord(work::EntryState::Excluded))
                busy.append(u"%1 (%2)"_s.arg(entry["id"_L1].toInteger()).arg(entry["message"_L1].toString()));
        }
        invocation.output.note(u"left out: %1%2"_s.arg(batch.excluded)
                                   .arg(busy.isEmpty() ? QString() : u", of them "_s + busy.mid(0, 20).join(u", "_s)));
    }
    if (!batch.stateReason.isEmpty())
        invocation.output.note(u"batch %1 is paused: %2"_s.arg(batch.id).arg(batch.stateReason));
    return batch.counts.notAttempted + batch.counts.remaining() > 0 ? ExitStatus::PartlyDone : ExitStatus::Done;
}

/// An engine that works itself where no other program does.
Result<std::unique_ptr<app::Engine>> startEngine(app::Services &services, bool &works)
{
    app::EngineOptions options;
    options.workers = works;
    options.schedules = false;
    auto engine = app::Engine::start(services, options);
    if (!engine || works)
        return engine;
    // Only after the start, which finds programs that died and are still listed.
    const Result<bool> othersWork = app::workersRun(services);
    if (!othersWork)
        return tl::unexpected(othersWork.error());
    if (*othersWork)
        return engine;
    engine->reset();
    works = true;
    return startEngine(services, works);
}

/// Whether a batch is left that workers would go on with, such as one whose program was killed.
Result<bool> isWorkLeft(Invocation &invocation)
{
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto batches = work::batches(**reader, 0);
    if (!batches)
        return tl::unexpected(batches.error());
    return std::any_of(batches->begin(), batches->end(),
                       [](const work::Batch &batch) { return batch.state != work::BatchState::Paused; });
}

/// Waits for the end of the batch, whoever works on it; takes over where the others are gone, and then does all that
/// they left.
Result<work::Batch> followBatch(Invocation &invocation, app::Services &services, qint64 id)
{
    constexpr auto lookAgain = std::chrono::milliseconds(100);
    constexpr int looksBetweenChecks = 20;
    bool works = false;
    auto engine = startEngine(services, works);
    if (!engine)
        return tl::unexpected(engine.error());
    for (int looks = 1;; ++looks) {
        Result<work::Batch> batch = batchNow(invocation, id);
        const bool stoppedItself = batch && batch->state == work::BatchState::Paused && !batch->stateReason.isEmpty();
        const bool isOver = batch && (!batch->isActive() || stoppedItself);
        const Result<bool> left = isOver && works ? isWorkLeft(invocation) : Result<bool>(false);
        if (!batch || !left)
            return batch ? Result<work::Batch>(tl::unexpected(left.error())) : batch;
        if (isOver && !*left) {
            if (works)
                (*engine)->waitUntilDelivered(deliveryPatience);
            return batch;
        }
        if (!works && looks % looksBetweenChecks == 0) {
            const Result<bool> othersWork = app::workersRun(services);
            if (!othersWork)
                return tl::unexpected(othersWork.error());
            if (!*othersWork) {
                engine->reset();
                engine = startEngine(services, works);
                if (!engine)
                    return tl::unexpected(engine.error());
            }
        }
        std::this_thread::sleep_for(lookAgain);
    }
}

Outcome reprocess(Invocation &invocation)
{
    const Result<ReprocessOrder> order = readReprocessOrder(invocation.arguments);
    if (!order)
        return tl::unexpected(order.error());
    // Chosen ids name their company themselves.
    if (order->filter.ids.isEmpty()) {
        if (const Result<> sound = checkFilter(order->filter, invocation); !sound)
            return tl::unexpected(sound.error());
    }
    const Result<app::Services *> services = invocation.services();
    if (!services)
        return tl::unexpected(services.error());
    const Result<security::Actor> actor = invocation.whoActs();
    if (!actor)
        return tl::unexpected(actor.error());
    integration::ReprocessService service((*services)->database, (*services)->clock, (*services)->descriptor);
    const integration::ReprocessRequest request {order->filter, order->first};
    if (order->planOnly) {
        const auto plan = service.preview(*actor, request);
        const auto shares = plan ? service.previewShares(*actor, request)
                                 : Result<QList<work::PlanShare>>(tl::unexpected(plan.error()));
        if (!shares)
            return tl::unexpected(shares.error());
        tellPlan(*plan, *shares, invocation.output);
        return ExitStatus::Done;
    }
    const Result<work::Batch> plan = service.plan(*actor, request);
    if (!plan)
        return tl::unexpected(plan.error());
    const Result<work::Batch> batch =
        service.confirm(*actor, *plan, {order->resetAttempts, order->perSecond, order->canary});
    if (!batch)
        return tl::unexpected(batch.error());
    if (order->detach) {
        invocation.output.document(jsonBatch(*batch));
        invocation.output.line(u"batch=%1 %2"_s.arg(batch->id).arg(countsLine(batch->counts)));
        return ExitStatus::Done;
    }
    const Result<bool> left = isWorkLeft(invocation);
    if (!left)
        return tl::unexpected(left.error());
    // With nothing left the workers were quicker than the question.
    const Result<work::Batch> ended =
        *left ? followBatch(invocation, **services, batch->id) : batchNow(invocation, batch->id);
    if (!ended)
        return tl::unexpected(ended.error());
    return tellBatch(invocation, *ended);
}

Outcome listBatches(Invocation &invocation)
{
    constexpr int endedShown = 20;
    const Result<security::Actor> actor = invocation.whoActs();
    if (!actor)
        return tl::unexpected(actor.error());
    if (!actor->mayAnywhere(security::Action::ViewLog))
        return tl::unexpected(actor->require(security::Action::ViewLog).error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto batches = work::batches(**reader, endedShown);
    if (!batches)
        return tl::unexpected(batches.error());
    QJsonArray items;
    QList<QStringList> rows;
    for (const work::Batch &batch : *batches) {
        if (!actor->require(security::Action::ViewLog, batch.company))
            continue;
        items.append(jsonBatch(batch));
        rows.append({QString::number(batch.id), work::toWord(batch.state), batch.who, countsLine(batch.counts)});
    }
    invocation.output.document(QJsonObject {{u"items"_s, items}});
    invocation.output.table({u"Batch"_s, u"State"_s, u"By"_s, u"Counts"_s}, rows);
    return ExitStatus::Done;
}

Result<qint64> batchId(const Arguments &arguments)
{
    const std::optional<qint64> id = wholeNumber(*arguments.word(0), 1, std::numeric_limits<qint64>::max());
    if (!id)
        return failure(ErrorCode::Usage, u"ID must be the number of a batch, not '%1'."_s.arg(*arguments.word(0)));
    return *id;
}

Outcome showBatch(Invocation &invocation)
{
    const Result<qint64> id = batchId(invocation.arguments);
    if (!id)
        return tl::unexpected(id.error());
    const Result<security::Actor> actor = invocation.whoActs();
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<work::Batch> batch = batchNow(invocation, *id);
    if (!batch)
        return tl::unexpected(batch.error());
    if (const Result<> may = actor->require(security::Action::ViewLog, batch->company); !may)
        return tl::unexpected(may.error());
    const Result<ExitStatus> told = tellBatch(invocation, *batch);
    return told ? Outcome(ExitStatus::Done) : Outcome(tl::unexpected(told.error()));
}

template<work::BatchOrder what>
Outcome orderBatch(Invocation &invocation)
{
    const Result<qint64> id = batchId(invocation.arguments);
    if (!id)
        return tl::unexpected(id.error());
    const Result<app::Services *> services = invocation.services();
    if (!services)
        return tl::unexpected(services.error());
    const Result<security::Actor> actor = invocation.whoActs();
    if (!actor)
        return tl::unexpected(actor.error());
    integration::ReprocessService service((*services)->database, (*services)->clock, (*services)->descriptor);
    const Result<work::Batch> batch = service.order(*actor, *id, what);
    if (!batch)
        return tl::unexpected(batch.error());
    invocation.output.document(jsonBatch(*batch));
    invocation.output.line(u"%1 %2"_s.arg(work::toWord(batch->state), countsLine(batch->counts)));
    return ExitStatus::Done;
}

} // namespace

QList<Command> reprocessCommands()
{
    const QList<Option> options {
        {u"ids"_s, u"1,2,3"_s, u"exactly these log records"_s, true},
        {u"plan"_s, {}, u"print what would run, and run nothing"_s},
        {u"yes"_s, {}, u"run it, as a manual batch"_s},
        {u"reset-attempts"_s, {}, u"start the count of automatic attempts again"_s},
        {u"first"_s, u"N"_s, u"no more than the first N records"_s},
        {u"rate"_s, u"N/s"_s, u"no more than so many records per second"_s},
        {u"canary"_s, {}, u"a few first, then more and more; pauses itself where the destination does not answer"_s},
        {u"detach"_s, {}, u"do not wait for the end"_s},
    };
    const Grammar oneBatch {.positionals = {u"ID"_s}, .required = 1};
    return {{u"reprocess"_s,
             u"[filter | --ids 1,2,3] --plan|--yes [--reset-attempts] [--first N] [--rate N/s] [--canary] [--detach]"_s,
             u"Runs contract activations again; without a selection, all in error or pending of the company."_s,
             {.options = options + filterOptions()},
             reprocess},
            {u"reprocess list"_s, {}, u"The batches under way and the latest that ended."_s, {}, listBatches},
            {u"reprocess show"_s, u"ID"_s, u"A batch with the outcome of each record."_s, oneBatch, showBatch},
            {u"reprocess pause"_s, u"ID"_s, u"Begins no more records of a batch."_s, oneBatch,
             orderBatch<work::BatchOrder::Pause>},
            {u"reprocess resume"_s, u"ID"_s, u"Goes on with a paused batch."_s, oneBatch,
             orderBatch<work::BatchOrder::Resume>},
            {u"reprocess cancel"_s, u"ID"_s, u"Ends a batch; what is in flight still ends by itself."_s, oneBatch,
             orderBatch<work::BatchOrder::Cancel>}};
}

} // namespace ponte::agent
