// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/naturallocks.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <future>
#include <memory>
#include <thread>

using namespace ponte;
using namespace ponte::work;
using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

const ProcessRegistry::Options options {u"test"_s, u"0"_s, true};

std::unique_ptr<ProcessRegistry> enter(storage::Database &database, const Clock &clock,
                                       QList<ProcessRegistry::Release> releases = {})
{
    auto entered = ProcessRegistry::enter(database, clock, options, std::move(releases));
    if (!entered)
        qFatal("%s", qPrintable(entered.error().message));
    return std::move(*entered);
}

/// Another program that holds leases and locks; started without QProcess, which would reap it at once.
class Holder
{
public:
    explicit Holder(const storage::Address &address)
    {
        int ends[2];
        if (::pipe(ends) != 0)
            qFatal("no pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_addclose(&actions, ends[0]);
        const QString where =
            address.backend == storage::Backend::Sqlite ? u"sqlite:"_s + address.path : address.display();
        QByteArray program(PONTE_WORK_HOLDER);
        QByteArray argument = where.toUtf8();
        char *const arguments[] = {program.data(), argument.data(), nullptr};
        if (::posix_spawn(&m_pid, program.constData(), &actions, nullptr, arguments, environ) != 0)
            qFatal("%s does not start", program.constData());
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        char text[32] = {};
        if (::read(ends[0], text, sizeof text - 1) > 0)
            m_id = QByteArray(text).trimmed().toLongLong();
        ::close(ends[0]);
    }
    ~Holder() { reap(); }
    Q_DISABLE_COPY_MOVE(Holder)

    [[nodiscard]] qint64 id() const { return m_id; }
    /// Ends it and waits until it is a zombie.
    void kill()
    {
        ::kill(m_pid, SIGKILL);
        siginfo_t info;
        ::waitid(P_PID, id_t(m_pid), &info, WEXITED | WNOWAIT);
    }
    void reap()
    {
        if (m_pid == 0)
            return;
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        m_pid = 0;
    }

private:
    pid_t m_pid = 0;
    qint64 m_id = 0;
};

/// What a program may hold, laid out free.
void layOut(const test::TestDatabase &fresh)
{
    QVERIFY(fresh.run(u"INSERT INTO outbox (integration, kind, cause, company, origin, payload, state, not_before, "
                      "created_at, changed_at) VALUES ('t', 'k', 'c', 3, 'o', '{}', 'waiting', 0, 0, 0)"_s));
    QVERIFY(
        fresh.run(u"INSERT INTO log_record (integration, company, level, origin, functionality, module, key_fields, "
                  "key_values, status, created_at, changed_at) "
                  "VALUES ('t', 3, 1, 'o', 'f', 'm', '', '', 'pending', 0, 0)"_s));
}

qint64 heldBy(const test::TestDatabase &fresh, qint64 owner)
{
    const QString id = QString::number(owner);
    return fresh.number(u"SELECT count(*) FROM outbox WHERE lease_owner = "_s + id)
           + fresh.number(u"SELECT count(*) FROM log_record WHERE lease_owner = "_s + id)
           + fresh.number(u"SELECT count(*) FROM natural_lock WHERE owner = "_s + id);
}

qint64 strangeProcess(const test::TestDatabase &fresh, qint64 id, const QDateTime &heartbeat)
{
    const QString values =
        u"%1, 'elsewhere', 1, 1, 'other', '0', 1, 0, %2"_s.arg(id).arg(heartbeat.toMSecsSinceEpoch());
    const bool stored = fresh
                            .run(u"INSERT INTO process (id, host, pid, pid_started, program, version, runs_workers, "
                                 "started_at, heartbeat_at) VALUES (%1)"_s.arg(values))
                            .has_value()
                        && fresh.run(u"UPDATE outbox SET lease_owner = %1"_s.arg(id)).has_value();
    return stored ? id : 0;
}

} // namespace

class TestProcesses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void aKilledProgramIsFreedAtOnce_data();
    void aKilledProgramIsFreedAtOnce();
    void aLivingProgramKeepsWhatItHolds();
    void aSilentProgramIsFreedAfter30Seconds();
    void aReleaseThatFailsFreesNothing();
    void aReusedPidIsAnother();
    void entriesOfTheDeadGoOn();
    void leavingGivesBack();
    void itNeverBuriesItself();
    void onceBuriedItEntersAnew();
    void aSignOfLifeIsBelievedForAWhile();
    void twoOwnersExcludeEachOther();
    void groupsThatWaitForEachOtherBothEnd();
    void namesInAnyOrderDoNotBlock();
    void waitingCanBeCancelled();
    void allNamesOrNone();
    void locksTravelWithOtherCommits();
};

