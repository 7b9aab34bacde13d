// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "tests/core/parameters/desk.h"

#include <QTest>

#include <optional>

using namespace ponte;
using namespace ponte::parameters;
using namespace Qt::StringLiterals;

namespace {

const auto ana = security::Actor::role(u"ana"_s);

} // namespace

class TestConnections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void keepsConnections();
    void passwordsStayUnlessGiven();
    void validatesConnections_data();
    void validatesConnections();
    void networksBringOneSchedule();
    void replacesLookups();
};

void TestConnections::keepsConnections()
{
    QFETCH_GLOBAL(QString, backend);
    Desk desk(backend);
    QVERIFY(!desk.connections.get(desk.reading(), u"rm"_s).value());
    QVERIFY(!desk.connections.reveal(desk.reading(), u"rm"_s).value());
    ConnectionChange change {u"rm"_s, QUrl(u"https://rm.example:8051/"_s), u"integracao"_s, u"s"_s, 4, 45, {}};
    change.extra = QJsonObject {{u"codTipoMat"_s, 2}, {u"guardianCompany"_s, 0}};
    QVERIFY(desk.connections.set(ana, change));
    const auto stored = desk.connections.get(desk.reading(), u"rm"_s).value();
    QVERIFY(stored);
    QCOMPARE(stored->url, QUrl(u"https://rm.example:8051/"_s));
    QCOMPARE(stored->user, u"integracao"_s);
    QVERIFY(stored->password.isEmpty());
    QCOMPARE(stored->concurrency, 4);
    QCOMPARE(stored->timeoutSeconds, 45);
    QCOMPARE(stored->version, 1);
    ConnectionChange more {u"rm"_s, {}, {}, {}, {}, {}, QJsonObject {{u"codTipoMat"_s, 3}}};
    QVERIFY(desk.connections.set(ana, more));
    const auto changed = desk.connections.get(desk.reading(), u"rm"_s).value();
    QCOMPARE(changed->extra, (QJsonObject {{u"codTipoMat"_s, 3}, {u"guardianCompany"_s, 0}}));
    QCOMPARE(changed->url, stored->url);
    QCOMPARE(changed->timeoutSeconds, 45);
    QCOMPARE(changed->version, 2);
}

void TestConnections::passwordsStayUnlessGiven()
{
    QFETCH_GLOBAL(QString, backend);
    Desk desk(backend);
    QVERIFY(desk.connections.set(ana, {u"erp"_s, QUrl(u"http://erp.example"_s), u"ponte"_s, u"first"_s, {}, {}, {}}));
    QVERIFY(desk.connections.set(ana, {u"erp"_s, {}, u"ponte2"_s, {}, {}, {}, {}}));
    auto revealed = desk.connections.reveal(desk.reading(), u"erp"_s).value();
    QCOMPARE(revealed->password, u"first"_s);
    QCOMPARE(revealed->user, u"ponte2"_s);
    QVERIFY(desk.connections.set(ana, {u"erp"_s, {}, {}, u"second"_s, {}, {}, {}}));
    revealed = desk.connections.reveal(desk.reading(), u"erp"_s).value();
    QCOMPARE(revealed->password, u"second"_s);
    QCOMPARE(revealed->user, u"ponte2"_s);
    QCOMPARE(revealed->version, 3);
}

void TestConnections::validatesConnections_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("concurrency");
    QTest::addColumn<int>("timeout");
    QTest::addColumn<QString>("field");
    const QString sound = u"http://rm.example"_s;
    QTest::newRow("another name") << u"broker"_s << sound << 1 << 1 << u"name"_s;
    QTest::newRow("no address") << u"rm"_s << QString() << 1 << 1 << u"url"_s;
    QTest::newRow("no scheme") << u"rm"_s << u"rm.example"_s << 1 << 1 << u"url"_s;
    QTest::newRow("no host") << u"rm"_s << u"http://"_s << 1 << 1 << u"url"_s;
    QTest::newRow("with a user") << u"rm"_s << u"http://me@rm.example"_s << 1 << 1 << u"url"_s;
    QTest::newRow("mail without TLS or STARTTLS") << u"mail"_s << u"http://mail.example"_s << 1 << 1 << u"url"_s;
    QTest::newRow("mail's protocol elsewhere") << u"rm"_s << u"smtps://mail.example"_s << 1 << 1 << u"url"_s;
    QTest::newRow("a mail server") << u"mail"_s << u"smtps://mail.example:465"_s << 1 << 1 << QString();
    QTest::newRow("a mail server with STARTTLS") << u"mail"_s << u"smtp://mail.example:587"_s << 1 << 1 << QString();
    QTest::newRow("no call in flight") << u"rm"_s << sound << 0 << 1 << u"concurrency"_s;
    QTest::newRow("65 in flight") << u"rm"_s << sound << 65 << 1 << u"concurrency"_s;
    QTest::newRow("no time") << u"rm"_s << sound << 1 << 0 << u"timeout"_s;
    QTest::newRow("601 seconds") << u"rm"_s << sound << 1 << 601 << u"timeout"_s;
    QTest::newRow("the least") << u"rm"_s << sound << 1 << 1 << QString();
    QTest::newRow("the most") << u"erp"_s << sound << 64 << 600 << QString();
}

