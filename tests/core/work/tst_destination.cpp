// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/http/server.h"
#include "core/work/destination.h"
#include "tests/core/rm/scriptedpeer.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <deque>
#include <thread>

using namespace ponte;
using namespace ponte::work;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Sender = Destination::Sender;
using Fault = http::ServerResponse::Fault;

/// A server that holds every request until the test lets it go.
class Gate
{
public:
    Gate()
    {
        const auto listening = m_server.listen(QHostAddress::LocalHost, 0,
                                               [this](const http::ServerRequest &, const http::Responder &responder) {
                                                   const std::lock_guard lock(m_mutex);
                                                   m_held.push_back(responder);
                                                   m_most = std::max(m_most, int(m_held.size()));
                                               },
                                               {});
        if (!listening)
            qFatal("%s", qPrintable(listening.error().message));
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/"_s.arg(m_server.port())); }
    [[nodiscard]] int held() const
    {
        const std::lock_guard lock(m_mutex);
        return int(m_held.size());
    }
    [[nodiscard]] int most() const
    {
        const std::lock_guard lock(m_mutex);
        return m_most;
    }
    void letOneGo(int status = 200)
    {
        const std::lock_guard lock(m_mutex);
        if (m_held.empty())
            return;
        m_held.front().respond({.status = status});
        m_held.pop_front();
    }

private:
    mutable std::mutex m_mutex;
    std::deque<http::Responder> m_held;
    int m_most = 0;
    http::Server m_server;
};

/// Calls from threads of their own, each with its own connections.
class Callers
{
public:
    Callers(Destination &destination, const QUrl &url, int count, const CancelToken &cancel = {})
        : m_cancel(cancel)
    {
        for (int i = 0; i < count; ++i) {
            m_threads.emplace_back([this, &destination, url, cancel] {
                http::Client client;
                const auto sent = Sender(destination, client, 0).send({.url = url}, cancel);
                const std::lock_guard lock(m_mutex);
                m_results.append(sent ? QString::number(sent->status) : sent.error().message);
            });
        }
    }
    ~Callers()
    {
        // A test that failed leaves calls at a gate that nobody opens any more.
        m_cancel.cancel();
        for (std::thread &thread : m_threads)
            thread.join();
    }
    [[nodiscard]] QStringList results() const
    {
        const std::lock_guard lock(m_mutex);
        return m_results;
    }

private:
    mutable std::mutex m_mutex;
    QStringList m_results;
    CancelToken m_cancel;
    std::vector<std::thread> m_threads;
};

struct World {
    explicit World(const QString &backend)
        : fresh(backend)
        , erp(fresh.database(), clock, u"ERP"_s, 8)
    {
        erp.configure(1, 8);
    }

    Result<http::Response> send(Destination &destination, int flags = 0)
    {
        return Sender(destination, client, flags).send({.url = peer.url()});
    }
    void answer(int status) { peer.answerWith({http::ServerResponse {.status = status}}); }
    void dropAll() { peer.answerWith({http::ServerResponse {.fault = Fault::CloseWithoutAnswer}}); }
    /// A GET that is dropped may be repeated by Qt, so what counts is whether anything arrived.
    bool arrived(Destination &destination, int flags = 0)
    {
        const qsizetype before = peer.requests().size();
        static_cast<void>(send(destination, flags));
        return peer.requests().size() > before;
    }

    test::TestDatabase fresh;
    test::ManualClock clock;
    Destination erp;
    http::Client client;
    ScriptedPeer peer;
};

} // namespace

class TestDestination final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void limitsCallsInFlight();
    void triesNewCredentialsAlone();
    void aHangingOldCallKeepsNobodyWaiting();
    void wrongCredentialsGoOutOnce();
    void waitingCanBeCancelled();
    void stopsAtA401();
    void anotherProgramsStopIsNoticed();
    void a403StopsWhereItMeansCredentials();
    void whatOldCredentialsMetDoesNotCount();
    void pausesAfterFiveFailures();
    void aProbePasses();
    void onlyOneCallFollowsAPause();
    void pausesGrow();
    void anyAnswerResets();
    void aRefusedConnectionIsAFailure();
    void whatIsGivenUpIsNoFailure();
    void aCutAnswerIsAnAnswer();
};

