// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/client.h"
#include "rawserver.h"
#include "words.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <thread>

using namespace ponte;
using namespace ponte::http;
using namespace ponte::http::test;

namespace {

Request post(const QUrl &url, const QByteArray &body = "<sale/>")
{
    return {.method = "POST", .url = url, .headers = {{"Content-Type", "text/xml"}}, .body = body};
}

void closeAfterReading(QTcpSocket &socket, const QByteArray &, int)
{
    socket.disconnectFromHost();
}

struct Ended {
    bool well = false;
    QByteArray output;
};

// A call in a process of its own, for calls that end it.
Ended callElsewhere(const QUrl &url, const QMap<QString, QString> &variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PONTE_TEST_URL"), url.toString());
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(), QStringList());
    const bool ended = process.waitForFinished(30'000);
    const QByteArray output = process.readAll();
    return {ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, output};
}

int callHere()
{
    if (qEnvironmentVariableIsSet("PONTE_TEST_FORBIDS"))
        forbidHere();
    Request request = post(QUrl(qEnvironmentVariable("PONTE_TEST_URL")));
    request.name = "test.call";
    return Client().send(request) ? 0 : 1;
}

} // namespace

// What is sent, and what is said where no answer comes.
class ClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsAndReceives();
    void sendsAnEmptyBody();
    void sendsALongBody();
    void limitsTheWholeCall();
    void saysWhetherAnythingWasSentInTime();
    void isCancelledFromAnotherThread();
    void isCancelledBefore();
    void isUnreachable_data();
    void isUnreachable();
    void isUnreachableWithoutTls();
    void refusesForgedHeaders();
    void usesNoProxy();
    void canBeForbidden();
    void passesItsCrashPoints();
    void encodesCredentials();
};

void ClientTest::sendsAndReceives()
{
    RawServer server(RawServer::always(RawServer::answer(200, "hello", "X-Word: one\r\n")));
    Client client;
    Request request = post(server.url(QStringLiteral("/a%2Fb?c=%20d#fragment")));
    request.url.setUserInfo(QStringLiteral("user:word"));
    request.headers.emplaceBack("X-Own", "yes");
    request.name = "test.call";
    const Result<Response> result = client.send(request);
    QVERIFY2(result, wordsOf(result).constData());
    QCOMPARE(result->status, 200);
    QCOMPARE(result->body, "hello");
    QCOMPARE(headerValue(result->headers, "x-word"), "one");
    QVERIFY(headerValue(result->headers, "X-Other").isEmpty());
    QCOMPARE(server.requests().size(), 1);
    const QByteArray sent = server.requests().value(0);
    QVERIFY2(sent.startsWith("POST /a%2Fb?c=%20d HTTP/1.1\r\n"), sent.constData());
    QVERIFY(sent.contains("\r\nX-Own: yes\r\n"));
    QVERIFY(sent.contains("\r\nContent-Type: text/xml\r\n"));
    QVERIFY(sent.contains("\r\nContent-Length: 7\r\n"));
    QVERIFY(sent.contains("\r\nUser-Agent: Ponte/"));
    QVERIFY(!sent.contains("Authorization"));
    QVERIFY(sent.endsWith("\r\n\r\n<sale/>"));
}

void ClientTest::sendsAnEmptyBody()
{
    RawServer server(RawServer::always(RawServer::answer(200, {})));
    Client client;
    for (const char *method : {"POST", "PUT", "DELETE", "GET", "HEAD", "PATCH"}) {
        const Result<Response> result = client.send({.method = method, .url = server.url()});
        QVERIFY2(result, wordsOf(result).constData());
        const QByteArray sent = server.requests().last();
        QVERIFY(sent.startsWith(method));
        QCOMPARE(sent.contains("Content-Length: 0\r\n"), method != QByteArray("GET") && method != QByteArray("HEAD"));
    }
    QCOMPARE(server.requests().size(), 6);
}

void ClientTest::sendsALongBody()
{
    QByteArray body(20'000'000, 'x');
    for (qsizetype i = 0; i < body.size(); i += 1000)
        body[i] = char('a' + i / 1000 % 26);
    RawServer server(RawServer::always(RawServer::answer(200, {})));
    Client client;
    const Result<Response> result = client.send(post(server.url(), body));
    QVERIFY2(result, wordsOf(result).constData());
    QVERIFY(server.requests().value(0).endsWith(body));
}

