// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/server.h"
#include "keeper.h"
#include "rawclient.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace ponte;
using namespace ponte::http;
using namespace ponte::http::test;

// How a server begins and ends.
class ListeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopsWithSuspendedRequests();
    void ignoresAnswersAfterItsEnd();
    void acceptsNothingAfterStopAccepting();
    void refusesATakenPort();
    void listensAgainAfterStop();
    void listensOnAllAddresses();
};

void ListeningTest::stopsWithSuspendedRequests()
{
    Keeper keeper;
    Server server;
    listenOn(server, keeper.handler());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        clients.back()->send(plainGet);
    }
    RawClient idle(server.port());
    QTRY_COMPARE(keeper.count(), 20);
    const std::vector<Responder> kept = keeper.take();
    QElapsedTimer clock;
    clock.start();
    server.stop();
    QVERIFY2(clock.elapsed() < 1500, QByteArray::number(clock.elapsed()).constData());
    for (const auto &client : clients) {
        bool closed = false;
        const QByteArray answer = client->receiveAll(&closed);
        QVERIFY2(answer.startsWith("HTTP/1.1 503 "), answer.constData());
        QVERIFY(answer.contains("Retry-After: "));
        QVERIFY(closed);
    }
    for (const Responder &responder : kept) {
        QVERIFY(!responder.isWanted());
        responder.respond({});
    }
    server.stop();
}

void ListeningTest::ignoresAnswersAfterItsEnd()
{
    Keeper keeper;
    auto server = std::make_unique<Server>();
    listenOn(*server, keeper.handler());
    RawClient client(server->port());
    client.send(plainGet);
    QTRY_COMPARE(keeper.count(), 1);
    server.reset();
    std::vector<Responder> kept = keeper.take();
    kept[0].respond({});
    kept.clear();
    QVERIFY(client.receive().startsWith("HTTP/1.1 503 "));
}

void ListeningTest::acceptsNothingAfterStopAccepting()
{
    Keeper keeper;
    Server server;
    listenOn(server, keeper.handler());
    RawClient client(server.port());
    client.send(plainGet);
    QTRY_COMPARE(keeper.count(), 1);
    server.stopAccepting();
    QVERIFY(!RawClient(server.port()).isConnected());
    keeper.take()[0].respond({.body = "still"});
    bool closed = false;
    const QByteArray answer = client.receiveAll(&closed);
    QVERIFY2(answer.contains("Connection: close") && answer.endsWith("still"), answer.constData());
    QVERIFY(closed);
}

void ListeningTest::refusesATakenPort()
{
    Server first;
    listenOn(first, answerOk);
    Server second;
    const Result<> result = second.listen(QHostAddress(QHostAddress::LocalHost), first.port(), answerOk, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::PortInUse);
    QVERIFY(result.error().message.contains(QString::number(first.port())));

    const Result<> foreign = second.listen(QHostAddress(QStringLiteral("192.0.2.1")), 0, answerOk, {});
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().code, ErrorCode::Internal);
}

void ListeningTest::listensAgainAfterStop()
{
    Server server;
    for (int i = 0; i < 3; ++i) {
        listenOn(server, answerOk);
        RawClient client(server.port());
        client.send(plainGet);
        QVERIFY(client.receive().startsWith("HTTP/1.1 200 "));
        server.stop();
        QCOMPARE(server.port(), 0);
    }
}

void ListeningTest::listensOnAllAddresses()
{
    QHostAddress peer;
    Server server;
    const Result<> result = server.listen(QHostAddress(QHostAddress::Any), 0,
                                          [&peer](const ServerRequest &request, const Responder &responder) {
                                              peer = request.peer;
                                              responder.respond({});
                                          },
                                          {});
    QVERIFY(result.has_value());
    RawClient client(server.port());
    client.send(plainGet);
    QVERIFY(client.receive().startsWith("HTTP/1.1 200 "));
    QCOMPARE(peer, QHostAddress(QHostAddress::LocalHost));
}

QTEST_GUILESS_MAIN(ListeningTest)
#include "tst_listening.moc"
