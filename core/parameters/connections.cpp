// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/parameters/connections.h"

#include "core/security/audit.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace ponte::parameters {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

class ConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(Connections)
};

tl::unexpected<Error> wrong(const QString &field, const QString &message)
{
    return failure(ErrorCode::Validation, message, {}, field);
}

Result<> checkChange(const ConnectionChange &change, bool isNew)
{
    const bool isMail = change.name == QStringView(mailConnection);
    if (change.name != "rm"_L1 && change.name != "erp"_L1 && !isMail)
        return wrong(u"name"_s, ConnectionText::tr("The connections are rm, erp and mail."));
    if (isNew && !change.url)
        return wrong(u"url"_s, ConnectionText::tr("A new connection needs an address (--url)."));
    if (change.url) {
        const QStringList schemes = isMail ? QStringList {u"smtp"_s, u"smtps"_s} : QStringList {u"http"_s, u"https"_s};
        const bool isWhole =
            change.url->isValid() && schemes.contains(change.url->scheme()) && !change.url->host().isEmpty();
        if (!isWhole && isMail)
            return wrong(u"url"_s, ConnectionText::tr("Enter a whole address, such as smtps://mail.example:465."));
        if (!isWhole)
            return wrong(u"url"_s, ConnectionText::tr("Enter a whole address, such as https://rm.example:8051."));
        if (!change.url->userInfo().isEmpty())
            return wrong(u"url"_s, ConnectionText::tr("The address must not hold a user or password."));
    }
    if (change.concurrency && (*change.concurrency < 1 || *change.concurrency > 64))
        return wrong(u"concurrency"_s, ConnectionText::tr("Calls in flight are 1 to 64."));
    if (change.timeoutSeconds && (*change.timeoutSeconds < 1 || *change.timeoutSeconds > 600))
        return wrong(u"timeout"_s, ConnectionText::tr("The time-out is 1 to 600 seconds."));
    return {};
}

ConnectionSettings settingsOf(const storage::Row &row)
{
    ConnectionSettings settings;
    settings.name = row.text(u"name");
    settings.url = QUrl(row.text(u"url"));
    settings.user = row.text(u"user_name");
    settings.concurrency = int(row.number(u"concurrency"));
    settings.timeoutSeconds = int(row.number(u"timeout_seconds"));
    settings.extra = QJsonDocument::fromJson(row.text(u"extra").toUtf8()).object();
    settings.version = row.number(u"version");
    return settings;
}

} // namespace

Connections::Connections(storage::Database &database, const Clock &clock, const security::SecretBox &secrets)
    : m_database(database)
    , m_clock(clock)
    , m_secrets(secrets)
{}

Result<std::optional<ConnectionSettings>> Connections::get(Connection &connection, const QString &name) const
{
    const auto row = connection.first(u"parameters.connection"_s, {{u":name"_s, name}});
    if (!row)
        return tl::unexpected(row.error());
    return *row ? std::optional(settingsOf(**row)) : std::nullopt;
}

Result<std::optional<ConnectionSettings>> Connections::reveal(Connection &connection, const QString &name) const
{
    const auto row = connection.first(u"parameters.connection"_s, {{u":name"_s, name}});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    ConnectionSettings settings = settingsOf(**row);
    if (!(*row)->isNull(u"sealed_password")) {
        const Result<QString> password = m_secrets.open((*row)->bytes(u"sealed_password"));
        if (!password)
            return tl::unexpected(password.error());
        settings.password = *password;
    }
    return settings;
}

