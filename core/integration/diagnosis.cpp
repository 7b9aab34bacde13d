// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integration/diagnosis.h"

#include <QCoreApplication>

#include <algorithm>

namespace ponte::integration {

using namespace Qt::StringLiterals;
using parameters::Definition;
using parameters::ScopeKind;
using storage::Connection;

namespace {

class DiagnosisText
{
    Q_DECLARE_TR_FUNCTIONS(Diagnosis)
};

// Of one worker: its sale and answer threads, reads, writer, notices, schedules, and some for the consoles.
constexpr int connectionsBesideErp = 28;
constexpr int defaultErpConcurrency = 8;

using Networks = QList<parameters::Connections::CompanyNetwork>;

Result<int> countRows(Connection &connection, const QString &statement, const storage::Bindings &bindings,
                      const std::function<bool(const storage::Row &)> &counts)
{
    const auto rows = connection.query(statement, bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    return int(std::count_if(rows->begin(), rows->end(), counts));
}

/// A number may stay empty; it then means what its help says.
bool isNeededValue(const Definition &definition)
{
    return definition.kind != parameters::ValueKind::Integer;
}

/// "Status de Matrícula (company 2, 3)", or empty where nothing is missing.
QString missingValue(const Definition &definition, const QList<parameters::Value> &values, const Networks &networks)
{
    const auto isSet = [&](std::optional<CompanyId> company) {
        return std::any_of(values.begin(), values.end(), [&](const parameters::Value &value) {
            return value.key == definition.key && value.isSet && (!company || value.scope.company == *company);
        });
    };
    const QString label = QCoreApplication::translate("Parameters", definition.label);
    if (definition.scope == ScopeKind::Global)
        return isSet(std::nullopt) ? QString() : label;
    QStringList companies;
    for (const auto &entry : networks) {
        if (!isSet(entry.company))
            companies.append(QString::number(entry.company.value()));
    }
    if (companies.isEmpty())
        return networks.isEmpty() ? label : QString();
    return DiagnosisText::tr("%1 (company %2)").arg(label, companies.join(u", "_s));
}

Finding databaseFinding(const storage::Address &address)
{
    const bool isEmbedded = address.backend == storage::Backend::Sqlite;
    return {u"database"_s, true, true, DiagnosisText::tr("Database"),
            isEmbedded ? DiagnosisText::tr("A file of this computer: %1").arg(address.display()) : address.display()};
}

/// Nothing where a server gives what `workers` need, one at least: a sale that finds no connection is answered 503 and
/// comes again, but comes in vain as long as nothing changes.
Result<std::optional<Finding>> capacityFinding(Connection &connection, int workers, int erpConcurrency)
{
    const auto row = connection.first(u"integration_diagnosis.connections"_s, {});
    if (!row)
        return tl::unexpected(row.error());
    const qint64 available = (*row)->number(u"available");
    const qint64 wanted = qint64(std::max(workers, 1)) * (connectionsBesideErp + erpConcurrency);
    if (available >= wanted)
        return std::nullopt;
    return Finding {
        u"capacity"_s, false, false, DiagnosisText::tr("Connections of the database server"),
        DiagnosisText::tr("It gives Ponte at most %1, and the workers may need %2 at busy times. Raise max_connections "
                          "of the server, or the limit of the role or database, or lower the ERP's calls at a time.")
            .arg(available)
            .arg(wanted)};
}

/// A database of another version does not even open.
Finding schemaFinding()
{
    return {u"schema"_s, true, true, DiagnosisText::tr("Tables"), DiagnosisText::tr("They are those of this version.")};
}

Finding keyFinding(const security::SecretBox &secrets, bool isEmbedded, int workers)
{
    Finding finding {u"key"_s, secrets.canOpen(), true, DiagnosisText::tr("Key of the installation"), {}};
    if (finding.isDone) {
        finding.message = DiagnosisText::tr("This program holds it: %1").arg(secrets.keyFile());
    } else if (isEmbedded) {
        finding.message = DiagnosisText::tr("The file %1 is missing: passwords and tokens cannot be used. Bring it "
                                            "back, or type all of them again.")
                              .arg(secrets.keyFile());
    } else {
        finding.isDone = workers > 0;
        finding.message = finding.isDone ? DiagnosisText::tr("The workers hold it; this program asks them for calls "
                                                             "outside.")
                                         : DiagnosisText::tr("Neither this program nor a worker holds it: start "
                                                             "ponte-agent serve where PONTE_KEY names it.");
    }
    return finding;
}

Result<QList<Finding>> connectionFindings(Connection &connection, const parameters::Connections &connections)
{
    QList<Finding> findings;
    for (const auto &[name, title] : {std::pair(u"rm"_s, DiagnosisText::tr("Connection to RM")),
                                      std::pair(u"erp"_s, DiagnosisText::tr("Connection to the ERP"))})
    {
        const auto settings = connections.get(connection, name);
        if (!settings)
            return tl::unexpected(settings.error());
        findings.append({name, settings->has_value(), true, title,
                         *settings ? (*settings)->url.toString()
                                   : DiagnosisText::tr("Address, user and password, tested where they are typed.")});
    }
    return findings;
}

Result<QList<Finding>> companyFindings(Connection &connection, const Networks &networks,
                                       const parameters::LookupCache &lookups)
{
    const auto known = lookups.get(connection, u"companies"_s, {});
    if (!known)
        return tl::unexpected(known.error());
    const int count = int(networks.size());
    return QList<Finding> {
        {u"networks"_s, count > 0, true, DiagnosisText::tr("Companies and networks"),
         count > 0 ? DiagnosisText::tr("%n company(ies) with a network.", nullptr, count)
                   : DiagnosisText::tr("Say which companies are SENAI, IEL or SESI.")},
        {u"lists"_s, known->readAt.isValid(), false, DiagnosisText::tr("Lists of RM"),
         DiagnosisText::tr("Companies, levels, statuses and users, which the parameters choose from.")}};
}

Result<QList<Finding>> parameterFindings(Connection &connection, const DiagnosisSources::Part &part,
                                         const Networks &networks)
{
    const auto values = part.parameters.list(connection);
    if (!values)
        return tl::unexpected(values.error());
    QList<Finding> findings;
    for (const parameters::Tab &tab : part.descriptor.parameters.tabs) {
        QStringList missing;
        for (const Definition &definition : part.descriptor.parameters.definitions) {
            const QString text = definition.tab == tab.id && isNeededValue(definition)
                                     ? missingValue(definition, *values, networks)
                                     : QString();
            if (!text.isEmpty())
                missing.append(text);
        }
        findings.append({u"parameters."_s + tab.id, missing.isEmpty(), true,
                         DiagnosisText::tr("Parameters: %1").arg(QCoreApplication::translate("Parameters", tab.title)),
                         missing.isEmpty() ? QString() : DiagnosisText::tr("Missing: %1").arg(missing.join(u"; "_s))});
    }
    return findings;
}

Finding clientFinding(int clients)
{
    return {u"api_clients"_s, clients > 0, true, DiagnosisText::tr("Client of the API"),
            DiagnosisText::tr("The user name and password with which the Broker sends sales.")};
}

Finding workerFinding(int workers)
{
    return {u"workers"_s, workers > 0, true, DiagnosisText::tr("Worker"),
            workers > 0
                ? DiagnosisText::tr("%n program(s) working on sales.", nullptr, workers)
                : DiagnosisText::tr(
                    "A program that works on sales: the console on a file of its own, else ponte-agent serve.")};
}

Finding scheduleFinding(int all, int enabled)
{
    return {u"schedules"_s, enabled > 0, false, DiagnosisText::tr("Schedules"),
            all == 0 ? DiagnosisText::tr("None: what the ERP did not take waits for a person.")
                     : DiagnosisText::tr("%1 of %2 are switched on.").arg(enabled).arg(all)};
}

} // namespace

bool Diagnosis::isComplete() const
{
    return std::all_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.isDone || !finding.isNeeded; });
}

