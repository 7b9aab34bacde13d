// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/storage/database.h"

#include <QHash>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace ponte::work {

struct Schedule {
    qint64 id = 0;
    QString name;
    QString job; ///< e.g. "resend"
    std::optional<CompanyId> company;
    QString rule; ///< "every 30m"
    QString zone; ///< IANA name
    QString filter;
    bool enabled = true;
    QDateTime nextRun, lastRun; ///< UTC; invalid where there is none
};

/// What one run did; planned = succeeded + failed + skipped + notAttempted at its end.
struct ScheduleReport {
    int planned = 0;
    int succeeded = 0;
    int failed = 0;
    int skipped = 0;
    int notAttempted = 0;
    QString message; ///< for a person, Portuguese
};

/// The interval of a rule "every Nm"; none for other rules.
[[nodiscard]] std::optional<std::chrono::minutes> intervalOf(const QString &rule);

[[nodiscard]] Result<QList<Schedule>> schedules(storage::Connection &connection, std::optional<CompanyId> company);

/// Runs what is due in a thread of its own. A missed run runs once, and of several programs one runs it. Thread-safe.
class Scheduler
{
public:
    using Job = std::function<Result<ScheduleReport>(const Schedule &, const CancelToken &)>;

    /// Without a thread (`running` false) only runNow() works.
    Scheduler(storage::Database &database, const Clock &clock, QHash<QString, Job> jobs, bool running);
    /// Cancels the run under way.
    ~Scheduler();

    /// The schedule's own run, now, in the calling thread. NotFound where there is none.
    [[nodiscard]] Result<ScheduleReport> runNow(qint64 id, const QString &who, const CancelToken &cancel);

private:
    void loop();
    [[nodiscard]] Result<> runDue();
    [[nodiscard]] Result<bool> claim(const Schedule &schedule);
    [[nodiscard]] Result<ScheduleReport> run(const Schedule &schedule, const QString &who, const CancelToken &cancel);

    storage::Database &m_database;
    const Clock &m_clock;
    const QHash<QString, Job> m_jobs;
    const CancelToken m_cancel;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace ponte::work
