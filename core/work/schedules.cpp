// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/schedules.h"

#include "core/log/filterwords.h"
#include "core/work/schedulerows.h"
#include "core/work/scheduletext.h"

#include <QJsonDocument>

#include <algorithm>

namespace ponte::work {

using namespace Qt::StringLiterals;
using security::Action;
using security::Actor;
using storage::Connection;

namespace {

constexpr qsizetype longestName = 80;

const QString resend = QString::fromUtf16(resendJob);
const QString reprocess = QString::fromUtf16(reprocessJob);
const QString reporting = QString::fromUtf16(reportJob);

tl::unexpected<Error> wrong(const QString &field, const QString &message)
{
    return failure(ErrorCode::Validation, message, {}, field);
}

tl::unexpected<Error> noSchedule(qint64 id)
{
    return failure(ErrorCode::NotFound, ScheduleText::tr("There is no schedule %1.").arg(id));
}

QTimeZone zoneOf(const QString &zone)
{
    return QTimeZone(zone.toLatin1());
}

/// What is stored: the filter without the company, which is a column; of a report, beside what it says.
QString storedFilter(const ScheduleDraft &draft)
{
    if (draft.job == resend)
        return {};
    log::Filter filter = draft.filter;
    filter.company.reset();
    QJsonObject words = log::filterWords(filter);
    if (draft.job == reporting)
        words = {{u"filter"_s, words}, {u"report"_s, draft.report}};
    return words.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact));
}

QString storedName(const ScheduleDraft &draft)
{
    QString name = draft.name.trimmed();
    if (!name.isEmpty())
        return name;
    if (draft.job == reporting)
        return u"Relatório agendado"_s;
    return draft.job == resend ? u"Reenvio automático"_s : u"Reprocessamento agendado"_s;
}

Result<> checkFilterOf(const ScheduleDraft &draft, const QStringList &reprocessable)
{
    for (const QString &functionality : draft.filter.functionalities) {
        if (!reprocessable.contains(functionality))
            return wrong(u"filter"_s, ScheduleText::tr("'%1' cannot be run again: only %2 can.")
                                          .arg(functionality, reprocessable.join(u", "_s)));
    }
    for (const log::Status status : draft.filter.statuses) {
        if (status != log::Status::Error && status != log::Status::Pending)
            return wrong(u"filter"_s, ScheduleText::tr("A run by schedule reaches error and pending only, not '%1'.")
                                          .arg(log::toWord(status)));
    }
    return {};
}

storage::Bindings bindingsOf(const ScheduleDraft &draft, const QDateTime &next)
{
    return {{u":name"_s, storedName(draft)},
            {u":job"_s, draft.job},
            {u":company"_s, draft.company.value()},
            {u":rule"_s, draft.rule.toText()},
            {u":zone"_s, draft.zone},
            {u":filter"_s, storedFilter(draft)},
            {u":enabled"_s, draft.enabled ? 1 : 0},
            {u":next_run"_s, draft.enabled ? next : QDateTime()}};
}

/// A report leaves the program, whoever runs it.
Result<> mayKeep(const Actor &actor, const ScheduleDraft &draft)
{
    Result<> allowed = actor.require(Action::ManageSchedules, draft.company);
    return allowed && draft.job == reporting ? actor.require(Action::ExportReports, draft.company) : allowed;
}

template<class Value>
Result<QList<Value>> readAll(Connection &connection, const QString &statement, const storage::Bindings &bindings,
                             Value (*make)(const storage::Row &))
{
    const auto rows = connection.query(statement, bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Value> values;
    for (const storage::Row &row : *rows)
        values.append(make(row));
    return values;
}

} // namespace

ScheduleDraft draftOf(const Schedule &schedule)
{
    ScheduleDraft draft;
    draft.name = schedule.name;
    draft.job = schedule.job;
    draft.company = schedule.company.value_or(CompanyId());
    draft.rule = schedule.rule;
    draft.zone = schedule.zone;
    draft.filter = schedule.filter;
    draft.report = schedule.report;
    draft.enabled = schedule.enabled;
    return draft;
}

Schedules::Schedules(storage::Database &database, const Clock &clock, QStringList reprocessable,
                     ReportCheck checkReport)
    : m_database(database)
    , m_clock(clock)
    , m_reprocessable(std::move(reprocessable))
    , m_checkReport(std::move(checkReport))
{}