void ClientTest::limitsTheWholeCall()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &, int) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        auto *timer = new QTimer(&socket);
        connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        timer->start(100);
    });
    Client client;
    Request request = post(server.url());
    request.deadline = std::chrono::milliseconds(700);
    QElapsedTimer clock;
    clock.start();
    const Result<Response> result = client.send(request);
    QVERIFY2(!result && result.error().code == ErrorCode::OutcomeUnknown, wordsOf(result).constData());
    QVERIFY2(clock.elapsed() >= 690 && clock.elapsed() < 1500, QByteArray::number(clock.elapsed()).constData());
    QVERIFY(result.error().message.contains(server.url().authority()));
    QTRY_COMPARE(server.farewells(), 1);
    QCOMPARE(server.requests().size(), 1);
}

void ClientTest::saysWhetherAnythingWasSentInTime()
{
    // A full queue of connections: the system drops the next attempts, as a firewall does.
    QTcpServer full;
    full.setListenBacklogSize(0);
    QVERIFY(full.listen(QHostAddress(QHostAddress::LocalHost)));
    full.pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> crowd;
    for (int i = 0; i < 4; ++i) {
        crowd.push_back(std::make_unique<QTcpSocket>());
        crowd.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), full.serverPort());
        (void)crowd.back()->waitForConnected(100);
    }
    Client client;
    Request request = post(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(full.serverPort())));
    request.deadline = std::chrono::milliseconds(300);
    const Result<Response> unsent = client.send(request);
    QVERIFY2(!unsent && unsent.error().code == ErrorCode::TimedOut, wordsOf(unsent).constData());

    RawServer silent([](QTcpSocket &, const QByteArray &, int) {});
    request.url = silent.url();
    std::chrono::milliseconds took {0};
    request.took = &took;
    const Result<Response> sent = client.send(request);
    QVERIFY2(!sent && sent.error().code == ErrorCode::OutcomeUnknown, wordsOf(sent).constData());
    QVERIFY(took >= request.deadline - std::chrono::milliseconds(20));
}

void ClientTest::isCancelledFromAnotherThread()
{
    RawServer server([](QTcpSocket &, const QByteArray &, int) {});
    for (int i = 1; i <= 20; ++i) {
        Client client;
        CancelToken cancel;
        std::thread canceller([&server, cancel, i]() mutable {
            while (server.requests().size() < i)
                std::this_thread::yield();
            cancel.cancel();
        });
        QElapsedTimer clock;
        clock.start();
        const Result<Response> result = client.send(post(server.url()), cancel);
        canceller.join();
        QVERIFY2(!result && result.error().code == ErrorCode::OutcomeUnknown, wordsOf(result).constData());
        QVERIFY(clock.elapsed() < 5000);
    }
    QCOMPARE(server.requests().size(), 20);
}

void ClientTest::isCancelledBefore()
{
    RawServer server(closeAfterReading);
    CancelToken cancel;
    cancel.cancel();
    const Result<Response> result = Client().send(post(server.url()), cancel);
    QVERIFY2(!result && result.error().code == ErrorCode::Cancelled, wordsOf(result).constData());
    QCOMPARE(server.connections(), 0);
}

void ClientTest::isUnreachable_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("named"); ///< in the message
    QTcpServer gone;
    gone.listen(QHostAddress(QHostAddress::LocalHost));
    const quint16 port = gone.serverPort();
    gone.close();
    QTest::newRow("port") << QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port))
                          << QStringLiteral("127.0.0.1:%1").arg(port);
    QTest::newRow("name") << QUrl(QStringLiteral("http://nowhere.invalid/")) << QStringLiteral("nowhere.invalid:80");
    QTest::newRow("scheme") << QUrl(QStringLiteral("ftp://127.0.0.1/")) << QStringLiteral("ftp://127.0.0.1/");
    QTest::newRow("file") << QUrl(QStringLiteral("file:///etc/passwd")) << QStringLiteral("http://");
    QTest::newRow("empty") << QUrl() << QStringLiteral("http://");
}

