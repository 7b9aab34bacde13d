// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <atomic>
#include <chrono>
#include <thread>

namespace ponte::bench {

/// How long the thread that made it keeps an event waiting. A thread of its own posts an event a millisecond after the
/// last one was handled; nothing of the program under measure takes part.
class Stalls final : public QObject
{
public:
    Stalls()
        : m_watch([this] { watch(); })
    {}
    ~Stalls() override
    {
        m_isStopping = true;
        m_watch.join();
    }
    /// Milliseconds since the last call; counts what waits right now.
    [[nodiscard]] double takeLongest()
    {
        if (m_isWaiting)
            note();
        const double longest = m_longest;
        m_longest = 0;
        return longest;
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        note();
        m_isWaiting = false;
        return true;
    }

private:
    using Clock = std::chrono::steady_clock;

    void note()
    {
        const double waited =
            std::chrono::duration<double, std::milli>(Clock::now().time_since_epoch() - m_posted.load()).count();
        m_longest = std::max(m_longest, waited);
    }
    void watch()
    {
        while (!m_isStopping) {
            if (!m_isWaiting) {
                m_posted = Clock::now().time_since_epoch();
                m_isWaiting = true;
                QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

    std::atomic<Clock::duration> m_posted {};
    std::atomic<bool> m_isWaiting = false;
    std::atomic<bool> m_isStopping = false;
    double m_longest = 0; ///< of the watched thread
    std::thread m_watch;
};

} // namespace ponte::bench
