// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/logwriter.h"
#include "core/log/payloadcodec.h"
#include "core/work/notices.h"
#include "core/work/outbox.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace ponte;
using namespace ponte::work;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = OutboxOutcome::Kind;

OutboxEntry entryOf(const QString &cause, const QString &kind = u"notice"_s)
{
    OutboxEntry entry;
    entry.integration = u"lojaclick"_s;
    entry.kind = kind;
    entry.cause = cause;
    entry.company = CompanyId(3);
    entry.origin = u"LC-1"_s;
    entry.payload = {{u"number"_s, 7}};
    return entry;
}

log::NewExecution executionOf(const OutboxEntry &entry)
{
    log::NewExecution execution {
        {u"lojaclick"_s, entry.company, LevelId(1), entry.cause, u"broker_notice"_s, u"lojaclick_export"_s},
        u"CODCOLIGADA;IDVENDA"_s,
        u"3;"_s + entry.cause,
        {}};
    execution.item.trigger = log::Trigger::Outbox;
    execution.item.message = u"entregue"_s;
    execution.item.payload.sent = u"enviado "_s + entry.cause;
    return execution;
}

/// An outbox whose handler answers as a test says.
struct Post {
    explicit Post(const QString &backend)
        : fresh(backend)
        , process(ProcessRegistry::enter(fresh.database(), clock, {u"test"_s, u"0"_s, true}, {}).value())
    {}

    void add(const OutboxEntry &entry)
    {
        const auto added = fresh.database().writer().write<void>(
            "test", [&](storage::Connection &connection) { return enqueue(connection, entry, clock.now()); });
        QVERIFY(added);
    }
    void start(std::function<OutboxOutcome(const OutboxEntry &)> answer)
    {
        const auto handler = [this, answer = std::move(answer)](const OutboxEntry &entry, http::Client &) {
            {
                const std::lock_guard lock(mutex);
                seen.append(entry);
            }
            return answer(entry);
        };
        dispatcher = std::make_unique<OutboxDispatcher>(
            fresh.database(), clock, *process, QHash<QString, OutboxDispatcher::Handler> {{u"notice"_s, handler}},
            [this](const QString &) { return Result<qint64>(version.load()); }, [] { return 2; });
    }
    int calls() const
    {
        const std::lock_guard lock(mutex);
        return int(seen.size());
    }
    int callsOf(const QString &cause) const
    {
        const std::lock_guard lock(mutex);
        return int(std::count_if(seen.begin(), seen.end(), [&](const auto &entry) { return entry.cause == cause; }));
    }
    qint64 inState(const QString &state) const
    {
        return fresh.number(u"SELECT count(*) FROM outbox WHERE lease_owner IS NULL AND state = '%1'"_s.arg(state));
    }
    /// A round of the dispatcher was made when a later entry was handled.
    void passARound(const QString &cause)
    {
        add(entryOf(cause));
        dispatcher->wake();
        QTRY_COMPARE(callsOf(cause), 1);
    }

    test::TestDatabase fresh;
    test::ManualClock clock;
    std::unique_ptr<ProcessRegistry> process;
    std::atomic<qint64> version = 1;
    mutable std::mutex mutex;
    QList<OutboxEntry> seen;
    std::unique_ptr<OutboxDispatcher> dispatcher;
};

/// The log record of the entry's notice.
LogRecordId recordOf(Post &post)
{
    return post.fresh.database()
        .writer()
        .write<LogRecordId>("test",
                            [&](storage::Connection &connection) {
                                const log::RecordKey key {u"lojaclick"_s, CompanyId(3), LevelId(1),
                                                          u"LC-1"_s,      u"notice"_s,  u"lojaclick_export"_s};
                                return log::LogWriter(connection)
                                    .ensureRecord(key, u"CODCOLIGADA;IDVENDA"_s, u"3;LC-1"_s, log::Status::Error,
                                                  post.clock.now());
                            })
        .value();
}

} // namespace

class TestOutbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void waitsLonger_data();
    void waitsLonger();
    void keepsOneEntryPerCause();
    void aFailedTransactionLeavesNoEntry();
    void deliversOnce();
    void triesAgainLater();
    void obeysRetryAfter();
    void stopsUntilOtherCredentials();
    void leavesToAPerson();
    void keepsTheRecordWithTheOutcome();
    void keepsAGroupAsEachByItself();
    void aStaleLeaseDoesNotWin();
    void leavesUnknownKindsAlone();
    void aDeadProgramsEntryIsFound();
    void aPersonSendsAgain_data();
    void aPersonSendsAgain();
    void onlyNoticesAreSentAgain();
};

