// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/agent/agentprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using ponte::test::AgentProgram;
using ponte::test::AgentRun;

/// Parameters, connections, networks and API clients, on both databases.
class SettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { AgentProgram::addBackends(); }
    void init();
    void cleanupTestCase() { m_agent.reset(); }
    void migrateTellsTheState();
    void parameterIsKept();
    void wrongValuesAreRefused_data();
    void wrongValuesAreRefused();
    void secretIsNeverShown();
    void exportAndImport();
    void importTakesAllOrNothing_data();
    void importTakesAllOrNothing();
    void connectionIsKept();
    void wrongConnectionsAreRefused();
    void networksAreKept();
    void apiClientsComeAndGo();

private:
    QString m_backend;
    std::unique_ptr<AgentProgram> m_agent;
};

void SettingsTest::init()
{
    QFETCH_GLOBAL(const QString, backend);
    // The rows of a refusal leave the database as it is.
    if (m_agent && m_backend == backend && QTest::currentDataTag())
        return;
    m_backend = backend;
    m_agent = std::make_unique<AgentProgram>();
    if (!m_agent->start(backend))
        m_agent.reset();
}

void SettingsTest::migrateTellsTheState()
{
    const AgentRun checked = m_agent->run(u"migrate --check --json"_s);
    QVERIFY2(checked.status == 0, checked.told().c_str());
    QCOMPARE(checked.json().object().value(u"state"_s).toString(), u"current"_s);
    const AgentRun again = m_agent->run(u"migrate --json"_s);
    QCOMPARE(again.json().object().value(u"steps"_s).toInt(-1), 0);

    const auto connection = m_agent->connect();
    QVERIFY(connection);
    QVERIFY(connection->run(u"UPDATE schema_version SET version = version - 1"_s));
    const AgentRun older = m_agent->run(u"migrate --check"_s);
    QVERIFY2(older.status == 5 && older.err.contains("ponte-agent migrate"), older.told().c_str());
    if (m_backend == u"postgresql"_s) {
        const AgentRun refused = m_agent->run(u"logs list"_s);
        QVERIFY2(refused.status == 5 && refused.err.contains("ponte-agent migrate"), refused.told().c_str());
    }
    // A step that a later version ran.
    QVERIFY(connection->run(u"UPDATE schema_version SET version = version + 1"_s));
    QVERIFY(connection->run(u"UPDATE schema_version SET version = version + 1"_s));
    for (const QString &line : {u"migrate --check"_s, u"migrate"_s, u"logs list"_s}) {
        const AgentRun newer = m_agent->run(line);
        QVERIFY2(newer.status == 5, newer.told().c_str());
        QVERIFY2(newer.err.contains("newer Ponte"), newer.told().c_str());
    }
}

void SettingsTest::parameterIsKept()
{
    const AgentRun set = m_agent->run(u"parameters set lojaclick.resend.max_attempts 3 --company 3 --json"_s);
    QVERIFY2(set.status == 0, set.told().c_str());
    QCOMPARE(set.err, QByteArray());
    const AgentRun got = m_agent->run(u"parameters get lojaclick.resend.max_attempts --company 3 --json"_s);
    const QJsonObject value = got.json().object();
    QCOMPARE(value.value(u"value"_s).toString(), u"3"_s);
    QCOMPARE(value.value(u"company"_s).toInt(), 3);
    QVERIFY(value.value(u"isSet"_s).toBool());
    QVERIFY(value.value(u"changedAt"_s).toString().endsWith(u'Z'));
    QVERIFY(!value.value(u"changedBy"_s).toString().isEmpty());

    const AgentRun other = m_agent->run(u"parameters get lojaclick.resend.max_attempts --company 4"_s);
    QCOMPARE(other.out, QByteArray("(not set)\n"));
    QCOMPARE(m_agent->run(u"parameters unset lojaclick.resend.max_attempts --company 3"_s).status, 0);
    const AgentRun list = m_agent->run(u"parameters list --json"_s);
    const QJsonArray items = list.json().object().value(u"items"_s).toArray();
    QCOMPARE(items.size(), 7);
    for (const auto &item : items)
        QVERIFY(!item[u"isSet"_s].toBool());
}

void SettingsTest::wrongValuesAreRefused_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"-1", "0", "100", "abc", "3.5", "--x"})
        QTest::newRow(value) << QString::fromUtf8(value);
}