Result<QList<Schedule>> Schedules::list(const Actor &actor, Connection &connection, std::optional<CompanyId> company)
{
    if (const Result<> allowed = actor.require(Action::ViewLog, company); !allowed)
        return tl::unexpected(allowed.error());
    return readAll(connection, u"work.schedules"_s, {{u":company"_s, company ? company->value() : 0}}, &scheduleOf);
}

Result<Schedule> Schedules::find(const Actor &actor, Connection &connection, qint64 id)
{
    const auto row = connection.first(u"work.schedule"_s, {{u":id"_s, id}});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return noSchedule(id);
    Schedule schedule = scheduleOf(**row);
    if (const Result<> allowed = actor.require(Action::ViewLog, schedule.company); !allowed)
        return tl::unexpected(allowed.error());
    return schedule;
}

Result<QList<ScheduleRun>> Schedules::runs(const Actor &actor, Connection &connection, qint64 schedule, int limit)
{
    if (const auto known = find(actor, connection, schedule); !known)
        return tl::unexpected(known.error());
    return readAll(connection, u"work.schedule_runs"_s, {{u":schedule"_s, schedule}, {u":limit"_s, limit}},
                   &scheduleRunOf);
}

Result<QHash<qint64, ScheduleRun>> Schedules::latestRuns(const Actor &actor, Connection &connection,
                                                         std::optional<CompanyId> company)
{
    if (const Result<> allowed = actor.require(Action::ViewLog, company); !allowed)
        return tl::unexpected(allowed.error());
    const auto all =
        readAll(connection, u"work.latest_runs"_s, {{u":company"_s, company ? company->value() : 0}}, &scheduleRunOf);
    if (!all)
        return tl::unexpected(all.error());
    QHash<qint64, ScheduleRun> latest;
    for (const ScheduleRun &run : *all)
        latest.insert(run.schedule, run);
    return latest;
}

Result<> Schedules::check(const ScheduleDraft &draft) const
{
    if (draft.job != reprocess && draft.job != resend && draft.job != reporting)
        return wrong(
            u"job"_s,
            ScheduleText::tr("There is no job '%1'; only 'reprocess' and 'report' can be scheduled.").arg(draft.job));
    if (draft.name.trimmed().size() > longestName)
        return wrong(u"name"_s, ScheduleText::tr("The name is longer than %1 characters.").arg(longestName));
    if (!QTimeZone::isTimeZoneIdAvailable(draft.zone.toLatin1()))
        return wrong(u"zone"_s, ScheduleText::tr("There is no time zone '%1'.").arg(draft.zone));
    if (!draft.rule.isValid())
        return wrong(u"rule"_s, ScheduleText::tr("The schedule does not say when it runs."));
    if (draft.enabled && !nextRun(draft.rule, zoneOf(draft.zone), m_clock.now()).isValid())
        return wrong(u"rule"_s, ScheduleText::tr("%1 has passed already.")
                                    .arg(QDateTime(draft.rule.date, draft.rule.time).toString(u"dd/MM/yyyy HH:mm"_s)));
    return checkWhatRuns(draft);
}

Result<> Schedules::checkWhatRuns(const ScheduleDraft &draft) const
{
    if (!draft.filter.ids.isEmpty())
        return wrong(u"filter"_s, ScheduleText::tr("A schedule takes a filter, not a list of records."));
    if (draft.job != reporting)
        return checkFilterOf(draft, m_reprocessable);
    return m_checkReport ? m_checkReport(draft) : wrong(u"job"_s, ScheduleText::tr("This program writes no reports."));
}

Result<> Schedules::checkCompany(Connection &connection, CompanyId company) const
{
    const auto known = connection.first(u"work.company_known"_s, {{u":company"_s, company.value()}});
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return wrong(u"company"_s, ScheduleText::tr("Company %1 is not set up here.").arg(company.value()));
    return {};
}

Result<Schedule> Schedules::forChange(const Actor &actor, Connection &connection, qint64 id) const
{
    const auto row = connection.first(u"work.schedule"_s, {{u":id"_s, id}});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return noSchedule(id);
    Schedule schedule = scheduleOf(**row);
    if (const Result<> allowed = actor.require(Action::ManageSchedules, schedule.company); !allowed)
        return tl::unexpected(allowed.error());
    return schedule;
}

