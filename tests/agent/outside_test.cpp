// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/agent/agentprogram.h"
#include "tests/core/lojaclick/scriptedrm.h"

#include <QJsonArray>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using ponte::ScriptedPeer;
using ponte::ScriptedRm;
using ponte::test::AgentProgram;
using ponte::test::AgentRun;

namespace {

/// "name:passed address:passed …" of one connection.
QString stepsOf(const AgentRun &run, const QString &connection)
{
    QStringList steps;
    const QJsonArray checks = run.json().object().value(u"checks"_s).toArray();
    for (const auto &check : checks) {
        if (check[u"connection"_s].toString() == connection)
            steps.append(check[u"check"_s].toString() + u':' + check[u"result"_s].toString());
    }
    return steps.join(u' ');
}

QString messageOf(const AgentRun &run, const QString &check)
{
    const QJsonArray checks = run.json().object().value(u"checks"_s).toArray();
    for (const auto &step : checks) {
        if (step[u"check"_s].toString() == check)
            return step[u"message"_s].toString();
    }
    return {};
}

} // namespace

/// Commands that call the outside systems, against scripted ones.
class OutsideTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_agent.reset(); }

    void rmPassesEveryCheck();
    void rmWarnsOfAnotherUser();
    void rmRefusesTheCredentialsOnce();
    void nobodyListens();
    void nameIsNotKnown();
    void peerSpeaksNoTls();
    void healthOfErpAndBroker_data();
    void healthOfErpAndBroker();
    void refreshKeepsTheLists();
    void refreshGoesOnAfterARefusal();
    void refreshWithoutRm();

private:
    void set(const QString &line, const QByteArray &input = {}) const;
    void setUpRm(const ScriptedRm &rm) const;

    std::unique_ptr<AgentProgram> m_agent;
};

void OutsideTest::init()
{
    m_agent = std::make_unique<AgentProgram>();
    QVERIFY(m_agent->start(u"sqlite"_s));
}

void OutsideTest::set(const QString &line, const QByteArray &input) const
{
    const AgentRun run = m_agent->run(line, input);
    QVERIFY2(run.status == 0, run.told().c_str());
}

void OutsideTest::setUpRm(const ScriptedRm &rm) const
{
    set(u"connections set rm --user integracao --password-stdin --url "_s + rm.url().toString(), "segredo");
    set(u"networks set 3 SENAI"_s);
}

void OutsideTest::rmPassesEveryCheck()
{
    ScriptedRm rm;
    rm.answer(u"AutenticaAcesso "_s, {u"1"_s});
    rm.answer(u"CheckServiceActivity "_s, {u"true"_s});
    setUpRm(rm);
    set(u"parameters set lojaclick.integration_user INTEGRACAO --company 3"_s);
    const AgentRun run = m_agent->run(u"connections test rm --json"_s);
    QVERIFY2(run.status == 0, run.told().c_str());
    QCOMPARE(stepsOf(run, u"rm"_s), u"name:passed address:passed tls:skipped credentials:passed call:passed"_s);
    QVERIFY2(!run.out.contains("segredo"), run.told().c_str());
    const AgentRun all = m_agent->run(u"connections test"_s);
    QVERIFY2(all.status == 0, all.told().c_str());
}

void OutsideTest::rmWarnsOfAnotherUser()
{
    ScriptedRm rm;
    rm.answer(u"AutenticaAcesso "_s, {u"1"_s});
    rm.answer(u"CheckServiceActivity "_s, {u"true"_s});
    setUpRm(rm);
    set(u"parameters set lojaclick.integration_user lojaclick --company 3"_s);
    const AgentRun run = m_agent->run(u"connections test rm --json"_s);
    QVERIFY2(run.status == 0, run.told().c_str());
    QCOMPARE(stepsOf(run, u"rm"_s), u"name:passed address:passed tls:skipped credentials:warning call:passed"_s);
    const QString warning = messageOf(run, u"credentials"_s);
    QVERIFY2(warning.contains(u"'integracao'"_s) && warning.contains(u"'lojaclick'"_s), run.told().c_str());
}

