// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "tests/core/lojaclick/saleworld.h"

using namespace ponte;
using namespace ponte::lojaclick;
using namespace Qt::StringLiterals;
using log::Status;

namespace {

const QStringList written {u"guardian"_s,           u"student"_s,      u"course_enrollment"_s,  u"term_enrollment"_s,
                           u"subject_enrollment"_s, u"pre_contract"_s, u"contract_activation"_s};

} // namespace

class TestSaleImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }
    void initTestCase() { m_outside = std::make_unique<Outside>(); }
    void cleanupTestCase() { m_outside.reset(); }

    void aNewSaleRunsThrough();
    void aSecondClassEnrolsItsSubjectsAlone();
    void aRefusedGuardianMayBeCorrected();
    void afterTheFirstWriteTheContentIsBound();
    void anUnknownOutcomeBindsTheContent();
    void aMissingParameterTouchesNothing();
    void aWrongClassTouchesNothing();
    void aLostLeaseWritesNothing();
    void rmAwayIsAnOutage();
    void anErpRefusalIsNoErrorOfTheEnrolment();
    void anInterruptedSaleGoesOn();
    void anInterruptedActivationIsAskedFirst();
    void aRefusalBeforeAnInterruptionStands();

private:
    /// As a program leaves the sale that is killed in a step.
    static bool leaveBehind(SaleWorld &world, const SaleProgress &progress);

    std::unique_ptr<Outside> m_outside;
};

void TestSaleImport::aNewSaleRunsThrough()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    const ApiAnswer answer = world.sell();
    QVERIFY2(answer.httpStatus == 200, answer.body.constData());
    QCOMPARE(SaleWorld::situation(answer), u"Sucesso"_s);
    const QList<QPair<QString, int>> rows {{u"FCFO"_s, 1},      {u"SALUNO"_s, 1},     {u"SHABILITACAOALUNO"_s, 1},
                                           {u"SMATRICPL"_s, 1}, {u"SMATRICULA"_s, 4}, {u"SCONTRATO"_s, 1}};
    for (const auto &[table, count] : rows)
        QVERIFY2(m_outside->rows(table) == count, qPrintable(table));
    QCOMPARE(m_outside->contracts(), 1);
    for (const QString &functionality : written) {
        const auto record = world.record(functionality);
        QVERIFY2(record, qPrintable(functionality));
        QCOMPARE(record->status, Status::Success);
        QCOMPARE(record->items, 1);
        QCOMPARE(record->leaseOwner, 0);
        QCOMPARE(world.items(functionality).first().who, u"broker"_s);
    }
    const auto activation = world.record(u"contract_activation"_s);
    QCOMPARE(activation->callState, log::CallState::None);
    QCOMPARE(activation->automaticAttempts, 0);
    QCOMPARE(activation->manualAttempts, 0);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM sale WHERE state = 'done' AND lease_owner IS NULL AND "
                                "contract_number <> ''"_s),
             1);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM outbox WHERE kind IN ('term_status', 'broker_notice')"_s), 2);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM natural_lock"_s), 0);
    // Each execution keeps which configuration it worked with.
    QVERIFY(world.fresh.number(u"SELECT max(id) FROM parameter_history"_s) > 0);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM log_item WHERE configuration_version <> "
                                "(SELECT max(id) FROM parameter_history)"_s),
             0);
}

void TestSaleImport::aSecondClassEnrolsItsSubjectsAlone()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    QCOMPARE(world.sell().httpStatus, 200);
    const QJsonObject second = sample::with(sample::with(sample::senaiSale(), u"idVenda"_s, u"LC-2"_s),
                                            u"matricula.codTurma"_s, u"TEC.001.006018"_s);
    const ApiAnswer answer = world.sell(second);
    QVERIFY2(answer.httpStatus == 200, answer.body.constData());
    QCOMPARE(m_outside->rows(u"FCFO"_s), 1);
    QCOMPARE(m_outside->rows(u"SHABILITACAOALUNO"_s), 1);
    QCOMPARE(m_outside->rows(u"SMATRICPL"_s), 1);
    QCOMPARE(m_outside->rows(u"SMATRICULA"_s), 6);
    QCOMPARE(m_outside->contracts(), 2);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM log_record WHERE origin = 'LC-2' AND functionality IN "
                                "('course_enrollment', 'term_enrollment')"_s),
             0);
}

