// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/agent/agentprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using ponte::test::AgentProgram;
using ponte::test::AgentRun;

namespace {

constexpr char adaPassword[] = "correct horse";
constexpr char evaPassword[] = "battery staple";

} // namespace

/// People and their profiles as commands: on SQLite with passwords, on PostgreSQL as database roles.
class PeopleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { AgentProgram::addBackends(); }
    void init();
    void cleanup();
    void theFirstOneAdministers();
    void aProfileReleasesAndNothingElseDoes();
    void wrongPasswordsLock();
    void profilesComeAndGo();
    void whoSeesOneCompanySeesItsBatches();
    void whoLeavesMayNothing();

private:
    [[nodiscard]] bool isSqlite() const { return m_backend == u"sqlite"_s; }
    /// As one of the two; on SQLite by --user and a file, on PostgreSQL by the role that logs in.
    [[nodiscard]] AgentRun runAs(const QString &name, const QString &line);
    [[nodiscard]] AgentRun addPerson(const QString &as, const QString &name, const QString &profile);
    void addAda();
    void makeRole(const QString &name);

    QString m_backend;
    QString m_ada; ///< administers
    QString m_eva; ///< does not
    QString m_ownAddress;
    QStringList m_roles;
    std::unique_ptr<AgentProgram> m_agent;
};

