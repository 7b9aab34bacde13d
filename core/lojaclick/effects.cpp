// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/effects.h"

#include "core/lojaclick/execution.h"

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using work::OutboxEntry;
using work::OutboxOutcome;

namespace {

OutboxOutcome outcomeOf(const Error &error, qint64 credentialVersion)
{
    OutboxOutcome outcome;
    outcome.message = error.message;
    outcome.credentialVersion = credentialVersion;
    if (error.code == ErrorCode::Unauthorized)
        outcome.kind = OutboxOutcome::Kind::Stopped;
    return outcome;
}

Subject subjectOf(const Sale &sale)
{
    return {sale.company, sale.level, sale.id, sale.student.cpf};
}

} // namespace

Effects::Effects(Environment &environment)
    : m_environment(environment)
{}

QHash<QString, work::OutboxDispatcher::Handler> Effects::handlers()
{
    return {{u"broker_notice"_s,
             [this](const OutboxEntry &entry, http::Client &client) { return notifyBroker(entry, client); }},
            {u"term_status"_s,
             [this](const OutboxEntry &entry, http::Client &client) { return changeStatus(entry, client); }},
            {u"contract_link"_s,
             [this](const OutboxEntry &entry, http::Client &client) { return linkContract(entry, client); }}};
}

Result<qint64> Effects::credentialVersion(const QString &kind)
{
    const auto connection = m_environment.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    if (kind == "broker_notice"_L1) {
        const auto broker = m_environment.settings.readBroker(**connection);
        return broker ? broker->version : 0;
    }
    const auto rm = m_environment.settings.readRm(**connection);
    return rm ? rm->version : 0;
}

int Effects::capacity() const
{
    const SettingsReader &settings = m_environment.settings;
    const auto connection = m_environment.database.reads().here();
    return connection ? settings.rmConcurrency(**connection) + SettingsReader::brokerConcurrency()
                      : SettingsReader::brokerConcurrency();
}

Result<SaleNow> Effects::saleOf(const OutboxEntry &entry)
{
    const auto connection = m_environment.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto sale = salestore::findNow(**connection, entry.company, entry.origin);
    if (!sale)
        return tl::unexpected(sale.error());
    if (!*sale)
        return failure(ErrorCode::NotFound, u"A venda %1 não está guardada."_s.arg(entry.origin));
    return **sale;
}

OutboxOutcome Effects::notifyBroker(const OutboxEntry &entry, http::Client &client)
{
    const auto known = saleOf(entry);
    if (!known)
        return outcomeOf(known.error(), 0);
    const StoredSale *sale = &known->stored;
    const auto connection = m_environment.database.reads().here();
    if (!connection)
        return outcomeOf(connection.error(), 0);
    rm::ExchangeLog exchanges;
    OutboxOutcome outcome;
    const auto settings =
        m_environment.settings.readNotice(**connection, entry.company, sale->sale.level, known->stamp);
    if (!settings) {
        // A missing parameter is cured by a person; a new value of it starts the notice again.
        outcome = {OutboxOutcome::Kind::Retry, settings.error().message};
    } else {
        m_environment.broker.configure(settings->broker.version, settings->broker.concurrency);
        work::Destination::Sender sender(m_environment.broker, client, work::Destination::Sender::StopOn403);
        BrokerGateway gateway(sender, settings->broker.connection);
        const auto answer =
            gateway.confirm({sale->sale.id, entry.company, sale->progress.ra, sale->progress.preContract,
                             settings->enrollmentStatus, u"Matriculado"_s, sale->contractNumber, sale->activatedAt},
                            exchanges);
        outcome.credentialVersion = settings->broker.version;
        outcome.message = answer ? answer->message : answer.error().message;
        outcome.retryAfter = answer ? answer->retryAfter : std::nullopt;
        outcome.kind = !answer                                               ? OutboxOutcome::Kind::Retry
                       : answer->kind == BrokerAnswer::Kind::Delivered       ? OutboxOutcome::Kind::Done
                       : answer->kind == BrokerAnswer::Kind::StopCredentials ? OutboxOutcome::Kind::Stopped
                       : answer->kind == BrokerAnswer::Kind::NeedsPerson     ? OutboxOutcome::Kind::NeedsPerson
                                                                             : OutboxOutcome::Kind::Retry;
    }
    const bool delivered = outcome.kind == OutboxOutcome::Kind::Done;
    Execution execution {u"broker_notice"_s,   sale->sale.id, delivered ? log::Status::Success : log::Status::Error,
                         outcome.message,      exchanges,     {},
                         log::Trigger::Outbox, u"ponte"_s};
    execution.configurationVersion = known->stamp.parameters;
    if (!entry.askedBy.isEmpty()) {
        execution.trigger = log::Trigger::Manual;
        execution.who = entry.askedBy;
    }
    pack(execution);
    outcome.execution = asNew(subjectOf(sale->sale), execution);
    return outcome;
}