void TestConnections::validatesConnections()
{
    QFETCH_GLOBAL(QString, backend);
    QFETCH(QString, name);
    QFETCH(QString, url);
    QFETCH(int, concurrency);
    QFETCH(int, timeout);
    QFETCH(QString, field);
    // The rule stands before the database, so one backend shows it.
    if (backend == "postgresql"_L1)
        return;
    Desk desk(backend);
    const auto address = url.isEmpty() ? std::nullopt : std::optional(QUrl(url));
    const auto set = desk.connections.set(ana, {name, address, {}, {}, concurrency, timeout, {}});
    QCOMPARE(set.has_value(), field.isEmpty());
    if (!set) {
        QCOMPARE(set.error().code, ErrorCode::Validation);
        QCOMPARE(set.error().field, field);
    }
    QCOMPARE(desk.fresh.number(u"SELECT count(*) FROM connection"_s), field.isEmpty() ? 1 : 0);
}

void TestConnections::networksBringOneSchedule()
{
    QFETCH_GLOBAL(QString, backend);
    Desk desk(backend);
    const CompanyId company(3);
    QVERIFY(!desk.connections.network(desk.reading(), company).value());
    QVERIFY(!desk.connections.setNetwork(ana, company, u"senai"_s));
    QVERIFY(!desk.connections.setNetwork(ana, CompanyId(0), u"SENAI"_s));
    QCOMPARE(desk.fresh.number(u"SELECT count(*) FROM schedule"_s), 0);
    QVERIFY(desk.connections.setNetwork(ana, company, u"IEL"_s));
    QVERIFY(desk.connections.setNetwork(ana, company, u"SENAI"_s));
    QVERIFY(desk.connections.setNetwork(ana, CompanyId(2), u"SESI"_s));
    QCOMPARE(desk.connections.network(desk.reading(), company).value(), u"SENAI"_s);
    const auto networks = desk.connections.networks(desk.reading()).value();
    QCOMPARE(networks.size(), 2);
    QCOMPARE(networks.first().network, u"SESI"_s);
    QCOMPARE(desk.fresh.number(u"SELECT count(*) FROM schedule WHERE job = 'resend' AND enabled = 1"_s), 2);
    QCOMPARE(desk.fresh.number(u"SELECT count(*) FROM schedule WHERE company = 3 AND rule = 'every 30m' AND "
                               "name = 'Reenvio automático'"_s),
             1);
    QCOMPARE(desk.fresh.number(u"SELECT next_run FROM schedule WHERE company = 3"_s),
             desk.clock.now().addSecs(30 * 60).toMSecsSinceEpoch());
    // A schedule that a person switched off stays so.
    QVERIFY(desk.fresh.run(u"UPDATE schedule SET enabled = 0 WHERE company = 3"_s));
    QVERIFY(desk.connections.setNetwork(ana, company, u"SENAI"_s));
    QCOMPARE(desk.fresh.number(u"SELECT count(*) FROM schedule WHERE company = 3 AND enabled = 0"_s), 1);
    QCOMPARE(desk.fresh.number(u"SELECT count(*) FROM schedule WHERE company = 3"_s), 1);
}

void TestConnections::replacesLookups()
{
    QFETCH_GLOBAL(QString, backend);
    Desk desk(backend);
    const QString kind = u"statuses"_s;
    QVERIFY(!desk.lookups.get(desk.reading(), kind, u"3/1"_s).value().readAt.isValid());
    const QList<LookupRow> rows {{u"11"_s, u"Matriculado"_s}, {u"10"_s, u"Pré Matriculado"_s}, {u"11"_s, u"again"_s}};
    QVERIFY(desk.lookups.replace(kind, u"3/1"_s, rows));
    QVERIFY(desk.lookups.replace(kind, u"3/2"_s, {{u"20"_s, {}}}));
    auto lookup = desk.lookups.get(desk.reading(), kind, u"3/1"_s).value();
    QCOMPARE(lookup.readAt, desk.clock.now());
    QCOMPARE(lookup.rows.size(), 2);
    QCOMPARE(lookup.rows.at(0).code, u"11"_s);
    QCOMPARE(lookup.rows.at(0).description, u"Matriculado"_s);
    QCOMPARE(lookup.rows.at(1).code, u"10"_s);
    desk.clock.advance(std::chrono::minutes(1));
    QVERIFY(desk.lookups.replace(kind, u"3/1"_s, {}));
    lookup = desk.lookups.get(desk.reading(), kind, u"3/1"_s).value();
    QVERIFY(lookup.rows.isEmpty());
    QCOMPARE(lookup.readAt, desk.clock.now());
    QCOMPARE(desk.lookups.get(desk.reading(), kind, u"3/2"_s).value().rows.size(), 1);
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
