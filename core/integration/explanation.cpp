// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integration/explanation.h"

#include "core/integration/explanationfacts.h"
#include "core/work/schedulewords.h"

#include <QCoreApplication>

namespace ponte::integration {

using namespace Qt::StringLiterals;
using Kind = ExplanationLine::Kind;
using log::CallState;
using log::Status;

namespace {

class ExplanationText
{
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

constexpr int runsLookedAt = 500; ///< of a schedule, beyond what a destination asked us to wait
constexpr std::chrono::seconds leaseLife {30};

/// Puts one record's story into sentences.
class Teller
{
public:
    Teller(const ExplanationFacts &facts, const QDateTime &now, const QTimeZone &zone)
        : m_facts(facts)
        , m_record(facts.record)
        , m_now(now)
        , m_zone(zone)
    {}

    QList<ExplanationLine> tell()
    {
        if (m_record.status == Status::Success)
            tellSuccess();
        else if (m_record.status == Status::Cancelled)
            tellCancellation();
        else
            tellFailure();
        if (m_facts.notice)
            tellNotice();
        if (m_facts.mayBeReprocessed && m_record.status != Status::Success) {
            tellWork();
            tellUnknownCall();
            tellDestination();
            if (m_record.status != Status::Cancelled)
                tellAutomaticRuns();
        }
        tellExclusion();
        tellAdvice();
        return m_lines;
    }

private:
    void say(Kind kind, const QString &text) { m_lines.append({kind, text}); }

    [[nodiscard]] QString timeText(const QDateTime &time) const
    {
        return time.toTimeZone(m_zone).toString(u"dd/MM/yyyy HH:mm:ss"_s);
    }

    [[nodiscard]] QString destination() const
    {
        return m_facts.destination.isEmpty() ? ExplanationText::tr("other system") : m_facts.destination;
    }

    /// "on 22/11/2026 14:03:22, in an automatic run of 'X'".
    [[nodiscard]] QString occasion(const ExplanationFacts::Attempt &attempt) const
    {
        const QString at = timeText(attempt.at);
        switch (attempt.trigger) {
        case log::Trigger::Import:
            return ExplanationText::tr("on %1, at the arrival from the Broker").arg(at);
        case log::Trigger::Schedule:
            return ExplanationText::tr("on %1, in the automatic run '%2'").arg(at, attempt.who);
        case log::Trigger::Manual:
            return ExplanationText::tr("on %1, in the reprocess of %2").arg(at, attempt.who);
        case log::Trigger::Outbox:
            return ExplanationText::tr("on %1, when Ponte sent it").arg(at);
        }
        return at;
    }

    [[nodiscard]] QString attemptsText() const
    {
        const QString automatic = ExplanationText::tr("%n automatic", "attempts", m_record.automaticAttempts);
        const QString manual = ExplanationText::tr("%n manual", "attempts", m_record.manualAttempts);
        return ExplanationText::tr("%1 and %2", "counts of attempts").arg(automatic, manual);
    }

    void tellSuccess()
    {
        if (!m_facts.last) {
            say(Kind::Done, ExplanationText::tr("It succeeded on %1.").arg(timeText(m_record.changedAt)));
            return;
        }
        say(Kind::Done, ExplanationText::tr("It succeeded %1.").arg(occasion(*m_facts.last)));
        if (m_record.automaticAttempts + m_record.manualAttempts > 0)
            say(Kind::Done, ExplanationText::tr("Attempts after the first one: %1.").arg(attemptsText()));
    }

    void tellFailure()
    {
        if (!m_facts.last) {
            say(Kind::Waiting, ExplanationText::tr("No attempt has ended yet."));
            return;
        }
        if (!m_record.message.isEmpty())
            say(Kind::Failure, m_record.message);
        say(Kind::Failure, whoSaidSo(*m_facts.last));
    }

