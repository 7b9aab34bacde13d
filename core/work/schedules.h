// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/security/actor.h"
#include "core/storage/database.h"
#include "core/work/schedule.h"

#include <functional>

namespace ponte::work {

/// What a person says of a schedule.
struct ScheduleDraft {
    QString name; ///< empty: made from the job
    QString job = QString::fromUtf16(reprocessJob);
    CompanyId company;
    ScheduleRule rule;
    QString zone = QStringLiteral("America/Sao_Paulo");
    log::Filter filter; ///< of "reprocess" and "report"; its company is replaced by `company`
    QJsonObject report; ///< of "report"
    bool enabled = true;
};

/// The schedules as people list and change them; what is due is run by the Scheduler of any program. Thread-safe. All
/// calls block: never from the UI thread (a screen reads by ReadPool::read and writes in a thread of its own).
///
/// Errors: Permission (ManageSchedules of the company; ViewLog to read), Validation with `field` ("zone", "rule",
/// "company", "filter", "job", "name", and those of what judges reports), NotFound, Conflict, Database. A report needs
/// ExportReports of the company too.
class Schedules
{
public:
    /// Judges what a draft of the job "report" says beside its filter.
    using ReportCheck = std::function<Result<>(const ScheduleDraft &)>;

    /// `reprocessable`: the functionalities that may be run again. Without `checkReport` no report can be scheduled.
    Schedules(storage::Database &database, const Clock &clock, QStringList reprocessable, ReportCheck checkReport = {});

    /// By id; of all companies where `company` is none.
    [[nodiscard]] static Result<QList<Schedule>> list(const security::Actor &actor, storage::Connection &connection,
                                                      std::optional<CompanyId> company = {});
    [[nodiscard]] static Result<Schedule> find(const security::Actor &actor, storage::Connection &connection,
                                               qint64 id);
    /// Newest first, at most `limit`.
    [[nodiscard]] static Result<QList<ScheduleRun>> runs(const security::Actor &actor, storage::Connection &connection,
                                                         qint64 schedule, int limit);
    /// The latest run of each schedule, by schedule; of all companies where `company` is none.
    [[nodiscard]] static Result<QHash<qint64, ScheduleRun>>
    latestRuns(const security::Actor &actor, storage::Connection &connection, std::optional<CompanyId> company = {});

    /// What add() and change() would refuse, without the database: for a dialog that judges while one types.
    [[nodiscard]] Result<> check(const ScheduleDraft &draft) const;

    [[nodiscard]] Result<qint64> add(const security::Actor &actor, const ScheduleDraft &draft);
    /// Plans anew from now. The job of a schedule stays.
    [[nodiscard]] Result<> change(const security::Actor &actor, qint64 id, const ScheduleDraft &draft);
    /// On plans anew from now; a once-schedule whose time has passed is refused (Validation).
    [[nodiscard]] Result<> setEnabled(const security::Actor &actor, qint64 id, bool enabled);
    /// What was removed, so that it can be added again. Its runs stay on record.
    [[nodiscard]] Result<Schedule> remove(const security::Actor &actor, qint64 id);
    /// Asks whichever program runs schedules for a run now, beside those planned; an automatic run, which counts. The
    /// run appears in runs().
    [[nodiscard]] Result<> ask(const security::Actor &actor, qint64 id);

private:
    [[nodiscard]] Result<> checkWhatRuns(const ScheduleDraft &draft) const;
    [[nodiscard]] Result<> checkCompany(storage::Connection &connection, CompanyId company) const;
    [[nodiscard]] Result<Schedule> forChange(const security::Actor &actor, storage::Connection &connection,
                                             qint64 id) const;

    storage::Database &m_database;
    const Clock &m_clock;
    const QStringList m_reprocessable;
    const ReportCheck m_checkReport;
};

/// The draft that would make this schedule again.
[[nodiscard]] ScheduleDraft draftOf(const Schedule &schedule);

} // namespace ponte::work
