// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/directory.h"

#include "core/base/logging.h"

#include <QMap>

namespace ponte::ui {

using namespace Qt::StringLiterals;

Directory::Directory(const Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{}

void Directory::refresh()
{
    const auto work = [&lookups = m_session.lookups, &connections = m_session.connections](
                          storage::Connection &connection) { return find(connection, lookups, connections); };
    m_session.database.reads().read<Found>(this, work, [this](const Result<Found> &found) {
        if (!found) {
            qCWarning(lcUi) << "companies could not be read:" << found.error().message;
            return;
        }
        if (found->companies == m_companies && found->levels == m_levels)
            return;
        m_companies = found->companies;
        m_levels = found->levels;
        Q_EMIT changed();
    });
}

Result<Directory::Found> Directory::find(storage::Connection &connection, const parameters::LookupCache &lookups,
                                         const parameters::Connections &connections)
{
    QMap<qint64, Company> companies;
    const Result<parameters::Lookup> known = lookups.get(connection, u"companies"_s, {});
    if (!known)
        return tl::unexpected(known.error());
    for (const parameters::LookupRow &row : known->rows) {
        bool isNumber = false;
        const qint64 number = row.code.toLongLong(&isNumber);
        if (isNumber && number > 0)
            companies.insert(number, {CompanyId(number), row.description, {}});
    }
    const auto networks = connections.networks(connection);
    if (!networks)
        return tl::unexpected(networks.error());
    for (const parameters::Connections::CompanyNetwork &entry : *networks) {
        Company &company = companies[entry.company.value()];
        company.id = entry.company;
        company.network = entry.network;
    }
    Found found;
    found.companies = companies.values();
    for (const Company &company : qAsConst(found.companies)) {
        const Result<parameters::Lookup> levels =
            lookups.get(connection, u"levels"_s, QString::number(company.id.value()));
        if (!levels)
            return tl::unexpected(levels.error());
        for (const parameters::LookupRow &row : levels->rows)
            found.levels[company.id].append({LevelId(row.code.toLongLong()), row.description});
    }
    return found;
}

QString Directory::companyText(CompanyId company) const
{
    for (const Company &known : m_companies) {
        if (known.id == company)
            return companyText(known);
    }
    return QString::number(company.value());
}

QString Directory::levelText(CompanyId company, LevelId level) const
{
    for (const Level &known : levels(company)) {
        if (known.id == level)
            return levelText(known);
    }
    return QString::number(level.value());
}

QString Directory::companyText(const Company &company)
{
    const QString name = company.name.isEmpty() ? company.network : company.name;
    const QString number = QString::number(company.id.value());
    return name.isEmpty() ? number : u"%1 · %2"_s.arg(number, name);
}

QString Directory::levelText(const Level &level)
{
    const QString number = QString::number(level.id.value());
    return level.name.isEmpty() ? number : u"%1 · %2"_s.arg(number, level.name);
}

} // namespace ponte::ui
