// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/log/logwriter.h"
#include "tests/agent/agentprogram.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QUrl>

#include <zip.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace ponte;
using ponte::test::AgentProgram;
using ponte::test::AgentRun;

namespace {

const QString cpf = u"39053344705"_s;
const QByteArray password = "correct horse";

/// Record 1: an activation of company 3 that was refused twice, with people in what was sent. Record 2: one that
/// succeeded. Record 3: a person's update, whose very origin is a CPF.
bool writeRecords(storage::Connection &connection)
{
    log::LogWriter writer(connection);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!writer.ensurePartitions(now))
        return false;
    const auto add = [&](const QString &origin, const QString &functionality, const QString &fields,
                         const QString &values, log::Status status, const QString &sent) {
        const log::RecordKey key {u"lojaclick"_s, CompanyId(3),  LevelId(1),
                                  origin,         functionality, u"lojaclick_export"_s};
        const auto record = writer.ensureRecord(key, fields, values, status, now);
        log::NewItem item;
        item.trigger = log::Trigger::Import;
        item.who = u"loja"_s;
        item.message = u"O ERP recusou o CPF 390.533.447-05."_s;
        item.status = status;
        item.httpStatus = status == log::Status::Success ? 201 : 422;
        item.payload.sent = sent;
        item.payload.received =
            u"# ReadView X\n<a/>\n\n# POST http://erp.invalid/contratos/efetivacao\n{\"message\":\"%1\"}"_s.arg(origin);
        return record && writer.append(*record, item, now);
    };
    const QString sent = u"# ReadView X\nCGCCFO='39053344705'\n\n# POST http://erp.invalid/contratos/efetivacao\n"
                         "{\"ra\":\"1\",\"email\":\"maria@exemplo.com\",\"valorTotal\":\"%1\"}"_s;
    const QString activation = u"contract_activation"_s;
    return add(u"V1"_s, activation, u"CODCOLIGADA;RA"_s, u"3;1"_s, log::Status::Error, sent.arg(u"1500.00"_s))
           && add(u"V1"_s, activation, u"CODCOLIGADA;RA"_s, u"3;1"_s, log::Status::Error, sent.arg(u"1600.00"_s))
           && add(u"V2"_s, activation, u"CODCOLIGADA;RA"_s, u"3;2"_s, log::Status::Success, sent.arg(u"1700.00"_s))
           && add(u"CPF-"_s + cpf, u"student_update"_s, u"CODCOLIGADA;CPF"_s, u"3;"_s + cpf, log::Status::Error,
                  u"{\"cpf\":\"39053344705\"}"_s);
}

} // namespace

class ReasonsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { AgentProgram::addBackends(); }
    void init();
    void cleanup();

    void ownerSeesAndIsNoted();
    void keyUserSeesMasks();
    void verifyNamesTheBrokenLink();
    void explains();
    void comparesAttempts();
    void writesABundle();

private:
    [[nodiscard]] bool isSqlite() const { return m_backend == "sqlite"_L1; }
    [[nodiscard]] AgentRun runAsEva(const QString &line);
    [[nodiscard]] bool makeEvaKeyUser();

    QTemporaryDir m_folder;
    QString m_backend;
    QString m_role; ///< of the server, to be dropped
    std::unique_ptr<AgentProgram> m_agent;
};

void ReasonsTest::init()
{
    QFETCH_GLOBAL(const QString, backend);
    m_backend = backend;
    qputenv("PONTE_PASSWORD_FILE", QFile::encodeName(m_folder.filePath(u"password"_s)));
    m_agent = std::make_unique<AgentProgram>();
    QVERIFY(m_agent->start(backend));
    const auto connection = m_agent->connect();
    QVERIFY(connection && writeRecords(*connection));
}

void ReasonsTest::cleanup()
{
    if (!m_role.isEmpty()) {
        const auto connection = m_agent->connect();
        static_cast<void>(connection->run(u"DROP OWNED BY %1"_s.arg(m_role)));
        static_cast<void>(connection->run(u"DROP ROLE %1"_s.arg(m_role)));
        m_role.clear();
    }
    m_agent.reset();
}

