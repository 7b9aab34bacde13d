// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/client.h"
#include "core/lojaclick/sale.h"
#include "core/rm/exchange.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <variant>

namespace ponte::lojaclick {

struct ErpConnection {
    enum class Authentication { Basic, PasswordToken };
    QUrl url;
    Authentication authentication = Authentication::Basic;
    QString user;
    QString password;
    std::chrono::milliseconds timeout = std::chrono::seconds(60);
};

/// Everything that the body of an activation is built from.
struct ActivationRequest {
    CompanyId company;
    BranchId branch;
    QString ra;
    QString preContractId; ///< CODCONTRATO
    QString guardianCode; ///< CODCFO
    QString saleId;
    Money total;
    int instalments = 0;
    int dueDay = 0;
    QString paymentMethod;
};

[[nodiscard]] QJsonObject activationBody(const ActivationRequest &request);

/// What an answer of the ERP means for the record (CONTRACTS: ERP).
struct ErpAnswer {
    enum class Kind {
        Accepted, ///< effective, now or already; `number` is set
        Absent, ///< verify only: no effective contract under this key
        Refused, ///< the ERP answered and refused: Erro
        Unanswered, ///< Pendente
        Stopped, ///< 401/403: Pendente, and the destination stops
        Redirected, ///< 3xx, never followed: Pendente
    };
    Kind kind = Kind::Unanswered;
    QString number; ///< numeroContrato
    QString message; ///< Portuguese, a whole sentence
    int httpStatus = 0; ///< 0 if nothing came
    bool mayHaveArrived = false; ///< without a clear answer: the activation may have happened
    std::optional<std::chrono::seconds> retryAfter = {};
};

/// The ERP behind the adapter `rest`. Blocks; one per worker thread, so that it may keep its token. An Error means that
/// nothing was sent for a reason of our own (Cancelled, Database, Internal); all else is an answer.
class ErpGateway
{
public:
    ErpGateway(http::Sender &http, ErpConnection connection, CancelToken cancel = {});

    [[nodiscard]] Result<ErpAnswer> activate(const ActivationRequest &request, rm::ExchangeLog &log);
    /// Asks by business key whether the contract is effective; only Accepted and Absent are knowledge.
    [[nodiscard]] Result<ErpAnswer> verify(CompanyId company, const QString &preContractId, rm::ExchangeLog &log);
    /// The harmless call of the connection test; Accepted if the ERP answers 2xx.
    [[nodiscard]] Result<ErpAnswer> health(rm::ExchangeLog &log);

private:
    /// What came, or what its absence means.
    using Reply = std::variant<http::Response, ErpAnswer>;
    [[nodiscard]] Result<Reply> exchange(const http::Request &request, const QString &sent, rm::ExchangeLog &log);
    [[nodiscard]] Result<Reply> exchangeOnce(http::Request request, const QString &sent, rm::ExchangeLog &log);
    /// None: there is a token now.
    [[nodiscard]] Result<std::optional<ErpAnswer>> fetchToken(rm::ExchangeLog &log);
    [[nodiscard]] QStringList secrets() const;

    http::Sender &m_http;
    ErpConnection m_connection;
    CancelToken m_cancel;
    QByteArray m_token;
    std::chrono::steady_clock::time_point m_tokenUntil {};
};

} // namespace ponte::lojaclick
