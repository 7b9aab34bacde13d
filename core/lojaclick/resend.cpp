// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/resend.h"

#include "core/lojaclick/descriptor.h"

#include <QSet>

#include <pthread.h>

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using work::ScheduleReport;

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

/// What the threads of one run share.
class Resend::Run
{
public:
    Run(const QList<LogRecordId> &records, int most, const QString &schedule, const CancelToken &token)
        : maximum(most)
        , who(schedule)
        , cancel(token)
        , m_records(records)
    {}

    const int maximum;
    const QString who;
    const CancelToken cancel;

    /// None once the ERP cannot be asked: the rest waits for the next run.
    [[nodiscard]] std::optional<LogRecordId> next()
    {
        const std::lock_guard lock(m_mutex);
        if (m_isOver || m_next == m_records.size() || cancel.isCancelled())
            return std::nullopt;
        return m_records.at(m_next++);
    }
    [[nodiscard]] qsizetype left() const
    {
        const std::lock_guard lock(m_mutex);
        return m_isOver ? 0 : m_records.size() - m_next;
    }
    [[nodiscard]] bool wasAsked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_wasAsked;
    }
    void asked()
    {
        const std::lock_guard lock(m_mutex);
        m_wasAsked = true;
    }
    void count(int ScheduleReport::*kind)
    {
        const std::lock_guard lock(m_mutex);
        ++(m_report.*kind);
    }
    void endAt(int ScheduleReport::*kind, const QString &reason)
    {
        tell(reason);
        const std::lock_guard lock(m_mutex);
        ++(m_report.*kind);
        m_isOver = true;
    }
    /// Why one was not tried; the first is told in the report.
    void tell(const QString &reason)
    {
        const std::lock_guard lock(m_mutex);
        if (m_report.message.isEmpty())
            m_report.message = reason;
    }
    [[nodiscard]] ScheduleReport report() const
    {
        const std::lock_guard lock(m_mutex);
        ScheduleReport report = m_report;
        report.planned = int(m_records.size());
        report.notAttempted += int(m_records.size() - m_next);
        return report;
    }

private:
    const QList<LogRecordId> m_records; ///< what was tried least first
    mutable std::mutex m_mutex;
    qsizetype m_next = 0;
    bool m_wasAsked = false;
    bool m_isOver = false;
    ScheduleReport m_report;
};

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
    Run run(*ids, **limit, schedule.name, cancel);
    http::Client client;
    work(run, client, true);
    const Activation::Places places(m_activation, run.left());
    std::vector<std::thread> others;
    for (int more = places.count() - 1; more > 0; --more) {
        others.emplace_back([this, &run] {
            pthread_setname_np(pthread_self(), "resend");
            http::Client own;
            work(run, own);
        });
    }
    work(run, client);
    for (std::thread &other : others)
        other.join();
    report = run.report();
    const QString reason = report.notAttempted > 0 ? report.message : QString();
    report.message = u"%1 registros: %2 com sucesso, %3 com falha, %4 ignorados, %5 não tentados"_s.arg(report.planned)
                         .arg(report.succeeded)
                         .arg(report.failed)
                         .arg(report.skipped)
                         .arg(report.notAttempted);
    if (!reason.isEmpty())
        report.message += u" ("_s + reason + u')';
    return report;
}

/// The first one alone, so that an ERP that was down is called once and not by everybody.
void Resend::work(Run &run, http::Client &client, bool untilAsked)
{
    while (const auto record = untilAsked && run.wasAsked() ? std::nullopt : run.next())
        attempt(run, *record, client);
}

void Resend::attempt(Run &run, LogRecordId record, http::Client &client)
{
    const auto lease = m_activation.claim(record);
    if (!lease)
        return run.endAt(&ScheduleReport::notAttempted, lease.error().message);
    if (!*lease)
        return run.count(&ScheduleReport::skipped);
    const AttemptPermission permission =
        mayAttempt((*lease)->state, AttemptKind::Automatic, run.maximum, (*lease)->lastMessage);
    if (!permission.allowed) {
        const Result<> given = m_activation.giveUp(**lease, permission, run.who);
        return given ? run.count(&ScheduleReport::skipped) : run.endAt(&ScheduleReport::skipped, given.error().message);
    }
    const auto attempted =
        m_activation.attempt(**lease, AttemptKind::Automatic, run.who, client, run.cancel, !run.wasAsked());
    if (!attempted || (!attempted->called && attempted->away))
        return run.endAt(&ScheduleReport::notAttempted, attempted ? attempted->message : attempted.error().message);
    // What is wrong with one record, such as a guardian that RM does not have, must not keep the others waiting.
    if (!attempted->called) {
        run.tell(attempted->message);
        return run.count(&ScheduleReport::notAttempted);
    }
    run.asked();
    run.count(attempted->state.status == log::Status::Success ? &ScheduleReport::succeeded : &ScheduleReport::failed);
}

} // namespace ponte::lojaclick
