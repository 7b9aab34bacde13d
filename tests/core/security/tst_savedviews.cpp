// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/security/people.h"
#include "core/security/savedviews.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace ponte;
using namespace ponte::security;
using namespace Qt::StringLiterals;

namespace {

const Actor boss = Actor::owner(u"chefe"_s);
const QString place = u"log"_s;

struct House {
    explicit House(const QString &backend)
        : fresh(backend)
        , people(fresh.database(), clock)
        , views(fresh.database(), clock)
    {}
    storage::Connection &reader() { return **fresh.database().reads().here(); }
    bool addPerson(const QString &name, const QStringList &profiles)
    {
        const bool isSqlite = fresh.database().backend() == storage::Backend::Sqlite;
        return people.add(boss, name, isSqlite ? u"correct horse"_s : QString(), profiles).has_value();
    }
    Actor actor(const QString &name) { return *People::actorNamed(reader(), name); }
    QStringList names(const Actor &actor)
    {
        const QList<SavedView> seen = *SavedViews::list(actor, reader(), place);
        QStringList names;
        for (const SavedView &view : seen)
            names.append(view.name + (view.isDefault ? u"*"_s : QString()));
        return names;
    }

    test::TestDatabase fresh;
    test::ManualClock clock;
    People people;
    SavedViews views;
};

SavedView draft(const QString &name, const QString &sharedWith = {})
{
    SavedView view;
    view.name = name;
    view.place = place;
    view.content = u"{\"filter\":{}}"_s;
    view.sharedWith = sharedWith;
    return view;
}

} // namespace

class TestSavedViews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void keepsAndChanges()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        const auto id = house.views.save(boss, draft(u"Erros de hoje"_s));
        QVERIFY(id);
        SavedView view = SavedViews::list(boss, house.reader(), place)->first();
        QCOMPARE(view.id, *id);
        QCOMPARE(view.owner, u"chefe"_s);
        QCOMPARE(view.content, u"{\"filter\":{}}"_s);
        QCOMPARE(view.changedAt, house.clock.now());
        view.name = u"Erros"_s;
        view.content = u"{\"filter\":{\"status\":[\"error\"]}}"_s;
        QCOMPARE(*house.views.save(boss, view), *id);
        QCOMPARE(house.names(boss), QStringList({u"Erros"_s}));
        QVERIFY(SavedViews::list(boss, house.reader(), u"reports"_s)->isEmpty());
        QVERIFY(house.views.remove(boss, *id));
        QVERIFY(house.names(boss).isEmpty());
        QCOMPARE(house.views.remove(boss, *id).error().code, ErrorCode::NotFound);
    }

    void aNameStandsOnce()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        QVERIFY(house.views.save(boss, draft(u"A"_s)));
        const auto second = house.views.save(boss, draft(u"B"_s));
        QCOMPARE(house.views.save(boss, draft(u"A"_s)).error().code, ErrorCode::Conflict);
        SavedView renamed = draft(u"A"_s);
        renamed.id = *second;
        QCOMPARE(house.views.save(boss, renamed).error().code, ErrorCode::Conflict);
        QCOMPARE(house.names(boss), QStringList({u"A"_s, u"B"_s}));
    }

    void refusesWhatIsNoView()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        QCOMPARE(house.views.save(boss, draft({})).error().field, u"name"_s);
        QCOMPARE(house.views.save(boss, draft(QString(61, u'x'))).error().field, u"name"_s);
        SavedView view = draft(u"A"_s);
        for (const QString &content : {QString(), u"[]"_s, u"{"_s, u"{\"x\":\"%1\"}"_s.arg(QString(70'000, u'x'))}) {
            view.content = content;
            QCOMPARE(house.views.save(boss, view).error().field, u"content"_s);
        }
        QCOMPARE(house.views.save(boss, draft(u"A"_s, u"Ninguém"_s)).error().field, u"sharedWith"_s);
        const Actor nobody = Actor::person(u"x"_s, {{Action::ViewParameters}});
        QCOMPARE(house.views.save(nobody, draft(u"A"_s)).error().code, ErrorCode::Permission);
    }

    void aProfileShares()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        QVERIFY(house.addPerson(u"adm"_s, {u"Administrator"_s}));
        QVERIFY(house.addPerson(u"rui"_s, {u"Analyst"_s}));
        QVERIFY(house.addPerson(u"eva"_s, {u"Analyst"_s, u"Manager"_s}));
        QVERIFY(house.addPerson(u"leo"_s, {u"Manager"_s}));
        const Actor rui = house.actor(u"rui"_s);
        const Actor eva = house.actor(u"eva"_s);
        const Actor leo = house.actor(u"leo"_s);
        QCOMPARE(*SavedViews::profilesToShareWith(rui, house.reader()), QStringList({u"Analyst"_s}));
        QVERIFY(house.views.save(rui, draft(u"Meu"_s)));
        const auto shared = house.views.save(rui, draft(u"Nosso"_s, u"Analyst"_s));
        QVERIFY(shared);
        QVERIFY(house.views.save(eva, draft(u"Meu"_s)));
        QCOMPARE(house.views.save(rui, draft(u"X"_s, u"Manager"_s)).error().field, u"sharedWith"_s);
        QCOMPARE(house.names(rui), QStringList({u"Meu"_s, u"Nosso"_s}));
        QCOMPARE(house.names(eva), QStringList({u"Meu"_s, u"Nosso"_s}));
        QVERIFY(house.names(leo).isEmpty());
        // Sharing lets others use a view, not change it.
        SavedView theirs = draft(u"Nosso"_s);
        theirs.id = *shared;
        QCOMPARE(house.views.save(eva, theirs).error().code, ErrorCode::Permission);
        QCOMPARE(house.views.remove(eva, *shared).error().code, ErrorCode::Permission);
        QVERIFY(house.views.remove(house.actor(u"adm"_s), *shared));
    }

    void eachPersonHasADefault()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        QVERIFY(house.addPerson(u"adm"_s, {u"Administrator"_s}));
        QVERIFY(house.addPerson(u"rui"_s, {u"Analyst"_s}));
        QVERIFY(house.addPerson(u"eva"_s, {u"Analyst"_s}));
        const Actor rui = house.actor(u"rui"_s);
        const Actor eva = house.actor(u"eva"_s);
        const auto own = house.views.save(rui, draft(u"A"_s));
        const auto shared = house.views.save(rui, draft(u"B"_s, u"Analyst"_s));
        QVERIFY(house.views.setDefault(rui, place, *own));
        QVERIFY(house.views.setDefault(eva, place, *shared));
        QCOMPARE(house.names(rui), QStringList({u"A*"_s, u"B"_s}));
        QCOMPARE(house.names(eva), QStringList({u"B*"_s}));
        QVERIFY(house.views.setDefault(rui, place, *shared));
        QCOMPARE(house.names(rui), QStringList({u"A"_s, u"B*"_s}));
        QCOMPARE(house.views.setDefault(eva, place, *own).error().code, ErrorCode::NotFound);
        QCOMPARE(house.names(eva), QStringList({u"B*"_s}));
        QVERIFY(house.views.setDefault(rui, place, std::nullopt));
        QCOMPARE(house.names(rui), QStringList({u"A"_s, u"B"_s}));
        QVERIFY(house.views.remove(rui, *shared));
        QVERIFY(house.names(eva).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
