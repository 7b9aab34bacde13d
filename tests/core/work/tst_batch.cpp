// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/batchplan.h"
#include "core/work/batchrunner.h"
#include "tests/support/testdatabase.h"

#include <QSet>
#include <QSqlQuery>
#include <QTest>

using namespace ponte;
using namespace ponte::work;
using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

const QString activation = u"contract_activation"_s;

/// A log with activations and a runner whose handler answers as a test says.
struct Yard {
    explicit Yard(const QString &backend)
        : fresh(backend)
        , process(ProcessRegistry::enter(fresh.database(), clock, {u"test"_s, u"0"_s, true}, {}).value())
    {}
    ~Yard() { release(); }

    /// All in one statement, since each opens a connection of its own.
    QList<LogRecordId> addRecords(int count, const QString &status = u"error"_s,
                                  const QString &functionality = activation, int company = 3,
                                  const QString &signature = u"s1"_s)
    {
        QStringList rows;
        for (int i = 0; i < count; ++i)
            rows.append(u"('lojaclick', %1, 1, 'LC-%2', '%3', 'lojaclick_export', 'K', 'V', '%4', '%5', 1, 1)"_s.arg(
                QString::number(company), QString::number(++added), functionality, status, signature));
        if (!fresh.run(
                u"INSERT INTO log_record (integration, company, level, origin, functionality, module, key_fields, "
                "key_values, status, signature, created_at, changed_at) VALUES "_s
                + rows.join(u", "_s)))
            qFatal("no records");
        QList<LogRecordId> ids;
        // Ids of both databases begin at 1 and have no gaps here.
        for (int id = added - count + 1; id <= added; ++id)
            ids.append(LogRecordId(id));
        return ids;
    }
    qint64 addRecord(const QString &status = u"error"_s, const QString &functionality = activation, int company = 3,
                     const QString &signature = u"s1"_s)
    {
        return addRecords(1, status, functionality, company, signature).first().value();
    }
    [[nodiscard]] PlanOrder order(const log::Filter &filter, std::optional<int> first = {}) const
    {
        return {u"lojaclick"_s, filter, {activation}, first, u"ana"_s};
    }
    [[nodiscard]] static log::Filter openOf(int company = 3)
    {
        log::Filter filter;
        filter.company = CompanyId(company);
        filter.functionalities = {activation};
        filter.statuses = {log::Status::Error, log::Status::Pending};
        return filter;
    }
    [[nodiscard]] static log::Filter chosen(const QList<LogRecordId> &ids)
    {
        log::Filter filter;
        filter.ids = ids;
        return filter;
    }
    template<class T>
    Result<T> write(std::function<Result<T>(Connection &)> job)
    {
        return fresh.database().writer().write<T>("test", std::move(job));
    }
    Result<Batch> plan(const PlanOrder &order)
    {
        return write<Batch>([&](Connection &connection) { return storePlan(connection, order, clock.now()); });
    }
    Result<Batch> confirm(const Batch &plan, const BatchOptions &options = {}, const QString &who = u"ana"_s)
    {
        return write<Batch>(
            [&](Connection &connection) { return confirmPlan(connection, plan, options, who, clock.now()); });
    }
    Batch confirmed(const log::Filter &filter, const BatchOptions &options = {})
    {
        return confirm(plan(order(filter)).value(), options).value();
    }
    Result<Batch> tell(qint64 id, BatchOrder what)
    {
        return write<Batch>(
            [&](Connection &connection) { return work::order(connection, id, what, u"bia"_s, clock.now()); });
    }
    Connection &reader() { return *fresh.database().reads().here().value(); }
    Batch now(qint64 id) { return batch(reader(), id).value().value(); }
    QList<BatchEntry> all(qint64 id, const EntryFilter &filter = {})
    {
        return entries(reader(), id, filter, LogRecordId(0), 100'000).value();
    }
    QStringList reasons(qint64 id)
    {
        QStringList told;
        for (const BatchEntry &entry : all(id))
            told.append(toWord(entry.state) + u' ' + entry.reason);
        return told;
    }

    void start(std::function<BatchOutcome(const BatchTask &)> answer, int capacity = 4)
    {
        runners.push_back(std::make_unique<BatchRunner>(
            fresh.database(), clock, *process, u"lojaclick"_s,
            [](Connection &, const QList<LogRecordId> &records) {
                QHash<LogRecordId, std::any> held;
                for (const LogRecordId record : records)
                    held.insert(record, record);
                return Result<QHash<LogRecordId, std::any>>(held);
            },
            [this, answer = std::move(answer)](const BatchTask &task, http::Client &,
                                               const CancelToken &) -> std::optional<BatchOutcome> {
                {
                    std::unique_lock lock(mutex);
                    seen.append(task);
                    gate.wait(lock, [this] { return open; });
                }
                return answer(task);
            },
            [capacity] { return capacity; }));
    }
    void startDone(int capacity = 4)
    {
        start([](const BatchTask &) { return BatchOutcome {EntryState::Succeeded, u"ok"_s}; }, capacity);
    }
    /// What the handler is asked waits until release().
    void hold()
    {
        const std::lock_guard lock(mutex);
        open = false;
    }
    void release()
    {
        {
            const std::lock_guard lock(mutex);
            open = true;
        }
        gate.notify_all();
    }
    void wake()
    {
        for (const auto &runner : runners)
            runner->wake();
    }
    int calls()
    {
        const std::lock_guard lock(mutex);
        return int(seen.size());
    }
    QList<BatchTask> tasks()
    {
        const std::lock_guard lock(mutex);
        return seen;
    }
    bool isEnded(qint64 id) { return now(id).endedAt.isValid(); }
    /// The runner has looked at every batch once more when a later one has ended.
    void passARound()
    {
        const Batch later = confirmed(chosen({LogRecordId(addRecord())}));
        wake();
        QTRY_VERIFY(isEnded(later.id));
    }

    test::TestDatabase fresh;
    test::ManualClock clock;
    std::unique_ptr<ProcessRegistry> process;
    int added = 0;
    std::mutex mutex;
    std::condition_variable gate;
    bool open = true;
    QList<BatchTask> seen;
    std::vector<std::unique_ptr<BatchRunner>> runners;
};

} // namespace

class TestBatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void wordsAreTheirOwnInverse();
    void aPlanSaysWhy();
    void aPlanTakesTheFirst();
    void aPlanIsSplit();
    void aPlanRunsNothing();
    void forbiddenRecordsAreNamed();
    void aSelectionMayBeLong();
    void confirmedTwiceIsOneBatch();
    void whatWasNotShownIsRefused();
    void aForgottenPlanIsGone();
    void aRecordIsInOneActiveBatch();
    void executesExactlyThePlan();
    void countersAddUpAtEveryInstant();
    void aPausedBatchBeginsNothing();
    void aCancelledBatchEndsWhatIsInFlight();
    void anEndedBatchTakesNoOrders();
    void deadProgramsAreFollowed();
    void aStaleLeaseDoesNotWin();
    void twoRunnersShareABatch();
    void theRateHolds();
    void aCanaryStopsItself();
    void aCanaryNoticesAnOutageUnderWay();
    void aClaimTouchesFewRows();
    void aCanaryWidens();
    void aCanaryIsOneForAllPrograms();
    void whatCameBackUntriedBeginsAnew();
    void whatAlwaysComesBackEnds();
    void smallBatchesDoNotWait();
};

void TestBatch::wordsAreTheirOwnInverse()
{
    for (int i = 0; i <= int(BatchState::Done); ++i)
        QCOMPARE(batchStateFromWord(toWord(BatchState(i))), BatchState(i));
    for (int i = 0; i <= int(EntryState::NotAttempted); ++i)
        QCOMPARE(entryStateFromWord(toWord(EntryState(i))), EntryState(i));
}

void TestBatch::aPlanSaysWhy()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecord(u"error"_s);
    yard.addRecord(u"pending"_s);
    yard.addRecord(u"cancelled"_s);
    yard.addRecord(u"success"_s);
    const qint64 leased = yard.addRecord(u"error"_s);
    const qint64 other = yard.addRecord(u"error"_s);
    yard.addRecord(u"error"_s, activation, 2);
    yard.addRecord(u"error"_s, u"guardian"_s);
    QVERIFY(yard.fresh.run(u"UPDATE log_record SET lease_owner = 77 WHERE id = %1"_s.arg(leased)));
    yard.confirmed(Yard::chosen({LogRecordId(other)}));
    const Batch plan = yard.plan(yard.order(Yard::openOf())).value();
    const QStringList expected {u"planned error"_s, u"planned pending"_s, u"excluded in_work"_s,
                                u"excluded in_batch"_s};
    QCOMPARE(yard.reasons(plan.id), expected);
    QCOMPARE(plan.state, BatchState::Planned);
    QCOMPARE(plan.counts, (BatchCounts {2, 0, 0, 0, 0}));
    QCOMPARE(plan.excluded, 2);
    QCOMPARE(plan.company, CompanyId(3));
    QStringList previewed;
    QVERIFY(eachPlanned(yard.reader(), yard.order(Yard::openOf()), [&](const BatchEntry &entry) {
        previewed.append(toWord(entry.state) + u' ' + entry.reason);
        return true;
    }));
    QCOMPARE(previewed, expected);
    for (const QString &reason :
         {u"error"_s, u"pending"_s, u"cancelled"_s, u"in_work"_s, u"in_batch"_s, u"beyond_first"_s})
        QVERIFY(reasonText(reason) != reason);
}

