// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/erpgateway.h"

#include "core/base/json.h"
#include "core/base/redaction.h"
#include "core/lojaclick/outsidecalls.h"
#include "core/lojaclick/restanswer.h"

#include <QJsonArray>

#include <algorithm>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

namespace {

using Kind = ErpAnswer::Kind;

constexpr json::Limits answerLimits {.bytes = 4 * 1024 * 1024};

bool isEffective(const QJsonObject &contract)
{
    const QString situation = contract.value("situacao"_L1).toString();
    return situation.isEmpty() || situation.compare("EFETIVADO"_L1, Qt::CaseInsensitive) == 0;
}

QString withStatus(const QString &text, int status)
{
    return text + u" (HTTP "_s + QString::number(status) + u").";
}

ErpAnswer answerOf(const http::Response &response, Kind kind, const QString &message, bool mayHaveArrived = false)
{
    return {kind, {}, message, response.status, mayHaveArrived, retryAfter(response.headers)};
}

/// What every call has in common: none where the status is for the call itself to judge.
std::optional<ErpAnswer> troubleOf(const http::Response &response)
{
    const int status = response.status;
    if (status == 401 || status == 403)
        return answerOf(response, Kind::Stopped, withStatus(u"O ERP recusou as credenciais"_s, status));
    if (status >= 300 && status < 400) {
        return answerOf(response, Kind::Redirected,
                        withStatus(u"O ERP redireciona para outro endereço, o que não é seguido"_s, status), true);
    }
    if (status == 408 || status == 429 || status >= 500)
        return answerOf(response, Kind::Unanswered, withStatus(u"O ERP não está atendendo"_s, status), true);
    return std::nullopt;
}

ErpAnswer silence(const Error &error, bool mayHaveArrived)
{
    if (wasHeldBack(error))
        return {
            error.code == ErrorCode::Unauthorized ? Kind::Stopped : Kind::Unanswered, {}, error.message, 0, false, {}};
    if (error.code == ErrorCode::Unauthorized)
        return {Kind::Stopped, {}, error.message, 0, false, {}};
    const QString message = error.code == ErrorCode::OutcomeUnknown
                                ? u"O ERP não deu uma resposta utilizável; o contrato pode ter sido efetivado."_s
                                : u"Não foi possível conectar ao ERP."_s;
    return {Kind::Unanswered, {}, message, 0, mayHaveArrived && error.code == ErrorCode::OutcomeUnknown, {}};
}

/// Neither an answer nor its absence: the destination was not the reason.
bool isOwnFailure(const Error &error)
{
    return wasHeldBack(error) && error.code != ErrorCode::Unauthorized && error.code != ErrorCode::Unreachable;
}

ErpAnswer unreadable(const http::Response &response, bool mayHaveArrived)
{
    return answerOf(response, Kind::Unanswered, withStatus(u"A resposta do ERP não pôde ser lida"_s, response.status),
                    mayHaveArrived);
}

ErpAnswer activationAnswer(const http::Response &response)
{
    if (const auto trouble = troubleOf(response))
        return *trouble;
    const int status = response.status;
    if (status == 200 || status == 201 || status == 409) {
        const auto body = json::parseObject(response.body, answerLimits);
        const QString number = body ? textOf(body->root.value("numeroContrato"_L1)) : QString();
        if (number.isEmpty() || !isEffective(body->root))
            return unreadable(response, true);
        ErpAnswer answer = answerOf(response, Kind::Accepted,
                                    status == 409 ? u"O contrato %1 já estava efetivado no ERP."_s.arg(number)
                                                  : u"O contrato %1 foi efetivado no ERP."_s.arg(number));
        answer.number = number;
        return answer;
    }
    if (status < 400)
        return unreadable(response, true);
    const QString reason = refusalText(response.body);
    return answerOf(response, Kind::Refused,
                    reason.isEmpty() ? withStatus(u"O ERP recusou a efetivação do contrato"_s, status)
                                     : u"O ERP recusou a efetivação do contrato: "_s + reason);
}

ErpAnswer verificationAnswer(const http::Response &response)
{
    if (const auto trouble = troubleOf(response)) {
        ErpAnswer answer = *trouble;
        answer.mayHaveArrived = false;
        return answer;
    }
    if (response.status != 200) {
        return answerOf(response, Kind::Unanswered,
                        withStatus(u"O ERP não respondeu à consulta do contrato"_s, response.status));
    }
    const auto body = json::parseObject(response.body, answerLimits);
    if (!body || !body->root.value("items"_L1).isArray())
        return unreadable(response, false);
    const QJsonArray items = body->root.value("items"_L1).toArray();
    for (const auto &item : items) {
        const QJsonObject contract = item.toObject();
        const QString number = textOf(contract.value("numeroContrato"_L1));
        if (number.isEmpty() || !isEffective(contract))
            continue;
        ErpAnswer answer =
            answerOf(response, Kind::Accepted, u"O contrato %1 já estava efetivado no ERP."_s.arg(number));
        answer.number = number;
        return answer;
    }
    return answerOf(response, Kind::Absent, u"O ERP ainda não tem contrato efetivo para este pré-contrato."_s);
}

QByteArray formValue(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

QJsonObject activationBody(const ActivationRequest &request)
{
    return {{u"codColigada"_s, request.company.value()},
            {u"codFilial"_s, request.branch.value()},
            {u"ra"_s, request.ra},
            {u"idPreContrato"_s, request.preContractId},
            {u"codCfo"_s, request.guardianCode},
            {u"idVenda"_s, request.saleId},
            {u"valorTotal"_s, request.total.toText()},
            {u"quantidadeParcelas"_s, request.instalments},
            {u"diaVencimento"_s, request.dueDay},
            {u"formaPagamento"_s, request.paymentMethod}};
}

ErpGateway::ErpGateway(http::Sender &http, ErpConnection connection, CancelToken cancel)
    : m_http(http)
    , m_connection(std::move(connection))
    , m_cancel(std::move(cancel))
{}

QStringList ErpGateway::secrets() const
{
    QStringList texts {m_connection.password, QString::fromUtf8(m_token)};
    texts.removeAll(QString());
    return texts;
}

Result<ErpAnswer> ErpGateway::activate(const ActivationRequest &request, rm::ExchangeLog &log)
{
    const QByteArray body = json::toText(activationBody(request));
    http::Request outgoing {.method = "POST", .url = addressBelow(m_connection.url, u"/contratos/efetivacao"_s)};
    outgoing.headers = {
        {"Content-Type", "application/json; charset=utf-8"},
        {"Idempotency-Key", (QString::number(request.company.value()) + u'-' + request.preContractId).toUtf8()}};
    outgoing.body = body;
    outgoing.name = call::erpActivate;
    const auto reply = exchange(outgoing, QString::fromUtf8(body), log);
    if (!reply)
        return tl::unexpected(reply.error());
    if (const auto *answer = std::get_if<ErpAnswer>(&*reply))
        return *answer;
    ErpAnswer answer = activationAnswer(std::get<http::Response>(*reply));
    answer.message = redacted(answer.message, secrets());
    return answer;
}

Result<ErpAnswer> ErpGateway::verify(CompanyId company, const QString &preContractId, rm::ExchangeLog &log)
{
    http::Request outgoing {.url = addressBelow(m_connection.url, u"/contratos"_s)};
    const QByteArray query =
        "codColigada=" + QByteArray::number(company.value()) + "&idPreContrato=" + formValue(preContractId);
    outgoing.url.setQuery(QString::fromLatin1(query));
    outgoing.name = call::erpVerify;
    const auto reply = exchange(outgoing, QString::fromLatin1(query), log);
    if (!reply)
        return tl::unexpected(reply.error());
    if (const auto *answer = std::get_if<ErpAnswer>(&*reply)) {
        ErpAnswer known = *answer;
        known.mayHaveArrived = false;
        return known;
    }
    return verificationAnswer(std::get<http::Response>(*reply));
}

Result<ErpAnswer> ErpGateway::health(rm::ExchangeLog &log)
{
    http::Request outgoing {.url = addressBelow(m_connection.url, u"/health"_s)};
    outgoing.name = call::erpHealth;
    const auto reply = exchange(outgoing, {}, log);
    if (!reply)
        return tl::unexpected(reply.error());
    if (const auto *answer = std::get_if<ErpAnswer>(&*reply))
        return *answer;
    const auto &response = std::get<http::Response>(*reply);
    if (const auto trouble = troubleOf(response))
        return *trouble;
    if (response.status < 300)
        return answerOf(response, Kind::Accepted, u"O ERP respondeu."_s);
    return answerOf(response, Kind::Refused, withStatus(u"O ERP recusou a chamada de teste"_s, response.status));
}

Result<ErpGateway::Reply> ErpGateway::exchange(const http::Request &request, const QString &sent, rm::ExchangeLog &log)
{
    if (m_connection.authentication == ErpConnection::Authentication::Basic)
        return exchangeOnce(request, sent, log);
    const bool isReused = !m_token.isEmpty() && std::chrono::steady_clock::now() < m_tokenUntil;
    if (!isReused) {
        const auto trouble = fetchToken(log);
        if (!trouble)
            return tl::unexpected(trouble.error());
        if (*trouble)
            return Reply(**trouble);
    }
    auto reply = exchangeOnce(request, sent, log);
    const auto *response = reply ? std::get_if<http::Response>(&*reply) : nullptr;
    if (!response || response->status != 401)
        return reply;
    m_token.clear();
    if (!isReused)
        return reply;
    // A token may end before its time; a 401 did nothing, and the new one is refused only by wrong credentials.
    const auto trouble = fetchToken(log);
    if (!trouble)
        return tl::unexpected(trouble.error());
    return *trouble ? Reply(**trouble) : exchangeOnce(request, sent, log);
}

Result<ErpGateway::Reply> ErpGateway::exchangeOnce(http::Request request, const QString &sent, rm::ExchangeLog &log)
{
    request.deadline = m_connection.timeout;
    request.headers << qMakePair(QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json"));
    request.headers << qMakePair(QByteArrayLiteral("Authorization"),
                                 m_connection.authentication == ErpConnection::Authentication::Basic
                                     ? http::basicAuthorization(m_connection.user, m_connection.password)
                                     : QByteArray("Bearer " + m_token));
    std::chrono::milliseconds took {0};
    request.took = &took;
    const auto response = m_http.send(request, m_cancel);
    if (response || !wasHeldBack(response.error()))
        log << keptExchange(request, sent, took, response, secrets());
    if (response)
        return Reply(*response);
    if (isOwnFailure(response.error()))
        return tl::unexpected(response.error());
    return Reply(silence(response.error(), request.method != "GET"));
}

Result<std::optional<ErpAnswer>> ErpGateway::fetchToken(rm::ExchangeLog &log)
{
    m_token.clear();
    http::Request outgoing {.method = "POST", .url = addressBelow(m_connection.url, u"/api/oauth2/v1/token"_s)};
    outgoing.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    const QByteArray user = "grant_type=password&username=" + formValue(m_connection.user);
    outgoing.body = user + "&password=" + formValue(m_connection.password);
    outgoing.deadline = m_connection.timeout;
    outgoing.name = call::erpToken;
    std::chrono::milliseconds took {0};
    outgoing.took = &took;
    const auto response = m_http.send(outgoing, m_cancel);
    if (response || !wasHeldBack(response.error()))
        log << keptExchange(outgoing, QString::fromLatin1(user), took, response, secrets());
    if (!response) {
        if (isOwnFailure(response.error()))
            return tl::unexpected(response.error());
        return silence(response.error(), false);
    }
    // OAuth2 says wrong credentials with 400.
    if (response->status == 400)
        return answerOf(*response, Kind::Stopped, withStatus(u"O ERP recusou as credenciais"_s, response->status));
    if (auto trouble = troubleOf(*response)) {
        trouble->mayHaveArrived = false;
        return trouble;
    }
    const auto body = json::parseObject(response->body);
    const QString token = body ? body->root.value("access_token"_L1).toString() : QString();
    if (response->status >= 300 || token.isEmpty())
        return unreadable(*response, false);
    m_token = token.toUtf8();
    // Renewed early, so that a call does not carry a token which ends on its way.
    const auto lifetime = std::chrono::seconds(body->root.value("expires_in"_L1).toInt(300));
    m_tokenUntil = std::chrono::steady_clock::now() + lifetime - std::min(lifetime / 10, std::chrono::seconds(30));
    return std::nullopt;
}

} // namespace ponte::lojaclick
