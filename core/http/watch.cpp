// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/watch.h"

#include <algorithm>

namespace ponte::http {

Watch::Watch()
    : m_thread([this] { run(); })
{}

Watch::~Watch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

Watch::Handle Watch::add(Socket socket, Time deadline)
{
    const std::lock_guard lock(m_mutex);
    m_entries.push_front({socket, deadline});
    wakeFor(deadline);
    return m_entries.begin();
}

void Watch::remove(Handle handle)
{
    const std::lock_guard lock(m_mutex);
    m_entries.erase(handle);
}

void Watch::setDeadline(Handle handle, Time deadline)
{
    const std::lock_guard lock(m_mutex);
    handle->deadline = deadline;
    wakeFor(deadline);
}

void Watch::bringForward(Handle handle, Time deadline)
{
    const std::lock_guard lock(m_mutex);
    if (deadline < handle->deadline) {
        handle->deadline = deadline;
        wakeFor(deadline);
    }
}

void Watch::wakeFor(Time deadline)
{
    if (deadline < m_next)
        m_changed.notify_one();
}

void Watch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const Time now = std::chrono::steady_clock::now();
        m_next = never;
        for (Entry &entry : m_entries) {
            if (entry.deadline <= now) {
                // The server's own thread notices and closes; closing here would free the number for another
                // connection.
                endTransmission(entry.socket);
                entry.deadline = never;
            }
            m_next = std::min(m_next, entry.deadline);
        }
        if (m_next == never)
            m_changed.wait(lock);
        else
            m_changed.wait_until(lock, m_next);
    }
}

} // namespace ponte::http