    [[nodiscard]] QString whoSaidSo(const ExplanationFacts::Attempt &attempt) const
    {
        const QString when = occasion(attempt);
        const int status = attempt.httpStatus.value_or(0);
        const QString http = QString::number(status);
        if (status == 401 || status == 403)
            return ExplanationText::tr("%1 refused our credentials (HTTP %2) %3.").arg(destination(), http, when);
        if (attempt.status == Status::Error && status > 0)
            return ExplanationText::tr("%1 answered so (HTTP %2) %3.").arg(destination(), http, when);
        if (attempt.status == Status::Error)
            return ExplanationText::tr("No system outside answered so: Ponte stopped there %1.").arg(when);
        if (attempt.status == Status::Success)
            return ExplanationText::tr("What was done last succeeded, without changing this status, %1.").arg(when);
        if (status >= 300 && status < 400)
            return ExplanationText::tr("%1 pointed to another address (HTTP %2), which is not followed, %3.")
                .arg(destination(), http, when);
        if (status > 0)
            return ExplanationText::tr("%1 neither accepted nor refused (HTTP %2) %3.").arg(destination(), http, when);
        return ExplanationText::tr("No answer of %1 came %2.").arg(destination(), when);
    }

    void tellCancellation()
    {
        const QString at = timeText(m_record.changedAt);
        if (m_record.cancelledReason.isEmpty())
            say(Kind::Cancelled, ExplanationText::tr("It is cancelled; no reason was kept."));
        else
            say(Kind::Cancelled,
                ExplanationText::tr("It is cancelled, by rule and by nobody's hand: %1").arg(m_record.cancelledReason));
        if (m_facts.last)
            say(Kind::Failure, whoSaidSo(*m_facts.last));
        else
            say(Kind::Cancelled, ExplanationText::tr("It last changed on %1.").arg(at));
        say(Kind::Cancelled, ExplanationText::tr("Attempts after the first one: %1.").arg(attemptsText()));
    }

    void tellNotice()
    {
        const ExplanationFacts::NoticeState &notice = *m_facts.notice;
        if (notice.isBeingSent)
            say(Kind::Waiting, ExplanationText::tr("It is being sent to %1 right now.").arg(destination()));
        else if (notice.state == "stopped"_L1)
            say(Kind::Waiting,
                ExplanationText::tr("%1 refused the credentials: it is sent again as soon as they change.")
                    .arg(destination()));
        else if (notice.state == "needs_person"_L1)
            say(Kind::Waiting,
                ExplanationText::tr("%1 refused it for good: nothing is sent again by itself.").arg(destination()));
        else if (notice.state == "waiting"_L1)
            say(Kind::Next, ExplanationText::tr("It is sent again on %1, and so on until it is delivered (%2).")
                                .arg(timeText(std::max(notice.notBefore, m_now)),
                                     ExplanationText::tr("%n tries so far", nullptr, notice.attempts)));
        if (notice.state != "done"_L1 && !m_facts.resendAction.isEmpty())
            say(Kind::Advice, ExplanationText::tr("'%1' sends it at once; the contract in the ERP is not touched.")
                                  .arg(m_facts.resendAction));
    }

    /// Who works on it, or will because a person asked.
    void tellWork()
    {
        if (m_facts.holder)
            tellHolder(*m_facts.holder);
        if (!m_facts.batch)
            return;
        const ExplanationFacts::WaitingBatch &batch = *m_facts.batch;
        const QString id = QString::number(batch.id);
        if (batch.state == work::BatchState::Paused && !batch.reason.isEmpty())
            say(Kind::Waiting,
                ExplanationText::tr("Reprocess %1 of %2 holds it and is paused: %3.").arg(id, batch.who, batch.reason));
        else if (batch.state == work::BatchState::Paused)
            say(Kind::Waiting,
                ExplanationText::tr("Reprocess %1 of %2 holds it and was paused by %3.").arg(id, batch.who, batch.by));
        else
            say(Kind::Next,
                ExplanationText::tr("Reprocess %1 of %2 will run it when its turn comes.").arg(id, batch.who));
    }

