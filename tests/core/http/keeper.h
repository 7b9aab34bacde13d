// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/server.h"

#include <QMutex>
#include <QTest>

#include <utility>
#include <vector>

namespace ponte::http::test {

inline constexpr char plainGet[] = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

/// Keeps every Responder for later.
class Keeper
{
public:
    Server::Handler handler()
    {
        return [this](const ServerRequest &, Responder responder) {
            const QMutexLocker lock(&m_mutex);
            m_kept.push_back(std::move(responder));
        };
    }
    qsizetype count()
    {
        const QMutexLocker lock(&m_mutex);
        return qsizetype(m_kept.size());
    }
    std::vector<Responder> take()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_kept, {});
    }

private:
    QMutex m_mutex;
    std::vector<Responder> m_kept;
};

inline void listenOn(Server &server, Server::Handler handler, const Server::Limits &limits = {})
{
    const Result<> result = server.listen(QHostAddress(QHostAddress::LocalHost), 0, std::move(handler), limits);
    QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
    QVERIFY(server.port() != 0);
}

inline void answerOk(const ServerRequest &, const Responder &responder)
{
    responder.respond({.body = "{}"});
}

} // namespace ponte::http::test
