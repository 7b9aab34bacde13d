// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/environment.h"
#include "core/lojaclick/salestore.h"

namespace ponte::lojaclick {

/// What follows an accepted contract, delivered from the outbox: the status of the term enrolment ("term_status"), the
/// ERP's number at the contract in RM ("contract_link"), and the Broker's confirmation ("broker_notice").
class Effects
{
public:
    explicit Effects(Environment &environment);

    [[nodiscard]] QHash<QString, work::OutboxDispatcher::Handler> handlers();
    /// Of the destination that a kind of entry talks to.
    [[nodiscard]] Result<qint64> credentialVersion(const QString &kind);
    /// As many entries at once as the limits of RM and the Broker let out.
    [[nodiscard]] int capacity() const;

private:
    [[nodiscard]] work::OutboxOutcome notifyBroker(const work::OutboxEntry &entry, http::Client &client);
    [[nodiscard]] work::OutboxOutcome changeStatus(const work::OutboxEntry &entry, http::Client &client);
    [[nodiscard]] work::OutboxOutcome linkContract(const work::OutboxEntry &entry, http::Client &client);
    using RmWork = std::function<Result<>(class SgeGateway &, const StoredSale &, const Settings &, rm::ExchangeLog &)>;
    [[nodiscard]] work::OutboxOutcome inRm(const work::OutboxEntry &entry, http::Client &client,
                                           const QString &functionality, const QString &success, const QString &failing,
                                           const RmWork &work);
    [[nodiscard]] Result<SaleNow> saleOf(const work::OutboxEntry &entry);

    Environment &m_environment;
};

} // namespace ponte::lojaclick
