// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/activation.h"

#include "core/base/logging.h"
#include "core/log/logwriter.h"
#include "core/lojaclick/commitnames.h"
#include "core/lojaclick/execution.h"

#include <algorithm>
#include <thread>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using storage::Connection;

/// All that one attempt gathers on its way.
struct Activation::Course {
    StoredSale sale;
    Settings settings;
    rm::ExchangeLog exchanges;
    ErpAnswer answer;
    QString detail;
    bool called = false;
    bool asked = false;
    bool away = false;
    bool isLast = false; ///< without success the record is cancelled
};

namespace {

constexpr int fewestAtOnce = 4;
const QString functionality = u"contract_activation"_s;

QString contractKeyValues(const Sale &sale, const QString &ra, const QString &preContract)
{
    return u"%1;%2;%3"_s.arg(ra, QString::number(sale.termId), preContract);
}

AttemptResult resultOf(const ErpAnswer &answer)
{
    switch (answer.kind) {
    case ErpAnswer::Kind::Accepted:
        return AttemptResult::Accepted;
    case ErpAnswer::Kind::Refused:
        return AttemptResult::Refused;
    default:
        return AttemptResult::NoAnswer;
    }
}

log::Trigger triggerOf(AttemptKind kind)
{
    switch (kind) {
    case AttemptKind::First:
        return log::Trigger::Import;
    case AttemptKind::Automatic:
        return log::Trigger::Schedule;
    case AttemptKind::Manual:
        return log::Trigger::Manual;
    }
    return log::Trigger::Import;
}

/// Whether an error before the ERP's call tells of RM itself, not of this record.
bool isAway(ErrorCode code)
{
    return code == ErrorCode::Unreachable || code == ErrorCode::OutcomeUnknown || code == ErrorCode::Unauthorized
           || code == ErrorCode::TimedOut || code == ErrorCode::Cancelled;
}

/// False where the lease is another's.
Result<bool> store(Connection &connection, LogRecordId record, const log::Settlement &left)
{
    return connection
        .execute(u"lojaclick.keep_activation"_s, {{u":id"_s, record.value()},
                                                  {u":owner"_s, left.owner},
                                                  {u":lease_number"_s, left.leaseNumber},
                                                  {u":status"_s, log::toWord(left.status)},
                                                  {u":call_state"_s, log::toWord(left.callState)},
                                                  {u":automatic_attempts"_s, left.automaticAttempts},
                                                  {u":manual_attempts"_s, left.manualAttempts},
                                                  {u":not_before"_s, left.notBefore},
                                                  {u":cancelled_reason"_s, left.cancelledReason}})
        .map([](qint64 rows) { return rows > 0; });
}

ActivationLease leaseOf(const storage::Row &row, qint64 owner)
{
    ActivationLease lease {LogRecordId(row.number(u"id")),
                           CompanyId(row.number(u"company")),
                           row.text(u"origin"),
                           {},
                           {},
                           owner,
                           row.number(u"lease_number"),
                           row.text(u"message")};
    lease.callState = log::callStateFromWord(row.text(u"call_state"));
    lease.state = {log::statusFromWord(row.text(u"status")).value_or(log::Status::Error),
                   int(row.number(u"automatic_attempts")), int(row.number(u"manual_attempts")),
                   row.text(u"cancelled_reason")};
    lease.notBefore = row.time(u"not_before");
    return lease;
}

ErpAnswer unanswered(const QString &message)
{
    ErpAnswer answer;
    answer.message = message;
    return answer;
}

} // namespace

Activation::Activation(Environment &environment)
    : m_environment(environment)
{}