void TestSaleImport::aRefusedGuardianMayBeCorrected()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(R"({"system":"rm","operation":"SaveRecord/FinCFODataBR","fault":"refuse","times":1})");
    const ApiAnswer refused = world.sell();
    QVERIFY2(refused.httpStatus == 422, refused.body.constData());
    QCOMPARE(world.record(u"guardian"_s)->status, Status::Error);
    QVERIFY(!world.record(u"student"_s));
    QCOMPARE(world.sale(u"bound"_s), 0);
    const ApiAnswer corrected =
        world.sell(sample::with(sample::senaiSale(), u"responsavelFinanceiro.email"_s, u"outra@exemplo.com.br"_s));
    QVERIFY2(corrected.httpStatus == 200, corrected.body.constData());
    const auto guardian = world.record(u"guardian"_s);
    QCOMPARE(guardian->status, Status::Success);
    QCOMPARE(guardian->items, 2);
    QCOMPARE(guardian->keyFields, u"CODCOLIGADA;CODCFO"_s);
    QCOMPARE(m_outside->contracts(), 1);
}

void TestSaleImport::afterTheFirstWriteTheContentIsBound()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(R"({"system":"rm","operation":"SaveRecord/EduHabilitacaoAlunoData","fault":"refuse","times":1})");
    const ApiAnswer refused = world.sell();
    QVERIFY2(refused.httpStatus == 422, refused.body.constData());
    QCOMPARE(world.record(u"course_enrollment"_s)->status, Status::Error);
    QCOMPARE(world.sale(u"bound"_s), 1);
    const ApiAnswer other =
        world.sell(sample::with(sample::senaiSale(), u"responsavelFinanceiro.email"_s, u"outra@exemplo.com.br"_s));
    QCOMPARE(other.httpStatus, 409);
    QCOMPARE(m_outside->contracts(), 0);
    const ApiAnswer again = world.sell();
    QVERIFY2(again.httpStatus == 200, again.body.constData());
    QCOMPARE(m_outside->rows(u"FCFO"_s), 1);
    QCOMPARE(m_outside->rows(u"SALUNO"_s), 1);
    QCOMPARE(m_outside->contracts(), 1);
    QCOMPARE(world.record(u"course_enrollment"_s)->status, Status::Success);
}

void TestSaleImport::anUnknownOutcomeBindsTheContent()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(R"({"system":"rm","operation":"SaveRecord/FinCFODataBR","fault":"unknown_outcome","times":1})");
    const ApiAnswer lost = world.sell();
    QVERIFY2(lost.httpStatus == 503, lost.body.constData());
    QVERIFY(lost.retryAfter);
    QCOMPARE(world.sale(u"bound"_s), 1);
    QCOMPARE(m_outside->rows(u"FCFO"_s), 1);
    const ApiAnswer again = world.sell();
    QVERIFY2(again.httpStatus == 200, again.body.constData());
    QCOMPARE(m_outside->rows(u"FCFO"_s), 1);
}

void TestSaleImport::aMissingParameterTouchesNothing()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    const ApiAnswer answer = world.sell(sample::with(sample::senaiSale(), u"codTipoCurso"_s, 7));
    QCOMPARE(answer.httpStatus, 422);
    QVERIFY(answer.body.contains("Status de Pré Matrícula"));
    const auto guardian = world.record(u"guardian"_s);
    QCOMPARE(guardian->status, Status::Error);
    QVERIFY(guardian->message.contains(u"nível de ensino 7"_s));
    QVERIFY(m_outside->calls(u"rm"_s).isEmpty());
    QCOMPARE(world.sale(u"bound"_s), 0);
}

