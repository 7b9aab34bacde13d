// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/workerpool.h"

#include <QThread>

#include <pthread.h>

namespace ponte::work {

WorkerPool::WorkerPool(const QString &name, int threads, int queueLimit)
    : m_queueLimit(size_t(queueLimit))
{
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back([this, name] {
            pthread_setname_np(pthread_self(), name.toLatin1().left(15).constData());
            loop();
        });
    }
}

WorkerPool::~WorkerPool()
{
    stop();
    for (std::thread &thread : m_threads)
        thread.join();
}

bool WorkerPool::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_queue.size() >= m_queueLimit)
            return false;
        m_queue.push_back(std::move(task));
    }
    m_wake.notify_one();
    return true;
}

void WorkerPool::stop()
{
    std::deque<Task> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        dropped.swap(m_queue);
    }
    m_wake.notify_all();
}

int WorkerPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_queue.size());
}

bool WorkerPool::waitUntilIdle(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_idle.wait_for(lock, patience, [this] { return m_active == 0 && m_queue.empty(); });
}

void WorkerPool::loop()
{
    http::Client client;
    while (true) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            task = std::move(m_queue.front());
            m_queue.pop_front();
            ++m_active;
        }
        task(client);
        task = {};
        const std::lock_guard lock(m_mutex);
        if (--m_active == 0)
            m_idle.notify_all();
    }
}

} // namespace ponte::work
