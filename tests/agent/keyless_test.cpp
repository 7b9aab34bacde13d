// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/integrations.h"
#include "core/parameters/requestdesk.h"
#include "tests/agent/agentprogram.h"
#include "tests/core/lojaclick/scriptedrm.h"

#include <QJsonArray>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using ponte::ScriptedRm;
using ponte::test::AgentProgram;
using ponte::test::AgentRun;

/// A program that does not hold the installation's key, beside a worker that does.
class KeylessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aWorkerTestsForIt();
    void whatItTypesStaysSealed();
    void aWorkerReadsListsForIt();
    void anAnswerSpeaksTheAskersLanguage();
    void nothingIsSetUp();

private:
    void set(const QString &line, const QByteArray &input = {}) const;
    void loseTheKey();

    std::unique_ptr<AgentProgram> m_agent;
    std::unique_ptr<QProcess> m_worker;
};

void KeylessTest::init()
{
    m_agent = std::make_unique<AgentProgram>();
    QVERIFY(m_agent->start(u"postgresql"_s));
}

void KeylessTest::cleanup()
{
    if (m_worker) {
        m_worker->terminate();
        QVERIFY(m_worker->waitForFinished());
    }
    m_worker.reset();
    m_agent.reset();
}

void KeylessTest::set(const QString &line, const QByteArray &input) const
{
    const AgentRun run = m_agent->run(line, input);
    QVERIFY2(run.status == 0, run.told().c_str());
}

/// From here on only the worker, which runs already, has it.
void KeylessTest::loseTheKey()
{
    m_worker = m_agent->serve({u"--no-api"_s});
    QVERIFY(m_worker);
    m_agent->setVariable(u"PONTE_KEY"_s, m_agent->file(u"none.key"_s));
}

void KeylessTest::aWorkerTestsForIt()
{
    ScriptedRm rm;
    rm.answer(u"AutenticaAcesso "_s, {u"1"_s});
    rm.answer(u"CheckServiceActivity "_s, {u"true"_s});
    set(u"connections set rm --user integracao --password-stdin --url "_s + rm.url().toString(), "segredo");
    loseTheKey();
    const AgentRun run = m_agent->run(u"connections test rm --json"_s);
    QVERIFY2(run.status == 0, run.told().c_str());
    const QJsonArray checks = run.json().object().value(u"checks"_s).toArray();
    QStringList steps;
    for (const auto &check : checks)
        steps.append(check[u"check"_s].toString() + u':' + check[u"result"_s].toString());
    QCOMPARE(steps.join(u' '), u"name:passed address:passed tls:skipped credentials:passed call:passed"_s);
    QVERIFY(!rm.calls().isEmpty());
}

void KeylessTest::whatItTypesStaysSealed()
{
    ScriptedRm rm;
    rm.fail(u"AutenticaAcesso "_s, {.status = 401});
    loseTheKey();
    // What has no key may still store a secret, which it cannot read itself.
    set(u"connections set rm --user integracao --password-stdin --url "_s + rm.url().toString(), "segredo");
    const AgentRun run = m_agent->run(u"connections test rm --json"_s);
    QVERIFY2(run.status == 4, run.told().c_str());
    QVERIFY2(!run.out.contains("segredo") && !run.err.contains("segredo"), run.told().c_str());
    const auto connection = m_agent->connect();
    const auto rows =
        connection->queryText(u"SELECT kind, state, encode(sealed, 'escape') AS sealed, answer FROM request"_s);
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().text(u"state"), u"done"_s);
    QVERIFY(!rows->first().text(u"sealed").contains(u"\"name\""_s));
    QVERIFY(!rows->first().text(u"answer").contains(u"segredo"_s));
}

void KeylessTest::aWorkerReadsListsForIt()
{
    ScriptedRm rm;
    rm.answer(u"ReadView GlbUsuarioData"_s,
              {u"<NewDataSet><GUSUARIO><CODUSUARIO>lojaclick</CODUSUARIO><NOME>Loja</NOME></GUSUARIO></NewDataSet>"_s});
    set(u"connections set rm --user integracao --password-stdin --url "_s + rm.url().toString(), "segredo");
    loseTheKey();
    const AgentRun run = m_agent->run(u"catalog refresh users --json"_s);
    QVERIFY2(run.status == 0, run.told().c_str());
    QCOMPARE(run.json().object().value(u"rows"_s).toInt(), 1);
    const AgentRun list = m_agent->run(u"catalog list users --json"_s);
    QCOMPARE(list.json().object().value(u"items"_s).toArray().size(), 1);
}

void KeylessTest::anAnswerSpeaksTheAskersLanguage()
{
    ScriptedRm rm;
    rm.answer(u"AutenticaAcesso "_s, {u"1"_s});
    rm.answer(u"CheckServiceActivity "_s, {u"true"_s});
    set(u"connections set rm --user integracao --password-stdin --url "_s + rm.url().toString(), "segredo");
    loseTheKey();
    // As the console does: the language of a person is that of the default locale.
    QLocale::setDefault(QLocale(u"pt_BR"_s));
    qputenv("PONTE_KEY", QFile::encodeName(m_agent->file(u"none.key"_s)));
    const auto database =
        ponte::storage::Database::open(*ponte::storage::Address::parse(m_agent->address()), ponte::migrationModules());
    QVERIFY(database);
    const auto secrets = ponte::security::SecretBox::load(**database, false);
    QVERIFY(secrets && !secrets->canOpen());
    const ponte::SystemClock clock;
    ponte::parameters::RequestDesk desk(**database, clock, *secrets);
    std::promise<ponte::Result<QList<ponte::CheckLine>>> answer;
    desk.test(ponte::security::Actor::role(u"ana"_s), {.name = u"rm"_s}, {}, {},
              [&answer](const auto &lines) { answer.set_value(lines); });
    const auto lines = answer.get_future().get();
    QVERIFY(lines);
    QCOMPARE(lines->last().message, u"O serviço está ativo."_s);
}

void KeylessTest::nothingIsSetUp()
{
    loseTheKey();
    const AgentRun run = m_agent->run(u"connections test erp"_s);
    QVERIFY2(run.status == 3, run.told().c_str());
    const AgentRun all = m_agent->run(u"connections test"_s);
    QVERIFY2(all.status == 3 && all.err.contains("No connection is set up"), all.told().c_str());
}

QTEST_GUILESS_MAIN(KeylessTest)
#include "keyless_test.moc"
