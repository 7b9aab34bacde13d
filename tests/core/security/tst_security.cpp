// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/http/client.h"
#include "core/integrations.h"
#include "core/security/apiclients.h"
#include "core/security/secretbox.h"
#include "tests/support/testdatabase.h"

#include <QFile>
#include <QTest>

#include <barrier>
#include <thread>

using namespace ponte;
using namespace ponte::security;
using namespace Qt::StringLiterals;

namespace {

const Actor ana = Actor::role(u"ana"_s);

QByteArray bearer(const QString &token)
{
    return "Bearer " + token.toUtf8();
}

struct Door {
    explicit Door(const QString &backend)
        : fresh(backend)
        , clients(fresh.database(), clock)
    {}
    NewApiClient add(const QString &name, std::optional<CompanyId> company = {})
    {
        return clients.add(ana, name, company).value();
    }

    test::TestDatabase fresh;
    test::ManualClock clock;
    ApiClients clients;
};

} // namespace

class TestSecurity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void knowsWhoHasOneCompanyAlone();
    void programsThatStartTogetherShareOneKey();
    void theKeyIsForItsOwnerAlone();
    void refusesAForeignKey();
    void sealsWithoutTheKey();
    void refusesDamagedSecrets();
    void takesBasic();
    void keepsNoPassword();
    void tokensEnd();
    void refreshesOnce();
    void refreshTokensEnd();
    void revokingEndsAll();
    void bindsACompany();
    void namesOfClients_data();
    void namesOfClients();
    void clientsAdministerNothing();
};

void TestSecurity::knowsWhoHasOneCompanyAlone()
{
    const auto onlyOf = [](const QList<Permission> &permissions) {
        return Actor::person(u"eva"_s, permissions).onlyCompany(Action::ViewLog);
    };
    const CompanyId three(3);
    QCOMPARE(onlyOf({{Action::ViewLog, three}}), std::optional(three));
    QCOMPARE(onlyOf({{Action::ViewLog, three}, {Action::Reprocess, CompanyId(2)}, {Action::ViewLog, three}}),
             std::optional(three));
    QVERIFY(!onlyOf({}));
    QVERIFY(!onlyOf({{Action::Reprocess, three}}));
    QVERIFY(!onlyOf({{Action::ViewLog, three}, {Action::ViewLog, CompanyId(2)}}));
    QVERIFY(!onlyOf({{Action::ViewLog, three}, {Action::ViewLog}}));
    QVERIFY(!onlyOf({{Action::ViewLog}, {Action::ViewLog, three}}));
    QVERIFY(!Actor::owner(u"ana"_s).onlyCompany(Action::ViewLog));
}

void TestSecurity::programsThatStartTogetherShareOneKey()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const auto second = storage::Database::open(fresh.address(), migrationModules());
    QVERIFY(second);
    storage::Database *databases[] = {&fresh.database(), second->get()};
    for (int round = 0; round < 25; ++round) {
        std::optional<Result<SecretBox>> boxes[2];
        std::barrier start(2);
        std::vector<std::thread> programs;
        for (int i = 0; i < 2; ++i) {
            programs.emplace_back([&, i] {
                start.arrive_and_wait();
                boxes[i] = SecretBox::load(*databases[i], true);
            });
        }
        for (std::thread &program : programs)
            program.join();
        for (const auto &box : boxes)
            QVERIFY2(*box, *box ? "" : qPrintable(box->error().message));
        QCOMPARE(boxes[1]->value().open(boxes[0]->value().seal(u"segredo"_s)).value(), u"segredo"_s);
        QCOMPARE(boxes[0]->value().open(boxes[1]->value().seal(u"segredo"_s)).value(), u"segredo"_s);
        QVERIFY(QFile::remove(boxes[0]->value().keyFile()));
        QVERIFY(fresh.run(u"DELETE FROM installation"_s));
    }
}

void TestSecurity::theKeyIsForItsOwnerAlone()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const SecretBox box = SecretBox::load(fresh.database(), true).value();
    QVERIFY(box.canOpen());
    QCOMPARE(QFile::permissions(box.keyFile()) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    const SecretBox again = SecretBox::load(fresh.database(), false).value();
    QCOMPARE(again.open(box.seal(u"ção 1"_s)).value(), u"ção 1"_s);
    QVERIFY(box.seal(u"x"_s) != box.seal(u"x"_s));
    QCOMPARE(box.open(box.seal({})).value(), QString());
}

void TestSecurity::refusesAForeignKey()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const QString keyFile = SecretBox::load(fresh.database(), true).value().keyFile();
    QVERIFY(QFile::remove(keyFile));
    QFile foreign(keyFile);
    QVERIFY(foreign.open(QIODevice::WriteOnly));
    foreign.write(QByteArray(32, 'k').toBase64());
    foreign.close();
    const auto loaded = SecretBox::load(fresh.database(), true);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::Database);
    QVERIFY(loaded.error().message.contains(keyFile));
}

