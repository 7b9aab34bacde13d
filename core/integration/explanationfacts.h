// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/integration/explanation.h"
#include "core/work/batch.h"
#include "core/work/schedule.h"

#include <optional>

namespace ponte::integration {

/// All that is stored and has to do with what becomes of one record.
struct ExplanationFacts {
    struct Attempt {
        log::Trigger trigger = log::Trigger::Import;
        QString who;
        QString message;
        log::Status status = log::Status::Success;
        std::optional<int> httpStatus;
        QDateTime at;
    };
    /// The program that has the record's lease.
    struct Holder {
        QString program, host;
        qint64 pid = 0;
        QDateTime heartbeatAt;
        bool hasEnded = false;
    };
    struct Health {
        int failures = 0;
        bool isStopped = false;
        QDateTime pausedUntil;
    };
    /// The batch that still has to run the record.
    struct WaitingBatch {
        qint64 id = 0;
        QString who;
        work::BatchState state = work::BatchState::Waiting;
        QString reason, by; ///< of a pause
    };
    /// The record's entry of the outbox.
    struct NoticeState {
        QString state; ///< "waiting", "stopped", "needs_person", "done"
        int attempts = 0;
        QDateTime notBefore;
        bool isBeingSent = false;
    };

    log::Record record;
    std::optional<Attempt> last; ///< none where no execution has ended
    QString destination; ///< "ERP"; empty where the functionality names none
    bool mayBeReprocessed = false;
    bool knowsMaximum = false; ///< whether the integration has a parameter for it
    std::optional<int> maximum; ///< none: empty
    std::optional<Holder> holder;
    std::optional<Health> health;
    std::optional<WaitingBatch> batch;
    std::optional<NoticeState> notice;
    std::optional<work::Schedule> resend; ///< the company's own schedule
    QStringList advice; ///< of the integration for this message, translated
    QString resendAction; ///< how a notice is sent again, translated; empty where it is none
};

/// Reads them on the caller's connection.
[[nodiscard]] Result<ExplanationFacts> explanationFacts(storage::Connection &connection, const log::Record &record,
                                                        const Descriptor &descriptor,
                                                        const parameters::Parameters &parameters);

/// The sentences that follow from them. Pure.
[[nodiscard]] QList<ExplanationLine> explained(const ExplanationFacts &facts, const QDateTime &now,
                                               const QTimeZone &zone);

} // namespace ponte::integration
