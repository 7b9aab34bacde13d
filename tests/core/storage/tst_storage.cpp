// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integrations.h"
#include "core/storage/statements.h"
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace ponte;
using namespace ponte::storage;
using namespace Qt::StringLiterals;

class TestStorage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void readsAddresses_data();
    void readsAddresses();
    void everyStatementPrepares();
    void migratesOnce();
    void refusesNewerSchema();
    void refusesMissingSchemaOnAServer();
    void failedWorkLeavesTheOthers();
    void committedWorkIsAnnounced();
    void writerRecoversFromALostConnection();
    void unreachableDatabaseIsOneSentence();
    void interruptedReadIsSilent();
    void otherProgramsChangesAreTold();
    void emptyTextIsNotNull();
    void anyTextIsStored();
};

void TestStorage::readsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isSound");
    QTest::addColumn<QString>("display");
    QTest::newRow("a file") << u"sqlite:/tmp/a b.db"_s << true << u"sqlite:/tmp/a b.db"_s;
    QTest::newRow("a server with password")
        << u"postgresql://me:s%40crt@db:5433/ponte?sslmode=require"_s << true << u"postgresql://me@db:5433/ponte"_s;
    QTest::newRow("no scheme") << u"/tmp/a.db"_s << false << QString();
    QTest::newRow("no file") << u"sqlite:"_s << false << QString();
    QTest::newRow("no role") << u"postgresql://db/ponte"_s << false << QString();
    QTest::newRow("no database") << u"postgresql://me@db"_s << false << QString();
    QTest::newRow("another system") << u"mysql://me@db/ponte"_s << false << QString();
}

void TestStorage::readsAddresses()
{
    QFETCH(QString, text);
    QFETCH(bool, isSound);
    QFETCH(QString, display);
    const auto address = Address::parse(text);
    QCOMPARE(address.has_value(), isSound);
    if (isSound)
        QCOMPARE(address->display(), display);
    else
        QVERIFY(!address.error().message.isEmpty());
}

void TestStorage::everyStatementPrepares()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const auto connection = Connection::open(fresh.address(), Connection::Mode::ReadWrite);
    QVERIFY(connection);
    int prepared = 0;
    for (const QString &module : migrationModules()) {
        for (const QString &file : {u"queries.sql"_s, u"queries.%1.sql"_s.arg(backend)}) {
            QFile resource(u":/sql/%1/%2"_s.arg(module, file));
            if (!resource.open(QIODevice::ReadOnly))
                continue;
            const QStringList lines = QString::fromUtf8(resource.readAll()).split(u'\n');
            for (const QString &line : lines) {
                if (!line.startsWith(u"-- name:"_s))
                    continue;
                const QString name = module + u'.' + line.mid(8).trimmed();
                QSqlQuery query((*connection)->database());
                QVERIFY2(query.prepare(statementText((*connection)->backend(), name)),
                         qPrintable(name + u": "_s + query.lastError().text()));
                ++prepared;
            }
        }
    }
    QVERIFY(prepared > 50);
}

void TestStorage::migratesOnce()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend, false);
    QCOMPARE(Database::check(fresh.address(), migrationModules()).value(), SchemaState::Empty);
    const auto first = Database::migrate(fresh.address(), migrationModules());
    QVERIFY2(first, first ? "" : qPrintable(first.error().message + first.error().detail));
    int steps = 0;
    for (const QString &module : migrationModules())
        steps += int(QDir(u":/sql/%1/migrations/%2"_s.arg(module, backend.toLower())).entryList({u"*.sql"_s}).size());
    QVERIFY(steps > migrationModules().size());
    QCOMPARE(*first, steps);
    QCOMPARE(Database::migrate(fresh.address(), migrationModules()).value(), 0);
    QCOMPARE(Database::check(fresh.address(), migrationModules()).value(), SchemaState::Current);
}

void TestStorage::refusesNewerSchema()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    fresh.close();
    QVERIFY(fresh.run(u"UPDATE schema_version SET version = 999 WHERE module = 'log'"_s));
    const auto opened = Database::open(fresh.address(), migrationModules());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseSchema);
    QCOMPARE(fresh.number(u"SELECT version FROM schema_version WHERE module = 'log'"_s), 999);
}

void TestStorage::refusesMissingSchemaOnAServer()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend, false);
    const auto opened = Database::open(fresh.address(), migrationModules());
    if (backend == "sqlite"_L1) {
        QVERIFY(opened);
        return;
    }
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseSchema);
    QVERIFY(opened.error().message.contains(u"ponte-agent migrate"_s));
}

void TestStorage::failedWorkLeavesTheOthers()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    Writer &writer = fresh.database().writer();
    std::atomic<int> kept = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> callers;
    for (int i = 0; i < 40; ++i) {
        callers.emplace_back([&, i] {
            const auto done = writer.write<void>("test", [i](Connection &connection) -> Result<> {
                const auto stored = connection.execute(
                    u"parameters.store_network"_s,
                    {{u":company"_s, i + 1}, {u":network"_s, u"SENAI"_s}, {u":now"_s, 1}, {u":who"_s, u"t"_s}});
                if (!stored)
                    return tl::unexpected(stored.error());
                return i % 4 == 0 ? Result<>(failure(ErrorCode::Rule, u"no"_s)) : Result<>();
            });
            (done ? kept : refused)++;
        });
    }
    for (std::thread &caller : callers)
        caller.join();
    QCOMPARE(kept.load(), 30);
    QCOMPARE(refused.load(), 10);
    QCOMPARE(fresh.number(u"SELECT count(*) FROM network"_s), 30);
}