void TestBatch::aPlanTakesTheFirst()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    const QList<LogRecordId> ids = yard.addRecords(4);
    QVERIFY(yard.fresh.run(u"UPDATE log_record SET lease_owner = 77 WHERE id = %1"_s.arg(ids.first().value())));
    const Batch plan = yard.plan(yard.order(Yard::openOf(), 2)).value();
    QCOMPARE(yard.reasons(plan.id),
             (QStringList {u"excluded in_work"_s, u"planned error"_s, u"planned error"_s, u"excluded beyond_first"_s}));
}

void TestBatch::aPlanIsSplit()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    for (int i = 0; i < 3; ++i)
        yard.addRecord(u"error"_s, activation, 3, u"credit"_s);
    yard.addRecord(u"pending"_s, activation, 3, u"away"_s);
    QVERIFY(yard.fresh.run(u"INSERT INTO log_signature (id, version, text, first_at) VALUES ('credit', 1, 'Crédito não "
                           "aprovado para <número>', 1)"_s));
    const QList<PlanShare> shown = plannedShares(yard.reader(), yard.order(Yard::openOf())).value();
    const Batch plan = yard.plan(yard.order(Yard::openOf())).value();
    const QList<PlanShare> shares = planShares(yard.reader(), plan.id).value();
    QCOMPARE(shown, shares);
    QCOMPARE(shares.size(), 2);
    QCOMPARE(shares.first().count, 3);
    QCOMPARE(shares.first().signature, u"credit"_s);
    QCOMPARE(shares.first().signatureText, u"Crédito não aprovado para <número>"_s);
    QVERIFY(shares.last().signatureText.isEmpty());
    QVERIFY(shares.first().included);
    QCOMPARE(shares.last().status, log::Status::Pending);
    QCOMPARE(shares.last().company, CompanyId(3));
}

void TestBatch::aPlanRunsNothing()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(3);
    const Batch plan = yard.plan(yard.order(Yard::openOf())).value();
    yard.startDone();
    yard.passARound();
    QCOMPARE(yard.calls(), 1);
    QVERIFY(!plan.isActive());
    QVERIFY(inBatch(yard.reader(), {LogRecordId(1), LogRecordId(2)}).value().isEmpty());
    const QList<Batch> shown = batches(yard.reader(), 10).value();
    for (const Batch &known : shown)
        QVERIFY(known.id != plan.id);
}

void TestBatch::forbiddenRecordsAreNamed()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    const LogRecordId good(yard.addRecord(u"cancelled"_s));
    const LogRecordId done(yard.addRecord(u"success"_s));
    const LogRecordId other(yard.addRecord(u"error"_s, u"guardian"_s));
    const LogRecordId elsewhere(yard.addRecord(u"error"_s, activation, 2));
    const auto named = [&](const log::Filter &filter, int limit = 50) {
        QList<qint64> ids;
        const QList<ForbiddenRecord> found = forbidden(yard.reader(), yard.order(filter), limit).value();
        for (const ForbiddenRecord &record : found)
            ids.append(record.id.value());
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    QCOMPARE(named(Yard::chosen({good})), QList<qint64>());
    QCOMPARE(named(Yard::chosen({good, done, other, LogRecordId(999)})),
             (QList<qint64> {done.value(), other.value(), 999}));
    QCOMPARE(named(Yard::chosen({done, other}), 1).size(), 1);
    log::Filter ofCompany = Yard::chosen({good, elsewhere});
    ofCompany.company = CompanyId(3);
    QCOMPARE(named(ofCompany), QList<qint64> {elsewhere.value()});
    QCOMPARE(named(Yard::openOf()), QList<qint64>());
    log::Filter everything = Yard::openOf();
    everything.functionalities.clear();
    QCOMPARE(named(everything), QList<qint64> {other.value()});
    QCOMPARE(companies(yard.reader(), yard.order(Yard::chosen({good, elsewhere}))).value().size(), 2);
}

