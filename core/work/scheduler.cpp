// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/scheduler.h"

#include "core/base/logging.h"
#include "core/work/schedulerows.h"
#include "core/work/scheduletext.h"

namespace ponte::work {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

constexpr auto lookInterval = std::chrono::seconds(1);
constexpr int runsAtOnce = 4;
const QString itself = u"ponte"_s;

} // namespace

Scheduler::Scheduler(storage::Database &database, const Clock &clock, const ProcessRegistry &process,
                     QHash<QString, Job> jobs, bool running)
    : m_database(database)
    , m_clock(clock)
    , m_process(process)
    , m_jobs(std::move(jobs))
    , m_pool(u"schedule"_s, running ? runsAtOnce : 0, runsAtOnce)
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
    const auto interrupted = (*connection)->query(u"work.interrupted_runs"_s);
    const auto due = interrupted ? (*connection)->query(u"work.due_schedules"_s, {{u":now"_s, m_clock.now()}})
                                 : Result<QList<storage::Row>>(tl::unexpected(interrupted.error()));
    if (!due)
        return tl::unexpected(due.error());
    const auto take = [this](const storage::Row &row, auto claim) -> Result<> {
        // What this program has no hand free for is left to others.
        if (m_cancel.isCancelled() || m_running >= runsAtOnce || !m_jobs.contains(row.text(u"job")))
            return {};
        const Result<std::optional<Claim>> ours = claim();
        if (!ours)
            return tl::unexpected(ours.error());
        if (*ours)
            start(**ours);
        return {};
    };
    for (const storage::Row &row : *interrupted) {
        if (Result<> taken = take(row, [&] { return claimInterrupted(row); }); !taken)
            return taken;
    }
    for (const storage::Row &row : *due) {
        if (Result<> taken = take(row, [&] { return claimDue(scheduleOf(row), row.text(u"asked_by")); }); !taken)
            return taken;
    }
    return {};
}

void Scheduler::start(const Claim &claim)
{
    ++m_running;
    const bool posted = m_pool.post([this, claim](http::Client &) {
        if (const auto ran = run(claim, m_cancel); !ran)
            qCWarning(lcWork) << "the run of schedule" << claim.schedule.id << "failed:" << ran.error().message;
        --m_running;
    });
    Q_ASSERT(posted);
}

/// The row that says the run has begun; Conflict where one is under way.
Result<Scheduler::Claim> Scheduler::open(Connection &connection, const Schedule &schedule, const QString &who)
{
    const qint64 owner = m_process.id().value();
    const auto opened = connection.first(
        u"work.open_run"_s,
        {{u":schedule"_s, schedule.id}, {u":who"_s, who}, {u":owner"_s, owner}, {u":now"_s, m_clock.now()}});
    if (!opened)
        return tl::unexpected(opened.error());
    if (!*opened)
        return failure(ErrorCode::Conflict, ScheduleText::tr("This schedule is running already."));
    connection.noteChange(u"schedules"_s);
    return Claim {(*opened)->number(u"id"), owner, schedule, {}};
}

/// The next run counts from now, so that a program that was away does not run once for each time it missed.
Result<std::optional<Scheduler::Claim>> Scheduler::claimDue(const Schedule &schedule, const QString &askedBy)
{
    const QDateTime now = m_clock.now();
    const bool isDue = schedule.enabled && schedule.nextRun.isValid() && schedule.nextRun <= now;
    const QDateTime next =
        isDue ? nextRun(schedule.rule, QTimeZone(schedule.zone.toLatin1()), now, schedule.nextRun) : schedule.nextRun;
    const bool staysOn = isDue ? next.isValid() : schedule.enabled;
    const auto claim = m_database.writer().write<Claim>("schedule.claim", [&](Connection &connection) -> Result<Claim> {
        const auto claimed = connection.execute(u"work.claim_schedule"_s, {{u":id"_s, schedule.id},
                                                                           {u":expected"_s, schedule.nextRun},
                                                                           {u":asked_by"_s, askedBy},
                                                                           {u":next_run"_s, next},
                                                                           {u":enabled"_s, staysOn ? 1 : 0},
                                                                           {u":now"_s, now}});
        if (!claimed)
            return tl::unexpected(claimed.error());
        if (*claimed == 0)
            return failure(ErrorCode::Conflict, u"another program claimed it"_s);
        return open(connection, schedule, askedBy.isEmpty() ? itself : askedBy);
    });
    if (!claim && claim.error().code == ErrorCode::Conflict)
        return std::nullopt;
    return claim ? Result<std::optional<Claim>>(*claim) : tl::unexpected(claim.error());
}

