// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "tests/core/parameters/desk.h"

#include <QFile>
#include <QTest>

#include <optional>

using namespace ponte;
using namespace ponte::parameters;
using namespace Qt::StringLiterals;
using security::Actor;
using security::SecretBox;

namespace {

const QString address = u"lojaclick.broker.address"_s;
const QString token = u"lojaclick.broker.token"_s;
const QString preStatus = u"lojaclick.status.pre_enrollment"_s;
const QString user = u"lojaclick.integration_user"_s;
const QString maximum = u"lojaclick.resend.max_attempts"_s;
const Scope everywhere = Scope::global();
const Scope senai = Scope::ofCompany(CompanyId(3));
const Scope technical = Scope::ofLevel(CompanyId(3), LevelId(1));
const Actor ana = Actor::role(u"ana"_s);
const Actor rui = Actor::role(u"rui"_s);

/// Everything that the database holds, as bytes: the files of SQLite, every row of PostgreSQL.
QByteArray allThatIsStored(const test::TestDatabase &fresh)
{
    QByteArray bytes;
    if (fresh.address().backend == storage::Backend::Sqlite) {
        for (const QString &suffix : {QString(), u"-wal"_s}) {
            QFile file(fresh.address().path + suffix);
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }
    const auto connection = storage::Connection::open(fresh.address(), storage::Connection::Mode::ReadOnly).value();
    const auto tables = connection->queryText(u"SELECT tablename FROM pg_tables WHERE schemaname = 'public'"_s).value();
    for (const storage::Row &table : tables) {
        const auto rows =
            connection->queryText(u"SELECT t::text AS line FROM %1 t"_s.arg(table.text(u"tablename"))).value();
        for (const storage::Row &row : rows)
            bytes += row.text(u"line").toUtf8() + '\n';
    }
    return bytes;
}

} // namespace

class TestParameters final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void validates_data();
    void validates();
    void refusesWhatTheSchemaDoesNotKnow();
    void lookupsRefuseOnlyWhatTheyKnow();
    void appliesAllOrNothing();
    void noticesWhoSavedMeanwhile();
    void keepsHistory();
    void needsPermission();
    void sealsSecrets();
    void revealsOnlyWithTheKey();
};

void TestParameters::validates_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<Scope>("scope");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isSound");
    const auto tries = [](const char *name, const QString &text, bool isSound) {
        QTest::addRow("tries: %s", name) << maximum << senai << text << isSound;
    };
    tries("empty", {}, true);
    tries("zero", u"0"_s, false);
    tries("negative", u"-1"_s, false);
    tries("text", u"abc"_s, false);
    tries("least", u"1"_s, true);
    tries("most", u"99"_s, true);
    tries("too many", u"100"_s, false);
    tries("leading zero", u"01"_s, false);
    tries("leading space", u" 5"_s, false);
    tries("trailing space", u"5 "_s, false);
    tries("sign", u"+5"_s, false);
    tries("decimals", u"5.0"_s, false);
    tries("more than an int", u"99999999999"_s, false);
    const auto url = [](const char *name, const QString &text, bool isSound) {
        QTest::addRow("address: %s", name) << address << everywhere << text << isSound;
    };
    url("https", u"https://broker.example/api"_s, true);
    url("http with a port", u"http://127.0.0.1:8090/broker"_s, true);
    url("no scheme", u"broker.example/api"_s, false);
    url("another scheme", u"ftp://broker.example"_s, false);
    url("no host", u"https:///api"_s, false);
    url("a scheme alone", u"https://"_s, false);
    url("with a user", u"https://me@broker.example"_s, false);
    url("with user and password", u"https://me:pw@broker.example"_s, false);
    url("leading space", u" https://broker.example"_s, false);
    url("a space inside", u"https://broker example"_s, false);
    const auto code = [](const char *name, const QString &text, bool isSound) {
        QTest::addRow("user: %s", name) << user << senai << text << isSound;
    };
    code("a name", u"lojaclick"_s, true);
    code("leading space", u" lojaclick"_s, false);
    code("trailing space", u"lojaclick "_s, false);
    code("over 2000 characters", QString(2001, u'x'), false);
}

void TestParameters::validates()
{
    QFETCH_GLOBAL(QString, backend);
    QFETCH(QString, key);
    QFETCH(Scope, scope);
    QFETCH(QString, text);
    QFETCH(bool, isSound);
    // The rule needs no database, so one backend is enough to see that it guards the way in.
    if (backend == "postgresql"_L1) {
        QCOMPARE(validationMessage(*lojaclick::descriptor().parameters.find(key), text).isEmpty(), isSound);
        return;
    }
    Desk desk(backend);
    const auto stored = desk.store(key, scope, text);
    QCOMPARE(stored.has_value(), isSound);
    if (!isSound) {
        QCOMPARE(stored.error().code, ErrorCode::Validation);
        QCOMPARE(stored.error().field, key);
        QVERIFY(!stored.error().message.isEmpty());
    }
    QCOMPARE(desk.value(key, scope).value, isSound ? text : QString());
    QCOMPARE(desk.value(key, scope).isSet, isSound && !text.isEmpty());
}

