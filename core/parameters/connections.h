// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/security/actor.h"
#include "core/security/secretbox.h"
#include "core/storage/database.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace ponte::parameters {

/// The server that reports are sent by: smtps://host:465, or smtp://host:587 with STARTTLS. Its `extra`: "from" (the
/// sender's address, needed) and "caFile" (an authority of one's own, PEM).
inline constexpr char16_t mailConnection[] = u"mail";

/// How one outside system is reached. `name` is "rm", "erp" or "mail" (the Broker's address and token are parameters).
struct ConnectionSettings {
    QString name;
    QUrl url;
    QString user;
    QString password; ///< only filled by reveal()
    int concurrency = 0; ///< calls in flight per program; 0: the default of the destination (RM 4, ERP 8, Broker 4)
    int timeoutSeconds = 0; ///< 0: the default (RM 30, processes 300; ERP 60)
    QJsonObject extra; ///< settings of the adapter, e.g. codTipoMat, guardianCompany, contractNumberColumn
    qint64 version = 0; ///< grows with each change: the credential version of destination health
};

struct ConnectionChange {
    QString name;
    std::optional<QUrl> url = {};
    std::optional<QString> user = {};
    std::optional<QString> password = {};
    std::optional<int> concurrency = {};
    std::optional<int> timeoutSeconds = {};
    std::optional<QJsonObject> extra = {}; ///< members given replace those stored
};

/// Settings beside the parameter tabs: connections of outside systems and the network (SENAI, IEL, SESI) of each
/// company.
class Connections
{
public:
    Connections(storage::Database &database, const Clock &clock, const security::SecretBox &secrets);

    /// Without the password; none where never set.
    [[nodiscard]] Result<std::optional<ConnectionSettings>> get(storage::Connection &connection,
                                                                const QString &name) const;
    /// With the password, for a worker about to use it.
    [[nodiscard]] Result<std::optional<ConnectionSettings>> reveal(storage::Connection &connection,
                                                                   const QString &name) const;
    /// Validation names url (absolute http or https; of "mail" smtp or smtps), concurrency 1..64, timeout 1..600.
    [[nodiscard]] Result<> set(const security::Actor &actor, const ConnectionChange &change);

    struct CompanyNetwork {
        CompanyId company;
        QString network;
    };
    [[nodiscard]] Result<QList<CompanyNetwork>> networks(storage::Connection &connection) const;
    [[nodiscard]] Result<std::optional<QString>> network(storage::Connection &connection, CompanyId company) const;
    /// `network` is SENAI, IEL or SESI. Also makes the company's schedule "Reenvio automático" where it has none.
    [[nodiscard]] Result<> setNetwork(const security::Actor &actor, CompanyId company, const QString &network);

private:
    storage::Database &m_database;
    const Clock &m_clock;
    const security::SecretBox &m_secrets;
};

/// One row of a lookup (Situação de matrícula, usuário, coligada, filial, nível), read from RM and kept with its age.
struct LookupRow {
    QString code;
    QString description;
};

struct Lookup {
    QList<LookupRow> rows;
    QDateTime readAt; ///< invalid: never read
};

/// `kind` is "statuses" (scope company/level), "users" (scope ""), "companies" (""), "levels" (company), "branches"
/// (company).
class LookupCache
{
public:
    LookupCache(storage::Database &database, const Clock &clock);
    [[nodiscard]] Result<Lookup> get(storage::Connection &connection, const QString &kind, const QString &scope) const;
    [[nodiscard]] Result<> replace(const QString &kind, const QString &scope, const QList<LookupRow> &rows);

private:
    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace ponte::parameters