void TestDestination::limitsCallsInFlight()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    world.answer(200);
    QVERIFY(world.send(world.erp));
    world.erp.configure(1, 2);
    Gate gate;
    const Callers callers(world.erp, gate.url(), 6);
    for (int left = 6; left > 0; --left) {
        QTRY_COMPARE(gate.held(), std::min(left, 2));
        gate.letOneGo();
    }
    QTRY_COMPARE(callers.results(), QStringList(6, u"200"_s));
    QCOMPARE(gate.most(), 2);
}

void TestDestination::triesNewCredentialsAlone()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    Gate gate;
    const Callers callers(world.erp, gate.url(), 3);
    QTRY_COMPARE(gate.held(), 1);
    // Health says nothing good of these credentials, so the others wait; a fourth, cancelled, shows that they were
    // heard.
    CancelToken cancel;
    const Callers fourth(world.erp, gate.url(), 1, cancel);
    cancel.cancel();
    QTRY_COMPARE(fourth.results().size(), 1);
    QCOMPARE(gate.most(), 1);
    gate.letOneGo();
    QTRY_COMPARE(gate.held(), 2);
    gate.letOneGo();
    gate.letOneGo();
    QTRY_COMPARE(callers.results(), QStringList(3, u"200"_s));
    // Another program learns it from the database.
    Destination other(world.fresh.database(), world.clock, u"ERP"_s, 8);
    other.configure(1, 8);
    const Callers more(other, gate.url(), 3);
    QTRY_COMPARE(gate.held(), 3);
    for (int i = 0; i < 3; ++i)
        gate.letOneGo();
    QTRY_COMPARE(more.results().size(), 3);
}

void TestDestination::aHangingOldCallKeepsNobodyWaiting()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    Gate gate;
    const Callers old(world.erp, gate.url(), 1);
    QTRY_COMPARE(gate.held(), 1);
    world.erp.configure(2, 8);
    const Callers corrected(world.erp, gate.url(), 2);
    QTRY_COMPARE(gate.held(), 2);
    // The corrected ones are tried alone too.
    CancelToken cancel;
    const Callers heard(world.erp, gate.url(), 1, cancel);
    cancel.cancel();
    QTRY_COMPARE(heard.results().size(), 1);
    QCOMPARE(gate.most(), 2);
    for (int i = 0; i < 3; ++i) {
        QTRY_VERIFY(gate.held() > 0);
        gate.letOneGo();
    }
    QTRY_COMPARE(old.results() + corrected.results(), QStringList(3, u"200"_s));
}

void TestDestination::wrongCredentialsGoOutOnce()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    Gate gate;
    const Callers callers(world.erp, gate.url(), 4);
    QTRY_COMPARE(gate.held(), 1);
    gate.letOneGo(401);
    // RM locks its user after six of them, so those that waited must not try the same.
    QTRY_COMPARE(callers.results().size() + gate.held(), 4);
    QCOMPARE(callers.results().size(), 4);
    QCOMPARE(callers.results().count(u"401"_s), 1);
}

void TestDestination::waitingCanBeCancelled()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    Gate gate;
    const Callers first(world.erp, gate.url(), 1);
    QTRY_COMPARE(gate.held(), 1);
    CancelToken cancel;
    const Callers second(world.erp, gate.url(), 1, cancel);
    cancel.cancel();
    QTRY_COMPARE(second.results().size(), 1);
    QVERIFY(second.results().first() != u"200"_s);
    QCOMPARE(gate.most(), 1);
    gate.letOneGo();
}

void TestDestination::stopsAtA401()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    world.answer(401);
    const auto refused = world.send(world.erp);
    QVERIFY(refused);
    QCOMPARE(refused->status, 401);
    world.answer(200);
    for (const int flags : {0, int(Sender::Probe)}) {
        const auto stopped = world.send(world.erp, flags);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Unauthorized);
    }
    // For every program that shares the database.
    Destination other(world.fresh.database(), world.clock, u"ERP"_s, 8);
    other.configure(1, 8);
    QCOMPARE(world.send(other).error().code, ErrorCode::Unauthorized);
    world.clock.advance(24h);
    QCOMPARE(world.send(other).error().code, ErrorCode::Unauthorized);
    QCOMPARE(world.peer.requests().size(), 1);
    // Another destination is another matter.
    Destination rm(world.fresh.database(), world.clock, u"RM"_s, 4);
    rm.configure(1, 4);
    QVERIFY(world.send(rm));
    other.configure(2, 8);
    QVERIFY(world.send(other));
    world.erp.configure(2, 8);
    QVERIFY(world.send(world.erp));
    QCOMPARE(world.peer.requests().size(), 4);
}

