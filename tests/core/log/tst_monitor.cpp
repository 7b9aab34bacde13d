// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integrations.h"
#include "core/log/logfilter.h"
#include "core/log/logreader.h"
#include "core/log/logwriter.h"
#include "core/log/payloadsearch.h"
#include "core/log/totals.h"
#include "core/samples/samplelog.h"
#include "core/storage/database.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace ponte;
using namespace ponte::log;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sampleRecords = 4'000;

} // namespace

class TestMonitor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }
    void init();
    void cleanup();
    void cleanupTestCase() { m_fresh.reset(); }

    void pagesHoldWhatTheFilterChooses_data();
    void pagesHoldWhatTheFilterChooses();
    void codesAreFoundByWhatTellsMost();
    void wordsAreFoundFarApart();
    void wordsOfAnOlderLogAreFound();
    void idsThatDoNotFollowTheTime();
    void whatChangedIsFoundByItsNewWords();
    void countersFollowEachChange();
    void countersFollowManyAtOnce();
    void anIdFromElsewhereSaysNothingOfOrder();
    void totalsAreWhatTheRowsSay();
    void payloadsAreSearchedNewestFirst();
    void aCancelledSearchSaysWhatItCovered();
    void theSameSeedGivesTheSameRows();
    void aUsedDatabaseIsRefused();
    void aStoppedGenerationLeavesNothing();

private:
    storage::Connection &reader() { return **m_fresh->database().reads().here(); }
    QList<qint64> expected(const Filter &filter, const Sort &sort);
    QList<qint64> paged(const Filter &filter, const Sort &sort, bool backward, int limit = 97);
    void comparePages(const Filter &filter);
    void comparePagesFromAnywhere(const Filter &filter, const Sort &sort, const QList<qint64> &ids);

    std::unique_ptr<test::TestDatabase> m_fresh;
    QString m_keptFor; ///< the backend of a database that only was read so far
};

void TestMonitor::init()
{
    QFETCH_GLOBAL(QString, backend);
    if (m_fresh && m_keptFor == backend)
        return;
    m_fresh = std::make_unique<test::TestDatabase>(backend);
    const auto counts = samples::writeSampleLog(m_fresh->address(), {.records = sampleRecords, .newestPayloads = 300},
                                                {}, [](const QString &, qint64, qint64) {});
    QVERIFY2(counts, counts ? "" : qPrintable(counts.error().message + counts.error().detail));
    QCOMPARE(counts->records, sampleRecords);
    QCOMPARE(counts->payloads, 300);
}

void TestMonitor::cleanup()
{
    QFETCH_GLOBAL(QString, backend);
    m_keptFor = qstrcmp(QTest::currentTestFunction(), "pagesHoldWhatTheFilterChooses") == 0 ? backend : QString();
    if (m_keptFor.isEmpty())
        m_fresh.reset();
}

/// By a bare statement without any of the monitor's indexes of words.
QList<qint64> TestMonitor::expected(const Filter &filter, const Sort &sort)
{
    const BuiltQuery conditions = conditionsOf(filter);
    const QString direction = sort.descending ? u" DESC"_s : u" ASC"_s;
    const auto rows = reader().queryText(u"SELECT id FROM log_record"_s + conditions.sql + u" ORDER BY "_s
                                             + columnOf(sort.column) + direction + u", id"_s + direction,
                                         conditions.bindings);
    QList<qint64> ids;
    if (rows) {
        for (const storage::Row &row : *rows)
            ids.append(row.number(u"id"));
    }
    return ids;
}

