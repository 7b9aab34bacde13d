// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logwriter.h"
#include "core/lojaclick/sale.h"
#include "core/rm/exchange.h"
#include "core/storage/connection.h"

#include <chrono>

namespace ponte::lojaclick {

/// One execution of one functionality, ready for the log.
struct Execution {
    QString functionality;
    QString keyValues; ///< without the company; empty while the key is unknown: then company and CPF name the record
    log::Status status = log::Status::Success;
    QString message;
    rm::ExchangeLog exchanges = {};
    QString detail = {};
    log::Trigger trigger = log::Trigger::Import;
    QString who = {};
    std::optional<log::PackedPayload> packed = {}; ///< see pack()
    std::optional<qint64> configurationVersion = {}; ///< none: that of the moment at which it is kept
};

/// Packs exchanges and detail now instead of in the Writer's thread, for which everybody waits.
void pack(Execution &execution);

/// Origin and person that a record of a sale belongs to.
struct Subject {
    CompanyId company;
    LevelId level;
    QString origin;
    QString document; ///< CPF, or CNPJ of a guardian
};

/// For the log, with the personal data of `subject` that its key needs.
[[nodiscard]] log::NewExecution asNew(const Subject &subject, const Execution &execution);

/// Makes or finds the record and appends the item; `keepStatus` tells something without changing the record's status.
[[nodiscard]] Result<LogRecordId> recordExecution(storage::Connection &connection, const Subject &subject,
                                                  const Execution &execution, const QDateTime &now,
                                                  bool keepStatus = false);

/// The record of a functionality without its item.
[[nodiscard]] log::RecordKey recordKey(const Subject &subject, const QString &functionality);
[[nodiscard]] QString keyFields(const QString &functionality);

/// Headline and detail of a failed step.
[[nodiscard]] Execution failedExecution(const QString &functionality, const QString &keyValues, const Error &error,
                                        const rm::ExchangeLog &exchanges);

[[nodiscard]] std::chrono::milliseconds durationOf(const rm::ExchangeLog &exchanges);

} // namespace ponte::lojaclick