void TestOutbox::waitsLonger_data()
{
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<double>("random");
    QTest::addColumn<qint64>("milliseconds");
    const qint64 sixHours = 6 * 3'600'000;
    QTest::newRow("first, least") << 1 << -1 << 0.0 << qint64(4'000);
    QTest::newRow("first, middle") << 1 << -1 << 0.5 << qint64(5'000);
    QTest::newRow("first, most") << 1 << -1 << 1.0 << qint64(6'000);
    QTest::newRow("second") << 2 << -1 << 0.5 << qint64(15'000);
    QTest::newRow("third, least") << 3 << -1 << 0.0 << qint64(36'000);
    QTest::newRow("eighth") << 8 << -1 << 0.5 << qint64(10'935'000);
    QTest::newRow("capped") << 9 << -1 << 0.5 << sixHours;
    QTest::newRow("never above the cap") << 50 << -1 << 1.0 << sixHours;
    QTest::newRow("many hours, least") << 1000 << -1 << 0.0 << sixHours * 4 / 5;
    QTest::newRow("none yet") << 0 << -1 << 0.5 << qint64(5'000);
    QTest::newRow("asked for more") << 1 << 60 << 0.5 << qint64(60'000);
    QTest::newRow("asked for less") << 3 << 1 << 0.5 << qint64(45'000);
    QTest::newRow("asked for more than the cap") << 50 << 7 * 3600 << 0.5 << qint64(7 * 3'600'000);
}

void TestOutbox::waitsLonger()
{
    QFETCH(int, attempts);
    QFETCH(int, retryAfter);
    QFETCH(double, random);
    QFETCH(qint64, milliseconds);
    const auto asked = retryAfter < 0 ? std::nullopt : std::optional(std::chrono::seconds(retryAfter));
    QCOMPARE(qint64(outboxDelay(attempts, asked, random).count()), milliseconds);
}

void TestOutbox::keepsOneEntryPerCause()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    post.add(entryOf(u"3/LC-1"_s));
    OutboxEntry again = entryOf(u"3/LC-1"_s);
    again.payload = {{u"number"_s, 8}};
    post.add(again);
    post.add(entryOf(u"3/LC-1"_s, u"status"_s));
    QCOMPARE(post.fresh.number(u"SELECT count(*) FROM outbox"_s), 2);
    post.start([](const OutboxEntry &) { return OutboxOutcome {Kind::Done, {}}; });
    QTRY_COMPARE(post.inState(u"done"_s), 1);
    const OutboxEntry seen = post.seen.first();
    QCOMPARE(seen.payload, entryOf({}).payload);
    QCOMPARE(seen.integration, u"lojaclick"_s);
    QCOMPARE(seen.company, CompanyId(3));
    QCOMPARE(seen.origin, u"LC-1"_s);
    QCOMPARE(seen.attempts, 0);
    // What was delivered stays known, so that its cause cannot come twice.
    post.add(again);
    QCOMPARE(post.inState(u"done"_s), 1);
}

void TestOutbox::aFailedTransactionLeavesNoEntry()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    const auto failed =
        post.fresh.database().writer().write<void>("test", [&](storage::Connection &connection) -> Result<> {
            if (Result<> added = enqueue(connection, entryOf(u"a"_s), post.clock.now()); !added)
                return added;
            return failure(ErrorCode::Rule, u"no"_s);
        });
    QVERIFY(!failed);
    QCOMPARE(post.fresh.number(u"SELECT count(*) FROM outbox"_s), 0);
}

void TestOutbox::deliversOnce()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    for (int i = 0; i < 10; ++i)
        post.add(entryOf(QString::number(i)));
    post.start([](const OutboxEntry &) { return OutboxOutcome {Kind::Done, {}}; });
    QTRY_COMPARE(post.inState(u"done"_s), 10);
    post.clock.advance(24h);
    post.passARound(u"last"_s);
    QTRY_COMPARE(post.inState(u"done"_s), 11);
    QCOMPARE(post.calls(), 11);
    QCOMPARE(post.fresh.number(u"SELECT count(*) FROM outbox WHERE attempts <> 1 OR last_error <> ''"_s), 0);
}

void TestOutbox::triesAgainLater()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    post.add(entryOf(u"a"_s));
    post.start([](const OutboxEntry &entry) {
        return OutboxOutcome {entry.cause == u"a"_s && entry.attempts == 0 ? Kind::Retry : Kind::Done, u"fora do ar"_s};
    });
    // It waits before its first try too, so only the count of tries says that one was made.
    QTRY_COMPARE(post.fresh.number(u"SELECT attempts FROM outbox"_s), 1);
    QCOMPARE(post.inState(u"waiting"_s), 1);
    const qint64 delay = post.fresh.number(u"SELECT not_before FROM outbox"_s) - post.clock.now().toMSecsSinceEpoch();
    QVERIFY2(delay >= 4'000 && delay <= 6'000, qPrintable(QString::number(delay)));
    post.clock.advance(std::chrono::milliseconds(delay - 1));
    post.passARound(u"too early"_s);
    QCOMPARE(post.callsOf(u"a"_s), 1);
    QCOMPARE(post.fresh.number(u"SELECT count(*) FROM outbox WHERE cause = 'a' AND last_error = 'fora do ar'"_s), 1);
    post.clock.advance(1ms);
    post.dispatcher->wake();
    QTRY_COMPARE(post.inState(u"done"_s), 2);
    QCOMPARE(post.callsOf(u"a"_s), 2);
    QCOMPARE(post.fresh.number(u"SELECT attempts FROM outbox WHERE cause = 'a'"_s), 2);
}

void TestOutbox::obeysRetryAfter()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    post.add(entryOf(u"a"_s));
    post.start([](const OutboxEntry &) { return OutboxOutcome {Kind::Retry, u"depois"_s, 3600s}; });
    QTRY_COMPARE(post.fresh.number(u"SELECT attempts FROM outbox"_s), 1);
    QCOMPARE(post.fresh.number(u"SELECT not_before FROM outbox"_s), post.clock.now().addSecs(3600).toMSecsSinceEpoch());
}

void TestOutbox::stopsUntilOtherCredentials()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    post.add(entryOf(u"a"_s));
    post.start([&](const OutboxEntry &entry) {
        return OutboxOutcome {
            entry.cause == u"a"_s && entry.attempts == 0 ? Kind::Stopped : Kind::Done, u"401"_s, {}, 1};
    });
    QTRY_COMPARE(post.inState(u"stopped"_s), 1);
    post.clock.advance(24h);
    post.passARound(u"b"_s);
    QTRY_COMPARE(post.inState(u"done"_s), 1);
    post.passARound(u"c"_s);
    QCOMPARE(post.callsOf(u"a"_s), 1);
    QCOMPARE(post.inState(u"stopped"_s), 1);
    post.version = 2;
    post.dispatcher->wake();
    QTRY_COMPARE(post.inState(u"done"_s), 3);
    QCOMPARE(post.callsOf(u"a"_s), 2);
}

void TestOutbox::leavesToAPerson()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    post.add(entryOf(u"a"_s));
    post.start([](const OutboxEntry &entry) {
        return OutboxOutcome {entry.cause == u"a"_s ? Kind::NeedsPerson : Kind::Done, u"400"_s};
    });
    QTRY_COMPARE(post.inState(u"needs_person"_s), 1);
    post.version = 2;
    post.clock.advance(24h * 30);
    post.passARound(u"b"_s);
    QTRY_COMPARE(post.inState(u"done"_s), 1);
    post.passARound(u"c"_s);
    QCOMPARE(post.callsOf(u"a"_s), 1);
    QCOMPARE(post.inState(u"needs_person"_s), 1);
}

void TestOutbox::keepsTheRecordWithTheOutcome()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    post.start([&](const OutboxEntry &entry) {
        OutboxOutcome outcome {Kind::Done, {}};
        if (entry.cause == u"a"_s)
            outcome.execution = executionOf(entry);
        return outcome;
    });
    // It fails after the outcome was written: neither may stay.
    const bool sqlite = backend == u"sqlite"_s;
    const auto run = [&](const QString &sql) { QVERIFY(post.fresh.run(sql)); };
    run(sqlite
            ? u"CREATE TRIGGER no_room BEFORE INSERT ON log_payload BEGIN SELECT RAISE(ABORT, 'full'); END"_s
            : u"CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$;"
              "CREATE TRIGGER no_room BEFORE INSERT ON log_payload FOR EACH ROW EXECUTE FUNCTION full_disk()"_s);
    post.add(entryOf(u"a"_s));
    post.dispatcher->wake();
    QTRY_COMPARE(post.callsOf(u"a"_s), 1);
    // What cannot be kept holds up no other.
    post.passARound(u"b"_s);
    QTRY_COMPARE(post.inState(u"done"_s), 1);
    QCOMPARE(
        post.fresh.number(u"SELECT count(*) FROM outbox WHERE cause = 'a' AND state = 'waiting' AND attempts = 0"_s),
        1);
    QCOMPARE(post.fresh.number(u"SELECT count(*) FROM log_record"_s), 0);
    run(sqlite ? u"DROP TRIGGER no_room"_s : u"DROP TRIGGER no_room ON log_payload"_s);
    post.dispatcher->wake();
    QTRY_COMPARE(post.inState(u"done"_s), 2);
    QCOMPARE(post.callsOf(u"a"_s), 1);
    QCOMPARE(post.fresh.number(u"SELECT count(*) FROM log_item"_s), 1);
    QCOMPARE(post.fresh.number(u"SELECT count(*) FROM log_payload"_s), 1);
}

