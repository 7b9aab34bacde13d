// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/client.h"
#include "rawserver.h"
#include "words.h"

#include <QFile>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace ponte;
using namespace ponte::http;
using namespace ponte::http::test;

namespace {

Request post(const QUrl &url)
{
    return {.method = "POST", .url = url, .headers = {{"Authorization", "Basic dTpw"}}, .body = "<sale/>"};
}

RawServer::Behaviour closingAfter(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket, const QByteArray &, int) {
        socket.write(bytes);
        socket.disconnectFromHost();
    };
}

/// A piece every millisecond, as far as the peer reads them.
void writeForEver(QTcpSocket &socket, const QByteArray &piece)
{
    auto *timer = new QTimer(&socket);
    QObject::connect(timer, &QTimer::timeout, &socket, [&socket, piece] {
        if (socket.bytesToWrite() < 1'000'000)
            socket.write(piece);
    });
    timer->start(1);
}

/// Of this process, in bytes.
qint64 residentMemory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

// What becomes of the answers.
class AnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEveryStatus_data();
    void takesEveryStatus();
    void neverLogsInByItself_data();
    void neverLogsInByItself();
    void followsNoRedirect_data();
    void followsNoRedirect();
    void refusesCutAnswers_data();
    void refusesCutAnswers();
    void takesWholeAnswers_data();
    void takesWholeAnswers();
    void takesALongAnswer();
    void refusesAnswersThatAreTooLong_data();
    void refusesAnswersThatAreTooLong();
    void ignoresTheLengthOfHead();
    void passesOverInterimAnswers();
    void keepsNoCookies();
};

void AnswersTest::takesEveryStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status :
         {200, 201, 202, 203, 206, 226, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413,
          415, 418, 422, 423, 425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 507, 599})
        QTest::addRow("%d", status) << status;
}

void AnswersTest::takesEveryStatus()
{
    QFETCH(int, status);
    RawServer server(RawServer::always(RawServer::answer(status, "the body", "Retry-After: 7\r\n")));
    Client client;
    for (int i = 1; i <= 2; ++i) {
        const Result<Response> result = client.send(post(server.url()));
        QVERIFY2(result, wordsOf(result).constData());
        QCOMPARE(result->status, status);
        QCOMPARE(result->body, "the body");
        QCOMPARE(headerValue(result->headers, "retry-after"), "7");
        QCOMPARE(server.requests().size(), i);
    }
}

void AnswersTest::neverLogsInByItself_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("hasCredentials");
    const QByteArray digest = "Digest realm=\"rm\", nonce=\"abc\", qop=\"auth\"";
    for (const QByteArray &method :
         {QByteArray("Basic realm=\"rm\""), digest, QByteArray("Negotiate"), QByteArray("NTLM"), QByteArray("Bearer"),
          QByteArray("Basic realm=\"rm\", Negotiate")})
    {
        for (const bool hasCredentials : {false, true}) {
            QTest::addRow("%s %d", method.constData(), int(hasCredentials))
                << 401 << "WWW-Authenticate: " + method + "\r\n"
                << hasCredentials;
            QTest::addRow("proxy %s %d", method.constData(), int(hasCredentials))
                << 407 << "Proxy-Authenticate: " + method + "\r\n"
                << hasCredentials;
        }
    }
}

void AnswersTest::neverLogsInByItself()
{
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(bool, hasCredentials);
    RawServer server(RawServer::always(RawServer::answer(status, "denied", header)));
    Client client;
    for (int i = 1; i <= 3; ++i) {
        Request request = post(server.url());
        request.url.setUserInfo(QStringLiteral("somebody:word"));
        if (!hasCredentials)
            request.headers.clear();
        const Result<Response> result = client.send(request);
        QVERIFY2(result, wordsOf(result).constData());
        QCOMPARE(result->status, status);
        QCOMPARE(result->body, "denied");
        QCOMPARE(server.requests().size(), i);
        QCOMPARE(server.requests().last().contains("Authorization: Basic dTpw\r\n"), hasCredentials);
        QCOMPARE(server.requests().last().count("uthorization:"), hasCredentials ? 1 : 0);
    }
}

void AnswersTest::followsNoRedirect_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("location");
    for (const int status : {300, 301, 302, 303, 305, 307, 308}) {
        for (const char *method : {"POST", "GET"}) {
            QTest::addRow("%d %s", status, method) << status << QByteArray(method) << QByteArray("/other");
            QTest::addRow("%d %s without", status, method) << status << QByteArray(method) << QByteArray();
        }
    }
}