QList<qint64> TestMonitor::paged(const Filter &filter, const Sort &sort, bool backward, int limit)
{
    QList<qint64> ids;
    std::optional<Cursor> after;
    for (bool hasNext = true; hasNext;) {
        const auto page = LogReader(reader()).page(filter, sort, after, limit, backward);
        if (!page) {
            qWarning("%s %s", qPrintable(page.error().message), qPrintable(page.error().detail));
            return {};
        }
        QList<qint64> part;
        for (const Record &record : page->records)
            part.append(record.id.value());
        ids = backward ? part + ids : ids + part;
        hasNext = page->hasNext && !part.isEmpty();
        if (hasNext)
            after = Cursor::of(backward ? page->records.first() : page->records.last(), sort);
    }
    return ids;
}

/// From places that the filter itself need not choose, as a jump or a change of it leads to.
void TestMonitor::comparePagesFromAnywhere(const Filter &filter, const Sort &sort, const QList<qint64> &ids)
{
    const QList<qint64> all = expected({}, sort);
    for (const int part : {1, 3, 5, 7}) {
        const qsizetype at = all.size() * part / 8;
        const auto record = LogReader(reader()).record(LogRecordId(all.at(at)));
        QVERIFY(record && *record);
        const QSet<qint64> behind(all.begin() + at + 1, all.end());
        QList<qint64> chosen;
        std::copy_if(ids.begin(), ids.end(), std::back_inserter(chosen),
                     [&behind](qint64 id) { return behind.contains(id); });
        const auto page = LogReader(reader()).page(filter, sort, Cursor::of(**record, sort), 30);
        QVERIFY(page);
        QList<qint64> found;
        for (const Record &row : page->records)
            found.append(row.id.value());
        QCOMPARE(found, chosen.mid(0, 30));
    }
}

void TestMonitor::comparePages(const Filter &filter)
{
    for (const SortColumn column : {SortColumn::Id, SortColumn::CreatedAt, SortColumn::ChangedAt}) {
        for (const bool descending : {true, false}) {
            const Sort sort {column, descending};
            const QList<qint64> ids = expected(filter, sort);
            QCOMPARE(paged(filter, sort, false), ids);
            QCOMPARE(paged(filter, sort, true), ids);
            const auto count = LogReader(reader()).count(filter);
            QVERIFY(count);
            QCOMPARE(count->value, ids.size());
            QVERIFY(count->isExact);
            comparePagesFromAnywhere(filter, sort, ids);
        }
    }
}

