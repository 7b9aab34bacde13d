// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/scheduler.h"
#include "core/work/schedules.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <future>

using namespace ponte;
using namespace ponte::work;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const CompanyId house(3);
const security::Actor owner = security::Actor::owner(u"ana"_s);

ScheduleRule ruleOf(const QString &text)
{
    return ScheduleRule::fromText(text).value_or(ScheduleRule());
}

/// Two programs on one database, whose jobs only count.
struct Office {
    explicit Office(const QString &backend)
        : fresh(backend)
        , schedules(fresh.database(), clock, {u"contract_activation"_s})
        , process(enter())
    {
        if (!fresh.run(u"INSERT INTO network (company, network, changed_at, changed_by) VALUES (3, 'SENAI', 0, 'x')"_s))
            qFatal("no company could be made");
    }

    std::unique_ptr<ProcessRegistry> enter()
    {
        return ProcessRegistry::enter(fresh.database(), clock, {u"test"_s, u"0"_s, true}, {}).value();
    }
    ScheduleDraft draft(const QString &rule)
    {
        ScheduleDraft made;
        made.company = house;
        made.rule = ruleOf(rule);
        return made;
    }
    qint64 add(const QString &rule) { return schedules.add(owner, draft(rule)).value_or(0); }
    Schedule find(qint64 id)
    {
        const auto connection = fresh.database().reads().here();
        return Schedules::find(owner, **connection, id).value_or(Schedule());
    }
    QList<ScheduleRun> runsOf(qint64 id)
    {
        const auto connection = fresh.database().reads().here();
        return Schedules::runs(owner, **connection, id, 100).value_or(QList<ScheduleRun>());
    }
    qint64 ended() { return fresh.number(u"SELECT count(*) FROM schedule_run WHERE ended_at IS NOT NULL"_s); }

    std::unique_ptr<Scheduler> scheduler(const ProcessRegistry &registry, bool running = true)
    {
        const auto job = [this](const Schedule &, const QDateTime &since,
                                const CancelToken &) -> Result<ScheduleReport> {
            lastSince = since;
            ++calls;
            ScheduleReport report;
            report.planned = 4;
            report.succeeded = 2;
            report.failed = 1;
            report.skipped = 1;
            report.message = u"feito"_s;
            return report;
        };
        return std::make_unique<Scheduler>(fresh.database(), clock, registry,
                                           QHash<QString, Scheduler::Job> {{u"reprocess"_s, job}, {u"resend"_s, job}},
                                           running);
    }

    test::TestDatabase fresh;
    test::ManualClock clock;
    Schedules schedules;
    std::unique_ptr<ProcessRegistry> process;
    std::atomic<int> calls = 0;
    QDateTime lastSince;
};

} // namespace

class TestSchedules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void keepsWhatWasSaid();
    void refuses_data();
    void refuses();
    void changesSwitchesRemoves();
    void aCompanyHasOneResend();
    void runsWhenItsTimeHasCome();
    void aMissedRunRunsOnce();
    void aOnceScheduleEnds();
    void twoProgramsRunItOnce();
    void anInterruptedRunIsEndedByAnother();
    void whatIsSwitchedOffIsNotGoneOnWith();
    void whatAStoppedProgramLeftIsEndedByAnother();
    void aPersonNeedNotWaitForADeadRun();
    void oneRunAtATime();
    void runsBesideThePlan();
};

void TestSchedules::keepsWhatWasSaid()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    ScheduleDraft draft = office.draft(u"weekdays mon,wed 22:00"_s);
    draft.name = u"  À noite "_s;
    draft.zone = u"Europe/Lisbon"_s;
    draft.filter.statuses = {log::Status::Error};
    draft.filter.level = LevelId(2);
    draft.filter.functionalities = {u"contract_activation"_s};
    draft.filter.signature = u"v1-00"_s;
    draft.filter.key = u"00878;3"_s;
    draft.filter.createdFrom = QDateTime({2026, 11, 1}, {3, 0}, Qt::UTC);
    const auto id = office.schedules.add(owner, draft);
    QVERIFY2(id, id ? "" : qPrintable(id.error().message));
    const Schedule kept = office.find(*id);
    QCOMPARE(kept.name, u"À noite"_s);
    QCOMPARE(kept.job, u"reprocess"_s);
    QCOMPARE(kept.company, std::optional(house));
    QCOMPARE(kept.rule, draft.rule);
    QCOMPARE(kept.zone, draft.zone);
    QVERIFY(kept.filter == draft.filter);
    QVERIFY(kept.enabled);
    QCOMPARE(kept.nextRun, QDateTime({2026, 11, 23}, {22, 0}, Qt::UTC));
    QVERIFY(!kept.lastRun.isValid());
    QCOMPARE(upcomingRuns(kept, 3).last(), QDateTime({2026, 11, 30}, {22, 0}, Qt::UTC));
}

