// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/ids.h"
#include "core/http/client.h"
#include "core/rm/exchange.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace ponte::lojaclick {

struct BrokerConnection {
    QUrl address;
    QString token;
    std::chrono::milliseconds timeout = std::chrono::seconds(30);
};

/// The confirmation of an enrolment.
struct Confirmation {
    QString saleId;
    CompanyId company;
    QString ra;
    QString preContractId;
    QString status; ///< CODSTATUS
    QString situation = QStringLiteral("Matriculado");
    QString contractNumber;
    QDateTime activatedAt;
};

[[nodiscard]] QJsonObject confirmationBody(const Confirmation &confirmation);

/// What an answer of the Broker means for the notice (CONTRACTS: Broker).
struct BrokerAnswer {
    enum class Kind {
        Delivered, ///< 2xx, 409
        StopCredentials, ///< 401/403: no notice leaves until the token changes
        NeedsPerson, ///< other 4xx
        Retry, ///< 3xx, 408, 429, 5xx, no answer
    };
    Kind kind = Kind::Retry;
    QString message; ///< Portuguese, a whole sentence
    int httpStatus = 0; ///< 0 if nothing came
    std::optional<std::chrono::seconds> retryAfter = {};
};

/// The Broker's web service. Blocks; an Error means that nothing was sent for a reason of our own (Cancelled, Database,
/// Internal).
class BrokerGateway
{
public:
    BrokerGateway(http::Sender &http, BrokerConnection connection, CancelToken cancel = {});

    [[nodiscard]] Result<BrokerAnswer> confirm(const Confirmation &confirmation, rm::ExchangeLog &log);
    /// The harmless call of the connection test.
    [[nodiscard]] Result<BrokerAnswer> health(rm::ExchangeLog &log);

private:
    [[nodiscard]] Result<BrokerAnswer> exchange(http::Request request, const QString &sent, rm::ExchangeLog &log);

    http::Sender &m_http;
    BrokerConnection m_connection;
    CancelToken m_cancel;
};

} // namespace ponte::lojaclick