void ClientTest::isUnreachable()
{
    QFETCH(QUrl, url);
    QFETCH(QString, named);
    Client client;
    for (const Request &request : {post(url), Request {.url = url}}) {
        const Result<Response> result = client.send(request);
        QVERIFY2(!result && result.error().code == ErrorCode::Unreachable, wordsOf(result).constData());
        QVERIFY2(result.error().message.contains(named), wordsOf(result).constData());
    }
}

void ClientTest::isUnreachableWithoutTls()
{
    const auto sendTo = [](const RawServer &server, const QByteArray &method, const QByteArray &body) {
        QUrl url = server.url();
        url.setScheme(QStringLiteral("https"));
        return Client().send({.method = method, .url = url, .body = body, .deadline = std::chrono::seconds(5)});
    };
    const RawServer babbling(closeAfterReading,
                             [](QTcpSocket &socket, int) { socket.write("no TLS here, sorry\r\n"); });
    const RawServer closing(closeAfterReading, [](QTcpSocket &socket, int) { socket.disconnectFromHost(); });
    for (const RawServer *server : {&babbling, &closing}) {
        for (const QByteArray &method : {QByteArray("POST"), QByteArray("GET")}) {
            const Result<Response> result = sendTo(*server, method, method == "POST" ? "<sale/>" : "");
            QVERIFY2(!result && result.error().code == ErrorCode::Unreachable, wordsOf(result).constData());
        }
        QVERIFY(server->requests().isEmpty());
    }
}

void ClientTest::refusesForgedHeaders()
{
    RawServer server(RawServer::always(RawServer::answer(200, "x")));
    Client client;
    for (const Headers &headers : {Headers {{"X", "a\r\nY: b"}}, Headers {{"X Y", "a"}}, Headers {{"", "a"}}}) {
        Request request = post(server.url());
        request.headers = headers;
        const Result<Response> result = client.send(request);
        QVERIFY2(!result && result.error().code == ErrorCode::Internal, wordsOf(result).constData());
    }
    QVERIFY(!client.send({.method = "GET / HTTP/1.1\r\nX:", .url = server.url()}));
    QCOMPARE(server.connections(), 0);
}

void ClientTest::usesNoProxy()
{
    RawServer proxy(closeAfterReading);
    RawServer server(RawServer::always(RawServer::answer(200, "x")));
    qputenv("http_proxy", proxy.url().toEncoded());
    const auto restore = qScopeGuard([] { qunsetenv("http_proxy"); });
    QVERIFY(Client().send(post(server.url())));
    QCOMPARE(proxy.connections(), 0);
}

void ClientTest::canBeForbidden()
{
    RawServer server(RawServer::always(RawServer::answer(200, "x")));
    std::thread([] { forbidHere(); }).join();
    QVERIFY(Client().send(post(server.url())));

    const Ended ended = callElsewhere(server.url(), {{QStringLiteral("PONTE_TEST_FORBIDS"), QStringLiteral("1")}});
    QVERIFY2(!ended.well && ended.output.contains("the thread that must not block"), ended.output.constData());
    QCOMPARE(server.requests().size(), 1);
}

void ClientTest::passesItsCrashPoints()
{
    RawServer server(RawServer::always(RawServer::answer(200, "x")));
    const auto callWith = [&server](const QString &point) {
        return callElsewhere(server.url(), {{QStringLiteral("PONTE_CRASH_AT"), point}});
    };
    QVERIFY(callWith(QStringLiteral("call.other.before")).well);
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(!callWith(QStringLiteral("call.test.call.before")).well);
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(!callWith(QStringLiteral("call.test.call.after")).well);
    QCOMPARE(server.requests().size(), 2);
}

void ClientTest::encodesCredentials()
{
    QCOMPARE(basicAuthorization(QStringLiteral("Aladdin"), QStringLiteral("open sesame")),
             "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    const QString word = QString::fromUtf8("ção");
    QCOMPARE(basicAuthorization(QStringLiteral("u"), word), "Basic " + QByteArray("u:\xC3\xA7\xC3\xA3o").toBase64());
    QCOMPARE(basicAuthorization(QStringLiteral("u"), word, true), "Basic " + QByteArray("u:\xE7\xE3o").toBase64());
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("PONTE_TEST_URL"))
        return callHere();
    ClientTest test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_client.moc"