/// A person without the right to see personal data, and the one who administers.
bool ReasonsTest::makeEvaKeyUser()
{
    if (isSqlite()) {
        QFile file(m_folder.filePath(u"password"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(password) != password.size())
            return false;
        file.close();
        if (m_agent->run(u"people add ada --profile Administrator --password-stdin"_s, password).status != 0)
            return false;
        const QStringList words {u"people"_s,           u"add"_s,    u"eva"_s, u"--profile"_s, u"Key user"_s,
                                 u"--password-stdin"_s, u"--user"_s, u"ada"_s};
        return m_agent->run(words, password).status == 0;
    }
    m_role = u"ponte_eva_reasons_"_s + QString::number(QCoreApplication::applicationPid());
    const auto connection = m_agent->connect();
    for (const QString &sql :
         {u"CREATE ROLE %1 LOGIN PASSWORD 'segredo'"_s, u"GRANT ALL ON ALL TABLES IN SCHEMA public TO %1"_s,
          u"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO %1"_s})
    {
        if (!connection->run(sql.arg(m_role)))
            return false;
    }
    const QString ada = QUrl(m_agent->address()).userName();
    const auto add = [this](const QString &name, const QString &profile) {
        return m_agent->run({u"people"_s, u"add"_s, name, u"--profile"_s, profile}).status == 0;
    };
    return add(ada, u"Administrator"_s) && add(m_role, u"Key user"_s);
}

AgentRun ReasonsTest::runAsEva(const QString &line)
{
    if (isSqlite())
        return m_agent->run(line + u" --user eva"_s);
    QUrl url(m_agent->address());
    url.setUserName(m_role);
    url.setPassword(u"segredo"_s);
    return m_agent->run(line + u" --database "_s + url.toString());
}

void ReasonsTest::ownerSeesAndIsNoted()
{
    const AgentRun shown = m_agent->run(u"logs show 1 --json"_s);
    QVERIFY2(shown.status == 0, shown.told().c_str());
    QVERIFY(shown.out.contains("39053344705") && shown.out.contains("maria@exemplo.com"));
    const AgentRun listed = m_agent->run(u"logs list --json"_s);
    QVERIFY2(listed.status == 0 && listed.out.contains("CPF-39053344705"), listed.told().c_str());
    const AgentRun verified = m_agent->run(u"verify --json"_s);
    QVERIFY2(verified.status == 0, verified.told().c_str());
    QCOMPARE(verified.json()[u"whole"_s].toBool(), true);
    QCOMPARE(verified.json()[u"events"_s].toInt(), 2);
    QCOMPARE(verified.json()[u"head"_s].toString().size(), 64);
}

void ReasonsTest::keyUserSeesMasks()
{
    QVERIFY(makeEvaKeyUser());
    for (const QString &line : {u"logs show 1 --json"_s, u"logs show 1"_s, u"logs show 3 --json"_s, u"logs list"_s,
                                u"logs list --json"_s, u"logs explain 3 --json"_s, u"logs diff 1 --json"_s})
    {
        const AgentRun run = runAsEva(line);
        QVERIFY2(run.status == 0, run.told().c_str());
        for (const char *secret : {"39053344705", "390.533.447-05", "maria@"})
            QVERIFY2(!run.out.contains(secret), qPrintable(line + u" tells "_s + QLatin1StringView(secret)));
    }
    QVERIFY(runAsEva(u"logs show 3 --json"_s).out.contains("***533447**"));
    const AgentRun refused = runAsEva(u"verify"_s);
    QVERIFY2(refused.status == 3, refused.told().c_str());
}

void ReasonsTest::verifyNamesTheBrokenLink()
{
    const AgentRun empty = m_agent->run(u"verify"_s);
    QVERIFY2(empty.status == 0 && empty.out.contains("no events yet"), empty.told().c_str());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_agent->run(u"logs show 1"_s).status, 0);
    QCOMPARE(m_agent->run(u"verify"_s).status, 0);
    const auto connection = m_agent->connect();
    QVERIFY(!connection->run(u"UPDATE audit_event SET who = 'x' WHERE number = 2"_s));
    QVERIFY(connection->run(isSqlite() ? u"DROP TRIGGER audit_event_no_update"_s
                                       : u"ALTER TABLE audit_event DISABLE TRIGGER USER"_s));
    QVERIFY(connection->run(u"UPDATE audit_event SET who = 'x' WHERE number = 2"_s));
    const AgentRun broken = m_agent->run(u"verify --json"_s);
    QVERIFY2(broken.status == 3, broken.told().c_str());
    QCOMPARE(broken.json()[u"whole"_s].toBool(true), false);
    QCOMPARE(broken.json()[u"brokenAt"_s].toInt(), 2);
    QCOMPARE(broken.json()[u"events"_s].toInt(), 1);
    QVERIFY2(broken.err.contains("event 2"), broken.told().c_str());
}

void ReasonsTest::explains()
{
    const AgentRun run = m_agent->run(u"logs explain 1 --json"_s);
    QVERIFY2(run.status == 0, run.told().c_str());
    QStringList kinds;
    const QJsonArray lines = run.json()[u"lines"_s].toArray();
    for (const auto &line : lines) {
        kinds.append(line[u"kind"_s].toString());
        QVERIFY(line[u"text"_s].toString().endsWith(u'.'));
    }
    QVERIFY(kinds.contains(u"failure"_s) && kinds.contains(u"waiting"_s) && kinds.contains(u"advice"_s));
    QVERIFY(m_agent->run(u"logs explain 1"_s).out.count('\n') >= 3);
    QCOMPARE(m_agent->run(u"logs explain 99"_s).status, 3);
    QCOMPARE(m_agent->run(u"logs explain x"_s).status, 2);
}