void TestBatch::aSelectionMayBeLong()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    QList<LogRecordId> ids = yard.addRecords(2);
    for (qint64 id = 1000; id < 70'000; ++id)
        ids.append(LogRecordId(id));
    QCOMPARE(yard.plan(yard.order(Yard::chosen(ids))).value().counts.planned, 2);
    QCOMPARE(forbidden(yard.reader(), yard.order(Yard::chosen(ids)), 50).value().size(), 50);
}

void TestBatch::confirmedTwiceIsOneBatch()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(3);
    const Batch plan = yard.plan(yard.order(Yard::openOf())).value();
    const Batch first = yard.confirm(plan, {true, {}, true}).value();
    const Batch second = yard.confirm(plan, {}, u"bia"_s).value();
    QCOMPARE(first.id, plan.id);
    QCOMPARE(first.state, BatchState::Waiting);
    QCOMPARE(second.id, first.id);
    QCOMPARE(second.who, u"ana"_s);
    QCOMPARE(second.options, (BatchOptions {true, {}, true}));
    QCOMPARE(inBatch(yard.reader(), {LogRecordId(1), LogRecordId(2), LogRecordId(99)}).value().size(), 2);
    yard.startDone();
    QTRY_VERIFY(yard.isEnded(plan.id));
    QCOMPARE(yard.confirm(plan).value().state, BatchState::Done);
    yard.passARound();
    QCOMPARE(yard.calls(), 4);
}

void TestBatch::whatWasNotShownIsRefused()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(3);
    const Batch plan = yard.plan(yard.order(Yard::openOf())).value();
    QCOMPARE(plan.hash, yard.plan(yard.order(Yard::openOf())).value().hash);
    QVERIFY(plan.hash != yard.plan(yard.order(Yard::openOf(), 2)).value().hash);
    Batch forged = plan;
    forged.hash = u"0"_s;
    QCOMPARE(yard.confirm(forged).error().code, ErrorCode::Conflict);
    forged = plan;
    forged.token = u"x"_s;
    QCOMPARE(yard.confirm(forged).error().code, ErrorCode::Conflict);
    QCOMPARE(yard.now(plan.id).state, BatchState::Planned);
}

void TestBatch::aForgottenPlanIsGone()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(3);
    const Batch plan = yard.plan(yard.order(Yard::openOf())).value();
    const Batch kept = yard.confirmed(Yard::openOf());
    const auto discard = [&](qint64 id) {
        return yard.write<void>([&](Connection &connection) { return discardPlan(connection, id); });
    };
    QVERIFY(discard(plan.id));
    QVERIFY(discard(plan.id));
    QVERIFY(discard(kept.id));
    QCOMPARE(yard.confirm(plan).error().code, ErrorCode::NotFound);
    QCOMPARE(yard.now(kept.id).counts.planned, 3);
    const Batch old = yard.plan(yard.order(Yard::openOf())).value();
    yard.clock.advance(std::chrono::hours(25));
    const Batch young = yard.plan(yard.order(Yard::openOf())).value();
    QVERIFY(yard.write<void>(
        [&](Connection &connection) { return discardOldPlans(connection, yard.clock.now().addDays(-1)); }));
    QCOMPARE(yard.fresh.number(u"SELECT count(*) FROM batch WHERE state = 'planned'"_s), 1);
    QCOMPARE(yard.fresh.number(u"SELECT count(*) FROM batch_entry WHERE batch = %1"_s.arg(old.id)), 0);
    QVERIFY(yard.confirm(young));
}

void TestBatch::aRecordIsInOneActiveBatch()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    const QList<LogRecordId> ids = yard.addRecords(3);
    const Batch first = yard.plan(yard.order(Yard::chosen({ids.at(0), ids.at(1)}))).value();
    const Batch second = yard.plan(yard.order(Yard::chosen({ids.at(1), ids.at(2)}))).value();
    QVERIFY(yard.confirm(first));
    const Batch overlapping = yard.confirm(second).value();
    QCOMPARE(overlapping.counts, (BatchCounts {2, 0, 0, 1, 0}));
    QCOMPARE(yard.all(second.id, {{EntryState::Skipped}, {}}).first().record, ids.at(1));
    QVERIFY(!yard.fresh.run(
        u"UPDATE batch_entry SET state = 'waiting' WHERE batch = %1 AND record = %2"_s.arg(second.id).arg(
            ids.at(1).value())));
    yard.startDone();
    QTRY_VERIFY(yard.isEnded(first.id) && yard.isEnded(second.id));
    QCOMPARE(yard.calls(), 3);
    // With nothing left to run, a batch ends as it is confirmed.
    const Batch again = yard.plan(yard.order(Yard::chosen(ids))).value();
    QVERIFY(yard.confirm(yard.plan(yard.order(Yard::chosen(ids))).value()));
    const Batch empty = yard.confirm(again).value();
    QCOMPARE(empty.state, BatchState::Done);
    QCOMPARE(empty.counts, (BatchCounts {3, 0, 0, 3, 0}));
}

