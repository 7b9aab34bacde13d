// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "tests/core/lojaclick/saleworld.h"

using namespace ponte;
using namespace ponte::lojaclick;
using namespace Qt::StringLiterals;
using log::CallState;
using log::Status;

namespace {

const QString functionality = u"contract_activation"_s;
const QByteArray refuse = R"({"system":"erp","operation":"efetivacao","fault":"refuse"})";

/// As this and other programs find the ERP after it failed too often, or refused the credentials.
bool holdBack(SaleWorld &world, bool stopped)
{
    const QString until = QString::number(world.clock.now().addSecs(300).toMSecsSinceEpoch());
    return world.fresh.run(u"DELETE FROM destination_health WHERE destination = 'ERP'"_s)
           && world.fresh.run(
               u"INSERT INTO destination_health (destination, credential_version, failures, stopped, verified, "
               "paused_until, last_error, changed_at) VALUES ('ERP', 1, 5, %1, 0, %2, '', 0)"_s.arg(
                   stopped ? u"1"_s : u"0"_s, stopped ? u"NULL"_s : until));
}

} // namespace

class TestActivation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }
    void initTestCase() { m_outside = std::make_unique<Outside>(); }
    void cleanupTestCase() { m_outside.reset(); }

    void whatIsHeldBackIsNoAttempt_data();
    void whatIsHeldBackIsNoAttempt();
    void aSaleMeetsAPausedErp();
    void aPersonProbesAPausedErp();
    void anUnknownOutcomeIsAskedFirst();
    void theLastAttemptAsksOnceMore();
    void automaticRunsCountUntilCancelled();
    void aCancelledRecordKeepsItsReason();
    void retryAfterIsKept();
    void whatIsHeldBackBeginsNothingAnew();
    void aLeasedRecordIsLeftAlone();
    void aLeaseLostUnderWayKeepsNothing();
    void schedulesLeaveHalfOfThePlaces();

private:
    std::unique_ptr<Outside> m_outside;
};

void TestActivation::whatIsHeldBackIsNoAttempt_data()
{
    QTest::addColumn<bool>("stopped");
    QTest::addColumn<QString>("callState");
    QTest::addColumn<QString>("status");
    for (const bool stopped : {false, true}) {
        for (const QString &callState : {u"none"_s, u"unknown"_s}) {
            for (const QString &status : {u"error"_s, u"pending"_s})
                QTest::addRow("%s, call %s, %s", stopped ? "stopped" : "paused", qPrintable(callState),
                              qPrintable(status))
                    << stopped << callState << status;
        }
    }
}

void TestActivation::whatIsHeldBackIsNoAttempt()
{
    QFETCH_GLOBAL(QString, backend);
    QFETCH(bool, stopped);
    QFETCH(QString, callState);
    QFETCH(QString, status);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(refuse);
    QCOMPARE(world.sell().httpStatus, 200);
    QVERIFY(world.fresh.run(u"UPDATE log_record SET call_state = '%1', status = '%2', automatic_attempts = 2 "
                            "WHERE functionality = 'contract_activation'"_s.arg(callState, status)));
    QVERIFY(holdBack(world, stopped));
    const QJsonObject before = m_outside->calls(u"erp"_s);
    const AttemptReport report = world.attempt(AttemptKind::Automatic);
    QVERIFY(!report.called);
    QVERIFY2(report.message.contains(stopped ? u"paradas"_s : u"em pausa"_s), qPrintable(report.message));
    const auto record = world.record(functionality);
    QCOMPARE(log::toWord(record->status), status);
    QCOMPARE(log::toWord(record->callState), callState);
    QCOMPARE(record->automaticAttempts, 2);
    QCOMPARE(record->leaseOwner, 0);
    QCOMPARE(m_outside->calls(u"erp"_s), before);
}

void TestActivation::aSaleMeetsAPausedErp()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    QVERIFY(holdBack(world, false));
    const ApiAnswer answer = world.sell();
    QCOMPARE(answer.httpStatus, 200);
    QCOMPARE(SaleWorld::situation(answer), u"Pendente"_s);
    const auto record = world.record(functionality);
    QCOMPARE(record->status, Status::Pending);
    QCOMPARE(record->callState, CallState::None);
    QVERIFY(record->message.contains(u"em pausa"_s));
    QVERIFY(m_outside->calls(u"erp"_s).isEmpty());
    world.clock.advance(std::chrono::seconds(300));
    QCOMPARE(world.attempt(AttemptKind::Automatic).state, (ActivationState {Status::Success, 1, 0, {}}));
}

void TestActivation::aPersonProbesAPausedErp()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(refuse);
    QCOMPARE(world.sell().httpStatus, 200);
    m_outside->forgiveAll();
    QVERIFY(holdBack(world, false));
    const AttemptReport report = world.attempt(AttemptKind::Manual);
    QVERIFY(report.called);
    QCOMPARE(report.state, (ActivationState {Status::Success, 0, 1, {}}));
    QCOMPARE(m_outside->contracts(), 1);
    QCOMPARE(world.items(functionality).last().who, u"ana"_s);
}

