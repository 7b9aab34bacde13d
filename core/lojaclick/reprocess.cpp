// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/reprocess.h"

#include "core/log/logreader.h"
#include "core/work/workerpool.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using integration::BatchReport;
using integration::PlanEntry;
using integration::ReprocessPlan;
using log::Record;
using log::Status;

namespace {

constexpr int threads = 8;
constexpr int pageSize = 500;
const QString functionality = u"contract_activation"_s;

/// Empty where the record may be run by hand.
QString forbidden(const Record &record)
{
    if (record.key.functionality != functionality)
        return u"só 'Efetivação de Contrato ERP' pode ser reprocessada; as demais são executadas de novo pelo Broker"_s;
    if (record.status == Status::Success)
        return u"o contrato já foi efetivado"_s;
    return {};
}

Result<QList<Record>> recordsOf(storage::Connection &connection, const log::Filter &filter)
{
    QList<Record> records;
    std::optional<log::Cursor> after;
    const log::Sort oldestFirst {log::SortColumn::Id, false};
    const log::LogReader reader(connection);
    while (true) {
        const auto page = reader.page(filter, oldestFirst, after, pageSize);
        if (!page)
            return tl::unexpected(page.error());
        records += page->records;
        if (!page->hasNext)
            return records;
        after = log::Cursor::of(page->records.last(), oldestFirst);
    }
}

void add(BatchReport &report, const BatchReport::Line &line)
{
    report.lines.append(line);
    switch (line.outcome) {
    case BatchReport::Line::Outcome::Succeeded:
        ++report.succeeded;
        break;
    case BatchReport::Line::Outcome::Failed:
        ++report.failed;
        break;
    case BatchReport::Line::Outcome::Skipped:
        ++report.skipped;
        break;
    case BatchReport::Line::Outcome::NotAttempted:
        ++report.notAttempted;
        break;
    }
}

} // namespace

Reprocess::Reprocess(Environment &environment, Activation &activation)
    : m_environment(environment)
    , m_activation(activation)
{}

Result<ReprocessPlan> Reprocess::plan(const security::Actor &actor, const integration::ReprocessRequest &request)
{
    if (const Result<> allowed = actor.require(security::Action::Reprocess, request.filter.company); !allowed)
        return tl::unexpected(allowed.error());
    const auto connection = m_environment.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    log::Filter filter = request.filter;
    if (filter.ids.isEmpty()) {
        if (filter.functionalities.isEmpty())
            filter.functionalities = {functionality};
        if (filter.statuses.isEmpty())
            filter.statuses = {Status::Error, Status::Pending};
    }
    const auto records = recordsOf(**connection, filter);
    if (!records)
        return tl::unexpected(records.error());
    ReprocessPlan plan;
    QStringList refused;
    QList<LogRecordId> seen;
    int included = 0;
    for (const Record &record : *records) {
        seen.append(record.id);
        const QString reason = forbidden(record);
        if (!reason.isEmpty())
            refused.append(u"%1 (%2)"_s.arg(record.id.value()).arg(reason));
        const bool withinFirst = !request.first || included < *request.first;
        const bool include = reason.isEmpty() && record.leaseOwner == 0 && withinFirst;
        included += include ? 1 : 0;
        plan.entries.append({record.id, include,
                             !reason.isEmpty()   ? reason
                             : record.leaseOwner ? u"em processamento"_s
                             : !withinFirst      ? u"além dos primeiros %1"_s.arg(*request.first)
                                                 : u"%1"_s.arg(log::toWord(record.status))});
    }
    for (const LogRecordId id : std::as_const(filter.ids)) {
        if (!seen.contains(id))
            refused.append(u"%1 (não existe)"_s.arg(id.value()));
    }
    if (!refused.isEmpty())
        return failure(ErrorCode::Rule, u"Nada foi enviado: a seleção tem registros que não podem ser reprocessados: "_s
                                            + refused.mid(0, 50).join(u", "_s));
    return plan;
}

Result<BatchReport> Reprocess::execute(const security::Actor &actor, const ReprocessPlan &plan,
                                       const integration::BatchOptions &options, const CancelToken &cancel)
{
    if (const Result<> allowed = actor.require(security::Action::Reprocess); !allowed)
        return tl::unexpected(allowed.error());
    BatchReport report;
    report.planned = plan.included();
    std::mutex mutex;
    {
        work::WorkerPool pool(u"reprocess"_s, std::min(threads, std::max(1, report.planned)),
                              int(plan.entries.size()) + 1);
        auto next = std::chrono::steady_clock::now();
        for (const PlanEntry &entry : plan.entries) {
            if (!entry.included || cancel.isCancelled())
                continue;
            const bool posted = pool.post([&, id = entry.id, due = next](http::Client &client) {
                std::this_thread::sleep_until(due);
                if (cancel.isCancelled())
                    return;
                const BatchReport::Line line = run(id, actor.name(), options.resetAttempts, client, cancel);
                const std::lock_guard lock(mutex);
                add(report, line);
                if (options.progress)
                    options.progress(report);
            });
            Q_ASSERT(posted);
            if (options.perSecond)
                next += std::chrono::microseconds(1'000'000 / *options.perSecond);
        }
        pool.waitUntilIdle(std::chrono::hours(24 * 365));
    }
    return report;
}

BatchReport::Line Reprocess::run(LogRecordId id, const QString &who, bool resetAttempts, http::Client &client,
                                 const CancelToken &cancel)
{
    using Outcome = BatchReport::Line::Outcome;
    auto lease = m_activation.claim(id);
    if (!lease)
        return {id, Outcome::NotAttempted, lease.error().message};
    if (!*lease)
        return {id, Outcome::Skipped, u"em processamento ou já efetivado"_s};
    if (resetAttempts) {
        (*lease)->state.automaticAttempts = 0;
        if ((*lease)->state.status == Status::Cancelled)
            (*lease)->state = {Status::Error, 0, (*lease)->state.manualAttempts, {}};
    }
    const auto report = m_activation.attempt(**lease, AttemptKind::Manual, who, client, cancel);
    if (!report)
        return {id, Outcome::NotAttempted, report.error().message};
    if (report->state.status == Status::Success)
        return {id, Outcome::Succeeded, report->message};
    return {id, report->called ? Outcome::Failed : Outcome::NotAttempted, report->message};
}

} // namespace ponte::lojaclick