void TestOutbox::keepsAGroupAsEachByItself()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    constexpr int entries = 40;
    for (int i = 0; i < entries; ++i)
        post.add(entryOf(u"LC-%1"_s.arg(i)));
    post.start([&](const OutboxEntry &entry) {
        OutboxOutcome outcome {entry.cause.endsWith(u'7') ? Kind::NeedsPerson : Kind::Done,
                               u"\"frase\" 'do' Broker \\ ção"_s};
        outcome.execution = executionOf(entry);
        if (outcome.kind == Kind::NeedsPerson) {
            outcome.execution->item.status = log::Status::Error;
            outcome.execution->item.message = outcome.message;
            outcome.execution->item.httpStatus = 400;
        }
        return outcome;
    });
    QTRY_COMPARE(post.inState(u"done"_s), entries - 4);
    QTRY_COMPARE(post.inState(u"needs_person"_s), 4);
    QCOMPARE(post.calls(), entries);
    const auto count = [&](const QString &from) { return post.fresh.number(u"SELECT count(*) FROM "_s + from); };
    QCOMPARE(count(u"log_record WHERE items = 1 AND key_values = '3;' || origin"_s), entries);
    QCOMPARE(count(u"log_record WHERE status = 'success' AND signature = ''"_s), entries - 4);
    QCOMPARE(count(u"log_signature"_s), 1);
    QCOMPARE(
        count(
            u"log_item i JOIN log_record r ON r.id = i.record JOIN log_signature s ON s.id = r.signature AND s.id = "
            "i.signature WHERE i.status = 'error' AND i.http_status = 400 AND i.message = '\"frase\" ''do'' Broker \\ ção'"_s),
        4);
    QCOMPARE(count(u"outbox WHERE last_error = '\"frase\" ''do'' Broker \\ ção'"_s), 4);
    const auto connection = post.fresh.database().reads().here();
    const auto payloads =
        (*connection)
            ->queryText(
                u"SELECT r.origin, p.sent, p.received, p.detail FROM log_payload p JOIN log_item i ON i.id = p.item JOIN log_record r "
                "ON r.id = i.record"_s);
    QCOMPARE(payloads->size(), entries);
    for (const storage::Row &row : *payloads) {
        QCOMPARE(log::decompressed(row.bytes(u"sent")), QString(u"enviado "_s + row.text(u"origin")));
        QVERIFY(row.isNull(u"detail"));
    }
    // Once more of each: the record stays, with another item.
    QVERIFY(post.fresh.run(u"UPDATE outbox SET state = 'waiting'"_s));
    post.dispatcher->wake();
    QTRY_COMPARE(post.calls(), 2 * entries);
    QTRY_COMPARE(count(u"log_record WHERE items = 2"_s), entries);
    QCOMPARE(count(u"log_item WHERE number = 2"_s), entries);
}

