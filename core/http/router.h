// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/server.h"

#include <QList>
#include <QStringList>

namespace ponte::http {

/// Finds the handler for method and path; `{name}` in a pattern matches one segment. No match: 404; a path known under
/// other methods: 405 with `Allow`. HEAD is answered by GET without the body (by the server).
class Router
{
public:
    void add(const QByteArray &method, const QString &pattern, Server::Handler handler);
    void dispatch(ServerRequest request, Responder responder) const;
    /// The body of 404 and 405; the default is `{"code","message"}`.
    void setErrorBody(std::function<QByteArray(int status, const QString &message)> body);
    /// "METHOD pattern" of every route, for checks against the OpenAPI file.
    [[nodiscard]] QStringList routes() const;

private:
    struct Route {
        QByteArray method;
        QStringList segments;
        QString pattern;
        Server::Handler handler;
    };
    QList<Route> m_routes;
    std::function<QByteArray(int, const QString &)> m_errorBody;
};

} // namespace ponte::http
