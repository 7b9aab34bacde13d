// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace ponte::sandbox {

/// Runs functions later, in a thread of its own, so that a slow answer holds up no other. What is not due at the end is
/// dropped.
class DelayQueue
{
public:
    using Duration = std::chrono::milliseconds;

    DelayQueue();
    ~DelayQueue();
    DelayQueue(const DelayQueue &) = delete;
    DelayQueue &operator=(const DelayQueue &) = delete;

    void add(Duration delay, std::function<void()> work);
    /// Drops what is waiting.
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::multimap<Clock::time_point, std::function<void()>> m_waiting;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace ponte::sandbox
