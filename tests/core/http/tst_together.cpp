// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/client.h"
#include "core/http/server.h"
#include "words.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace ponte;
using namespace ponte::http;
using namespace ponte::http::test;

namespace {

/// A server that counts.
class Stand
{
public:
    explicit Stand(Server::Handler handler)
    {
        const auto counting = [this, handler = std::move(handler)](ServerRequest request, Responder responder) {
            ++m_requests;
            handler(std::move(request), std::move(responder));
        };
        m_works = m_server.listen(QHostAddress(QHostAddress::LocalHost), 0, counting, {}).has_value();
    }
    ~Stand() { m_server.stop(); }
    Stand(const Stand &) = delete;
    Stand &operator=(const Stand &) = delete;

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_works ? m_server.port() : 0));
    }
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] Server &server() { return m_server; }

private:
    std::atomic<int> m_requests = 0;
    Server m_server;
    bool m_works = false;
};

Request post(const QUrl &url, const QByteArray &body = "<sale/>")
{
    return {.method = "POST", .url = url, .body = body};
}

} // namespace

// The door out at the door in.
class TogetherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesManyCallsAtOnce();
    void seesTheFaults_data();
    void seesTheFaults();
    void seesTooLongBodies_data();
    void seesTooLongBodies();
    void seesTheServerStop();
};

void TogetherTest::carriesManyCallsAtOnce()
{
    constexpr int threads = 16;
    constexpr int calls = 60;
    Stand stand([](ServerRequest request, Responder responder) {
        std::thread([body = std::move(request.body), responder = std::move(responder)] {
            responder.respond({.body = body});
        }).detach();
    });
    std::atomic<int> right = 0;
    std::vector<std::thread> peers;
    for (int peer = 0; peer < threads; ++peer) {
        peers.emplace_back([&right, peer, url = stand.url()] {
            Client client;
            for (int i = 0; i < calls; ++i) {
                const QByteArray body(peer * 1000 + i, 'x');
                const Result<Response> result = client.send(post(url, body));
                right += result && result->status == 200 && result->body == body ? 1 : 0;
            }
        });
    }
    for (std::thread &peer : peers)
        peer.join();
    QCOMPARE(right.load(), threads * calls);
    QCOMPARE(stand.requests(), threads * calls);
}

void TogetherTest::seesTheFaults_data()
{
    QTest::addColumn<ServerResponse::Fault>("fault");
    QTest::addColumn<int>("size");
    QTest::newRow("silence") << ServerResponse::Fault::CloseWithoutAnswer << 10;
    QTest::newRow("short cut") << ServerResponse::Fault::CutInBody << 10;
    QTest::newRow("long cut") << ServerResponse::Fault::CutInBody << 1'000'000;
}

void TogetherTest::seesTheFaults()
{
    QFETCH(ServerResponse::Fault, fault);
    QFETCH(int, size);
    Stand stand([fault, size](const ServerRequest &, const Responder &responder) {
        responder.respond({.body = QByteArray(size, 'x'), .fault = fault});
    });
    Client client;
    for (int i = 1; i <= 3; ++i) {
        const Result<Response> result = client.send(post(stand.url()));
        QVERIFY2(!result && result.error().code == ErrorCode::OutcomeUnknown, wordsOf(result).constData());
        QCOMPARE(stand.requests(), i);
    }
}

void TogetherTest::seesTooLongBodies_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("certain");
    QTest::newRow("drained") << 2'000'000 << true;
    QTest::newRow("drained to the limit") << 8 * 1024 * 1024 << true;
    // Where the server does not read on, the reset may come before the answer is read.
    QTest::newRow("not drained") << 20'000'000 << false;
}

void TogetherTest::seesTooLongBodies()
{
    QFETCH(int, size);
    QFETCH(bool, certain);
    Stand stand([](const ServerRequest &, const Responder &responder) { responder.respond({}); });
    Client client;
    const Result<Response> result = client.send(post(stand.url(), QByteArray(size, 'x')));
    const bool isRefused = result && result->status == 413;
    const bool isUnknown = !result && result.error().code == ErrorCode::OutcomeUnknown;
    QVERIFY2(isRefused || (isUnknown && !certain), wordsOf(result).constData());
    QCOMPARE(stand.requests(), 0);
    QVERIFY(client.send(post(stand.url())));
}

void TogetherTest::seesTheServerStop()
{
    std::vector<Responder> kept;
    Stand stand([&kept](const ServerRequest &, const Responder &responder) { kept.push_back(responder); });
    std::thread stopping([&stand] {
        while (stand.requests() == 0)
            std::this_thread::yield();
        stand.server().stop();
    });
    Client client;
    const QUrl url = stand.url();
    const Result<Response> last = client.send(post(url));
    stopping.join();
    QVERIFY2(last && last->status == 503, wordsOf(last).constData());
    const Result<Response> after = client.send(post(url));
    QVERIFY2(!after && after.error().code == ErrorCode::Unreachable, wordsOf(after).constData());
}

QTEST_GUILESS_MAIN(TogetherTest)
#include "tst_together.moc"
