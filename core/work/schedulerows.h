// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#pragma once

#include "core/storage/connection.h"
#include "core/work/schedule.h"

namespace ponte::work {

/// Of a row of the statements that read schedules.
[[nodiscard]] Schedule scheduleOf(const storage::Row &row);
[[nodiscard]] ScheduleRun scheduleRunOf(const storage::Row &row);

} // namespace ponte::work
