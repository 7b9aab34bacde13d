// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/brokergateway.h"

#include "core/base/json.h"
#include "core/base/redaction.h"
#include "core/lojaclick/outsidecalls.h"
#include "core/lojaclick/restanswer.h"

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

namespace {

BrokerAnswer brokerAnswer(const http::Response &response)
{
    const int status = response.status;
    const QString http = u" (HTTP "_s + QString::number(status) + u").";
    const auto wait = retryAfter(response.headers);
    if ((status >= 200 && status < 300) || status == 409)
        return {BrokerAnswer::Kind::Delivered, u"O Broker recebeu a confirmação."_s, status, wait};
    if (status == 401 || status == 403)
        return {BrokerAnswer::Kind::StopCredentials, u"O Broker recusou o token ****"_s + http, status, wait};
    if (status == 408 || status == 429 || status >= 500)
        return {BrokerAnswer::Kind::Retry, u"O Broker não está atendendo"_s + http, status, wait};
    if (status < 400) {
        return {BrokerAnswer::Kind::Retry, u"O Broker redireciona para outro endereço, o que não é seguido"_s + http,
                status, wait};
    }
    const QString reason = refusalText(response.body);
    const QString refused = u"O Broker recusou a confirmação"_s;
    return {BrokerAnswer::Kind::NeedsPerson, reason.isEmpty() ? QString(refused + http) : refused + u": " + reason,
            status, wait};
}

} // namespace

QJsonObject confirmationBody(const Confirmation &confirmation)
{
    return {{u"IdUnico"_s, confirmation.saleId},
            {u"CodColigada"_s, confirmation.company.value()},
            {u"Ra"_s, confirmation.ra},
            {u"IdPreContrato"_s, confirmation.preContractId},
            {u"CodStatus"_s, confirmation.status},
            {u"Situacao"_s, confirmation.situation},
            {u"NumeroContrato"_s, confirmation.contractNumber},
            {u"DataEfetivacao"_s, confirmation.activatedAt.toUTC().toString(Qt::ISODate)}};
}

BrokerGateway::BrokerGateway(http::Sender &http, BrokerConnection connection, CancelToken cancel)
    : m_http(http)
    , m_connection(std::move(connection))
    , m_cancel(std::move(cancel))
{}

Result<BrokerAnswer> BrokerGateway::confirm(const Confirmation &confirmation, rm::ExchangeLog &log)
{
    const QByteArray body = json::toText(confirmationBody(confirmation));
    http::Request outgoing {.method = "POST", .url = addressBelow(m_connection.address, u"/matriculas/confirmacao"_s)};
    outgoing.headers = {
        {"Content-Type", "application/json; charset=utf-8"},
        {"Idempotency-Key", (QString::number(confirmation.company.value()) + u'-' + confirmation.saleId).toUtf8()}};
    outgoing.body = body;
    outgoing.name = call::brokerConfirm;
    return exchange(outgoing, QString::fromUtf8(body), log);
}

Result<BrokerAnswer> BrokerGateway::health(rm::ExchangeLog &log)
{
    http::Request outgoing {.url = addressBelow(m_connection.address, u"/health"_s)};
    outgoing.name = call::brokerHealth;
    auto answer = exchange(outgoing, {}, log);
    if (answer && answer->kind == BrokerAnswer::Kind::Delivered)
        answer->message = u"O Broker respondeu."_s;
    return answer;
}

Result<BrokerAnswer> BrokerGateway::exchange(http::Request request, const QString &sent, rm::ExchangeLog &log)
{
    request.deadline = m_connection.timeout;
    request.headers << qMakePair(QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json"));
    request.headers << qMakePair(QByteArrayLiteral("Authorization"),
                                 QByteArray("Bearer " + m_connection.token.toUtf8()));
    std::chrono::milliseconds took {0};
    request.took = &took;
    const auto response = m_http.send(request, m_cancel);
    const QStringList secrets = m_connection.token.isEmpty() ? QStringList() : QStringList {m_connection.token};
    if (response || !wasHeldBack(response.error()))
        log << keptExchange(request, sent, took, response, secrets);
    if (response) {
        BrokerAnswer answer = brokerAnswer(*response);
        answer.message = redacted(answer.message, secrets);
        return answer;
    }
    const Error &error = response.error();
    if (wasHeldBack(error)) {
        if (error.code == ErrorCode::Unauthorized)
            return BrokerAnswer {BrokerAnswer::Kind::StopCredentials, error.message, 0, {}};
        if (error.code == ErrorCode::Unreachable)
            return BrokerAnswer {BrokerAnswer::Kind::Retry, error.message, 0, {}};
        return tl::unexpected(error);
    }
    const QString message = error.code == ErrorCode::OutcomeUnknown ? u"O Broker não deu uma resposta utilizável."_s
                                                                    : u"Não foi possível conectar ao Broker."_s;
    return BrokerAnswer {BrokerAnswer::Kind::Retry, message, 0, {}};
}

} // namespace ponte::lojaclick
