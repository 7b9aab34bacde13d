// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/security/apiclients.h"

#include "core/security/audit.h"

#include <QCoreApplication>

#include <sodium.h>

namespace ponte::security {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

constexpr int accessSeconds = 300;
constexpr int refreshSeconds = 16 * 3600;

QString randomText(size_t bytes)
{
    QByteArray random(qsizetype(bytes), Qt::Uninitialized);
    randombytes_buf(random.data(), bytes);
    return QString::fromLatin1(random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray hashOf(const QString &secret)
{
    const QByteArray text = secret.toUtf8();
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), crypto_generichash_BYTES,
                       reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size()), nullptr, 0);
    return hash;
}

bool sameHash(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), size_t(a.size())) == 0;
}

ApiClient clientOf(const storage::Row &row)
{
    ApiClient client;
    client.id = row.number(u"id");
    client.name = row.text(u"name");
    if (!row.isNull(u"company"))
        client.company = CompanyId(row.number(u"company"));
    client.createdAt = row.time(u"created_at");
    client.createdBy = row.text(u"created_by");
    client.revokedAt = row.time(u"revoked_at");
    return client;
}

tl::unexpected<Error> wrongCredentials()
{
    return failure(ErrorCode::Unauthorized, u"Usuário ou senha inválidos."_s);
}

} // namespace

ApiClients::ApiClients(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<NewApiClient> ApiClients::add(const Actor &actor, const QString &name, std::optional<CompanyId> company)
{
    if (const Result<> allowed = actor.require(Action::ManageApiClients); !allowed)
        return tl::unexpected(allowed.error());
    if (name.trimmed().isEmpty() || name.size() > 60 || name.contains(u':'))
        return failure(
            ErrorCode::Validation,
            QCoreApplication::translate("Security", "The name of an API client has 1 to 60 characters and no colon."),
            {}, u"name"_s);
    const NewApiClient fresh {name, randomText(32)};
    return m_database.writer().write<NewApiClient>(
        "api_client.add", [&](Connection &connection) -> Result<NewApiClient> {
            const auto existing = connection.first(u"security.active_client"_s, {{u":name"_s, name}});
            if (!existing)
                return tl::unexpected(existing.error());
            if (*existing)
                return failure(
                    ErrorCode::Conflict,
                    QCoreApplication::translate("Security", "An API client named '%1' exists: revoke it first.")
                        .arg(name),
                    {}, u"name"_s);
            const auto added = connection.execute(
                u"security.add_client"_s,
                {{u":name"_s, name},
                 {u":company"_s, company ? QVariant(company->value()) : QVariant(QMetaType(QMetaType::LongLong))},
                 {u":password_hash"_s, hashOf(fresh.password)},
                 {u":now"_s, m_clock.now()},
                 {u":who"_s, actor.name()}});
            if (!added)
                return tl::unexpected(added.error());
            const Result<> told =
                appendAudit(connection, actor, {u"api_client.add"_s, u"api_client "_s + name, company}, m_clock.now());
            return told ? Result<NewApiClient>(fresh) : tl::unexpected(told.error());
        });
}

Result<QList<ApiClient>> ApiClients::list(const Actor &actor)
{
    if (const Result<> allowed = actor.require(Action::ManageApiClients); !allowed)
        return tl::unexpected(allowed.error());
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto rows = (*connection)->query(u"security.clients"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<ApiClient> clients;
    for (const storage::Row &row : *rows)
        clients.append(clientOf(row));
    return clients;
}

Result<> ApiClients::revoke(const Actor &actor, const QString &name)
{
    if (const Result<> allowed = actor.require(Action::ManageApiClients); !allowed)
        return allowed;
    return m_database.writer().write<void>("api_client.revoke", [&](Connection &connection) -> Result<> {
        if (const auto dropped = connection.execute(u"security.drop_client_tokens"_s, {{u":name"_s, name}}); !dropped)
            return tl::unexpected(dropped.error());
        const auto revoked =
            connection.execute(u"security.revoke_client"_s, {{u":now"_s, m_clock.now()}, {u":name"_s, name}});
        if (!revoked)
            return tl::unexpected(revoked.error());
        if (*revoked == 0)
            return failure(ErrorCode::NotFound,
                           QCoreApplication::translate("Security", "There is no API client named '%1'.").arg(name));
        return appendAudit(connection, actor, {u"api_client.revoke"_s, u"api_client "_s + name}, m_clock.now());
    });
}

Result<ApiClient> ApiClients::checkPassword(const QString &username, const QString &password)
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto row = (*connection)->first(u"security.active_client"_s, {{u":name"_s, username}});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row || !sameHash((*row)->bytes(u"password_hash"), hashOf(password)))
        return wrongCredentials();
    return clientOf(**row);
}

