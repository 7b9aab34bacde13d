// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/schedule.h"

#include "core/log/filterwords.h"
#include "core/work/schedulerows.h"

#include <QJsonDocument>

namespace ponte::work {

using namespace Qt::StringLiterals;

QList<QDateTime> upcomingRuns(const Schedule &schedule, int count)
{
    if (!schedule.enabled || !schedule.nextRun.isValid() || count < 1)
        return {};
    QList<QDateTime> runs {schedule.nextRun};
    runs += nextRuns(schedule.rule, QTimeZone(schedule.zone.toLatin1()), schedule.nextRun, count - 1, schedule.nextRun);
    return runs;
}

Schedule scheduleOf(const storage::Row &row)
{
    Schedule schedule;
    schedule.id = row.number(u"id");
    schedule.name = row.text(u"name");
    schedule.job = row.text(u"job");
    if (!row.isNull(u"company"))
        schedule.company = CompanyId(row.number(u"company"));
    schedule.rule = ScheduleRule::fromText(row.text(u"rule")).value_or(ScheduleRule());
    schedule.zone = row.text(u"zone");
    QJsonObject words = QJsonDocument::fromJson(row.text(u"filter").toUtf8()).object();
    if (schedule.job == QStringView(reportJob)) {
        schedule.report = words.value("report"_L1).toObject();
        words = words.value("filter"_L1).toObject();
    }
    schedule.filter = log::filterFromWords(words).value_or(log::Filter());
    schedule.enabled = row.number(u"enabled") != 0;
    schedule.nextRun = row.time(u"next_run");
    schedule.lastRun = row.time(u"last_run");
    schedule.isRunning = row.number(u"running") != 0;
    return schedule;
}

ScheduleRun scheduleRunOf(const storage::Row &row)
{
    ScheduleRun run;
    run.id = row.number(u"id");
    run.schedule = row.number(u"schedule");
    run.who = row.text(u"who");
    run.report = {int(row.number(u"planned")), int(row.number(u"succeeded")),     int(row.number(u"failed")),
                  int(row.number(u"skipped")), int(row.number(u"not_attempted")), row.text(u"message")};
    run.startedAt = row.time(u"started_at");
    run.endedAt = row.time(u"ended_at");
    return run;
}

} // namespace ponte::work
