// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integrations.h"
#include "core/parameters/connections.h"
#include "core/security/people.h"
#include "core/security/secretbox.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace ponte;
using namespace ponte::security;
using namespace Qt::StringLiterals;

namespace {

const Actor first = Actor::owner(u"ana"_s);
const QString secret = u"correct horse"_s;

struct House {
    explicit House(const QString &backend)
        : fresh(backend)
        , people(fresh.database(), clock)
    {}
    [[nodiscard]] bool isSqlite() { return fresh.database().backend() == storage::Backend::Sqlite; }
    Result<> add(const QString &name, const QStringList &profiles, const Actor &who = first)
    {
        return people.add(who, name, isSqlite() ? secret : QString(), profiles);
    }
    storage::Connection &reader() { return **fresh.database().reads().here(); }

    test::TestDatabase fresh;
    test::ManualClock clock;
    People people;
};

} // namespace

class TestPeople final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void theFirstPersonAdministers()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        QVERIFY(!*People::isAnyKnown(house.reader()));
        const Result<> refused = house.add(u"rui"_s, {u"Analyst"_s});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Rule);
        QVERIFY(!*People::isAnyKnown(house.reader()));
        QVERIFY(house.add(u"rui"_s, {u"Administrator"_s, u"Analyst"_s}));
        QVERIFY(*People::isAnyKnown(house.reader()));
        const auto people = People::list(first, house.reader());
        QCOMPARE(people->size(), 1);
        QCOMPARE(people->first().profiles, QStringList({u"Administrator"_s, u"Analyst"_s}));
        QCOMPARE(people->first().createdBy, u"ana"_s);
    }

    void someoneAlwaysAdministers()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        QVERIFY(house.add(u"rui"_s, {u"Administrator"_s}));
        const Actor rui = *People::actorNamed(house.reader(), u"rui"_s);
        for (const Result<> &refused :
             {house.people.setDisabled(rui, u"rui"_s, true), house.people.setProfiles(rui, u"rui"_s, {u"Manager"_s}),
              house.people.setProfile(rui, u"Administrator"_s, {{Action::ViewLog}})})
        {
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Rule);
        }
        QVERIFY(house.add(u"eva"_s, {u"Administrator"_s}, rui));
        QVERIFY(house.people.setDisabled(rui, u"rui"_s, true));
        QVERIFY(!People::actorNamed(house.reader(), u"rui"_s)->require(Action::ViewLog));
    }

    void aProfileReleasesAndNothingElseDoes()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        QVERIFY(house.add(u"rui"_s, {u"Administrator"_s}));
        QVERIFY(
            house.people.setProfile(first, u"Só SENAI"_s, {{Action::ViewLog, CompanyId(3)}, {Action::ViewParameters}}));
        QVERIFY(house.add(u"eva"_s, {u"Só SENAI"_s}));
        const Actor eva = *People::actorNamed(house.reader(), u"eva"_s);
        QVERIFY(eva.require(Action::ViewLog, CompanyId(3)));
        QVERIFY(!eva.require(Action::ViewLog, CompanyId(2)));
        QVERIFY(!eva.require(Action::ViewLog));
        QVERIFY(eva.mayAnywhere(Action::ViewLog));
        QVERIFY(eva.require(Action::ViewParameters));
        QVERIFY(eva.require(Action::ViewParameters, CompanyId(2)));
        QVERIFY(!eva.mayAnywhere(Action::Reprocess));
        // What serves refuses, whatever a menu shows.
        const SecretBox secrets = SecretBox::load(house.fresh.database(), true).value();
        parameters::Connections connections(house.fresh.database(), house.clock, secrets);
        const Result<> refused = connections.setNetwork(eva, CompanyId(3), u"SENAI"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Permission);
        QVERIFY2(refused.error().message.contains(u"eva"), qPrintable(refused.error().message));
        QCOMPARE(house.people.add(eva, u"max"_s, secret, {u"Administrator"_s}).error().code, ErrorCode::Permission);
        QVERIFY(!People::actorNamed(house.reader(), u"nobody"_s)->mayAnywhere(Action::ViewLog));
    }

    void refusesWrongWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("field");
        QTest::newRow("no name") << QString() << secret << u"Administrator"_s << u"name"_s;
        QTest::newRow("a space") << u"rui costa"_s << secret << u"Administrator"_s << u"name"_s;
        QTest::newRow("short password") << u"rui"_s << u"seven77"_s << u"Administrator"_s << u"password"_s;
        QTest::newRow("unknown profile") << u"rui"_s << secret << u"King"_s << u"profile"_s;
    }

    void refusesWrongWords()
    {
        QFETCH_GLOBAL(QString, backend);
        QFETCH(QString, name);
        QFETCH(QString, password);
        QFETCH(QString, profile);
        QFETCH(QString, field);
        House house(backend);
        if (!house.isSqlite())
            password = field == u"password"_s ? secret : QString();
        const Result<> refused = house.people.add(first, name, password, {profile});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Validation);
        QCOMPARE(refused.error().field, field);
    }

    void namesAndProfilesAreTakenOnce()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        QVERIFY(house.add(u"rui"_s, {u"Administrator"_s}));
        QCOMPARE(house.add(u"rui"_s, {u"Administrator"_s}).error().code, ErrorCode::Conflict);
        QCOMPARE(house.people.removeProfile(first, u"Administrator"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(house.people.removeProfile(first, u"Manager"_s).error().code, ErrorCode::Rule);
        QCOMPARE(house.people.removeProfile(first, u"King"_s).error().code, ErrorCode::NotFound);
        QVERIFY(house.people.setProfile(first, u"Guest"_s, {}));
        QVERIFY(house.people.removeProfile(first, u"Guest"_s));
        QCOMPARE(People::profiles(first, house.reader())->size(), 4);
    }

    void logsInAndLocks()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        if (!house.isSqlite()) {
            QVERIFY(house.add(u"rui"_s, {u"Administrator"_s}));
            QCOMPARE(house.people.login(u"rui"_s, secret).error().code, ErrorCode::Unauthorized);
            return;
        }
        QVERIFY(house.add(u"rui"_s, {u"Administrator"_s}));
        const Result<Actor> rui = house.people.login(u"rui"_s, secret);
        QVERIFY(rui);
        QCOMPARE(rui->kind(), Actor::Kind::Person);
        QVERIFY(rui->require(Action::Administer));
        const QString wrong = house.people.login(u"rui"_s, u"wrong horse"_s).error().message;
        // Whether a name is known is nobody's to find out.
        QCOMPARE(house.people.login(u"nobody"_s, secret).error().message, wrong);
        for (int i = 0; i < 4; ++i)
            QVERIFY(!house.people.login(u"rui"_s, u"wrong horse"_s));
        QVERIFY(!house.people.login(u"rui"_s, secret));
        house.clock.advance(std::chrono::minutes(16));
        QVERIFY(house.people.login(u"rui"_s, secret));
        QVERIFY(house.people.setPassword(first, u"rui"_s, u"another horse"_s));
        QVERIFY(!house.people.login(u"rui"_s, secret));
        QVERIFY(house.people.login(u"rui"_s, u"another horse"_s));
        const auto row = house.reader().first(u"security.person"_s, {{u":name"_s, u"rui"_s}});
        QVERIFY((**row).text(u"password_hash").startsWith(u"$argon2id$"));
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