Result<Diagnosis> diagnose(Connection &connection, const DiagnosisSources &sources)
{
    const auto any = [](const storage::Row &) { return true; };
    const auto networks = sources.connections.networks(connection);
    if (!networks)
        return tl::unexpected(networks.error());
    const Result<int> workers = countRows(connection, u"work.processes_alive"_s, {},
                                          [](const storage::Row &row) { return row.number(u"runs_workers") != 0; });
    const Result<int> clients = countRows(connection, u"security.clients"_s, {},
                                          [](const storage::Row &row) { return row.isNull(u"revoked_at"); });
    const storage::Bindings everywhere {{u":company"_s, 0}};
    const Result<int> schedules = countRows(connection, u"work.schedules"_s, everywhere, any);
    const Result<int> enabled = countRows(connection, u"work.schedules"_s, everywhere,
                                          [](const storage::Row &row) { return row.number(u"enabled") != 0; });
    for (const Result<int> *count : {&workers, &clients, &schedules, &enabled}) {
        if (!*count)
            return tl::unexpected(count->error());
    }
    const Result<QList<Finding>> systems = connectionFindings(connection, sources.connections);
    const Result<QList<Finding>> companies = companyFindings(connection, *networks, sources.lookups);
    if (!systems || !companies)
        return tl::unexpected(systems ? companies.error() : systems.error());
    Diagnosis diagnosis;
    diagnosis.findings = {databaseFinding(sources.address), schemaFinding(),
                          keyFinding(sources.secrets, sources.address.backend == storage::Backend::Sqlite, *workers)};
    if (sources.address.backend == storage::Backend::PostgreSql) {
        const auto erp = sources.connections.get(connection, u"erp"_s);
        if (!erp)
            return tl::unexpected(erp.error());
        const int concurrency = *erp && (*erp)->concurrency > 0 ? (*erp)->concurrency : defaultErpConcurrency;
        const auto capacity = capacityFinding(connection, *workers, concurrency);
        if (!capacity)
            return tl::unexpected(capacity.error());
        if (*capacity)
            diagnosis.findings.append(**capacity);
    }
    diagnosis.findings += *systems + *companies;
    for (const DiagnosisSources::Part &part : sources.integrations) {
        const Result<QList<Finding>> values = parameterFindings(connection, part, *networks);
        if (!values)
            return tl::unexpected(values.error());
        diagnosis.findings += *values;
    }
    diagnosis.findings += {clientFinding(*clients), workerFinding(*workers), scheduleFinding(*schedules, *enabled)};
    return diagnosis;
}

} // namespace ponte::integration
