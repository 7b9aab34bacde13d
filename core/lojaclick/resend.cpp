// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/resend.h"

#include "core/lojaclick/descriptor.h"

#include <QSet>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

namespace {

const QDateTime never({9999, 12, 31}, {0, 0}, Qt::UTC);

/// What the filter of a schedule chooses among the activations of its company; none where it has no filter.
Result<std::optional<QSet<LogRecordId>>> chosenBy(storage::Connection &connection, const work::Schedule &schedule)
{
    log::Filter filter = schedule.filter;
    filter.company.reset();
    if (filter == log::Filter())
        return std::nullopt;
    filter.company = schedule.company;
    const auto ids = log::LogReader(connection).ids(filter);
    if (!ids)
        return tl::unexpected(ids.error());
    return QSet<LogRecordId>(ids->begin(), ids->end());
}

} // namespace

Resend::Resend(Environment &environment, Activation &activation)
    : m_environment(environment)
    , m_activation(activation)
{}

Result<std::optional<int>> Resend::maximum(CompanyId company)
{
    const auto connection = m_environment.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    return m_environment.settings.resendMaximum(**connection, company);
}

/// `since` valid: without what changed at or after it, which an interrupted run has attempted already.
Result<QList<LogRecordId>> Resend::due(const work::Schedule &schedule, const QDateTime &since)
{
    const auto connection = m_environment.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto rows = (*connection)
                          ->query(u"lojaclick.resend_due"_s, {{u":company"_s, schedule.company->value()},
                                                              {u":now"_s, m_environment.clock.now()},
                                                              {u":since"_s, since.isValid() ? since : never}});
    if (!rows)
        return tl::unexpected(rows.error());
    const auto chosen = chosenBy(**connection, schedule);
    if (!chosen)
        return tl::unexpected(chosen.error());
    QList<LogRecordId> ids;
    for (const storage::Row &row : *rows) {
        const LogRecordId id(row.number(u"id"));
        if (!*chosen || (*chosen)->contains(id))
            ids.append(id);
    }
    return ids;
}

Result<work::ScheduleReport> Resend::run(const work::Schedule &schedule, const QDateTime &since,
                                         const CancelToken &cancel)
{
    work::ScheduleReport report;
    if (!schedule.company)
        return failure(ErrorCode::Validation, u"O agendamento %1 não tem coligada."_s.arg(schedule.id));
    const auto limit = maximum(*schedule.company);
    if (!limit)
        return tl::unexpected(limit.error());
    if (!*limit) {
        report.message = u"0 registros: parâmetro 'Número tentativas de reenvio' vazio"_s;
        return report;
    }
    const auto ids = due(schedule, since);
    if (!ids)
        return tl::unexpected(ids.error());
    report.planned = int(ids->size());
    http::Client client;
    bool reachable = true;
    Probe probe = Probe::Yes;
    for (const LogRecordId id : *ids) {
        if (reachable && !cancel.isCancelled())
            reachable = attempt(id, **limit, schedule.name, client, cancel, probe, report);
        else
            ++report.notAttempted;
    }
    report.message = u"%1 registros: %2 com sucesso, %3 com falha, %4 ignorados, %5 não tentados"_s.arg(report.planned)
                         .arg(report.succeeded)
                         .arg(report.failed)
                         .arg(report.skipped)
                         .arg(report.notAttempted);
    return report;
}

bool Resend::attempt(LogRecordId record, int maximum, const QString &who, http::Client &client,
                     const CancelToken &cancel, Probe &probe, work::ScheduleReport &report)
{
    const auto lease = m_activation.claim(record);
    if (!lease || !*lease) {
        ++(lease ? report.skipped : report.notAttempted);
        return lease.has_value();
    }
    const AttemptPermission permission = mayAttempt((*lease)->state, AttemptKind::Automatic, maximum);
    if (!permission.allowed) {
        ++report.skipped;
        return m_activation.giveUp(**lease, permission, who).has_value();
    }
    const auto attempted =
        m_activation.attempt(**lease, AttemptKind::Automatic, who, client, cancel, probe == Probe::Yes);
    probe = Probe::No;
    if (!attempted || !attempted->called) {
        ++report.notAttempted;
        // What is wrong with one record, such as a guardian that RM does not have, must not keep the others waiting.
        return attempted && !attempted->away;
    }
    ++(attempted->state.status == log::Status::Success ? report.succeeded : report.failed);
    return true;
}

} // namespace ponte::lojaclick
