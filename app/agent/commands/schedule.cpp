// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/schedule.h"

#include "app/agent/command.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

constexpr auto deliveryTime = std::chrono::seconds(30);

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

Outcome listSchedules(Invocation &invocation)
{
    const Result<std::optional<qint64>> company = invocation.arguments.number(u"company"_s);
    if (!company)
        return tl::unexpected(company.error());
    const auto actor = invocation.actor(security::Action::ViewLog);
    if (!actor)
        return tl::unexpected(actor.error());
    const auto reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto schedules = work::schedules(**reader, *company ? std::optional(CompanyId(**company)) : std::nullopt);
    if (!schedules)
        return tl::unexpected(schedules.error());
    QJsonArray items;
    QList<QStringList> rows;
    for (const work::Schedule &schedule : *schedules) {
        const QJsonValue owner = schedule.company ? QJsonValue(schedule.company->value()) : QJsonValue();
        items.append(QJsonObject {{u"id"_s, schedule.id},
                                  {u"name"_s, schedule.name},
                                  {u"job"_s, schedule.job},
                                  {u"company"_s, owner},
                                  {u"when"_s, schedule.rule},
                                  {u"zone"_s, schedule.zone},
                                  {u"enabled"_s, schedule.enabled},
                                  {u"nextRun"_s, timeOrNull(schedule.nextRun)},
                                  {u"lastRun"_s, timeOrNull(schedule.lastRun)}});
        rows.append({QString::number(schedule.id), schedule.name, owner.toVariant().toString(), schedule.rule,
                     schedule.zone, schedule.enabled ? u"yes"_s : u"no"_s, timeOrNull(schedule.nextRun).toString(),
                     timeOrNull(schedule.lastRun).toString()});
    }
    invocation.output.document(QJsonObject {{u"items"_s, items}});
    invocation.output.table(
        {u"Id"_s, u"Name"_s, u"Company"_s, u"When"_s, u"Zone"_s, u"On"_s, u"Next run"_s, u"Last run"_s}, rows);
    return ExitStatus::Done;
}

Outcome runSchedule(Invocation &invocation)
{
    const std::optional<qint64> id = wholeNumber(*invocation.arguments.word(0), 1, std::numeric_limits<qint64>::max());
    if (!id)
        return failure(ErrorCode::Usage, u"schedule run takes the id of a schedule."_s);
    const auto actor = invocation.actor(security::Action::ManageSchedules);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<app::Services *> services = invocation.services();
    if (!services)
        return tl::unexpected(services.error());
    const Result<bool> othersWork = app::workersRun(**services);
    if (!othersWork)
        return tl::unexpected(othersWork.error());
    app::EngineOptions options;
    options.workers = !*othersWork;
    options.schedules = false;
    const auto engine = app::Engine::start(**services, options);
    if (!engine)
        return tl::unexpected(engine.error());
    const auto report = (*engine)->runtime((*services)->descriptor.id).runSchedule(*actor, *id, {});
    if (!report)
        return tl::unexpected(report.error());
    if (options.workers)
        (*engine)->waitUntilDelivered(deliveryTime);
    invocation.output.document(QJsonObject {{u"planned"_s, report->planned},
                                            {u"succeeded"_s, report->succeeded},
                                            {u"failed"_s, report->failed},
                                            {u"skipped"_s, report->skipped},
                                            {u"notAttempted"_s, report->notAttempted},
                                            {u"message"_s, report->message}});
    invocation.output.line(report->message);
    return report->notAttempted > 0 ? ExitStatus::PartlyDone : ExitStatus::Done;
}

} // namespace

QList<Command> scheduleCommands()
{
    const Option company {u"company"_s, u"N"_s, u"only those of this company"_s};
    return {{u"schedule list"_s,
             u"[--company N]"_s,
             u"Lists what runs by itself, and when next."_s,
             {.options = {company}},
             listSchedules},
            {u"schedule run"_s,
             u"ID"_s,
             u"Makes the schedule's own run now; it counts as automatic."_s,
             {.positionals = {u"ID"_s}, .required = 1},
             runSchedule}};
}

} // namespace ponte::agent
