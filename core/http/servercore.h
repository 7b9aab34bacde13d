// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/exchange.h"
#include "core/http/server.h"
#include "core/http/watch.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <unordered_set>

struct MHD_Daemon;

namespace ponte::http {

/// What the requests of one server share.
class ServerCore
{
public:
    using ErrorBody = std::function<QByteArray(int status, const QString &message)>;

    [[nodiscard]] ServerResponse errorResponse(int status, const QString &message) const;
    [[nodiscard]] ServerResponse stoppingResponse() const;

    /// Counts a request as open, unless the server is stopping.
    [[nodiscard]] bool open(const std::shared_ptr<Exchange> &exchange);
    void close(const std::shared_ptr<Exchange> &exchange);
    /// From now on open() refuses; answers what is open with 503 and waits a while for these answers to be sent.
    void finishAll();

    Server::Handler handler;
    Server::Limits limits;
    ErrorBody errorBody;
    std::unique_ptr<Watch> watch;
    /// Set by stopAccepting(): answers then close their connections.
    std::atomic<bool> isClosing = false;

private:
    std::mutex m_mutex;
    std::condition_variable m_closed;
    std::unordered_set<std::shared_ptr<Exchange>> m_open;
    bool m_stopping = false;
};

} // namespace ponte::http