void TestOutbox::aStaleLeaseDoesNotWin()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    post.add(entryOf(u"a"_s));
    post.start([&](const OutboxEntry &entry) {
        OutboxOutcome outcome {Kind::Done, {}};
        if (entry.cause == u"a"_s) {
            // Another program takes the entry over while this one stands still.
            static_cast<void>(post.fresh.run(
                u"UPDATE outbox SET lease_owner = 999, lease_number = lease_number + 1 WHERE cause = 'a'"_s));
            outcome.execution = executionOf(entry);
        }
        return outcome;
    });
    QTRY_COMPARE(post.callsOf(u"a"_s), 1);
    post.passARound(u"b"_s);
    QTRY_COMPARE(post.inState(u"done"_s), 1);
    post.passARound(u"c"_s);
    QCOMPARE(post.fresh.number(u"SELECT count(*) FROM log_item"_s), 0);
    QCOMPARE(post.fresh.number(u"SELECT count(*) FROM outbox WHERE cause = 'a' AND state = 'waiting' AND "
                               "lease_owner = 999 AND attempts = 0"_s),
             1);
}

void TestOutbox::leavesUnknownKindsAlone()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    post.add(entryOf(u"a"_s, u"of_another_program"_s));
    post.add(entryOf(u"a"_s, u"noticeX"_s));
    post.start([](const OutboxEntry &) { return OutboxOutcome {Kind::Done, {}}; });
    post.passARound(u"b"_s);
    QTRY_COMPARE(post.inState(u"done"_s), 1);
    QCOMPARE(post.calls(), 1);
    QCOMPARE(post.fresh.number(
                 u"SELECT count(*) FROM outbox WHERE kind <> 'notice' AND lease_owner IS NULL AND lease_number = 0"_s),
             2);
}

