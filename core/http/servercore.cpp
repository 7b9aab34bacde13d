// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/servercore.h"

#include "core/http/answer.h"

#include <QCoreApplication>

namespace ponte::http {

namespace {

// Enough for answers to clients that read; the others lose theirs.
constexpr std::chrono::seconds patience {2};

} // namespace

ServerResponse ServerCore::errorResponse(int status, const QString &message) const
{
    ServerResponse response;
    response.status = status;
    response.body = errorBody ? errorBody(status, message) : plainErrorBody(status, message);
    return response;
}

ServerResponse ServerCore::stoppingResponse() const
{
    ServerResponse response = errorResponse(
        503, QCoreApplication::translate("Http", "The service is stopping. Send the request again later."));
    response.headers.emplaceBack("Retry-After", "5");
    return response;
}

bool ServerCore::open(const std::shared_ptr<Exchange> &exchange)
{
    const std::lock_guard lock(m_mutex);
    if (!m_stopping)
        m_open.insert(exchange);
    return !m_stopping;
}

void ServerCore::close(const std::shared_ptr<Exchange> &exchange)
{
    {
        const std::lock_guard lock(m_mutex);
        m_open.erase(exchange);
    }
    m_closed.notify_all();
}

void ServerCore::finishAll()
{
    std::unique_lock lock(m_mutex);
    m_stopping = true;
    const auto open = m_open;
    lock.unlock();
    for (const std::shared_ptr<Exchange> &exchange : open)
        exchange->respond(stoppingResponse());
    lock.lock();
    m_closed.wait_for(lock, patience, [this] { return m_open.empty(); });
}

} // namespace ponte::http
