// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/security/actor.h"

namespace ponte::security {

using namespace Qt::StringLiterals;

Actor::Actor(Kind kind, QString name, std::optional<CompanyId> company)
    : m_kind(kind)
    , m_name(std::move(name))
    , m_company(company)
{}

Actor Actor::owner(const QString &name)
{
    return {Kind::Owner, name, {}};
}

Actor Actor::role(const QString &name)
{
    return {Kind::Role, name, {}};
}

Actor Actor::system()
{
    return {Kind::System, u"ponte"_s, {}};
}

Actor Actor::apiClient(const QString &name, std::optional<CompanyId> company)
{
    return {Kind::ApiClient, name, company};
}

Result<> Actor::require(Action action, std::optional<CompanyId> company) const
{
    Q_UNUSED(action)
    if (m_kind != Kind::ApiClient)
        return {};
    // The Broker may only sell and ask, and only for its company.
    if (company && (!m_company || *m_company == *company))
        return {};
    return failure(ErrorCode::Permission, u"O cliente de API '%1' não tem permissão para a coligada %2."_s.arg(
                                              m_name, company ? QString::number(company->value()) : u"—"_s));
}

} // namespace ponte::security