void TestBatch::executesExactlyThePlan()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    const QList<LogRecordId> ids = yard.addRecords(60);
    const Batch batch = yard.confirmed(Yard::openOf(), {true, {}, false});
    yard.addRecords(5);
    yard.start([](const BatchTask &task) -> BatchOutcome {
        switch (task.record.value() % 4) {
        case 0:
            return {EntryState::Succeeded, u"efetivado"_s};
        case 1:
            return {EntryState::Failed, u"recusado"_s};
        case 2:
            return {EntryState::Skipped, u"em processamento"_s};
        default:
            return {EntryState::NotAttempted, u"parado"_s, true};
        }
    });
    QTRY_VERIFY(yard.isEnded(batch.id));
    const Batch ended = yard.now(batch.id);
    QCOMPARE(ended.state, BatchState::Done);
    QCOMPARE(ended.counts, (BatchCounts {60, 15, 15, 15, 15}));
    QCOMPARE(ended.counts.remaining(), 0);
    QVERIFY(ended.startedAt.isValid());
    QList<LogRecordId> done;
    for (const BatchTask &task : yard.tasks()) {
        done.append(task.record);
        QCOMPARE(task.who, u"ana"_s);
        QVERIFY(task.resetAttempts);
    }
    std::sort(done.begin(), done.end());
    QCOMPARE(done, ids);
    for (const BatchEntry &entry : yard.all(batch.id, {{EntryState::Failed}, {}}))
        QCOMPARE(entry.message, u"recusado"_s);
    QCOMPARE(batches(yard.reader(), 5).value().first().counts, ended.counts);
}

void TestBatch::countersAddUpAtEveryInstant()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(80);
    const Batch batch = yard.confirmed(Yard::openOf());
    std::atomic<int> wrong = 0;
    yard.start([&](const BatchTask &task) -> BatchOutcome {
        const BatchCounts counts = yard.now(batch.id).counts;
        const bool sound = counts.planned == 80 && counts.remaining() > 0 && counts.remaining() <= 80;
        wrong += sound ? 0 : 1;
        return {task.record.value() % 2 ? EntryState::Succeeded : EntryState::Failed, {}};
    });
    QTRY_VERIFY(yard.isEnded(batch.id));
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(yard.now(batch.id).counts, (BatchCounts {80, 40, 40, 0, 0}));
}

void TestBatch::aPausedBatchBeginsNothing()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(6);
    const Batch batch = yard.confirmed(Yard::openOf());
    QCOMPARE(yard.tell(batch.id, BatchOrder::Pause).value().state, BatchState::Paused);
    QCOMPARE(yard.tell(batch.id, BatchOrder::Pause).value().state, BatchState::Paused);
    yard.startDone();
    yard.passARound();
    QCOMPARE(yard.calls(), 1);
    QCOMPARE(yard.now(batch.id).counts.remaining(), 6);
    QCOMPARE(yard.now(batch.id).stateBy, u"bia"_s);
    QCOMPARE(yard.tell(batch.id, BatchOrder::Resume).value().state, BatchState::Waiting);
    yard.wake();
    QTRY_VERIFY(yard.isEnded(batch.id));
    QCOMPARE(yard.now(batch.id).counts.succeeded, 6);
}

void TestBatch::aCancelledBatchEndsWhatIsInFlight()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(10);
    const Batch batch = yard.confirmed(Yard::openOf());
    yard.hold();
    yard.startDone(2);
    QTRY_COMPARE(yard.calls(), 2);
    const Batch cancelled = yard.tell(batch.id, BatchOrder::Cancel).value();
    QCOMPARE(cancelled.state, BatchState::Cancelled);
    QCOMPARE(cancelled.counts, (BatchCounts {10, 0, 0, 0, 8}));
    QVERIFY(cancelled.isActive());
    QCOMPARE(yard.tell(batch.id, BatchOrder::Resume).error().code, ErrorCode::Rule);
    QCOMPARE(yard.tell(batch.id, BatchOrder::Cancel).value().state, BatchState::Cancelled);
    yard.release();
    QTRY_VERIFY(yard.isEnded(batch.id));
    QCOMPARE(yard.now(batch.id).counts, (BatchCounts {10, 2, 0, 0, 8}));
    QCOMPARE(yard.now(batch.id).state, BatchState::Cancelled);
    QVERIFY(yard.all(batch.id, {{EntryState::NotAttempted}, {}}).first().message.contains(u"bia"_s));
    QVERIFY(yard.plan(yard.order(Yard::openOf())).value().excluded == 0);
}

