// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/batch.h"

#include <QString>

namespace ponte::ui {

/// "Running", "Paused"…
[[nodiscard]] QString stateText(work::BatchState state);
/// What became, or will become, of one record: "Included", "Left out", "Waiting", "Succeeded"…
[[nodiscard]] QString outcomeText(work::EntryState state);
/// Why a plan took a record in or left it out, by the word kept with the entry.
[[nodiscard]] QString planReasonText(const QString &reason);
/// "8 succeeded · 2 failed · 1 skipped · 3 not attempted · 4 remaining", without what is none.
[[nodiscard]] QString countsText(const work::BatchCounts &counts);
/// Who confirmed it, when, and with which options; for a plan, when it was made.
[[nodiscard]] QString originText(const work::Batch &batch);
[[nodiscard]] QString batchTitle(qint64 id);
/// How many records of a batch did not end well.
[[nodiscard]] qint64 failures(const work::BatchCounts &counts);

} // namespace ponte::ui
