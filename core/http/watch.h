// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/socket.h"

#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

namespace ponte::http {

/// Ends connections whose time is over. libmicrohttpd only knows silence, which a peer breaks with a byte now and then.
class Watch
{
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr Time never = Time::max();

    struct Entry {
        Socket socket;
        Time deadline;
    };
    /// Stable until removed.
    using Handle = std::list<Entry>::iterator;

    Watch();
    ~Watch();
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    [[nodiscard]] Handle add(Socket socket, Time deadline);
    /// Before the socket is closed.
    void remove(Handle handle);
    void setDeadline(Handle handle, Time deadline);
    /// Never later than it was.
    void bringForward(Handle handle, Time deadline);

private:
    void run();
    void wakeFor(Time deadline);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<Entry> m_entries;
    Time m_next = never; ///< when the thread wakes by itself
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace ponte::http
