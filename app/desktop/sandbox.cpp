// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/desktop/sandbox.h"

namespace ponte::desktop {

using namespace Qt::StringLiterals;
using parameters::Scope;

namespace {

// What a fresh sandbox knows.
constexpr char16_t sandboxUser[] = u"integracao";
constexpr char16_t sandboxPassword[] = u"sandbox";

Result<> connectSystem(app::Services &services, const security::Actor &actor, const QString &name, const QString &url)
{
    const auto connection = services.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto known = services.connections.get(**connection, name);
    if (!known)
        return tl::unexpected(known.error());
    if (*known)
        return {};
    parameters::ConnectionChange change;
    change.name = name;
    change.url = QUrl(url);
    change.user = QString::fromUtf16(sandboxUser);
    change.password = QString::fromUtf16(sandboxPassword);
    return services.connections.set(actor, change);
}

Result<> setNetworks(app::Services &services, const security::Actor &actor)
{
    const auto connection = services.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto known = services.connections.networks(**connection);
    if (!known)
        return tl::unexpected(known.error());
    if (!known->isEmpty())
        return {};
    const QList<std::pair<int, QString>> companies {{2, u"SESI"_s}, {3, u"SENAI"_s}, {4, u"IEL"_s}};
    for (const auto &[company, network] : companies) {
        if (const Result<> set = services.connections.setNetwork(actor, CompanyId(company), network); !set)
            return set;
    }
    return {};
}

Result<> setParameters(app::Services &services, const security::Actor &actor, const QString &root)
{
    const Scope company = Scope::ofCompany(CompanyId(3));
    const Scope level = Scope::ofLevel(CompanyId(3), LevelId(1));
    const QList<parameters::Change> wanted {
        {u"lojaclick.broker.address"_s, {}, root + u"/broker"},
        {u"lojaclick.broker.token"_s, {}, QString::fromUtf16(sandboxPassword)},
        {u"lojaclick.status.pre_enrollment"_s, level, u"10"_s},
        {u"lojaclick.status.enrollment"_s, level, u"11"_s},
        {u"lojaclick.integration_user"_s, company, u"lojaclick"_s},
        {u"lojaclick.resend.max_attempts"_s, company, u"3"_s},
    };
    const auto connection = services.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    QList<parameters::Change> missing;
    for (const parameters::Change &change : wanted) {
        const auto stored = services.parameters.get(**connection, change.key, change.scope);
        if (!stored)
            return tl::unexpected(stored.error());
        if (!stored->isSet)
            missing.append(change);
    }
    return missing.isEmpty() ? Result<>() : services.parameters.apply(actor, missing);
}

} // namespace

Result<> connectToSandbox(app::Services &services, const security::Actor &actor)
{
    const QString root = u"http://"_s + QString::fromUtf16(sandboxListen);
    if (const Result<> rm = connectSystem(services, actor, u"rm"_s, root); !rm)
        return rm;
    if (const Result<> erp = connectSystem(services, actor, u"erp"_s, root + u"/erp"); !erp)
        return erp;
    if (const Result<> networks = setNetworks(services, actor); !networks)
        return networks;
    return setParameters(services, actor, root);
}

} // namespace ponte::desktop