void TestActivation::anUnknownOutcomeIsAskedFirst()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    // An ERP that trusts its callers makes a second contract of a second call.
    m_outside->fault(R"({"system":"erp","deduplicate":false})");
    m_outside->fault(R"({"system":"erp","operation":"efetivacao","fault":"unknown_outcome","times":1})");
    const ApiAnswer answer = world.sell();
    QCOMPARE(SaleWorld::situation(answer), u"Pendente"_s);
    QCOMPARE(world.record(functionality)->callState, CallState::Unknown);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM outbox"_s), 0);
    QCOMPARE(m_outside->contracts(), 1);
    const AttemptReport report = world.attempt(AttemptKind::Automatic);
    QVERIFY(report.called);
    QCOMPARE(report.state, (ActivationState {Status::Success, 1, 0, {}}));
    QCOMPARE(m_outside->contracts(), 1);
    QCOMPARE(world.record(functionality)->callState, CallState::None);
    QCOMPARE(world.items(functionality).size(), 2);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM outbox"_s), 2);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM sale WHERE contract_number <> ''"_s), 1);
}

void TestActivation::theLastAttemptAsksOnceMore()
{
    QFETCH_GLOBAL(QString, backend);
    const QByteArray lost = R"({"system":"erp","operation":"efetivacao","fault":"unknown_outcome","times":1})";
    const QString used = u"UPDATE log_record SET automatic_attempts = 2 WHERE functionality = 'contract_activation'"_s;
    SaleWorld world(backend, *m_outside);
    m_outside->fault(refuse);
    QCOMPARE(world.sell().httpStatus, 200);
    m_outside->forgiveAll();
    QVERIFY(world.fresh.run(used));
    m_outside->fault(lost);
    QCOMPARE(world.attempt(AttemptKind::Automatic).state, (ActivationState {Status::Success, 3, 0, {}}));
    QCOMPARE(m_outside->contracts(), 1);
    QCOMPARE(m_outside->calls(u"erp"_s).value(u"consulta"_s).toInt(), 1);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM outbox"_s), 2);
    // Where the question is not answered either, a person reads that the contract may exist.
    m_outside->reset();
    SaleWorld other(backend, *m_outside);
    m_outside->fault(refuse);
    QCOMPARE(other.sell().httpStatus, 200);
    m_outside->forgiveAll();
    QVERIFY(other.fresh.run(used));
    m_outside->fault(lost);
    m_outside->fault(R"({"system":"erp","operation":"consulta","fault":"500"})");
    const AttemptReport report = other.attempt(AttemptKind::Automatic);
    QCOMPARE(report.state.status, Status::Cancelled);
    QVERIFY2(report.state.cancelledReason.contains(u"pode ter sido efetivado"_s),
             qPrintable(report.state.cancelledReason));
    QCOMPARE(other.record(functionality)->callState, CallState::Unknown);
    m_outside->forgiveAll();
    QCOMPARE(other.attempt(AttemptKind::Manual).state, (ActivationState {Status::Success, 3, 1, {}}));
    QCOMPARE(m_outside->contracts(), 1);
}

void TestActivation::automaticRunsCountUntilCancelled()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(refuse);
    QCOMPARE(SaleWorld::situation(world.sell()), u"Erro"_s);
    for (const Status expected : {Status::Error, Status::Error, Status::Cancelled})
        QCOMPARE(world.attempt(AttemptKind::Automatic).state.status, expected);
    const auto record = world.record(functionality);
    QCOMPARE(record->status, Status::Cancelled);
    QCOMPARE(record->automaticAttempts, 3);
    QCOMPARE(record->items, 4);
    QVERIFY(!record->cancelledReason.isEmpty());
    // Each item tells how its own call ended, whatever became of the record.
    QCOMPARE(world.items(functionality).last().status, Status::Error);
    m_outside->forgiveAll();
    QCOMPARE(world.attempt(AttemptKind::Manual).state, (ActivationState {Status::Success, 3, 1, {}}));
    QVERIFY(world.record(functionality)->cancelledReason.isEmpty());
}

void TestActivation::aCancelledRecordKeepsItsReason()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(refuse);
    QCOMPARE(world.sell().httpStatus, 200);
    QVERIFY(world.fresh.run(u"UPDATE log_record SET status = 'cancelled', automatic_attempts = 3, "
                            "cancelled_reason = 'três recusas' WHERE functionality = 'contract_activation'"_s));
    QCOMPARE(world.attempt(AttemptKind::Manual).state.status, Status::Cancelled);
    const auto record = world.record(functionality);
    QCOMPARE(record->status, Status::Cancelled);
    QCOMPARE(record->cancelledReason, u"três recusas"_s);
    QCOMPARE(record->manualAttempts, 1);
}