void TestParameters::refusesWhatTheSchemaDoesNotKnow()
{
    QFETCH_GLOBAL(QString, backend);
    Desk desk(backend);
    for (const auto &[key, scope] :
         {std::pair(u"lojaclick.unknown"_s, everywhere), std::pair(maximum, everywhere), std::pair(maximum, technical),
          std::pair(address, senai), std::pair(preStatus, senai)})
    {
        const auto stored = desk.store(key, scope, u"5"_s);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::Validation);
        QCOMPARE(stored.error().field, key);
    }
    QCOMPARE(desk.fresh.number(u"SELECT count(*) FROM parameter_value"_s), 0);
    QVERIFY(desk.store(maximum, senai, u"5"_s));
    QVERIFY(!desk.value(maximum, Scope::ofCompany(CompanyId(2))).isSet);
}

void TestParameters::lookupsRefuseOnlyWhatTheyKnow()
{
    QFETCH_GLOBAL(QString, backend);
    Desk desk(backend);
    QVERIFY(desk.store(preStatus, technical, u"77"_s));
    QVERIFY(desk.lookups.replace(u"statuses"_s, u"3/1"_s, {{u"10"_s, u"Pré Matriculado"_s}}));
    const auto refused = desk.store(preStatus, technical, u"78"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Validation);
    QCOMPARE(refused.error().field, preStatus);
    QCOMPARE(desk.value(preStatus, technical).value, u"77"_s);
    QVERIFY(desk.store(preStatus, technical, u"10"_s));
    QVERIFY(desk.store(preStatus, technical, {}));
    // Another level's list was never read.
    QVERIFY(desk.store(preStatus, Scope::ofLevel(CompanyId(3), LevelId(2)), u"78"_s));
    // Users belong to no company.
    QVERIFY(desk.lookups.replace(u"users"_s, {}, {{u"lojaclick"_s, u"Loja"_s}}));
    QVERIFY(!desk.store(user, senai, u"mestre"_s));
    QVERIFY(desk.store(user, senai, u"lojaclick"_s));
}

void TestParameters::appliesAllOrNothing()
{
    QFETCH_GLOBAL(QString, backend);
    Desk desk(backend);
    const auto refused =
        desk.parameters.apply(ana, {{maximum, senai, u"5"_s}, {user, senai, u"lojaclick"_s}, {maximum, senai, u"0"_s}});
    QVERIFY(!refused);
    QCOMPARE(desk.fresh.number(u"SELECT count(*) FROM parameter_value"_s), 0);
    QCOMPARE(desk.fresh.number(u"SELECT count(*) FROM parameter_history"_s), 0);
    QVERIFY(desk.parameters.apply(ana, {{maximum, senai, u"5"_s}, {user, senai, u"lojaclick"_s}}));
    QCOMPARE(desk.value(maximum, senai).value, u"5"_s);
    QCOMPARE(desk.value(user, senai).value, u"lojaclick"_s);
    QCOMPARE(desk.parameters.list(desk.reading()).value().size(), 2);
}

void TestParameters::noticesWhoSavedMeanwhile()
{
    QFETCH_GLOBAL(QString, backend);
    Desk desk(backend);
    QCOMPARE(desk.value(maximum, senai).version, 0);
    QVERIFY(desk.parameters.apply(rui, {{maximum, senai, u"3"_s, 0}}));
    const auto late = desk.store(maximum, senai, u"4"_s, 0);
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::Conflict);
    QCOMPARE(late.error().field, maximum);
    QVERIFY(late.error().message.contains(u"rui"_s));
    QCOMPARE(desk.value(maximum, senai).value, u"3"_s);
    QCOMPARE(desk.value(maximum, senai).version, 1);
    QVERIFY(desk.store(maximum, senai, u"4"_s, 1));
    QCOMPARE(desk.value(maximum, senai).version, 2);
    QVERIFY(desk.store(maximum, senai, u"5"_s));
    QCOMPARE(desk.value(maximum, senai).version, 3);
}

