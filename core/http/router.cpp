// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/router.h"

#include "core/http/answer.h"

#include <QByteArrayList>
#include <QCoreApplication>

#include <optional>

namespace ponte::http {

namespace {

bool isPlaceholder(const QString &segment)
{
    return segment.startsWith(u'{') && segment.endsWith(u'}');
}

QStringList segmentsOf(const ServerRequest &request)
{
    // Split first and decode then, so that an encoded slash stays inside its segment.
    const QByteArray raw = request.rawPath.isEmpty() ? request.path.toUtf8().toPercentEncoding("/") : request.rawPath;
    QStringList segments;
    for (const QByteArray &segment : raw.split('/'))
        segments.append(QString::fromUtf8(QByteArray::fromPercentEncoding(segment)));
    return segments;
}

QStringList withoutTrailingSlash(QStringList segments)
{
    if (segments.size() > 2 && segments.last().isEmpty())
        segments.removeLast();
    return segments;
}

std::optional<QHash<QString, QString>> valuesIn(const QStringList &pattern, const QStringList &segments)
{
    if (pattern.size() != segments.size())
        return std::nullopt;
    QHash<QString, QString> values;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (!isPlaceholder(pattern[i])) {
            if (pattern[i] != segments[i])
                return std::nullopt;
        } else if (segments[i].isEmpty()) {
            return std::nullopt;
        } else {
            values.insert(pattern[i].mid(1, pattern[i].size() - 2), segments[i]);
        }
    }
    return values;
}

} // namespace

void Router::add(const QByteArray &method, const QString &pattern, Server::Handler handler)
{
    m_routes.append({method, withoutTrailingSlash(pattern.split(u'/')), pattern, std::move(handler)});
}

void Router::dispatch(ServerRequest request, Responder responder) const
{
    const QStringList segments = withoutTrailingSlash(segmentsOf(request));
    const Route *best = nullptr;
    QByteArrayList allowed;
    for (const Route &route : m_routes) {
        const auto values = valuesIn(route.segments, segments);
        if (!values)
            continue;
        if (!allowed.contains(route.method))
            allowed.append(route.method);
        const bool isExact = route.method == request.method;
        if (!isExact && (route.method != "GET" || request.method != "HEAD"))
            continue;
        // What is spelled out is meant, whatever the order of registration; a HEAD of its own goes before that of GET.
        const bool isBetter =
            best == nullptr || values->size() < request.pathValues.size()
            || (isExact && best->method != request.method && values->size() == request.pathValues.size());
        if (isBetter) {
            best = &route;
            request.pathValues = *values;
        }
    }
    if (best != nullptr) {
        best->handler(std::move(request), std::move(responder));
        return;
    }

    ServerResponse response;
    response.status = allowed.isEmpty() ? 404 : 405;
    const QString message =
        allowed.isEmpty()
            ? QCoreApplication::translate("Http", "There is nothing at this address.")
            : QCoreApplication::translate("Http", "This address does not know the method of the request.");
    if (!allowed.isEmpty()) {
        if (allowed.contains("GET") && !allowed.contains("HEAD"))
            allowed.append("HEAD");
        response.headers.emplaceBack("Allow", allowed.join(", "));
    }
    response.body = m_errorBody ? m_errorBody(response.status, message) : plainErrorBody(response.status, message);
    responder.respond(std::move(response));
}

void Router::setErrorBody(std::function<QByteArray(int, const QString &)> body)
{
    m_errorBody = std::move(body);
}

QStringList Router::routes() const
{
    QStringList result;
    for (const Route &route : m_routes)
        result.append(QString::fromLatin1(route.method) + u' ' + route.pattern);
    return result;
}

} // namespace ponte::http
