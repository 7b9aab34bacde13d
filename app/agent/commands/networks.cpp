// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

Outcome setNetwork(Invocation &invocation)
{
    const std::optional<qint64> company = wholeNumber(*invocation.arguments.word(0), 1, 32767);
    if (!company)
        return failure(ErrorCode::Usage, u"COMPANY must be a whole number from 1 to 32767, not '%1'."_s.arg(
                                             *invocation.arguments.word(0)));
    const QString network = invocation.arguments.word(1)->toUpper();
    const Result<security::Actor> actor = invocation.actor(security::Action::ManageConnections, CompanyId(*company));
    if (!actor)
        return tl::unexpected(actor.error());
    app::Services &services = **invocation.services();
    if (!services.descriptor.networks.contains(network))
        return failure(ErrorCode::Usage,
                       u"The network is one of %1, not '%2'."_s.arg(services.descriptor.networks.join(u", "_s),
                                                                    *invocation.arguments.word(1)));
    if (const Result<> done = services.connections.setNetwork(*actor, CompanyId(*company), network); !done)
        return tl::unexpected(done.error());
    invocation.output.document(QJsonObject {{u"company"_s, *company}, {u"network"_s, network}});
    invocation.output.line(u"Company %1: %2"_s.arg(QString::number(*company), network));
    return ExitStatus::Done;
}

Outcome listNetworks(Invocation &invocation)
{
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto networks = (*invocation.services())->connections.networks(**reader);
    if (!networks)
        return tl::unexpected(networks.error());
    QJsonArray items;
    QList<QStringList> rows;
    for (const parameters::Connections::CompanyNetwork &entry : *networks) {
        items.append(QJsonObject {{u"company"_s, entry.company.value()}, {u"network"_s, entry.network}});
        rows.append({QString::number(entry.company.value()), entry.network});
    }
    invocation.output.document(QJsonObject {{u"items"_s, items}});
    invocation.output.table({u"Company"_s, u"Network"_s}, rows);
    return ExitStatus::Done;
}

} // namespace

QList<Command> networkCommands()
{
    return {
        {u"networks set"_s,
         u"COMPANY SENAI|IEL|SESI"_s,
         u"Says what kind of house a company is; also makes its schedule of automatic resends."_s,
         {.positionals = {u"COMPANY"_s, u"NETWORK"_s}, .required = 2},
         setNetwork},
        {u"networks list"_s, {}, u"The companies and their networks."_s, {}, listNetworks},
    };
}

} // namespace ponte::agent