void TestDestination::anotherProgramsStopIsNoticed()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    world.answer(200);
    for (int i = 0; i < 3; ++i)
        QVERIFY(world.send(world.erp));
    Destination other(world.fresh.database(), world.clock, u"ERP"_s, 8);
    other.configure(1, 8);
    world.answer(401);
    QCOMPARE(world.send(other)->status, 401);
    // What this program still sends meanwhile is answered, so that only the other one's word can stop it.
    world.answer(200);
    QTRY_VERIFY(!world.send(world.erp));
    QCOMPARE(world.send(world.erp).error().code, ErrorCode::Unauthorized);
}

void TestDestination::a403StopsWhereItMeansCredentials()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    world.answer(403);
    QVERIFY(world.send(world.erp));
    QVERIFY(world.send(world.erp, Sender::StopOn403));
    QCOMPARE(world.send(world.erp).error().code, ErrorCode::Unauthorized);
    QCOMPARE(world.peer.requests().size(), 2);
}

void TestDestination::whatOldCredentialsMetDoesNotCount()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    world.answer(401);
    Sender old(world.erp, world.client, 0);
    // A person corrects them while a worker still holds the old ones.
    world.erp.configure(2, 8);
    QCOMPARE(old.send({.url = world.peer.url()})->status, 401);
    world.answer(200);
    QVERIFY(world.send(world.erp));
    QCOMPARE(world.fresh.number(u"SELECT stopped FROM destination_health WHERE destination = 'ERP'"_s), 0);
}

void TestDestination::pausesAfterFiveFailures()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    world.dropAll();
    for (int i = 0; i < 5; ++i)
        QVERIFY2(world.arrived(world.erp), qPrintable(QString::number(i)));
    Destination other(world.fresh.database(), world.clock, u"ERP"_s, 8);
    other.configure(1, 8);
    const qsizetype before = world.peer.requests().size();
    for (Destination *destination : {&world.erp, &other}) {
        const auto paused = world.send(*destination);
        QVERIFY(!paused);
        QCOMPARE(paused.error().code, ErrorCode::Unreachable);
        // By this the gateways know that nothing was sent, and keep the message.
        QCOMPARE(paused.error().field, u"paused"_s);
        QVERIFY(paused.error().message.contains(u"em pausa"_s));
    }
    QCOMPARE(world.peer.requests().size(), before);
    world.answer(200);
    world.clock.advance(15s);
    QVERIFY(world.send(other));
    QVERIFY(world.send(world.erp));
    QCOMPARE(world.fresh.number(u"SELECT failures FROM destination_health"_s), 0);
}

void TestDestination::aProbePasses()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    world.dropAll();
    for (int i = 0; i < 5; ++i)
        QVERIFY(world.arrived(world.erp));
    QVERIFY(!world.arrived(world.erp));
    QVERIFY(world.arrived(world.erp, Sender::Probe));
    QVERIFY(!world.arrived(world.erp));
    world.answer(503);
    QVERIFY(world.arrived(world.erp, Sender::Probe));
    QVERIFY(world.arrived(world.erp));
}

void TestDestination::onlyOneCallFollowsAPause()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    world.answer(200);
    QVERIFY(world.send(world.erp));
    world.dropAll();
    for (int i = 0; i < 5; ++i)
        QVERIFY(world.arrived(world.erp));
    world.clock.advance(15s);
    Gate gate;
    const Callers callers(world.erp, gate.url(), 3);
    QTRY_COMPARE(gate.held(), 1);
    CancelToken cancel;
    const Callers fourth(world.erp, gate.url(), 1, cancel);
    cancel.cancel();
    QTRY_COMPARE(fourth.results().size(), 1);
    QCOMPARE(gate.most(), 1);
    gate.letOneGo();
    QTRY_COMPARE(gate.held(), 2);
    gate.letOneGo();
    gate.letOneGo();
    QTRY_COMPARE(callers.results(), QStringList(3, u"200"_s));
}

