// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/resend.h"
#include "tests/core/lojaclick/saleworld.h"

#include <algorithm>
#include <atomic>
#include <thread>

using namespace ponte;
using namespace ponte::lojaclick;
using namespace Qt::StringLiterals;
using log::Status;

namespace {

const QByteArray refused = R"({"system":"erp","operation":"efetivacao","fault":"refuse"})";

work::Schedule scheduleOf(const log::Filter &filter = {})
{
    work::Schedule schedule;
    schedule.id = 1;
    schedule.name = u"Reenvio automático"_s;
    schedule.company = CompanyId(3);
    schedule.filter = filter;
    return schedule;
}

/// A valid CPF that begins with these nine digits.
QString cpfOf(int number)
{
    QString digits = QString::number(number);
    for (int length = 9; length < 11; ++length) {
        int sum = 0;
        for (int i = 0; i < length; ++i)
            sum += digits.at(i).digitValue() * (length + 1 - i);
        digits += QString::number(sum * 10 % 11 % 10);
    }
    return digits;
}

/// A world with sales that the ERP refused.
struct ResendWorld : SaleWorld {
    ResendWorld(const QString &backend, Outside &outsideSystems)
        : SaleWorld(backend, outsideSystems)
        , resend(environment, activation)
    {}

    void sellRefused(int count)
    {
        outside.fault(refused);
        for (int i = 0; i < count; ++i) {
            const QJsonObject sale =
                sample::with(sample::with(sample::senaiSale(), u"idVenda"_s, u"LC-2026-00020%1-1"_s.arg(i)),
                             u"aluno.cpf"_s, cpfOf(100'000'000 + i * 7));
            if (sell(sale).httpStatus != 200)
                qFatal("a sale was not taken");
        }
        outside.forgiveAll();
    }
    /// As this and other programs find the ERP after it failed too often.
    bool pauseErp()
    {
        const QString until = QString::number(clock.now().addSecs(300).toMSecsSinceEpoch());
        return fresh.run(u"DELETE FROM destination_health WHERE destination = 'ERP'"_s)
               && fresh.run(
                   u"INSERT INTO destination_health (destination, credential_version, failures, stopped, "
                   "verified, paused_until, last_error, changed_at) VALUES ('ERP', 1, 5, 0, 0, %1, '', 0)"_s.arg(
                       until));
    }
    /// The ERP went down before the eyes of this program, and came back unnoticed.
    void loseErp()
    {
        http::Client client;
        work::Destination::Sender sender(environment.erp, client, work::Destination::Sender::Probe);
        for (int call = 0; call < 5; ++call) {
            if (sender.send({.url = QUrl(u"http://127.0.0.1:1/"_s)}))
                qFatal("something answers at port 1");
        }
    }
    void closeErp()
    {
        const bool moved =
            connections
                .set(security::Actor::owner(u"ana"_s),
                     {u"erp"_s, QUrl(u"http://127.0.0.1:1/erp"_s), u"integracao"_s, u"sandbox"_s, {}, {}, {}})
                .has_value();
        if (!moved)
            qFatal("the ERP could not be moved");
    }
    work::ScheduleReport run(const work::Schedule &schedule = scheduleOf(), const QDateTime &since = {})
    {
        return resend.run(schedule, since, {}).value();
    }
    QList<log::Record> activations()
    {
        log::Filter filter;
        filter.functionalities = {u"contract_activation"_s};
        return log::LogReader(**fresh.database().reads().here())
            .page(filter, {log::SortColumn::Id, false}, {}, 100)
            .value()
            .records;
    }
    QList<int> attempts()
    {
        QList<int> list;
        for (const log::Record &record : activations())
            list.append(record.automaticAttempts);
        return list;
    }

    Resend resend;
};

} // namespace

class TestResend final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }
    void initTestCase() { m_outside = std::make_unique<Outside>(); }
    void cleanupTestCase() { m_outside.reset(); }

    void takesWhatTheFilterChooses();
    void anEmptyMaximumCallsNobody();
    void aPausedErpIsProbedOnce();
    void aProbeThatIsAnsweredGoesOn();
    void severalAtATime();
    void aCancelEndsItSoon();
    void aLoweredMaximumKeepsTheLastError();
    void aDatabaseFailureKeepsNoLease();
    void theLeastTriedComesFirst();
    void anInterruptedRunGoesOn();
    void aSignatureChooses();
    void oneRecordDoesNotStopTheOthers();
    void whatIsHeldBackLeavesNoItem();

private:
    std::unique_ptr<Outside> m_outside;
};