Result<std::optional<ActivationLease>> Activation::giveBirth(Connection &connection, const Sale &sale,
                                                             const QString &ra, const QString &preContract,
                                                             const QDateTime &now) const
{
    const qint64 owner = m_environment.process.id().value();
    const auto born = connection.first(u"lojaclick.give_birth"_s,
                                       {{u":company"_s, sale.company.value()},
                                        {u":level"_s, sale.level.value()},
                                        {u":origin"_s, sale.id},
                                        {u":key_fields"_s, keyFields(functionality)},
                                        {u":key_values"_s, QString(QString::number(sale.company.value()) + u';'
                                                                   + contractKeyValues(sale, ra, preContract))},
                                        {u":owner"_s, owner},
                                        {u":now"_s, now}});
    if (!born)
        return tl::unexpected(born.error());
    connection.noteChange(u"log"_s);
    if (*born) {
        ActivationLease lease {
            LogRecordId((*born)->number(u"id")), sale.company, sale.id, {}, log::CallState::None, owner, 1};
        lease.begun = true;
        return lease;
    }
    const auto known = connection.first(u"lojaclick.activation_of_sale"_s,
                                        {{u":company"_s, sale.company.value()}, {u":origin"_s, sale.id}});
    if (!known)
        return tl::unexpected(known.error());
    // A refusal is an outcome: only reprocessing asks the ERP again (loja-click.md F0-23).
    if ((*known)->text(u"status") != "pending"_L1)
        return std::nullopt;
    const auto claimed =
        connection.first(u"lojaclick.claim_activation"_s, {{u":id"_s, (*known)->number(u"id")}, {u":owner"_s, owner}});
    if (!claimed)
        return tl::unexpected(claimed.error());
    if (!*claimed)
        return std::nullopt;
    ActivationLease lease {LogRecordId((*claimed)->number(u"id")), sale.company, sale.id, {}, {}, owner,
                           (*claimed)->number(u"lease_number")};
    lease.callState = log::callStateFromWord((*claimed)->text(u"call_state"));
    lease.state.automaticAttempts = int((*claimed)->number(u"automatic_attempts"));
    lease.state.manualAttempts = int((*claimed)->number(u"manual_attempts"));
    return lease;
}

Result<std::optional<ActivationLease>> Activation::claim(LogRecordId record)
{
    return m_environment.database.writer().write<std::optional<ActivationLease>>(
        commit::activationClaim, [&](Connection &connection) { return claimIn(connection, record); });
}

Result<std::optional<ActivationLease>> Activation::claimIn(Connection &connection, LogRecordId record) const
{
    const qint64 owner = m_environment.process.id().value();
    const auto row =
        connection.first(u"lojaclick.claim_activation"_s, {{u":id"_s, record.value()}, {u":owner"_s, owner}});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    connection.noteChange(u"log"_s);
    return leaseOf(**row, owner);
}

Result<QList<ActivationLease>> Activation::claimBegun(Connection &connection, const QList<LogRecordId> &records) const
{
    const qint64 owner = m_environment.process.id().value();
    QList<ActivationLease> leases;
    if (connection.backend() == storage::Backend::PostgreSql) {
        QStringList ids;
        for (const LogRecordId record : records)
            ids.append(QString::number(record.value()));
        const auto rows = connection.query(u"lojaclick.claim_begun"_s,
                                           {{u":ids"_s, QString(u'{' + ids.join(u',') + u'}')}, {u":owner"_s, owner}});
        if (!rows)
            return tl::unexpected(rows.error());
        for (const storage::Row &row : *rows) {
            leases.append(leaseOf(row, owner));
            leases.last().begun = true;
        }
        connection.noteChange(u"log"_s);
        return leases;
    }
    for (const LogRecordId record : records) {
        const auto lease = claimIn(connection, record);
        if (!lease)
            return tl::unexpected(lease.error());
        if (!*lease)
            continue;
        const auto begun = connection.execute(
            u"lojaclick.begin_call"_s,
            {{u":id"_s, record.value()}, {u":owner"_s, owner}, {u":lease_number"_s, (*lease)->number}});
        if (!begun)
            return tl::unexpected(begun.error());
        leases.append(**lease);
        leases.last().begun = true;
    }
    return leases;
}

Activation::Places::Places(Activation &activation, qsizetype wanted)
    : m_activation(activation)
    , m_count(activation.takePlaces(wanted))
{}

Activation::Places::~Places()
{
    const std::lock_guard lock(m_activation.m_mutex);
    m_activation.m_taken -= m_count;
}

int Activation::takePlaces(qsizetype wanted)
{
    const int half = allPlaces() / 2;
    const std::lock_guard lock(m_mutex);
    const int taken = int(std::clamp<qsizetype>(wanted, 1, std::max(1, half - m_taken)));
    m_taken += taken;
    return taken;
}

int Activation::atOnce() const
{
    const int all = allPlaces();
    const std::lock_guard lock(m_mutex);
    return std::max(fewestAtOnce, all - m_taken);
}

int Activation::allPlaces() const
{
    const auto connection = m_environment.database.reads().here();
    return connection ? std::max(fewestAtOnce, m_environment.settings.erpConcurrency(**connection) * 2) : fewestAtOnce;
}