void TestBatch::anEndedBatchTakesNoOrders()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(1);
    QCOMPARE(yard.tell(99, BatchOrder::Pause).error().code, ErrorCode::NotFound);
    const Batch plan = yard.plan(yard.order(Yard::openOf())).value();
    QCOMPARE(yard.tell(plan.id, BatchOrder::Cancel).error().code, ErrorCode::Rule);
    QVERIFY(yard.confirm(plan));
    yard.startDone();
    QTRY_VERIFY(yard.isEnded(plan.id));
    for (const BatchOrder what : {BatchOrder::Pause, BatchOrder::Resume, BatchOrder::Cancel})
        QCOMPARE(yard.tell(plan.id, what).error().code, ErrorCode::Rule);
}

void TestBatch::deadProgramsAreFollowed()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    const QList<LogRecordId> ids = yard.addRecords(10);
    const Batch batch = yard.confirmed(Yard::openOf());
    const Batch dropped = yard.confirmed(Yard::chosen({LogRecordId(yard.addRecord())}));
    // A program of another machine that held three entries and has been silent for too long.
    QVERIFY(
        yard.fresh.run(u"INSERT INTO process (id, host, pid, pid_started, program, version, runs_workers, started_at, "
                       "heartbeat_at) VALUES (900, 'far', 1, 1, 'ponte', '0', 1, 1, 1)"_s));
    QVERIFY(yard.fresh.run(u"UPDATE batch_entry SET lease_owner = 900, lease_number = 5 "
                           "WHERE record IN (%1, %2, %3) OR batch = %4"_s.arg(ids.at(0).value())
                               .arg(ids.at(1).value())
                               .arg(ids.at(9).value())
                               .arg(dropped.id)));
    QCOMPARE(yard.tell(dropped.id, BatchOrder::Cancel).value().counts.remaining(), 1);
    yard.startDone(2);
    QTRY_COMPARE(yard.now(batch.id).counts.succeeded, 7);
    yard.passARound();
    QVERIFY(!yard.isEnded(batch.id));
    const auto other = ProcessRegistry::enter(yard.fresh.database(), yard.clock, {u"test"_s, u"0"_s, true}, {});
    QVERIFY(other);
    yard.wake();
    QTRY_VERIFY(yard.isEnded(batch.id) && yard.isEnded(dropped.id));
    QCOMPARE(yard.now(batch.id).counts, (BatchCounts {10, 10, 0, 0, 0}));
    QCOMPARE(yard.now(dropped.id).counts, (BatchCounts {1, 0, 0, 0, 1}));
}

void TestBatch::aStaleLeaseDoesNotWin()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(1);
    const Batch batch = yard.confirmed(Yard::openOf());
    QVERIFY(yard.fresh.run(u"UPDATE batch_entry SET lease_owner = 5, lease_number = 2"_s));
    const auto keep = [&](qint64 owner, qint64 number) {
        return yard.write<void>([&](Connection &connection) {
            return keepOutcome(connection,
                               {batch.id, LogRecordId(yard.all(batch.id).first().record), owner, number, {}},
                               {EntryState::Failed, u"tarde"_s}, yard.clock.now());
        });
    };
    QVERIFY(keep(5, 1));
    QVERIFY(keep(4, 2));
    QCOMPARE(yard.now(batch.id).counts.remaining(), 1);
    QVERIFY(keep(5, 2));
    QCOMPARE(yard.now(batch.id).counts.failed, 1);
    QVERIFY(keep(5, 2));
    QCOMPARE(yard.now(batch.id).counts.failed, 1);
}

void TestBatch::twoRunnersShareABatch()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    const QList<LogRecordId> ids = yard.addRecords(200);
    const Batch batch = yard.confirmed(Yard::openOf());
    yard.startDone();
    yard.startDone();
    yard.startDone();
    QTRY_VERIFY(yard.isEnded(batch.id));
    QSet<LogRecordId> once;
    for (const BatchTask &task : yard.tasks())
        once.insert(task.record);
    QCOMPARE(yard.calls(), 200);
    QCOMPARE(once.size(), 200);
    QCOMPARE(yard.now(batch.id).counts.succeeded, 200);
}

