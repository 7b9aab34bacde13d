// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/erp/erp.h"

namespace ponte::sandbox {

struct Erp::Route {
    QString path;
    QByteArray method;
    QString operation;
};

const QList<Erp::Route> &Erp::routes()
{
    static const QList<Route> all {
        {QStringLiteral("/erp/contratos/efetivacao"), "POST", QStringLiteral("efetivacao")},
        {QStringLiteral("/erp/contratos"), "GET", QStringLiteral("consulta")},
        {QStringLiteral("/erp/health"), "GET", QStringLiteral("health")},
        {QStringLiteral("/erp/api/oauth2/v1/token"), "POST", QStringLiteral("token")},
    };
    return all;
}

Erp::Erp(const Clock &clock)
    : m_clock(clock)
{
    reset();
}

void Erp::reset()
{
    m_credentials.clear();
    m_credentials.setPassword(QStringLiteral("integracao"), QStringLiteral("sandbox"));
    m_accessTokens.clear();
    m_refreshTokens.clear();
    m_contracts.clear();
    m_byBusinessKey.clear();
    m_byIdempotencyKey.clear();
    m_book.clear();
    m_deduplicating = true;
}

QString Erp::now() const
{
    return m_clock.now().toString(Qt::ISODateWithMs);
}

std::unique_ptr<OutsideCall> Erp::identify(const http::ServerRequest &request)
{
    QString operation;
    for (const Route &route : routes()) {
        if (route.path == request.path && route.method == request.method)
            operation = route.operation;
    }
    auto call = readJsonCall(request, operation);
    // Token requests hold a password, which is nobody's to read.
    if (operation != u"token")
        m_book.note(requestRecord(request, *call, now()), operation);
    return call;
}

http::ServerResponse Erp::answer(const OutsideCall &outside, const http::ServerRequest &request)
{
    const JsonCall &call = static_cast<const JsonCall &>(outside);
    const QString operation = call.names.value(0);
    if (operation.isEmpty()) {
        for (const Route &route : routes()) {
            if (route.path == request.path) {
                http::ServerResponse response =
                    errorResponse(405, QStringLiteral("REQ405"), QStringLiteral("Método não permitido"));
                response.headers.emplaceBack("Allow", route.method);
                return response;
            }
        }
        return errorResponse(404, QStringLiteral("REQ404"), QStringLiteral("Endereço não encontrado"));
    }
    if (operation == u"token")
        return token(request);
    if (!isAuthorised(request.headers.value("authorization"))) {
        http::ServerResponse response =
            errorResponse(401, QStringLiteral("AUT401"), QStringLiteral("Credenciais inválidas"));
        response.headers.emplaceBack("WWW-Authenticate", "Basic realm=\"ERP\"");
        return response;
    }
    if (operation == u"health")
        return jsonResponse(200, {{QStringLiteral("status"), QStringLiteral("UP")}});
    return operation == u"consulta" ? find(call) : activate(call, request);
}

bool Erp::isAuthorised(const QByteArray &authorization)
{
    if (authorization.left(7).toLower() == "bearer ")
        return m_accessTokens.contains(QString::fromLatin1(authorization.mid(7).trimmed()));
    return !m_credentials.userOf(authorization).isEmpty();
}

QJsonObject Erp::tokens()
{
    const QString access = QStringLiteral("sandbox-access-%1").arg(m_nextToken);
    const QString refresh = QStringLiteral("sandbox-refresh-%1").arg(m_nextToken++);
    m_accessTokens.insert(access);
    m_refreshTokens.insert(refresh);
    return {{QStringLiteral("access_token"), access},
            {QStringLiteral("refresh_token"), refresh},
            {QStringLiteral("scope"), QStringLiteral("default")},
            {QStringLiteral("token_type"), QStringLiteral("Bearer")},
            {QStringLiteral("expires_in"), 3600}};
}

/// The grant travels in the query or in a form, as clients of that address do both.
http::ServerResponse Erp::token(const http::ServerRequest &request)
{
    const QUrlQuery form(QString::fromUtf8(request.body).replace(u'+', u' '));
    const auto item = [&](const QString &name) {
        const QString value = request.query.queryItemValue(name, QUrl::FullyDecoded);
        return value.isEmpty() ? form.queryItemValue(name, QUrl::FullyDecoded) : value;
    };
    const QString grant = item(QStringLiteral("grant_type"));
    const bool password = grant == u"password"
                          && m_credentials.accepts(item(QStringLiteral("username")), item(QStringLiteral("password")));
    const bool refresh = grant == u"refresh_token" && m_refreshTokens.remove(item(QStringLiteral("refresh_token")));
    if (password || refresh)
        return jsonResponse(201, tokens());
    return errorResponse(401, QStringLiteral("AUT401"), QStringLiteral("Credenciais inválidas"));
}

static QJsonObject contractAnswer(const QJsonObject &contract)
{
    const QString number = QStringLiteral("numeroContrato");
    const QString situation = QStringLiteral("situacao");
    return {{number, contract.value(number)}, {situation, contract.value(situation)}};
}

http::ServerResponse Erp::activate(const JsonCall &call, const http::ServerRequest &request)
{
    if (!request.headers.value("content-type").toLower().startsWith("application/json"))
        return errorResponse(415, QStringLiteral("REQ415"), QStringLiteral("O corpo deve ser application/json"));
    if (!call.readable)
        return errorResponse(400, QStringLiteral("REQ400"), QStringLiteral("O corpo não é um objeto JSON"));
    const QJsonArray wrong = wrongMembers(call.body, {{QStringLiteral("codColigada"), 'n'},
                                                      {QStringLiteral("codFilial"), 'n'},
                                                      {QStringLiteral("ra"), 's'},
                                                      {QStringLiteral("idPreContrato"), 's'},
                                                      {QStringLiteral("codCfo"), 's'},
                                                      {QStringLiteral("idVenda"), 's'},
                                                      {QStringLiteral("valorTotal"), 'm'},
                                                      {QStringLiteral("quantidadeParcelas"), 'n'},
                                                      {QStringLiteral("diaVencimento"), 'n'},
                                                      {QStringLiteral("formaPagamento"), 's'}});
    if (!wrong.isEmpty())
        return errorResponse(400, QStringLiteral("REQ400"), QStringLiteral("Há campos inválidos"), {}, wrong);
    const QString business =
        call.field(QStringLiteral("codColigada")).value(0) + u'-' + call.body.value(u"idPreContrato").toString();
    const QString key = QString::fromUtf8(request.headers.value("idempotency-key"));
    if (key != business) {
        return errorResponse(400, QStringLiteral("REQ400"),
                             QStringLiteral("O cabeçalho Idempotency-Key deve ser {codColigada}-{idPreContrato}"));
    }
    if (m_deduplicating && m_byIdempotencyKey.contains(key))
        return jsonResponse(409, contractAnswer(m_contracts.at(m_byIdempotencyKey.value(key))));
    QJsonObject contract = call.body;
    contract.insert(QStringLiteral("numeroContrato"), QString::number(40'000'001 + m_contracts.size()));
    contract.insert(QStringLiteral("situacao"), QStringLiteral("EFETIVADO"));
    contract.insert(QStringLiteral("idempotencyKey"), key);
    contract.insert(QStringLiteral("createdAt"), now());
    m_byBusinessKey[business].append(m_contracts.size());
    m_byIdempotencyKey.insert(key, m_contracts.size());
    m_contracts.append(contract);
    m_book.effect(QStringLiteral("efetivacao"));
    return jsonResponse(201, contractAnswer(contract));
}

http::ServerResponse Erp::find(const JsonCall &call) const
{
    const QString company = call.query.queryItemValue(QStringLiteral("codColigada"), QUrl::FullyDecoded);
    const QString contract = call.query.queryItemValue(QStringLiteral("idPreContrato"), QUrl::FullyDecoded);
    if (company.isEmpty() || contract.isEmpty())
        return errorResponse(400, QStringLiteral("REQ400"), QStringLiteral("Informe codColigada e idPreContrato"));
    QJsonArray items;
    const QList<qsizetype> known = m_byBusinessKey.value(company + u'-' + contract);
    for (qsizetype index : known)
        items.append(contractAnswer(m_contracts.at(index)));
    return jsonResponse(200, {{QStringLiteral("hasNext"), false}, {QStringLiteral("items"), items}});
}

http::ServerResponse Erp::faulty(const Fault &fault, const OutsideCall &call)
{
    Q_UNUSED(call)
    return faultyJson(fault, QStringLiteral("CRD001"),
                      QStringLiteral("Crédito não aprovado para o responsável financeiro"));
}

QJsonObject Erp::state() const
{
    QJsonArray contracts;
    for (const QJsonObject &contract : m_contracts)
        contracts.append(contract);
    QJsonObject state {{QStringLiteral("contracts"), contracts}, {QStringLiteral("deduplicate"), m_deduplicating}};
    m_book.writeTo(&state);
    return state;
}

} // namespace ponte::sandbox
