// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "app/agent/filteroptions.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

constexpr auto deliveryPatience = std::chrono::seconds(30);

struct ReprocessOrder {
    log::Filter filter; ///< `ids` where a selection is given
    bool hasSelection = false; ///< neither: every activation in error or pending of the company
    bool planOnly = false;
    bool resetAttempts = false;
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
    log::Filter selection = *filter;
    selection.company.reset();
    order.hasSelection = !ids->isEmpty() || selection != log::Filter();
    if (!ids->isEmpty() && *filter != log::Filter())
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
    order.detach = arguments.has(u"detach"_s);
    return order;
}

void tellPlan(const integration::ReprocessPlan &plan, Output &output)
{
    QJsonArray entries;
    QStringList lines;
    for (const integration::PlanEntry &entry : plan.entries) {
        entries.append(
            QJsonObject {{u"id"_s, entry.id.value()}, {u"included"_s, entry.included}, {u"reason"_s, entry.reason}});
        lines.append(u"%1 %2 %3"_s.arg(entry.id.value()).arg(entry.included ? u"+"_s : u"-"_s, entry.reason));
    }
    output.document({{u"included"_s, plan.included()}, {u"excluded"_s, plan.excluded()}, {u"entries"_s, entries}});
    output.line(lines.join(u'\n') + u"\nincluded=%1 excluded=%2"_s.arg(plan.included()).arg(plan.excluded()));
}

void tellReport(const integration::BatchReport &report, Output &output)
{
    static const char *const words[] = {"succeeded", "failed", "skipped", "not_attempted"};
    QJsonArray entries;
    for (const integration::BatchReport::Line &line : report.lines)
        entries.append(QJsonObject {{u"id"_s, line.id.value()},
                                    {u"outcome"_s, QLatin1String(words[int(line.outcome)])},
                                    {u"message"_s, line.message}});
    output.document({{u"planned"_s, report.planned},
                     {u"succeeded"_s, report.succeeded},
                     {u"failed"_s, report.failed},
                     {u"skipped"_s, report.skipped},
                     {u"notAttempted"_s, report.notAttempted},
                     {u"remaining"_s, report.remaining()},
                     {u"entries"_s, entries}});
    output.line(u"planned=%1 succeeded=%2 failed=%3 skipped=%4 not_attempted=%5 remaining=%6"_s.arg(report.planned)
                    .arg(report.succeeded)
                    .arg(report.failed)
                    .arg(report.skipped)
                    .arg(report.notAttempted)
                    .arg(report.remaining()));
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
    const Result<security::Actor> actor = invocation.actor(security::Action::Reprocess, order->filter.company);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<app::Services *> services = invocation.services();
    if (!services)
        return tl::unexpected(services.error());
    // Where no program works, this one also delivers what follows an accepted contract.
    const Result<bool> othersWork = app::workersRun(**services);
    if (!othersWork)
        return tl::unexpected(othersWork.error());
    app::EngineOptions options;
    options.workers = !*othersWork && !order->planOnly;
    options.schedules = false;
    const Result<std::unique_ptr<app::Engine>> engine = app::Engine::start(**services, options);
    if (!engine)
        return tl::unexpected(engine.error());
    integration::Runtime &runtime = (*engine)->runtime((*services)->descriptor.id);
    const auto plan = runtime.plan(*actor, {order->filter, order->hasSelection, order->first});
    if (!plan)
        return tl::unexpected(plan.error());
    if (order->planOnly) {
        tellPlan(*plan, invocation.output);
        return ExitStatus::Done;
    }
    integration::BatchOptions batch;
    batch.resetAttempts = order->resetAttempts;
    batch.perSecond = order->perSecond;
    const auto report = runtime.execute(*actor, *plan, batch, {});
    if (!report)
        return tl::unexpected(report.error());
    if (options.workers)
        (*engine)->waitUntilDelivered(deliveryPatience);
    tellReport(*report, invocation.output);
    return report->notAttempted + report->remaining() > 0 ? ExitStatus::PartlyDone : ExitStatus::Done;
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
        {u"detach"_s, {}, u"do not wait for the end"_s},
    };
    return {{u"reprocess"_s,
             u"[filter | --ids 1,2,3] --plan|--yes [--reset-attempts] [--first N] [--rate N/s] [--detach]"_s,
             u"Runs contract activations again; without a selection, all in error or pending of the company."_s,
             {.options = options + filterOptions()},
             reprocess}};
}

} // namespace ponte::agent
