// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/delayqueue.h"

namespace ponte::sandbox {

DelayQueue::DelayQueue()
    : m_thread([this] { run(); })
{}

DelayQueue::~DelayQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void DelayQueue::add(Duration delay, std::function<void()> work)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        const auto added = m_waiting.emplace(Clock::now() + delay, std::move(work));
        isFirst = added == m_waiting.begin();
    }
    // Whatever comes later than the first is met when that one is due.
    if (isFirst)
        m_changed.notify_all();
}

void DelayQueue::clear()
{
    std::multimap<Clock::time_point, std::function<void()>> dropped;
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_waiting);
}

void DelayQueue::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (m_waiting.empty()) {
            m_changed.wait(lock);
            continue;
        }
        const auto first = m_waiting.begin();
        const Clock::time_point due = first->first;
        if (due > Clock::now()) {
            m_changed.wait_until(lock, due);
            continue;
        }
        std::function<void()> work = std::move(first->second);
        m_waiting.erase(first);
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
    }
}

} // namespace ponte::sandbox
