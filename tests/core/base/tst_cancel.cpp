// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/cancel.h"

#include <QTest>

#include <atomic>
#include <latch>
#include <optional>
#include <semaphore>
#include <thread>
#include <vector>

using ponte::CancelToken;

class TestCancel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testStartsUncancelled();
    void testCopiesShareOneState();
    void testCallbackRunsOnceInTheCancellingThread();
    void testLateRegistrationRunsAtOnce();
    void testDroppedRegistrationIsNotCalled();
    void testMovedRegistrationIsCalledOnce();
    void testAssignmentReleasesTheFormerRegistration();
    void testRegistrationOutlivesTheToken();
    void testCallbackMayReleaseItself();
    void testReleaseWaitsForARunningCallback();
    void testManyThreadsCallEachCallbackOnce();
};

void TestCancel::testStartsUncancelled()
{
    const CancelToken token;
    QVERIFY(!token.isCancelled());
}

void TestCancel::testCopiesShareOneState()
{
    CancelToken token;
    const CancelToken copy = token;
    token.cancel();
    QVERIFY(copy.isCancelled());
    QVERIFY(!CancelToken().isCancelled());
}

void TestCancel::testCallbackRunsOnceInTheCancellingThread()
{
    CancelToken token;
    int calls = 0;
    std::thread::id caller;
    const auto registration = token.onCancel([&] {
        ++calls;
        caller = std::this_thread::get_id();
    });
    QCOMPARE(calls, 0);
    std::thread::id canceller;
    std::thread thread([&] {
        canceller = std::this_thread::get_id();
        token.cancel();
        token.cancel();
    });
    thread.join();
    token.cancel();
    QCOMPARE(calls, 1);
    QVERIFY(caller == canceller);
}

void TestCancel::testLateRegistrationRunsAtOnce()
{
    CancelToken token;
    token.cancel();
    int calls = 0;
    {
        const auto registration = token.onCancel([&] { ++calls; });
        QCOMPARE(calls, 1);
    }
    QCOMPARE(calls, 1);
}

void TestCancel::testDroppedRegistrationIsNotCalled()
{
    CancelToken token;
    int calls = 0;
    {
        const auto registration = token.onCancel([&] { ++calls; });
    }
    token.cancel();
    QCOMPARE(calls, 0);
}

void TestCancel::testMovedRegistrationIsCalledOnce()
{
    CancelToken token;
    int calls = 0;
    CancelToken::Registration outer;
    {
        auto inner = token.onCancel([&] { ++calls; });
        outer = std::move(inner);
    }
    const CancelToken::Registration last(std::move(outer));
    token.cancel();
    QCOMPARE(calls, 1);
}

void TestCancel::testAssignmentReleasesTheFormerRegistration()
{
    CancelToken token;
    int former = 0;
    int latter = 0;
    auto registration = token.onCancel([&] { ++former; });
    registration = token.onCancel([&] { ++latter; });
    token.cancel();
    QCOMPARE(former, 0);
    QCOMPARE(latter, 1);
}

void TestCancel::testRegistrationOutlivesTheToken()
{
    CancelToken::Registration registration;
    int calls = 0;
    {
        const CancelToken token;
        registration = token.onCancel([&] { ++calls; });
    }
    registration = {};
    QCOMPARE(calls, 0);
}

void TestCancel::testCallbackMayReleaseItself()
{
    CancelToken token;
    int calls = 0;
    std::optional<CancelToken::Registration> registration;
    registration = token.onCancel([&] {
        ++calls;
        registration.reset();
    });
    token.cancel();
    QCOMPARE(calls, 1);
    QVERIFY(!registration.has_value());
}

void TestCancel::testReleaseWaitsForARunningCallback()
{
    CancelToken token;
    std::binary_semaphore entered(0);
    std::binary_semaphore mayEnd(0);
    std::atomic<bool> ended = false;
    std::optional<CancelToken::Registration> registration = token.onCancel([&] {
        entered.release();
        mayEnd.acquire();
        ended = true;
    });
    std::thread canceller([&] { token.cancel(); });
    entered.acquire();

    std::atomic<bool> endedAtRelease = false;
    std::latch releasing(1);
    std::thread releaser([&] {
        releasing.count_down();
        registration.reset();
        endedAtRelease = ended.load();
    });
    releasing.wait();
    mayEnd.release();
    releaser.join();
    canceller.join();
    QVERIFY(endedAtRelease);
}

void TestCancel::testManyThreadsCallEachCallbackOnce()
{
    constexpr int Rounds = 200;
    constexpr int Registering = 4;
    for (int round = 0; round < Rounds; ++round) {
        CancelToken token;
        std::array<std::atomic<int>, Registering> calls {};
        std::latch start(Registering + 2);
        std::vector<std::thread> threads;
        for (int i = 0; i < Registering; ++i) {
            threads.emplace_back([&, i] {
                start.arrive_and_wait();
                const auto registration = token.onCancel([&calls, i] { ++calls[size_t(i)]; });
                // Released earlier, the callback would rightly not be called.
                while (calls[size_t(i)] == 0)
                    std::this_thread::yield();
            });
        }
        for (int i = 0; i < 2; ++i) {
            threads.emplace_back([&] {
                start.arrive_and_wait();
                token.cancel();
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        for (const std::atomic<int> &count : calls)
            QCOMPARE(count.load(), 1);
    }
}

QTEST_GUILESS_MAIN(TestCancel)
#include "tst_cancel.moc"
