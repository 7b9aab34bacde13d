// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "app/agent/command.h"
#include "app/agent/commands/scheduledreport.h"
#include "app/agent/filteroptions.h"
#include "app/agent/scopeoptions.h"
#include "core/reports/pdf/pdfreport.h"
#include "core/work/schedulewords.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

constexpr auto deliveryTime = std::chrono::seconds(30);

const QStringList &ruleOptions()
{
    static const QStringList names {u"at"_s, u"every"_s, u"daily"_s, u"weekdays"_s};
    return names;
}

QString expectedOf(const QString &option)
{
    if (option == "at"_L1)
        return u"a local time like 2026-12-01T22:00"_s;
    if (option == "every"_L1)
        return u"an interval from 1m to 7 days, like 15m or 2h"_s;
    if (option == "daily"_L1)
        return u"a time like 22:00"_s;
    return u"days and a time like 'mon,wed 22:00', of mon, tue, wed, thu, fri, sat and sun"_s;
}

/// `--weekdays mon,wed 22:00` is given as two words or as one.
QString ruleText(const Arguments &arguments, const QString &option, int timePosition)
{
    const QString text = option + u' ' + *arguments.text(option);
    const std::optional<QString> time = arguments.word(timePosition);
    return option == "weekdays"_L1 && time ? text + u' ' + *time : text;
}

/// None where no option says when.
Result<std::optional<work::ScheduleRule>> readRule(const Arguments &arguments, int timePosition)
{
    QStringList given;
    for (const QString &option : ruleOptions()) {
        if (arguments.has(option))
            given.append(option);
    }
    if (given.size() > 1)
        return failure(ErrorCode::Usage, u"--%1 exclude each other."_s.arg(given.join(u" and --"_s)));
    if (arguments.word(timePosition) && given != QStringList {u"weekdays"_s})
        return failure(ErrorCode::Usage, u"'%1' is one word too many."_s.arg(*arguments.word(timePosition)));
    if (given.isEmpty())
        return std::nullopt;
    const auto rule = work::ScheduleRule::fromText(ruleText(arguments, given.first(), timePosition));
    if (!rule)
        return failure(ErrorCode::Usage, u"--%1 takes %2, not '%3'."_s.arg(given.first(), expectedOf(given.first()),
                                                                           *arguments.text(given.first())));
    return rule;
}

/// The only company of the installation, where the words name none.
Result<CompanyId> scheduleCompany(const log::Filter &filter, Invocation &invocation)
{
    if (filter.company)
        return *filter.company;
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto networks = (*invocation.services())->connections.networks(**reader);
    if (!networks)
        return tl::unexpected(networks.error());
    if (networks->isEmpty())
        return failure(ErrorCode::Validation, u"There is no company yet: see 'networks set'."_s, {}, u"company"_s);
    return networks->first().company;
}

Result<work::ScheduleDraft> readScheduleDraft(Invocation &invocation)
{
    const Arguments &arguments = invocation.arguments;
    work::ScheduleDraft draft;
    const Result<std::optional<work::ScheduleRule>> rule = readRule(arguments, 0);
    const Result<log::Filter> filter = rule ? readFilter(arguments) : tl::unexpected(rule.error());
    if (!filter)
        return tl::unexpected(filter.error());
    if (!*rule)
        return failure(ErrorCode::Usage, u"Say when, by one of --at, --every, --daily and --weekdays."_s);
    if (const Result<> sound = checkFilter(*filter, invocation); !sound)
        return tl::unexpected(sound.error());
    const Result<CompanyId> company = scheduleCompany(*filter, invocation);
    if (!company)
        return tl::unexpected(company.error());
    draft.rule = **rule;
    draft.filter = *filter;
    draft.company = *company;
    draft.job = arguments.text(u"job"_s).value_or(draft.job);
    const Result<QJsonObject> report = readScheduledReport(arguments, draft.job == QStringView(work::reportJob));
    if (!report)
        return tl::unexpected(report.error());
    draft.report = *report;
    draft.zone = arguments.text(u"zone"_s).value_or(draft.zone);
    draft.name = arguments.text(u"name"_s).value_or(QString());
    return draft;
}

Result<qint64> scheduleId(const Invocation &invocation)
{
    const QString word = *invocation.arguments.word(0);
    const std::optional<qint64> id = wholeNumber(word, 1, std::numeric_limits<qint64>::max());
    if (!id)
        return failure(ErrorCode::Usage, u"ID must be the number of a schedule, not '%1'."_s.arg(word));
    return *id;
}

/// The schedule that the first word names, and who acts on it.
struct NamedSchedule {
    qint64 id;
    security::Actor actor;
};

/// Errors: Usage, NotFound, and what the actor lacks to change the schedules of its company.
Result<NamedSchedule> namedSchedule(Invocation &invocation)
{
    const Result<qint64> id = scheduleId(invocation);
    if (!id)
        return tl::unexpected(id.error());
    const auto reader = invocation.reader();
    const auto known =
        reader ? work::Schedules::find(security::Actor::system(), **reader, *id) : tl::unexpected(reader.error());
    if (!known)
        return tl::unexpected(known.error());
    const auto actor = invocation.actor(security::Action::ManageSchedules, known->company);
    if (!actor)
        return tl::unexpected(actor.error());
    return NamedSchedule {*id, *actor};
}

