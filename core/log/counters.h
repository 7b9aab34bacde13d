// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"

namespace ponte::log {

/// So many records stand here, by the counts that are kept with each change.
struct CounterCell {
    CompanyId company;
    QString functionality, module;
    Status status = Status::Success;
    qint64 records = 0;
};

/// Of what the filter's company, level, statuses, functionalities, modules and attempts choose; its other members do
/// not count. A few hundred at most, however large the log is.
[[nodiscard]] Result<QList<CounterCell>> counterCells(storage::Connection &connection, const Filter &filter);
/// Whether the cells' records are exactly those that the filter chooses, so that their sum is its count.
[[nodiscard]] bool countersKnow(const Filter &filter);

} // namespace ponte::log