void PeopleTest::init()
{
    QFETCH_GLOBAL(const QString, backend);
    m_backend = backend;
    m_agent = std::make_unique<AgentProgram>();
    QVERIFY(m_agent->start(backend));
    m_ownAddress = m_agent->address();
    m_ada = u"ada"_s;
    m_eva = u"eva"_s;
    if (isSqlite()) {
        for (const auto &[name, password] : {std::pair(u"ada"_s, adaPassword), std::pair(u"eva"_s, evaPassword)}) {
            QFile file(m_agent->file(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(password);
        }
        return;
    }
    // Roles belong to the server, which other tests use at the same time.
    const QString suffix = QString::number(QCoreApplication::applicationPid());
    m_ada = u"ponte_ada_"_s + suffix;
    m_eva = u"ponte_eva_"_s + suffix;
    makeRole(m_ada);
    makeRole(m_eva);
}

void PeopleTest::makeRole(const QString &name)
{
    const auto connection = m_agent->connect();
    for (const QString &sql :
         {u"CREATE ROLE %1 LOGIN PASSWORD 'segredo'"_s, u"GRANT ALL ON ALL TABLES IN SCHEMA public TO %1"_s,
          u"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO %1"_s})
        QVERIFY(connection->run(sql.arg(name)));
    m_roles.append(name);
}

void PeopleTest::cleanup()
{
    for (const QString &role : std::exchange(m_roles, {})) {
        const auto connection = m_agent->connect();
        QVERIFY(connection->run(u"DROP OWNED BY %1"_s.arg(role)));
        QVERIFY(connection->run(u"DROP ROLE %1"_s.arg(role)));
    }
    m_agent.reset();
}

AgentRun PeopleTest::runAs(const QString &name, const QString &line)
{
    if (isSqlite()) {
        m_agent->setVariable(u"PONTE_PASSWORD_FILE"_s, m_agent->file(name));
        // Not --user, which in `connections set` is the user of the outside system.
        m_agent->setVariable(u"PONTE_USER"_s, name);
        return m_agent->run(line);
    }
    QUrl url(m_ownAddress);
    url.setUserName(name);
    url.setPassword(u"segredo"_s);
    return m_agent->run(line + u" --database "_s + url.toString());
}

AgentRun PeopleTest::addPerson(const QString &as, const QString &name, const QString &profile)
{
    const QString line = u"people add %1 --profile %2"_s.arg(name, profile);
    if (!isSqlite())
        return runAs(as, line);
    m_agent->setVariable(u"PONTE_PASSWORD_FILE"_s, m_agent->file(as));
    m_agent->setVariable(u"PONTE_USER"_s, {});
    return m_agent->run(u"%1 --password-stdin --user %2"_s.arg(line, as), name == m_ada ? adaPassword : evaPassword);
}

void PeopleTest::addAda()
{
    const AgentRun added = addPerson(m_ada, m_ada, u"Administrator"_s);
    QVERIFY2(added.status == 0, added.told().c_str());
}

void PeopleTest::theFirstOneAdministers()
{
    const AgentRun refused = addPerson(m_ada, m_eva, u"Analyst"_s);
    QVERIFY2(refused.status == 3 && refused.err.contains("administer"), refused.told().c_str());
    addAda();
    if (isSqlite()) {
        const AgentRun nobody = m_agent->run(u"people list"_s);
        QVERIFY2(nobody.status == 3 && nobody.err.contains("--user NAME"), nobody.told().c_str());
    }
    const AgentRun list = runAs(m_ada, u"people list --json"_s);
    const QJsonArray items = list.json().object().value(u"items"_s).toArray();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first()[u"name"_s].toString(), m_ada);
    QCOMPARE(items.first()[u"profiles"_s].toArray(), QJsonArray({u"Administrator"_s}));
    QVERIFY2(!list.out.contains("argon2"), list.told().c_str());
}

/// Acceptance example A0-19, at the shell: what no profile releases is refused by the core.
void PeopleTest::aProfileReleasesAndNothingElseDoes()
{
    addAda();
    QCOMPARE(runAs(m_ada, u"profiles set Vigia --may view_log:3"_s).status, 0);
    QCOMPARE(addPerson(m_ada, m_eva, u"Vigia"_s).status, 0);
    const AgentRun seen = runAs(m_eva, u"logs list --company 3"_s);
    QVERIFY2(seen.status == 0, seen.told().c_str());
    for (const QString &line :
         {u"logs list --company 2"_s, u"parameters list"_s,
          u"parameters set lojaclick.broker.address http://b.example"_s, u"reprocess --company 3 --yes"_s,
          u"schedule add --company 3 --every 15m"_s, u"networks set 3 SENAI"_s,
          u"connections set rm --url http://rm.example"_s, u"connections test rm"_s, u"catalog refresh"_s,
          u"api-clients add loja"_s, u"people list"_s, u"profiles set Vigia --may administer"_s, u"diagnose"_s})
    {
        const AgentRun run = runAs(m_eva, line);
        QVERIFY2(run.status == 3, qPrintable(line + u'\n' + QString::fromStdString(run.told())));
        QVERIFY2(run.err.contains(m_eva.toUtf8()), run.told().c_str());
    }
    const AgentRun kept = runAs(m_ada, u"parameters get lojaclick.broker.address --json"_s);
    QCOMPARE(kept.json().object().value(u"isSet"_s), QJsonValue(false));
    QCOMPARE(runAs(m_ada, u"people profiles %1 --profile Vigia --profile Manager"_s.arg(m_eva)).status, 0);
    const AgentRun released = runAs(m_eva, u"logs list --company 2"_s);
    QVERIFY2(released.status == 0, released.told().c_str());
}

void PeopleTest::wrongPasswordsLock()
{
    if (!isSqlite()) {
        // There the server keeps the passwords, and says so where one is given.
        const AgentRun given = m_agent->run(u"people add x --profile Administrator --password-stdin"_s, "a password");
        QVERIFY2(given.status == 3 && given.err.contains("role"), given.told().c_str());
        return;
    }
    addAda();
    QCOMPARE(addPerson(m_ada, m_eva, u"Analyst"_s).status, 0);
    QFile wrong(m_agent->file(u"wrong"_s));
    QVERIFY(wrong.open(QIODevice::WriteOnly));
    wrong.write("not the horse");
    wrong.close();
    m_agent->setVariable(u"PONTE_PASSWORD_FILE"_s, wrong.fileName());
    for (int i = 0; i < 5; ++i) {
        const AgentRun run = m_agent->run(u"logs list --company 3 --user eva"_s);
        QVERIFY2(run.status == 3 && run.err.contains("wrong"), run.told().c_str());
    }
    const AgentRun locked = runAs(m_eva, u"logs list --company 3"_s);
    QVERIFY2(locked.status == 3 && locked.err.contains("minutes"), locked.told().c_str());
    const AgentRun list = runAs(m_ada, u"people list --json"_s);
    QVERIFY2(list.out.contains("lockedUntil\":\"20"), list.told().c_str());
    // Another password lifts the lock.
    m_agent->setVariable(u"PONTE_PASSWORD_FILE"_s, m_agent->file(m_ada));
    const AgentRun lifted = m_agent->run(u"people password eva --password-stdin --user ada"_s, evaPassword);
    QVERIFY2(lifted.status == 0, lifted.told().c_str());
    QCOMPARE(runAs(m_eva, u"logs list --company 3"_s).status, 0);
}

void PeopleTest::profilesComeAndGo()
{
    addAda();
    QCOMPARE(runAs(m_ada, u"profiles set Vigia --may view_log,view_parameters:3"_s).status, 0);
    const AgentRun list = runAs(m_ada, u"profiles list --json"_s);
    const QJsonArray items = list.json().object().value(u"items"_s).toArray();
    QCOMPARE(items.size(), 5);
    QVERIFY2(list.out.contains("view_parameters:3"), list.told().c_str());
    QCOMPARE(runAs(m_ada, u"profiles set Vigia --may sing"_s).status, 2);
    QCOMPARE(runAs(m_ada, u"profiles remove Analyst"_s).status, 3);
    QCOMPARE(runAs(m_ada, u"profiles remove Vigia"_s).status, 0);
    QCOMPARE(runAs(m_ada, u"profiles remove Vigia"_s).status, 3);
    QCOMPARE(runAs(m_ada, u"profiles remove Administrator"_s).status, 3);
}

void PeopleTest::whoSeesOneCompanySeesItsBatches()
{
    QCOMPARE(m_agent->run(u"generate --records 300 --payloads newest:0"_s).status, 0);
    addAda();
    QCOMPARE(runAs(m_ada, u"profiles set Vigia --may view_log:3,reprocess:3"_s).status, 0);
    QCOMPARE(addPerson(m_ada, m_eva, u"Vigia"_s).status, 0);
    QHash<int, int> batches;
    for (const int company : {2, 3}) {
        const AgentRun run = runAs(m_ada, u"reprocess --company %1 --first 1 --yes --detach --json"_s.arg(company));
        QVERIFY2(run.status == 0, run.told().c_str());
        batches.insert(company, run.json().object().value(u"batch"_s).toInt());
    }
    QCOMPARE(runAs(m_ada, u"reprocess list --json"_s).json()[u"items"_s].toArray().size(), 2);
    const QJsonArray seen = runAs(m_eva, u"reprocess list --json"_s).json()[u"items"_s].toArray();
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.first()[u"batch"_s].toInt(), batches.value(3));
    QCOMPARE(runAs(m_eva, u"reprocess show %1"_s.arg(batches.value(3))).status, 0);
    QCOMPARE(runAs(m_eva, u"reprocess show %1"_s.arg(batches.value(2))).status, 3);
    QCOMPARE(runAs(m_eva, u"reprocess cancel %1"_s.arg(batches.value(2))).status, 3);
    QCOMPARE(runAs(m_eva, u"reprocess cancel %1"_s.arg(batches.value(3))).status, 0);
}

void PeopleTest::whoLeavesMayNothing()
{
    addAda();
    QCOMPARE(addPerson(m_ada, m_eva, u"Analyst"_s).status, 0);
    QCOMPARE(runAs(m_eva, u"logs list --company 3"_s).status, 0);
    const AgentRun plan = runAs(m_eva, u"reprocess --company 3 --plan"_s);
    QVERIFY2(plan.status == 0, plan.told().c_str());
    QCOMPARE(runAs(m_ada, u"people disable "_s + m_eva).status, 0);
    QCOMPARE(runAs(m_eva, u"logs list --company 3"_s).status, 3);
    QCOMPARE(runAs(m_ada, u"people enable "_s + m_eva).status, 0);
    QCOMPARE(runAs(m_eva, u"logs list --company 3"_s).status, 0);
    const AgentRun alone = runAs(m_ada, u"people disable "_s + m_ada);
    QVERIFY2(alone.status == 3, alone.told().c_str());
}

QTEST_GUILESS_MAIN(PeopleTest)
#include "people_test.moc"