Result<AttemptReport> Activation::attempt(const ActivationLease &lease, AttemptKind kind, const QString &who,
                                          http::Client &client, const CancelToken &cancel, bool probe,
                                          const AlsoKeep &also)
{
    const Result<Course> course = follow(lease, kind, client, cancel, probe || kind == AttemptKind::Manual);
    if (course)
        return keepUntilKept(lease, kind, who, *course, cancel, also);
    if (course.error().code != ErrorCode::Conflict)
        giveBack(lease, cancel);
    return tl::unexpected(course.error());
}

/// All of an attempt but what it keeps. An error only where nothing was sent: the database, or a lease that is lost.
Result<Activation::Course> Activation::follow(const ActivationLease &lease, AttemptKind kind, http::Client &client,
                                              const CancelToken &cancel, bool probe)
{
    Course course;
    const auto connection = m_environment.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto sale = salestore::findNow(**connection, lease.company, lease.saleId);
    if (!sale)
        return tl::unexpected(sale.error());
    if (*sale)
        course.sale = (*sale)->stored;
    const Result<Settings> settings =
        *sale ? settingsNow(m_environment, lease.company, course.sale.sale.level, (*sale)->stamp)
              : Result<Settings>(failure(ErrorCode::NotFound, u"A venda deste registro não está guardada."_s));
    if (!settings && settings.error().code == ErrorCode::Database)
        return tl::unexpected(settings.error());
    if (!settings) {
        course.answer = unanswered(settings.error().message);
        return course;
    }
    course.settings = *settings;
    course.isLast = kind == AttemptKind::Automatic && settings->resendMaximum
                    && lease.state.automaticAttempts + 1 >= *settings->resendMaximum;
    const Result<ErpAnswer> answer = call(lease, course, client, cancel, probe);
    if (!answer && (answer.error().code == ErrorCode::Database || answer.error().code == ErrorCode::Conflict))
        return tl::unexpected(answer.error());
    course.away = answer ? !course.called || answer->kind == ErpAnswer::Kind::Stopped : isAway(answer.error().code);
    course.answer = answer ? *answer : unanswered(answer.error().message);
    course.detail = answer ? QString() : answer.error().detail;
    return course;
}

/// Whoever comes next must not wait for the end of this program, which may be weeks away.
void Activation::giveBack(const ActivationLease &lease, const CancelToken &cancel)
{
    while (true) {
        const auto given =
            m_environment.database.writer().write<qint64>(commit::activationOutcome, [&](Connection &connection) {
                return connection.execute(u"lojaclick.give_back_activation"_s,
                                          {{u":id"_s, lease.record.value()},
                                           {u":owner"_s, lease.owner},
                                           {u":lease_number"_s, lease.number},
                                           {u":call_state"_s, log::toWord(lease.callState)}});
            });
        if (given || cancel.isCancelled())
            return;
        qCWarning(lcLojaClick) << "the lease of" << lease.saleId << "could not be given back:" << given.error().message;
        std::this_thread::sleep_for(std::chrono::seconds(1));
    }
}

/// Everything before the ERP's own answer only reads, so a failure there leaves the call state as it was.
Result<ErpAnswer> Activation::call(const ActivationLease &lease, Course &course, http::Client &client,
                                   const CancelToken &cancel, bool probe)
{
    const Result<ActivationRequest> request = rebuildRequest(course, client, cancel);
    if (!request)
        return tl::unexpected(request.error());
    work::Destination::Sender sender(m_environment.erp, client,
                                     work::Destination::Sender::StopOn403
                                         | (probe ? work::Destination::Sender::Probe : 0));
    ErpGateway erp(sender, course.settings.erp.connection, cancel);
    // Only an exchange that was made is an attempt: a paused or stopped destination lets nothing out.
    const qsizetype before = course.exchanges.size();
    if (lease.callState != log::CallState::None) {
        Result<ErpAnswer> known = erp.verify(request->company, request->preContractId, course.exchanges);
        course.called = course.exchanges.size() > before;
        if (!known || known->kind != ErpAnswer::Kind::Absent) {
            course.asked = true;
            return known;
        }
    }
    const Result<> begun = begin(lease);
    if (!begun)
        return tl::unexpected(begun.error());
    Result<ErpAnswer> answer = erp.activate(*request, course.exchanges);
    course.called = course.exchanges.size() > before;
    // Nobody asks again by itself about what is cancelled, and a contract that exists must not be.
    if (course.isLast && answer && answer->mayHaveArrived) {
        Result<ErpAnswer> known = erp.verify(request->company, request->preContractId, course.exchanges);
        if (known && known->kind == ErpAnswer::Kind::Accepted) {
            course.asked = true;
            return known;
        }
    }
    return answer;
}