void tellSchedule(const work::Schedule &schedule, Output &output)
{
    QJsonArray next;
    QStringList lines {u"Schedule %1: %2, %3"_s.arg(QString::number(schedule.id), schedule.name,
                                                    work::ruleWords(schedule.rule, schedule.zone))};
    for (const QDateTime &run : work::upcomingRuns(schedule, 5)) {
        next.append(jsonTime(run));
        lines.append(u"  "_s + run.toTimeZone(QTimeZone(schedule.zone.toLatin1())).toString(u"yyyy-MM-dd HH:mm t"_s));
    }
    output.document({{u"id"_s, schedule.id}, {u"nextRuns"_s, next}});
    output.line(lines.join(u'\n'));
}

Outcome addSchedule(Invocation &invocation)
{
    const Result<work::ScheduleDraft> draft = readScheduleDraft(invocation);
    if (!draft)
        return tl::unexpected(draft.error());
    const auto actor = invocation.actor(security::Action::ManageSchedules, draft->company);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<qint64> id = (*invocation.services())->schedules.add(*actor, *draft);
    if (!id)
        return tl::unexpected(id.error());
    const auto reader = invocation.reader();
    const auto added = reader ? work::Schedules::find(*actor, **reader, *id) : tl::unexpected(reader.error());
    if (!added)
        return tl::unexpected(added.error());
    tellSchedule(*added, invocation.output);
    return ExitStatus::Done;
}

Outcome changeSchedule(Invocation &invocation)
{
    const Arguments &arguments = invocation.arguments;
    const Result<std::optional<work::ScheduleRule>> rule = readRule(arguments, 1);
    const Result<NamedSchedule> named = rule ? namedSchedule(invocation) : tl::unexpected(rule.error());
    if (!named)
        return tl::unexpected(named.error());
    const auto reader = invocation.reader();
    const auto known =
        reader ? work::Schedules::find(named->actor, **reader, named->id) : tl::unexpected(reader.error());
    if (!known)
        return tl::unexpected(known.error());
    work::ScheduleDraft draft = work::draftOf(*known);
    draft.rule = rule->value_or(draft.rule);
    draft.zone = arguments.text(u"zone"_s).value_or(draft.zone);
    draft.name = arguments.text(u"name"_s).value_or(draft.name);
    if (const Result<> changed = (*invocation.services())->schedules.change(named->actor, named->id, draft); !changed)
        return tl::unexpected(changed.error());
    const auto again = invocation.reader();
    const auto changed =
        again ? work::Schedules::find(named->actor, **again, named->id) : tl::unexpected(again.error());
    if (!changed)
        return tl::unexpected(changed.error());
    tellSchedule(*changed, invocation.output);
    return ExitStatus::Done;
}

Outcome removeSchedule(Invocation &invocation)
{
    const Result<NamedSchedule> named = namedSchedule(invocation);
    if (!named)
        return tl::unexpected(named.error());
    const auto removed = (*invocation.services())->schedules.remove(named->actor, named->id);
    if (!removed)
        return tl::unexpected(removed.error());
    invocation.output.document(QJsonObject {{u"id"_s, named->id}});
    invocation.output.line(u"Removed schedule %1: %2"_s.arg(QString::number(named->id), removed->name));
    return ExitStatus::Done;
}

Outcome switchSchedule(Invocation &invocation, bool on)
{
    const Result<NamedSchedule> named = namedSchedule(invocation);
    if (!named)
        return tl::unexpected(named.error());
    if (const Result<> done = (*invocation.services())->schedules.setEnabled(named->actor, named->id, on); !done)
        return tl::unexpected(done.error());
    invocation.output.document({{u"id"_s, named->id}, {u"enabled"_s, on}});
    invocation.output.line(u"Schedule %1 is %2."_s.arg(QString::number(named->id), on ? u"on"_s : u"off"_s));
    return ExitStatus::Done;
}

Outcome listSchedules(Invocation &invocation)
{
    const Result<std::optional<CompanyId>> company = companyOf(invocation.arguments);
    if (!company)
        return tl::unexpected(company.error());
    const auto actor = invocation.actor(security::Action::ViewLog, *company);
    if (!actor)
        return tl::unexpected(actor.error());
    const auto reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto schedules = work::Schedules::list(*actor, **reader, *company);
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
                                  {u"when"_s, schedule.rule.toText()},
                                  {u"zone"_s, schedule.zone},
                                  {u"enabled"_s, schedule.enabled},
                                  {u"nextRun"_s, jsonTime(schedule.nextRun)},
                                  {u"lastRun"_s, jsonTime(schedule.lastRun)}});
        rows.append({QString::number(schedule.id), schedule.name, owner.toVariant().toString(), schedule.rule.toText(),
                     schedule.zone, schedule.enabled ? u"yes"_s : u"no"_s, jsonTime(schedule.nextRun).toString(),
                     jsonTime(schedule.lastRun).toString()});
    }
    invocation.output.document(QJsonObject {{u"items"_s, items}});
    invocation.output.table(
        {u"Id"_s, u"Name"_s, u"Company"_s, u"When"_s, u"Zone"_s, u"On"_s, u"Next run"_s, u"Last run"_s}, rows);
    return ExitStatus::Done;
}

