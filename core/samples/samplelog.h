// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/storage/address.h"

#include <QDateTime>

#include <functional>
#include <optional>

namespace ponte::samples {

/// The same order writes the same rows, whatever the database.
struct SampleOrder {
    qint64 records = 0;
    quint64 seed = 1;
    std::optional<qint64> newestPayloads = {}; ///< none: every item has what was sent and received
    QDateTime until = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC); ///< of the newest sale
};

struct SampleCounts {
    qint64 sales = 0, records = 0, items = 0, payloads = 0;
};

/// What is being done, and how much of it.
using SampleProgress = std::function<void(const QString &what, qint64 done, qint64 total)>;

/// Fills a migrated database with log data as years of sales leave it behind, in one transaction: cancelled or killed,
/// nothing is left. Blocks for minutes. Errors: Rule where the log or the sales hold anything already, Cancelled,
/// Database.
[[nodiscard]] Result<SampleCounts> writeSampleLog(const storage::Address &address, const SampleOrder &order,
                                                  const CancelToken &cancel, const SampleProgress &progress);

} // namespace ponte::samples
