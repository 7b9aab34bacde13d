// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integrations.h"
#include "core/security/apiclients.h"
#include "core/security/audit.h"
#include "core/security/people.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <thread>

using namespace ponte;
using namespace ponte::security;
using namespace Qt::StringLiterals;

namespace {

const Actor owner = Actor::owner(u"ana"_s);

struct House {
    explicit House(const QString &backend)
        : fresh(backend)
        , audit(fresh.database(), clock)
    {}
    storage::Connection &reader() { return **fresh.database().reads().here(); }
    AuditCheck check() { return *Audit::verify(owner, reader()); }
    QList<AuditEvent> events() { return *Audit::list(owner, reader(), 0, 1000); }
    /// What a stranger can do who lifts the guards: the owner of the file, or of the tables.
    bool tamper(const QString &sql)
    {
        const bool isSqlite = fresh.database().backend() == storage::Backend::Sqlite;
        const QStringList before =
            isSqlite ? QStringList {u"DROP TRIGGER audit_event_no_update"_s, u"DROP TRIGGER audit_event_no_delete"_s}
                     : QStringList {u"ALTER TABLE audit_event DISABLE TRIGGER USER"_s};
        for (const QString &statement : before + QStringList {sql}) {
            if (!fresh.run(statement))
                return false;
        }
        return true;
    }

    test::TestDatabase fresh;
    test::ManualClock clock;
    Audit audit;
};

} // namespace