void TestParameters::keepsHistory()
{
    QFETCH_GLOBAL(QString, backend);
    Desk desk(backend);
    QVERIFY(desk.parameters.apply(rui, {{maximum, senai, u"3"_s}}));
    desk.clock.advance(std::chrono::hours(1));
    QVERIFY(desk.parameters.apply(ana, {{maximum, senai, u"5"_s}}));
    // The same value again is no change.
    QVERIFY(desk.parameters.apply(rui, {{maximum, senai, u"5"_s}}));
    QVERIFY(desk.parameters.apply(ana, {{maximum, senai, {}}}));
    const auto history = desk.parameters.history(desk.reading(), 10).value();
    QCOMPARE(history.size(), 3);
    const HistoryEntry &last = history.first();
    QCOMPARE(last.oldValue, u"5"_s);
    QVERIFY(last.newValue.isEmpty());
    const HistoryEntry &second = history.at(1);
    QCOMPARE(second.who, u"ana"_s);
    QCOMPARE(second.oldValue, u"3"_s);
    QCOMPARE(second.newValue, u"5"_s);
    QCOMPARE(second.key, maximum);
    QCOMPARE(second.scope, senai);
    QCOMPARE(second.at, desk.clock.now());
    QVERIFY(!second.isSecret);
    QCOMPARE(history.at(2).who, u"rui"_s);
    QVERIFY(history.at(2).oldValue.isEmpty());
    QCOMPARE(desk.parameters.history(desk.reading(), 1).value().size(), 1);
    const Value value = desk.value(maximum, senai);
    QVERIFY(!value.isSet);
    QCOMPARE(value.changedBy, u"ana"_s);
    QCOMPARE(value.changedAt, desk.clock.now());
}

void TestParameters::needsPermission()
{
    QFETCH_GLOBAL(QString, backend);
    Desk desk(backend);
    const Actor broker = Actor::apiClient(u"broker"_s, {});
    const auto refused = desk.parameters.apply(broker, {{maximum, senai, u"3"_s}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Permission);
    std::optional<Result<>> later;
    desk.parameters.applyLater(broker, {{maximum, senai, u"3"_s}}, [&](const Result<> &done) { later = done; });
    QVERIFY(later && !*later);
    QCOMPARE(desk.connections.set(broker, {u"rm"_s, QUrl(u"http://rm.example"_s), {}, {}, {}, {}, {}}).error().code,
             ErrorCode::Permission);
    QVERIFY(!desk.value(maximum, senai).isSet);
}

void TestParameters::sealsSecrets()
{
    QFETCH_GLOBAL(QString, backend);
    Desk desk(backend);
    const QString secret = u"token-Ünico-4711"_s;
    const QString other = u"another-token-0815"_s;
    QVERIFY(desk.store(token, everywhere, secret));
    QVERIFY(desk.store(token, everywhere, other));
    const QString password = u"senha-do-rm-1234"_s;
    QVERIFY(desk.connections.set(ana, {u"rm"_s, QUrl(u"http://rm.example"_s), u"integracao"_s, password, {}, {}, {}}));
    const Value value = desk.value(token, everywhere);
    QVERIFY(value.isSecret);
    QVERIFY(value.isSet);
    QVERIFY(value.value.isEmpty());
    QCOMPARE(value.version, 2);
    QCOMPARE(desk.parameters.reveal(desk.reading(), token, everywhere).value(), other);
    const auto history = desk.parameters.history(desk.reading(), 10).value();
    QCOMPARE(history.size(), 2);
    for (const HistoryEntry &entry : history) {
        QVERIFY(entry.isSecret);
        QVERIFY(entry.oldValue.isEmpty());
        QVERIFY(entry.newValue.isEmpty());
        QCOMPARE(entry.who, u"ana"_s);
    }
    const QByteArray stored = allThatIsStored(desk.fresh);
    QVERIFY(stored.contains("integracao"));
    for (const QString &text : {secret, other, password}) {
        QVERIFY(!stored.contains(text.toUtf8()));
        QVERIFY(!stored.contains(text.toUtf8().toHex()));
        QVERIFY(!stored.contains(text.toUtf8().toBase64()));
    }
    QVERIFY(desk.store(token, everywhere, {}));
    QVERIFY(!desk.value(token, everywhere).isSet);
    QVERIFY(desk.parameters.reveal(desk.reading(), token, everywhere).value().isEmpty());
}

void TestParameters::revealsOnlyWithTheKey()
{
    QFETCH_GLOBAL(QString, backend);
    Desk desk(backend);
    QVERIFY(desk.store(token, everywhere, u"abc"_s));
    QVERIFY(desk.connections.set(ana, {u"erp"_s, QUrl(u"http://erp.example"_s), u"u"_s, u"pw"_s, {}, {}, {}}));
    QVERIFY(QFile::remove(desk.box.keyFile()));
    const SecretBox blind = SecretBox::load(desk.fresh.database(), false).value();
    Parameters parameters(desk.fresh.database(), desk.clock, blind, lojaclick::descriptor().parameters);
    Connections connections(desk.fresh.database(), desk.clock, blind);
    const auto hidden = parameters.reveal(desk.reading(), token, everywhere);
    QVERIFY(!hidden);
    QCOMPARE(hidden.error().code, ErrorCode::Permission);
    QVERIFY(!connections.reveal(desk.reading(), u"erp"_s));
    QVERIFY(connections.get(desk.reading(), u"erp"_s).value());
    // A console without the key may still hand a new secret in.
    QVERIFY(parameters.apply(ana, {{token, everywhere, u"def"_s}}));
    QCOMPARE(desk.parameters.reveal(desk.reading(), token, everywhere).value(), u"def"_s);
}

QTEST_GUILESS_MAIN(TestParameters)
#include "tst_parameters.moc"