void TestMonitor::pagesHoldWhatTheFilterChooses_data()
{
    QTest::addColumn<Filter>("filter");
    const auto row = [](const char *name, auto change) {
        Filter filter;
        change(filter);
        QTest::newRow(name) << filter;
    };
    const QDateTime end({2026, 11, 22}, {12, 0}, Qt::UTC);
    row("nothing", [](Filter &) {});
    row("company", [](Filter &f) { f.company = CompanyId(2); });
    row("company without records", [](Filter &f) { f.company = CompanyId(99); });
    row("company and level", [](Filter &f) {
        f.company = CompanyId(3);
        f.level = LevelId(4);
    });
    row("success", [](Filter &f) { f.statuses = {Status::Success}; });
    row("errors", [](Filter &f) { f.statuses = {Status::Error}; });
    row("open ones of a level", [](Filter &f) {
        f.statuses = {Status::Error, Status::Pending, Status::Cancelled};
        f.level = LevelId(1);
    });
    row("success and error", [](Filter &f) { f.statuses = {Status::Success, Status::Error}; });
    row("a functionality", [](Filter &f) { f.functionalities = {u"student_update"_s}; });
    row("a functionality in error", [](Filter &f) {
        f.functionalities = {u"contract_activation"_s, u"guardian"_s};
        f.statuses = {Status::Error};
    });
    row("a module", [](Filter &f) { f.modules = {u"lojaclick_export"_s}; });
    row("a module, errors", [](Filter &f) {
        f.modules = {u"lojaclick_export"_s};
        f.statuses = {Status::Error};
    });
    row("created in a period", [end](Filter &f) {
        f.createdFrom = end.addDays(-400);
        f.createdTo = end.addDays(-100);
    });
    row("changed in a period, errors", [end](Filter &f) {
        f.changedFrom = end.addDays(-700);
        f.changedTo = end.addDays(-10);
        f.statuses = {Status::Error};
    });
    row("attempts", [](Filter &f) { f.automaticAttemptsFrom = 2; });
    row("attempts of what waits", [](Filter &f) {
        f.automaticAttemptsFrom = 2;
        f.statuses = {Status::Error, Status::Pending};
        f.functionalities = {u"contract_activation"_s};
    });
    row("ids", [](Filter &f) { f.ids = {LogRecordId(7), LogRecordId(3), LogRecordId(3'999)}; });
    row("key", [](Filter &f) { f.key = u"0878"_s; });
    row("key with a company", [](Filter &f) {
        f.key = u"3;00878"_s;
        f.company = CompanyId(3);
    });
    row("a word of many messages", [](Filter &f) { f.text = u"Matriculado"_s; });
    row("the end of a word", [](Filter &f) { f.text = u"triculado nas"_s; });
    row("a word of few messages", [](Filter &f) { f.text = u"BIBLIOTECA"_s; });
    row("an accent", [](Filter &f) { f.text = u"período letivo está"_s; });
    row("too short for the index", [](Filter &f) { f.text = u"é "_s; });
    row("part of a sale", [](Filter &f) { f.text = u"-0002"_s; });
    row("nowhere", [](Filter &f) { f.text = u"zzzqx"_s; });
    row("three characters nowhere", [](Filter &f) { f.text = u"qxz"_s; });
    row("three characters within words", [](Filter &f) { f.text = u"iot"_s; });
    row("three characters at an end", [](Filter &f) { f.text = u"so "_s; });
    row("an accent in capitals", [](Filter &f) { f.text = u"PERÍODO"_s; });
    row("wild cards", [](Filter &f) { f.text = u"matr_c%"_s; });
}

void TestMonitor::pagesHoldWhatTheFilterChooses()
{
    QFETCH(Filter, filter);
    comparePages(filter);
}

void TestMonitor::codesAreFoundByWhatTellsMost()
{
    for (const auto &[functionality, place] : {std::pair(u"subject_enrollment"_s, 3), std::pair(u"pre_contract"_s, 3),
                                               std::pair(u"broker_notice"_s, 1), std::pair(u"student"_s, 1)})
    {
        Filter filter;
        filter.functionalities = {functionality};
        const auto page = LogReader(reader()).page(filter, {}, {}, 40);
        QVERIFY(page && !page->records.isEmpty());
        const Record &record = page->records.last();
        const QString code = record.keyValues.section(u';', place, place);
        const QString both = record.keyValues.section(u';', 0, place);
        for (const QString &typed : {code, code.mid(1)}) {
            Filter found;
            found.text = typed;
            QVERIFY2(expected(found, {}).contains(record.id.value()), qPrintable(typed));
            comparePages(found);
        }
        Filter found;
        found.company = record.key.company;
        found.key = both;
        comparePages(found);
    }
}

/// Too few in a thousand for a walk and more than a page, among ids of thirty groups.
void TestMonitor::wordsAreFoundFarApart()
{
    QVERIFY(m_fresh->run(
        u"INSERT INTO log_record (id, integration, company, level, origin, functionality, module, key_fields, key_values, "
        "status, message, created_at, changed_at) SELECT id * 500 + 10000, integration, company, level, origin || '-far', "
        "functionality, module, key_fields, key_values, status, CASE WHEN id % 250 = 7 THEN 'Reserva ímpar 0815' ELSE message "
        "END, created_at, changed_at FROM log_record"_s));
    for (const QString &typed : {u"reserva"_s, u"ÍMPAR 08"_s, u"ser"_s}) {
        Filter filter;
        filter.text = typed;
        for (const bool descending : {true, false}) {
            const Sort sort {SortColumn::Id, descending};
            const QList<qint64> ids = expected(filter, sort);
            QVERIFY(ids.size() >= 16);
            QCOMPARE(paged(filter, sort, false, 6), ids);
            QCOMPARE(paged(filter, sort, true, 6), ids);
            comparePagesFromAnywhere(filter, sort, ids);
        }
        const auto count = LogReader(reader()).count(filter);
        QVERIFY(count);
        QCOMPARE(count->value, expected(filter, {}).size());
    }
}

void TestMonitor::wordsOfAnOlderLogAreFound()
{
    QFETCH_GLOBAL(QString, backend);
    if (backend == u"sqlite"_s) // whose index has not changed since it was first made
        return;
    for (const QString &statement : {u"DROP INDEX log_record_words"_s, u"DROP FUNCTION log_words"_s,
                                     u"CREATE INDEX log_record_words ON log_record USING gin "
                                     "((key_values || chr(10) || message || chr(10) || origin) gin_trgm_ops)"_s,
                                     u"UPDATE schema_version SET version = 6 WHERE module = 'log'"_s})
        QVERIFY(m_fresh->run(statement));
    const auto steps = storage::Database::migrate(m_fresh->address(), migrationModules());
    QVERIFY2(steps, steps ? "" : qPrintable(steps.error().message + steps.error().detail));
    QVERIFY(*steps >= 1);
    QCOMPARE(m_fresh->number(u"SELECT count(*) FROM pg_indexes WHERE indexname = 'log_record_words' "
                             "AND indexdef LIKE '%log_words(%'"_s),
             1);
    Filter filter;
    filter.text = u"biblioteca"_s;
    QVERIFY(!expected(filter, {}).isEmpty());
    comparePages(filter);
}

void TestMonitor::idsThatDoNotFollowTheTime()
{
    QVERIFY(m_fresh->run(
        u"INSERT INTO log_record (integration, company, level, origin, functionality, module, key_fields, key_values, status, "
        "created_at, changed_at) SELECT integration, company, level, origin || '-late', functionality, module, key_fields, "
        "key_values, status, created_at, changed_at FROM log_record WHERE id % 7 = 0"_s));
    QVERIFY(m_fresh->number(u"SELECT skew FROM log_order"_s) > 0);
    Filter filter;
    filter.createdFrom = QDateTime({2025, 3, 1}, {0, 0}, Qt::UTC);
    filter.createdTo = QDateTime({2025, 6, 1}, {0, 0}, Qt::UTC);
    comparePages(filter);
    // A record with an old id that comes late says nothing of order any more.
    QVERIFY(m_fresh->run(u"UPDATE log_record SET created_at = created_at - 40000000000 WHERE id % 11 = 0"_s));
    comparePages(filter);
}

void TestMonitor::whatChangedIsFoundByItsNewWords()
{
    const auto write = [this](const QString &message) {
        return m_fresh->database().writer().write<void>("test", [&](storage::Connection &connection) -> Result<> {
            const auto item = LogWriter(connection)
                                  .append(LogRecordId(17), {Trigger::Manual, u"ana"_s, message, Status::Error},
                                          QDateTime::currentDateTimeUtc());
            return item ? Result<>() : Result<>(tl::unexpected(item.error()));
        });
    };
    const auto found = [this](const QString &text) {
        Filter filter;
        filter.text = text;
        const auto page = LogReader(reader()).page(filter, {}, {}, 10);
        return page ? page->records.size() : -1;
    };
    QVERIFY(write(u"O boleto 4711 venceu."_s));
    QCOMPARE(found(u"boleto 47"_s), 1);
    // Whether the index has followed or not.
    const auto many = m_fresh->database().writer().write<void>("test", [](storage::Connection &connection) -> Result<> {
        LogWriter writer(connection);
        for (int i = 0; i < 2'100; ++i) {
            const auto item = writer.append(
                LogRecordId(17), {Trigger::Manual, u"ana"_s, u"O boleto %1 venceu."_s.arg(5'000 + i), Status::Error},
                QDateTime::currentDateTimeUtc());
            if (!item)
                return tl::unexpected(item.error());
        }
        return {};
    });
    QVERIFY(many);
    QCOMPARE(found(u"boleto 4711"_s), 0);
    QCOMPARE(found(u"boleto 7099"_s), 1);
    QFETCH_GLOBAL(QString, backend);
    if (backend == u"sqlite"_s)
        QVERIFY(m_fresh->number(u"SELECT count(*) FROM log_words_due"_s) <= 1);
}

void TestMonitor::countersFollowEachChange()
{
    const auto kept = [this] { return m_fresh->number(u"SELECT sum(records) FROM counter"_s); };
    const auto ofStatus = [this](const QString &status) {
        return m_fresh->number(u"SELECT sum(records) FROM counter WHERE status = '%1'"_s.arg(status));
    };
    QCOMPARE(kept(), sampleRecords);
    const qint64 errors = ofStatus(u"error"_s);
    QVERIFY(m_fresh->run(u"UPDATE log_record SET status = 'error' WHERE id <= 100 AND status = 'success'"_s));
    QCOMPARE(ofStatus(u"error"_s), m_fresh->number(u"SELECT count(*) FROM log_record WHERE status = 'error'"_s));
    QVERIFY(ofStatus(u"error"_s) > errors);
    QVERIFY(m_fresh->run(u"UPDATE log_record SET automatic_attempts = 7 WHERE id <= 50"_s));
    QCOMPARE(m_fresh->number(u"SELECT sum(records) FROM counter WHERE attempts = 7"_s),
             m_fresh->number(
                 u"SELECT count(*) FROM log_record WHERE automatic_attempts = 7 AND status IN ('error', 'pending')"_s));
    QCOMPARE(kept(), sampleRecords);
    QFETCH_GLOBAL(QString, backend);
    if (backend == u"sqlite"_s)
        return;
    // What connections that are gone counted becomes one row of each kind.
    const auto folded = m_fresh->database().writer().write<void>("test", [](storage::Connection &connection) {
        return LogWriter(connection).ensurePartitions(QDateTime::currentDateTimeUtc());
    });
    QVERIFY(folded);
    QCOMPARE(kept(), sampleRecords);
    QCOMPARE(m_fresh->number(u"SELECT count(*) FROM counter WHERE shard <> 0"_s), 0);
}

void TestMonitor::countersFollowManyAtOnce()
{
    const auto wrong = [this] {
        return m_fresh->number(
            u"SELECT count(*) FROM (SELECT company, level, functionality, module, status, CASE WHEN status IN ('error', "
            "'pending') THEN automatic_attempts ELSE 0 END AS attempts, count(*) AS n FROM log_record "
            "GROUP BY 1, 2, 3, 4, 5, 6) AS r LEFT JOIN (SELECT company, level, functionality, module, status, attempts, "
            "sum(records) AS n FROM counter GROUP BY 1, 2, 3, 4, 5, 6) AS c ON c.company = r.company "
            "AND c.level = r.level AND c.functionality = r.functionality AND c.module = r.module "
            "AND c.status = r.status AND c.attempts = r.attempts WHERE coalesce(c.n, 0) <> r.n"_s);
    };
    const qint64 skew = m_fresh->number(u"SELECT skew FROM log_order"_s);
    QVERIFY(m_fresh->run(
        u"INSERT INTO log_record (integration, company, level, origin, functionality, module, key_fields, key_values, "
        "status, automatic_attempts, created_at, changed_at) SELECT integration, company, level, origin || '-more', "
        "functionality, module, key_fields, key_values, status, automatic_attempts, 2000000000000, 2000000000000 "
        "FROM log_record ORDER BY id"_s));
    QCOMPARE(m_fresh->number(u"SELECT sum(records) FROM counter"_s), 2 * sampleRecords);
    QCOMPARE(wrong(), 0);
    QCOMPARE(m_fresh->number(u"SELECT skew FROM log_order"_s), skew);
    QVERIFY(m_fresh->run(u"DELETE FROM log_record WHERE created_at = 2000000000000 AND id % 3 <> 0"_s));
    QCOMPARE(m_fresh->number(u"SELECT sum(records) FROM counter"_s),
             m_fresh->number(u"SELECT count(*) FROM log_record"_s));
    QCOMPARE(wrong(), 0);
}

void TestMonitor::anIdFromElsewhereSaysNothingOfOrder()
{
    const auto addWithId = [this](qint64 id) {
        return m_fresh->run(
            u"INSERT INTO log_record (id, integration, company, level, origin, functionality, module, key_fields, "
            "key_values, status, created_at, changed_at) VALUES (%1, 'lojaclick', 3, 1, 'elsewhere-%1', 'guardian', "
            "'lojaclick_import', '', '', 'success', 2000000000000, 2000000000000)"_s.arg(id));
    };
    constexpr qint64 unknown = 1'000'000'000'000'000;
    QVERIFY(addWithId(sampleRecords + 50'000));
    QVERIFY(m_fresh->number(u"SELECT skew FROM log_order"_s) < unknown);
    QVERIFY(addWithId(sampleRecords + 10));
    QCOMPARE(m_fresh->number(u"SELECT skew FROM log_order"_s), unknown);
}

void TestMonitor::totalsAreWhatTheRowsSay()
{
    const QDateTime now =
        QDateTime::fromMSecsSinceEpoch(m_fresh->number(u"SELECT max(created_at) FROM log_record"_s), Qt::UTC);
    const QStringList reprocessable {u"contract_activation"_s};
    for (const std::optional<CompanyId> company : {std::optional<CompanyId>(), std::optional(CompanyId(3))}) {
        const auto found = totals(reader(), company, {}, reprocessable, {{CompanyId(3), 3}}, now);
        QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
        Filter filter;
        filter.company = company;
        const auto count = [this](const Filter &of) { return qint64(expected(of, {}).size()); };
        qint64 sum = 0;
        for (const TotalCell &cell : found->cells) {
            Filter part = filter;
            part.functionalities = {cell.functionality};
            part.statuses = {cell.status};
            QCOMPARE(cell.count, count(part));
            sum += cell.count;
        }
        QCOMPARE(sum, count(filter));
        Filter waiting = filter;
        waiting.functionalities = reprocessable;
        waiting.statuses = {Status::Error, Status::Pending};
        const WaitingAge &ages = found->waiting;
        QCOMPARE(ages.upToHour + ages.upToDay + ages.upToWeek + ages.older, count(waiting));
        waiting.createdFrom = now.addDays(-7);
        QCOMPARE(ages.upToHour + ages.upToDay + ages.upToWeek, count(waiting));
        Filter risk;
        risk.company = CompanyId(3);
        risk.functionalities = reprocessable;
        risk.statuses = {Status::Error, Status::Pending};
        risk.automaticAttemptsFrom = 2;
        QCOMPARE(found->atRisk, count(risk));
        QCOMPARE(found->hours.size(), 24);
        for (const HourCount &hour : found->hours) {
            Filter part = filter;
            part.createdFrom = hour.hour;
            part.createdTo = hour.hour.addSecs(3600);
            QCOMPARE(hour.created, count(part));
            part.statuses = {Status::Error};
            QCOMPARE(hour.failed, count(part));
        }
    }
}

void TestMonitor::payloadsAreSearchedNewestFirst()
{
    QList<PayloadHit> hits;
    const auto keep = [&hits](const QList<PayloadHit> &more, const PayloadSearchProgress &) { hits += more; };
    Filter filter;
    filter.company = CompanyId(3);
    const auto all = searchPayloads(reader(), filter, u"codcoligada>3<"_s, 10'000, {}, keep);
    QVERIFY2(all, all ? "" : qPrintable(all.error().detail));
    QVERIFY(all->complete);
    QVERIFY(hits.size() > 20);
    QCOMPARE(all->covered.hits, hits.size());
    for (qsizetype i = 0; i < hits.size(); ++i) {
        QVERIFY(i == 0 || hits.at(i).item < hits.at(i - 1).item);
        QCOMPARE(hits.at(i).record.key.company, CompanyId(3));
        QVERIFY(hits.at(i).inSent);
        QVERIFY(hits.at(i).excerpt.contains(u"CODCOLIGADA>3<"_s));
        QVERIFY(hits.at(i).number >= 1);
    }
    hits.clear();
    const auto some = searchPayloads(reader(), filter, u"CODCOLIGADA>3<"_s, 5, {}, keep);
    QVERIFY(some);
    QVERIFY(!some->complete);
    QCOMPARE(hits.size(), 5);
}

void TestMonitor::aCancelledSearchSaysWhatItCovered()
{
    CancelToken cancel;
    cancel.cancel();
    const auto end = searchPayloads(reader(), {}, u"RA"_s, 10, cancel, [](const auto &, const auto &) {});
    QVERIFY(end);
    QVERIFY(!end->complete);
    QCOMPARE(end->covered.items, 0);
}

void TestMonitor::theSameSeedGivesTheSameRows()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase other(backend);
    const auto rowsOf = [](const storage::Address &address) {
        QStringList texts;
        const auto connection = storage::Connection::open(address, storage::Connection::Mode::ReadOnly);
        const auto rows =
            (*connection)
                ->queryText(
                    u"SELECT id, origin, key_values, status, message, created_at FROM log_record ORDER BY id"_s);
        for (const storage::Row &row : *rows) {
            for (const QStringView column : {u"id", u"origin", u"key_values", u"status", u"message", u"created_at"})
                texts.append(row.text(column));
        }
        return texts;
    };
    QVERIFY(samples::writeSampleLog(other.address(), {.records = sampleRecords, .newestPayloads = 0}, {},
                                    [](const QString &, qint64, qint64) {}));
    QCOMPARE(rowsOf(other.address()), rowsOf(m_fresh->address()));
    test::TestDatabase third(backend);
    QVERIFY(samples::writeSampleLog(third.address(), {.records = sampleRecords, .seed = 2, .newestPayloads = 0}, {},
                                    [](const QString &, qint64, qint64) {}));
    QVERIFY(rowsOf(third.address()) != rowsOf(other.address()));
}

void TestMonitor::aUsedDatabaseIsRefused()
{
    const auto again =
        samples::writeSampleLog(m_fresh->address(), {.records = 10}, {}, [](const QString &, qint64, qint64) {});
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Rule);
    QCOMPARE(m_fresh->number(u"SELECT count(*) FROM log_record"_s), sampleRecords);
}

void TestMonitor::aStoppedGenerationLeavesNothing()
{
    QFETCH_GLOBAL(QString, backend);
    test::TestDatabase other(backend);
    CancelToken cancel;
    const auto stopped = samples::writeSampleLog(other.address(), {.records = 2'000}, cancel,
                                                 [&cancel](const QString &what, qint64, qint64) {
                                                     if (what.startsWith(u"CREATE INDEX"_s))
                                                         cancel.cancel();
                                                 });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(other.number(u"SELECT count(*) FROM log_record"_s), 0);
    // With every index and trigger where it was, the next one succeeds.
    QVERIFY(samples::writeSampleLog(other.address(), {.records = 500}, {}, [](const QString &, qint64, qint64) {}));
    QCOMPARE(other.number(u"SELECT sum(records) FROM counter"_s), 500);
}

QTEST_GUILESS_MAIN(TestMonitor)
#include "tst_monitor.moc"