void TestSchedules::refuses_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<std::function<void(ScheduleDraft &)>>("spoil");
    using Spoil = std::function<void(ScheduleDraft &)>;
    const auto row = [](const char *name, const char *field, const Spoil &spoil) {
        QTest::newRow(name) << QString::fromLatin1(field) << spoil;
    };
    row("zone unknown", "zone", [](ScheduleDraft &draft) { draft.zone = u"America/Atlantis"_s; });
    row("zone empty", "zone", [](ScheduleDraft &draft) { draft.zone.clear(); });
    row("zone made up of an offset", "zone", [](ScheduleDraft &draft) { draft.zone = u"UTC+03:07"_s; });
    row("past", "rule", [](ScheduleDraft &draft) { draft.rule = ruleOf(u"at 2026-11-20T10:59"_s); });
    row("no rule", "rule", [](ScheduleDraft &draft) { draft.rule = {}; });
    row("company elsewhere", "company", [](ScheduleDraft &draft) { draft.company = CompanyId(9); });
    row("job report", "job", [](ScheduleDraft &draft) { draft.job = u"report"_s; });
    row("job unknown", "job", [](ScheduleDraft &draft) { draft.job = u"dance"_s; });
    row("name too long", "name", [](ScheduleDraft &draft) { draft.name = QString(81, u'x'); });
    row("functionality of the Broker", "filter",
        [](ScheduleDraft &draft) { draft.filter.functionalities = {u"guardian"_s}; });
    row("status success", "filter", [](ScheduleDraft &draft) { draft.filter.statuses = {log::Status::Success}; });
    row("status cancelled", "filter", [](ScheduleDraft &draft) { draft.filter.statuses = {log::Status::Cancelled}; });
    row("ids", "filter", [](ScheduleDraft &draft) { draft.filter.ids = {LogRecordId(1)}; });
}

void TestSchedules::refuses()
{
    QFETCH_GLOBAL(QString, backend);
    QFETCH(QString, field);
    QFETCH(std::function<void(ScheduleDraft &)>, spoil);
    Office office(backend);
    ScheduleDraft draft = office.draft(u"every 15m"_s);
    spoil(draft);
    const auto refused = office.schedules.add(owner, draft);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Validation);
    QCOMPARE(refused.error().field, field);
    QVERIFY(!refused.error().message.isEmpty());
    QCOMPARE(office.fresh.number(u"SELECT count(*) FROM schedule"_s), 0);
}

void TestSchedules::changesSwitchesRemoves()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    const qint64 id = office.add(u"every 15m"_s);
    QVERIFY(id > 0);
    ScheduleDraft other = office.draft(u"daily 22:00"_s);
    other.name = u"Outro"_s;
    QVERIFY(office.schedules.change(owner, id, other));
    QCOMPARE(office.find(id).name, u"Outro"_s);
    QCOMPARE(office.find(id).nextRun, QDateTime({2026, 11, 21}, {1, 0}, Qt::UTC));
    QVERIFY(office.schedules.setEnabled(owner, id, false));
    QVERIFY(!office.find(id).nextRun.isValid());
    QVERIFY(upcomingRuns(office.find(id), 5).isEmpty());
    QVERIFY(office.schedules.setEnabled(owner, id, true));
    QCOMPARE(office.find(id).nextRun, QDateTime({2026, 11, 21}, {1, 0}, Qt::UTC));
    const auto removed = office.schedules.remove(owner, id);
    QVERIFY(removed);
    QCOMPARE(office.fresh.number(u"SELECT count(*) FROM schedule"_s), 0);
    QVERIFY(office.schedules.add(owner, draftOf(*removed)));
    for (const Result<> &missing : {office.schedules.change(owner, 999, other), office.schedules.ask(owner, 999),
                                    office.schedules.setEnabled(owner, 999, true)})
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QCOMPARE(office.schedules.remove(owner, id).error().code, ErrorCode::NotFound);
    const auto stranger = security::Actor::apiClient(u"broker"_s, CompanyId(2));
    QCOMPARE(office.schedules.add(stranger, other).error().code, ErrorCode::Permission);
}

void TestSchedules::aCompanyHasOneResend()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    ScheduleDraft draft = office.draft(u"every 30m"_s);
    draft.job = u"resend"_s;
    const auto first = office.schedules.add(owner, draft);
    QVERIFY(first);
    QCOMPARE(office.find(*first).name, u"Reenvio automático"_s);
    QCOMPARE(office.schedules.add(owner, draft).error().code, ErrorCode::Conflict);
    draft.rule = ruleOf(u"every 45m"_s);
    QVERIFY(office.schedules.change(owner, *first, draft));
    draft.job = u"reprocess"_s;
    QCOMPARE(office.schedules.change(owner, *first, draft).error().code, ErrorCode::Validation);
}