void TestActivation::retryAfterIsKept()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(R"({"system":"erp","operation":"efetivacao","fault":"503","retryAfter":90,"times":1})");
    QCOMPARE(SaleWorld::situation(world.sell()), u"Pendente"_s);
    QCOMPARE(world.record(functionality)->notBefore, world.clock.now().addSecs(90));
    QVERIFY(world.attempt(AttemptKind::Manual).called);
    QVERIFY(!world.record(functionality)->notBefore.isValid());
}

void TestActivation::whatIsHeldBackBeginsNothingAnew()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(R"({"system":"erp","operation":"efetivacao","fault":"503","retryAfter":90,"times":1})");
    QCOMPARE(world.sell().httpStatus, 200);
    const QDateTime asked = world.clock.now().addSecs(90);
    QVERIFY(world.fresh.run(u"UPDATE log_record SET status = 'cancelled', automatic_attempts = 3, "
                            "cancelled_reason = 'três recusas' WHERE functionality = 'contract_activation'"_s));
    const auto attempt = [&] {
        auto lease = world.activation.claim(world.record(functionality)->id).value();
        lease->anew = true;
        http::Client client;
        return world.activation.attempt(*lease, AttemptKind::Manual, u"ana"_s, client, {}).value();
    };
    QVERIFY(holdBack(world, true));
    QVERIFY(!attempt().called);
    auto record = world.record(functionality);
    QCOMPARE(record->status, Status::Cancelled);
    QCOMPARE(record->automaticAttempts, 3);
    QCOMPARE(record->cancelledReason, u"três recusas"_s);
    QCOMPARE(record->notBefore, asked);
    // The first attempt that is made does what the person asked for.
    QVERIFY(world.fresh.run(u"DELETE FROM destination_health WHERE destination = 'ERP'"_s));
    m_outside->fault(refuse);
    QCOMPARE(attempt().state, (ActivationState {Status::Error, 0, 1, {}}));
    record = world.record(functionality);
    QCOMPARE(record->status, Status::Error);
    QCOMPARE(record->automaticAttempts, 0);
    QVERIFY(record->cancelledReason.isEmpty());
    QVERIFY(!record->notBefore.isValid());
}

void TestActivation::aLeasedRecordIsLeftAlone()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(refuse);
    QCOMPARE(world.sell().httpStatus, 200);
    const LogRecordId id = world.record(functionality)->id;
    const auto lease = world.activation.claim(id).value();
    QVERIFY(lease);
    QVERIFY(!world.activation.claim(id).value());
    // A lease that was taken over keeps nothing.
    QVERIFY(world.fresh.run(u"UPDATE log_record SET lease_number = lease_number + 1"_s));
    http::Client client;
    const auto late = world.activation.attempt(*lease, AttemptKind::Automatic, u"ana"_s, client, {});
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::Conflict);
    QCOMPARE(world.record(functionality)->automaticAttempts, 0);
    QCOMPARE(world.record(functionality)->items, 1);
    // What succeeded is never claimed again.
    QVERIFY(world.fresh.run(u"UPDATE log_record SET lease_owner = NULL, status = 'success'"_s));
    QVERIFY(!world.activation.claim(id).value());
}

void TestActivation::aLeaseLostUnderWayKeepsNothing()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(refuse);
    QCOMPARE(world.sell().httpStatus, 200);
    m_outside->forgiveAll();
    m_outside->fault(R"({"system":"erp","operation":"efetivacao","fault":"slow","afterMs":3000,"times":1})");
    const auto lease = world.activation.claim(world.record(functionality)->id).value();
    auto late = std::async(std::launch::async, [&] {
        http::Client client;
        return world.activation.attempt(*lease, AttemptKind::Automatic, u"ana"_s, client, {});
    });
    QTRY_COMPARE(m_outside->calls(u"erp"_s).value(u"efetivacao"_s).toInt(), 2);
    // The program stood still for so long that another one took the record over.
    QVERIFY(world.fresh.run(u"UPDATE log_record SET lease_number = lease_number + 1 "
                            "WHERE functionality = 'contract_activation'"_s));
    const auto report = late.get();
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Conflict);
    const auto record = world.record(functionality);
    QCOMPARE(record->automaticAttempts, 0);
    QCOMPARE(record->items, 1);
    QVERIFY(record->leaseOwner != 0);
}

void TestActivation::schedulesLeaveHalfOfThePlaces()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    QCOMPARE(world.activation.atOnce(), 16);
    {
        const Activation::Places few(world.activation, 3);
        QCOMPARE(few.count(), 3);
        const Activation::Places many(world.activation, 1000);
        QCOMPARE(many.count(), 5);
        QCOMPARE(world.activation.atOnce(), 8);
        // One is needed to go on at all, also for a run that had nothing to do.
        const Activation::Places late(world.activation, 0);
        QCOMPARE(late.count(), 1);
        QCOMPARE(world.activation.atOnce(), 7);
    }
    QCOMPARE(world.activation.atOnce(), 16);
}

QTEST_GUILESS_MAIN(TestActivation)
#include "tst_activation.moc"
