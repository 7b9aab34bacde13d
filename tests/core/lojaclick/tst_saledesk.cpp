// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "tests/core/lojaclick/saleworld.h"

using namespace ponte;
using namespace ponte::lojaclick;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using log::Status;

namespace {

QJsonObject otherSale()
{
    return sample::with(sample::senaiSale(), u"responsavelFinanceiro.email"_s, u"outra@exemplo.com.br"_s);
}

} // namespace

class TestSaleDesk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }
    void initTestCase() { m_outside = std::make_unique<Outside>(); }
    void cleanupTestCase() { m_outside.reset(); }

    void aRepeatIsReplayed();
    void otherContentIsRefused();
    void aFirstRunReadsTheSameAgain();
    void eightAtOnceRunOnce();
    void otherContentWaitsForTheFirst();
    void patienceEnds();
    void anotherProgramsSaleIsWaitedFor();
    void aFullQueueIsToldAtOnce();
    void twoSalesOfOnePersonMakeOne();

private:
    std::unique_ptr<Outside> m_outside;
};

void TestSaleDesk::aRepeatIsReplayed()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    const ApiAnswer first = world.sell();
    QCOMPARE(first.httpStatus, 200);
    const QJsonObject before = m_outside->state();
    // The same content in another spelling.
    const ApiAnswer second = world.sell(sample::with(sample::senaiSale(), u"contrato.valorTotal"_s, 1500));
    QCOMPARE(second.httpStatus, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(m_outside->state(), before);
    const auto items = world.items(u"pre_contract"_s);
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.last().message, u"venda já integrada"_s);
    QCOMPARE(world.record(u"pre_contract"_s)->status, Status::Success);
    QCOMPARE(world.items(u"guardian"_s).size(), 1);
}

void TestSaleDesk::otherContentIsRefused()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    const ApiAnswer first = world.sell();
    const QJsonObject before = m_outside->state();
    const ApiAnswer other = world.sell(otherSale());
    QCOMPARE(other.httpStatus, 409);
    QVERIFY(other.body.contains("conteudo_divergente"));
    QVERIFY(other.body.contains("idVenda"));
    QCOMPARE(m_outside->state(), before);
    const auto items = world.items(u"pre_contract"_s);
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.last().status, Status::Error);
    QVERIFY(items.last().message.contains(u"conteúdo divergente"_s));
    QCOMPARE(items.last().httpStatus, std::optional(409));
    QCOMPARE(world.record(u"pre_contract"_s)->status, Status::Success);
    QCOMPARE(world.sell().body, first.body);
}

void TestSaleDesk::aFirstRunReadsTheSameAgain()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    // What is kept of a sale must give the same hash, or a repeat would look like another sale.
    QCOMPARE(world.sell().httpStatus, 200);
    const auto stored = salestore::find(**world.fresh.database().reads().here(), CompanyId(3), u"LC-2026-000123-1"_s);
    QVERIFY(stored && *stored);
    QCOMPARE((*stored)->sale, SaleWorld::saleOf(sample::senaiSale()));
    QCOMPARE(contentHash((*stored)->sale), (*stored)->contentHash);
}

void TestSaleDesk::eightAtOnceRunOnce()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    std::vector<std::future<ApiAnswer>> answers;
    for (int i = 0; i < 8; ++i)
        answers.push_back(world.submit(sample::senaiSale()));
    QCOMPARE(world.desk->waiting(), 1);
    QByteArray first;
    for (auto &answer : answers) {
        QCOMPARE(answer.wait_for(60s), std::future_status::ready);
        const ApiAnswer got = answer.get();
        QVERIFY2(got.httpStatus == 200, got.body.constData());
        if (first.isEmpty())
            first = got.body;
        QCOMPARE(got.body, first);
    }
    QCOMPARE(world.items(u"guardian"_s).size(), 1);
    QCOMPARE(world.items(u"pre_contract"_s).size(), 1);
    QCOMPARE(world.sale(u"lease_number"_s), 1);
    QCOMPARE(m_outside->contracts(), 1);
    QCOMPARE(m_outside->rows(u"FCFO"_s), 1);
    QTRY_COMPARE(world.desk->waiting(), 0);
}

