// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/reprocess.h"

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using log::Status;
using work::BatchOutcome;
using work::EntryState;

namespace {

constexpr int fewestAtOnce = 4;

BatchOutcome outcomeOf(const AttemptReport &report)
{
    if (report.state.status == Status::Success)
        return {EntryState::Succeeded, report.message, false};
    return {report.called ? EntryState::Failed : EntryState::NotAttempted, report.message, !report.answered};
}

} // namespace

Reprocess::Reprocess(Environment &environment, Activation &activation)
    : m_environment(environment)
    , m_activation(activation)
{}

int Reprocess::capacity() const
{
    const auto connection = m_environment.database.reads().here();
    const auto erp = connection ? m_environment.settings.readErp(**connection)
                                : Result<Reached<ErpConnection>>(tl::unexpected(connection.error()));
    return erp ? std::max(fewestAtOnce, erp->concurrency * 2) : fewestAtOnce;
}

Result<std::any> Reprocess::take(storage::Connection &connection, LogRecordId record) const
{
    const qint64 owner = m_environment.process.id().value();
    const auto row =
        connection.first(u"lojaclick.claim_activation"_s, {{u":id"_s, record.value()}, {u":owner"_s, owner}});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::any();
    ActivationLease lease {record, CompanyId((*row)->number(u"company")), (*row)->text(u"origin"), {}, {},
                           owner,  (*row)->number(u"lease_number")};
    lease.callState = log::callStateFromWord((*row)->text(u"call_state"));
    lease.state = {log::statusFromWord((*row)->text(u"status")).value_or(Status::Error),
                   int((*row)->number(u"automatic_attempts")), int((*row)->number(u"manual_attempts")),
                   (*row)->text(u"cancelled_reason")};
    // Here it costs no commit of its own; an attempt that ends before its call puts it back.
    const auto begun =
        connection.execute(u"lojaclick.begin_call"_s,
                           {{u":id"_s, record.value()}, {u":owner"_s, owner}, {u":lease_number"_s, lease.number}});
    if (!begun)
        return tl::unexpected(begun.error());
    connection.noteChange(u"log"_s);
    return std::any(lease);
}

std::optional<BatchOutcome> Reprocess::run(const work::BatchTask &task, http::Client &client, const CancelToken &cancel)
{
    const auto *held = std::any_cast<ActivationLease>(&task.held);
    if (!held)
        return BatchOutcome {EntryState::Skipped, u"em processamento ou já efetivado"_s, false};
    ActivationLease lease = *held;
    if (task.resetAttempts) {
        lease.state.automaticAttempts = 0;
        if (lease.state.status == Status::Cancelled)
            lease.state = {Status::Error, 0, lease.state.manualAttempts, {}};
    }
    const auto report =
        m_activation.attempt(lease, AttemptKind::Manual, task.who, client, cancel, false,
                             [&](storage::Connection &connection, const AttemptReport &kept) {
                                 return work::keepOutcome(connection, task, outcomeOf(kept), m_environment.clock.now());
                             });
    if (!report)
        return BatchOutcome {EntryState::NotAttempted, report.error().message, true};
    return std::nullopt;
}

} // namespace ponte::lojaclick