/// The call is on record as in flight before it is made, by the worker that still holds the lease.
Result<> Activation::begin(const ActivationLease &lease)
{
    if (lease.begun && m_environment.process.isSurelyAlive(ProcessId(lease.owner)))
        return {};
    const storage::Bindings held {
        {u":id"_s, lease.record.value()}, {u":owner"_s, lease.owner}, {u":lease_number"_s, lease.number}};
    const auto connection = m_environment.database.reads().here();
    const auto known = connection ? (*connection)->first(u"lojaclick.begun_call"_s, held)
                                  : Result<std::optional<storage::Row>>(tl::unexpected(connection.error()));
    if (!known)
        return tl::unexpected(known.error());
    // A sale's first attempt is born so, and a commit that changes nothing takes as long as any other.
    if (*known)
        return {};
    return m_environment.database.writer().write<void>(commit::activationCall, [&](Connection &writing) -> Result<> {
        const auto marked = writing.execute(u"lojaclick.begin_call"_s, held);
        if (!marked)
            return tl::unexpected(marked.error());
        if (*marked == 0)
            return failure(ErrorCode::Conflict, u"Outro processo assumiu este registro."_s);
        return {};
    });
}

/// Guardian and contract as RM has them now, so that a correction made there counts; the money comes from the sale.
Result<ActivationRequest> Activation::rebuildRequest(Course &course, http::Client &client, const CancelToken &cancel)
{
    const Sale &sale = course.sale.sale;
    const SaleProgress &progress = course.sale.progress;
    work::Destination::Sender sender(m_environment.rm, client, 0);
    rm::Client rm(sender, course.settings.rm.connection, cancel);
    SgeGateway gateway(rm, course.settings.sge,
                       {sale.company, sale.branch, sale.level, course.settings.integrationUser},
                       course.settings.network, m_environment.jobWait);
    const auto guardian = gateway.readGuardianOfStudent(progress.ra, course.exchanges);
    if (!guardian)
        return tl::unexpected(guardian.error());
    const auto contract = gateway.readContract(progress.ra, sale.termId, progress.preContract, course.exchanges);
    if (!contract)
        return tl::unexpected(contract.error());
    return ActivationRequest {sale.company, sale.branch, progress.ra,      contract->code, guardian->code,
                              sale.id,      sale.total,  sale.instalments, sale.dueDay,    sale.paymentMethod};
}

Result<> Activation::giveUp(const ActivationLease &lease, const AttemptPermission &permission, const QString &who)
{
    const QDateTime now = m_environment.clock.now();
    return m_environment.database.writer().write<void>(
        commit::activationOutcome, [&](Connection &connection) -> Result<> {
            const ActivationState &state = permission.state;
            const log::Settlement left {
                lease.owner,          lease.number, state.status,         lease.callState, state.automaticAttempts,
                state.manualAttempts, {},           state.cancelledReason};
            if (state.status == lease.state.status) {
                const Result<bool> kept = store(connection, lease.record, left);
                return kept ? Result<>() : Result<>(tl::unexpected(kept.error()));
            }
            log::NewItem item;
            item.trigger = log::Trigger::Schedule;
            item.who = who;
            item.message = permission.reason;
            item.status = state.status;
            const auto version = parameters::Parameters::version(connection);
            if (!version)
                return tl::unexpected(version.error());
            item.configurationVersion = *version;
            const auto kept = log::LogWriter(connection).settle(lease.record, left, item, now);
            return kept ? Result<>() : Result<>(tl::unexpected(kept.error()));
        });
}

/// What the ERP answered must not be forgotten because the database is away for a moment.
Result<AttemptReport> Activation::keepUntilKept(const ActivationLease &lease, AttemptKind kind, const QString &who,
                                                const Course &course, const CancelToken &cancel, const AlsoKeep &also)
{
    while (true) {
        Result<AttemptReport> report = keep(lease, kind, who, course, also);
        if (report || report.error().code == ErrorCode::Conflict || cancel.isCancelled())
            return report;
        qCWarning(lcLojaClick) << "the outcome of" << lease.saleId << "could not be kept:" << report.error().message;
        std::this_thread::sleep_for(std::chrono::seconds(1));
    }
}

