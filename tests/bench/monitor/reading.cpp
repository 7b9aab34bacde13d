// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/monitor/reading.h"

#include "core/log/totals.h"
#include "tests/bench/monitor/cases.h"
#include "tests/bench/monitor/sampledatabase.h"
#include "tests/bench/reprocess/figures.h"

#include <QElapsedTimer>
#include <QMap>

#include <algorithm>
#include <cstdio>

namespace ponte::bench {

using namespace Qt::StringLiterals;
using log::Cursor;
using log::LogReader;
using log::Sort;
using log::SortColumn;

namespace {

constexpr qint64 smallLog = 10'000;
constexpr int pageSize = 100;
constexpr int pairs = 9;
constexpr double allowance = 5; // ms
constexpr double longest = 50; // ms

template<class T>
T sound(Result<T> result)
{
    if (!result)
        stopHere(result.error().message + u' ' + result.error().detail);
    return std::move(*result);
}

template<class Work>
double millisecondsOf(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

QString nameOf(const Sort &sort)
{
    const QString column = sort.column == SortColumn::Id          ? u"id"_s
                           : sort.column == SortColumn::CreatedAt ? u"created"_s
                                                                  : u"changed"_s;
    return (sort.descending ? u"-"_s : QString()) + column;
}

/// One kind of question, asked of the large and of the small log in turn.
class Question
{
public:
    enum class Against { SmallLog, Clock };
    explicit Question(QString name, Against against = Against::SmallLog)
        : m_name(std::move(name))
        , m_against(against)
    {}

    template<class Ask>
    void ask(const QString &what, bool tellAll, const Ask &large, const Ask &small)
    {
        QList<double> ofLarge;
        QList<double> ofSmall;
        large();
        small();
        for (int i = 0; i < pairs; ++i) {
            ofLarge.append(millisecondsOf(large));
            ofSmall.append(millisecondsOf(small));
        }
        m_all += ofLarge;
        const double middle = median(ofLarge);
        const double ratio = middle / (median(ofSmall) + allowance);
        const double most = m_against == Against::SmallLog ? 1 : longest / (median(ofSmall) + allowance);
        if (tellAll || ratio > most)
            std::fprintf(stderr, "monitor: %-12s %-46s %8.2f ms, small %6.2f ms, longest %8.2f ms\n",
                         qPrintable(m_name), qPrintable(what), middle, median(ofSmall),
                         *std::max_element(ofLarge.begin(), ofLarge.end()));
        if (ratio > m_worst) {
            m_worst = ratio;
            m_worstCase = what;
        }
    }

    void tell(const QString &backend, qint64 records)
    {
        if (m_all.isEmpty())
            return;
        std::sort(m_all.begin(), m_all.end());
        const double p99 = m_all.at(std::min<qsizetype>(m_all.size() - 1, m_all.size() * 99 / 100));
        std::fprintf(stderr, "monitor: %s: median %.2f ms, p99 %.2f ms of %lld; worst: %s\n", qPrintable(m_name),
                     median(m_all), p99, qlonglong(m_all.size()), qPrintable(m_worstCase));
        if (m_against == Against::SmallLog)
            tellFigure(u"monitor-"_s + m_name, m_worst, 1, true, u"the median at 10,000 records plus 5 ms"_s, records,
                       backend);
        tellFigure(u"monitor-"_s + m_name + u"-p99"_s, p99 / longest, 1, true, u"50 ms"_s, records, backend);
    }

private:
    const QString m_name;
    const Against m_against;
    QList<double> m_all;
    double m_worst = 0;
    QString m_worstCase;
};

struct Log {
    explicit Log(const storage::Address &address)
        : connection(readerOf(address))
        , cases(casesOf(*connection))
    {
        const auto rows = sound(connection->queryText(
            u"SELECT max(id) AS id, min(created_at) AS oldest, max(created_at) AS newest FROM log_record WHERE company = 3"_s));
        lastId = rows.first().number(u"id");
        oldest = rows.first().number(u"oldest");
        newest = rows.first().number(u"newest");
    }

    /// A place half way through the whole log.
    Cursor middle(const Sort &sort) const
    {
        if (sort.column == SortColumn::Id)
            return {lastId / 2, lastId / 2};
        return {(oldest + newest) / 2, 0};
    }

    std::unique_ptr<storage::Connection> connection;
    QList<Case> cases;
    qint64 lastId = 0, oldest = 0, newest = 0;
};

class Reading
{
public:
    Reading(const QString &backend, qint64 records, bool tellAll)
        : m_backend(backend)
        , m_records(records)
        , m_tellAll(tellAll)
        , m_large(sampleDatabase(backend, records))
        , m_small(sampleDatabase(backend, smallLog))
    {}

    void measure(const QString &only)
    {
        for (qsizetype i = 0; i < m_large.cases.size(); ++i) {
            if (!m_large.cases.at(i).name.contains(only))
                continue;
            for (const SortColumn column : log::offeredSorts(m_large.cases.at(i).filter)) {
                for (const bool descending : {true, false})
                    measurePages(i, {column, descending});
            }
            const QString name = m_large.cases.at(i).name;
            ask(m_count, name, [i](Log &from) { sound(LogReader(*from.connection).count(from.cases.at(i).filter)); });
        }
        measureTotals();
        for (Question *question : {&m_first, &m_search, &m_next, &m_middle, &m_end, &m_count, &m_totals})
            question->tell(m_backend, m_records);
    }

private:
    template<class Work>
    void ask(Question &question, const QString &what, const Work &work)
    {
        const std::function<void()> large = [&] { work(m_large); };
        const std::function<void()> small = [&] { work(m_small); };
        question.ask(what, m_tellAll, large, small);
    }

    void measurePages(qsizetype place, const Sort &sort)
    {
        const Case &chosen = m_large.cases.at(place);
        const QString name = chosen.name + u" by "_s + nameOf(sort);
        const auto page = [place, sort](Log &from, const std::optional<Cursor> &after, bool backward) {
            return sound(
                LogReader(*from.connection).page(from.cases.at(place).filter, sort, after, pageSize, backward));
        };
        ask(chosen.isQuick ? m_search : m_first, name, [&](Log &from) { page(from, {}, false); });
        QHash<Log *, Cursor> ends;
        for (Log *from : {&m_large, &m_small}) {
            const log::Page first = page(*from, {}, false);
            if (!first.records.isEmpty())
                ends.insert(from, Cursor::of(first.records.last(), sort));
        }
        if (ends.size() == 2)
            ask(m_next, name, [&](Log &from) { page(from, ends.value(&from), false); });
        ask(m_middle, name, [&](Log &from) { page(from, from.middle(sort), false); });
        ask(m_end, name, [&](Log &from) { page(from, {}, true); });
    }

    void measureTotals()
    {
        for (const std::optional<CompanyId> company : {std::optional<CompanyId>(), std::optional(CompanyId(3))})
            ask(m_totals, company ? u"one company"_s : u"all companies"_s, [company](Log &from) {
                sound(log::totals(*from.connection, company, {}, {u"contract_activation"_s},
                                  {{CompanyId(3), 4}, {CompanyId(2), 4}},
                                  QDateTime::fromMSecsSinceEpoch(from.newest, Qt::UTC)));
            });
    }

    const QString m_backend;
    const qint64 m_records;
    const bool m_tellAll;
    Log m_large;
    Log m_small;
    Question m_first {u"first-page"_s};
    Question m_search {u"search"_s};
    Question m_next {u"next-page"_s};
    Question m_middle {u"jump-middle"_s};
    Question m_end {u"jump-end"_s};
    // The small log has fewer records than are counted of the large one.
    Question m_count {u"count"_s, Question::Against::Clock};
    Question m_totals {u"totals"_s};
};

} // namespace

void measureReading(const QString &backend, qint64 records, bool tellAll, const QString &only)
{
    Reading(backend, records, tellAll).measure(only);
}

} // namespace ponte::bench