void TestSaleImport::aWrongClassTouchesNothing()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    const ApiAnswer answer = world.sell(sample::with(sample::senaiSale(), u"matricula.codTurma"_s, u"NAO.EXISTE"_s));
    QCOMPARE(answer.httpStatus, 422);
    QCOMPARE(m_outside->rows(u"FCFO"_s), 0);
    QCOMPARE(world.sale(u"bound"_s), 0);
    QCOMPARE(world.sell().httpStatus, 200);
}

void TestSaleImport::aLostLeaseWritesNothing()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    const Sale sale = sample::read(sample::senaiSale()).sale;
    const auto accepted = world.fresh.database().writer().write<Acceptance>("test", [&](storage::Connection &writing) {
        return salestore::accept(writing, sale, contentHash(sale), world.process->id().value(), world.clock.now());
    });
    QVERIFY(accepted);
    // Another program thought this one dead and has the sale in hand.
    QVERIFY(world.fresh.run(u"UPDATE sale SET lease_number = lease_number + 1"_s));
    http::Client client;
    QCOMPARE(
        SaleImport(world.environment, world.activation, *accepted, {}, sale, u"broker"_s, client, {}).run().httpStatus,
        503);
    QCOMPARE(m_outside->rows(u"FCFO"_s), 0);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM log_record"_s), 0);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM natural_lock"_s), 0);
}

void TestSaleImport::rmAwayIsAnOutage()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(R"({"system":"rm","fault":"drop"})");
    const ApiAnswer away = world.sell();
    QCOMPARE(away.httpStatus, 503);
    QVERIFY(away.retryAfter);
    m_outside->forgiveAll();
    QCOMPARE(world.sell().httpStatus, 200);
    QCOMPARE(m_outside->contracts(), 1);
}

void TestSaleImport::anErpRefusalIsNoErrorOfTheEnrolment()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(R"({"system":"erp","operation":"efetivacao","fault":"refuse"})");
    const ApiAnswer answer = world.sell();
    QCOMPARE(answer.httpStatus, 200);
    QCOMPARE(SaleWorld::situation(answer), u"Erro"_s);
    const auto activation = world.record(u"contract_activation"_s);
    QCOMPARE(activation->status, Status::Error);
    QCOMPARE(activation->automaticAttempts, 0);
    m_outside->forgiveAll();
    // Only reprocessing asks the ERP again.
    QCOMPARE(world.sell().body, answer.body);
    QCOMPARE(m_outside->contracts(), 0);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM outbox"_s), 0);
}

bool TestSaleImport::leaveBehind(SaleWorld &world, const SaleProgress &progress)
{
    const Sale sale = SaleWorld::saleOf(sample::senaiSale());
    const QString process = u"1000, 'elsewhere', 1, 1, 'other', '0', 1, 0, 0"_s;
    const auto left =
        world.fresh.database().writer().write<void>("test", [&](storage::Connection &connection) -> Result<> {
            if (Result<> entered = connection.run(u"INSERT INTO process (id, host, pid, pid_started, program, version, "
                                                  "runs_workers, started_at, heartbeat_at) VALUES (%1)"_s.arg(process));
                !entered)
                return entered;
            const auto accepted = salestore::accept(connection, sale, contentHash(sale), 1000, world.clock.now());
            if (!accepted)
                return tl::unexpected(accepted.error());
            if (Result<> marked = salestore::mark(connection, accepted->lease, progress, world.clock.now()); !marked)
                return marked;
            return connection.run(u"INSERT INTO natural_lock (name, owner, ticket) VALUES "
                                  "('document:39053344705', 1000, 1)"_s);
        });
    return left.has_value();
}