Result<> Connections::set(const security::Actor &actor, const ConnectionChange &change)
{
    if (Result<> allowed = actor.require(security::Action::ManageConnections); !allowed)
        return allowed;
    return m_database.writer().write<void>("connection.set", [&](Connection &connection) -> Result<> {
        const auto row = connection.first(u"parameters.connection"_s, {{u":name"_s, change.name}});
        if (!row)
            return tl::unexpected(row.error());
        if (Result<> sound = checkChange(change, !row->has_value()); !sound)
            return sound;
        const ConnectionSettings before = *row ? settingsOf(**row) : ConnectionSettings();
        QJsonObject extra = before.extra;
        const QJsonObject given = change.extra.value_or(QJsonObject());
        for (auto it = given.begin(); it != given.end(); ++it)
            extra.insert(it.key(), it.value());
        QVariant sealed = *row && !(*row)->isNull(u"sealed_password") ? QVariant((*row)->bytes(u"sealed_password"))
                                                                      : QVariant(QMetaType(QMetaType::QByteArray));
        if (change.password)
            sealed = m_secrets.seal(*change.password);
        const auto stored =
            connection.execute(u"parameters.store_connection"_s,
                               {{u":name"_s, change.name},
                                {u":url"_s, change.url.value_or(before.url).toString(QUrl::StripTrailingSlash)},
                                {u":user_name"_s, change.user.value_or(before.user.isNull() ? u""_s : before.user)},
                                {u":sealed_password"_s, sealed},
                                {u":concurrency"_s, change.concurrency.value_or(before.concurrency)},
                                {u":timeout_seconds"_s, change.timeoutSeconds.value_or(before.timeoutSeconds)},
                                {u":extra"_s, QString::fromUtf8(QJsonDocument(extra).toJson(QJsonDocument::Compact))},
                                {u":now"_s, m_clock.now()},
                                {u":who"_s, actor.name()}});
        if (!stored)
            return tl::unexpected(stored.error());
        connection.noteChange(u"connections"_s);
        if (!change.password)
            return {};
        return security::appendAudit(connection, actor, {u"connection.password"_s, u"connection "_s + change.name},
                                     m_clock.now());
    });
}

Result<QList<Connections::CompanyNetwork>> Connections::networks(Connection &connection) const
{
    const auto rows = connection.query(u"parameters.networks"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<CompanyNetwork> networks;
    for (const storage::Row &row : *rows)
        networks.append({CompanyId(row.number(u"company")), row.text(u"network")});
    return networks;
}

Result<std::optional<QString>> Connections::network(Connection &connection, CompanyId company) const
{
    const auto row = connection.first(u"parameters.network"_s, {{u":company"_s, company.value()}});
    if (!row)
        return tl::unexpected(row.error());
    return *row ? std::optional((*row)->text(u"network")) : std::nullopt;
}

Result<> Connections::setNetwork(const security::Actor &actor, CompanyId company, const QString &network)
{
    if (Result<> allowed = actor.require(security::Action::ManageConnections, company); !allowed)
        return allowed;
    if (!QStringList({u"SENAI"_s, u"IEL"_s, u"SESI"_s}).contains(network))
        return wrong(u"network"_s, QCoreApplication::translate("Connections", "The network is SENAI, IEL or SESI."));
    if (company.value() < 1)
        return wrong(u"company"_s, QCoreApplication::translate("Connections", "The company is a number above 0."));
    return m_database.writer().write<void>("network.set", [&](Connection &connection) -> Result<> {
        const QDateTime now = m_clock.now();
        const auto stored = connection.execute(
            u"parameters.store_network"_s,
            {{u":company"_s, company.value()}, {u":network"_s, network}, {u":now"_s, now}, {u":who"_s, actor.name()}});
        if (!stored)
            return tl::unexpected(stored.error());
        const auto scheduled =
            connection.execute(u"parameters.ensure_resend_schedule"_s, {{u":company"_s, company.value()},
                                                                        {u":next_run"_s, now.addSecs(30 * 60)},
                                                                        {u":now"_s, now},
                                                                        {u":who"_s, actor.name()}});
        if (!scheduled)
            return tl::unexpected(scheduled.error());
        connection.noteChange(u"connections"_s);
        return {};
    });
}

} // namespace ponte::parameters
