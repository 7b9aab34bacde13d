// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/log/logwriter.h"
#include "core/log/signaturestatistics.h"
#include "core/log/similar.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using namespace ponte::log;

namespace {

struct House {
    explicit House(const QString &backend)
        : fresh(backend)
    {}
    storage::Connection &reader() { return **fresh.database().reads().here(); }

    LogRecordId execute(const QString &origin, Status status, const QString &message, Trigger trigger, int daysAgo,
                        qint64 company = 3, const QString &functionality = u"contract_activation"_s)
    {
        const QDateTime at = clock.now().addDays(-daysAgo).addSecs(-60);
        const RecordKey key {u"lojaclick"_s, CompanyId(company), LevelId(1),
                             origin,         functionality,      u"lojaclick_export"_s};
        const auto written = fresh.database().writer().write<LogRecordId>("test", [&](storage::Connection &connection) {
            LogWriter writer(connection);
            const Result<LogRecordId> record = writer.ensureRecord(key, u"RA"_s, u"1"_s, status, at);
            NewItem item;
            item.trigger = trigger;
            item.message = message;
            item.status = status;
            if (const auto added = record ? writer.append(*record, item, at) : tl::unexpected(record.error()); !added)
                return Result<LogRecordId>(tl::unexpected(added.error()));
            return record;
        });
        return written.value_or(LogRecordId());
    }

    test::TestDatabase fresh;
    test::ManualClock clock;
};

const QString full = u"A turma 7 está cheia."_s;
const QString credit = u"Crédito negado."_s;

} // namespace

class SignatureStatisticsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void countsTrendAndRetries()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        house.execute(u"A"_s, Status::Error, full, Trigger::Import, 13);
        house.execute(u"A"_s, Status::Error, u"A turma 8 está cheia."_s, Trigger::Schedule, 1);
        house.execute(u"B"_s, Status::Error, full, Trigger::Import, 20);
        house.execute(u"B"_s, Status::Success, {}, Trigger::Manual, 0);
        house.execute(u"C"_s, Status::Error, full, Trigger::Import, 0, 2);
        house.execute(u"D"_s, Status::Error, credit, Trigger::Import, 0);
        house.execute(u"D"_s, Status::Error, full, Trigger::Import, 0);
        const auto all = signatureStatistics(house.reader(), {}, house.clock.now());
        QVERIFY(all);
        QCOMPARE(all->size(), 1);
        const SignatureStatistics &statistics = all->first();
        QCOMPARE(statistics.text, u"A turma ‹n› está cheia."_s);
        QCOMPARE(statistics.count, 3);
        QCOMPARE(statistics.firstAt, house.clock.now().addDays(-13).addSecs(-60));
        QCOMPARE(statistics.lastDays, QList<qint64>({1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2}));
        QCOMPARE(statistics.companies, (QList<std::pair<CompanyId, qint64>> {{CompanyId(3), 2}, {CompanyId(2), 1}}));
        // The Broker's own repeat is no retry of ours.
        QCOMPARE(statistics.retried, 2);
        QCOMPARE(statistics.recovered, 1);
        Filter filter;
        filter.company = CompanyId(2);
        const auto other = signatureStatistics(house.reader(), filter, house.clock.now());
        QCOMPARE(other->first().count, 1);
        QCOMPARE(other->first().lastDays.last(), 1);
        QCOMPARE(other->first().retried, 0);
        QVERIFY(signatureStatistics(house.reader(), filter, house.clock.now(), 0)->isEmpty());
    }

    void forgetsRetriesOfLongAgo()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        house.execute(u"A"_s, Status::Error, full, Trigger::Import, 200);
        house.execute(u"A"_s, Status::Error, full, Trigger::Schedule, 100);
        house.execute(u"A"_s, Status::Error, full, Trigger::Schedule, 50);
        house.execute(u"A"_s, Status::Error, full, Trigger::Schedule, 10);
        const auto all = signatureStatistics(house.reader(), {}, house.clock.now());
        QCOMPARE(all->first().retried, 1);
        QCOMPARE(all->first().recovered, 0);
        QCOMPARE(all->first().lastDays, QList<qint64>({0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    }

    void findsASimilarSuccess()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        const auto read = [&](LogRecordId id) { return **LogReader(house.reader()).record(id); };
        const LogRecordId failed = house.execute(u"A"_s, Status::Error, full, Trigger::Import, 1);
        QVERIFY(!similarSuccess(house.reader(), read(failed))->has_value());
        house.execute(u"A"_s, Status::Success, {}, Trigger::Import, 1, 3, u"student"_s);
        house.execute(u"B"_s, Status::Success, {}, Trigger::Import, 1, 2);
        house.execute(u"C"_s, Status::Success, {}, Trigger::Import, 1, 3, u"guardian"_s);
        QVERIFY(!similarSuccess(house.reader(), read(failed))->has_value());
        house.execute(u"D"_s, Status::Success, {}, Trigger::Import, 5);
        const LogRecordId newest = house.execute(u"E"_s, Status::Success, {}, Trigger::Import, 9);
        QCOMPARE((*similarSuccess(house.reader(), read(failed)))->id, newest);
        QVERIFY((*similarSuccess(house.reader(), read(newest)))->id != newest);
    }

    void findsTheSaleInOrder()
    {
        QFETCH_GLOBAL(QString, backend);
        House house(backend);
        const LogRecordId first = house.execute(u"A"_s, Status::Success, {}, Trigger::Import, 3, 3, u"guardian"_s);
        house.execute(u"B"_s, Status::Success, {}, Trigger::Import, 3);
        house.execute(u"A"_s, Status::Success, {}, Trigger::Import, 3, 2, u"guardian"_s);
        const LogRecordId second = house.execute(u"A"_s, Status::Error, full, Trigger::Import, 1);
        const auto records = ofSameOrigin(house.reader(), **LogReader(house.reader()).record(second));
        QVERIFY(records);
        QCOMPARE(records->size(), 2);
        QCOMPARE(records->first().id, first);
        QCOMPARE(records->last().id, second);
    }
};

QTEST_GUILESS_MAIN(SignatureStatisticsTest)
#include "tst_signaturestatistics.moc"