void SettingsTest::wrongValuesAreRefused()
{
    QFETCH(const QString, value);
    const AgentRun run = m_agent->run(
        {u"parameters"_s, u"set"_s, u"lojaclick.resend.max_attempts"_s, value, u"--company"_s, u"3"_s, u"--json"_s});
    QVERIFY2(run.status == 3, run.told().c_str());
    QVERIFY2(run.err.contains("1 to 99"), run.told().c_str());
    const QJsonObject error = run.json().object().value(u"error"_s).toObject();
    QCOMPARE(error.value(u"field"_s).toString(), u"lojaclick.resend.max_attempts"_s);
    const AgentRun got = m_agent->run(u"parameters get lojaclick.resend.max_attempts --company 3 --json"_s);
    QVERIFY(!got.json().object().value(u"isSet"_s).toBool());
}

void SettingsTest::secretIsNeverShown()
{
    const QByteArray secret = "tök&en \xE2\x82\xAC";
    const AgentRun set = m_agent->run(u"parameters set lojaclick.broker.token --stdin"_s, secret + '\n');
    QVERIFY2(set.status == 0, set.told().c_str());
    QString all = QString::fromUtf8(set.out + set.err);
    for (const QString &line : {u"parameters get lojaclick.broker.token"_s, u"parameters list --json"_s,
                                u"parameters get lojaclick.broker.token --json"_s, u"parameters export -"_s})
    {
        const AgentRun run = m_agent->run(line);
        QCOMPARE(run.status, 0);
        all += QString::fromUtf8(run.out + run.err);
    }
    QVERIFY(!all.contains(QString::fromUtf8(secret)));
    const AgentRun got = m_agent->run(u"parameters get lojaclick.broker.token --json"_s);
    QVERIFY(got.json().object().value(u"isSet"_s).toBool());
    QVERIFY(got.json().object().value(u"value"_s).isNull());
    QCOMPARE(m_agent->run(u"parameters set lojaclick.broker.token --stdin"_s, "\xff\xfe").status, 3);
}

void SettingsTest::exportAndImport()
{
    const QString file = m_agent->file(u"values.json"_s);
    for (const QString &line : {u"lojaclick.broker.address http://broker.example"_s,
                                u"lojaclick.status.pre_enrollment 10 --company 3 --level 1"_s,
                                u"lojaclick.integration_user lojaclick --company 3"_s})
    {
        const AgentRun set = m_agent->run(u"parameters set "_s + line);
        QVERIFY2(set.status == 0, set.told().c_str());
    }
    QCOMPARE(m_agent->run({u"parameters"_s, u"export"_s, file}).status, 0);
    QCOMPARE(m_agent->run(u"parameters set lojaclick.broker.address http://other.example"_s).status, 0);
    const AgentRun imported = m_agent->run({u"parameters"_s, u"import"_s, file, u"--json"_s});
    QVERIFY2(imported.status == 0, imported.told().c_str());
    QCOMPARE(imported.json().object().value(u"imported"_s).toInt(), 3);
    QCOMPARE(m_agent->run(u"parameters get lojaclick.broker.address"_s).out, QByteArray("http://broker.example\n"));
}

void SettingsTest::importTakesAllOrNothing_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("wrong value") << QByteArray(R"({"key":"lojaclick.resend.max_attempts","company":3,"value":"0"})")
                                 << QByteArray("1 to 99");
    QTest::newRow("unknown key") << QByteArray(R"({"key":"x","value":"1"})") << QByteArray("Entry 2");
    QTest::newRow("no company") << QByteArray(R"({"key":"lojaclick.resend.max_attempts","value":"3"})")
                                << QByteArray("give 'company'");
    QTest::newRow("secret") << QByteArray(R"({"key":"lojaclick.broker.token","value":"s"})") << QByteArray("secret");
    QTest::newRow("number") << QByteArray(R"({"key":"lojaclick.resend.max_attempts","company":3,"value":3})")
                            << QByteArray("must be a text");
    QTest::newRow("no object") << QByteArray("7") << QByteArray("Entry 2");
    QTest::newRow("broken") << QByteArray("{") << QByteArray("ponte-agent: ");
}

void SettingsTest::importTakesAllOrNothing()
{
    QFETCH(const QByteArray, second);
    QFETCH(const QByteArray, said);
    const QByteArray text = R"({"format":"ponte-parameters","version":1,"parameters":[)"
                            R"({"key":"lojaclick.broker.address","value":"http://b.example"},)"
                            + second + "]}";
    const AgentRun run = m_agent->run(u"parameters import -"_s, text);
    QVERIFY2(run.status == 3, run.told().c_str());
    QVERIFY2(run.err.contains(said), run.told().c_str());
    QCOMPARE(m_agent->run(u"parameters get lojaclick.broker.address"_s).out, QByteArray("(not set)\n"));
}