void TestProcesses::aKilledProgramIsFreedAtOnce_data()
{
    QTest::addColumn<bool>("reaped");
    QTest::newRow("gone") << true;
    QTest::newRow("a zombie") << false;
}

void TestProcesses::aKilledProgramIsFreedAtOnce()
{
    QFETCH_GLOBAL(QString, backend);
    QFETCH(bool, reaped);
    test::TestDatabase fresh(backend);
    layOut(fresh);
    Holder holder(fresh.address());
    QVERIFY(holder.id() > 0);
    QCOMPARE(heldBy(fresh, holder.id()), 4);
    holder.kill();
    if (reaped)
        holder.reap();
    const SystemClock clock;
    QList<qint64> released;
    const auto process = enter(fresh.database(), clock, {[&](storage::Connection &, ProcessId dead) {
                                   released.append(dead.value());
                                   return Result<>();
                               }});
    QCOMPARE(heldBy(fresh, holder.id()), 0);
    QCOMPARE(released, QList<qint64> {holder.id()});
    QCOMPARE(fresh.number(u"SELECT count(*) FROM process WHERE ended_at IS NULL"_s), 1);
    // Whoever comes later finds nothing more to bury.
    const auto third = enter(fresh.database(), clock);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM process WHERE ended_at IS NULL"_s), 2);
}

void TestProcesses::aLivingProgramKeepsWhatItHolds()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    layOut(fresh);
    const Holder holder(fresh.address());
    QVERIFY(holder.id() > 0);
    const SystemClock clock;
    const auto process = enter(fresh.database(), clock);
    QVERIFY(process->id().value() != holder.id());
    QCOMPARE(heldBy(fresh, holder.id()), 4);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM process WHERE ended_at IS NULL"_s), 2);
}

void TestProcesses::aSilentProgramIsFreedAfter30Seconds()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    layOut(fresh);
    test::ManualClock clock;
    const qint64 silent = strangeProcess(fresh, 1000, clock.now());
    QCOMPARE(heldBy(fresh, silent), 1);
    clock.advance(std::chrono::seconds(30));
    {
        const auto process = enter(fresh.database(), clock);
        QCOMPARE(heldBy(fresh, silent), 1);
    }
    clock.advance(std::chrono::milliseconds(1));
    const auto process = enter(fresh.database(), clock);
    QCOMPARE(heldBy(fresh, silent), 0);
    QCOMPARE(fresh.number(u"SELECT ended_at FROM process WHERE id = 1000"_s), clock.now().toMSecsSinceEpoch());
}

void TestProcesses::aReleaseThatFailsFreesNothing()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    layOut(fresh);
    test::ManualClock clock;
    const qint64 silent = strangeProcess(fresh, 1000, clock.now().addSecs(-60));
    const auto entered = ProcessRegistry::enter(
        fresh.database(), clock, options,
        {[](storage::Connection &, ProcessId) -> Result<> { return failure(ErrorCode::Internal, u"no"_s); }});
    QVERIFY(!entered);
    QCOMPARE(heldBy(fresh, silent), 1);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM process WHERE id = 1000 AND ended_at IS NULL"_s), 1);
}

void TestProcesses::aReusedPidIsAnother()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    layOut(fresh);
    const test::ManualClock clock;
    const auto process = enter(fresh.database(), clock);
    // A program that died had the pid that this one has now.
    QVERIFY(fresh.run(u"INSERT INTO process (id, host, pid, pid_started, program, version, runs_workers, started_at, "
                      "heartbeat_at) SELECT 1000, host, pid, pid_started - 1, 'other', '0', 1, 0, heartbeat_at "
                      "FROM process"_s));
    QVERIFY(fresh.run(u"UPDATE outbox SET lease_owner = 1000"_s));
    const auto next = enter(fresh.database(), clock);
    QCOMPARE(heldBy(fresh, 1000), 0);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM process WHERE id = 1000 AND ended_at IS NULL"_s), 0);
}

void TestProcesses::entriesOfTheDeadGoOn()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    layOut(fresh);
    const test::ManualClock clock;
    QVERIFY(fresh.run(u"INSERT INTO batch (id, integration, who, state, token, hash, planned, excluded, created_at) "
                      "VALUES (1, 't', 'w', 'running', 't', '', 1, 0, 0)"_s));
    QVERIFY(fresh.run(u"INSERT INTO batch_entry (batch, record, reason, state, lease_owner, lease_number) "
                      "SELECT 1, id, 0, 'waiting', 1000, 1 FROM log_record"_s));
    QVERIFY(strangeProcess(fresh, 1000, clock.now().addSecs(-60)));
    const auto process = enter(fresh.database(), clock);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM batch_entry WHERE lease_owner IS NULL AND state = 'waiting'"_s), 1);
}