void TestSecurity::sealsWithoutTheKey()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const SecretBox box = SecretBox::load(fresh.database(), true).value();
    QVERIFY(QFile::remove(box.keyFile()));
    const SecretBox blind = SecretBox::load(fresh.database(), true).value();
    QVERIFY(!blind.canOpen());
    QVERIFY2(!QFile::exists(box.keyFile()), "a new key would not open what is stored");
    const QByteArray sealed = blind.seal(u"segredo"_s);
    const auto opened = blind.open(sealed);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Permission);
    QCOMPARE(box.open(sealed).value(), u"segredo"_s);
}

void TestSecurity::refusesDamagedSecrets()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase fresh(backend);
    const SecretBox box = SecretBox::load(fresh.database(), true).value();
    QByteArray sealed = box.seal(u"segredo"_s);
    QVERIFY(!box.open({}));
    QVERIFY(!box.open(sealed.left(20)));
    sealed[sealed.size() - 1] = char(sealed.back() ^ 1);
    QVERIFY(!box.open(sealed));
}

void TestSecurity::takesBasic()
{
    QFETCH_GLOBAL(QString, backend);
    Door door(backend);
    const NewApiClient client = door.add(u"broker"_s);
    QCOMPARE(client.username, u"broker"_s);
    QVERIFY(client.password.size() >= 40);
    const auto actor = door.clients.authenticate(http::basicAuthorization(client.username, client.password));
    QVERIFY(actor);
    QCOMPARE(actor->kind(), Actor::Kind::ApiClient);
    QCOMPARE(actor->name(), u"broker"_s);
    const QString almost = client.password.chopped(1);
    for (const QByteArray &wrong :
         {http::basicAuthorization(u"broker"_s, almost), http::basicAuthorization(u"broker"_s, {}),
          http::basicAuthorization(u"outro"_s, client.password), http::basicAuthorization(u"Broker"_s, client.password),
          QByteArray("Basic ?"), QByteArray("Basic "), QByteArray("Bearer "), QByteArray("Digest x"), QByteArray()})
    {
        const auto refused = door.clients.authenticate(wrong);
        QVERIFY2(!refused, wrong.constData());
        QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
    }
}

void TestSecurity::keepsNoPassword()
{
    QFETCH_GLOBAL(QString, backend);
    Door door(backend);
    const NewApiClient client = door.add(u"broker"_s);
    const auto pair = door.clients.issueToken(client.username, client.password).value();
    QCOMPARE(door.clients.list(ana).value().size(), 1);
    const auto connection =
        storage::Connection::open(door.fresh.address(), storage::Connection::Mode::ReadOnly).value();
    for (const QString &column :
         {u"password_hash FROM api_client"_s, u"access_hash FROM api_token"_s, u"refresh_hash FROM api_token"_s})
    {
        const auto rows = connection->queryText(u"SELECT "_s + column).value();
        QCOMPARE(rows.size(), 1);
        const QByteArray kept = rows.first().bytes(column.section(u' ', 0, 0));
        for (const QString &secret : {client.password, pair.access, pair.refresh})
            QVERIFY(!kept.contains(secret.toUtf8()));
    }
}

void TestSecurity::tokensEnd()
{
    QFETCH_GLOBAL(QString, backend);
    Door door(backend);
    const NewApiClient client = door.add(u"broker"_s);
    QCOMPARE(door.clients.issueToken(client.username, u"wrong"_s).error().code, ErrorCode::Unauthorized);
    const TokenPair pair = door.clients.issueToken(client.username, client.password).value();
    QCOMPARE(pair.expiresInSeconds, 300);
    QVERIFY(door.clients.authenticate(bearer(pair.access)));
    QVERIFY(!door.clients.authenticate(bearer(pair.refresh)));
    QVERIFY(!door.clients.authenticate(bearer(pair.access + u'x')));
    door.clock.advance(std::chrono::milliseconds(299'999));
    QVERIFY(door.clients.authenticate(bearer(pair.access)));
    door.clock.advance(std::chrono::milliseconds(1));
    const auto late = door.clients.authenticate(bearer(pair.access));
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::Unauthorized);
}

void TestSecurity::refreshesOnce()
{
    QFETCH_GLOBAL(QString, backend);
    Door door(backend);
    const NewApiClient client = door.add(u"broker"_s);
    const TokenPair first = door.clients.issueToken(client.username, client.password).value();
    door.clock.advance(std::chrono::minutes(10));
    QVERIFY(!door.clients.refreshToken(first.access));
    const TokenPair second = door.clients.refreshToken(first.refresh).value();
    QVERIFY(door.clients.authenticate(bearer(second.access)));
    QVERIFY(second.refresh != first.refresh);
    const auto again = door.clients.refreshToken(first.refresh);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Unauthorized);
    QVERIFY(door.clients.refreshToken(second.refresh));
}

