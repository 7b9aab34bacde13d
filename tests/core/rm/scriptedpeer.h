// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/server.h"

#include <QList>
#include <QUrl>

#include <functional>
#include <mutex>

namespace ponte {

/// A peer on a real socket that answers as a test says and keeps what it received.
class ScriptedPeer
{
public:
    using Handler = std::function<http::ServerResponse(const http::ServerRequest &)>;

    explicit ScriptedPeer(Handler handler = {})
        : m_handler(std::move(handler))
    {
        const auto listening =
            m_server.listen(QHostAddress::LocalHost, 0,
                            [this](auto request, auto responder) { responder.respond(answerTo(request)); }, {});
        if (!listening)
            qFatal("The scripted peer does not listen: %s", qUtf8Printable(listening.error().message));
    }

    /// The next answers; the last one stays.
    void answerWith(QList<http::ServerResponse> answers)
    {
        const std::lock_guard lock(m_mutex);
        m_answers = std::move(answers);
    }
    [[nodiscard]] QList<http::ServerRequest> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.port())); }

private:
    http::ServerResponse answerTo(const http::ServerRequest &request)
    {
        const std::lock_guard lock(m_mutex);
        m_requests << request;
        if (m_handler)
            return m_handler(request);
        if (m_answers.isEmpty())
            return {.status = 500};
        return m_answers.size() > 1 ? m_answers.takeFirst() : m_answers.first();
    }

    mutable std::mutex m_mutex;
    Handler m_handler;
    QList<http::ServerResponse> m_answers;
    QList<http::ServerRequest> m_requests;
    http::Server m_server; // last, so that no request comes when the rest is gone
};

} // namespace ponte
