// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "core/log/totals.h"
#include "ui/widgets/session.h"

#include <QList>

namespace ponte::ui {

/// One outside system as the database knows it.
struct DestinationState {
    QString destination; ///< "rm", "erp", "broker"
    bool isStopped = false; ///< its credentials were refused
    bool wasVerified = false;
    QDateTime pausedUntil, lastSuccess;
    QString lastError;
};

/// Those that wait with one automatic attempt left, in companies of one and the same maximum.
struct RiskShare {
    std::optional<CompanyId> company; ///< none: every company of the overview
    int maximum = 0;
    qint64 count = 0;
};

/// What the overview shows, all of one moment.
struct OverviewReading {
    QDateTime at;
    std::optional<CompanyId> company;
    std::optional<LevelId> level;
    QStringList reprocessable;
    log::Totals totals;
    QList<RiskShare> risks; ///< none of them 0
    QList<DestinationState> destinations;
    int workers = 0;

    // Each number as the filter that finds exactly its records.
    [[nodiscard]] log::Filter scope() const;
    [[nodiscard]] log::Filter filterOf(const QString &functionality, std::optional<log::Status> status) const;
    /// 0: created up to an hour ago, 1: up to a day, 2: up to a week, 3: before.
    [[nodiscard]] log::Filter filterOfWaiting(int age) const;
    [[nodiscard]] log::Filter filterOf(const RiskShare &risk) const;
    [[nodiscard]] log::Filter filterOf(const log::HourCount &hour, bool onlyFailed) const;
    [[nodiscard]] qint64 waiting(int age) const;
};

constexpr int waitingAges = 4;

/// Runs in a thread of the read pool. `companies` are those that may have a maximum of attempts.
[[nodiscard]] Result<OverviewReading> readOverview(storage::Connection &connection,
                                                   const QList<IntegrationView> &integrations,
                                                   std::optional<CompanyId> company, std::optional<LevelId> level,
                                                   const QList<CompanyId> &companies, const QDateTime &now);

} // namespace ponte::ui