OutboxOutcome Effects::inRm(const OutboxEntry &entry, http::Client &client, const QString &functionality,
                            const QString &success, const QString &failing, const RmWork &work)
{
    const auto known = saleOf(entry);
    if (!known)
        return outcomeOf(known.error(), 0);
    const StoredSale *sale = &known->stored;
    rm::ExchangeLog exchanges;
    const auto settings = settingsNow(m_environment, entry.company, sale->sale.level, known->stamp);
    Result<> worked = settings ? Result<>() : Result<>(tl::unexpected(settings.error()));
    if (settings) {
        work::Destination::Sender sender(m_environment.rm, client, 0);
        rm::Client rm(sender, settings->rm.connection);
        SgeGateway sge(rm, settings->sge,
                       {sale->sale.company, sale->sale.branch, sale->sale.level, settings->integrationUser},
                       settings->network, m_environment.jobWait);
        worked = work(sge, *sale, *settings, exchanges);
    }
    OutboxOutcome outcome;
    if (worked)
        outcome.kind = OutboxOutcome::Kind::Done;
    else
        outcome = outcomeOf(worked.error(), settings ? settings->rm.version : 0);
    const QString term = u"%1;%2"_s.arg(sale->progress.ra).arg(sale->sale.termId);
    Execution execution {functionality,
                         functionality == "pre_contract"_L1 ? term + u';' + sale->progress.preContract : term,
                         worked ? log::Status::Success : log::Status::Error,
                         worked ? success : failing + worked.error().message,
                         exchanges,
                         worked ? QString() : worked.error().detail,
                         log::Trigger::Outbox,
                         u"ponte"_s};
    execution.configurationVersion = known->stamp.parameters;
    pack(execution);
    outcome.execution = asNew(subjectOf(sale->sale), execution);
    return outcome;
}

OutboxOutcome Effects::changeStatus(const OutboxEntry &entry, http::Client &client)
{
    return inRm(entry, client, u"term_enrollment"_s, u"Situação alterada para o Status de Matrícula."_s,
                u"A situação não foi alterada: "_s,
                [](SgeGateway &sge, const StoredSale &sale, const Settings &settings, rm::ExchangeLog &exchanges) {
                    return sge.changeTermStatus(sale.sale, sale.progress.ra, settings.enrollmentStatus, exchanges);
                });
}

OutboxOutcome Effects::linkContract(const OutboxEntry &entry, http::Client &client)
{
    return inRm(entry, client, u"pre_contract"_s, u"Número do contrato do ERP vinculado."_s,
                u"O vínculo não foi gravado: "_s,
                [](SgeGateway &sge, const StoredSale &sale, const Settings &, rm::ExchangeLog &exchanges) {
                    return sge.linkContractNumber(sale.progress.ra, sale.sale.termId, sale.progress.preContract,
                                                  sale.contractNumber, exchanges);
                });
}

} // namespace ponte::lojaclick
