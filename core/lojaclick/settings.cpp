// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/settings.h"

#include "core/lojaclick/descriptor.h"

#include <QHash>

#include <mutex>
#include <utility>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using parameters::Scope;
using storage::Connection;

namespace {

constexpr int rmDefaultConcurrency = 4;
constexpr int erpDefaultConcurrency = 8;
constexpr int brokerDefaultConcurrency = 4;

QString scopeText(const Scope &scope)
{
    if (scope.kind == parameters::ScopeKind::Level)
        return u" para a coligada %1, nível de ensino %2"_s.arg(scope.company.value()).arg(scope.level.value());
    if (scope.kind == parameters::ScopeKind::Company)
        return u" para a coligada %1"_s.arg(scope.company.value());
    return {};
}

tl::unexpected<Error> missing(const QString &label, const Scope &scope, const QString &key)
{
    return failure(ErrorCode::Rule, u"Falta o parâmetro \"%1\"%2."_s.arg(label, scopeText(scope)), {}, key);
}

SgeSettings sgeSettingsOf(const QJsonObject &extra)
{
    SgeSettings sge;
    sge.globalGuardian = extra.value("guardianCompany"_L1).toVariant().toString() == "0"_L1;
    sge.termKind = extra.value("codTipoMat"_L1).toVariant().toString().toInt() > 0
                       ? extra.value("codTipoMat"_L1).toVariant().toInt()
                       : sge.termKind;
    sge.subjectKind = extra.value("tipoMat"_L1).toVariant().toString().toInt() > 0
                          ? extra.value("tipoMat"_L1).toVariant().toInt()
                          : sge.subjectKind;
    const QString server = extra.value("contractServer"_L1).toString();
    if (!server.isEmpty())
        sge.contractServer = server;
    sge.contractNumberColumn = extra.value("contractNumberColumn"_L1).toString();
    sge.changeStatus = extra.value("changeStatus"_L1).toVariant().toString() != "false"_L1;
    return sge;
}

} // namespace

/// What was read, by company and level.
struct SettingsReader::Memory {
    template<class Kept>
    struct Remembered {
        parameters::Stamp stamp;
        Kept settings;
    };
    template<class Kept>
    using Places = QHash<std::pair<qint64, qint64>, Remembered<Kept>>;

    /// What `read` gave at the same stamp, or gives now.
    template<class Kept, class Read>
    Result<Kept> recall(Places<Kept> &places, CompanyId company, LevelId level, const parameters::Stamp &stamp,
                        const Read &read)
    {
        const std::pair place(company.value(), level.value());
        {
            const std::lock_guard lock(mutex);
            const auto found = places.constFind(place);
            if (found != places.constEnd() && found->stamp == stamp)
                return found->settings;
        }
        Result<Kept> settings = read();
        if (settings) {
            // That of before the reading: what changed meanwhile is told by the next stamp.
            settings->version = stamp.parameters;
            const std::lock_guard lock(mutex);
            places.insert(place, {stamp, *settings});
        }
        return settings;
    }

    std::mutex mutex;
    Places<Settings> sales;
    Places<NoticeSettings> notices;
};

SettingsReader::SettingsReader(const parameters::Parameters &parameters, const parameters::Connections &connections)
    : m_parameters(parameters)
    , m_connections(connections)
    , m_memory(std::make_shared<Memory>())
{}

Result<QString> SettingsReader::required(Connection &connection, const char16_t *key, const Scope &scope,
                                         const QString &label) const
{
    const QString name = QString::fromUtf16(key);
    const auto value = m_parameters.get(connection, name, scope);
    if (!value)
        return tl::unexpected(value.error());
    if (value->value.isEmpty())
        return missing(label, scope, name);
    return value->value;
}

Result<QString> SettingsReader::integrationUser(Connection &connection, CompanyId company) const
{
    return required(connection, parameter::integrationUser, Scope::ofCompany(company), u"Usuário da Integração"_s);
}

Result<QString> SettingsReader::enrollmentStatus(Connection &connection, CompanyId company, LevelId level) const
{
    return required(connection, parameter::enrollmentStatus, Scope::ofLevel(company, level), u"Status de Matrícula"_s);
}

Result<std::optional<Network>> SettingsReader::network(Connection &connection, CompanyId company) const
{
    const auto name = m_connections.network(connection, company);
    if (!name)
        return tl::unexpected(name.error());
    return *name ? networkFromName(**name) : std::nullopt;
}

Result<std::optional<int>> SettingsReader::resendMaximum(Connection &connection, CompanyId company) const
{
    const auto value =
        m_parameters.get(connection, QString::fromUtf16(parameter::resendMaximum), Scope::ofCompany(company));
    if (!value)
        return tl::unexpected(value.error());
    return value->value.isEmpty() ? std::optional<int>() : std::optional<int>(value->value.toInt());
}

int SettingsReader::concurrency(Connection &connection, const QString &name, int standard) const
{
    const auto stored = m_connections.get(connection, name);
    return stored && *stored && (*stored)->concurrency > 0 ? (*stored)->concurrency : standard;
}

int SettingsReader::rmConcurrency(Connection &connection) const
{
    return concurrency(connection, u"rm"_s, rmDefaultConcurrency);
}

int SettingsReader::erpConcurrency(Connection &connection) const
{
    return concurrency(connection, u"erp"_s, erpDefaultConcurrency);
}

int SettingsReader::brokerConcurrency()
{
    return brokerDefaultConcurrency;
}

Result<Settings> SettingsReader::read(Connection &connection, CompanyId company, LevelId level) const
{
    const auto stamp = parameters::stampOf(connection, company);
    return stamp ? read(connection, company, level, *stamp) : Result<Settings>(tl::unexpected(stamp.error()));
}

