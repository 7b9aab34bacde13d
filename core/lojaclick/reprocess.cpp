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
    return erp ? std::max(fewestAtOnce, erp->concurrency * 3 / 2) : fewestAtOnce;
}

std::optional<BatchOutcome> Reprocess::run(const work::BatchTask &task, http::Client &client, const CancelToken &cancel)
{
    auto lease = m_activation.claim(task.record);
    if (!lease)
        return BatchOutcome {EntryState::NotAttempted, lease.error().message, false};
    if (!*lease)
        return BatchOutcome {EntryState::Skipped, u"em processamento ou já efetivado"_s, false};
    if (task.resetAttempts) {
        (*lease)->state.automaticAttempts = 0;
        if ((*lease)->state.status == Status::Cancelled)
            (*lease)->state = {Status::Error, 0, (*lease)->state.manualAttempts, {}};
    }
    const auto report =
        m_activation.attempt(**lease, AttemptKind::Manual, task.who, client, cancel, false,
                             [&](storage::Connection &connection, const AttemptReport &kept) {
                                 return work::keepOutcome(connection, task, outcomeOf(kept), m_environment.clock.now());
                             });
    if (!report)
        return BatchOutcome {EntryState::NotAttempted, report.error().message, true};
    return std::nullopt;
}

} // namespace ponte::lojaclick
