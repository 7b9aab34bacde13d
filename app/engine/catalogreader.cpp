// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "app/engine/catalogreader.h"

#include "core/lojaclick/settings.h"
#include "core/lojaclick/sgelookups.h"

namespace ponte::app {

using namespace Qt::StringLiterals;

struct CatalogReader::Session {
    storage::Connection &reader;
    lojaclick::SettingsReader settings;
    http::Client http = {};
    rm::Client client;
    rm::ExchangeLog log = {};

    Session(Services &services, storage::Connection &connection, const rm::Connection &rm, const CancelToken &cancel)
        : reader(connection)
        , settings(services.parameters, services.connections)
        , client(http, rm, cancel)
    {}
};

namespace {

Result<QList<CompanyId>> companiesToRead(Services &services, storage::Connection &reader,
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

bool isOf(const QString &wanted, const QString &list)
{
    return wanted.isEmpty() || wanted == list;
}

} // namespace

CatalogReader::CatalogReader(Services &services, CancelToken cancel)
    : m_services(services)
    , m_cancel(std::move(cancel))
{}

Result<> CatalogReader::read(const Wish &wish)
{
    m_wish = wish;
    const auto reader = m_services.database.reads().here();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto rm = lojaclick::SettingsReader(m_services.parameters, m_services.connections).readRm(**reader);
    if (!rm)
        return tl::unexpected(rm.error());
    const Result<QList<CompanyId>> companies = companiesToRead(m_services, **reader, wish.company);
    if (!companies)
        return tl::unexpected(companies.error());
    Session session(m_services, **reader, rm->connection, m_cancel);
    Result<> read = readEverywhere(session);
    for (qsizetype i = 0; read && i < companies->size(); ++i)
        read = readCompany(session, companies->at(i));
    // What RM refused stands in the lines; what is left is our own database.
    return read || m_firstFailure ? Result<>() : read;
}

Result<> CatalogReader::readEverywhere(Session &session)
{
    lojaclick::SgeLookups lookups(session.client, {});
    if (isOf(m_wish.kind, u"companies"_s)) {
        if (Result<> kept = keep(u"companies"_s, {}, lookups.readCompanies(session.log)); !kept)
            return kept;
    }
    return isOf(m_wish.kind, u"users"_s) ? keep(u"users"_s, {}, lookups.readUsers(session.log)) : Result<>();
}

Result<> CatalogReader::readCompany(Session &session, CompanyId company)
{
    // RM shows a user what that user may see, so each company is asked as its own integration user where it has one.
    const Result<QString> user = session.settings.integrationUser(session.reader, company);
    lojaclick::SgeLookups lookups(session.client, user ? *user : QString());
    const QString scope = QString::number(company.value());
    if (isOf(m_wish.kind, u"branches"_s)) {
        if (Result<> kept = keep(u"branches"_s, scope, lookups.readBranches(company, session.log)); !kept)
            return kept;
    }
    if (!isOf(m_wish.kind, u"levels"_s) && !isOf(m_wish.kind, u"statuses"_s))
        return {};
    QList<LevelId> levels;
    if (m_wish.level) {
        levels.append(*m_wish.level);
    } else {
        const auto rows = lookups.readLevels(company, session.log);
        if (Result<> kept = keep(u"levels"_s, scope, rows); !kept)
            return kept;
        for (const lojaclick::LookupRow &row : rows ? *rows : QList<lojaclick::LookupRow>())
            levels.append(LevelId(row.code.toLongLong()));
    }
    if (!isOf(m_wish.kind, u"statuses"_s))
        return {};
    for (const LevelId level : std::as_const(levels)) {
        const QString levelScope = parameters::Scope::ofLevel(company, level).key();
        const auto rows = lookups.readStatuses(company, level, session.log);
        if (Result<> kept = keep(u"statuses"_s, levelScope, rows); !kept)
            return kept;
    }
    return {};
}

/// An error only where it makes no sense to go on; a list that RM refuses does not keep the others from being read.
template<class Rows>
Result<> CatalogReader::keep(const QString &list, const QString &scope, const Rows &read)
{
    if (!read) {
        m_lines.append({list, scope, 0, read.error().message});
        if (!m_firstFailure)
            m_firstFailure = read.error();
        return read.error().code == ErrorCode::Refused ? Result<>() : tl::unexpected(read.error());
    }
    QList<parameters::LookupRow> rows;
    for (const lojaclick::LookupRow &row : *read)
        rows.append({row.code, row.name});
    if (Result<> replaced = m_services.lookups.replace(list, scope, rows); !replaced)
        return replaced;
    m_lines.append({list, scope, int(rows.size())});
    return {};
}

} // namespace ponte::app