    void tellHolder(const ExplanationFacts::Holder &holder)
    {
        const bool isSilent = !holder.heartbeatAt.isValid() || holder.heartbeatAt.addSecs(leaseLife.count()) < m_now;
        if (holder.hasEnded || isSilent)
            say(Kind::Waiting,
                ExplanationText::tr("The program that worked on it ended; the next program that looks frees it."));
        else
            say(Kind::Waiting, ExplanationText::tr("%1 works on it right now (computer %2, process %3).")
                                   .arg(holder.program, holder.host, QString::number(holder.pid)));
    }

    void tellUnknownCall()
    {
        if (m_record.callState == CallState::None)
            return;
        if (m_record.callState == CallState::InFlight && m_facts.holder)
            say(Kind::Waiting, ExplanationText::tr("A call to %1 is under way.").arg(destination()));
        else
            say(Kind::Waiting,
                ExplanationText::tr("Nobody saw how the last call to %1 ended: the next attempt asks first whether it "
                                    "took effect, and sends only if it did not.")
                    .arg(destination()));
    }

    void tellDestination()
    {
        if (m_facts.health && m_facts.health->isStopped)
            say(Kind::Waiting,
                ExplanationText::tr("Calls to %1 are stopped because it refused the credentials; they go "
                                    "on when the connection has others. Nothing is counted meanwhile.")
                    .arg(destination()));
        else if (m_facts.health && m_facts.health->pausedUntil > m_now)
            say(Kind::Waiting, ExplanationText::tr("Calls to %1 are paused until %2: %3.")
                                   .arg(destination(), timeText(m_facts.health->pausedUntil),
                                        ExplanationText::tr("it did not answer %n times in a row", nullptr,
                                                            m_facts.health->failures)));
        if (m_record.notBefore > m_now)
            say(Kind::Waiting,
                ExplanationText::tr("%1 asked us to wait until %2.").arg(destination(), timeText(m_record.notBefore)));
    }

    /// Why no schedule takes it up, or when it does and how often.
    void tellAutomaticRuns()
    {
        const QString company = QString::number(m_record.key.company.value());
        if (m_facts.knowsMaximum && !m_facts.maximum) {
            say(Kind::Waiting,
                ExplanationText::tr("Nothing is resent by itself in company %1: the parameter 'Number of "
                                    "resend attempts' is empty.")
                    .arg(company));
        } else if (!m_facts.resend) {
            say(Kind::Waiting, ExplanationText::tr("Company %1 has no schedule that resends by itself.").arg(company));
        } else if (m_facts.resend->isRunning) {
            say(Kind::Next, ExplanationText::tr("The schedule '%1' is running now.").arg(m_facts.resend->name));
        } else if (!m_facts.resend->enabled || !m_facts.resend->nextRun.isValid()) {
            say(Kind::Waiting,
                ExplanationText::tr("The schedule '%1' of company %2 is off.").arg(m_facts.resend->name, company));
        } else if (!m_facts.health || !m_facts.health->isStopped) {
            tellNextRun(*m_facts.resend);
        }
    }

    void tellNextRun(const work::Schedule &schedule)
    {
        QList<QDateTime> runs = work::upcomingRuns(schedule, runsLookedAt);
        while (runs.size() > 1 && runs.first() < m_record.notBefore)
            runs.removeFirst();
        if (runs.first() < m_now)
            say(Kind::Waiting, ExplanationText::tr("The run of %1 is late: it begins as soon as a program that runs "
                                                   "schedules is there.")
                                   .arg(timeText(runs.first())));
        const int left = m_facts.maximum.value_or(0) - m_record.automaticAttempts;
        if (left <= 0) {
            say(Kind::Next,
                ExplanationText::tr("The run of %1 cancels it without a call: %2, and the maximum is %3 now.")
                    .arg(timeText(runs.first()),
                         ExplanationText::tr("there were %n automatic attempts", nullptr, m_record.automaticAttempts),
                         QString::number(*m_facts.maximum)));
            return;
        }
        say(Kind::Next, ExplanationText::tr("The next automatic attempt is on %1 (%2, %3); %4.")
                            .arg(timeText(runs.first()), schedule.name, work::ruleWords(schedule.rule, schedule.zone),
                                 ExplanationText::tr("%n attempts are left before it is cancelled", nullptr, left)));
        if (left > 1 && runs.size() >= left)
            say(Kind::Next,
                ExplanationText::tr("If none succeeds, it is cancelled on %1.").arg(timeText(runs.at(left - 1))));
    }