void TestSecurity::refreshTokensEnd()
{
    QFETCH_GLOBAL(QString, backend);
    Door door(backend);
    const NewApiClient client = door.add(u"broker"_s);
    const TokenPair early = door.clients.issueToken(client.username, client.password).value();
    const TokenPair late = door.clients.issueToken(client.username, client.password).value();
    door.clock.advance(std::chrono::hours(16) - std::chrono::milliseconds(1));
    QVERIFY(door.clients.refreshToken(early.refresh));
    door.clock.advance(std::chrono::milliseconds(1));
    QVERIFY(!door.clients.refreshToken(late.refresh));
}

void TestSecurity::revokingEndsAll()
{
    QFETCH_GLOBAL(QString, backend);
    Door door(backend);
    const NewApiClient client = door.add(u"broker"_s);
    const NewApiClient other = door.add(u"outro"_s);
    const TokenPair pair = door.clients.issueToken(client.username, client.password).value();
    const auto twice = door.clients.add(ana, u"broker"_s, {});
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::Conflict);
    QVERIFY(door.clients.revoke(ana, u"broker"_s));
    QVERIFY(!door.clients.authenticate(bearer(pair.access)));
    QVERIFY(!door.clients.authenticate(http::basicAuthorization(client.username, client.password)));
    QVERIFY(!door.clients.refreshToken(pair.refresh));
    QVERIFY(!door.clients.issueToken(client.username, client.password));
    QVERIFY(door.clients.authenticate(http::basicAuthorization(other.username, other.password)));
    QCOMPARE(door.clients.revoke(ana, u"broker"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(door.clients.revoke(ana, u"nunca"_s).error().code, ErrorCode::NotFound);
    // The name is free again, with another password.
    const NewApiClient anew = door.add(u"broker"_s);
    QVERIFY(anew.password != client.password);
    QVERIFY(door.clients.authenticate(http::basicAuthorization(anew.username, anew.password)));
    const auto list = door.clients.list(ana).value();
    QCOMPARE(list.size(), 3);
    QCOMPARE(list.first().revokedAt, door.clock.now());
    QVERIFY(!list.last().revokedAt.isValid());
    QCOMPARE(list.last().createdBy, u"ana"_s);
}

void TestSecurity::bindsACompany()
{
    QFETCH_GLOBAL(QString, backend);
    Door door(backend);
    const NewApiClient bound = door.add(u"senai"_s, CompanyId(3));
    const NewApiClient any = door.add(u"todas"_s);
    const TokenPair pair = door.clients.issueToken(bound.username, bound.password).value();
    for (const QByteArray &authorization :
         {http::basicAuthorization(bound.username, bound.password), bearer(pair.access)}) {
        const Actor actor = door.clients.authenticate(authorization).value();
        QVERIFY(actor.require(Action::Reprocess, CompanyId(3)));
        const auto refused = actor.require(Action::Reprocess, CompanyId(2));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Permission);
        QVERIFY(!actor.require(Action::ViewLog));
    }
    const Actor wide = door.clients.authenticate(http::basicAuthorization(any.username, any.password)).value();
    QVERIFY(wide.require(Action::Reprocess, CompanyId(2)));
    QVERIFY(wide.require(Action::Reprocess, CompanyId(3)));
    QVERIFY(!wide.require(Action::Reprocess));
}

void TestSecurity::namesOfClients_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isSound");
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("spaces") << u"   "_s << false;
    QTest::newRow("one character") << u"b"_s << true;
    QTest::newRow("60 characters") << QString(60, u'b') << true;
    QTest::newRow("61 characters") << QString(61, u'b') << false;
    QTest::newRow("a colon, which Basic ends the name with") << u"a:b"_s << false;
    QTest::newRow("accents and spaces inside") << u"Loja São José"_s << true;
}

void TestSecurity::namesOfClients()
{
    QFETCH_GLOBAL(QString, backend);
    QFETCH(QString, name);
    QFETCH(bool, isSound);
    Door door(backend);
    const auto added = door.clients.add(ana, name, {});
    QCOMPARE(added.has_value(), isSound);
    if (isSound) {
        QVERIFY(door.clients.authenticate(http::basicAuthorization(name, added->password)));
        return;
    }
    QCOMPARE(added.error().code, ErrorCode::Validation);
    QCOMPARE(added.error().field, u"name"_s);
}

void TestSecurity::clientsAdministerNothing()
{
    QFETCH_GLOBAL(QString, backend);
    Door door(backend);
    const Actor client = Actor::apiClient(u"broker"_s, {});
    QCOMPARE(door.clients.add(client, u"x"_s, {}).error().code, ErrorCode::Permission);
    QCOMPARE(door.clients.list(client).error().code, ErrorCode::Permission);
    QCOMPARE(door.clients.revoke(client, u"x"_s).error().code, ErrorCode::Permission);
    QVERIFY(ana.require(Action::Administer));
    QVERIFY(Actor::system().require(Action::Administer));
    QVERIFY(Actor::owner(u"eu"_s).require(Action::ManageApiClients, CompanyId(3)));
}

QTEST_GUILESS_MAIN(TestSecurity)
#include "tst_security.moc"
