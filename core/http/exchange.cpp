// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/exchange.h"

#include <microhttpd.h>

#include <utility>

namespace ponte::http {

Exchange::Exchange(MHD_Connection *connection, Socket socket)
    : m_connection(connection)
    , m_socket(socket)
{}

void Exchange::respond(ServerResponse response)
{
    const std::lock_guard lock(m_mutex);
    if (m_answered || m_connection == nullptr)
        return;
    m_answered = true;
    m_response = std::move(response);
    // The connection cannot vanish meanwhile: what is suspended is not watched, and complete() waits for the lock.
    if (std::exchange(m_suspended, false))
        MHD_resume_connection(m_connection);
}

bool Exchange::isWanted()
{
    const std::lock_guard lock(m_mutex);
    if (m_connection == nullptr)
        return false;
    return !m_suspended || !hasPeerLeft(m_socket);
}

bool Exchange::isAnswered()
{
    const std::lock_guard lock(m_mutex);
    return m_answered;
}

std::optional<ServerResponse> Exchange::answerOrSuspend()
{
    const std::lock_guard lock(m_mutex);
    if (!m_answered) {
        MHD_suspend_connection(m_connection);
        m_suspended = true;
    }
    return std::exchange(m_response, std::nullopt);
}

void Exchange::complete()
{
    const std::lock_guard lock(m_mutex);
    m_connection = nullptr;
    m_response.reset();
}

Responder::State::State(std::shared_ptr<Exchange> shared, std::function<ServerResponse()> answer)
    : exchange(std::move(shared))
    , unanswered(std::move(answer))
{}

// Even a client that has left needs an answer, which lets go of its connection.
Responder::State::~State()
{
    if (!exchange->isAnswered())
        exchange->respond(unanswered());
}

void Responder::respond(ServerResponse response) const
{
    if (m_state)
        m_state->exchange->respond(std::move(response));
}

bool Responder::isWanted() const
{
    return m_state && m_state->exchange->isWanted();
}

} // namespace ponte::http
