// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/security/apiclients.h"

#include "app/agent/command.h"
#include "app/agent/scopeoptions.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

Outcome addApiClient(Invocation &invocation)
{
    const Result<std::optional<CompanyId>> company = companyOf(invocation.arguments);
    if (!company)
        return tl::unexpected(company.error());
    const Result<security::Actor> actor = invocation.actor(security::Action::ManageApiClients, *company);
    if (!actor)
        return tl::unexpected(actor.error());
    app::Services &services = **invocation.services();
    const Result<security::NewApiClient> added =
        security::ApiClients(services.database, services.clock).add(*actor, *invocation.arguments.word(0), *company);
    if (!added)
        return tl::unexpected(added.error());
    invocation.output.document(QJsonObject {{u"username"_s, added->username}, {u"password"_s, added->password}});
    invocation.output.table({u"Username"_s, u"Password"_s}, {{added->username, added->password}});
    invocation.output.note(u"The password is shown this once; only a hash of it is kept."_s);
    return ExitStatus::Done;
}

Outcome listApiClients(Invocation &invocation)
{
    const Result<security::Actor> actor = invocation.actor(security::Action::ManageApiClients);
    if (!actor)
        return tl::unexpected(actor.error());
    app::Services &services = **invocation.services();
    const auto clients = security::ApiClients(services.database, services.clock).list(*actor);
    if (!clients)
        return tl::unexpected(clients.error());
    QJsonArray items;
    QList<QStringList> rows;
    for (const security::ApiClient &client : *clients) {
        items.append(QJsonObject {
            {u"name"_s, client.name},
            {u"company"_s, client.company ? QJsonValue(client.company->value()) : QJsonValue()},
            {u"createdAt"_s, jsonTime(client.createdAt)},
            {u"createdBy"_s, client.createdBy},
            {u"revokedAt"_s, jsonTime(client.revokedAt)},
        });
        rows.append({client.name, client.company ? QString::number(client.company->value()) : u"all"_s,
                     jsonTime(client.createdAt).toString(), client.createdBy, jsonTime(client.revokedAt).toString()});
    }
    invocation.output.document(QJsonObject {{u"items"_s, items}});
    invocation.output.table({u"Name"_s, u"Company"_s, u"Created"_s, u"By"_s, u"Revoked"_s}, rows);
    return ExitStatus::Done;
}

Outcome revokeApiClient(Invocation &invocation)
{
    const Result<security::Actor> actor = invocation.actor(security::Action::ManageApiClients);
    if (!actor)
        return tl::unexpected(actor.error());
    app::Services &services = **invocation.services();
    const QString name = *invocation.arguments.word(0);
    const Result<> revoked = security::ApiClients(services.database, services.clock).revoke(*actor, name);
    if (!revoked)
        return tl::unexpected(revoked.error());
    invocation.output.document(QJsonObject {{u"name"_s, name}, {u"revoked"_s, true}});
    invocation.output.line(u"%1 may no longer call the API."_s.arg(name));
    return ExitStatus::Done;
}

} // namespace

QList<Command> apiClientCommands()
{
    return {
        {u"api-clients add"_s,
         u"NAME [--company N]"_s,
         u"Lets a program call the inbound API; its password is shown once."_s,
         {.positionals = {u"NAME"_s}, .required = 1, .options = {companyOption(u"sales of this company only"_s)}},
         addApiClient},
        {u"api-clients list"_s, {}, u"Who may call the inbound API."_s, {}, listApiClients},
        {u"api-clients revoke"_s,
         u"NAME"_s,
         u"Ends a client's right at once."_s,
         {.positionals = {u"NAME"_s}, .required = 1},
         revokeApiClient},
    };
}

} // namespace ponte::agent