Outcome runSchedule(Invocation &invocation)
{
    const Result<NamedSchedule> named = namedSchedule(invocation);
    if (!named)
        return tl::unexpected(named.error());
    const Result<app::Services *> services = invocation.services();
    if (!services)
        return tl::unexpected(services.error());
    if (invocation.arguments.has(u"detach"_s)) {
        if (const Result<> asked = (*services)->schedules.ask(named->actor, named->id); !asked)
            return tl::unexpected(asked.error());
        invocation.output.document(QJsonObject {{u"id"_s, named->id}});
        invocation.output.line(u"Whichever program runs schedules makes the run of schedule %1."_s.arg(named->id));
        return ExitStatus::Done;
    }
    const Result<bool> othersWork = app::workersRun(**services);
    if (!othersWork)
        return tl::unexpected(othersWork.error());
    app::EngineOptions options;
    options.workers = !*othersWork;
    options.schedules = false;
    reports::pdf::addTo(options.formats);
    const auto engine = app::Engine::start(**services, options);
    if (!engine)
        return tl::unexpected(engine.error());
    const auto reader = invocation.reader();
    const auto known =
        reader ? work::Schedules::find(named->actor, **reader, named->id) : tl::unexpected(reader.error());
    if (!known)
        return tl::unexpected(known.error());
    const auto report = (*engine)->runtime((*services)->descriptor.id).runSchedule(named->actor, named->id, {});
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
    // A record that the ERP refused was attempted; a report that did not arrive is not done.
    const bool isOwed = known->job == QStringView(work::reportJob) && report->failed > 0;
    return report->notAttempted > 0 || isOwed ? ExitStatus::PartlyDone : ExitStatus::Done;
}

} // namespace

QList<Command> scheduleCommands()
{
    const Option company {u"company"_s, u"N"_s, u"only those of this company"_s};
    const Option job {u"job"_s, u"reprocess|report"_s,
                      u"what runs: automatic attempts for what the filter chooses (the default), or a report of it"_s};
    const QList<Option> saying {
        {u"at"_s, u"TIME"_s, u"once, at this local time, such as 2026-12-01T22:00"_s},
        {u"every"_s, u"15m"_s, u"again and again, so many minutes (m) or hours (h) apart"_s},
        {u"daily"_s, u"22:00"_s, u"each day at this local time"_s},
        {u"weekdays"_s, u"DAYS"_s, u"on these days, such as mon,wed, followed by the local time"_s},
        {u"zone"_s, u"Z"_s, u"whose local time, such as America/Sao_Paulo (the default)"_s},
        {u"name"_s, u"TEXT"_s, u"how lists call it"_s},
    };
    const Grammar oneId {.positionals = {u"ID"_s}, .required = 1};
    return {
        {u"schedule add"_s,
         u"[--job reprocess | --job report --format F --folder DIR | --mail A,… [--summary]] [filter] --at TIME | --every 15m | "
         u"--daily 22:00 | --weekdays mon,wed 22:00 [--zone Z]"_s,
         u"Makes a schedule; runs of reprocess are automatic and count."_s,
         {.positionals = {u"TIME"_s},
          .options = QList<Option> {job} + saying + scheduledReportOptions() + filterOptions()},
         addSchedule},
        {u"schedule list"_s,
         u"[--company N]"_s,
         u"Lists what runs by itself, and when next."_s,
         {.options = {company}},
         listSchedules},
        {u"schedule change"_s,
         u"ID [--at TIME | --every 15m | --daily 22:00 | --weekdays mon,wed 22:00] [--zone Z] [--name TEXT]"_s,
         u"Changes what is said; it is planned anew from now."_s,
         {.positionals = {u"ID"_s, u"TIME"_s}, .required = 1, .options = saying},
         changeSchedule},
        {u"schedule remove"_s, u"ID"_s, u"Removes a schedule; its runs stay on record."_s, oneId, removeSchedule},
        {u"schedule enable"_s, u"ID"_s, u"Switches a schedule on; it is planned anew from now."_s, oneId,
         [](Invocation &invocation) { return switchSchedule(invocation, true); }},
        {u"schedule disable"_s, u"ID"_s, u"Switches a schedule off."_s, oneId,
         [](Invocation &invocation) { return switchSchedule(invocation, false); }},
        {u"schedule run"_s,
         u"ID [--detach]"_s,
         u"Makes the schedule's own run now; it counts as automatic."_s,
         {.positionals = {u"ID"_s},
          .required = 1,
          .options = {{u"detach"_s, {}, u"leave it to a program that runs schedules, and do not wait"_s}}},
         runSchedule}};
}

} // namespace ponte::agent
