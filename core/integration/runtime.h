// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/http/router.h"
#include "core/parameters/connections.h"
#include "core/parameters/parameters.h"
#include "core/security/apiclients.h"
#include "core/work/processregistry.h"
#include "core/work/schedule.h"

#include <QHash>

#include <functional>

namespace ponte::integration {

/// A job of a schedule that is not the integration's own, as work::Scheduler::Job.
using SharedJob =
    std::function<Result<work::ScheduleReport>(const work::Schedule &, const QDateTime &since, const CancelToken &)>;

/// What the program hands to the running part of an integration.
struct RuntimeParts {
    storage::Database &database;
    const Clock &clock;
    const parameters::Parameters &parameters;
    const parameters::Connections &connections;
    security::ApiClients &clients;
    const work::ProcessRegistry &process;
    bool workers = true; ///< false: nothing is delivered from the outbox by this program
    bool schedules = true; ///< false: nothing is run because its time has come
    QHash<QString, SharedJob> jobs = {}; ///< run beside its own, by their names in schedules
};

/// The running part of an integration: its routes, workers and jobs, made by its folder and owned by the program.
class Runtime
{
public:
    virtual ~Runtime() = default; ///< ends what is in flight
    virtual void addRoutes(http::Router &router) = 0;
    /// Takes no new work; what is in flight goes on until the end of the runtime.
    virtual void stop() = 0;
    /// Looks for work now, because data changed: `topics` as of storage::ChangeFeed, none for anything.
    virtual void wake(const QStringList &topics) = 0;
    /// The schedule's own run, now: automatic, so it counts. Blocks until its end.
    [[nodiscard]] virtual Result<work::ScheduleReport> runSchedule(const security::Actor &actor, qint64 id,
                                                                   const CancelToken &cancel) = 0;
    /// Name and value of each figure of /metrics.
    [[nodiscard]] virtual QList<QPair<QString, double>> figures() = 0;
};

} // namespace ponte::integration
