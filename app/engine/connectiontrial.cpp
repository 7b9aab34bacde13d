// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "app/engine/connectiontrial.h"

#include "core/delivery/mailsettings.h"
#include "core/lojaclick/settings.h"

#include <QCoreApplication>
#include <QHash>

namespace ponte::app {

using namespace Qt::StringLiterals;

namespace {

using Steps = QList<lojaclick::CheckStep>;
using TrialTold = lojaclick::ConnectionCheck::Told;
using TrialRun = std::function<Steps(const CancelToken &, const TrialTold &)>;

/// What is stored, or an empty connection where everything that is needed was given.
template<class T>
Result<T> storedOr(const Result<lojaclick::Reached<T>> &found, bool isGiven)
{
    if (found)
        return found->connection;
    if (isGiven && found.error().code == ErrorCode::Rule)
        return T();
    return tl::unexpected(found.error());
}

class TrialText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionTrial)
};

bool isSameServer(const QUrl &one, const QUrl &other)
{
    const auto portOf = [](const QUrl &url) {
        static const QHash<QString, int> usual {{u"http"_s, 80}, {u"https"_s, 443}, {u"smtp"_s, 25}, {u"smtps"_s, 465}};
        return url.port(usual.value(url.scheme(), -1));
    };
    return one.scheme() == other.scheme() && one.host() == other.host() && portOf(one) == portOf(other);
}

/// A secret that nobody sees again must not be had by typing the address of a server of one's own.
Result<> checkSecretStays(const parameters::ConnectionTrial &trial, const QUrl &stored, const QString &secret)
{
    const bool isElsewhere = trial.url && !trial.url->host().isEmpty() && !isSameServer(*trial.url, stored);
    if (!isElsewhere || trial.secret || secret.isEmpty())
        return {};
    const QString home = stored.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString(QUrl::StripTrailingSlash);
    const QString text =
        trial.name == "broker"_L1
            ? TrialText::tr("The stored token goes to %1 alone. Type the token as well to try another server.")
            : TrialText::tr("The stored password goes to %1 alone. Type the password as well to try another server.");
    return failure(ErrorCode::Validation, text.arg(home), {}, u"secret"_s);
}

template<class T>
void lay(std::optional<T> given, T &stored)
{
    if (given)
        stored = std::move(*given);
}

Result<QStringList> integrationUsers(Services &services, storage::Connection &reader,
                                     const lojaclick::SettingsReader &settings)
{
    const auto networks = services.connections.networks(reader);
    if (!networks)
        return tl::unexpected(networks.error());
    QStringList users;
    for (const parameters::Connections::CompanyNetwork &entry : *networks) {
        // A company without this parameter is told of when it sells, not here.
        if (const Result<QString> user = settings.integrationUser(reader, entry.company))
            users.append(*user);
    }
    return users;
}

Result<TrialRun> prepareRm(Services &services, storage::Connection &reader, const parameters::ConnectionTrial &trial)
{
    const lojaclick::SettingsReader settings(services.parameters, services.connections);
    Result<rm::Connection> connection = storedOr(settings.readRm(reader), trial.url.has_value());
    if (!connection)
        return tl::unexpected(connection.error());
    if (const Result<> stays = checkSecretStays(trial, connection->url, connection->password); !stays)
        return tl::unexpected(stays.error());
    lay(trial.url, connection->url);
    lay(trial.user, connection->user);
    lay(trial.secret, connection->password);
    const Result<QStringList> users = integrationUsers(services, reader, settings);
    if (!users)
        return tl::unexpected(users.error());
    return TrialRun([connection = *connection, users = *users](const CancelToken &cancel, const TrialTold &told) {
        http::Client client;
        return lojaclick::ConnectionCheck(client, cancel, told).rm(connection, users);
    });
}

Result<TrialRun> prepareErp(Services &services, storage::Connection &reader, const parameters::ConnectionTrial &trial)
{
    const lojaclick::SettingsReader settings(services.parameters, services.connections);
    Result<lojaclick::ErpConnection> connection = storedOr(settings.readErp(reader), trial.url.has_value());
    if (!connection)
        return tl::unexpected(connection.error());
    if (const Result<> stays = checkSecretStays(trial, connection->url, connection->password); !stays)
        return tl::unexpected(stays.error());
    lay(trial.url, connection->url);
    lay(trial.user, connection->user);
    lay(trial.secret, connection->password);
    return TrialRun([connection = *connection](const CancelToken &cancel, const TrialTold &told) {
        http::Client client;
        return lojaclick::ConnectionCheck(client, cancel, told).erp(connection);
    });
}

