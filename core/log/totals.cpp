// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/log/totals.h"

#include "core/log/counters.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace ponte::log {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

constexpr qint64 secondsPerHour = 3'600;
constexpr int hoursShown = 24;
constexpr int daysOfWeek = 7;

class TotalsReader
{
public:
    TotalsReader(Connection &connection, std::optional<LevelId> level, const QStringList &reprocessable, QDateTime now)
        : m_connection(connection)
        , m_level(level)
        , m_reprocessable(reprocessable)
        , m_now(std::move(now))
    {}

    Result<Totals> read(std::optional<CompanyId> company, const QHash<CompanyId, int> &maximumOf)
    {
        Filter filter;
        filter.company = company;
        filter.level = m_level;
        const Result<QList<CounterCell>> cells = counterCells(m_connection, filter);
        if (!cells)
            return tl::unexpected(cells.error());
        addCells(*cells);
        for (const auto step : {&TotalsReader::addWaiting, &TotalsReader::addHours}) {
            if (const Result<> done = (this->*step)(*cells); !done)
                return tl::unexpected(done.error());
        }
        if (const Result<> done = addAtRisk(*cells, maximumOf); !done)
            return tl::unexpected(done.error());
        return m_totals;
    }

private:
    bool isWaiting(const CounterCell &cell) const
    {
        return (cell.status == Status::Error || cell.status == Status::Pending)
               && m_reprocessable.contains(cell.functionality);
    }

    static QList<CompanyId> companiesOf(const QList<CounterCell> &cells)
    {
        QList<CompanyId> companies;
        for (const CounterCell &cell : cells) {
            if (!companies.contains(cell.company))
                companies.append(cell.company);
        }
        return companies;
    }

    QVariant levelOrNull() const
    {
        return m_level ? QVariant(m_level->value()) : QVariant(QMetaType(QMetaType::LongLong));
    }

    void addCells(const QList<CounterCell> &cells)
    {
        QMap<std::pair<QString, int>, qint64> sums;
        for (const CounterCell &cell : cells)
            sums[{cell.functionality, int(cell.status)}] += cell.records;
        for (auto sum = sums.constBegin(); sum != sums.constEnd(); ++sum)
            m_totals.cells.append({sum.key().first, Status(sum.key().second), *sum});
    }

    Result<> addWaiting(const QList<CounterCell> &cells)
    {
        WaitingAge &waiting = m_totals.waiting;
        QSet<QString> seen;
        qint64 total = 0;
        qint64 ofWeek = 0;
        for (const CounterCell &cell : cells) {
            if (!isWaiting(cell))
                continue;
            total += cell.records;
            const QString kind = QString::number(cell.company.value()) + toWord(cell.status) + cell.functionality;
            if (seen.contains(kind))
                continue; // told apart by their module alone
            seen.insert(kind);
            const auto row = m_connection.first(u"log.waiting_ages"_s, {{u":company"_s, cell.company.value()},
                                                                        {u":status"_s, toWord(cell.status)},
                                                                        {u":functionality"_s, cell.functionality},
                                                                        {u":level"_s, levelOrNull()},
                                                                        {u":hour"_s, m_now.addSecs(-secondsPerHour)},
                                                                        {u":day"_s, m_now.addDays(-1)},
                                                                        {u":week"_s, m_now.addDays(-daysOfWeek)}});
            if (!row)
                return tl::unexpected(row.error());
            const qint64 hour = (*row)->number(u"hour");
            const qint64 day = (*row)->number(u"day");
            const qint64 week = (*row)->number(u"week");
            waiting.upToHour += hour;
            waiting.upToDay += day - hour;
            waiting.upToWeek += week - day;
            ofWeek += week;
        }
        waiting.older = std::max<qint64>(0, total - ofWeek);
        return {};
    }

    Result<> addHours(const QList<CounterCell> &cells)
    {
        const qint64 newest = m_now.toSecsSinceEpoch() / secondsPerHour;
        const qint64 oldest = newest - hoursShown + 1;
        for (qint64 hour = oldest; hour <= newest; ++hour)
            m_totals.hours.append({QDateTime::fromSecsSinceEpoch(hour * secondsPerHour, Qt::UTC)});
        const storage::Bindings from {{u":from"_s, m_totals.hours.first().hour}, {u":level"_s, levelOrNull()}};
        for (const CompanyId company : companiesOf(cells)) {
            for (const auto &[name, member] : {std::pair(u"log.hours_created"_s, &HourCount::created),
                                               std::pair(u"log.hours_failed"_s, &HourCount::failed)})
            {
                const auto rows = m_connection.query(name, from + storage::Bindings {{u":company"_s, company.value()}});
                if (!rows)
                    return tl::unexpected(rows.error());
                for (const storage::Row &row : *rows) {
                    // A clock that runs ahead leaves no hour of its own.
                    const qint64 place = std::min(row.number(u"hour"), newest) - oldest;
                    m_totals.hours[place].*member += row.number(u"n");
                }
            }
        }
        return {};
    }

    Result<> addAtRisk(const QList<CounterCell> &cells, const QHash<CompanyId, int> &maximumOf)
    {
        for (const CompanyId company : companiesOf(cells)) {
            if (!maximumOf.contains(company))
                continue;
            Filter filter;
            filter.company = company;
            filter.level = m_level;
            filter.statuses = {Status::Error, Status::Pending};
            filter.functionalities = m_reprocessable;
            filter.automaticAttemptsFrom = std::max(0, maximumOf.value(company) - 1);
            const Result<QList<CounterCell>> risky = counterCells(m_connection, filter);
            if (!risky)
                return tl::unexpected(risky.error());
            for (const CounterCell &cell : *risky)
                m_totals.atRisk += cell.records;
        }
        return {};
    }

    Connection &m_connection;
    const std::optional<LevelId> m_level;
    const QStringList m_reprocessable;
    const QDateTime m_now;
    Totals m_totals;
};

} // namespace

Result<Totals> totals(Connection &connection, std::optional<CompanyId> company, std::optional<LevelId> level,
                      const QStringList &reprocessable, const QHash<CompanyId, int> &maximumOf, const QDateTime &now)
{
    if (reprocessable.isEmpty())
        return TotalsReader(connection, level, reprocessable, now).read(company, {});
    return TotalsReader(connection, level, reprocessable, now).read(company, maximumOf);
}

} // namespace ponte::log