Result<std::optional<Scheduler::Claim>> Scheduler::claimInterrupted(const storage::Row &row)
{
    const Claim claim {row.number(u"run"), m_process.id().value(), scheduleOf(row), row.time(u"started_at")};
    // Switched off since then, and not by its own only run: nobody wants it to go on.
    const bool isUnwanted =
        !claim.schedule.enabled && claim.schedule.rule.kind != ScheduleRule::Kind::Once && row.text(u"who") == itself;
    if (isUnwanted) {
        const auto closed = m_database.writer().write<qint64>("schedule.run", [&](Connection &connection) {
            connection.noteChange(u"schedules"_s);
            return connection.execute(u"work.close_interrupted_runs"_s,
                                      {{u":schedule"_s, claim.schedule.id}, {u":now"_s, m_clock.now()}});
        });
        return closed ? Result<std::optional<Claim>>(std::nullopt) : tl::unexpected(closed.error());
    }
    const auto taken = m_database.writer().write<qint64>("schedule.claim", [&](Connection &connection) {
        return connection.execute(u"work.take_run"_s, {{u":id"_s, claim.run}, {u":owner"_s, claim.owner}});
    });
    if (!taken)
        return tl::unexpected(taken.error());
    return *taken == 1 ? std::optional(claim) : std::nullopt;
}

Result<ScheduleReport> Scheduler::run(const Claim &claim, const CancelToken &cancel)
{
    Result<ScheduleReport> report = m_jobs.value(claim.schedule.job)(claim.schedule, claim.since, cancel);
    const ScheduleReport told = report ? *report : ScheduleReport {0, 0, 0, 0, 0, report.error().message};
    // What a program that stops, or a database that is away for a moment, leaves over is for the next one.
    const bool interrupted =
        report ? m_cancel.isCancelled() && told.notAttempted > 0 : report.error().code == ErrorCode::Database;
    const bool ended = !claim.mayWait || !interrupted;
    while (true) {
        const Result<> kept = keep(claim, told, ended);
        if (kept)
            return report;
        qCWarning(lcWork) << "the end of a run could not be kept:" << kept.error().message;
        std::unique_lock lock(m_mutex);
        if (cancel.isCancelled() || m_wake.wait_for(lock, lookInterval, [this] { return m_stopping; }))
            return tl::unexpected(kept.error());
    }
}

/// A run that is not ended has no owner any more, and counts what was done so far.
Result<> Scheduler::keep(const Claim &claim, const ScheduleReport &report, bool ended)
{
    const QString message =
        claim.since.isValid() ? u"Continuação de uma execução interrompida: "_s + report.message : report.message;
    return m_database.writer().write<void>("schedule.run", [&](Connection &connection) -> Result<> {
        const auto stored = connection.execute(
            u"work.end_run"_s, {{u":id"_s, claim.run},
                                {u":owner"_s, claim.owner},
                                {u":planned"_s, ended ? report.planned : report.planned - report.notAttempted},
                                {u":succeeded"_s, report.succeeded},
                                {u":failed"_s, report.failed},
                                {u":skipped"_s, report.skipped},
                                {u":not_attempted"_s, ended ? report.notAttempted : 0},
                                {u":message"_s, message},
                                {u":ended_at"_s, ended ? m_clock.now() : QDateTime()}});
        if (!stored)
            return tl::unexpected(stored.error());
        connection.noteChange(u"schedules"_s);
        return {};
    });
}

Result<ScheduleReport> Scheduler::runNow(const security::Actor &actor, qint64 id, const CancelToken &cancel)
{
    const auto claim = m_database.writer().write<Claim>("schedule.claim", [&](Connection &connection) -> Result<Claim> {
        const auto row = connection.first(u"work.schedule"_s, {{u":id"_s, id}});
        if (!row)
            return tl::unexpected(row.error());
        if (!*row || !m_jobs.contains((*row)->text(u"job")))
            return failure(ErrorCode::NotFound, ScheduleText::tr("There is no schedule %1.").arg(id));
        const Schedule schedule = scheduleOf(**row);
        if (const Result<> allowed = actor.require(security::Action::ManageSchedules, schedule.company); !allowed)
            return tl::unexpected(allowed.error());
        // A run that its program did not live to end must not stand in the way of a person.
        const QDateTime now = m_clock.now();
        const auto closed =
            connection.execute(u"work.close_interrupted_runs"_s, {{u":schedule"_s, id}, {u":now"_s, now}});
        const auto touched =
            closed ? connection.execute(u"work.touch_schedule"_s, {{u":id"_s, id}, {u":now"_s, now}}) : closed;
        if (!touched)
            return tl::unexpected(touched.error());
        auto opened = open(connection, schedule, actor.name());
        if (opened)
            opened->mayWait = false;
        return opened;
    });
    if (!claim)
        return tl::unexpected(claim.error());
    return run(*claim, cancel);
}

} // namespace ponte::work
