// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/batch.h"
#include "tests/ui/support/stage.h"

namespace ponte::testing {

/// Leaves one record of a confirmed batch as a worker would.
void settle(Stage &stage, qint64 batch, LogRecordId record, work::EntryState state, const QString &message = {});
/// A run of a schedule that has ended.
void addRun(Stage &stage, qint64 schedule, const QDateTime &at, int succeeded, int failed);

} // namespace ponte::testing
