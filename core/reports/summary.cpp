// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/summary.h"

#include "core/log/logfilter.h"
#include "core/parameters/schema.h"
#include "core/storage/rowstream.h"

#include <QMap>

#include <algorithm>
#include <cmath>
#include <vector>

namespace ponte::reports {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

constexpr qint64 msOfDay = 86'400'000;
constexpr qint64 msOfHour = 3'600'000;
constexpr int mostSignatures = 10;

/// The filter's conditions and what this statement adds to them.
struct Narrowed {
    QString where;
    storage::Bindings bindings;
};

Narrowed narrowed(const log::Filter &filter, const QString &condition, const storage::Bindings &bindings = {})
{
    const log::BuiltQuery built = log::conditionsOf(filter);
    const QString where = (built.sql.isEmpty() ? u" WHERE "_s : QString(built.sql + u" AND "_s)) + condition;
    return {where, built.bindings + bindings};
}

StatusCounts *countsOf(QList<std::pair<CompanyId, StatusCounts>> &list, CompanyId company)
{
    for (auto &[known, counts] : list) {
        if (known == company)
            return &counts;
    }
    list.append({company, {}});
    return &list.last().second;
}

/// Reads the figures one after the other into one summary.
class Reader
{
public:
    Reader(storage::Connection &connection, const integration::Descriptor &descriptor, const log::Filter &filter,
           const QTimeZone &zone, const QDateTime &now)
        : m_connection(connection)
        , m_descriptor(descriptor)
        , m_filter(filter)
        , m_zone(zone)
        , m_now(now)
    {}

    [[nodiscard]] Result<Summary> read()
    {
        for (const auto step :
             {&Reader::readDeadlines, &Reader::readScopes, &Reader::readSpan, &Reader::readDays, &Reader::readAgeing,
              &Reader::readContracts, &Reader::readRecovered, &Reader::readSignatures})
        {
            if (const Result<> done = (this->*step)(); !done)
                return tl::unexpected(done.error());
        }
        return std::move(m_summary);
    }

private:
    using Visit = std::function<void(const storage::Row &)>;
    [[nodiscard]] Result<> each(const QString &sql, const storage::Bindings &bindings, const Visit &visit);
    [[nodiscard]] Result<> readDeadlines();
    [[nodiscard]] Result<> readScopes();
    [[nodiscard]] Result<> readSpan();
    [[nodiscard]] Result<> readDays();
    [[nodiscard]] Result<> readDaysOf(qint64 from, qint64 to, qint64 offset);
    [[nodiscard]] Result<> readAgeing();
    [[nodiscard]] Result<> readContracts();
    [[nodiscard]] Result<> readRecovered();
    [[nodiscard]] Result<> readSignatures();