void OutsideTest::rmRefusesTheCredentialsOnce()
{
    ScriptedRm rm;
    rm.fail(u"AutenticaAcesso "_s, {.status = 401});
    setUpRm(rm);
    const AgentRun run = m_agent->run(u"connections test rm --json"_s);
    QVERIFY2(run.status == 4, run.told().c_str());
    QCOMPARE(stepsOf(run, u"rm"_s), u"name:passed address:passed tls:skipped credentials:failed call:skipped"_s);
    QCOMPARE(rm.calls().size(), 1);
}

void OutsideTest::nobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString url = u"http://127.0.0.1:%1"_s.arg(server.serverPort());
    server.close();
    set(u"connections set erp --url "_s + url);
    const AgentRun run = m_agent->run(u"connections test erp --json"_s);
    QVERIFY2(run.status == 4, run.told().c_str());
    QCOMPARE(stepsOf(run, u"erp"_s), u"name:passed address:failed tls:skipped credentials:skipped call:skipped"_s);
    QVERIFY2(messageOf(run, u"address"_s).contains(u"refused"_s), run.told().c_str());
}

void OutsideTest::nameIsNotKnown()
{
    set(u"connections set rm --url http://rm.invalid:8051"_s);
    const AgentRun run = m_agent->run(u"connections test rm --json"_s);
    QVERIFY2(run.status == 4, run.told().c_str());
    QCOMPARE(stepsOf(run, u"rm"_s), u"name:failed address:skipped tls:skipped credentials:skipped call:skipped"_s);
    QVERIFY2(messageOf(run, u"name"_s).contains(u"rm.invalid"_s), run.told().c_str());
}

void OutsideTest::peerSpeaksNoTls()
{
    ScriptedPeer peer;
    QUrl url = peer.url();
    url.setScheme(u"https"_s);
    set(u"connections set erp --timeout 5 --url "_s + url.toString());
    const AgentRun run = m_agent->run(u"connections test erp --json"_s);
    QVERIFY2(run.status == 4, run.told().c_str());
    QCOMPARE(stepsOf(run, u"erp"_s), u"name:passed address:passed tls:failed credentials:skipped call:skipped"_s);
    QVERIFY(peer.requests().isEmpty());
}

void OutsideTest::healthOfErpAndBroker_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("steps");
    for (const char *name : {"erp", "broker"}) {
        const QString text = QString::fromUtf8(name);
        QTest::addRow("%s 200", name) << text << 200 << 0 << u"credentials:passed call:passed"_s;
        QTest::addRow("%s 401", name) << text << 401 << 4 << u"credentials:failed call:skipped"_s;
        QTest::addRow("%s 403", name) << text << 403 << 4 << u"credentials:failed call:skipped"_s;
        QTest::addRow("%s 500", name) << text << 500 << 4 << u"credentials:skipped call:failed"_s;
        QTest::addRow("%s 404", name) << text << 404 << 4 << u"credentials:skipped call:failed"_s;
        QTest::addRow("%s 302", name) << text << 302 << 4 << u"credentials:skipped call:failed"_s;
    }
}

void OutsideTest::healthOfErpAndBroker()
{
    QFETCH(const QString, name);
    QFETCH(const int, answer);
    QFETCH(const int, status);
    QFETCH(const QString, steps);
    ScriptedPeer peer;
    peer.answerWith({{.status = answer, .body = "{}"}});
    // People write an address with and without a slash at its end.
    const QString url = peer.url().toString() + (answer == 200 ? u"/"_s : QString());
    if (name == u"erp"_s) {
        set(u"connections set erp --user erp --password-stdin --url "_s + url, "segredo");
    } else {
        set(u"parameters set lojaclick.broker.address "_s + url);
        set(u"parameters set lojaclick.broker.token --stdin"_s, "segredo");
    }
    const AgentRun run = m_agent->run(u"connections test %1 --json"_s.arg(name));
    QVERIFY2(run.status == status, run.told().c_str());
    QCOMPARE(stepsOf(run, name), u"name:passed address:passed tls:skipped "_s + steps);
    QCOMPARE(peer.requests().size(), 1);
    QCOMPARE(peer.requests().constFirst().path, u"/health"_s);
    QVERIFY2(!run.out.contains("segredo"), run.told().c_str());
}