    void tellExclusion()
    {
        const auto exclude = [this](const QString &reason) {
            say(Kind::Excluded, ExplanationText::tr("Reprocessing leaves it out: %1.").arg(reason));
        };
        if (!m_facts.mayBeReprocessed && m_record.status != Status::Success && m_facts.resendAction.isEmpty())
            exclude(ExplanationText::tr("this functionality is run again by the Broker alone"));
        else if (m_facts.mayBeReprocessed && m_record.status == Status::Success)
            exclude(ExplanationText::tr("the contract is effective already"));
        else if (m_facts.mayBeReprocessed && m_facts.holder)
            exclude(QCoreApplication::translate("Reprocess", "somebody works on it now"));
        else if (m_facts.mayBeReprocessed && m_facts.batch)
            exclude(QCoreApplication::translate("Reprocess", "it is in another reprocess"));
        else if (m_facts.mayBeReprocessed && m_record.status == Status::Cancelled)
            exclude(ExplanationText::tr("it is cancelled, and only what is selected by hand takes cancelled ones"));
    }

    void tellAdvice()
    {
        for (const QString &advice : m_facts.advice)
            say(Kind::Advice, advice);
        if (m_record.status == Status::Success || m_facts.holder || m_facts.batch)
            return;
        if (m_facts.mayBeReprocessed && m_record.status == Status::Cancelled)
            say(Kind::Advice,
                ExplanationText::tr("Select it and reprocess it: success makes it Success; a failure leaves "
                                    "it cancelled, unless 'Begin automatic attempts anew' is checked."));
        else if (m_facts.mayBeReprocessed && m_record.status == Status::Error)
            say(Kind::Advice,
                ExplanationText::tr("Correct in the SGE or in %1 what the message says, then reprocess it: "
                                    "each attempt is made from the SGE's data as they are then.")
                    .arg(destination()));
        else if (m_facts.mayBeReprocessed)
            say(Kind::Advice,
                ExplanationText::tr("Nothing has to be corrected: when %1 answers again, reprocess it or wait for the "
                                    "next run.")
                    .arg(destination()));
        else if (m_facts.resendAction.isEmpty())
            say(Kind::Advice,
                ExplanationText::tr("After the correction the Broker sends the sale again; it goes on from "
                                    "what exists already."));
    }

    const ExplanationFacts &m_facts;
    const log::Record &m_record;
    const QDateTime m_now;
    const QTimeZone m_zone;
    QList<ExplanationLine> m_lines;
};

} // namespace

QString toWord(Kind kind)
{
    switch (kind) {
    case Kind::Done:
        return u"done"_s;
    case Kind::Failure:
        return u"failure"_s;
    case Kind::Waiting:
        return u"waiting"_s;
    case Kind::Next:
        return u"next"_s;
    case Kind::Cancelled:
        return u"cancelled"_s;
    case Kind::Excluded:
        return u"excluded"_s;
    case Kind::Advice:
        return u"advice"_s;
    }
    return {};
}

QList<ExplanationLine> explained(const ExplanationFacts &facts, const QDateTime &now, const QTimeZone &zone)
{
    return Teller(facts, now, zone).tell();
}

Explanations::Explanations(const Descriptor &descriptor, const parameters::Parameters &parameters)
    : m_descriptor(descriptor)
    , m_parameters(parameters)
{}

Result<QList<ExplanationLine>> Explanations::explain(storage::Connection &connection, const log::Record &record,
                                                     const QDateTime &now, const QTimeZone &zone) const
{
    return explanationFacts(connection, record, m_descriptor, m_parameters).map([&](const ExplanationFacts &facts) {
        return explained(facts, now, zone);
    });
}

} // namespace ponte::integration
