// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/security/actor.h"

#include <QCoreApplication>

#include <algorithm>

namespace ponte::security {

using namespace Qt::StringLiterals;

namespace {

struct ActionName {
    Action action;
    QLatin1StringView word;
    const char *text;
};

constexpr ActionName actionNames[] = {
    {Action::ViewLog, "view_log"_L1, QT_TRANSLATE_NOOP("Actions", "see the log monitor")},
    {Action::ViewPersonalData, "view_personal_data"_L1, QT_TRANSLATE_NOOP("Actions", "see personal data unmasked")},
    {Action::Reprocess, "reprocess"_L1, QT_TRANSLATE_NOOP("Actions", "reprocess data")},
    {Action::ManageSchedules, "manage_schedules"_L1, QT_TRANSLATE_NOOP("Actions", "change schedules")},
    {Action::ViewParameters, "view_parameters"_L1, QT_TRANSLATE_NOOP("Actions", "see the parameters")},
    {Action::ManageParameters, "manage_parameters"_L1, QT_TRANSLATE_NOOP("Actions", "change the parameters")},
    {Action::ManageConnections, "manage_connections"_L1, QT_TRANSLATE_NOOP("Actions", "change connections")},
    {Action::ManageApiClients, "manage_api_clients"_L1, QT_TRANSLATE_NOOP("Actions", "change API clients")},
    {Action::ExportReports, "export_reports"_L1, QT_TRANSLATE_NOOP("Actions", "export reports")},
    {Action::Administer, "administer"_L1, QT_TRANSLATE_NOOP("Actions", "change people and profiles")},
};

const ActionName &nameOf(Action action)
{
    return *std::find_if(std::begin(actionNames), std::end(actionNames),
                         [action](const ActionName &name) { return name.action == action; });
}

} // namespace

const QList<Action> &allActions()
{
    static const QList<Action> actions = [] {
        QList<Action> list;
        for (const ActionName &name : actionNames)
            list.append(name.action);
        return list;
    }();
    return actions;
}

QString toWord(Action action)
{
    return nameOf(action).word;
}

std::optional<Action> actionFromWord(QStringView word)
{
    const auto *found = std::find_if(std::begin(actionNames), std::end(actionNames),
                                     [word](const ActionName &name) { return name.word == word; });
    return found == std::end(actionNames) ? std::nullopt : std::optional(found->action);
}

QString actionText(Action action)
{
    return QCoreApplication::translate("Actions", nameOf(action).text);
}

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

Actor Actor::person(const QString &name, const QList<Permission> &permissions)
{
    Actor actor {Kind::Person, name, {}};
    actor.m_permissions = permissions;
    return actor;
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
    if (m_kind == Kind::Person) {
        const bool isReleased =
            std::any_of(m_permissions.begin(), m_permissions.end(), [&](const Permission &permission) {
                return permission.action == action && (!permission.company || permission.company == company);
            });
        if (isReleased)
            return {};
        const QString where = company ? QCoreApplication::translate("Actions", "in company %1").arg(company->value())
                                      : QCoreApplication::translate("Actions", "in all companies");
        return failure(
            ErrorCode::Permission,
            QCoreApplication::translate("Actions", "'%1' may not %2 %3.").arg(m_name, actionText(action), where));
    }
    if (m_kind != Kind::ApiClient)
        return {};
    // The Broker may only sell and ask, and only for its company.
    if (company && (!m_company || *m_company == *company))
        return {};
    return failure(ErrorCode::Permission, u"O cliente de API '%1' não tem permissão para a coligada %2."_s.arg(
                                              m_name, company ? QString::number(company->value()) : u"—"_s));
}

bool Actor::mayAnywhere(Action action) const
{
    if (m_kind != Kind::Person)
        return m_kind != Kind::ApiClient;
    return std::any_of(m_permissions.begin(), m_permissions.end(),
                       [action](const Permission &permission) { return permission.action == action; });
}

std::optional<CompanyId> Actor::onlyCompany(Action action) const
{
    std::optional<CompanyId> only;
    for (const Permission &permission : m_permissions) {
        if (permission.action != action)
            continue;
        if (!permission.company || (only && only != permission.company))
            return {};
        only = permission.company;
    }
    return only;
}

} // namespace ponte::security