void SettingsTest::connectionIsKept()
{
    const AgentRun set = m_agent->run(u"connections set rm --url https://rm.example:8051/rm/ --user -integração "
                                      "--concurrency 2 --timeout 20 --setting codTipoMat=2 --password-stdin"_s,
                                      "se nha\n");
    QVERIFY2(set.status == 0, set.told().c_str());
    QCOMPARE(m_agent->run(u"connections set rm --timeout 25 --setting contractNumberColumn=NUMERO"_s).status, 0);
    const AgentRun list = m_agent->run(u"connections list --json"_s);
    QVERIFY2(!list.out.contains("se nha"), list.told().c_str());
    const QJsonObject rm = list.json().object().value(u"items"_s).toArray().at(0).toObject();
    QCOMPARE(rm.value(u"url"_s).toString(), u"https://rm.example:8051/rm"_s);
    QCOMPARE(rm.value(u"user"_s).toString(), u"-integração"_s);
    QCOMPARE(rm.value(u"concurrency"_s).toInt(), 2);
    QCOMPARE(rm.value(u"timeout"_s).toInt(), 25);
    const QJsonObject settings {{u"codTipoMat"_s, u"2"_s}, {u"contractNumberColumn"_s, u"NUMERO"_s}};
    QCOMPARE(rm.value(u"settings"_s).toObject(), settings);
}

void SettingsTest::wrongConnectionsAreRefused()
{
    for (const QString &options :
         {u"--url ftp://rm.example"_s, u"--url rm.example"_s, u"--url http://u:p@rm.example"_s, u"--user x"_s,
          u"--url http://rm.example --concurrency 65"_s, u"--url http://rm.example --timeout 0"_s})
    {
        const AgentRun run = m_agent->run(u"connections set rm "_s + options);
        QVERIFY2(run.status == 3, run.told().c_str());
    }
    QCOMPARE(m_agent->run(u"connections set rm --url http://rm.example --password-stdin"_s, "\n").status, 2);
    const AgentRun list = m_agent->run(u"connections list --json"_s);
    QVERIFY(list.json().object().value(u"items"_s).toArray().isEmpty());
    const AgentRun tested = m_agent->run(u"connections test erp"_s);
    QVERIFY2(tested.status == 3, tested.told().c_str());
}

void SettingsTest::networksAreKept()
{
    QCOMPARE(m_agent->run(u"networks set 3 SENAI"_s).status, 0);
    QCOMPARE(m_agent->run(u"networks set 2 sesi"_s).status, 0);
    QCOMPARE(m_agent->run(u"networks set 3 IEL"_s).status, 0);
    const AgentRun list = m_agent->run(u"networks list --json"_s);
    const QJsonArray items = list.json().object().value(u"items"_s).toArray();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.at(0)[u"network"_s].toString(), u"SESI"_s);
    QCOMPARE(items.at(1)[u"network"_s].toString(), u"IEL"_s);

    // With two of them a filter has to say which.
    for (const QString &line :
         {u"logs list"_s, u"report --format csv --output %1"_s.arg(m_agent->file(u"r.csv"_s)), u"reprocess --plan"_s})
    {
        const AgentRun run = m_agent->run(line);
        QVERIFY2(run.status == 2 && run.err.contains("--company is needed"), run.told().c_str());
    }
    QVERIFY(!QFile::exists(m_agent->file(u"r.csv"_s)));
}

void SettingsTest::apiClientsComeAndGo()
{
    const AgentRun added = m_agent->run(u"api-clients add loja --company 3 --json"_s);
    QVERIFY2(added.status == 0, added.told().c_str());
    const QJsonObject credentials = added.json().object();
    QCOMPARE(credentials.keys(), QStringList({u"password"_s, u"username"_s}));
    QCOMPARE(credentials.value(u"username"_s).toString(), u"loja"_s);
    QVERIFY(credentials.value(u"password"_s).toString().size() >= 32);
    QCOMPARE(m_agent->run(u"api-clients add loja"_s).status, 3);
    QCOMPARE(m_agent->run(u"api-clients add a:b"_s).status, 3);

    const AgentRun list = m_agent->run(u"api-clients list --json"_s);
    QVERIFY(!list.out.contains(credentials.value(u"password"_s).toString().toUtf8()));
    const QJsonObject client = list.json().object().value(u"items"_s).toArray().at(0).toObject();
    QCOMPARE(client.value(u"company"_s).toInt(), 3);
    QVERIFY(client.value(u"revokedAt"_s).isNull());
    QCOMPARE(m_agent->run(u"api-clients revoke loja"_s).status, 0);
    QCOMPARE(m_agent->run(u"api-clients revoke loja"_s).status, 3);
    QCOMPARE(m_agent->run(u"api-clients add loja"_s).status, 0);
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
