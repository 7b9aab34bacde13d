// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/schedule.h"

#include "core/base/logging.h"

namespace ponte::work {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

constexpr auto lookInterval = std::chrono::seconds(1);

Schedule scheduleOf(const storage::Row &row)
{
    Schedule schedule;
    schedule.id = row.number(u"id");
    schedule.name = row.text(u"name");
    schedule.job = row.text(u"job");
    if (!row.isNull(u"company"))
        schedule.company = CompanyId(row.number(u"company"));
    schedule.rule = row.text(u"rule");
    schedule.zone = row.text(u"zone");
    schedule.filter = row.text(u"filter");
    schedule.enabled = row.number(u"enabled") != 0;
    schedule.nextRun = row.time(u"next_run");
    schedule.lastRun = row.time(u"last_run");
    return schedule;
}

} // namespace

std::optional<std::chrono::minutes> intervalOf(const QString &rule)
{
    if (!rule.startsWith("every "_L1) || !rule.endsWith(u'm'))
        return {};
    bool ok = false;
    const int minutes = QStringView(rule).mid(6).chopped(1).toInt(&ok);
    return ok && minutes > 0 ? std::optional(std::chrono::minutes(minutes)) : std::nullopt;
}

Result<QList<Schedule>> schedules(Connection &connection, std::optional<CompanyId> company)
{
    const auto rows = connection.query(u"work.schedules"_s, {{u":company"_s, company ? company->value() : 0}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Schedule> list;
    for (const storage::Row &row : *rows)
        list.append(scheduleOf(row));
    return list;
}

Scheduler::Scheduler(storage::Database &database, const Clock &clock, QHash<QString, Job> jobs, bool running)
    : m_database(database)
    , m_clock(clock)
    , m_jobs(std::move(jobs))
{
    if (running)
        m_thread = std::thread([this] { loop(); });
}

Scheduler::~Scheduler()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    CancelToken(m_cancel).cancel();
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Scheduler::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, lookInterval, [this] { return m_stopping; })) {
        lock.unlock();
        if (const Result<> done = runDue(); !done)
            qCWarning(lcWork) << "the schedules cannot be run:" << done.error().message;
        lock.lock();
    }
}

Result<> Scheduler::runDue()
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto rows = (*connection)->query(u"work.due_schedules"_s, {{u":now"_s, m_clock.now()}});
    if (!rows)
        return tl::unexpected(rows.error());
    for (const storage::Row &row : *rows) {
        const Schedule schedule = scheduleOf(row);
        if (m_cancel.isCancelled() || !m_jobs.contains(schedule.job))
            continue;
        const Result<bool> ours = claim(schedule);
        if (!ours)
            return tl::unexpected(ours.error());
        if (!*ours)
            continue;
        if (const auto ran = run(schedule, u"ponte"_s, m_cancel); !ran)
            return tl::unexpected(ran.error());
    }
    return {};
}

/// The next run counts from now, so that a program that was away does not run once for each time it missed.
Result<bool> Scheduler::claim(const Schedule &schedule)
{
    const auto interval = intervalOf(schedule.rule);
    const QDateTime now = m_clock.now();
    const QDateTime next = interval ? now.addSecs(std::chrono::seconds(*interval).count()) : QDateTime();
    return m_database.writer().write<bool>("schedule.claim", [&](Connection &connection) -> Result<bool> {
        const auto claimed = connection.execute(
            u"work.claim_schedule"_s,
            {{u":id"_s, schedule.id}, {u":expected"_s, schedule.nextRun}, {u":next_run"_s, next}, {u":now"_s, now}});
        if (!claimed)
            return tl::unexpected(claimed.error());
        connection.noteChange(u"schedules"_s);
        return *claimed == 1;
    });
}

Result<ScheduleReport> Scheduler::run(const Schedule &schedule, const QString &who, const CancelToken &cancel)
{
    const QDateTime started = m_clock.now();
    const Result<ScheduleReport> report = m_jobs.value(schedule.job)(schedule, cancel);
    const ScheduleReport told = report ? *report : ScheduleReport {0, 0, 0, 0, 0, report.error().message};
    const Result<> kept = m_database.writer().write<void>("schedule.run", [&](Connection &connection) -> Result<> {
        const auto added = connection.execute(u"work.add_schedule_run"_s, {{u":schedule"_s, schedule.id},
                                                                           {u":who"_s, who},
                                                                           {u":planned"_s, told.planned},
                                                                           {u":succeeded"_s, told.succeeded},
                                                                           {u":failed"_s, told.failed},
                                                                           {u":skipped"_s, told.skipped},
                                                                           {u":not_attempted"_s, told.notAttempted},
                                                                           {u":message"_s, told.message},
                                                                           {u":started_at"_s, started},
                                                                           {u":ended_at"_s, m_clock.now()}});
        if (!added)
            return tl::unexpected(added.error());
        connection.noteChange(u"schedules"_s);
        return {};
    });
    if (!kept)
        return tl::unexpected(kept.error());
    return report;
}

Result<ScheduleReport> Scheduler::runNow(qint64 id, const QString &who, const CancelToken &cancel)
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto row = (*connection)->first(u"work.schedule"_s, {{u":id"_s, id}});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row || !m_jobs.contains((*row)->text(u"job")))
        return failure(ErrorCode::NotFound, u"Não existe o agendamento %1."_s.arg(id));
    const auto touched = m_database.writer().write<qint64>("schedule.claim", [&](Connection &writing) {
        return writing.execute(u"work.touch_schedule"_s, {{u":id"_s, id}, {u":now"_s, m_clock.now()}});
    });
    if (!touched)
        return tl::unexpected(touched.error());
    return run(scheduleOf(**row), who, cancel);
}

} // namespace ponte::work
