// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/agent/agentprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using ponte::test::AgentProgram;
using ponte::test::AgentRun;

class DiagnoseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { AgentProgram::addBackends(); }
    void init();
    void cleanup() { m_agent.reset(); }
    void tellsWhatIsMissingUntilNothingIs();
    void aLostKeyIsMissed();
    void aServerOfFewConnectionsIsTold();

private:
    void set(const QString &line, const QByteArray &input = {}) const;
    [[nodiscard]] static QStringList checksIn(const AgentRun &run, const QString &state);

    QString m_backend;
    std::unique_ptr<AgentProgram> m_agent;
};

void DiagnoseTest::init()
{
    QFETCH_GLOBAL(const QString, backend);
    m_backend = backend;
    m_agent = std::make_unique<AgentProgram>();
    QVERIFY(m_agent->start(backend));
}

void DiagnoseTest::set(const QString &line, const QByteArray &input) const
{
    const AgentRun run = m_agent->run(line, input);
    QVERIFY2(run.status == 0, run.told().c_str());
}

QStringList DiagnoseTest::checksIn(const AgentRun &run, const QString &state)
{
    QStringList found;
    const QJsonArray checks = run.json().object().value(u"checks"_s).toArray();
    for (const auto &check : checks) {
        if (check[u"state"_s].toString() == state)
            found.append(check[u"check"_s].toString());
    }
    return found;
}

void DiagnoseTest::tellsWhatIsMissingUntilNothingIs()
{
    const AgentRun fresh = m_agent->run(u"diagnose --json"_s);
    QVERIFY2(fresh.status == 3, fresh.told().c_str());
    QCOMPARE(fresh.json().object().value(u"complete"_s), QJsonValue(false));
    QCOMPARE(checksIn(fresh, u"done"_s), QStringList({u"database"_s, u"schema"_s, u"key"_s}));
    QCOMPARE(checksIn(fresh, u"missing"_s),
             QStringList({u"rm"_s, u"erp"_s, u"networks"_s, u"parameters.integration_data"_s,
                          u"parameters.enrollment_status"_s, u"parameters.general"_s, u"api_clients"_s, u"workers"_s}));
    const AgentRun told = m_agent->run(u"diagnose"_s);
    QVERIFY2(told.status == 3 && told.out.contains("missing  workers"), told.told().c_str());

    set(u"connections set rm --url http://127.0.0.1:1 --user u"_s);
    set(u"connections set erp --url http://127.0.0.1:1 --user u"_s);
    set(u"networks set 3 SENAI"_s);
    for (const QString &line :
         {u"lojaclick.broker.address http://broker.example"_s, u"lojaclick.broker.token s"_s,
          u"lojaclick.status.pre_enrollment 10 --company 3 --level 1"_s,
          u"lojaclick.status.enrollment 11 --company 3 --level 1"_s, u"lojaclick.integration_user loja --company 3"_s})
        set(u"parameters set "_s + line);
    set(u"api-clients add loja"_s);
    const AgentRun idle = m_agent->run(u"diagnose --json"_s);
    QVERIFY2(idle.status == 3, idle.told().c_str());
    QCOMPARE(checksIn(idle, u"missing"_s), QStringList({u"workers"_s}));

    const auto worker = m_agent->serve({u"--no-api"_s});
    QVERIFY(worker);
    const AgentRun complete = m_agent->run(u"diagnose --json"_s);
    QVERIFY2(complete.status == 0, complete.told().c_str());
    QCOMPARE(complete.json().object().value(u"complete"_s), QJsonValue(true));
    QCOMPARE(checksIn(complete, u"advised"_s), QStringList({u"lists"_s}));
    worker->terminate();
    QVERIFY(worker->waitForFinished());
}

void DiagnoseTest::aLostKeyIsMissed()
{
    if (m_backend == u"sqlite"_s)
        QVERIFY(QFile::remove(m_agent->file(u"ponte.db.key"_s)));
    else
        m_agent->setVariable(u"PONTE_KEY"_s, m_agent->file(u"none.key"_s));
    const AgentRun run = m_agent->run(u"diagnose --json"_s);
    QVERIFY2(run.status == 3, run.told().c_str());
    QVERIFY2(checksIn(run, u"missing"_s).contains(u"key"_s), run.told().c_str());
}

void DiagnoseTest::aServerOfFewConnectionsIsTold()
{
    QVERIFY2(!checksIn(m_agent->run(u"diagnose --json"_s), u"advised"_s).contains(u"capacity"_s), "said without need");
    if (m_backend == u"sqlite"_s)
        return;
    const auto connection = m_agent->connect();
    QVERIFY(connection);
    const auto limit = [&connection](int count) {
        const auto done = connection->run(u"DO $$BEGIN EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT %1', "
                                          "current_database()); END$$"_s.arg(count));
        return done.has_value();
    };
    QVERIFY(limit(35));
    const AgentRun few = m_agent->run(u"diagnose"_s);
    QVERIFY2(few.out.contains("35") && few.out.contains("36") && few.out.contains("max_connections"),
             few.told().c_str());
    QVERIFY(checksIn(m_agent->run(u"diagnose --json"_s), u"advised"_s).contains(u"capacity"_s));
    set(u"connections set erp --url http://127.0.0.1:1 --user u --concurrency 7"_s);
    QVERIFY(!checksIn(m_agent->run(u"diagnose --json"_s), u"advised"_s).contains(u"capacity"_s));
}

QTEST_GUILESS_MAIN(DiagnoseTest)
#include "diagnose_test.moc"
