// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/commands/catalogrefresh.h"

#include "app/agent/scopeoptions.h"
#include "core/lojaclick/settings.h"
#include "core/lojaclick/sgelookups.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

enum class CatalogScope { Everywhere, Company, Level };

std::optional<CatalogScope> scopeOfKind(const QString &kind)
{
    if (kind == u"users"_s || kind == u"companies"_s)
        return CatalogScope::Everywhere;
    if (kind == u"levels"_s || kind == u"branches"_s)
        return CatalogScope::Company;
    return kind == u"statuses"_s ? std::optional(CatalogScope::Level) : std::nullopt;
}

tl::unexpected<Error> unknownKind(const QString &kind)
{
    return failure(ErrorCode::Usage,
                   u"The lists are statuses, users, companies, levels and branches, not '%1'."_s.arg(kind));
}

/// One run of the command: which lists, and what became of them.
class CatalogReader
{
public:
    CatalogReader(app::Services &services, storage::Connection &reader, const rm::Connection &connection)
        : m_services(services)
        , m_reader(reader)
        , m_settings(services.parameters, services.connections)
        , m_client(m_http, connection)
    {}

    QString kind; ///< empty: all
    std::optional<LevelId> level;

    Result<> readEverywhere()
    {
        lojaclick::SgeLookups lookups(m_client, {});
        if (wants(u"companies"_s)) {
            if (Result<> kept = keep(u"companies"_s, {}, lookups.readCompanies(m_log)); !kept)
                return kept;
        }
        return wants(u"users"_s) ? keep(u"users"_s, {}, lookups.readUsers(m_log)) : Result<>();
    }

    Result<> readCompany(CompanyId company)
    {
        // RM shows a user what that user may see, so each company is asked as its own integration user where it has
        // one.
        const Result<QString> user = m_settings.integrationUser(m_reader, company);
        lojaclick::SgeLookups lookups(m_client, user ? *user : QString());
        const QString scope = QString::number(company.value());
        if (wants(u"branches"_s)) {
            if (Result<> kept = keep(u"branches"_s, scope, lookups.readBranches(company, m_log)); !kept)
                return kept;
        }
        if (!wants(u"levels"_s) && !wants(u"statuses"_s))
            return {};
        QList<LevelId> levels;
        if (level) {
            levels.append(*level);
        } else {
            const auto rows = lookups.readLevels(company, m_log);
            if (Result<> kept = keep(u"levels"_s, scope, rows); !kept)
                return kept;
            for (const lojaclick::LookupRow &row : rows ? *rows : QList<lojaclick::LookupRow>())
                levels.append(LevelId(row.code.toLongLong()));
        }
        return wants(u"statuses"_s) ? readStatuses(company, levels, lookups) : Result<>();
    }

    QJsonArray items, failures;
    std::optional<Error> firstFailure;

private:
    [[nodiscard]] bool wants(const QString &list) const { return kind.isEmpty() || kind == list; }

    Result<> readStatuses(CompanyId company, const QList<LevelId> &levels, lojaclick::SgeLookups &lookups)
    {
        for (const LevelId each : levels) {
            const QString scope = parameters::Scope::ofLevel(company, each).key();
            if (Result<> kept = keep(u"statuses"_s, scope, lookups.readStatuses(company, each, m_log)); !kept)
                return kept;
        }
        return {};
    }

    /// An error only where it makes no sense to go on; a list that RM refuses does not keep the others from being read.
    Result<> keep(const QString &list, const QString &scope, const Result<QList<lojaclick::LookupRow>> &read)
    {
        if (!read) {
            failures.append(QJsonObject {{u"kind"_s, list}, {u"scope"_s, scope}, {u"message"_s, read.error().message}});
            if (!firstFailure)
                firstFailure = read.error();
            return read.error().code == ErrorCode::Refused ? Result<>() : tl::unexpected(read.error());
        }
        QList<parameters::LookupRow> rows;
        for (const lojaclick::LookupRow &row : *read)
            rows.append({row.code, row.name});
        if (Result<> replaced = m_services.lookups.replace(list, scope, rows); !replaced)
            return replaced;
        items.append(QJsonObject {{u"kind"_s, list}, {u"scope"_s, scope}, {u"rows"_s, rows.size()}});
        return {};
    }