Result<qint64> Schedules::add(const Actor &actor, const ScheduleDraft &draft)
{
    if (const Result<> allowed = mayKeep(actor, draft); !allowed)
        return tl::unexpected(allowed.error());
    if (const Result<> sound = check(draft); !sound)
        return tl::unexpected(sound.error());
    const QDateTime now = m_clock.now();
    const QDateTime next = nextRun(draft.rule, zoneOf(draft.zone), now);
    return m_database.writer().write<qint64>("schedule.add", [&](Connection &connection) -> Result<qint64> {
        if (const Result<> known = checkCompany(connection, draft.company); !known)
            return tl::unexpected(known.error());
        const auto added =
            connection.first(u"work.add_schedule"_s,
                             bindingsOf(draft, next) + storage::Bindings {{u":now"_s, now}, {u":who"_s, actor.name()}});
        if (!added)
            return tl::unexpected(added.error());
        if (!*added)
            return failure(ErrorCode::Conflict,
                           ScheduleText::tr("Company %1 has its automatic resend already.").arg(draft.company.value()));
        connection.noteChange(u"schedules"_s);
        return (*added)->number(u"id");
    });
}

Result<> Schedules::change(const Actor &actor, qint64 id, const ScheduleDraft &draft)
{
    if (const Result<> allowed = mayKeep(actor, draft); !allowed)
        return tl::unexpected(allowed.error());
    if (const Result<> sound = check(draft); !sound)
        return tl::unexpected(sound.error());
    const QDateTime next = nextRun(draft.rule, zoneOf(draft.zone), m_clock.now());
    return m_database.writer().write<void>("schedule.change", [&](Connection &connection) -> Result<> {
        const auto found = forChange(actor, connection, id);
        if (!found)
            return tl::unexpected(found.error());
        if (found->job != draft.job || (found->job == resend && found->company != draft.company))
            return wrong(u"job"_s, ScheduleText::tr("The automatic resend of a company stays what it is."));
        if (Result<> known = checkCompany(connection, draft.company); !known)
            return known;
        const auto changed =
            connection.execute(u"work.change_schedule"_s, bindingsOf(draft, next) + storage::Bindings {{u":id"_s, id}});
        if (!changed)
            return tl::unexpected(changed.error());
        connection.noteChange(u"schedules"_s);
        return {};
    });
}

Result<> Schedules::setEnabled(const Actor &actor, qint64 id, bool enabled)
{
    return m_database.writer().write<void>("schedule.enable", [&](Connection &connection) -> Result<> {
        const auto found = forChange(actor, connection, id);
        if (!found)
            return tl::unexpected(found.error());
        ScheduleDraft draft = draftOf(*found);
        draft.enabled = enabled;
        if (Result<> sound = enabled ? check(draft) : Result<>(); !sound)
            return sound;
        const QDateTime next = nextRun(draft.rule, zoneOf(draft.zone), m_clock.now());
        const auto changed = connection.execute(
            u"work.enable_schedule"_s,
            {{u":id"_s, id}, {u":enabled"_s, enabled ? 1 : 0}, {u":next_run"_s, enabled ? next : QDateTime()}});
        if (!changed)
            return tl::unexpected(changed.error());
        // What a dead program left over is not gone on with either.
        const auto closed = enabled ? Result<qint64>(0)
                                    : connection.execute(u"work.close_interrupted_runs"_s,
                                                         {{u":schedule"_s, id}, {u":now"_s, m_clock.now()}});
        if (!closed)
            return tl::unexpected(closed.error());
        connection.noteChange(u"schedules"_s);
        return {};
    });
}

Result<Schedule> Schedules::remove(const Actor &actor, qint64 id)
{
    return m_database.writer().write<Schedule>("schedule.remove", [&](Connection &connection) -> Result<Schedule> {
        auto found = forChange(actor, connection, id);
        if (!found)
            return found;
        if (const auto removed = connection.execute(u"work.remove_schedule"_s, {{u":id"_s, id}}); !removed)
            return tl::unexpected(removed.error());
        const auto closed =
            connection.execute(u"work.close_interrupted_runs"_s, {{u":schedule"_s, id}, {u":now"_s, m_clock.now()}});
        if (!closed)
            return tl::unexpected(closed.error());
        connection.noteChange(u"schedules"_s);
        return found;
    });
}

Result<> Schedules::ask(const Actor &actor, qint64 id)
{
    return m_database.writer().write<void>("schedule.ask", [&](Connection &connection) -> Result<> {
        if (const auto found = forChange(actor, connection, id); !found)
            return tl::unexpected(found.error());
        const auto asked = connection.execute(u"work.ask_schedule"_s, {{u":id"_s, id}, {u":who"_s, actor.name()}});
        if (!asked)
            return tl::unexpected(asked.error());
        connection.noteChange(u"schedules"_s);
        return {};
    });
}

} // namespace ponte::work
