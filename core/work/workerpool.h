// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/http/client.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ponte::work {

/// Long-lived threads for sequential code that talks to the outside; each has its own http::Client and keep-alive
/// connections.
class WorkerPool
{
public:
    using Task = std::function<void(http::Client &)>;

    /// `name` becomes the threads' name; at most `queueLimit` tasks wait.
    WorkerPool(const QString &name, int threads, int queueLimit);
    /// Runs what was taken; what still waits is dropped.
    ~WorkerPool();

    /// False where the queue is full or the pool stops.
    [[nodiscard]] bool post(Task task);
    /// Takes no more tasks and drops what waits.
    void stop();
    [[nodiscard]] int waiting() const;
    /// False if a task still ran when the time was over.
    bool waitUntilIdle(std::chrono::milliseconds patience);

private:
    void loop();

    const size_t m_queueLimit;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_queue;
    std::condition_variable m_idle;
    int m_active = 0;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace ponte::work