void OutsideTest::refreshKeepsTheLists()
{
    ScriptedRm rm;
    rm.answer(u"ReadView GlbColigadaData"_s,
              {u"<NewDataSet><GCOLIGADA><CODCOLIGADA>3</CODCOLIGADA><NOME>São João</NOME></GCOLIGADA></NewDataSet>"_s});
    rm.answer(u"ReadView GlbUsuarioData"_s,
              {u"<NewDataSet><GUSUARIO><CODUSUARIO>lojaclick</CODUSUARIO><NOME>Loja</NOME></GUSUARIO></NewDataSet>"_s});
    rm.answer(
        u"ReadView EduTipoCursoData"_s,
        {u"<NewDataSet><STIPOCURSO><CODTIPOCURSO>1</CODTIPOCURSO><NOME>Técnico</NOME></STIPOCURSO></NewDataSet>"_s});
    rm.answer(u"ReadView EduStatusData"_s,
              {u"<NewDataSet><SSTATUS><CODSTATUS>10</CODSTATUS><DESCRICAO>Pré Matriculado</DESCRICAO></SSTATUS>"
               "</NewDataSet>"_s});
    setUpRm(rm);
    const AgentRun run = m_agent->run(u"catalog refresh --json"_s);
    QVERIFY2(run.status == 0, run.told().c_str());
    QCOMPARE(run.json().object().value(u"items"_s).toArray().size(), 5);
    const AgentRun statuses = m_agent->run(u"catalog list statuses --company 3 --level 1 --json"_s);
    const QJsonObject list = statuses.json().object();
    const QJsonArray expected {QJsonObject {{u"code"_s, u"10"_s}, {u"description"_s, u"Pré Matriculado"_s}}};
    QCOMPARE(list.value(u"items"_s).toArray(), expected);
    QVERIFY(list.value(u"readAt"_s).toString().endsWith(u'Z'));
    QVERIFY(list.value(u"ageSeconds"_s).toInt(-1) >= 0);

    // What RM does not know is refused from now on.
    QCOMPARE(m_agent->run(u"parameters set lojaclick.status.enrollment 12 --company 3 --level 1"_s).status, 3);
    QCOMPARE(m_agent->run(u"parameters set lojaclick.status.enrollment 10 --company 3 --level 1"_s).status, 0);
}

void OutsideTest::refreshGoesOnAfterARefusal()
{
    ScriptedRm rm;
    rm.answer(u"ReadView GlbUsuarioData"_s, {u"Acesso negado ao cadastro de usuários."_s});
    setUpRm(rm);
    const AgentRun run = m_agent->run(u"catalog refresh --json"_s);
    QVERIFY2(run.status == 6, run.told().c_str());
    QVERIFY2(run.err.contains("Acesso negado"), run.told().c_str());
    const QJsonArray failures = run.json().object().value(u"failures"_s).toArray();
    QCOMPARE(failures.size(), 1);
    QCOMPARE(failures.at(0)[u"kind"_s].toString(), u"users"_s);
    QCOMPARE(m_agent->run(u"catalog refresh users"_s).status, 4);
}

void OutsideTest::refreshWithoutRm()
{
    QCOMPARE(m_agent->run(u"catalog refresh"_s).status, 3);
    set(u"connections set rm --url http://127.0.0.1:1"_s);
    const AgentRun run = m_agent->run(u"catalog refresh --json"_s);
    QVERIFY2(run.status == 4, run.told().c_str());
    const AgentRun list = m_agent->run(u"catalog list users --json"_s);
    QVERIFY2(list.status == 0, list.told().c_str());
    QVERIFY(list.json().object().value(u"readAt"_s).isNull());
}

QTEST_GUILESS_MAIN(OutsideTest)
#include "outside_test.moc"
