// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"

#include <QList>
#include <QString>

#include <utility>

namespace ponte::log {

/// What is known of the errors of one cause.
struct SignatureStatistics {
    QString id, text;
    qint64 count = 0; ///< records that the filter chooses and whose latest error it is
    QDateTime firstAt, lastAt; ///< when any record met it first; latest change of a chosen record
    QList<qint64> lastDays; ///< errors in each of 14 spans of 24 hours that end at `now`, oldest first
    QList<std::pair<CompanyId, qint64>> companies; ///< of `count`, most first
    qint64 retried = 0; ///< executions by schedule, person or outbox right after this error, of the last 90 days
    qint64 recovered = 0; ///< those of them that succeeded: recovered / retried is the chance of one more
};

constexpr int trendDays = 14;

/// Most records first. The trend and the retries are those of the filter's company, or of all, whatever else it
/// restricts; both begin with the schema that keeps an item's error.
[[nodiscard]] Result<QList<SignatureStatistics>>
signatureStatistics(storage::Connection &connection, const Filter &filter, const QDateTime &now, int limit = 100);

} // namespace ponte::log
