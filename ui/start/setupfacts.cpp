// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/start/setupfacts.h"

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;
using parameters::Definition;
using parameters::ScopeKind;

namespace {

/// A number may stay empty; it then means what its help says.
bool isNeeded(const Definition &definition)
{
    return definition.kind != parameters::ValueKind::Integer;
}

SetupFacts::Parameter missingOf(const Definition &definition, const QList<parameters::Value> &values,
                                const QList<parameters::Connections::CompanyNetwork> &networks)
{
    const auto isSet = [&](std::optional<CompanyId> company) {
        return std::any_of(values.begin(), values.end(), [&](const parameters::Value &value) {
            return value.key == definition.key && value.isSet && (!company || value.scope.company == *company);
        });
    };
    SetupFacts::Parameter parameter {definition.label, {}, false};
    if (definition.scope == ScopeKind::Global) {
        parameter.isMissing = !isSet(std::nullopt);
        return parameter;
    }
    for (const auto &entry : networks) {
        if (!isSet(entry.company))
            parameter.companies.append(entry.company.value());
    }
    parameter.isMissing = !parameter.companies.isEmpty() || networks.isEmpty();
    return parameter;
}

Result<int> countRows(storage::Connection &connection, const QString &statement,
                      const std::function<bool(const storage::Row &)> &counts)
{
    const auto rows = connection.query(statement);
    if (!rows)
        return tl::unexpected(rows.error());
    return int(std::count_if(rows->begin(), rows->end(), counts));
}

} // namespace

bool SetupFacts::isComplete() const
{
    return hasRm && hasErp && companies > 0 && parameters.isEmpty() && apiClients > 0 && workers > 0;
}

Result<SetupFacts> readSetupFacts(storage::Connection &connection, const parameters::Connections &connections,
                                  const parameters::LookupCache &lookups, const QList<IntegrationView> &integrations)
{
    SetupFacts facts;
    const auto rm = connections.get(connection, u"rm"_s);
    const auto erp = connections.get(connection, u"erp"_s);
    const auto networks = connections.networks(connection);
    const auto known = lookups.get(connection, u"companies"_s, {});
    for (const Error *error : {rm ? nullptr : &rm.error(), erp ? nullptr : &erp.error(),
                               networks ? nullptr : &networks.error(), known ? nullptr : &known.error()})
    {
        if (error)
            return tl::unexpected(*error);
    }
    facts.hasRm = rm->has_value();
    facts.hasErp = erp->has_value();
    facts.companies = int(networks->size());
    facts.hasLists = known->readAt.isValid();
    for (const IntegrationView &integration : integrations) {
        const auto values = integration.parameters.list(connection);
        if (!values)
            return tl::unexpected(values.error());
        for (const Definition &definition : integration.descriptor.parameters.definitions) {
            const SetupFacts::Parameter parameter = missingOf(definition, *values, *networks);
            if (isNeeded(definition) && parameter.isMissing)
                facts.parameters[definition.tab].append(parameter);
        }
    }
    const Result<int> clients =
        countRows(connection, u"security.clients"_s, [](const storage::Row &row) { return row.isNull(u"revoked_at"); });
    const Result<int> workers = countRows(connection, u"work.processes_alive"_s,
                                          [](const storage::Row &row) { return row.number(u"runs_workers") != 0; });
    if (!clients || !workers)
        return tl::unexpected(clients ? workers.error() : clients.error());
    facts.apiClients = *clients;
    facts.workers = *workers;
    return facts;
}

} // namespace ponte::ui
