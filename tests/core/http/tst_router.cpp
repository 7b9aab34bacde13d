// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/router.h"
#include "rawclient.h"

#include <QTest>

using namespace ponte;
using namespace ponte::http;
using namespace ponte::http::test;

namespace {

/// Answers with its own name and the values that it got.
Server::Handler named(const QByteArray &name)
{
    return [name](const ServerRequest &request, const Responder &responder) {
        QByteArray body = name;
        for (const QString &key : {QStringLiteral("id"), QStringLiteral("part")}) {
            if (request.pathValues.contains(key))
                body += ' ' + key.toUtf8() + '=' + request.pathValues.value(key).toUtf8();
        }
        responder.respond({.body = body});
    };
}

} // namespace

class RouterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void usesTheErrorBody();
    void listsRoutes();

private:
    [[nodiscard]] QByteArray ask(const QByteArray &method, const QByteArray &target) const;

    Router m_router;
    Server m_server;
};

void RouterTest::initTestCase()
{
    m_router.add("GET", QStringLiteral("/"), named("root"));
    m_router.add("GET", QStringLiteral("/sale/{id}"), named("read"));
    m_router.add("POST", QStringLiteral("/sale/insert"), named("insert"));
    m_router.add("PUT", QStringLiteral("/sale/{id}/{part}"), named("change"));
    m_router.add("GET", QStringLiteral("/order/{id}"), named("any"));
    m_router.add("GET", QStringLiteral("/order/last"), named("last"));
    m_router.add("HEAD", QStringLiteral("/own"), [](const ServerRequest &, const Responder &responder) {
        responder.respond({.headers = {{"X-Own", "yes"}}});
    });
    m_router.add("GET", QStringLiteral("/own"), named("own"));
    const auto handler = [this](ServerRequest request, Responder responder) {
        m_router.dispatch(std::move(request), std::move(responder));
    };
    QVERIFY(m_server.listen(QHostAddress(QHostAddress::LocalHost), 0, handler, {}).has_value());
}

QByteArray RouterTest::ask(const QByteArray &method, const QByteArray &target) const
{
    RawClient client(m_server.port());
    client.send(method + ' ' + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
    return client.receive(method != "HEAD");
}

void RouterTest::finds_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("part"); ///< of the answer
    const QByteArray none;
    QTest::newRow("root") << QByteArray("GET") << QByteArray("/") << 200 << QByteArray("\r\n\r\nroot");
    QTest::newRow("value") << QByteArray("GET") << QByteArray("/sale/LC-1?x=/y") << 200
                           << QByteArray("\r\n\r\nread id=LC-1");
    QTest::newRow("two values") << QByteArray("PUT") << QByteArray("/sale/1/2") << 200
                                << QByteArray("\r\n\r\nchange id=1 part=2");
    QTest::newRow("literal") << QByteArray("POST") << QByteArray("/sale/insert") << 200 << QByteArray("\r\n\r\ninsert");
    QTest::newRow("literal before value")
        << QByteArray("GET") << QByteArray("/order/last") << 200 << QByteArray("\r\n\r\nlast");
    QTest::newRow("encoded") << QByteArray("GET") << QByteArray("/s%61le/%C3%A7%20") << 200
                             << QByteArray("\r\n\r\nread id=\xC3\xA7 ");
    QTest::newRow("encoded slash") << QByteArray("GET") << QByteArray("/sale/a%2Fb") << 200
                                   << QByteArray("\r\n\r\nread id=a/b");
    QTest::newRow("trailing slash") << QByteArray("GET") << QByteArray("/sale/1/") << 200
                                    << QByteArray("\r\n\r\nread id=1");
    QTest::newRow("head by get") << QByteArray("HEAD") << QByteArray("/sale/1") << 200
                                 << QByteArray("Content-Length: 9\r\n");
    QTest::newRow("head by itself") << QByteArray("HEAD") << QByteArray("/own") << 200 << QByteArray("X-Own: yes\r\n");
    QTest::newRow("get beside head") << QByteArray("GET") << QByteArray("/own") << 200 << QByteArray("\r\n\r\nown");
    QTest::newRow("unknown") << QByteArray("GET") << QByteArray("/nowhere") << 404 << QByteArray("{\"code\":404,");
    QTest::newRow("empty value") << QByteArray("GET") << QByteArray("/sale/") << 404 << none;
    QTest::newRow("longer") << QByteArray("GET") << QByteArray("/sale/1/2/3") << 404 << none;
    QTest::newRow("case") << QByteArray("GET") << QByteArray("/Sale/1") << 404 << none;
    QTest::newRow("method") << QByteArray("DELETE") << QByteArray("/sale/1") << 405
                            << QByteArray("Allow: GET, HEAD\r\n");
    QTest::newRow("methods") << QByteArray("DELETE") << QByteArray("/sale/insert") << 405
                             << QByteArray("Allow: GET, POST, HEAD\r\n");
    QTest::newRow("options") << QByteArray("OPTIONS") << QByteArray("/sale/1/2") << 405 << QByteArray("Allow: PUT\r\n");
}

void RouterTest::finds()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, part);
    const QByteArray answer = ask(method, target);
    QVERIFY2(answer.startsWith(QByteArray("HTTP/1.1 " + QByteArray::number(status))), answer.constData());
    QVERIFY2(answer.contains(part), answer.constData());
}

void RouterTest::usesTheErrorBody()
{
    m_router.setErrorBody([](int status, const QString &message) -> QByteArray {
        return QByteArray::number(status) + (message.isEmpty() ? " without" : " with") + " message";
    });
    QVERIFY(ask("GET", "/nowhere").endsWith("404 with message"));
    QVERIFY(ask("DELETE", "/").endsWith("405 with message"));
}

void RouterTest::listsRoutes()
{
    const QStringList routes = m_router.routes();
    QCOMPARE(routes.size(), 8);
    QCOMPARE(routes.value(1), QStringLiteral("GET /sale/{id}"));
}

QTEST_GUILESS_MAIN(RouterTest)
#include "tst_router.moc"