void TestResend::takesWhatTheFilterChooses()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(3);
    log::Filter filter;
    filter.origin = u"LC-2026-000201-1"_s;
    work::ScheduleReport report = world.run(scheduleOf(filter));
    QCOMPARE(report.planned, 1);
    QCOMPARE(report.succeeded, 1);
    QCOMPARE(m_outside->contracts(), 1);
    // Other functionalities of the same sale are not run again, whatever the filter says.
    QCOMPARE(world.run(scheduleOf(filter)).planned, 0);
    filter.origin.clear();
    filter.statuses = {Status::Pending};
    QCOMPARE(world.run(scheduleOf(filter)).planned, 0);
    filter.statuses = {Status::Error};
    report = world.run(scheduleOf(filter));
    QCOMPARE(report.planned, 2);
    QCOMPARE(report.succeeded, 2);
    QCOMPARE(m_outside->contracts(), 3);
}

void TestResend::anEmptyMaximumCallsNobody()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(1);
    QVERIFY(world.parameters.apply(
        security::Actor::owner(u"ana"_s),
        {{u"lojaclick.resend.max_attempts"_s, parameters::Scope::ofCompany(CompanyId(3)), QString()}}));
    const QJsonObject before = m_outside->calls(u"erp"_s);
    const work::ScheduleReport report = world.run();
    QCOMPARE(report.planned, 0);
    QCOMPARE(report.message, u"0 registros: parâmetro 'Número tentativas de reenvio' vazio"_s);
    QCOMPARE(m_outside->calls(u"erp"_s), before);
    QCOMPARE(world.attempts(), QList<int> {0});
}

void TestResend::aPausedErpIsProbedOnce()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(4);
    world.closeErp();
    // Five failures in a row make it down; what comes after them is kept for later.
    work::ScheduleReport report = world.run();
    QCOMPARE(report.planned, 4);
    QCOMPARE(report.failed, 4);
    QCOMPARE(world.attempts(), (QList<int> {1, 1, 1, 1}));
    report = world.run();
    QCOMPARE(report.failed, 1);
    QCOMPARE(report.notAttempted, 3);
    QCOMPARE(world.attempts(), (QList<int> {2, 1, 1, 1}));
    // Each further run asks once, for another record.
    for (int run = 0; run < 3; ++run) {
        world.clock.advance(std::chrono::minutes(run % 2));
        report = world.run();
        QCOMPARE(report.failed, 1);
        QCOMPARE(report.notAttempted, 3);
    }
    QCOMPARE(world.attempts(), (QList<int> {2, 2, 2, 2}));
}

void TestResend::aProbeThatIsAnsweredGoesOn()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(3);
    world.loseErp();
    http::Client client;
    work::Destination::Sender held(world.environment.erp, client, 0);
    QCOMPARE(held.send({.url = QUrl(u"http://127.0.0.1:1/"_s)}).error().field, u"paused"_s);
    const work::ScheduleReport report = world.run();
    QCOMPARE(report.planned, 3);
    QCOMPARE(report.succeeded, 3);
    QCOMPARE(m_outside->contracts(), 3);
}

void TestResend::severalAtATime()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(6);
    m_outside->fault(R"({"system":"erp","operation":"efetivacao","fault":"slow","afterMs":500})");
    std::atomic<bool> isOver = false;
    qint64 most = 0;
    std::thread watcher([&] {
        while (!isOver)
            most =
                std::max(most, world.fresh.number(u"SELECT count(*) FROM log_record WHERE lease_owner IS NOT NULL"_s));
    });
    const work::ScheduleReport report = world.run();
    isOver = true;
    watcher.join();
    QCOMPARE(report.planned, 6);
    QCOMPARE(report.succeeded, 6);
    QCOMPARE(m_outside->contracts(), 6);
    QCOMPARE(world.attempts(), QList<int>(6, 1));
    QVERIFY(most > 1);
}

void TestResend::aCancelEndsItSoon()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(6);
    m_outside->fault(R"({"system":"erp","operation":"efetivacao","fault":"hang"})");
    CancelToken cancel;
    std::thread stopper([&] {
        while (world.fresh.number(u"SELECT count(*) FROM log_record WHERE lease_owner IS NOT NULL"_s) == 0)
            std::this_thread::yield();
        cancel.cancel();
    });
    const work::ScheduleReport report = world.resend.run(scheduleOf(), {}, cancel).value();
    stopper.join();
    QCOMPARE(report.planned, 6);
    QVERIFY(report.notAttempted >= 5);
    QCOMPARE(report.succeeded, 0);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM log_record WHERE lease_owner IS NOT NULL"_s), 0);
}