    storage::Connection &m_connection;
    const integration::Descriptor &m_descriptor;
    const log::Filter &m_filter;
    const QTimeZone &m_zone;
    const QDateTime m_now;
    QHash<CompanyId, std::chrono::hours> m_deadlines;
    QMap<QDate, StatusCounts> m_days;
    Summary m_summary;
};

Result<> Reader::each(const QString &sql, const storage::Bindings &bindings, const Visit &visit)
{
    return m_connection.each(sql, bindings, [&visit](const storage::Row &row) {
        visit(row);
        return true;
    });
}

Result<> Reader::readDeadlines()
{
    if (m_descriptor.contractDeadline.isEmpty())
        return {};
    const auto values = m_connection.query(u"parameters.values"_s);
    if (!values)
        return tl::unexpected(values.error());
    for (const storage::Row &row : *values) {
        const auto scope = parameters::Scope::fromKey(parameters::ScopeKind::Company, row.text(u"scope_key"));
        const int hours = row.text(u"value").toInt();
        if (row.text(u"key") == m_descriptor.contractDeadline && scope && hours > 0)
            m_deadlines.insert(scope->company, std::chrono::hours(hours));
    }
    return {};
}

// One pass counts what four figures share.
Result<> Reader::readScopes()
{
    const log::BuiltQuery conditions = log::conditionsOf(m_filter);
    QMap<std::pair<CompanyId, LevelId>, StatusCounts> levels;
    QMap<QString, StatusCounts> functionalities;
    const Result<> read =
        each(u"SELECT company, level, functionality, status, count(*) AS n FROM log_record"_s + conditions.sql
                 + u" GROUP BY company, level, functionality, status"_s,
             conditions.bindings, [&](const storage::Row &row) {
                 const log::Status status = log::statusFromWord(row.text(u"status")).value_or(log::Status::Error);
                 const qint64 count = row.number(u"n");
                 m_summary.total.add(status, count);
                 levels[{CompanyId(row.number(u"company")), LevelId(row.number(u"level"))}].add(status, count);
                 functionalities[row.text(u"functionality")].add(status, count);
             });
    for (auto level = levels.constBegin(); level != levels.constEnd(); ++level) {
        m_summary.levels.append({level.key().first, level.key().second, level.value()});
        StatusCounts &company = *countsOf(m_summary.companies, level.key().first);
        company.success += level->success;
        company.error += level->error;
        company.pending += level->pending;
        company.cancelled += level->cancelled;
    }
    for (const integration::Functionality &known : m_descriptor.functionalities) {
        if (functionalities.contains(known.id))
            m_summary.functionalities.append({known.id, functionalities.take(known.id)});
    }
    for (auto other = functionalities.constBegin(); other != functionalities.constEnd(); ++other)
        m_summary.functionalities.append({other.key(), other.value()});
    return read;
}

Result<> Reader::readSpan()
{
    const log::BuiltQuery conditions = log::conditionsOf(m_filter);
    return each(u"SELECT min(created_at) AS first, max(created_at) AS last FROM log_record"_s + conditions.sql,
                conditions.bindings, [&](const storage::Row &row) {
                    m_summary.first = row.time(u"first");
                    m_summary.last = row.time(u"last");
                });
}

// A day of the zone is a plain division as long as the zone keeps its offset, which it does for months at least.
Result<> Reader::readDays()
{
    if (!m_summary.first.isValid())
        return {};
    QDateTime at = m_summary.first;
    while (at <= m_summary.last) {
        const QTimeZone::OffsetData change =
            m_zone.hasTransitions() ? m_zone.nextTransition(at) : QTimeZone::OffsetData {};
        const QDateTime end = change.atUtc.isValid() && change.atUtc <= m_summary.last ? change.atUtc.toUTC()
                                                                                       : m_summary.last.addMSecs(1);
        const qint64 offset = qint64(m_zone.offsetFromUtc(at)) * 1000;
        if (Result<> read = readDaysOf(at.toMSecsSinceEpoch(), end.toMSecsSinceEpoch(), offset); !read)
            return read;
        at = end;
    }
    for (auto day = m_days.constBegin(); day != m_days.constEnd(); ++day)
        m_summary.days.append({day.key(), day.value()});
    return {};
}

Result<> Reader::readDaysOf(qint64 from, qint64 to, qint64 offset)
{
    const Narrowed part = narrowed(m_filter, u"created_at >= :span_from AND created_at < :span_to"_s,
                                   {{u":span_from"_s, from}, {u":span_to"_s, to}});
    // Numbers of our own, since PostgreSQL does not see that two bound ones are equal.
    const QString day = u"(created_at + %1) / %2"_s.arg(offset).arg(msOfDay);
    return each(u"SELECT "_s + day + u" AS day, status, count(*) AS n FROM log_record"_s + part.where + u" GROUP BY "_s
                    + day + u", status"_s,
                part.bindings, [&](const storage::Row &row) {
                    const QDate date = QDate(1970, 1, 1).addDays(row.number(u"day"));
                    m_days[date].add(log::statusFromWord(row.text(u"status")).value_or(log::Status::Error),
                                     row.number(u"n"));
                });
}

Result<> Reader::readAgeing()
{
    const qint64 now = m_now.toMSecsSinceEpoch();
    constexpr std::array<qint64, ageBands - 1> ends {msOfHour,    4 * msOfHour, msOfDay,
                                                     3 * msOfDay, 7 * msOfDay,  30 * msOfDay};
    QString band = u"CASE"_s;
    for (size_t i = 0; i < ends.size(); ++i)
        band += u" WHEN created_at > %1 THEN %2"_s.arg(now - ends[i]).arg(i);
    band += u" ELSE %1 END"_s.arg(ageBands - 1);
    const Narrowed open = narrowed(m_filter, u"status IN ('error', 'pending')"_s);
    return each(u"SELECT "_s + band + u" AS band, count(*) AS n FROM log_record"_s + open.where + u" GROUP BY "_s
                    + band,
                open.bindings,
                [&](const storage::Row &row) { m_summary.ageing[size_t(row.number(u"band"))] = row.number(u"n"); });
}

// The sum keeps both databases from walking the index of (company, created_at) for the smallest.
// A sale begins with its first record; its contract is effective with the first successful execution of the activation.
Result<> Reader::readContracts()
{
    const QString activation = m_descriptor.contract;
    if (activation.isEmpty())
        return {};
    const Narrowed some = narrowed(m_filter, u"functionality = :activation"_s, {{u":activation"_s, activation}});
    auto rows = storage::RowStream::open(
        m_connection,
        u"SELECT a.company, a.status, (SELECT min(s.created_at + 0) FROM log_record AS s WHERE s.company = a.company AND "
        "s.origin = a.origin) AS began, CASE WHEN a.status = 'success' THEN coalesce((SELECT min(i.changed_at) FROM "
        "log_item AS i WHERE i.record = a.id AND i.status = 'success' AND i.created_at >= a.created_at AND i.created_at "
        "<= a.changed_at), a.changed_at) END AS ended FROM (SELECT id, company, origin, status, created_at, changed_at "
        "FROM log_record"_s
            + some.where + u") AS a"_s,
        some.bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<qint32> lengths;
    QMap<CompanyId, CompanySla> sla;
    const qint64 now = m_now.toMSecsSinceEpoch();
    while (true) {
        const Result<bool> found = (*rows)->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            break;
        const CompanyId company((*rows)->number(0));
        const bool isEffective = !(*rows)->isNull(3);
        const qint64 length = std::max<qint64>(0, (isEffective ? (*rows)->number(3) : now) - (*rows)->number(2)) / 1000;
        if (isEffective)
            lengths.push_back(qint32(std::min<qint64>(length, std::numeric_limits<qint32>::max())));
        const auto deadline = m_deadlines.constFind(company);
        if (deadline == m_deadlines.constEnd())
            continue;
        CompanySla &kept = sla[company];
        kept.company = company;
        kept.deadline = *deadline;
        const bool isInTime = length <= std::chrono::seconds(*deadline).count();
        if (isEffective)
            ++(isInTime ? kept.inTime : kept.late);
        else if (!isInTime)
            ++kept.overdue;
    }
    m_summary.sla = sla.values();
    m_summary.contracts = qint64(lengths.size());
    const auto quantile = [&lengths](double share) {
        // The nearest rank: a length that really was.
        const auto at = lengths.begin() + std::ptrdiff_t(std::max(0.0, std::ceil(share * double(lengths.size())) - 1));
        std::nth_element(lengths.begin(), at, lengths.end());
        return seconds(*at);
    };
    if (!lengths.empty()) {
        m_summary.median = quantile(0.5);
        m_summary.p95 = quantile(0.95);
    }
    return {};
}

Result<> Reader::readRecovered()
{
    const Narrowed some = narrowed(m_filter, u"status = 'success' AND automatic_attempts > 0"_s);
    return each(
        u"SELECT count(*) AS n FROM (SELECT id, created_at, changed_at FROM log_record"_s + some.where
            + u") AS r WHERE EXISTS (SELECT 1 FROM log_item AS i WHERE i.record = r.id AND i.status = 'success' "
              "AND i.cause = 'schedule' AND i.created_at >= r.created_at AND i.created_at <= r.changed_at)"_s,
        some.bindings, [&](const storage::Row &row) { m_summary.recoveredByResend = row.number(u"n"); });
}

Result<> Reader::readSignatures()
{
    Result<QList<log::SignatureGroup>> groups = log::signatureGroups(m_connection, m_filter, mostSignatures);
    if (!groups)
        return tl::unexpected(groups.error());
    m_summary.topSignatures = std::move(*groups);
    return {};
}

} // namespace

Result<Summary> summarize(storage::Connection &connection, const integration::Descriptor &descriptor,
                          const log::Filter &filter, const QTimeZone &zone, const QDateTime &now)
{
    return Reader(connection, descriptor, filter, zone, now).read();
}

void StatusCounts::add(log::Status status, qint64 count)
{
    switch (status) {
    case log::Status::Success:
        success += count;
        break;
    case log::Status::Error:
        error += count;
        break;
    case log::Status::Pending:
        pending += count;
        break;
    case log::Status::Cancelled:
        cancelled += count;
        break;
    }
}

std::optional<double> CompanySla::share() const
{
    const qint64 all = inTime + late + overdue;
    return all > 0 ? std::optional(double(inTime) / double(all)) : std::nullopt;
}

} // namespace ponte::reports