void TestProcesses::leavingGivesBack()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    layOut(fresh);
    const test::ManualClock clock;
    auto process = enter(fresh.database(), clock);
    const qint64 id = process->id().value();
    QVERIFY(fresh.run(u"UPDATE log_record SET lease_owner = %1"_s.arg(id)));
    process.reset();
    QCOMPARE(heldBy(fresh, id), 0);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM process WHERE ended_at IS NULL"_s), 0);
}

void TestProcesses::itNeverBuriesItself()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const auto process = enter(fresh.database(), clock);
    const qint64 id = process->id().value();
    // Its own row looks like that of a pid that is used anew; the row after it shows that the round was made.
    QVERIFY(fresh.run(u"UPDATE process SET pid_started = 1"_s));
    QVERIFY(strangeProcess(fresh, 1000, clock.now().addSecs(-60)));
    QTRY_COMPARE_WITH_TIMEOUT(fresh.number(u"SELECT count(*) FROM process WHERE id = 1000 AND ended_at IS NULL"_s), 0,
                              20'000);
    QCOMPARE(process->id().value(), id);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM process WHERE ended_at IS NULL"_s), 1);
}

void TestProcesses::onceBuriedItEntersAnew()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const auto process = enter(fresh.database(), clock);
    const qint64 id = process->id().value();
    QVERIFY(fresh.run(u"UPDATE process SET ended_at = 1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(process->id().value() != id, 20'000);
    QCOMPARE(fresh.number(u"SELECT id FROM process WHERE ended_at IS NULL"_s), process->id().value());
}

void TestProcesses::aSignOfLifeIsBelievedForAWhile()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const auto process = enter(fresh.database(), clock);
    const ProcessId first = process->id();
    // Every beat makes it true anew, however slow the machine was before.
    QTRY_VERIFY_WITH_TIMEOUT(process->isSurelyAlive(first), 20'000);
    QVERIFY(!process->isSurelyAlive(ProcessId(first.value() + 1)));
    // What the one that was buried held may be another's now.
    QVERIFY(fresh.run(u"UPDATE process SET ended_at = 1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(process->id() != first, 20'000);
    QVERIFY(!process->isSurelyAlive(first));
}

void TestProcesses::twoOwnersExcludeEachOther()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const auto first = enter(fresh.database(), clock);
    const auto second = enter(fresh.database(), clock);
    NaturalLocks locks[] = {{fresh.database(), *first}, {fresh.database(), *second}};
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    std::atomic<int> rounds = 0;
    std::vector<std::thread> workers;
    for (int i = 0; i < 4; ++i) {
        workers.emplace_back([&, i] {
            for (int round = 0; round < 5; ++round) {
                const auto guard = locks[i % 2].acquire({u"document:39053344705"_s}, {});
                if (!guard)
                    return;
                most = std::max(most.load(), ++inside);
                std::this_thread::yield();
                static_cast<void>(fresh.number(u"SELECT 1"_s));
                --inside;
                ++rounds;
            }
        });
    }
    for (std::thread &worker : workers)
        worker.join();
    QCOMPARE(rounds.load(), 20);
    QCOMPARE(most.load(), 1);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM natural_lock"_s), 0);
}

void TestProcesses::groupsThatWaitForEachOtherBothEnd()
{
    QFETCH_GLOBAL(QString, backend);
    // One program writes at a time in SQLite, so that nobody holds a name while waiting for another.
    if (backend == "sqlite"_L1)
        return;
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const auto process = enter(fresh.database(), clock);
    NaturalLocks locks(fresh.database(), *process);
    storage::Writer writers[] = {storage::Writer(fresh.address()), storage::Writer(fresh.address())};
    const QString names[] = {u"document:1"_s, u"document:2"_s};
    std::atomic<int> holding = 0;
    std::vector<std::future<Result<>>> ends;
    for (int i = 0; i < 2; ++i) {
        // The first name is taken by both before either asks for its second, which the other one holds.
        const auto first = [&, i](Connection &connection) -> Result<> {
            const auto taken = locks.takeIn(connection, NaturalLocks::ticketFor({names[i]}));
            ++holding;
            while (holding < 2)
                std::this_thread::yield();
            return taken ? Result<>() : Result<>(tl::unexpected(taken.error()));
        };
        const auto second = [&, i](Connection &connection) -> Result<> {
            const auto taken = locks.takeIn(connection, NaturalLocks::ticketFor({names[1 - i]}));
            return taken ? Result<>() : Result<>(tl::unexpected(taken.error()));
        };
        // What comes while a transaction is under way goes into the next one together.
        std::promise<void> gate;
        writers[i].post(
            "test",
            [open = gate.get_future().share()](Connection &) -> Result<> {
                open.wait();
                return {};
            },
            [](const Result<> &) {});
        for (const auto &work : {storage::Writer::Work(first), storage::Writer::Work(second)}) {
            auto end = std::make_shared<std::promise<Result<>>>();
            ends.push_back(end->get_future());
            writers[i].post("test", work, [end](const Result<> &result) { end->set_value(result); });
        }
        gate.set_value();
    }
    for (auto &end : ends) {
        const Result<> result = end.get();
        QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    }
    QCOMPARE(fresh.number(u"SELECT count(*) FROM natural_lock"_s), 2);
}

void TestProcesses::namesInAnyOrderDoNotBlock()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const auto process = enter(fresh.database(), clock);
    NaturalLocks locks(fresh.database(), *process);
    std::atomic<int> rounds = 0;
    std::vector<std::thread> workers;
    for (int i = 0; i < 4; ++i) {
        workers.emplace_back([&, i] {
            const QStringList names = i % 2 ? QStringList {u"a"_s, u"b"_s} : QStringList {u"b"_s, u"a"_s, u"b"_s};
            for (int round = 0; round < 5; ++round)
                rounds += locks.acquire(names, {}).has_value() ? 1 : 0;
        });
    }
    for (std::thread &worker : workers)
        worker.join();
    QCOMPARE(rounds.load(), 20);
}

void TestProcesses::waitingCanBeCancelled()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const auto process = enter(fresh.database(), clock);
    NaturalLocks locks(fresh.database(), *process);
    const auto held = locks.acquire({u"a"_s}, {});
    QVERIFY(held);
    CancelToken cancel;
    std::optional<ErrorCode> code;
    std::thread waiter([&] {
        const auto guard = locks.acquire({u"a"_s}, cancel);
        code = guard ? ErrorCode::Internal : guard.error().code;
    });
    cancel.cancel();
    waiter.join();
    QCOMPARE(code, std::optional(ErrorCode::Cancelled));
    QCOMPARE(fresh.number(u"SELECT count(*) FROM natural_lock"_s), 1);
}