void TestStorage::committedWorkIsAnnounced()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    QSignalSpy spy(&fresh.database().writer(), &Writer::committed);
    const auto done = fresh.database().writer().write<void>("test", [](Connection &connection) -> Result<> {
        connection.noteChange(u"log"_s);
        return {};
    });
    QVERIFY(done);
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().toStringList(), QStringList {u"log"_s});
    const auto failed = fresh.database().writer().write<void>("test", [](Connection &connection) -> Result<> {
        connection.noteChange(u"log"_s);
        return failure(ErrorCode::Rule, u"no"_s);
    });
    QVERIFY(!failed);
    const auto last = fresh.database().writer().write<void>("test", [](Connection &connection) -> Result<> {
        connection.noteChange(u"outbox"_s);
        return {};
    });
    QVERIFY(last);
    QTRY_COMPARE(spy.size(), 2);
    QCOMPARE(spy.last().first().toStringList(), QStringList {u"outbox"_s});
}

void TestStorage::writerRecoversFromALostConnection()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    Writer &writer = fresh.database().writer();
    const auto touch = [&] {
        return writer.write<void>("test", [](Connection &connection) -> Result<> {
            const auto stored = connection.execute(
                u"parameters.store_network"_s,
                {{u":company"_s, 3}, {u":network"_s, u"SENAI"_s}, {u":now"_s, 1}, {u":who"_s, u"t"_s}});
            return stored ? Result<>() : Result<>(tl::unexpected(stored.error()));
        });
    };
    QVERIFY(touch());
    if (backend == "postgresql"_L1) {
        QVERIFY(fresh.run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                          "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s));
        const auto lost = touch();
        QVERIFY(!lost);
        QVERIFY(!lost.error().message.isEmpty());
    }
    QVERIFY(touch());
}

void TestStorage::unreachableDatabaseIsOneSentence()
{
    QFETCH_GLOBAL(QString, backend);
    Address address;
    if (backend == "sqlite"_L1)
        address.path = u"/proc/no/such/place/ponte.db"_s;
    else
        address = {Backend::PostgreSql, {}, u"127.0.0.1"_s, 1, u"ponte"_s, u"ponte"_s, {}, {}};
    const auto opened = Database::open(address, migrationModules());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Database);
    QVERIFY(!opened.error().message.isEmpty());
    QVERIFY(!opened.error().message.contains(u'\n'));
}

void TestStorage::interruptedReadIsSilent()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    QObject context;
    bool answered = false;
    std::atomic<bool> running = false;
    std::atomic<bool> ended = false;
    const QString endless =
        u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT max(i) AS m FROM n"_s;
    ReadTicket ticket = fresh.database().reads().read<QList<Row>>(
        &context,
        [&](Connection &connection) {
            running = true;
            auto rows = connection.queryText(endless);
            ended = true;
            return rows;
        },
        [&](const Result<QList<Row>> &) { answered = true; });
    QTRY_VERIFY(running);
    // The statement may be a moment away from the database; a second cancel is harmless.
    QTRY_VERIFY((ticket.cancel(), ended.load()));
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void TestStorage::otherProgramsChangesAreTold()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    ChangeFeed feed(fresh.address(), fresh.database().writer());
    QSignalSpy spy(&feed, &ChangeFeed::changed);
    Writer other(fresh.address());
    // The feed may still be opening its connection, so the other program speaks until it is heard.
    QTRY_VERIFY([&] {
        const auto told = other.write<void>("test", [](Connection &connection) -> Result<> {
            const auto stored = connection.execute(
                u"parameters.store_network"_s,
                {{u":company"_s, 3}, {u":network"_s, u"SENAI"_s}, {u":now"_s, 1}, {u":who"_s, u"t"_s}});
            connection.noteChange(u"connections"_s);
            return stored ? Result<>() : Result<>(tl::unexpected(stored.error()));
        });
        return told.has_value() && !spy.isEmpty();
    }());
}

void TestStorage::emptyTextIsNotNull()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const auto connection = Connection::open(fresh.address(), Connection::Mode::ReadWrite);
    QVERIFY(connection);
    const QString cast = backend == "sqlite"_L1 ? u"TEXT"_s : u"text"_s;
    const auto rows =
        (*connection)
            ->queryText(
                u"SELECT CASE WHEN CAST(:a AS %1) IS NULL THEN 1 ELSE 0 END AS a, CASE WHEN CAST(:b AS %1) IS NULL THEN 1 ELSE 0 END AS b"_s
                    .arg(cast),
                {{u":a"_s, QString()}, {u":b"_s, QVariant(QMetaType(QMetaType::QString))}});
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
    QCOMPARE(rows->first().number(u"a"), 0);
    QCOMPARE(rows->first().number(u"b"), 1);
}

void TestStorage::anyTextIsStored()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const auto connection = Connection::open(fresh.address(), Connection::Mode::ReadWrite);
    QVERIFY(connection);
    const QString text = u"a'b\\c\"d\n"_s + QChar(QChar::Null) + u"ç😀 :x $1"_s;
    const auto rows = (*connection)->queryText(u"SELECT CAST(:a AS TEXT) AS a"_s, {{u":a"_s, text}});
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
    QCOMPARE(rows->first().text(u"a"), QString(text).replace(QChar::Null, QChar::ReplacementCharacter));
}

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"