void TestSchedules::runsWhenItsTimeHasCome()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    const qint64 id = office.add(u"every 15m"_s);
    const QDateTime planned = office.find(id).nextRun;
    const auto scheduler = office.scheduler(*office.process);
    office.clock.advance(15min);
    QTRY_COMPARE(office.ended(), 1);
    const Schedule after = office.find(id);
    QCOMPARE(after.nextRun, planned.addSecs(15 * 60));
    QCOMPARE(after.lastRun, planned);
    const QList<ScheduleRun> runs = office.runsOf(id);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.first().who, u"ponte"_s);
    QCOMPARE(runs.first().report.planned, 4);
    QCOMPARE(runs.first().report.succeeded, 2);
    QCOMPARE(runs.first().report.failed, 1);
    QCOMPARE(runs.first().report.skipped, 1);
    QCOMPARE(runs.first().report.message, u"feito"_s);
    QCOMPARE(runs.first().startedAt, planned);
    QVERIFY(!office.lastSince.isValid());
}

void TestSchedules::aMissedRunRunsOnce()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    const qint64 id = office.add(u"every 15m"_s);
    const QDateTime planned = office.find(id).nextRun;
    office.clock.advance(24h);
    const auto scheduler = office.scheduler(*office.process);
    QTRY_COMPARE(office.ended(), 1);
    QCOMPARE(office.find(id).nextRun, planned.addSecs(96 * 15 * 60));
    // The next round of the loop is over when a run that was asked for is.
    QVERIFY(office.schedules.ask(owner, office.add(u"daily 22:00"_s)));
    QTRY_COMPARE(office.ended(), 2);
    QCOMPARE(office.runsOf(id).size(), 1);
}

void TestSchedules::aOnceScheduleEnds()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    const qint64 id = office.add(u"at 2026-11-20T12:00:30"_s);
    const auto scheduler = office.scheduler(*office.process);
    office.clock.advance(61min);
    QTRY_COMPARE(office.ended(), 1);
    QVERIFY(!office.find(id).enabled);
    QVERIFY(!office.find(id).nextRun.isValid());
    const Result<> again = office.schedules.setEnabled(owner, id, true);
    QVERIFY(!again);
    QCOMPARE(again.error().field, u"rule"_s);
}

void TestSchedules::twoProgramsRunItOnce()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    QList<qint64> ids;
    for (int i = 0; i < 20; ++i)
        ids.append(office.add(u"every 15m"_s));
    const auto second = office.enter();
    const auto one = office.scheduler(*office.process);
    const auto two = office.scheduler(*second);
    office.clock.advance(15min);
    QTRY_COMPARE(office.ended(), 20);
    QCOMPARE(office.calls.load(), 20);
    for (const qint64 id : ids)
        QCOMPARE(office.runsOf(id).size(), 1);
}

void TestSchedules::anInterruptedRunIsEndedByAnother()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    const qint64 id = office.add(u"at 2026-11-20T12:00"_s);
    // As a program leaves it that is killed in its run: the once-schedule is off, the run has no end.
    QVERIFY(office.fresh.run(u"UPDATE schedule SET enabled = 0, next_run = NULL"_s));
    QVERIFY(office.fresh.run(
        u"INSERT INTO process (id, host, pid, pid_started, program, version, runs_workers, started_at, heartbeat_at) "
        "VALUES (777, 'gone', 1, 1, 'x', '0', 1, 0, 0)"_s));
    const QDateTime started = office.clock.now().addSecs(-60);
    QVERIFY(office.fresh.run(
        u"INSERT INTO schedule_run (schedule, who, owner, started_at) VALUES (%1, 'ponte', 777, %2)"_s.arg(
            QString::number(id), QString::number(started.toMSecsSinceEpoch()))));
    QVERIFY(office.find(id).isRunning);
    const auto second = office.enter();
    const auto scheduler = office.scheduler(*second);
    QTRY_COMPARE(office.ended(), 1);
    QCOMPARE(office.calls.load(), 1);
    QCOMPARE(office.lastSince, started);
    QCOMPARE(office.runsOf(id).size(), 1);
    QCOMPARE(office.runsOf(id).first().report.succeeded, 2);
}

void TestSchedules::whatIsSwitchedOffIsNotGoneOnWith()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    const qint64 id = office.add(u"every 30m"_s);
    QVERIFY(office.fresh.run(
        u"INSERT INTO process (id, host, pid, pid_started, program, version, runs_workers, started_at, heartbeat_at) "
        "VALUES (777, 'gone', 1, 1, 'x', '0', 1, 0, 0)"_s));
    QVERIFY(office.fresh.run(
        u"INSERT INTO schedule_run (schedule, who, owner, started_at) VALUES (%1, 'ponte', 777, 1)"_s.arg(id)));
    QVERIFY(office.fresh.run(u"UPDATE schedule SET enabled = 0, next_run = NULL"_s));
    const auto second = office.enter();
    const auto scheduler = office.scheduler(*second);
    QTRY_COMPARE(office.ended(), 1);
    QCOMPARE(office.calls.load(), 0);
    QCOMPARE(office.runsOf(id).first().report.message, u"Execução interrompida"_s);
}