void AnswersTest::followsNoRedirect()
{
    QFETCH(int, status);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, location);
    const QByteArray header = location.isEmpty() ? QByteArray() : "Location: " + location + "\r\n";
    RawServer server(RawServer::always(RawServer::answer(status, "elsewhere", header)));
    Client client;
    for (int i = 1; i <= 2; ++i) {
        Request request = post(server.url());
        request.method = method;
        if (method == "GET")
            request.body.clear();
        const Result<Response> result = client.send(request);
        QVERIFY2(result, wordsOf(result).constData());
        QCOMPARE(result->status, status);
        QCOMPARE(result->body, "elsewhere");
        QCOMPARE(headerValue(result->headers, "Location"), location);
        QCOMPARE(server.requests().size(), i);
    }
}

void AnswersTest::refusesCutAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a status") << QByteArray("HTTP/1.1 2");
    QTest::newRow("no headers") << ok;
    QTest::newRow("half a header") << ok + "Content-Le";
    QTest::newRow("head alone") << ok + "Content-Length: 10\r\n\r\n";
    QTest::newRow("half a body") << ok + "Content-Length: 10\r\n\r\n12345";
    QTest::newRow("half a body, closing") << ok + "Connection: close\r\nContent-Length: 10\r\n\r\n12345";
    QTest::newRow("half an error") << QByteArray("HTTP/1.1 500 No\r\nContent-Length: 10\r\n\r\n12345");
    QTest::newRow("half a denial") << QByteArray("HTTP/1.1 401 No\r\nContent-Length: 10\r\n\r\n12345");
    QTest::newRow("half a redirect") << QByteArray(
        "HTTP/1.1 307 No\r\nLocation: /x\r\nContent-Length: 10\r\n\r\n12345");
    QTest::newRow("half of much") << ok + "Content-Length: 2000000\r\n\r\n" + QByteArray(1'000'000, 'x');
    QTest::newRow("no chunk") << chunked;
    QTest::newRow("half a size") << chunked + "1";
    QTest::newRow("a size") << chunked + "a\r\n";
    QTest::newRow("half a chunk") << chunked + "a\r\n12345";
    QTest::newRow("a chunk without end") << chunked + "5\r\n12345";
    QTest::newRow("a chunk") << chunked + "5\r\n12345\r\n";
    QTest::newRow("two chunks") << chunked + "5\r\n12345\r\n5\r\n67890\r\n";
    QTest::newRow("the last size") << chunked + "5\r\n12345\r\n0";
    QTest::newRow("chunks, closing") << ok + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n";
    QTest::newRow("two lengths") << ok + "Content-Length: 5\r\nContent-Length: 3\r\n\r\n12345";
    QTest::newRow("no number") << ok + "Content-Length: five\r\n\r\n12345";
    QTest::newRow("no HTTP") << QByteArray("220 mail.example.com ESMTP\r\n\r\n");
    QTest::newRow("interim alone") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
}

void AnswersTest::refusesCutAnswers()
{
    QFETCH(QByteArray, answer);
    RawServer farewell(closingAfter(answer));
    RawServer reset([answer](QTcpSocket &socket, const QByteArray &, int) {
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket] {
            if (socket.bytesToWrite() == 0)
                QTimer::singleShot(5, &socket, [&socket] { RawServer::reset(socket); });
        });
        socket.write(answer);
        if (answer.isEmpty())
            RawServer::reset(socket);
    });
    for (const RawServer *server : {&farewell, &reset}) {
        const Result<Response> result = Client().send(post(server->url()));
        QVERIFY2(!result && result.error().code == ErrorCode::OutcomeUnknown, wordsOf(result).constData());
        QCOMPARE(server->requests().size(), 1);
    }
}

void AnswersTest::takesWholeAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("closes");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray chunks = ok + "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n5\r\n67890\r\n0\r\n\r\n";
    for (const bool closes : {false, true}) {
        QTest::addRow("length %d", int(closes)) << ok + "Content-Length: 10\r\n\r\n1234567890" << closes;
        QTest::addRow("chunks %d", int(closes)) << chunks << closes;
    }
    QTest::newRow("until the end") << ok + "\r\n1234567890" << true;
    QTest::newRow("old") << QByteArray("HTTP/1.0 200 OK\r\n\r\n1234567890") << true;
    QTest::newRow("unpacked by nobody") << ok + "Content-Encoding: gzip\r\nContent-Length: 10\r\n\r\n1234567890"
                                        << false;
}

