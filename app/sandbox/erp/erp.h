// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/credentials.h"
#include "app/sandbox/jsoncall.h"
#include "core/base/clock.h"

#include <QHash>
#include <QSet>

namespace ponte::sandbox {

/// The stand-in for the ERP under /erp: makes contracts effective, once per pre-contract unless told to trust its
/// callers.
class Erp final : public OutsideSystem
{
public:
    explicit Erp(const Clock &clock);

    void setDeduplicating(bool on) { m_deduplicating = on; }
    [[nodiscard]] std::unique_ptr<OutsideCall> identify(const http::ServerRequest &request) override;
    [[nodiscard]] http::ServerResponse answer(const OutsideCall &call, const http::ServerRequest &request) override;
    [[nodiscard]] http::ServerResponse faulty(const Fault &fault, const OutsideCall &call) override;
    [[nodiscard]] QJsonObject state() const override;
    void reset() override;

private:
    struct Route;
    [[nodiscard]] static const QList<Route> &routes();
    [[nodiscard]] http::ServerResponse token(const http::ServerRequest &request);
    [[nodiscard]] http::ServerResponse activate(const JsonCall &call, const http::ServerRequest &request);
    [[nodiscard]] http::ServerResponse find(const JsonCall &call) const;
    [[nodiscard]] bool isAuthorised(const QByteArray &authorization);
    [[nodiscard]] QJsonObject tokens();
    [[nodiscard]] QString now() const;

    const Clock &m_clock;
    Credentials m_credentials;
    QSet<QString> m_accessTokens;
    QSet<QString> m_refreshTokens;
    bool m_deduplicating = true;
    QList<QJsonObject> m_contracts;
    QHash<QString, QList<qsizetype>> m_byBusinessKey; ///< "coligada-idPreContrato" → its contracts
    QHash<QString, qsizetype> m_byIdempotencyKey;
    CallBook m_book;
    int m_nextToken = 1;
};

} // namespace ponte::sandbox
