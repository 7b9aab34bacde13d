// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/engine/outsidedesk.h"
#include "tests/core/rm/scriptedpeer.h"
#include "tests/support/testdatabase.h"

#include <QTcpServer>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace ponte;

namespace {

const auto ana = security::Actor::role(u"ana"_s);

/// An installation whose ERP, RM, Broker and mail server are this peer, with a stored secret each.
struct Installation {
    QTemporaryDir folder;
    ScriptedPeer peer;
    std::optional<test::TestDatabase> database;
    std::unique_ptr<app::Services> services;
    std::unique_ptr<app::OutsideDesk> desk;

    explicit Installation(const QString &backend)
    {
        qputenv("PONTE_KEY", folder.filePath(u"ponte.key"_s).toLocal8Bit());
        database.emplace(backend, false);
        QVERIFY(app::Services::migrate(database->address()));
        services = std::move(app::Services::open(database->address()).value());
        desk = std::make_unique<app::OutsideDesk>(*services);
        for (const QString &name : {u"rm"_s, u"erp"_s})
            QVERIFY(services->connections.set(ana, {name, peer.url(), u"ponte"_s, u"stored"_s, {}, {}, {}}));
        parameters::ConnectionChange mail {u"mail"_s, QUrl(u"smtp://127.0.0.1:1"_s), u"ponte"_s, u"stored"_s};
        mail.extra = QJsonObject {{u"from"_s, u"ponte@escola.example"_s}};
        QVERIFY(services->connections.set(ana, mail));
        const auto global = parameters::Scope::global();
        const auto saved =
            services->parameters.apply(ana, {{u"lojaclick.broker.address"_s, global, peer.url().toString()},
                                             {u"lojaclick.broker.token"_s, global, u"stored"_s}});
        QVERIFY2(saved, saved ? "" : qUtf8Printable(saved.error().message));
    }
    ~Installation()
    {
        desk.reset();
        services.reset();
        qunsetenv("PONTE_KEY");
    }
    Q_DISABLE_COPY_MOVE(Installation)

    [[nodiscard]] Result<QList<CheckLine>> test(const parameters::ConnectionTrial &trial) const
    {
        std::promise<Result<QList<CheckLine>>> answer;
        desk->test(ana, trial, {}, {}, [&answer](const auto &lines) { answer.set_value(lines); });
        return answer.get_future().get();
    }
};

/// What a peer was told, in whatever header it came.
bool wasTold(const ScriptedPeer &peer, const QByteArray &secret)
{
    const QList<http::ServerRequest> requests = peer.requests();
    return std::any_of(requests.begin(), requests.end(), [&secret](const http::ServerRequest &request) {
        for (const auto &[name, value] : request.headers.asKeyValueRange()) {
            if (QByteArray::fromBase64(QByteArray(value).replace("Basic ", "")).contains(secret)
                || QByteArray(value).contains(secret))
                return true;
        }
        return request.body.contains(secret);
    });
}

} // namespace

/// The test of a connection with what is typed: a stored secret is sent to the server that it is stored for.
class TrialsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void anotherServerIsNotSentTheStoredSecret_data();
    void anotherServerIsNotSentTheStoredSecret();
    void theStoredServerIsSentIt();
    void aTypedSecretGoesWhereItWasTyped();
    void anotherMailServerIsNotSentTheStoredPassword();
};

void TrialsTest::anotherServerIsNotSentTheStoredSecret_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"rm"_s, u"erp"_s, u"broker"_s})
        QTest::addRow("%s", qUtf8Printable(name)) << name;
}

void TrialsTest::anotherServerIsNotSentTheStoredSecret()
{
    QFETCH_GLOBAL(QString, backend);
    QFETCH(QString, name);
    const Installation installation(backend);
    const ScriptedPeer stranger;
    QUrl otherScheme = installation.peer.url();
    otherScheme.setScheme(u"https"_s);
    QUrl otherHost = stranger.url();
    otherHost.setHost(u"localhost"_s);
    for (const QUrl &url : {stranger.url(), otherHost, otherScheme}) {
        const auto lines = installation.test({.name = name, .url = url});
        QVERIFY2(!lines, qUtf8Printable(url.toString()));
        QCOMPARE(lines.error().code, ErrorCode::Validation);
        QCOMPARE(lines.error().field, u"secret"_s);
        QVERIFY2(lines.error().message.contains(installation.peer.url().toString()),
                 qUtf8Printable(lines.error().message));
    }
    QVERIFY(stranger.requests().isEmpty());
    QVERIFY(installation.peer.requests().isEmpty());
}

void TrialsTest::theStoredServerIsSentIt()
{
    QFETCH_GLOBAL(QString, backend);
    const Installation installation(backend);
    QVERIFY(installation.test({.name = u"erp"_s}));
    QVERIFY(wasTold(installation.peer, "stored"));
    const qsizetype before = installation.peer.requests().size();
    QUrl otherPath = installation.peer.url();
    otherPath.setPath(u"/another/path"_s);
    QVERIFY(installation.test({.name = u"erp"_s, .url = otherPath}));
    QVERIFY(installation.peer.requests().size() > before);
    // An address that is none goes nowhere, and the first check says what is wrong with it.
    const auto lines = installation.test({.name = u"erp"_s, .url = QUrl(u"erp.example"_s)});
    QVERIFY(lines);
    QVERIFY(
        std::any_of(lines->begin(), lines->end(), [](const CheckLine &line) { return line.outcome == "failed"_L1; }));
}

void TrialsTest::aTypedSecretGoesWhereItWasTyped()
{
    QFETCH_GLOBAL(QString, backend);
    const Installation installation(backend);
    for (const QString &name : {u"rm"_s, u"erp"_s, u"broker"_s}) {
        const ScriptedPeer stranger;
        const auto lines = installation.test({.name = name, .url = stranger.url(), .secret = u"typed"_s});
        QVERIFY2(lines, lines ? "" : qUtf8Printable(lines.error().message));
        QVERIFY2(!stranger.requests().isEmpty(), qUtf8Printable(name));
        QVERIFY2(!wasTold(stranger, "stored"), qUtf8Printable(name));
    }
    QVERIFY(installation.peer.requests().isEmpty());
}

void TrialsTest::anotherMailServerIsNotSentTheStoredPassword()
{
    QFETCH_GLOBAL(QString, backend);
    const Installation installation(backend);
    QTcpServer stranger;
    QVERIFY(stranger.listen(QHostAddress::LocalHost));
    const QUrl url(u"smtp://127.0.0.1:%1"_s.arg(stranger.serverPort()));
    const auto lines = installation.test({.name = u"mail"_s, .url = url});
    QVERIFY(!lines);
    QCOMPARE(lines.error().field, u"secret"_s);
    QVERIFY(!stranger.waitForNewConnection(0));
}

QTEST_GUILESS_MAIN(TrialsTest)
#include "tst_trials.moc"