void AnswersTest::takesWholeAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, closes);
    // In one piece, and byte by byte.
    RawServer quick(closes ? closingAfter(answer) : RawServer::always(answer));
    RawServer slow([answer, closes](QTcpSocket &socket, const QByteArray &, int) {
        for (const char byte : answer) {
            socket.write(&byte, 1);
            socket.flush();
        }
        if (closes)
            socket.disconnectFromHost();
    });
    for (const RawServer *server : {&quick, &slow}) {
        auto client = std::make_unique<Client>();
        for (int i = 1; i <= 3; ++i) {
            const Result<Response> result = client->send(post(server->url()));
            QVERIFY2(result, wordsOf(result).constData());
            QCOMPARE(result->body, "1234567890");
            // Else the next request could cross the unannounced close.
            if (closes)
                client = std::make_unique<Client>();
        }
    }
}

void AnswersTest::takesALongAnswer()
{
    const QByteArray body(20'000'000, 'x');
    RawServer server(RawServer::always(RawServer::answer(200, body)));
    Client client;
    Request request = post(server.url());
    request.maximumAnswerBytes = body.size();
    const Result<Response> result = client.send(request);
    QVERIFY2(result, wordsOf(result).constData());
    QVERIFY(result->body == body);

    request.maximumAnswerBytes = body.size() - 1;
    const Result<Response> refused = client.send(request);
    QVERIFY2(!refused && refused.error().code == ErrorCode::OutcomeUnknown, wordsOf(refused).constData());
}

void AnswersTest::refusesAnswersThatAreTooLong_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("seconds"); ///< until the deadline
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray part(100'000, 'x');
    QTest::newRow("announced") << ok + "Content-Length: 99999999999\r\n\r\n" << part << 30;
    QTest::newRow("chunks") << ok + "Transfer-Encoding: chunked\r\n\r\n"
                            << QByteArray("186a0\r\n" + part + "\r\n") << 30;
    QTest::newRow("until the end") << ok + "\r\n" << part << 30;
    // Qt has no limit for these two; what ends them is the deadline.
    QTest::newRow("headers") << ok << QByteArray("X: x\r\n") << 1;
    QTest::newRow("chunk size") << ok + "Transfer-Encoding: chunked\r\n\r\n" << QByteArray("11") << 1;
}

void AnswersTest::refusesAnswersThatAreTooLong()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, piece);
    QFETCH(int, seconds);
    RawServer server([head, piece](QTcpSocket &socket, const QByteArray &, int) {
        socket.write(head);
        writeForEver(socket, piece);
    });
    Client client;
    Request request = post(server.url());
    request.deadline = std::chrono::seconds(seconds);
    const qint64 before = residentMemory();
    const Result<Response> result = client.send(request);
    QVERIFY2(!result && result.error().code == ErrorCode::OutcomeUnknown, wordsOf(result).constData());
    const qint64 grown = residentMemory() - before;
    QVERIFY2(grown < 32'000'000, QByteArray::number(grown).constData());
    QTRY_COMPARE(server.farewells(), 1);
    QCOMPARE(server.requests().size(), 1);
}

void AnswersTest::ignoresTheLengthOfHead()
{
    RawServer server(RawServer::always("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"));
    Client client;
    for (int i = 0; i < 2; ++i) {
        const Result<Response> result = client.send({.method = "HEAD", .url = server.url()});
        QVERIFY2(result, wordsOf(result).constData());
        QVERIFY(result->body.isEmpty());
    }
    RawServer empty(RawServer::always("HTTP/1.1 204 None\r\n\r\n"));
    QVERIFY(client.send(post(empty.url())));
}

void AnswersTest::passesOverInterimAnswers()
{
    RawServer server(RawServer::always("HTTP/1.1 100 Continue\r\n\r\n" + RawServer::answer(200, "final")));
    const Result<Response> result = Client().send(post(server.url()));
    QVERIFY2(result, wordsOf(result).constData());
    QCOMPARE(result->body, "final");
}

void AnswersTest::keepsNoCookies()
{
    RawServer server(RawServer::always(RawServer::answer(200, "x", "Set-Cookie: session=1\r\n")));
    Client client;
    for (int i = 0; i < 2; ++i)
        QVERIFY(client.send(post(server.url())));
    QVERIFY(!server.requests().last().contains("Cookie"));
}

QTEST_GUILESS_MAIN(AnswersTest)
#include "tst_answers.moc"
