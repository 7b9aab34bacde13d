// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace ponte::reports {

/// What a report may say of a record; the first eight are the customer's, in the customer's order.
enum class Column {
    Id,
    KeyFields,
    KeyValues,
    Status,
    Functionality,
    Module,
    CreatedAt,
    ChangedAt,
    Company,
    Level,
    Origin,
    Message, ///< of the latest execution
    AutomaticAttempts,
    ManualAttempts,
    NextAttempt, ///< not before this time
    CancelledReason,
    Signature, ///< id of the latest error's cause
    Age, ///< whole days since a record that is still Error or Pending was made; else empty
};

[[nodiscard]] QList<Column> standardColumns();
[[nodiscard]] QList<Column> allColumns();
/// "id", "key_values", "automatic_attempts"…: the words of `--columns` and of stored orders.
[[nodiscard]] QString toWord(Column column);
[[nodiscard]] std::optional<Column> columnFromWord(QStringView word);

/// What is added per execution where a report has items.
enum class ItemColumn { Id, Message, Status, Sent, Received, CreatedAt, ChangedAt };

} // namespace ponte::reports
