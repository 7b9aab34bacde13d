// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/broker/broker.h"

namespace ponte::sandbox {

Broker::Broker(const Clock &clock, const QString &token)
    : m_clock(clock)
    , m_token(token)
{}

void Broker::reset()
{
    m_notices.clear();
    m_byKey.clear();
    m_book.clear();
    m_deduplicating = true;
}

QString Broker::now() const
{
    return m_clock.now().toString(Qt::ISODateWithMs);
}

static QString brokerOperation(const http::ServerRequest &request)
{
    if (request.method == "POST" && request.path == u"/broker/matriculas/confirmacao")
        return QStringLiteral("confirmacao");
    if (request.method == "GET" && request.path == u"/broker/health")
        return QStringLiteral("health");
    return {};
}

std::unique_ptr<OutsideCall> Broker::identify(const http::ServerRequest &request)
{
    const QString operation = brokerOperation(request);
    auto call = readJsonCall(request, operation);
    m_book.note(requestRecord(request, *call, now()), operation);
    return call;
}

http::ServerResponse Broker::answer(const OutsideCall &outside, const http::ServerRequest &request)
{
    const JsonCall &call = static_cast<const JsonCall &>(outside);
    const QString operation = call.names.value(0);
    if (operation.isEmpty())
        return errorResponse(404, QStringLiteral("REQ404"), QStringLiteral("Endereço não encontrado"));
    const QByteArray authorization = request.headers.value("authorization");
    const bool bearer = authorization.left(7).toLower() == "bearer ";
    if (!bearer || authorization.mid(7).trimmed() != m_token.toUtf8())
        return errorResponse(401, QStringLiteral("AUT401"), QStringLiteral("Token inválido"));
    if (operation == u"health")
        return jsonResponse(200, {{QStringLiteral("status"), QStringLiteral("UP")}});
    return confirm(call, request);
}

static http::ServerResponse noticeReceived(qsizetype index)
{
    return jsonResponse(200, {{QStringLiteral("status"), QStringLiteral("RECEBIDO")},
                              {QStringLiteral("protocolo"), QString::number(70'000'001 + index)}});
}

http::ServerResponse Broker::confirm(const JsonCall &call, const http::ServerRequest &request)
{
    if (!request.headers.value("content-type").toLower().startsWith("application/json"))
        return errorResponse(415, QStringLiteral("REQ415"), QStringLiteral("O corpo deve ser application/json"));
    if (!call.readable)
        return errorResponse(400, QStringLiteral("REQ400"), QStringLiteral("O corpo não é um objeto JSON"));
    const QJsonArray wrong = wrongMembers(call.body, {{QStringLiteral("IdUnico"), 's'},
                                                      {QStringLiteral("CodColigada"), 'n'},
                                                      {QStringLiteral("Ra"), 's'},
                                                      {QStringLiteral("IdPreContrato"), 's'},
                                                      {QStringLiteral("CodStatus"), 'a'},
                                                      {QStringLiteral("Situacao"), 's'},
                                                      {QStringLiteral("NumeroContrato"), 's'},
                                                      {QStringLiteral("DataEfetivacao"), 's'}});
    if (!wrong.isEmpty())
        return errorResponse(400, QStringLiteral("REQ400"), QStringLiteral("Há campos inválidos"), {}, wrong);
    const QString key = QString::fromUtf8(request.headers.value("idempotency-key"));
    const QString expected =
        call.field(QStringLiteral("CodColigada")).value(0) + u'-' + call.body.value(u"IdUnico").toString();
    if (key != expected) {
        return errorResponse(400, QStringLiteral("REQ400"),
                             QStringLiteral("O cabeçalho Idempotency-Key deve ser {codColigada}-{idVenda}"));
    }
    if (m_deduplicating && m_byKey.contains(key))
        return noticeReceived(m_byKey.value(key));
    QJsonObject notice = call.body;
    notice.insert(QStringLiteral("idempotencyKey"), key);
    notice.insert(QStringLiteral("receivedAt"), now());
    m_byKey.insert(key, m_notices.size());
    m_notices.append(notice);
    m_book.effect(QStringLiteral("confirmacao"));
    return noticeReceived(m_notices.size() - 1);
}

http::ServerResponse Broker::faulty(const Fault &fault, const OutsideCall &call)
{
    Q_UNUSED(call)
    return faultyJson(fault, QStringLiteral("VND001"), QStringLiteral("Venda desconhecida"));
}

QJsonObject Broker::state() const
{
    QJsonArray notices;
    for (const QJsonObject &notice : m_notices)
        notices.append(notice);
    QJsonObject state {{QStringLiteral("notices"), notices}};
    m_book.writeTo(&state);
    return state;
}

} // namespace ponte::sandbox