void TestSaleImport::anInterruptedSaleGoesOn()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    QVERIFY(leaveBehind(world, {u"student"_s, true, {}, {CompanyId(3), u"000001"_s}, {}}));
    const auto other = world.enter();
    const auto student = world.record(u"student"_s);
    QVERIFY(student);
    QCOMPARE(student->status, Status::Error);
    QCOMPARE(student->message, u"interrompida"_s);
    QCOMPARE(student->keyFields, u"CODCOLIGADA;CPF"_s);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM sale WHERE lease_owner IS NULL AND step = ''"_s), 1);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM natural_lock"_s), 0);
    // It is not resumed by itself, and its content stays bound.
    QVERIFY(m_outside->calls(u"rm"_s).isEmpty());
    const QJsonObject changed =
        sample::with(sample::senaiSale(), u"responsavelFinanceiro.email"_s, u"outra@exemplo.com.br"_s);
    QCOMPARE(world.sell(changed).httpStatus, 409);
    const ApiAnswer again = world.sell();
    QVERIFY2(again.httpStatus == 200, again.body.constData());
    QCOMPARE(world.record(u"student"_s)->status, Status::Success);
    QCOMPARE(m_outside->contracts(), 1);
}

void TestSaleImport::anInterruptedActivationIsAskedFirst()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    QCOMPARE(world.sell().httpStatus, 200);
    // As if the program had been killed between the ERP's answer and its record.
    QVERIFY(world.fresh.run(u"UPDATE sale SET state = 'running', step = 'contract_activation', lease_owner = 1000"_s));
    QVERIFY(world.fresh.run(u"UPDATE log_record SET status = 'pending', call_state = 'in_flight', lease_owner = 1000 "
                            "WHERE functionality = 'contract_activation'"_s));
    QVERIFY(world.fresh.run(u"DELETE FROM outbox"_s));
    QVERIFY(
        world.fresh.run(u"INSERT INTO process (id, host, pid, pid_started, program, version, runs_workers, started_at, "
                        "heartbeat_at) VALUES (1000, 'elsewhere', 1, 1, 'other', '0', 1, 0, 0)"_s));
    const auto other = world.enter();
    const auto activation = world.record(u"contract_activation"_s);
    QCOMPARE(activation->status, Status::Pending);
    QCOMPARE(activation->callState, log::CallState::InFlight);
    QCOMPARE(activation->leaseOwner, 0);
    QVERIFY(activation->message.contains(u"Interrompida"_s));
    const ApiAnswer again = world.sell();
    QCOMPARE(again.httpStatus, 200);
    QCOMPARE(SaleWorld::situation(again), u"Sucesso"_s);
    QCOMPARE(m_outside->contracts(), 1);
    QCOMPARE(m_outside->calls(u"erp"_s).value("efetivacao"_L1).toInt(), 1);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM outbox"_s), 2);
}

void TestSaleImport::aRefusalBeforeAnInterruptionStands()
{
    QFETCH_GLOBAL(QString, backend);
    SaleWorld world(backend, *m_outside);
    m_outside->fault(R"({"system":"erp","operation":"efetivacao","fault":"refuse"})");
    QCOMPARE(SaleWorld::situation(world.sell()), u"Erro"_s);
    m_outside->forgiveAll();
    // As if the program had been killed between the record of the refusal and the answer to the Broker.
    QVERIFY(world.fresh.run(u"UPDATE sale SET state = 'running', step = 'contract_activation', lease_owner = 1000, "
                            "answer_status = NULL, answer = ''"_s));
    QVERIFY(
        world.fresh.run(u"INSERT INTO process (id, host, pid, pid_started, program, version, runs_workers, started_at, "
                        "heartbeat_at) VALUES (1000, 'elsewhere', 1, 1, 'other', '0', 1, 0, 0)"_s));
    const auto other = world.enter();
    const ApiAnswer again = world.sell();
    QCOMPARE(again.httpStatus, 200);
    QCOMPARE(SaleWorld::situation(again), u"Erro"_s);
    QCOMPARE(world.record(u"contract_activation"_s)->status, Status::Error);
    QCOMPARE(m_outside->contracts(), 0);
    QCOMPARE(m_outside->calls(u"erp"_s).value("efetivacao"_L1).toInt(), 1);
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM sale WHERE lease_owner IS NULL"_s), 1);
}

QTEST_GUILESS_MAIN(TestSaleImport)
#include "tst_saleimport.moc"