class TestAudit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void anEmptyChainIsWhole()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        const AuditCheck check = house.check();
        QVERIFY(check.isWhole());
        QCOMPARE(check.events, 0);
        QVERIFY(check.head.isEmpty());
    }

    void tellsWhoDidWhat()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        QVERIFY(house.audit.append(owner, {u"report.export"_s, u"a.csv"_s, CompanyId(3), {}}));
        house.clock.advance(std::chrono::seconds(5));
        QVERIFY(
            house.audit.recordReveal(owner, CompanyId(2), LogRecordId(7), LogItemId(9), u"  chamado   do aluno "_s));
        const QList<AuditEvent> events = house.events();
        QCOMPARE(events.size(), 2);
        QCOMPARE(events.first().number, 2);
        QCOMPARE(events.first().who, u"ana"_s);
        QCOMPARE(events.first().kind, u"owner"_s);
        QCOMPARE(events.first().entry.what, u"log.reveal"_s);
        QCOMPARE(events.first().entry.subject, u"log 7 item 9"_s);
        QCOMPARE(events.first().entry.company, std::optional(CompanyId(2)));
        QCOMPARE(events.first().entry.reason, u"chamado do aluno"_s);
        QCOMPARE(events.first().at, house.clock.now());
        const AuditCheck check = house.check();
        QVERIFY(check.isWhole());
        QCOMPARE(check.events, 2);
        QCOMPARE(check.head, events.first().hash);
        QCOMPARE(Audit::list(owner, house.reader(), 2, 1000)->size(), 1);
    }

    void aRevealNeedsARightAndAReason()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        const Actor elsewhere = Actor::person(u"rui"_s, {{Action::ViewPersonalData, CompanyId(2)}});
        const Result<> refused = house.audit.recordReveal(elsewhere, CompanyId(3), LogRecordId(1), {}, u"chamado"_s);
        QCOMPARE(refused.error().code, ErrorCode::Permission);
        for (const QString &reason : {QString(), u"  x "_s, QString(501, u'x')}) {
            const Result<> unsaid = house.audit.recordReveal(elsewhere, CompanyId(2), LogRecordId(1), {}, reason);
            QCOMPARE(unsaid.error().code, ErrorCode::Validation);
            QCOMPARE(unsaid.error().field, u"reason"_s);
        }
        QVERIFY(house.events().isEmpty());
        QVERIFY(house.audit.recordReveal(elsewhere, CompanyId(2), LogRecordId(1), {}, u"chamado"_s));
    }

    void readingItNeedsARight()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        const Actor analyst = Actor::person(u"rui"_s, {{Action::ViewLog}, {Action::ViewPersonalData}});
        QCOMPARE(Audit::list(analyst, house.reader(), 0, 10).error().code, ErrorCode::Permission);
        QCOMPARE(Audit::verify(analyst, house.reader()).error().code, ErrorCode::Permission);
    }

    void theDatabaseRefusesChanges()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        QVERIFY(house.audit.append(owner, {u"report.export"_s, u"a.csv"_s}));
        QVERIFY(!house.fresh.run(u"UPDATE audit_event SET who = 'ninguém'"_s));
        QVERIFY(!house.fresh.run(u"DELETE FROM audit_event"_s));
        if (backend == "postgresql"_L1)
            QVERIFY(!house.fresh.run(u"TRUNCATE audit_event"_s));
        QCOMPARE(house.events().first().who, u"ana"_s);
    }

    void namesTheFirstBrokenLink_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<qint64>("brokenAt");
        for (const char *column : {"who", "kind", "what", "subject", "reason", "hash"})
            QTest::newRow(column) << u"UPDATE audit_event SET %1 = 'x' WHERE number = 4"_s.arg(QLatin1StringView(
                column)) << 4LL;
        QTest::newRow("time") << u"UPDATE audit_event SET at = at + 1 WHERE number = 4"_s << 4LL;
        QTest::newRow("company") << u"UPDATE audit_event SET company = 9 WHERE number = 4"_s << 4LL;
        QTest::newRow("first") << u"UPDATE audit_event SET who = 'x' WHERE number = 1"_s << 1LL;
        QTest::newRow("several") << u"UPDATE audit_event SET who = 'x' WHERE number IN (3, 6)"_s << 3LL;
        QTest::newRow("one cut out") << u"DELETE FROM audit_event WHERE number = 5"_s << 5LL;
        QTest::newRow("the beginning cut off") << u"DELETE FROM audit_event WHERE number < 3"_s << 1LL;
        QTest::newRow("cut out and closed up")
            << u"DELETE FROM audit_event WHERE number = 8; UPDATE audit_event SET number = 8 WHERE number = 9"_s << 8LL;
    }

    void namesTheFirstBrokenLink()
    {
        QFETCH_GLOBAL(QString, backend);
        QFETCH(const QString, sql);
        QFETCH(const qint64, brokenAt);
        House house(backend);
        for (int i = 1; i <= 9; ++i)
            QVERIFY(house.audit.append(owner, {u"report.export"_s, u"%1.csv"_s.arg(i), CompanyId(3), u"r"_s}));
        QVERIFY(house.check().isWhole());
        for (const QString &statement : sql.split(u"; "_s))
            QVERIFY(house.tamper(statement) || house.fresh.run(statement));
        const AuditCheck check = house.check();
        QCOMPARE(check.brokenAt, brokenAt);
        QCOMPARE(check.events, brokenAt - 1);
        QVERIFY(check.problem.contains(QString::number(brokenAt)));
    }

    void severalWritersMakeOneChain()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        constexpr int programs = 3;
        constexpr int each = 20;
        std::atomic<int> failures = 0;
        std::vector<std::thread> threads;
        for (int program = 0; program < programs; ++program) {
            threads.emplace_back([&, program] {
                const auto database = storage::Database::open(house.fresh.address(), migrationModules());
                if (!database) {
                    ++failures;
                    return;
                }
                Audit audit(**database, house.clock);
                for (int i = 0; i < each; ++i)
                    failures += audit.append(owner, {u"report.export"_s, u"%1/%2"_s.arg(program).arg(i)}) ? 0 : 1;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        const AuditCheck check = house.check();
        QVERIFY2(check.isWhole(), qPrintable(check.problem));
        QCOMPARE(check.events, programs * each);
    }

    void aRefusedActLeavesNoLink()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        People people(house.fresh.database(), house.clock);
        const QString password = backend == "sqlite"_L1 ? u"correct horse"_s : QString();
        QVERIFY(!people.add(owner, u"rui"_s, password, {u"Analyst"_s}));
        QVERIFY(house.events().isEmpty());
        QVERIFY(people.add(owner, u"rui"_s, password, {u"Administrator"_s}));
        QCOMPARE(house.events().size(), 1);
        QCOMPARE(house.events().first().entry.what, u"person.add"_s);
        QCOMPARE(house.events().first().entry.subject, u"person rui"_s);
    }

    void administrationLeavesLinks()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        People people(house.fresh.database(), house.clock);
        ApiClients clients(house.fresh.database(), house.clock);
        const QString password = backend == "sqlite"_L1 ? u"correct horse"_s : QString();
        QVERIFY(people.add(owner, u"rui"_s, password, {u"Administrator"_s}));
        QVERIFY(people.setProfiles(owner, u"rui"_s, {u"Administrator"_s, u"Analyst"_s}));
        QVERIFY(people.setProfile(owner, u"Suporte"_s, {{Action::ViewLog}}));
        QVERIFY(people.removeProfile(owner, u"Suporte"_s));
        QVERIFY(clients.add(owner, u"loja"_s, CompanyId(3)));
        QVERIFY(clients.revoke(owner, u"loja"_s));
        QStringList told;
        for (const AuditEvent &event : house.events())
            told.prepend(event.entry.what + u": "_s + event.entry.subject);
        QCOMPARE(told, QStringList({u"person.add: person rui"_s, u"person.profiles: person rui"_s,
                                    u"profile.set: profile Suporte"_s, u"profile.remove: profile Suporte"_s,
                                    u"api_client.add: api_client loja"_s, u"api_client.revoke: api_client loja"_s}));
        QVERIFY(house.check().isWhole());
    }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
