// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/brokergateway.h"
#include "core/lojaclick/erpgateway.h"
#include "core/lojaclick/sgegateway.h"
#include "core/parameters/connections.h"
#include "core/parameters/parameters.h"
#include "core/parameters/stamp.h"

#include <memory>
#include <optional>

namespace ponte::lojaclick {

/// How an outside system is reached now, with the version of its credentials and how many calls may be in flight.
template<class Connection>
struct Reached {
    Connection connection;
    qint64 version = 0;
    int concurrency = 0;
};

/// All that one sale or attempt reads from parameters and connections, taken once at its start.
struct Settings {
    qint64 version = 0; ///< of the parameters, as an execution keeps it
    Network network = Network::Senai;
    QString preEnrollmentStatus, enrollmentStatus, integrationUser;
    std::optional<int> resendMaximum;
    Reached<rm::Connection> rm;
    SgeSettings sge;
    Reached<ErpConnection> erp;
};

/// All that one notice to the Broker reads, taken once at its start.
struct NoticeSettings {
    qint64 version = 0; ///< of the parameters
    QString enrollmentStatus;
    Reached<BrokerConnection> broker;
};

/// Reads settings on the calling worker's connection. What it read for a sale or a notice it keeps as long as nothing
/// is configured anew, which each reading asks the database. Any thread. A missing one is ErrorCode::Rule with the
/// customer's label of the parameter in the message and its key in `field` (loja-click.md D0-10).
class SettingsReader
{
public:
    SettingsReader(const parameters::Parameters &parameters, const parameters::Connections &connections);

    [[nodiscard]] Result<Settings> read(storage::Connection &connection, CompanyId company, LevelId level) const;
    /// `stamp` was just read of the same database.
    [[nodiscard]] Result<Settings> read(storage::Connection &connection, CompanyId company, LevelId level,
                                        const parameters::Stamp &stamp) const;
    [[nodiscard]] Result<NoticeSettings> readNotice(storage::Connection &connection, CompanyId company, LevelId level,
                                                    const parameters::Stamp &stamp) const;
    [[nodiscard]] Result<Reached<rm::Connection>> readRm(storage::Connection &connection,
                                                         SgeSettings *sge = nullptr) const;
    [[nodiscard]] Result<Reached<ErpConnection>> readErp(storage::Connection &connection) const;
    [[nodiscard]] Result<Reached<BrokerConnection>> readBroker(storage::Connection &connection) const;
    /// Calls in flight at a time, without opening any secret; the default where nothing is set or readable.
    [[nodiscard]] int rmConcurrency(storage::Connection &connection) const;
    [[nodiscard]] int erpConcurrency(storage::Connection &connection) const;
    [[nodiscard]] static int brokerConcurrency();
    [[nodiscard]] Result<QString> integrationUser(storage::Connection &connection, CompanyId company) const;
    [[nodiscard]] Result<QString> enrollmentStatus(storage::Connection &connection, CompanyId company,
                                                   LevelId level) const;
    /// None where the parameter is empty: then nothing is ever resent automatically (loja-click.md D0-05).
    [[nodiscard]] Result<std::optional<int>> resendMaximum(storage::Connection &connection, CompanyId company) const;
    /// None where the company was never configured.
    [[nodiscard]] Result<std::optional<Network>> network(storage::Connection &connection, CompanyId company) const;

private:
    struct Memory;

    [[nodiscard]] Result<Settings> readAnew(storage::Connection &connection, CompanyId company, LevelId level) const;
    [[nodiscard]] Result<NoticeSettings> readNoticeAnew(storage::Connection &connection, CompanyId company,
                                                        LevelId level) const;
    [[nodiscard]] Result<QString> required(storage::Connection &connection, const char16_t *key,
                                           const parameters::Scope &scope, const QString &label) const;
    [[nodiscard]] int concurrency(storage::Connection &connection, const QString &name, int standard) const;
    const parameters::Parameters &m_parameters;
    const parameters::Connections &m_connections;
    std::shared_ptr<Memory> m_memory;
};

} // namespace ponte::lojaclick
