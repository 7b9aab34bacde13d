// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/security/actor.h"
#include "core/storage/database.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace ponte::security {

struct ApiClient {
    qint64 id = 0;
    QString name;
    std::optional<CompanyId> company; ///< none: every company
    QDateTime createdAt;
    QString createdBy;
    QDateTime revokedAt; ///< invalid while it may be used
};

struct NewApiClient {
    QString username;
    QString password; ///< shown once; only its hash is kept
};

struct TokenPair {
    QString access, refresh;
    int expiresInSeconds = 300;
};

/// Credentials of the inbound API. Passwords and tokens are random and long, so a fast keyed hash keeps them safely.
/// Worker threads; every call may touch the database.
class ApiClients
{
public:
    ApiClients(storage::Database &database, const Clock &clock);

    [[nodiscard]] Result<NewApiClient> add(const Actor &actor, const QString &name, std::optional<CompanyId> company);
    [[nodiscard]] Result<QList<ApiClient>> list(const Actor &actor);
    /// NotFound where no such client; its tokens end at once.
    [[nodiscard]] Result<> revoke(const Actor &actor, const QString &name);

    /// The acting client for an `Authorization` header (Basic or Bearer); Unauthorized otherwise.
    [[nodiscard]] Result<Actor> authenticate(const QByteArray &authorization);
    [[nodiscard]] Result<TokenPair> issueToken(const QString &username, const QString &password);
    /// A refresh token works once and lives 16 hours.
    [[nodiscard]] Result<TokenPair> refreshToken(const QString &refresh);

private:
    [[nodiscard]] Result<ApiClient> checkPassword(const QString &username, const QString &password);
    [[nodiscard]] Result<TokenPair> newPair(qint64 clientId);

    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace ponte::security