void TestBatch::theRateHolds()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(9);
    const Batch batch = yard.confirmed(Yard::openOf(), {false, 10, false});
    yard.startDone(8);
    yard.startDone(8);
    QTRY_COMPARE(yard.now(batch.id).counts.succeeded, 2);
    yard.passARound();
    QCOMPARE(yard.now(batch.id).counts.succeeded, 2);
    yard.clock.advance(std::chrono::milliseconds(100));
    yard.wake();
    QTRY_COMPARE(yard.now(batch.id).counts.succeeded, 3);
    // What was not used of a long wait is not made up for at once.
    yard.clock.advance(std::chrono::minutes(10));
    yard.wake();
    QTRY_COMPARE(yard.now(batch.id).counts.succeeded, 5);
    yard.passARound();
    QCOMPARE(yard.now(batch.id).counts.succeeded, 5);
}

void TestBatch::aCanaryStopsItself()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(40);
    std::atomic<bool> away = true;
    const Batch batch = yard.confirmed(Yard::openOf(), {false, {}, true});
    yard.start(
        [&](const BatchTask &) -> BatchOutcome {
            if (away)
                return {EntryState::Failed, u"sem resposta"_s, true};
            return {EntryState::Failed, u"recusado"_s, false};
        },
        16);
    QTRY_COMPARE(yard.now(batch.id).state, BatchState::Paused);
    QVERIFY(!yard.now(batch.id).stateReason.isEmpty());
    QCOMPARE(yard.now(batch.id).counts, (BatchCounts {40, 0, 5, 0, 0}));
    QVERIFY(yard.tell(batch.id, BatchOrder::Resume).value().stateReason.isEmpty());
    yard.wake();
    QTRY_COMPARE(yard.now(batch.id).counts.failed, 10);
    QTRY_COMPARE(yard.now(batch.id).state, BatchState::Paused);
    away = false;
    QVERIFY(yard.tell(batch.id, BatchOrder::Resume));
    yard.wake();
    QTRY_VERIFY(yard.isEnded(batch.id));
    QCOMPARE(yard.now(batch.id).counts.failed, 40);
}

void TestBatch::aCanaryNoticesAnOutageUnderWay()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(80);
    const Batch batch = yard.confirmed(Yard::openOf(), {false, {}, true});
    yard.start([](const BatchTask &task) -> BatchOutcome {
        const bool away = task.record.value() > 30;
        return {EntryState::Failed, away ? u"sem resposta"_s : u"recusado"_s, away};
    });
    QTRY_COMPARE(yard.now(batch.id).state, BatchState::Paused);
    QCOMPARE(yard.now(batch.id).counts, (BatchCounts {80, 0, 50, 0, 0}));
    QVERIFY(yard.now(batch.id).stateReason.contains(u"sem resposta"_s));
}

void TestBatch::aCanaryWidens()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(120);
    const Batch batch = yard.confirmed(Yard::openOf(), {false, {}, true});
    yard.hold();
    yard.startDone(64);
    QTRY_COMPARE(yard.calls(), 5);
    // Another batch is looked at after it, so that the first slice has been weighed again by then.
    const Batch later = yard.confirmed(Yard::chosen({LogRecordId(yard.addRecord())}));
    yard.wake();
    QTRY_COMPARE(yard.calls(), 6);
    QCOMPARE(yard.tasks().last().batch, later.id);
    yard.release();
    QTRY_VERIFY(yard.isEnded(batch.id));
    QCOMPARE(yard.now(batch.id).counts.succeeded, 120);
}

/// Each claim names a few rows of many; with a plan that sorts them all it took ten milliseconds.
void TestBatch::aCanaryIsOneForAllPrograms()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(60);
    yard.hold();
    const auto away = [](const BatchTask &) { return BatchOutcome {EntryState::Failed, u"sem resposta"_s, true}; };
    for (int programs = 0; programs < 3; ++programs)
        yard.start(away, 16);
    const Batch batch = yard.confirmed(Yard::openOf(), {false, {}, true});
    yard.wake();
    QTRY_COMPARE(yard.calls(), 5);
    // All three have looked at it again before anybody answers.
    for (int rounds = 0; rounds < 3; ++rounds) {
        const Batch later = yard.confirmed(Yard::chosen({LogRecordId(yard.addRecord())}));
        yard.wake();
        QTRY_COMPARE(yard.calls(), 6 + rounds);
        QCOMPARE(yard.tasks().last().batch, later.id);
    }
    yard.release();
    QTRY_COMPARE(yard.now(batch.id).state, BatchState::Paused);
    QCOMPARE(yard.now(batch.id).counts, (BatchCounts {60, 0, 5, 0, 0}));
}