    app::Services &m_services;
    storage::Connection &m_reader;
    const lojaclick::SettingsReader m_settings;
    http::Client m_http;
    rm::Client m_client;
    rm::ExchangeLog m_log;
};

Result<QList<CompanyId>> companiesToRead(app::Services &services, storage::Connection &reader,
                                         std::optional<CompanyId> chosen)
{
    if (chosen)
        return QList<CompanyId> {*chosen};
    const auto networks = services.connections.networks(reader);
    if (!networks)
        return tl::unexpected(networks.error());
    QList<CompanyId> companies;
    for (const parameters::Connections::CompanyNetwork &entry : *networks)
        companies.append(entry.company);
    return companies;
}

Outcome printCatalog(const CatalogReader &catalog, Output &output)
{
    QList<QStringList> rows;
    for (const auto &item : catalog.items)
        rows.append(
            {item[u"kind"_s].toString(), item[u"scope"_s].toString(), QString::number(item[u"rows"_s].toInt())});
    output.document(QJsonObject {{u"items"_s, catalog.items}, {u"failures"_s, catalog.failures}});
    if (!rows.isEmpty())
        output.table({u"List"_s, u"Of"_s, u"Rows"_s}, rows);
    if (!catalog.firstFailure)
        return ExitStatus::Done;
    for (const auto &item : catalog.failures)
        output.note(QString(item[u"kind"_s].toString() + u' ' + item[u"scope"_s].toString()).trimmed() + u": "_s
                    + item[u"message"_s].toString());
    return catalog.items.isEmpty() ? exitStatusOf(catalog.firstFailure->code) : ExitStatus::PartlyDone;
}

} // namespace

Result<QString> catalogScope(const QString &kind, const Arguments &arguments)
{
    const std::optional<CatalogScope> scope = scopeOfKind(kind);
    if (!scope)
        return unknownKind(kind);
    const Result<std::optional<CompanyId>> company = companyOf(arguments);
    const Result<std::optional<LevelId>> level = levelOf(arguments);
    if (!company || !level)
        return tl::unexpected(company ? level.error() : company.error());
    switch (*scope) {
    case CatalogScope::Everywhere:
        return QString();
    case CatalogScope::Company:
        if (!*company)
            return failure(ErrorCode::Usage, u"The list %1 belongs to a company: --company is missing."_s.arg(kind));
        return parameters::Scope::ofCompany(**company).key();
    case CatalogScope::Level:
        break;
    }
    if (!*company || !*level)
        return failure(ErrorCode::Usage,
                       u"The list %1 belongs to an education level: --company and --level are needed."_s.arg(kind));
    return parameters::Scope::ofLevel(**company, **level).key();
}

Outcome refreshCatalog(Invocation &invocation)
{
    const QString kind = invocation.arguments.word(0).value_or(QString());
    if (!kind.isEmpty() && !scopeOfKind(kind))
        return unknownKind(kind);
    const Result<std::optional<CompanyId>> company = companyOf(invocation.arguments);
    const Result<std::optional<LevelId>> level = levelOf(invocation.arguments);
    if (!company || !level)
        return tl::unexpected(company ? level.error() : company.error());
    if (*level && !*company)
        return failure(ErrorCode::Usage, u"A level belongs to a company: --company is missing."_s);
    const Result<security::Actor> actor = invocation.actor(security::Action::ManageParameters, *company);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    app::Services &services = **invocation.services();
    const auto rm = lojaclick::SettingsReader(services.parameters, services.connections).readRm(**reader);
    if (!rm)
        return tl::unexpected(rm.error());
    const Result<QList<CompanyId>> companies = companiesToRead(services, **reader, *company);
    if (!companies)
        return tl::unexpected(companies.error());
    CatalogReader catalog(services, **reader, rm->connection);
    catalog.kind = kind;
    catalog.level = *level;
    Result<> read = catalog.readEverywhere();
    for (qsizetype i = 0; read && i < companies->size(); ++i)
        read = catalog.readCompany(companies->at(i));
    // What RM refused stands in the report; what is left is our own database.
    if (!read && !catalog.firstFailure)
        return tl::unexpected(read.error());
    return printCatalog(catalog, invocation.output);
}

} // namespace ponte::agent
