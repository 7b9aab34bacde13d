// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/server.h"
#include "keeper.h"
#include "rawclient.h"

#include <QMutex>
#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <thread>
#include <vector>

using namespace ponte;
using namespace ponte::http;
using namespace ponte::http::test;

class ServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOverTheRequest();
    void answersFromAnotherThread();
    void answersHeadWithoutBody();
    void answersPipelinedRequestsInOrder();
    void goesOnWhenClientsLeave();
    void bearsAnAnswerThatRacesTheLeaving();
    void answersAForgottenRequest();
    void sendsOnlyTheFirstAnswer();
    void survivesAThrowingHandler();
    void servesManyKeptConnections_data();
    void servesManyKeptConnections();
    void misbehavesOnDemand();
};

void ServerTest::handsOverTheRequest()
{
    ServerRequest seen;
    Server server;
    listenOn(server, [&seen](ServerRequest request, const Responder &responder) {
        seen = std::move(request);
        responder.respond({.status = 201, .body = "done", .headers = {{"X-Answer", "yes"}}});
    });
    RawClient client(server.port());
    client.send("POST /a%20b/%C3%A7%2Fd?codColigada=3&x=%26 HTTP/1.1\r\nHost: x\r\nX-One: 1\r\nX-ONE: 2\r\n"
                "Content-Length: 4\r\n\r\nbody");
    const QByteArray answer = client.receive();
    QVERIFY2(answer.startsWith("HTTP/1.1 201 "), answer.constData());
    QVERIFY(answer.contains("\r\nX-Answer: yes\r\n"));
    QVERIFY(answer.contains("\r\nContent-Type: application/json; charset=utf-8\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\ndone"));
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.path, QString::fromUtf8("/a b/ç/d"));
    QCOMPARE(seen.rawPath, "/a%20b/%C3%A7%2Fd");
    QCOMPARE(seen.query.queryItemValue(QStringLiteral("codColigada")), QStringLiteral("3"));
    QCOMPARE(seen.query.queryItemValue(QStringLiteral("x"), QUrl::FullyDecoded), QStringLiteral("&"));
    QCOMPARE(seen.headers.value("x-one"), "1, 2");
    QCOMPARE(seen.body, "body");
    QVERIFY(seen.peer.isLoopback());

    client.send("GET http://x:1/absolute HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(client.receive().startsWith("HTTP/1.1 201 "));
    QCOMPARE(seen.path, QStringLiteral("/absolute"));
    QVERIFY(seen.body.isEmpty());
}

void ServerTest::answersFromAnotherThread()
{
    Keeper keeper;
    Server server;
    listenOn(server, keeper.handler());
    RawClient client(server.port());
    for (int i = 0; i < 3; ++i) {
        client.send(plainGet);
        QTRY_COMPARE(keeper.count(), 1);
        std::vector<Responder> kept = keeper.take();
        QVERIFY(kept[0].isWanted());
        std::thread([&kept] { kept[0].respond({.body = "later"}); }).join();
        QVERIFY(client.receive().endsWith("later"));
    }
}

void ServerTest::answersHeadWithoutBody()
{
    Server server;
    listenOn(server, [](const ServerRequest &request, const Responder &responder) {
        responder.respond({.body = request.method});
    });
    RawClient client(server.port());
    client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
    const QByteArray head = client.receive(false);
    QVERIFY(head.contains("Content-Length: 4\r\n"));
    client.send(plainGet);
    const QByteArray answer = client.receive();
    QVERIFY2(answer.startsWith("HTTP/1.1 200") && answer.endsWith("GET"), answer.constData());
}

void ServerTest::answersPipelinedRequestsInOrder()
{
    Keeper keeper;
    Server server;
    listenOn(server, keeper.handler());
    RawClient client(server.port());
    client.send(QByteArray(plainGet) + plainGet);
    for (const char *body : {"first", "second"}) {
        QTRY_COMPARE(keeper.count(), 1);
        keeper.take()[0].respond({.body = body});
        QVERIFY(client.receive().endsWith(body));
    }
}

void ServerTest::goesOnWhenClientsLeave()
{
    constexpr int count = 200;
    Keeper keeper;
    Server server;
    listenOn(server, keeper.handler());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        QVERIFY(clients.back()->isConnected());
        clients.back()->send(plainGet);
    }
    QTRY_COMPARE(keeper.count(), count);
    std::vector<Responder> kept = keeper.take();
    for (const Responder &responder : kept)
        QVERIFY(responder.isWanted());
    for (const auto &client : clients)
        client->reset();
    for (const Responder &responder : kept)
        QTRY_VERIFY(!responder.isWanted());
    std::thread([&kept] {
        for (size_t i = 0; i < kept.size(); i += 2)
            kept[i].respond({.body = "too late"});
        kept.clear();
    }).join();

    RawClient client(server.port());
    client.send(plainGet);
    QTRY_COMPARE(keeper.count(), 1);
    keeper.take()[0].respond({.body = "alive"});
    QVERIFY(client.receive().endsWith("alive"));
}