void TestOutbox::aDeadProgramsEntryIsFound()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    post.add(entryOf(u"a"_s));
    QVERIFY(post.fresh.run(u"UPDATE outbox SET lease_owner = 999, lease_number = 4"_s));
    post.start([](const OutboxEntry &) { return OutboxOutcome {Kind::Done, {}}; });
    post.passARound(u"b"_s);
    QCOMPARE(post.callsOf(u"a"_s), 0);
    QVERIFY(post.fresh.run(u"UPDATE outbox SET lease_owner = NULL WHERE cause = 'a'"_s));
    post.dispatcher->wake();
    QTRY_COMPARE(post.inState(u"done"_s), 2);
    QCOMPARE(post.fresh.number(u"SELECT lease_number FROM outbox WHERE cause = 'a'"_s), 5);
}

void TestOutbox::aPersonSendsAgain_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("state");
    QTest::newRow("delivered") << int(Kind::Done) << u"done"_s;
    QTest::newRow("waiting for its time") << int(Kind::Retry) << u"waiting"_s;
    QTest::newRow("stopped by credentials") << int(Kind::Stopped) << u"stopped"_s;
    QTest::newRow("left to a person") << int(Kind::NeedsPerson) << u"needs_person"_s;
}

void TestOutbox::aPersonSendsAgain()
{
    QFETCH_GLOBAL(QString, backend);
    QFETCH(int, kind);
    QFETCH(QString, state);
    Post post(backend);
    const LogRecordId record = recordOf(post);
    std::atomic<bool> first = true;
    post.add(entryOf(u"3/LC-1"_s));
    post.start([&](const OutboxEntry &) {
        OutboxOutcome outcome;
        outcome.kind = first.exchange(false) ? Kind(kind) : Kind::Done;
        outcome.credentialVersion = 1;
        return outcome;
    });
    QTRY_COMPARE(post.calls(), 1);
    QTRY_COMPARE(post.inState(state), 1);
    Notices notices(post.fresh.database(), post.clock);
    const auto connection = post.fresh.database().reads().here();
    const auto owner = security::Actor::owner(u"ana"_s);
    const auto undelivered = Notices::undelivered(owner, **connection, {u"notice"_s}, CompanyId(3), 10);
    QCOMPARE(undelivered->size(), state == u"done"_s ? 0 : 1);
    if (!undelivered->isEmpty()) {
        QCOMPARE(undelivered->first().record, std::optional(record));
        QCOMPARE(undelivered->first().state, state);
    }
    QVERIFY(notices.resend(owner, record));
    post.dispatcher->wake();
    QTRY_COMPARE(post.calls(), 2);
    QTRY_COMPARE(post.inState(u"done"_s), 1);
    const std::lock_guard lock(post.mutex);
    QCOMPARE(post.seen.first().askedBy, QString());
    QCOMPARE(post.seen.last().askedBy, u"ana"_s);
    QCOMPARE(post.seen.last().attempts, 0);
    QCOMPARE(post.fresh.number(u"SELECT count(*) FROM outbox WHERE asked_by <> ''"_s), 0);
}

void TestOutbox::onlyNoticesAreSentAgain()
{
    QFETCH_GLOBAL(QString, backend);
    Post post(backend);
    const LogRecordId record = recordOf(post);
    Notices notices(post.fresh.database(), post.clock);
    const auto owner = security::Actor::owner(u"ana"_s);
    QCOMPARE(notices.resend(owner, record).error().code, ErrorCode::Rule);
    QCOMPARE(notices.resend(owner, LogRecordId(999)).error().code, ErrorCode::NotFound);
    post.add(entryOf(u"3/LC-1"_s));
    QCOMPARE(notices.resend(security::Actor::apiClient(u"broker"_s, CompanyId(2)), record).error().code,
             ErrorCode::Permission);
    QVERIFY(post.fresh.run(u"UPDATE outbox SET lease_owner = 1"_s));
    QCOMPARE(notices.resend(owner, record).error().code, ErrorCode::Conflict);
    QVERIFY(post.fresh.run(u"UPDATE outbox SET lease_owner = NULL"_s));
    QVERIFY(notices.resend(owner, record));
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
