// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/ids.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace ponte::log {

enum class Status { Success, Error, Pending, Cancelled };
/// What is known of the ERP call of a record: none under way, one under way, or one whose end nobody saw.
enum class CallState { None, InFlight, Unknown };
enum class Trigger { Import, Schedule, Manual, Outbox };

/// The words of files, wires and tables: "success", "in_flight", "import"…
[[nodiscard]] QString toWord(Status status);
[[nodiscard]] QString toWord(CallState state);
[[nodiscard]] QString toWord(Trigger trigger);
[[nodiscard]] std::optional<Status> statusFromWord(QStringView word);
[[nodiscard]] CallState callStateFromWord(QStringView word);
[[nodiscard]] Trigger triggerFromWord(QStringView word);

/// What makes a record: one functionality of one origin of one company.
struct RecordKey {
    QString integration; ///< "lojaclick"
    CompanyId company;
    LevelId level;
    QString origin; ///< the business document, e.g. the sale's id
    QString functionality; ///< e.g. "guardian"
    QString module; ///< e.g. "lojaclick_import"
};

struct Record {
    LogRecordId id;
    RecordKey key;
    QString keyFields, keyValues; ///< same order, joined by ";" (loja-click.md D0-21)
    Status status = Status::Pending;
    CallState callState = CallState::None;
    QString message; ///< of the latest item
    QString signature;
    int automaticAttempts = 0;
    int manualAttempts = 0;
    int items = 0;
    QDateTime notBefore;
    QString cancelledReason;
    qint64 leaseOwner = 0; ///< 0: free
    QDateTime createdAt, changedAt;
};

/// One execution of a record's functionality; never changed once written.
struct Item {
    LogItemId id;
    LogRecordId record;
    int number = 0; ///< from 1 within the record
    Trigger trigger = Trigger::Import;
    QString who;
    QString message;
    Status status = Status::Success;
    std::optional<int> httpStatus;
    std::chrono::milliseconds duration {0};
    qint64 configurationVersion = 0;
    QDateTime createdAt, changedAt;
};

struct Payload {
    QString sent, received;
    QString detail; ///< stack, SQL and raw answers of outside systems
};

} // namespace ponte::log