void ServerTest::bearsAnAnswerThatRacesTheLeaving()
{
    Keeper keeper;
    Server server;
    listenOn(server, keeper.handler());
    for (int i = 0; i < 300; ++i) {
        RawClient client(server.port());
        client.send(plainGet);
        QTRY_COMPARE(keeper.count(), 1);
        std::vector<Responder> kept = keeper.take();
        std::thread answering([&kept] { kept[0].respond({.body = QByteArray(100'000, 'x')}); });
        client.reset();
        answering.join();
    }
    RawClient client(server.port());
    client.send(plainGet);
    QTRY_COMPARE(keeper.count(), 1);
    keeper.take();
    QVERIFY(client.receive().startsWith("HTTP/1.1 500 "));
}

void ServerTest::answersAForgottenRequest()
{
    Server server;
    listenOn(server, [](const ServerRequest &, const Responder &responder) { std::thread([responder] {}).detach(); });
    RawClient client(server.port());
    client.send(plainGet);
    const QByteArray answer = client.receive();
    QVERIFY2(answer.startsWith("HTTP/1.1 500 "), answer.constData());
    QVERIFY(answer.contains("{\"code\":500,"));
}

void ServerTest::sendsOnlyTheFirstAnswer()
{
    Server server;
    listenOn(server, [](const ServerRequest &, const Responder &responder) {
        responder.respond({.body = "first"});
        responder.respond({.body = "second"});
    });
    RawClient client(server.port());
    for (int i = 0; i < 2; ++i) {
        client.send(plainGet);
        QVERIFY(client.receive().endsWith("first"));
    }
}

void ServerTest::survivesAThrowingHandler()
{
    Server server;
    listenOn(server, [](const ServerRequest &, const Responder &) { throw std::runtime_error("on purpose"); });
    RawClient client(server.port());
    QTest::ignoreMessage(QtWarningMsg, "A request handler threw: on purpose");
    client.send(plainGet);
    QVERIFY(client.receive().startsWith("HTTP/1.1 500 "));
}

void ServerTest::servesManyKeptConnections_data()
{
    QTest::addColumn<unsigned>("threads");
    QTest::newRow("one thread") << 1U;
    QTest::newRow("four threads") << 4U;
}

void ServerTest::servesManyKeptConnections()
{
    QFETCH(unsigned, threads);
    QThreadPool workers;
    workers.setMaxThreadCount(3);
    Server server;
    Server::Limits limits;
    limits.threads = threads;
    listenOn(
        server,
        [&workers](ServerRequest request, Responder responder) {
            workers.start([body = std::move(request.body), responder = std::move(responder)] {
                responder.respond({.body = body});
            });
        },
        limits);
    std::atomic<int> right = 0;
    std::vector<std::thread> peers;
    for (int peer = 0; peer < 8; ++peer) {
        peers.emplace_back([&right, peer, port = server.port()] {
            std::vector<std::unique_ptr<RawClient>> clients;
            for (int i = 0; i < 8; ++i)
                clients.push_back(std::make_unique<RawClient>(port));
            for (int round = 0; round < 20; ++round) {
                const QByteArray body = QByteArray::number(peer * 1000 + round);
                for (const auto &client : clients)
                    client->send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size())
                                 + "\r\n\r\n" + body);
                for (const auto &client : clients)
                    right += client->receive().endsWith(QByteArray("\r\n\r\n" + body)) ? 1 : 0;
            }
        });
    }
    for (std::thread &peer : peers)
        peer.join();
    QCOMPARE(right.load(), 8 * 8 * 20);
    workers.waitForDone();
}

void ServerTest::misbehavesOnDemand()
{
    Server server;
    listenOn(server, [](const ServerRequest &request, const Responder &responder) {
        const bool cuts = request.path == QStringLiteral("/cut");
        responder.respond(
            {.body = QByteArray(100'000, 'x'),
             .fault = cuts ? ServerResponse::Fault::CutInBody : ServerResponse::Fault::CloseWithoutAnswer});
    });
    bool closed = false;
    RawClient silent(server.port());
    silent.send(plainGet);
    QVERIFY(silent.receiveAll(&closed).isEmpty());
    QVERIFY(closed);

    RawClient cut(server.port());
    cut.send("GET /cut HTTP/1.1\r\nHost: x\r\n\r\n");
    const QByteArray answer = cut.receiveAll(&closed);
    QVERIFY2(answer.contains("Content-Length: 100000\r\n"), answer.left(300).constData());
    QCOMPARE(answer.size() - answer.indexOf("\r\n\r\n") - 4, 50'000);
    QVERIFY(closed);
}

QTEST_GUILESS_MAIN(ServerTest)
#include "tst_server.moc"