void TestBatch::whatCameBackUntriedBeginsAnew()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(6);
    const Batch batch = yard.confirmed(Yard::openOf());
    std::atomic<int> away = 4;
    yard.start([&](const BatchTask &) -> BatchOutcome {
        if (away.fetch_sub(1) > 0)
            return {EntryState::Waiting, u"o banco de dados não respondeu"_s};
        return {EntryState::Succeeded, u"ok"_s};
    });
    QTRY_VERIFY(yard.isEnded(batch.id));
    QCOMPARE(yard.now(batch.id).counts, (BatchCounts {6, 6, 0, 0, 0}));
    QCOMPARE(yard.calls(), 10);
    for (const BatchEntry &entry : yard.all(batch.id))
        QVERIFY(entry.endedAt.isValid());
}

void TestBatch::whatAlwaysComesBackEnds()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(2);
    const Batch batch = yard.confirmed(Yard::openOf());
    const LogRecordId bad = yard.all(batch.id).first().record;
    yard.start([bad](const BatchTask &task) -> BatchOutcome {
        return {task.record == bad ? EntryState::Waiting : EntryState::Succeeded, u"recusado pelo banco"_s};
    });
    QTRY_VERIFY(yard.isEnded(batch.id));
    QCOMPARE(yard.now(batch.id).counts, (BatchCounts {2, 1, 0, 0, 1}));
    QCOMPARE(yard.calls(), 7);
    QCOMPARE(yard.all(batch.id).first().message, u"recusado pelo banco"_s);
}

void TestBatch::aClaimTouchesFewRows()
{
    QFETCH_GLOBAL(QString, backend);
    if (backend == "sqlite"_L1)
        return;
    Yard yard(backend);
    QVERIFY(yard.fresh.run(
        u"INSERT INTO log_record (integration, company, level, origin, functionality, module, key_fields, key_values, "
        "status, created_at, changed_at) SELECT 'lojaclick', 3, 1, 'LC-' || n, 'contract_activation', "
        "'lojaclick_export', 'K', 'V', 'error', 1, 1 FROM generate_series(1, 20000) AS number (n)"_s));
    const Batch batch = yard.confirmed(Yard::openOf());
    QCOMPARE(batch.counts.planned, 20'000);
    QVERIFY(yard.fresh.run(u"UPDATE batch SET state = 'running'"_s));
    // Fresh rows, of which the server knows nothing yet; it counts what this transaction has touched.
    const auto touched = [](Connection &connection) {
        QSqlQuery query(connection.database());
        return query.exec(u"SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) "
                          "FROM pg_stat_xact_user_tables WHERE relname = 'batch_entry'"_s)
                       && query.next()
                   ? query.value(0).toLongLong()
                   : -1;
    };
    const auto counted = yard.write<qint64>([&](Connection &connection) -> Result<qint64> {
        const qint64 before = touched(connection);
        const auto claimed = connection.query(
            u"work.claim_entries"_s, {{u":id"_s, batch.id}, {u":owner"_s, 1}, {u":after"_s, 0}, {u":places"_s, 32}});
        if (!claimed || claimed->size() != 32)
            return failure(ErrorCode::Database, u"not claimed"_s);
        return touched(connection) - before;
    });
    QVERIFY2(counted, counted ? "" : qPrintable(counted.error().message));
    QVERIFY2(*counted >= 32 && *counted < 1'000, QByteArray::number(*counted).constData());
}

void TestBatch::smallBatchesDoNotWait()
{
    QFETCH_GLOBAL(QString, backend);
    Yard yard(backend);
    yard.addRecords(50);
    const Batch large = yard.confirmed(Yard::openOf());
    const Batch small = yard.confirmed(Yard::chosen(yard.addRecords(1)));
    yard.hold();
    yard.startDone(4);
    QTRY_COMPARE(yard.calls(), 4);
    bool smallIsIn = false;
    for (const BatchTask &task : yard.tasks())
        smallIsIn = smallIsIn || task.batch == small.id;
    QVERIFY(smallIsIn);
    yard.release();
    QTRY_VERIFY(yard.isEnded(large.id) && yard.isEnded(small.id));
}

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_batch.moc"
