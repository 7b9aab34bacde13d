// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/client.h"
#include "rawserver.h"
#include "words.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

using namespace ponte;
using namespace ponte::http;
using namespace ponte::http::test;

namespace {

Request post(const QUrl &url, const QByteArray &body = "<sale/>")
{
    return {.method = "POST", .url = url, .headers = {{"Content-Type", "text/xml"}}, .body = body};
}

} // namespace

// How often a request is sent, and what becomes of connections.
class ConnectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsOnceWhereThePeerCloses_data();
    void sendsOnceWhereThePeerCloses();
    void sendsOnceOnAKeptConnection_data();
    void sendsOnceOnAKeptConnection();
    void keepsItsConnection();
    void survivesAConnectionClosedMeanwhile();
    void neverSendsTwiceWhereCloseAndSendCross();
    void noticesThatThePeerHungUp();
    void usesNoIdleConnection();
};

void ConnectionsTest::sendsOnceWhereThePeerCloses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("resets");
    for (const char *method : {"POST", "PUT", "DELETE"}) {
        for (const bool resets : {false, true}) {
            QTest::addRow("%s %d", method, int(resets)) << QByteArray(method) << QByteArray("<sale/>") << resets;
            QTest::addRow("%s empty %d", method, int(resets)) << QByteArray(method) << QByteArray() << resets;
            QTest::addRow("%s long %d", method, int(resets))
                << QByteArray(method) << QByteArray(300'000, 'x') << resets;
        }
    }
}

void ConnectionsTest::sendsOnceWhereThePeerCloses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(bool, resets);
    RawServer server([resets](QTcpSocket &socket, const QByteArray &, int) {
        if (resets)
            RawServer::reset(socket);
        else
            socket.disconnectFromHost();
    });
    Client client;
    for (int i = 1; i <= 3; ++i) {
        const Result<Response> result = client.send({.method = method, .url = server.url(), .body = body});
        QVERIFY2(!result && result.error().code == ErrorCode::OutcomeUnknown, wordsOf(result).constData());
        QCOMPARE(server.requests().size(), i);
    }
}

void ConnectionsTest::sendsOnceOnAKeptConnection_data()
{
    sendsOnceWhereThePeerCloses_data();
}

// A request that dies on a kept connection is what HTTP libraries repeat by themselves.
void ConnectionsTest::sendsOnceOnAKeptConnection()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(bool, resets);
    RawServer server([resets](QTcpSocket &socket, const QByteArray &request, int) {
        if (request.startsWith("GET"))
            socket.write(RawServer::answer(200, "x"));
        else if (resets)
            RawServer::reset(socket);
        else
            socket.disconnectFromHost();
    });
    Client client;
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(client.send({.url = server.url()}));
        const Result<Response> result = client.send({.method = method, .url = server.url(), .body = body});
        QVERIFY2(!result && result.error().code == ErrorCode::OutcomeUnknown, wordsOf(result).constData());
        QCOMPARE(server.requests().size(), 2 * i);
    }
}

void ConnectionsTest::keepsItsConnection()
{
    RawServer server(RawServer::always(RawServer::answer(200, "x")));
    Client client;
    for (int i = 0; i < 50; ++i)
        QVERIFY(client.send(i % 2 == 0 ? post(server.url()) : Request {.url = server.url()}));
    QCOMPARE(server.connections(), 1);
}

void ConnectionsTest::survivesAConnectionClosedMeanwhile()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &, int) {
        socket.write(RawServer::answer(200, "x"));
        socket.disconnectFromHost();
    });
    Client client;
    for (int i = 1; i <= 5; ++i) {
        const Result<Response> result = client.send(post(server.url()));
        QVERIFY2(result, wordsOf(result).constData());
        QTRY_VERIFY(server.farewells() >= i);
    }
    QCOMPARE(server.requests().size(), 5);
}

void ConnectionsTest::neverSendsTwiceWhereCloseAndSendCross()
{
    constexpr int count = 300;
    RawServer server([](QTcpSocket &socket, const QByteArray &, int) {
        socket.write(RawServer::answer(200, "x"));
        socket.disconnectFromHost();
    });
    Client client;
    int answered = 0;
    for (int i = 0; i < count; ++i) {
        const qsizetype before = server.requests().size();
        const Result<Response> result = client.send(post(server.url()));
        answered += result ? 1 : 0;
        QVERIFY2(result || result.error().code == ErrorCode::OutcomeUnknown, wordsOf(result).constData());
        QVERIFY(server.requests().size() <= before + 1);
    }
    qInfo("%d of %d answered", answered, count);
}

void ConnectionsTest::noticesThatThePeerHungUp()
{
    constexpr int count = 100;
    RawServer server(RawServer::always(RawServer::answer(200, "x")));
    Client client;
    QVERIFY(client.send(post(server.url())));
    for (int i = 1; i <= count; ++i) {
        server.hangUp();
        const Result<Response> result = client.send(post(server.url()));
        QVERIFY2(result, wordsOf(result).constData());
        QCOMPARE(server.requests().size(), i + 1);
    }
}

void ConnectionsTest::usesNoIdleConnection()
{
    RawServer server(RawServer::always(RawServer::answer(200, "x")));
    Client client;
    QVERIFY(client.send(post(server.url())));
    // The time is what is under test, and the library has its own clock.
    QElapsedTimer idle;
    idle.start();
    QTRY_VERIFY_WITH_TIMEOUT(idle.elapsed() > 3'100, 10'000);
    QVERIFY(client.send(post(server.url())));
    QCOMPARE(server.connections(), 2);
}

QTEST_GUILESS_MAIN(ConnectionsTest)
#include "tst_connections.moc"
