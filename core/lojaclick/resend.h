// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/activation.h"
#include "core/work/schedule.h"

namespace ponte::lojaclick {

/// The jobs "resend" and "reprocess": one automatic attempt for every contract activation of a company in Erro or
/// Pendente, or for those of them that the schedule's filter chooses (loja-click.md F0-28, F0-29, D0-05, D0-06).
/// Counts, obeys the maximum and what the ERP asked to wait. The first attempt stands alone and asks an ERP that is
/// paused because it was down; where it was answered, the others follow, several at a time. What was tried least comes
/// first, so that an outage does not use up the attempts of one record.
class Resend
{
public:
    Resend(Environment &environment, Activation &activation);
    [[nodiscard]] Result<work::ScheduleReport> run(const work::Schedule &schedule, const QDateTime &since,
                                                   const CancelToken &cancel);

private:
    [[nodiscard]] Result<std::optional<int>> maximum(CompanyId company);
    [[nodiscard]] Result<QList<LogRecordId>> due(const work::Schedule &schedule, const QDateTime &since);
    class Run;
    /// Takes records of the run until none is left, or until the ERP was asked once.
    void work(Run &run, http::Client &client, bool untilAsked = false);
    void attempt(Run &run, LogRecordId record, http::Client &client);

    Environment &m_environment;
    Activation &m_activation;
};

} // namespace ponte::lojaclick