Result<TrialRun> prepareBroker(Services &services, storage::Connection &reader,
                               const parameters::ConnectionTrial &trial)
{
    const lojaclick::SettingsReader settings(services.parameters, services.connections);
    Result<lojaclick::BrokerConnection> connection =
        storedOr(settings.readBroker(reader), trial.url.has_value() && trial.secret.has_value());
    if (!connection)
        return tl::unexpected(connection.error());
    if (const Result<> stays = checkSecretStays(trial, connection->address, connection->token); !stays)
        return tl::unexpected(stays.error());
    lay(trial.url, connection->address);
    lay(trial.secret, connection->token);
    return TrialRun([connection = *connection](const CancelToken &cancel, const TrialTold &told) {
        http::Client client;
        return lojaclick::ConnectionCheck(client, cancel, told).broker(connection);
    });
}

Steps mailSteps(const mail::MailTrial &trial, const mail::MailSettings &settings, const TrialTold &told)
{
    using Kind = lojaclick::CheckStep::Kind;
    using Outcome = lojaclick::CheckStep::Outcome;
    const QString host = settings.url.host();
    const QList<std::pair<Kind, QString>> checks {
        {Kind::Name, TrialText::tr("%1 is known.").arg(host)},
        {Kind::Address, TrialText::tr("A mail server answers at %1.").arg(settings.url.authority())},
        {Kind::Tls, TrialText::tr("The connection is encrypted, and the certificate is trusted.")},
        {Kind::Credentials, TrialText::tr("User and password are taken.")},
        {Kind::Call, TrialText::tr("The server is ready; no message was sent.")}};
    Steps steps;
    for (qsizetype i = 0; i < checks.size(); ++i) {
        const auto &[kind, passed] = checks.at(i);
        const int stage = int(trial.stage);
        if (trial.problem && i == stage)
            steps.append({kind, Outcome::Failed, trial.problem->message});
        else if (trial.problem && i > stage)
            steps.append({kind, Outcome::Skipped, TrialText::tr("Not tried, since the check before it failed.")});
        else if (kind == Kind::Credentials && settings.user.isEmpty())
            steps.append({kind, Outcome::Skipped, TrialText::tr("No user is given, so none was tried.")});
        else
            steps.append({kind, Outcome::Passed, passed});
        if (told)
            told(steps.last());
    }
    return steps;
}

Result<TrialRun> prepareMail(Services &services, storage::Connection &reader, const parameters::ConnectionTrial &trial)
{
    const auto stored = services.connections.reveal(reader, trial.name);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored && !trial.url)
        return failure(ErrorCode::Rule, TrialText::tr("No mail server is set up."));
    parameters::ConnectionSettings given = stored->value_or(parameters::ConnectionSettings());
    if (const Result<> stays = checkSecretStays(trial, given.url, given.password); !stays)
        return tl::unexpected(stays.error());
    lay(trial.url, given.url);
    lay(trial.user, given.user);
    lay(trial.secret, given.password);
    const QJsonObject further = trial.extra.value_or(QJsonObject());
    for (auto it = further.begin(); it != further.end(); ++it)
        given.extra.insert(it.key(), it.value());
    return TrialRun([settings = delivery::mailSettingsOf(given)](const CancelToken &cancel, const TrialTold &told) {
        return mailSteps(mail::tryMailServer(settings, cancel), settings, told);
    });
}

} // namespace

Result<TrialRun> prepareTrial(Services &services, storage::Connection &reader, const parameters::ConnectionTrial &trial)
{
    if (trial.name == "rm"_L1)
        return prepareRm(services, reader, trial);
    if (trial.name == QStringView(parameters::mailConnection))
        return prepareMail(services, reader, trial);
    return trial.name == "erp"_L1 ? prepareErp(services, reader, trial) : prepareBroker(services, reader, trial);
}

} // namespace ponte::app