Result<Actor> ApiClients::authenticate(const QByteArray &authorization)
{
    const auto actorOf = [](const ApiClient &client) { return Actor::apiClient(client.name, client.company); };
    if (authorization.toLower().startsWith("basic ")) {
        const QString text = QString::fromUtf8(QByteArray::fromBase64(authorization.mid(6).trimmed()));
        return checkPassword(text.section(u':', 0, 0), text.section(u':', 1)).map(actorOf);
    }
    if (!authorization.toLower().startsWith("bearer "))
        return failure(ErrorCode::Unauthorized, u"A chamada precisa de autenticação Basic ou Bearer."_s);
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const QString token = QString::fromUtf8(authorization.mid(7).trimmed());
    const auto row =
        (*connection)
            ->first(u"security.token_client"_s, {{u":access_hash"_s, hashOf(token)}, {u":now"_s, m_clock.now()}});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return failure(ErrorCode::Unauthorized, u"O token expirou ou não é válido: peça outro."_s);
    return actorOf(clientOf(**row));
}

Result<TokenPair> ApiClients::newPair(qint64 clientId)
{
    const TokenPair pair {randomText(32), randomText(32), accessSeconds};
    const QDateTime now = m_clock.now();
    return m_database.writer().write<TokenPair>("api_token.issue", [&](Connection &connection) -> Result<TokenPair> {
        if (const auto dropped = connection.execute(u"security.drop_old_tokens"_s, {{u":now"_s, now}}); !dropped)
            return tl::unexpected(dropped.error());
        const auto added =
            connection.execute(u"security.add_token"_s, {{u":access_hash"_s, hashOf(pair.access)},
                                                         {u":refresh_hash"_s, hashOf(pair.refresh)},
                                                         {u":client"_s, clientId},
                                                         {u":access_until"_s, now.addSecs(accessSeconds)},
                                                         {u":refresh_until"_s, now.addSecs(refreshSeconds)}});
        if (!added)
            return tl::unexpected(added.error());
        return pair;
    });
}

Result<TokenPair> ApiClients::issueToken(const QString &username, const QString &password)
{
    const Result<ApiClient> client = checkPassword(username, password);
    if (!client)
        return tl::unexpected(client.error());
    return newPair(client->id);
}

Result<TokenPair> ApiClients::refreshToken(const QString &refresh)
{
    const QDateTime now = m_clock.now();
    const Result<qint64> client =
        m_database.writer().write<qint64>("api_token.refresh", [&](Connection &connection) -> Result<qint64> {
            const auto row =
                connection.first(u"security.take_refresh"_s, {{u":refresh_hash"_s, hashOf(refresh)}, {u":now"_s, now}});
            if (!row)
                return tl::unexpected(row.error());
            if (!*row)
                return failure(ErrorCode::Unauthorized, u"O refresh_token expirou ou já foi usado."_s);
            return (*row)->number(u"client");
        });
    if (!client)
        return tl::unexpected(client.error());
    return newPair(*client);
}

} // namespace ponte::security
