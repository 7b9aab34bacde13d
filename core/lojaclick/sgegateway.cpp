// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/sgegateway.h"

#include <condition_variable>
#include <mutex>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

namespace {

bool waitUnlessCancelled(const CancelToken &cancel, std::chrono::milliseconds time)
{
    std::mutex mutex;
    std::condition_variable changed;
    const auto registration = cancel.onCancel([&] {
        const std::lock_guard lock(mutex);
        changed.notify_all();
    });
    std::unique_lock lock(mutex);
    return !changed.wait_for(lock, time, [&] { return cancel.isCancelled(); });
}

tl::unexpected<Error> notSeen(const rm::ProcessAnswer &answer, const QString &what)
{
    switch (answer.kind) {
    case rm::ProcessAnswer::Kind::Job:
        return failure(ErrorCode::OutcomeUnknown,
                       u"O SGE aceitou o trabalho %1, mas %2 ainda não apareceu."_s.arg(answer.job, what), answer.text);
    case rm::ProcessAnswer::Kind::Done:
        return failure(ErrorCode::Refused, u"O SGE disse que executou o processo, mas %1 não existe."_s.arg(what),
                       answer.text);
    case rm::ProcessAnswer::Kind::Text:
        break;
    }
    return failure(ErrorCode::Refused, rm::headline(answer.text), answer.text);
}

} // namespace

SgeGateway::SgeGateway(rm::Client &client, SgeSettings settings, rm::Context context, Network network, JobWait jobWait)
    : m_client(client)
    , m_settings(std::move(settings))
    , m_context(std::move(context))
    , m_network(network)
    , m_jobWait(std::move(jobWait))
{
    if (!m_jobWait.wait) {
        m_jobWait.wait = [cancel = client.cancelToken()](std::chrono::milliseconds time) {
            return waitUnlessCancelled(cancel, time);
        };
    }
}

CompanyId SgeGateway::guardianCompany() const
{
    return m_settings.globalGuardian ? CompanyId() : m_context.company;
}

QString SgeGateway::contractKey(const QString &ra, qint64 termId, const QString &code) const
{
    return QStringList {QString::number(m_context.company.value()), ra, QString::number(termId), code}.join(u';');
}

rm::EnrollmentTarget SgeGateway::target(const Sale &sale, const QString &ra, const QString &status) const
{
    const bool isSesi = m_network == Network::Sesi;
    return {.context = m_context,
            .courseOfferId = sale.courseOfferId,
            .termId = sale.termId,
            .ra = ra,
            .classCode = sale.classCode,
            .status = status,
            .date = sale.enrollmentDate,
            .period = isSesi ? sale.grade.value_or(1) : 1,
            .termKind = m_settings.termKind,
            .paymentPlan = sale.paymentPlan,
            .keyedByTerm = isSesi};
}

Result<> SgeGateway::await(const rm::ProcessAnswer &answer, const QString &what,
                           const std::function<Result<bool>()> &seen) const
{
    for (int attempt = 0;; ++attempt) {
        const Result<bool> isThere = seen();
        if (!isThere)
            return tl::unexpected(isThere.error());
        if (*isThere)
            return {};
        if (attempt == m_jobWait.tries)
            return notSeen(answer, what);
        // The process has run or runs on, so this is no Cancelled, which means that nothing was sent.
        if (!m_jobWait.wait(m_jobWait.interval)) {
            return failure(ErrorCode::OutcomeUnknown,
                           u"A espera foi interrompida antes que %1 aparecesse no SGE."_s.arg(what), answer.text);
        }
    }
}

} // namespace ponte::lojaclick
