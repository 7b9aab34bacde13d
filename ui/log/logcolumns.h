// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "ui/log/lognames.h"

namespace ponte::ui {

/// The columns of the monitor, in the customer's order.
enum class LogColumn { Id, KeyFields, KeyValues, Status, Functionality, Module, Created, Changed };
constexpr int logColumnCount = 8;

[[nodiscard]] QString headerText(LogColumn column);
[[nodiscard]] QString cellText(const log::Record &record, LogColumn column, const LogNames &names);
/// Digits of equal width: ids, keys and times.
[[nodiscard]] bool isTabular(LogColumn column);

/// The columns of "Item de Log", in the customer's order.
enum class ItemColumn { Id, Record, Message, Status, Sent, Received, Created, Changed };
constexpr int itemColumnCount = 8;

[[nodiscard]] QString headerText(ItemColumn column);
[[nodiscard]] bool isTabular(ItemColumn column);

/// Records as rows of text between tabs, with the headers, for a spreadsheet.
[[nodiscard]] QString toTsv(const QList<log::Record> &records, const LogNames &names);

} // namespace ponte::ui