void TestProcesses::allNamesOrNone()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const auto process = enter(fresh.database(), clock);
    NaturalLocks locks(fresh.database(), *process);
    auto held = locks.acquire({u"b"_s}, {});
    QVERIFY(held);
    CancelToken cancel;
    std::atomic<bool> taken = false;
    std::thread waiter([&] { taken = locks.acquire({u"a"_s, u"b"_s}, cancel).has_value(); });
    // Whoever waits for one name holds none of the others meanwhile.
    QVERIFY(locks.acquire({u"a"_s}, {}));
    *held = {};
    waiter.join();
    QVERIFY(taken);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM natural_lock"_s), 0);
}

void TestProcesses::locksTravelWithOtherCommits()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const test::ManualClock clock;
    const auto process = enter(fresh.database(), clock);
    NaturalLocks locks(fresh.database(), *process);
    const auto take = [&](const NaturalLocks::Ticket &ticket) {
        return fresh.database()
            .writer()
            .write<bool>("test", [&](storage::Connection &connection) { return locks.takeIn(connection, ticket); })
            .value();
    };
    const NaturalLocks::Ticket first = NaturalLocks::ticketFor({u"b"_s, u"a"_s, u"b"_s});
    QVERIFY(take(first));
    NaturalLocks::Guard guard = locks.guard(first);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM natural_lock"_s), 2);
    QVERIFY(!take(NaturalLocks::ticketFor({u"0"_s, u"b"_s, u"c"_s})));
    QCOMPARE(fresh.number(u"SELECT count(*) FROM natural_lock"_s), 2);
    const auto giveUp = [&](bool succeed) {
        return fresh.database().writer().write<void>("test", [&](storage::Connection &connection) -> Result<> {
            if (Result<> given = guard.giveIn(connection); !given || succeed)
                return given;
            return failure(ErrorCode::Conflict, u"the work around it failed"_s);
        });
    };
    QVERIFY(!giveUp(false));
    QCOMPARE(fresh.number(u"SELECT count(*) FROM natural_lock"_s), 2);
    QVERIFY(giveUp(true));
    guard.given();
    QVERIFY(!guard.isHeld());
    QCOMPARE(fresh.number(u"SELECT count(*) FROM natural_lock"_s), 0);
}

QTEST_GUILESS_MAIN(TestProcesses)
#include "tst_processes.moc"
