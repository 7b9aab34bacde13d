// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/overview/overviewreading.h"

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

Result<QHash<CompanyId, int>> maximums(storage::Connection &connection, const QList<IntegrationView> &integrations,
                                       const QList<CompanyId> &companies)
{
    QHash<CompanyId, int> found;
    for (const IntegrationView &view : integrations) {
        if (view.descriptor.resendMaximum.isEmpty())
            continue;
        for (const CompanyId company : companies) {
            const auto value =
                view.parameters.get(connection, view.descriptor.resendMaximum, parameters::Scope::ofCompany(company));
            if (!value)
                return tl::unexpected(value.error());
            if (value->isSet && value->value.toInt() > 0)
                found.insert(company, value->value.toInt());
        }
    }
    return found;
}

Result<> readHealth(storage::Connection &connection, OverviewReading &reading)
{
    const auto health = connection.query(u"work.all_health"_s);
    if (!health)
        return tl::unexpected(health.error());
    for (const storage::Row &row : *health)
        reading.destinations.append({row.text(u"destination"), row.number(u"stopped") != 0,
                                     row.number(u"verified") != 0, row.time(u"paused_until"), row.time(u"last_success"),
                                     row.text(u"last_error")});
    const auto processes = connection.query(u"work.processes_alive"_s);
    if (!processes)
        return tl::unexpected(processes.error());
    reading.workers = int(std::count_if(processes->begin(), processes->end(),
                                        [](const storage::Row &row) { return row.number(u"runs_workers") != 0; }));
    return {};
}

/// One share where a single filter can say it, else one per company.
Result<QList<RiskShare>> risks(storage::Connection &connection, const OverviewReading &reading,
                               const QHash<CompanyId, int> &maximumOf, int companies)
{
    QList<RiskShare> shares;
    if (reading.totals.atRisk == 0)
        return shares;
    const QList<int> values = maximumOf.values();
    const bool isOne = std::all_of(values.begin(), values.end(), [&](int value) { return value == values.first(); });
    if (reading.company || (isOne && values.size() == companies)) {
        const int maximum = reading.company ? maximumOf.value(*reading.company) : values.value(0);
        return QList<RiskShare> {{reading.company, maximum, reading.totals.atRisk}};
    }
    QList<CompanyId> ids = maximumOf.keys();
    std::sort(ids.begin(), ids.end());
    for (const CompanyId company : std::as_const(ids)) {
        const RiskShare share {company, maximumOf.value(company), 0};
        const Result<log::Count> count = log::LogReader(connection).count(reading.filterOf(share));
        if (!count)
            return tl::unexpected(count.error());
        if (count->value > 0)
            shares.append({company, share.maximum, count->value});
    }
    return shares;
}

} // namespace

log::Filter OverviewReading::scope() const
{
    log::Filter filter;
    filter.company = company;
    filter.level = level;
    return filter;
}

log::Filter OverviewReading::filterOf(const QString &functionality, std::optional<log::Status> status) const
{
    log::Filter filter = scope();
    if (!functionality.isEmpty())
        filter.functionalities = {functionality};
    if (status)
        filter.statuses = {*status};
    return filter;
}

log::Filter OverviewReading::filterOfWaiting(int age) const
{
    log::Filter filter = scope();
    filter.functionalities = reprocessable;
    filter.statuses = {log::Status::Error, log::Status::Pending};
    const QDateTime ends[] {at.addSecs(-3600), at.addDays(-1), at.addDays(-7)};
    if (age < 3)
        filter.createdFrom = ends[age];
    if (age > 0)
        filter.createdTo = ends[age - 1];
    return filter;
}

log::Filter OverviewReading::filterOf(const RiskShare &risk) const
{
    log::Filter filter = scope();
    if (risk.company)
        filter.company = risk.company;
    filter.functionalities = reprocessable;
    filter.statuses = {log::Status::Error, log::Status::Pending};
    filter.automaticAttemptsFrom = qMax(0, risk.maximum - 1);
    return filter;
}

log::Filter OverviewReading::filterOf(const log::HourCount &hour, bool onlyFailed) const
{
    log::Filter filter = scope();
    filter.createdFrom = hour.hour;
    filter.createdTo = hour.hour.addSecs(3600);
    if (onlyFailed)
        filter.statuses = {log::Status::Error};
    return filter;
}

qint64 OverviewReading::waiting(int age) const
{
    const qint64 counts[] {totals.waiting.upToHour, totals.waiting.upToDay, totals.waiting.upToWeek,
                           totals.waiting.older};
    return counts[age];
}

Result<OverviewReading> readOverview(storage::Connection &connection, const QList<IntegrationView> &integrations,
                                     std::optional<CompanyId> company, std::optional<LevelId> level,
                                     const QList<CompanyId> &companies, const QDateTime &now)
{
    OverviewReading reading;
    reading.at = now;
    reading.company = company;
    reading.level = level;
    for (const IntegrationView &view : integrations) {
        for (const integration::Functionality &functionality : view.descriptor.functionalities) {
            if (functionality.mayBeReprocessed)
                reading.reprocessable.append(functionality.id);
        }
    }
    const QList<CompanyId> asked = company ? QList<CompanyId> {*company} : companies;
    const auto maximumOf = maximums(connection, integrations, asked);
    if (!maximumOf)
        return tl::unexpected(maximumOf.error());
    const auto totals = log::totals(connection, company, level, reading.reprocessable, *maximumOf, now);
    if (!totals)
        return tl::unexpected(totals.error());
    reading.totals = *totals;
    const auto shares = risks(connection, reading, *maximumOf, int(asked.size()));
    if (!shares)
        return tl::unexpected(shares.error());
    reading.risks = *shares;
    if (const Result<> health = readHealth(connection, reading); !health)
        return tl::unexpected(health.error());
    return reading;
}

} // namespace ponte::ui
