// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integration/reprocess.h"

#include "core/security/audit.h"

namespace ponte::integration {

using namespace Qt::StringLiterals;
using security::Action;
using storage::Connection;
using work::Batch;
using work::PlanOrder;

namespace {

constexpr int namedAtMost = 50;
constexpr qint64 planDays = 1;

QString whyForbidden(const work::ForbiddenRecord &record, const PlanOrder &order)
{
    if (!record.exists)
        return order.filter.company ? u"não existe na coligada %1"_s.arg(order.filter.company->value())
                                    : u"não existe"_s;
    if (!order.functionalities.contains(record.functionality))
        return u"só 'Efetivação de Contrato ERP' pode ser reprocessada; as demais são executadas de novo pelo Broker"_s;
    return u"o contrato já foi efetivado"_s;
}

} // namespace

ReprocessService::ReprocessService(storage::Database &database, const Clock &clock, const Descriptor &descriptor)
    : m_database(database)
    , m_clock(clock)
    , m_descriptor(descriptor)
{}

Result<ReprocessService::Plannable> ReprocessService::allowed(const security::Actor &actor,
                                                              const ReprocessRequest &request) const
{
    const auto reading = m_database.reads().here();
    if (!reading)
        return tl::unexpected(reading.error());
    Connection &connection = **reading;
    PlanOrder order {m_descriptor.id, request.filter, {}, request.first, actor.name()};
    for (const Functionality &functionality : m_descriptor.functionalities) {
        if (functionality.mayBeReprocessed)
            order.functionalities.append(functionality.id);
    }
    if (order.first && *order.first < 1)
        return failure(ErrorCode::Validation, u"O número de registros deve ser pelo menos 1."_s, {}, u"first"_s);
    if (order.filter.ids.isEmpty()) {
        if (order.filter.functionalities.isEmpty())
            order.filter.functionalities = order.functionalities;
        if (order.filter.statuses.isEmpty())
            order.filter.statuses = {log::Status::Error, log::Status::Pending};
    }
    const auto companies = work::companies(connection, order);
    if (!companies)
        return tl::unexpected(companies.error());
    // What does not exist has no company.
    if (companies->isEmpty()) {
        if (const Result<> may = actor.require(Action::Reprocess, order.filter.company); !may)
            return tl::unexpected(may.error());
    }
    for (const CompanyId company : *companies) {
        if (const Result<> may = actor.require(Action::Reprocess, company); !may)
            return tl::unexpected(may.error());
    }
    const auto forbidden = work::forbidden(connection, order, namedAtMost);
    if (!forbidden)
        return tl::unexpected(forbidden.error());
    if (forbidden->isEmpty()) {
        // Whoever may act in one company only must be able to confirm what was chosen by ids.
        if (companies->size() == 1)
            order.filter.company = companies->first();
        return Plannable {&connection, order};
    }
    QStringList named;
    for (const work::ForbiddenRecord &record : *forbidden)
        named.append(u"%1 (%2)"_s.arg(record.id.value()).arg(whyForbidden(record, order)));
    return failure(ErrorCode::Rule, u"Nada foi enviado: a seleção tem registros que não podem ser reprocessados: "_s
                                        + named.join(u", "_s));
}

Result<QList<work::BatchEntry>> ReprocessService::preview(const security::Actor &actor,
                                                          const ReprocessRequest &request) const
{
    const Result<Plannable> plannable = allowed(actor, request);
    if (!plannable)
        return tl::unexpected(plannable.error());
    QList<work::BatchEntry> entries;
    const Result<> read =
        work::eachPlanned(*plannable->connection, plannable->order, [&](const work::BatchEntry &entry) {
            entries.append(entry);
            return true;
        });
    if (!read)
        return tl::unexpected(read.error());
    return entries;
}

Result<QList<work::PlanShare>> ReprocessService::previewShares(const security::Actor &actor,
                                                               const ReprocessRequest &request) const
{
    const Result<Plannable> plannable = allowed(actor, request);
    if (!plannable)
        return tl::unexpected(plannable.error());
    return work::plannedShares(*plannable->connection, plannable->order);
}

Result<Batch> ReprocessService::plan(const security::Actor &actor, const ReprocessRequest &request)
{
    const Result<Plannable> plannable = allowed(actor, request);
    if (!plannable)
        return tl::unexpected(plannable.error());
    const QDateTime now = m_clock.now();
    return m_database.writer().write<Batch>("batch.plan", [&](Connection &writing) -> Result<Batch> {
        if (const Result<> tidied = work::discardOldPlans(writing, now.addDays(-planDays)); !tidied)
            return tl::unexpected(tidied.error());
        return work::storePlan(writing, plannable->order, now);
    });
}

Result<Batch> ReprocessService::confirm(const security::Actor &actor, const Batch &plan,
                                        const work::BatchOptions &options)
{
    if (const Result<> may = mayTouch(actor, plan.id); !may)
        return tl::unexpected(may.error());
    if (options.perSecond && (*options.perSecond < 1 || *options.perSecond > 1000))
        return failure(ErrorCode::Validation, u"O limite deve ficar entre 1 e 1000 por segundo."_s, {}, u"perSecond"_s);
    // Two plans that share a record and are confirmed at the same instant: the second sees the first on its next try.
    constexpr int tries = 3;
    Result<Batch> confirmed = failure(ErrorCode::Internal, {});
    for (int i = 0; i < tries; ++i) {
        confirmed = m_database.writer().write<Batch>("batch.confirm", [&](Connection &writing) -> Result<Batch> {
            const QDateTime now = m_clock.now();
            Result<Batch> batch = work::confirmPlan(writing, plan, options, actor.name(), now);
            // The same plan confirmed again changes nothing.
            if (!batch || batch->confirmedAt != now)
                return batch;
            const Result<> told = security::appendAudit(
                writing, actor,
                {u"batch.confirm"_s, u"batch %1 (%2 records)"_s.arg(batch->id).arg(batch->counts.planned),
                 batch->company},
                now);
            return told ? batch : tl::unexpected(told.error());
        });
        if (confirmed || confirmed.error().code != ErrorCode::Database)
            break;
    }
    return confirmed;
}

Result<> ReprocessService::discard(const security::Actor &actor, qint64 plan)
{
    if (const Result<> may = mayTouch(actor, plan); !may)
        return tl::unexpected(may.error());
    return m_database.writer().write<void>("batch.discard",
                                           [&](Connection &writing) { return work::discardPlan(writing, plan); });
}

Result<Batch> ReprocessService::order(const security::Actor &actor, qint64 batch, work::BatchOrder what)
{
    if (const Result<> may = mayTouch(actor, batch); !may)
        return tl::unexpected(may.error());
    return m_database.writer().write<Batch>("batch.order", [&](Connection &writing) {
        return work::order(writing, batch, what, actor.name(), m_clock.now());
    });
}

Result<> ReprocessService::mayTouch(const security::Actor &actor, qint64 batch) const
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto found = work::batch(**connection, batch);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found || (*found)->company)
        return actor.require(Action::Reprocess, *found ? (*found)->company : std::nullopt);
    // Records of several companies, or no selection at all.
    if (actor.require(Action::Reprocess, std::nullopt))
        return {};
    const auto companies = work::companiesOf(**connection, batch);
    if (!companies)
        return tl::unexpected(companies.error());
    Result<> may = companies->isEmpty() ? actor.require(Action::Reprocess, std::nullopt) : Result<>();
    for (const CompanyId company : *companies) {
        if (may)
            may = actor.require(Action::Reprocess, company);
    }
    return may;
}

} // namespace ponte::integration
