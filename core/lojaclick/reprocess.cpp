// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/reprocess.h"

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using log::Status;
using work::BatchOutcome;
using work::EntryState;

namespace {

BatchOutcome outcomeOf(const AttemptReport &report)
{
    if (report.state.status == Status::Success)
        return {EntryState::Succeeded, report.message, false};
    return {report.called ? EntryState::Failed : EntryState::NotAttempted, report.message,
            !report.answered && (report.called || report.away)};
}

} // namespace

Reprocess::Reprocess(Environment &environment, Activation &activation)
    : m_environment(environment)
    , m_activation(activation)
{}

Result<QHash<LogRecordId, std::any>> Reprocess::take(storage::Connection &connection,
                                                     const QList<LogRecordId> &records) const
{
    const auto leases = m_activation.claimBegun(connection, records);
    if (!leases)
        return tl::unexpected(leases.error());
    QHash<LogRecordId, std::any> held;
    for (const ActivationLease &lease : *leases)
        held.insert(lease.record, lease);
    return held;
}

std::optional<BatchOutcome> Reprocess::run(const work::BatchTask &task, http::Client &client, const CancelToken &cancel)
{
    const auto *held = std::any_cast<ActivationLease>(&task.held);
    if (!held)
        return BatchOutcome {EntryState::Skipped, u"em processamento ou já efetivado"_s, false};
    ActivationLease lease = *held;
    lease.anew = task.resetAttempts;
    const auto report =
        m_activation.attempt(lease, AttemptKind::Manual, task.who, client, cancel, false,
                             [&](storage::Connection &connection, const AttemptReport &kept) {
                                 return work::keepOutcome(connection, task, outcomeOf(kept), m_environment.clock.now());
                             });
    // The database was away for a moment, and nothing was sent: the entry is begun anew.
    if (!report && report.error().code == ErrorCode::Database)
        return BatchOutcome {EntryState::Waiting, report.error().message, false};
    if (!report)
        return BatchOutcome {EntryState::NotAttempted, report.error().message, true};
    return std::nullopt;
}

} // namespace ponte::lojaclick