void TestResend::aLoweredMaximumKeepsTheLastError()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(1);
    const QString last = world.activations().first().message;
    QVERIFY(!last.isEmpty());
    QVERIFY(world.fresh.run(u"UPDATE log_record SET automatic_attempts = 99 WHERE functionality = "
                            "'contract_activation'"_s));
    QCOMPARE(world.run().skipped, 1);
    const log::Record record = world.activations().first();
    QCOMPARE(record.status, Status::Cancelled);
    QVERIFY2(record.cancelledReason.endsWith(u"Último erro: "_s + last), qPrintable(record.cancelledReason));
}

void TestResend::aDatabaseFailureKeepsNoLease()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(1);
    QVERIFY(world.fresh.run(u"ALTER TABLE sale RENAME TO sale_elsewhere"_s));
    QCOMPARE(world.run().notAttempted, 1);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM log_record WHERE lease_owner IS NOT NULL"_s), 0);
    QVERIFY(world.fresh.run(u"ALTER TABLE sale_elsewhere RENAME TO sale"_s));
    QCOMPARE(world.run().succeeded, 1);
}

void TestResend::theLeastTriedComesFirst()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(3);
    QVERIFY(world.fresh.run(u"UPDATE log_record SET automatic_attempts = 2 WHERE origin = 'LC-2026-000200-1'"_s));
    world.closeErp();
    QVERIFY(world.pauseErp());
    QVERIFY(world.fresh.run(u"UPDATE destination_health SET credential_version = credential_version + 1"_s));
    const work::ScheduleReport report = world.run();
    QCOMPARE(report.failed, 1);
    QCOMPARE(world.attempts(), (QList<int> {2, 1, 0}));
}

void TestResend::anInterruptedRunGoesOn()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(3);
    m_outside->fault(refused);
    const QDateTime started = world.clock.now().addSecs(60);
    world.clock.advance(std::chrono::seconds(61));
    log::Filter one;
    one.origin = u"LC-2026-000200-1"_s;
    QCOMPARE(world.run(scheduleOf(one)).failed, 1);
    const work::ScheduleReport report = world.run(scheduleOf(), started);
    QCOMPARE(report.planned, 2);
    QCOMPARE(world.attempts(), (QList<int> {1, 1, 1}));
}

void TestResend::aSignatureChooses()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(2);
    const QString signature = world.activations().first().signature;
    QVERIFY(!signature.isEmpty());
    QCOMPARE(world.activations().last().signature, signature);
    log::Filter filter;
    filter.signature = u"1-0000000000000000"_s;
    QCOMPARE(world.run(scheduleOf(filter)).planned, 0);
    filter.signature = signature;
    QCOMPARE(world.run(scheduleOf(filter)).succeeded, 2);
    QVERIFY(world.activations().first().signature.isEmpty());
}

void TestResend::oneRecordDoesNotStopTheOthers()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(3);
    // RM answers that it has no such student: nothing is asked of the ERP for this one.
    QVERIFY(world.fresh.run(u"UPDATE sale SET ra = '99999999' WHERE sale_id = 'LC-2026-000200-1'"_s));
    const work::ScheduleReport report = world.run();
    QCOMPARE(report.planned, 3);
    QCOMPARE(report.notAttempted, 1);
    QCOMPARE(report.succeeded, 2);
    QCOMPARE(world.attempts(), (QList<int> {0, 1, 1}));
    QCOMPARE(world.activations().first().status, Status::Error);
}

void TestResend::whatIsHeldBackLeavesNoItem()
{
    QFETCH_GLOBAL(QString, backend);
    ResendWorld world(backend, *m_outside);
    world.sellRefused(2);
    m_outside->fault(R"({"system":"erp","operation":"efetivacao","fault":"401"})");
    const int before = world.activations().first().items;
    const QString message = world.activations().last().message;
    work::ScheduleReport report = world.run();
    QCOMPARE(report.notAttempted, 2);
    // The refused call itself is told; what the stop holds back is not.
    QCOMPARE(world.activations().first().items, before + 1);
    for (int run = 0; run < 3; ++run)
        QCOMPARE(world.run().notAttempted, 2);
    QCOMPARE(world.activations().first().items, before + 1);
    QCOMPARE(world.activations().last().message, message);
    QCOMPARE(world.attempts(), (QList<int> {0, 0}));
}

QTEST_GUILESS_MAIN(TestResend)
#include "tst_resend.moc"
