// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "app/engine/healthroutes.h"

#include "core/base/json.h"
#include "ponte_version.h"

#include <QFile>
#include <QJsonObject>

namespace ponte::app {

using namespace Qt::StringLiterals;

namespace {

http::ServerResponse state(int status, const QString &text)
{
    http::ServerResponse response;
    response.status = status;
    response.body = json::toText({{u"status"_s, text}, {u"version"_s, QStringLiteral(PONTE_VERSION)}});
    return response;
}

http::ServerResponse unauthorized()
{
    http::ServerResponse response = state(401, u"unauthorized"_s);
    response.headers.append(qMakePair(QByteArray("WWW-Authenticate"), QByteArray("Basic realm=\"Ponte\"")));
    return response;
}

} // namespace

HealthRoutes::HealthRoutes(storage::Database &database, security::ApiClients &clients, Figures figures)
    : m_database(database)
    , m_clients(clients)
    , m_figures(std::move(figures))
{}

bool HealthRoutes::isAllowed(const http::ServerRequest &request)
{
    return request.peer.isLoopback() || m_clients.authenticate(request.headers.value("authorization")).has_value();
}

Result<> HealthRoutes::databaseAnswers()
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto answer = (*connection)->queryText(u"SELECT 1 AS one"_s);
    if (!answer)
        return tl::unexpected(answer.error());
    return {};
}

QByteArray HealthRoutes::metrics()
{
    QByteArray text;
    QList<QPair<QString, double>> figures = m_figures();
    if (const auto connection = m_database.reads().here()) {
        if (const auto waiting = (*connection)->first(u"work.outbox_waiting"_s); waiting && *waiting)
            figures.append({u"ponte_outbox_waiting"_s, double((*waiting)->number(u"n"))});
    }
    for (const auto &[name, value] : std::as_const(figures)) {
        text += "# TYPE " + name.toLatin1() + " gauge\n";
        text += name.toLatin1() + ' ' + QByteArray::number(value) + '\n';
    }
    return text;
}

void HealthRoutes::addRoutes(http::Router &router)
{
    router.add("GET", u"/health/live"_s, [this](const http::ServerRequest &request, const http::Responder &responder) {
        responder.respond(isAllowed(request) ? state(200, u"live"_s) : unauthorized());
    });
    router.add("GET", u"/health/ready"_s, [this](const http::ServerRequest &request, const http::Responder &responder) {
        if (!isAllowed(request))
            return responder.respond(unauthorized());
        const Result<> answers = databaseAnswers();
        responder.respond(answers ? state(200, u"ready"_s) : state(503, u"database"_s));
    });
    router.add("GET", u"/openapi.yaml"_s, [](const http::ServerRequest &, const http::Responder &responder) {
        QFile file(u":/api/inbound.yaml"_s);
        http::ServerResponse response;
        response.contentType = "application/yaml; charset=utf-8";
        if (file.open(QIODevice::ReadOnly))
            response.body = file.readAll();
        responder.respond(response);
    });
    router.add("GET", u"/metrics"_s, [this](const http::ServerRequest &request, const http::Responder &responder) {
        if (!isAllowed(request))
            return responder.respond(unauthorized());
        http::ServerResponse response;
        response.contentType = "text/plain; version=0.0.4; charset=utf-8";
        response.body = metrics();
        responder.respond(response);
    });
}

} // namespace ponte::app
