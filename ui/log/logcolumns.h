// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "ui/log/lognames.h"

#include <QHash>

namespace ponte::ui {

/// The columns of the monitor: eight in the customer's order (loja-click.md F0-19), then those that can be added.
enum class LogColumn {
    Id,
    KeyFields,
    KeyValues,
    Status,
    Functionality,
    Module,
    Created,
    Changed,
    Company,
    Level,
    Sale,
    Attempts,
    NextAttempt,
    Signature,
    Age,
};
constexpr int usualLogColumnCount = 8;
constexpr int logColumnCount = 15;

/// What a cell says beside its record's own words.
struct CellContext {
    const LogNames &names;
    QDateTime now;
    QHash<CompanyId, QDateTime> nextRuns = {}; ///< of the automatic resend
};

[[nodiscard]] QString headerText(LogColumn column);
/// Stored: "id", "keyFields"…
[[nodiscard]] QString toWord(LogColumn column);
[[nodiscard]] QString cellText(const log::Record &record, LogColumn column, const CellContext &context);
/// When it is tried again by itself; invalid where it is not, or nobody knows.
[[nodiscard]] QDateTime nextAttempt(const log::Record &record, const CellContext &context);
/// Digits of equal width: ids, keys and times.
[[nodiscard]] bool isTabular(LogColumn column);

/// The columns of "Item de Log", in the customer's order.
enum class ItemColumn { Id, Record, Message, Status, Sent, Received, Created, Changed };
constexpr int itemColumnCount = 8;

[[nodiscard]] QString headerText(ItemColumn column);
[[nodiscard]] bool isTabular(ItemColumn column);

/// Records as rows of text between tabs, with the headers, for a spreadsheet.
[[nodiscard]] QString toTsv(const QList<log::Record> &records, const QList<LogColumn> &columns,
                            const CellContext &context);

} // namespace ponte::ui
