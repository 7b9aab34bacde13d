// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/parameters/requestdesk.h"
#include "tests/core/parameters/desk.h"

#include <QTest>

#include <future>

using namespace ponte;
using namespace ponte::parameters;
using namespace Qt::StringLiterals;
using State = RequestAnswer::State;

namespace {

const security::Actor ana = security::Actor::role(u"ana"_s);

/// A desk that asks, and the other side of the table.
struct Counter {
    explicit Counter(const QString &backend, const RequestDesk::Patience &patience = {})
        : desk(backend)
        , requests(desk.fresh.database(), desk.clock, desk.box)
        , asking(desk.fresh.database(), desk.clock, desk.box, patience)
    {}
    std::future<Result<QList<CheckLine>>> test(const CancelToken &cancel = {})
    {
        auto promise = std::make_shared<std::promise<Result<QList<CheckLine>>>>();
        asking.test(
            ana, {.name = u"rm"_s, .secret = u"segredo"_s}, cancel,
            [this](const CheckLine &line) {
                const std::lock_guard lock(mutex);
                told.append(line.check);
            },
            [promise](const Result<QList<CheckLine>> &lines) { promise->set_value(lines); });
        return promise->get_future();
    }
    [[nodiscard]] QStringList heard()
    {
        const std::lock_guard lock(mutex);
        return told;
    }
    std::optional<Request> take()
    {
        std::optional<Request> taken;
        const bool isThere = QTest::qWaitFor(
            [&] {
                taken = requests.take(std::chrono::seconds(60)).value();
                return taken.has_value();
            },
            10'000);
        return isThere ? taken : std::nullopt;
    }

    Desk desk;
    Requests requests;
    std::mutex mutex;
    QStringList told;
    RequestDesk asking;
};

} // namespace

class TestRequests final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void linesArriveAsTheyEnd()
    {
        QFETCH_GLOBAL(QString, backend);
        Counter counter(backend);
        auto answer = counter.test();
        const std::optional<Request> request = counter.take();
        QVERIFY(request);
        QCOMPARE(request->kind, u"test"_s);
        QCOMPARE(request->askedBy, u"ana"_s);
        QCOMPARE(request->wish.value(u"secret"_s).toString(), u"segredo"_s);
        QVERIFY(!counter.requests.take(std::chrono::seconds(60)).value());
        RequestAnswer coming {State::Running, {{u"name"_s, u"passed"_s, u"é 10.0.0.1"_s}}};
        QVERIFY(counter.requests.tell(request->id, coming));
        QTRY_COMPARE(counter.heard(), QStringList({u"name"_s}));
        coming.lines.append({u"address"_s, u"failed"_s, u"nobody"_s});
        coming.state = State::Done;
        QVERIFY(counter.requests.end(request->id, coming));
        const Result<QList<CheckLine>> lines = answer.get();
        QVERIFY(lines);
        QCOMPARE(lines->size(), 2);
        QCOMPARE(lines->first().message, u"é 10.0.0.1"_s);
        QCOMPARE(counter.heard(), QStringList({u"name"_s, u"address"_s}));
    }

    void anErrorKeepsItsCode()
    {
        QFETCH_GLOBAL(QString, backend);
        Counter counter(backend);
        std::promise<Result<int>> rows;
        counter.asking.refresh(ana, u"users"_s, {}, {}, [&](const Result<int> &answer) { rows.set_value(answer); });
        const std::optional<Request> request = counter.take();
        QVERIFY(request);
        RequestAnswer answer {State::Done};
        answer.error = Error {ErrorCode::Rule, u"RM is not set up."_s};
        QVERIFY(counter.requests.end(request->id, answer));
        const Result<int> refused = rows.get_future().get();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Rule);
        QCOMPARE(refused.error().message, u"RM is not set up."_s);
    }

    void nobodyTakesIt()
    {
        QFETCH_GLOBAL(QString, backend);
        Counter counter(backend, {.untilTaken = std::chrono::milliseconds(1)});
        const Result<QList<CheckLine>> answer = counter.test().get();
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::TimedOut);
        QVERIFY2(answer.error().message.contains(u"ponte-agent serve"_s), qPrintable(answer.error().message));
        // A worker that comes later does not call for nobody.
        QTRY_COMPARE(counter.desk.fresh.number(u"SELECT count(*) FROM request WHERE state = 'cancelled'"_s), 1);
        QVERIFY(!counter.requests.take(std::chrono::seconds(60)).value());
    }

    void whoTookItStaysSilent()
    {
        QFETCH_GLOBAL(QString, backend);
        Counter counter(backend, {.untilTested = std::chrono::milliseconds(1)});
        // Taken before the first look, because only then the shorter patience counts.
        const Result<qint64> id = counter.requests.ask(u"test"_s, {}, u"ana"_s);
        QVERIFY(counter.take());
        auto answer = counter.test();
        while (answer.wait_for(std::chrono::milliseconds(5)) != std::future_status::ready)
            (void)counter.requests.take(std::chrono::seconds(60));
        const Result<QList<CheckLine>> silent = answer.get();
        QVERIFY(!silent);
        QCOMPARE(silent.error().code, ErrorCode::TimedOut);
        QVERIFY(id);
    }

    void aCancelShowsAtOnce()
    {
        QFETCH_GLOBAL(QString, backend);
        Counter counter(backend);
        CancelToken cancel;
        auto answer = counter.test(cancel);
        const std::optional<Request> request = counter.take();
        QVERIFY(request);
        cancel.cancel();
        QCOMPARE(answer.get().error().code, ErrorCode::Cancelled);
        QTRY_COMPARE(int(counter.requests.answer(request->id).value()->state), int(State::Cancelled));
    }

    void whoMayNotIsRefusedBeforeAnythingIsWritten()
    {
        QFETCH_GLOBAL(QString, backend);
        Counter counter(backend);
        std::promise<Result<QList<CheckLine>>> answer;
        const auto nobody = security::Actor::person(u"eva"_s, {{security::Action::ViewParameters}});
        counter.asking.test(nobody, {.name = u"rm"_s}, {}, {},
                            [&](const Result<QList<CheckLine>> &lines) { answer.set_value(lines); });
        QCOMPARE(answer.get_future().get().error().code, ErrorCode::Permission);
        QCOMPARE(counter.desk.fresh.number(u"SELECT count(*) FROM request"_s), 0);
    }

    void whatIsOldIsForgotten()
    {
        QFETCH_GLOBAL(QString, backend);
        Counter counter(backend);
        QVERIFY(counter.requests.ask(u"refresh"_s, {}, u"ana"_s));
        counter.desk.clock.advance(std::chrono::minutes(2));
        QVERIFY(!counter.requests.take(std::chrono::seconds(60)).value());
        counter.desk.clock.advance(std::chrono::hours(25));
        QVERIFY(counter.requests.ask(u"refresh"_s, {}, u"ana"_s));
        QCOMPARE(counter.desk.fresh.number(u"SELECT count(*) FROM request"_s), 1);
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