Result<Settings> SettingsReader::read(Connection &connection, CompanyId company, LevelId level,
                                      const parameters::Stamp &stamp) const
{
    return m_memory->recall(m_memory->sales, company, level, stamp,
                            [&] { return readAnew(connection, company, level); });
}

Result<NoticeSettings> SettingsReader::readNotice(Connection &connection, CompanyId company, LevelId level,
                                                  const parameters::Stamp &stamp) const
{
    return m_memory->recall(m_memory->notices, company, level, stamp,
                            [&] { return readNoticeAnew(connection, company, level); });
}

Result<NoticeSettings> SettingsReader::readNoticeAnew(Connection &connection, CompanyId company, LevelId level) const
{
    const auto broker = readBroker(connection);
    if (!broker)
        return tl::unexpected(broker.error());
    const auto status = enrollmentStatus(connection, company, level);
    if (!status)
        return tl::unexpected(status.error());
    return NoticeSettings {.enrollmentStatus = *status, .broker = *broker};
}

Result<Settings> SettingsReader::readAnew(Connection &connection, CompanyId company, LevelId level) const
{
    Settings settings;
    const auto house = network(connection, company);
    if (!house)
        return tl::unexpected(house.error());
    if (!*house)
        return failure(
            ErrorCode::Rule,
            u"A coligada %1 não está configurada: falta informar a rede (SENAI, IEL ou SESI)."_s.arg(company.value()),
            {}, u"codColigada"_s);
    settings.network = **house;
    const Scope ofLevel = Scope::ofLevel(company, level);
    const auto pre = required(connection, parameter::preEnrollmentStatus, ofLevel, u"Status de Pré Matrícula"_s);
    const auto final = enrollmentStatus(connection, company, level);
    const auto user = integrationUser(connection, company);
    for (const Result<QString> *value : {&pre, &final, &user}) {
        if (!*value)
            return tl::unexpected(value->error());
    }
    settings.preEnrollmentStatus = *pre;
    settings.enrollmentStatus = *final;
    settings.integrationUser = *user;
    const auto maximum = resendMaximum(connection, company);
    if (!maximum)
        return tl::unexpected(maximum.error());
    settings.resendMaximum = *maximum;
    const auto rm = readRm(connection, &settings.sge);
    if (!rm)
        return tl::unexpected(rm.error());
    settings.rm = *rm;
    const auto erp = readErp(connection);
    if (!erp)
        return tl::unexpected(erp.error());
    settings.erp = *erp;
    return settings;
}

Result<Reached<rm::Connection>> SettingsReader::readRm(Connection &connection, SgeSettings *sge) const
{
    const auto stored = m_connections.reveal(connection, u"rm"_s);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return failure(ErrorCode::Rule, u"A conexão com o RM não está configurada."_s, {}, u"connections.rm"_s);
    Reached<rm::Connection> reached;
    reached.connection.url = (*stored)->url;
    reached.connection.user = (*stored)->user;
    reached.connection.password = (*stored)->password;
    reached.connection.latin1Credentials = (*stored)->extra.value("credentials"_L1).toString() == "latin1"_L1;
    if ((*stored)->timeoutSeconds > 0) {
        reached.connection.readTimeout = std::chrono::seconds((*stored)->timeoutSeconds);
        reached.connection.processTimeout = std::chrono::seconds((*stored)->timeoutSeconds);
    }
    reached.version = (*stored)->version;
    reached.concurrency = (*stored)->concurrency > 0 ? (*stored)->concurrency : rmDefaultConcurrency;
    if (sge)
        *sge = sgeSettingsOf((*stored)->extra);
    return reached;
}

Result<Reached<ErpConnection>> SettingsReader::readErp(Connection &connection) const
{
    const auto stored = m_connections.reveal(connection, u"erp"_s);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return failure(ErrorCode::Rule, u"A conexão com o ERP não está configurada."_s, {}, u"connections.erp"_s);
    Reached<ErpConnection> reached;
    reached.connection.url = (*stored)->url;
    reached.connection.user = (*stored)->user;
    reached.connection.password = (*stored)->password;
    if ((*stored)->extra.value("authentication"_L1).toString() == "token"_L1)
        reached.connection.authentication = ErpConnection::Authentication::PasswordToken;
    if ((*stored)->timeoutSeconds > 0)
        reached.connection.timeout = std::chrono::seconds((*stored)->timeoutSeconds);
    reached.version = (*stored)->version;
    reached.concurrency = (*stored)->concurrency > 0 ? (*stored)->concurrency : erpDefaultConcurrency;
    return reached;
}

Result<Reached<BrokerConnection>> SettingsReader::readBroker(Connection &connection) const
{
    const auto address =
        required(connection, parameter::brokerAddress, Scope::global(), u"Endereço Webservice Broker"_s);
    if (!address)
        return tl::unexpected(address.error());
    const QString tokenKey = QString::fromUtf16(parameter::brokerToken);
    const auto stored = m_parameters.get(connection, tokenKey, Scope::global());
    if (!stored)
        return tl::unexpected(stored.error());
    if (!stored->isSet)
        return missing(u"Usuário Token"_s, Scope::global(), tokenKey);
    const auto token = m_parameters.reveal(connection, tokenKey, Scope::global());
    if (!token)
        return tl::unexpected(token.error());
    Reached<BrokerConnection> reached;
    reached.connection.address = QUrl(*address);
    reached.connection.token = *token;
    reached.version = stored->version;
    reached.concurrency = brokerDefaultConcurrency;
    return reached;
}

} // namespace ponte::lojaclick