void TestSaleDesk::otherContentWaitsForTheFirst()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    auto first = world.submit(sample::senaiSale());
    auto other = world.submit(otherSale());
    QCOMPARE(first.get().httpStatus, 200);
    QCOMPARE(other.get().httpStatus, 409);
    QCOMPARE(m_outside->contracts(), 1);
}

void TestSaleDesk::patienceEnds()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside, 300ms);
    m_outside->fault(
        R"({"system":"rm","operation":"SaveRecord/FinCFODataBR","fault":"slow","afterMs":3000,"times":1})");
    const ApiAnswer late = world.sell();
    QCOMPARE(late.httpStatus, 503);
    QVERIFY(late.retryAfter);
    QCOMPARE(world.desk->waiting(), 1);
    // The work ends all the same, and the next one who asks gets its answer.
    QTRY_COMPARE_WITH_TIMEOUT(world.desk->waiting(), 0, 30'000);
    const ApiAnswer again = world.sell();
    QVERIFY2(again.httpStatus == 200, again.body.constData());
    QCOMPARE(world.items(u"pre_contract"_s).last().message, u"venda já integrada"_s);
    QCOMPARE(m_outside->contracts(), 1);
}

void TestSaleDesk::anotherProgramsSaleIsWaitedFor()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    const auto other = world.enter();
    const Sale sale = SaleWorld::saleOf(sample::senaiSale());
    const auto accepted =
        world.fresh.database().writer().write<Acceptance>("test", [&](storage::Connection &connection) {
            return salestore::accept(connection, sale, contentHash(sale), other->id().value(), world.clock.now());
        });
    QVERIFY(accepted);
    QCOMPARE(accepted->kind, Acceptance::Kind::Run);
    auto waiting = world.submit(sample::senaiSale());
    // Nobody but the holder of the lease may end the sale.
    const SaleLease stale {accepted->lease.company, accepted->lease.id, accepted->lease.owner,
                           accepted->lease.number + 1};
    const auto finish = [&](const SaleLease &lease) {
        return world.fresh.database().writer().write<void>("test", [&](storage::Connection &connection) {
            return salestore::finish(connection, lease, true, true, 200, "{\"a\":1}", world.clock.now());
        });
    };
    QCOMPARE(finish(stale).error().code, ErrorCode::Conflict);
    QCOMPARE(waiting.wait_for(0s), std::future_status::timeout);
    QVERIFY(finish(accepted->lease));
    QCOMPARE(waiting.wait_for(30s), std::future_status::ready);
    const ApiAnswer answer = waiting.get();
    QCOMPARE(answer.httpStatus, 200);
    QCOMPARE(answer.body, QByteArray("{\"a\":1}"));
    QVERIFY(m_outside->calls(u"rm"_s).isEmpty());
}

void TestSaleDesk::aFullQueueIsToldAtOnce()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    work::WorkerPool none(u"none"_s, 1, 0);
    SaleDesk desk(world.environment, world.activation, none);
    std::optional<ApiAnswer> answered;
    desk.submit(SaleWorld::saleOf(sample::senaiSale()), u"broker"_s,
                [&](const ApiAnswer &answer) { answered = answer; });
    QVERIFY(answered);
    QCOMPARE(answered->httpStatus, 429);
    QVERIFY(answered->retryAfter);
    QCOMPARE(desk.waiting(), 0);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM sale"_s), 0);
}

void TestSaleDesk::twoSalesOfOnePersonMakeOne()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    auto first = world.submit(sample::senaiSale());
    auto second = world.submit(sample::with(sample::with(sample::senaiSale(), u"idVenda"_s, u"LC-2"_s),
                                            u"matricula.codTurma"_s, u"TEC.001.006018"_s));
    QCOMPARE(first.get().httpStatus, 200);
    QCOMPARE(second.get().httpStatus, 200);
    QCOMPARE(m_outside->rows(u"FCFO"_s), 1);
    QCOMPARE(m_outside->rows(u"SALUNO"_s), 1);
    QCOMPARE(m_outside->rows(u"SMATRICULA"_s), 6);
    QCOMPARE(m_outside->contracts(), 2);
}

QTEST_GUILESS_MAIN(TestSaleDesk)
#include "tst_saledesk.moc"
