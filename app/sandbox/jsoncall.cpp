// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/jsoncall.h"

#include <QRegularExpression>

namespace ponte::sandbox {

static QString valueText(const QJsonValue &value)
{
    if (value.isDouble() && value.toDouble() == static_cast<double>(value.toInteger()))
        return QString::number(value.toInteger());
    return value.toVariant().toString();
}

QStringList JsonCall::field(const QString &name) const
{
    QStringList values = query.allQueryItemValues(name, QUrl::FullyDecoded);
    QJsonValue value = body;
    for (const QString &part : name.split(u'.'))
        value = value.toObject().value(part);
    if (!value.isUndefined())
        values.append(valueText(value));
    return values;
}

std::unique_ptr<JsonCall> readJsonCall(const http::ServerRequest &request, const QString &operation)
{
    auto call = std::make_unique<JsonCall>();
    if (!operation.isEmpty())
        call->names = {operation};
    call->query = request.query;
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    call->readable = document.isObject();
    call->body = document.object();
    return call;
}

http::ServerResponse jsonResponse(int status, const QJsonObject &body)
{
    return {.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

http::ServerResponse errorResponse(int status, const QString &code, const QString &message, const QString &detailed,
                                   const QJsonArray &details)
{
    return jsonResponse(status, {{QStringLiteral("code"), code},
                                 {QStringLiteral("message"), message},
                                 {QStringLiteral("detailedMessage"), detailed.isEmpty() ? message : detailed},
                                 {QStringLiteral("details"), details}});
}

http::ServerResponse faultyJson(const Fault &fault, const QString &refusalCode, const QString &refusal)
{
    const QString words = fault.message.isEmpty() ? refusal : fault.message;
    switch (fault.kind) {
    case FaultKind::Refuse:
        return errorResponse(422, refusalCode, words);
    case FaultKind::Reject:
        return errorResponse(400, QStringLiteral("REQ400"),
                             fault.message.isEmpty() ? QStringLiteral("Requisição inválida") : fault.message);
    case FaultKind::InternalError:
        return errorResponse(500, QStringLiteral("SRV500"), QStringLiteral("Erro interno do servidor"));
    case FaultKind::Unavailable: {
        http::ServerResponse response =
            errorResponse(503, QStringLiteral("SRV503"), QStringLiteral("Serviço em manutenção"));
        response.headers.emplaceBack("Retry-After", QByteArray::number(fault.retryAfter));
        return response;
    }
    case FaultKind::Unauthorized:
        return errorResponse(401, QStringLiteral("AUT401"), QStringLiteral("Credenciais inválidas"));
    case FaultKind::Huge:
        return {.body = "{\"filler\":\"" + QByteArray(6 * 1024 * 1024, 'x') + "\"}"};
    default:
        return {.body = "{\"numeroContrato\":"};
    }
}

QJsonObject requestRecord(const http::ServerRequest &request, const JsonCall &call, const QString &time)
{
    const QByteArray authorization = request.headers.value("authorization");
    QJsonObject record {
        {QStringLiteral("operation"), call.names.value(0)},
        {QStringLiteral("method"), QString::fromLatin1(request.method)},
        {QStringLiteral("path"), request.path},
        {QStringLiteral("query"), request.query.toString()},
        {QStringLiteral("idempotencyKey"), QString::fromUtf8(request.headers.value("idempotency-key"))},
        {QStringLiteral("contentType"), QString::fromLatin1(request.headers.value("content-type"))},
        {QStringLiteral("authorization"), QString::fromLatin1(authorization.left(authorization.indexOf(' ')))},
        {QStringLiteral("receivedAt"), time},
    };
    if (call.readable)
        record.insert(QStringLiteral("body"), call.body);
    else if (!request.body.isEmpty())
        record.insert(QStringLiteral("text"), QString::fromUtf8(request.body.left(4096)));
    return record;
}

void CallBook::note(const QJsonObject &request, const QString &operation)
{
    if (!operation.isEmpty())
        ++m_calls[operation];
    m_requests.append(request);
    if (m_requests.size() > keptRequests)
        m_requests.removeFirst();
}

void CallBook::clear()
{
    m_requests.clear();
    m_calls.clear();
    m_effects.clear();
}

void CallBook::writeTo(QJsonObject *state) const
{
    const auto counts = [](const QHash<QString, int> &source) {
        QJsonObject object;
        for (auto it = source.begin(); it != source.end(); ++it)
            object.insert(it.key(), it.value());
        return object;
    };
    QJsonArray requests;
    for (const QJsonObject &request : m_requests)
        requests.append(request);
    state->insert(QStringLiteral("calls"), counts(m_calls));
    state->insert(QStringLiteral("effects"), counts(m_effects));
    state->insert(QStringLiteral("requests"), requests);
}

static bool hasKind(const QJsonValue &value, char kind)
{
    static const QRegularExpression money(QStringLiteral("^\\d{1,12}(\\.\\d{1,2})?$"));
    switch (kind) {
    case 'n':
        return value.isDouble() && value.toDouble() == static_cast<double>(value.toInteger());
    case 'a':
        return hasKind(value, 'n') || hasKind(value, 's');
    case 'm':
        return value.isString() && money.match(value.toString()).hasMatch();
    default:
        return value.isString() && !value.toString().trimmed().isEmpty();
    }
}

QJsonArray wrongMembers(const QJsonObject &body, const QList<QPair<QString, char>> &wanted)
{
    QJsonArray wrong;
    for (const auto &[name, kind] : wanted) {
        if (!hasKind(body.value(name), kind)) {
            wrong.append(QJsonObject {
                {QStringLiteral("code"), QStringLiteral("CAMPO")},
                {QStringLiteral("message"), QString(QStringLiteral("Campo ausente ou inválido: ") + name)}});
        }
    }
    return wrong;
}

} // namespace ponte::sandbox