void TestSchedules::whatAStoppedProgramLeftIsEndedByAnother()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    const qint64 id = office.add(u"at 2026-11-20T12:00"_s);
    const QDateTime planned = office.find(id).nextRun;
    std::atomic<bool> begun = false;
    {
        const auto job = [&](const Schedule &, const QDateTime &, const CancelToken &cancel) -> Result<ScheduleReport> {
            std::promise<void> stopped;
            const auto registration = cancel.onCancel([&stopped] { stopped.set_value(); });
            begun = true;
            stopped.get_future().wait();
            return ScheduleReport {5, 1, 1, 0, 3, u"2 de 5"_s};
        };
        Scheduler first(office.fresh.database(), office.clock, *office.process, {{u"reprocess"_s, job}}, true);
        office.clock.advance(61min);
        QTRY_VERIFY(begun.load());
    }
    QCOMPARE(office.ended(), 0);
    QVERIFY(office.find(id).isRunning);
    const auto second = office.scheduler(*office.process);
    QTRY_COMPARE(office.ended(), 1);
    QCOMPARE(office.lastSince, planned.addSecs(60));
    const ScheduleRun run = office.runsOf(id).first();
    QCOMPARE(run.report.planned, 6);
    QCOMPARE(run.report.succeeded, 3);
    QCOMPARE(run.report.failed, 2);
    QCOMPARE(run.report.skipped, 1);
    QCOMPARE(run.report.notAttempted, 0);
    QCOMPARE(run.report.message, u"Continuação de uma execução interrompida: feito"_s);
}

void TestSchedules::aPersonNeedNotWaitForADeadRun()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    const qint64 id = office.add(u"daily 22:00"_s);
    QVERIFY(office.fresh.run(
        u"INSERT INTO schedule_run (schedule, who, owner, started_at) VALUES (%1, 'ana', NULL, 0)"_s.arg(id)));
    const auto scheduler = office.scheduler(*office.process, false);
    const auto report = scheduler->runNow(owner, id, {});
    QVERIFY(report);
    QCOMPARE(report->planned, 4);
    QVERIFY(!office.lastSince.isValid());
    QCOMPARE(office.runsOf(id).size(), 2);
    QCOMPARE(office.ended(), 2);
    QCOMPARE(scheduler->runNow(owner, 999, {}).error().code, ErrorCode::NotFound);
}

void TestSchedules::oneRunAtATime()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    const qint64 id = office.add(u"every 15m"_s);
    const qint64 other = office.add(u"every 15m"_s);
    QVERIFY(office.fresh.run(
        u"INSERT INTO schedule_run (schedule, who, owner, started_at) VALUES (%1, 'ponte', %2, 0)"_s.arg(
            QString::number(id), QString::number(office.process->id().value()))));
    const auto scheduler = office.scheduler(*office.process);
    QCOMPARE(scheduler->runNow(owner, id, {}).error().code, ErrorCode::Conflict);
    office.clock.advance(15min);
    QTRY_COMPARE(office.ended(), 1);
    QCOMPARE(office.runsOf(other).size(), 1);
    QCOMPARE(office.calls.load(), 1);
    // It is still due, and runs when the one under way has ended.
    QVERIFY(office.fresh.run(u"UPDATE schedule_run SET ended_at = 1, owner = NULL WHERE schedule = %1"_s.arg(id)));
    QTRY_COMPARE(office.ended(), 3);
    QCOMPARE(office.runsOf(id).size(), 2);
}

void TestSchedules::runsBesideThePlan()
{
    QFETCH_GLOBAL(QString, backend);
    Office office(backend);
    const qint64 id = office.add(u"daily 22:00"_s);
    const QDateTime planned = office.find(id).nextRun;
    QVERIFY(office.schedules.setEnabled(owner, id, false));
    QVERIFY(office.schedules.ask(owner, id));
    const auto scheduler = office.scheduler(*office.process);
    QTRY_COMPARE(office.ended(), 1);
    QCOMPARE(office.runsOf(id).first().who, u"ana"_s);
    QVERIFY(!office.find(id).enabled);
    QVERIFY(office.schedules.setEnabled(owner, id, true));
    QVERIFY(office.schedules.ask(owner, id));
    QTRY_COMPARE(office.ended(), 2);
    QCOMPARE(office.find(id).nextRun, planned);
}

QTEST_GUILESS_MAIN(TestSchedules)
#include "tst_schedules.moc"