void TestDestination::pausesGrow()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    world.dropAll();
    for (int i = 0; i < 4; ++i)
        QVERIFY(world.arrived(world.erp));
    for (const int seconds : {15, 30, 60, 120, 240, 300, 300}) {
        QVERIFY(world.arrived(world.erp));
        QCOMPARE(world.fresh.number(u"SELECT paused_until FROM destination_health"_s),
                 world.clock.now().addSecs(seconds).toMSecsSinceEpoch());
        world.clock.advance(std::chrono::milliseconds(seconds * 1000 - 1));
        QVERIFY(!world.arrived(world.erp));
        world.clock.advance(1ms);
    }
}

void TestDestination::anyAnswerResets()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    for (int round = 0; round < 2; ++round) {
        world.dropAll();
        for (int i = 0; i < 4; ++i)
            QVERIFY(world.arrived(world.erp));
        world.answer(500);
        QVERIFY(world.send(world.erp));
    }
    QCOMPARE(world.fresh.number(u"SELECT failures FROM destination_health"_s), 0);
    QVERIFY(world.arrived(world.erp));
}

void TestDestination::aRefusedConnectionIsAFailure()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    QUrl closed;
    {
        const ScriptedPeer gone;
        closed = gone.url();
    }
    for (int i = 0; i < 5; ++i) {
        const auto sent = Sender(world.erp, world.client, 0).send({.url = closed});
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, ErrorCode::Unreachable);
        QVERIFY(sent.error().field.isEmpty());
    }
    QCOMPARE(world.send(world.erp).error().field, u"paused"_s);
    // A cancelled call says nothing of the other side.
    CancelToken cancel;
    cancel.cancel();
    world.clock.advance(15s);
    QCOMPARE(Sender(world.erp, world.client, 0).send({.url = closed}, cancel).error().code, ErrorCode::Cancelled);
    QCOMPARE(world.fresh.number(u"SELECT failures FROM destination_health"_s), 5);
}

void TestDestination::whatIsGivenUpIsNoFailure()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    Gate gate;
    for (int i = 1; i <= 6; ++i) {
        CancelToken cancel;
        const Callers callers(world.erp, gate.url(), 1, cancel);
        QTRY_COMPARE(gate.held(), i);
        cancel.cancel();
        QTRY_COMPARE(callers.results().size(), 1);
    }
    QCOMPARE(world.fresh.number(u"SELECT count(*) FROM destination_health WHERE failures > 0"_s), 0);
    world.answer(200);
    QVERIFY(world.send(world.erp));
    for (int i = 0; i < 6; ++i)
        gate.letOneGo();
}

void TestDestination::aCutAnswerIsAnAnswer()
{
    QFETCH_GLOBAL(QString, backend);
    World world(backend);
    const auto cut = [&world] {
        world.peer.answerWith({http::ServerResponse {.body = "0123456789", .fault = Fault::CutInBody}});
        return world.send(world.erp);
    };
    world.dropAll();
    for (int i = 0; i < 4; ++i)
        QVERIFY(world.arrived(world.erp));
    QCOMPARE(world.fresh.number(u"SELECT failures FROM destination_health"_s), 4);
    const auto sent = cut();
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::OutcomeUnknown);
    QCOMPARE(world.fresh.number(u"SELECT failures FROM destination_health"_s), 0);
    // It may have been a 401: nothing is known of the credentials.
    QCOMPARE(world.fresh.number(u"SELECT verified FROM destination_health"_s), 0);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(cut().error().code, ErrorCode::OutcomeUnknown);
    QCOMPARE(world.fresh.number(u"SELECT failures FROM destination_health"_s), 0);
    world.peer.answerWith({http::ServerResponse {.body = QByteArray(4000, 'x')}});
    for (int i = 0; i < 6; ++i)
        QVERIFY(!Sender(world.erp, world.client, 0).send({.url = world.peer.url(), .maximumAnswerBytes = 2000}));
    QCOMPARE(world.fresh.number(u"SELECT failures FROM destination_health"_s), 0);
}

QTEST_GUILESS_MAIN(TestDestination)
#include "tst_destination.moc"