Result<AttemptReport> Activation::keep(const ActivationLease &lease, AttemptKind kind, const QString &who,
                                       const Course &course, const AlsoKeep &also)
{
    const ErpAnswer &answer = course.answer;
    const bool stopped = answer.kind == ErpAnswer::Kind::Stopped;
    // An attempt that never reached the ERP burns nothing (the destination is stopped or paused, or RM is away).
    const bool counts = course.called && !stopped;
    const AttemptKind counted = counts ? kind : AttemptKind::First;
    AttemptReport report;
    report.called = counts;
    report.away = course.away;
    report.answered = answer.kind == ErpAnswer::Kind::Accepted || answer.kind == ErpAnswer::Kind::Refused;
    report.message =
        answer.kind == ErpAnswer::Kind::Accepted
            ? (course.asked ? u"O ERP já tinha o contrato %1 efetivado."_s : u"Contrato %1 efetivado no ERP."_s)
                  .arg(answer.number)
            : answer.message;
    const ActivationState before = lease.anew && counts ? begunAnew(lease.state) : lease.state;
    report.state = counts || before.status == log::Status::Pending
                       ? afterAttempt(before, counted, resultOf(answer), course.settings.resendMaximum, report.message)
                       : before;
    const bool untouched = lease.callState == log::CallState::None && !answer.mayHaveArrived;
    const log::CallState callState = report.answered || untouched ? log::CallState::None : log::CallState::Unknown;
    const QDateTime now = m_environment.clock.now();
    // Whoever was not asked has taken nothing back of what was asked for.
    const QDateTime notBefore = answer.retryAfter ? now.addSecs(answer.retryAfter->count())
                                : counts          ? QDateTime()
                                                  : lease.notBefore;
    const log::Settlement left {lease.owner,
                                lease.number,
                                report.state.status,
                                callState,
                                report.state.automaticAttempts,
                                report.state.manualAttempts,
                                notBefore,
                                report.state.cancelledReason};
    log::NewItem item;
    item.trigger = triggerOf(kind);
    item.who = who;
    item.message = report.message;
    item.status = answer.kind == ErpAnswer::Kind::Accepted  ? log::Status::Success
                  : answer.kind == ErpAnswer::Kind::Refused ? log::Status::Error
                                                            : log::Status::Pending;
    if (answer.httpStatus > 0)
        item.httpStatus = answer.httpStatus;
    item.duration = durationOf(course.exchanges);
    item.configurationVersion = course.settings.version;
    item.packed = log::packed({rm::sentText(course.exchanges), rm::receivedText(course.exchanges), course.detail});
    return m_environment.database.writer().write<AttemptReport>(
        commit::activationOutcome, [&](Connection &connection) -> Result<AttemptReport> {
            // What is held back leaves no trace on a record that has its story already.
            const bool silent = course.away && !course.called && kind != AttemptKind::First;
            const Result<bool> kept =
                silent ? store(connection, lease.record, left)
                       : log::LogWriter(connection).settle(lease.record, left, item, now).map([](const auto &added) {
                             return added.has_value();
                         });
            if (!kept)
                return tl::unexpected(kept.error());
            if (!*kept)
                return failure(ErrorCode::Conflict, u"Outro processo assumiu este registro."_s);
            if (answer.kind == ErpAnswer::Kind::Accepted) {
                if (const Result<> enqueued = enqueueEffects(connection, course, now); !enqueued)
                    return tl::unexpected(enqueued.error());
            }
            if (const Result<> alsoKept = also ? also(connection, report) : Result<>(); !alsoKept)
                return tl::unexpected(alsoKept.error());
            return report;
        });
}

/// What follows an accepted contract, each retried by itself and never again by calling the ERP (loja-click.md D0-20).
Result<> Activation::enqueueEffects(Connection &connection, const Course &course, const QDateTime &now) const
{
    const Sale &sale = course.sale.sale;
    if (Result<> kept = salestore::setContractNumber(connection, sale.company, sale.id, course.answer.number, now);
        !kept)
        return kept;
    QStringList kinds {u"term_status"_s, u"broker_notice"_s};
    if (!course.settings.sge.contractNumberColumn.isEmpty())
        kinds.append(u"contract_link"_s);
    work::OutboxEntry entry;
    entry.integration = u"lojaclick"_s;
    entry.cause = u"%1/%2"_s.arg(sale.company.value()).arg(sale.id);
    entry.company = sale.company;
    entry.origin = sale.id;
    return work::enqueueEach(connection, kinds, entry, now);
}

} // namespace ponte::lojaclick