void ReasonsTest::comparesAttempts()
{
    for (const QString &line : {u"logs diff 1 --json"_s, u"logs diff 1 --attempts 1,2 --json"_s}) {
        const AgentRun run = m_agent->run(line);
        QVERIFY2(run.status == 0, run.told().c_str());
        const QJsonArray sent = run.json()[u"sent"_s].toArray();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first()[u"path"_s].toString(), u"POST http://erp.invalid/contratos/efetivacao: valorTotal"_s);
        QCOMPARE(sent.first()[u"left"_s].toString(), u"\"1500.00\""_s);
        QCOMPARE(sent.first()[u"right"_s].toString(), u"\"1600.00\""_s);
        QCOMPARE(run.json()[u"received"_s].toArray().size(), 0);
        QVERIFY(run.json()[u"configuration"_s].isArray());
        QCOMPARE(run.json()[u"right"_s][u"number"_s].toInt(), 2);
    }
    QCOMPARE(m_agent->run(u"logs diff 1 --attempts 1,9"_s).status, 3);
    QCOMPARE(m_agent->run(u"logs diff 1 --attempts 1"_s).status, 2);
    // A record with one execution and nothing like it.
    QCOMPARE(m_agent->run(u"logs diff 3"_s).status, 3);
}

void ReasonsTest::writesABundle()
{
    const QString file = m_agent->file(u"pacote ç.zip"_s);
    const AgentRun run = m_agent->run({u"logs"_s, u"bundle"_s, u"1"_s, u"--output"_s, file, u"--json"_s});
    QVERIFY2(run.status == 0, run.told().c_str());
    QCOMPARE(run.json()[u"file"_s].toString(), file);
    int code = 0;
    const std::unique_ptr<zip_t, void (*)(zip_t *)> archive(
        zip_open(QFile::encodeName(file).constData(), ZIP_RDONLY | ZIP_CHECKCONS, &code), zip_discard);
    QVERIFY(archive);
    QHash<QByteArray, QByteArray> contents;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
        zip_stat_t stat;
        QCOMPARE(zip_stat_index(archive.get(), zip_uint64_t(i), 0, &stat), 0);
        QByteArray content(qsizetype(stat.size), Qt::Uninitialized);
        zip_file_t *entry = zip_fopen_index(archive.get(), zip_uint64_t(i), 0);
        QVERIFY(entry);
        QCOMPARE(zip_fread(entry, content.data(), stat.size), zip_int64_t(stat.size));
        zip_fclose(entry);
        contents.insert(stat.name, content);
    }
    for (const char *name : {"request.http", "request.curl.sh", "response.txt", "record.json", "timings.json",
                             "versions.json", "SHA256SUMS"})
    {
        QVERIFY2(!contents.value(name).isEmpty(), name);
        // Whoever is allowed to see people: what leaves for a vendor holds none.
        for (const char *secret : {"39053344705", "390.533.447-05", "maria@"})
            QVERIFY2(!contents.value(name).contains(secret), name);
    }
    QVERIFY(contents.value("request.http").contains("POST http://erp.invalid/contratos/efetivacao HTTP/1.1"));
    QVERIFY(contents.value("request.http").contains("\"valorTotal\":\"1600.00\""));
    QVERIFY(contents.value("request.curl.sh").contains("curl --include --request 'POST'"));
    QVERIFY(contents.value("response.txt").startsWith("HTTP 422"));
    QCOMPARE(QJsonDocument::fromJson(contents.value("record.json"))[u"id"_s].toInt(), 1);
    QCOMPARE(QJsonDocument::fromJson(contents.value("timings.json"))[u"attempts"_s].toArray().size(), 2);
    for (const QByteArray &line : contents.value("SHA256SUMS").trimmed().split('\n')) {
        const QByteArray name = line.mid(66);
        QCOMPARE(line.left(64), QCryptographicHash::hash(contents.value(name), QCryptographicHash::Sha256).toHex());
    }
    const AgentRun refused = m_agent->run(u"logs bundle 1 --output /nowhere/at/all.zip"_s);
    QVERIFY2(refused.status == 2, refused.told().c_str());
    QCOMPARE(m_agent->run(u"logs bundle 1"_s).status, 2);
}

QTEST_GUILESS_MAIN(ReasonsTest)
#include "reasons_test.moc"
