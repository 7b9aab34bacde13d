// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/server.h"
#include "core/http/socket.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

struct MHD_Connection;

namespace ponte::http {

/// What the threads of a server and whoever answers share about one request. Once complete, it no longer touches the
/// server.
class Exchange
{
public:
    Exchange(MHD_Connection *connection, Socket socket);

    /// Any thread; only the first answer counts.
    void respond(ServerResponse response);
    /// Any thread.
    [[nodiscard]] bool isWanted();
    /// Any thread.
    [[nodiscard]] bool isAnswered();

    /// The server's thread: the answer if there is one, else the connection sleeps until there is.
    [[nodiscard]] std::optional<ServerResponse> answerOrSuspend();
    /// The server's thread: the connection has no more use for an answer.
    void complete();

private:
    std::mutex m_mutex;
    MHD_Connection *m_connection; ///< null once complete
    Socket m_socket;
    std::optional<ServerResponse> m_response;
    bool m_answered = false;
    bool m_suspended = false;
};

struct Responder::State {
    State(std::shared_ptr<Exchange> shared, std::function<ServerResponse()> answer);
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State();

    std::shared_ptr<Exchange> exchange;
    std::function<ServerResponse()> unanswered; ///< what is answered if nobody else answers
};

} // namespace ponte::http
