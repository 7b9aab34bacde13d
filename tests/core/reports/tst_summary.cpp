// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/reports/reportlanguage.h"
#include "core/reports/summary.h"
#include "tests/core/reports/reportworld.h"

#include <QTest>

using namespace ponte;
using namespace ponte::reports;
using namespace Qt::StringLiterals;
using test::ReportWorld;

namespace {

const QString activation = u"contract_activation"_s;

} // namespace

class TestSummary final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void nothing();
    void countsPerStatusAndScope();
    void daysAreThoseOfTheZone();
    void ageing();
    void fromSaleToContract();
    void deadlines();
    void recoveredByResend();
    void filterRestricts();
    void namesADayForItsReader();

private:
    static Summary read(ReportWorld &world, const log::Filter &filter = {});
};

void TestSummary::namesADayForItsReader()
{
    const QDate day(2026, 11, 2);
    QCOMPARE(ReportLanguage::find(u"pt_BR"_s)->dayOfYear(day), u"02/11"_s);
    QCOMPARE(ReportLanguage::find(u"es"_s)->dayOfYear(day), u"02/11"_s);
    // "11/02" and "02/11" are both read both ways.
    QCOMPARE(ReportLanguage::find(u"en"_s)->dayOfYear(day), u"2 Nov"_s);
}

Summary TestSummary::read(ReportWorld &world, const log::Filter &filter)
{
    const auto connection = world.database().database().reads().here();
    const auto summary =
        connection ? summarize(**connection, lojaclick::descriptor(), filter, standardZone(), world.clock().now())
                   : Result<Summary>(tl::unexpected(connection.error()));
    if (!summary)
        qWarning("%s %s", qPrintable(summary.error().message), qPrintable(summary.error().detail));
    return summary.value_or(Summary());
}

void TestSummary::nothing()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    const Summary summary = read(world);
    QCOMPARE(summary.total.total(), 0);
    QVERIFY(!summary.first.isValid() && summary.days.isEmpty() && !summary.median && summary.topSignatures.isEmpty());
}

void TestSummary::countsPerStatusAndScope()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    const QDateTime at = world.clock().now();
    const log::Status statuses[] = {log::Status::Success, log::Status::Error, log::Status::Pending,
                                    log::Status::Cancelled};
    for (int i = 0; i < 12; ++i)
        QVERIFY(world
                    .add({.company = i < 4 ? 2 : 3,
                          .level = 1 + i % 2,
                          .origin = u"S-%1"_s.arg(i),
                          .functionality = i % 3 ? u"guardian"_s : activation,
                          .message = u"Turma %1 cheia."_s.arg(i),
                          .status = statuses[i % 4]},
                         at)
                    .value()
                > 0);
    const Summary summary = read(world);
    QCOMPARE(summary.total, (StatusCounts {3, 3, 3, 3}));
    QCOMPARE(summary.companies.size(), 2);
    QCOMPARE(summary.companies.at(0).first, CompanyId(2));
    QCOMPARE(summary.companies.at(0).second, (StatusCounts {1, 1, 1, 1}));
    QCOMPARE(summary.companies.at(1).second.total(), 8);
    QCOMPARE(summary.levels.size(), 4);
    QCOMPARE(summary.levels.at(3).counts, (StatusCounts {0, 2, 0, 2}));
    // In the order of the work, not of the alphabet.
    QCOMPARE(summary.functionalities.at(0).first, u"guardian"_s);
    QCOMPARE(summary.functionalities.at(1).first, activation);
    QCOMPARE(summary.functionalities.at(0).second.total(), 8);
    QCOMPARE(summary.topSignatures.size(), 1);
    QVERIFY2(summary.topSignatures.at(0).count >= 3, qPrintable(QString::number(summary.topSignatures.at(0).count)));
}

void TestSummary::daysAreThoseOfTheZone()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    // Before and after midnight of São Paulo (03:00 UTC); in the summer of 2018 it was at 02:00 UTC.
    const QList<QPair<QDateTime, QDate>> times {
        {QDateTime({2018, 11, 3}, {2, 59}, Qt::UTC), QDate(2018, 11, 2)},
        {QDateTime({2018, 11, 3}, {3, 0}, Qt::UTC), QDate(2018, 11, 3)},
        {QDateTime({2018, 11, 5}, {1, 59}, Qt::UTC), QDate(2018, 11, 4)},
        {QDateTime({2018, 11, 5}, {2, 0}, Qt::UTC), QDate(2018, 11, 5)},
        {QDateTime({2026, 11, 20}, {2, 59, 59}, Qt::UTC), QDate(2026, 11, 19)},
        {QDateTime({2026, 11, 20}, {3, 0}, Qt::UTC), QDate(2026, 11, 20)},
    };
    int number = 0;
    for (const auto &[time, day] : times)
        QVERIFY(world.add({.origin = u"D-%1"_s.arg(++number)}, time).value() > 0);
    const Summary summary = read(world);
    QCOMPARE(summary.first, times.first().first);
    QCOMPARE(summary.last, times.last().first);
    QCOMPARE(summary.days.size(), times.size());
    for (int i = 0; i < times.size(); ++i) {
        QCOMPARE(summary.days.at(i).first, times.at(i).second);
        QCOMPARE(summary.days.at(i).second, (StatusCounts {1, 0, 0, 0}));
    }
}

void TestSummary::ageing()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    const QDateTime now = world.clock().now();
    const qint64 hours[] = {0, 1, 3, 4, 23, 24, 71, 72, 167, 168, 719, 720, 5000};
    int number = 0;
    for (const qint64 age : hours) {
        ++number;
        QVERIFY(world
                    .add({.origin = u"A-%1"_s.arg(number),
                          .status = number % 2 ? log::Status::Error : log::Status::Pending},
                         now.addSecs(-age * 3600))
                    .value()
                > 0);
        QVERIFY(world.add({.origin = u"B-%1"_s.arg(number)}, now.addSecs(-age * 3600)).value() > 0);
    }
    const std::array<qint64, ageBands> wanted {1, 2, 2, 2, 2, 2, 2};
    QVERIFY(read(world).ageing == wanted);
}

void TestSummary::fromSaleToContract()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    const QDateTime at = world.clock().now();
    // 1 to 20 minutes, and one that has no contract yet.
    for (int i = 1; i <= 21; ++i) {
        const QString sale = u"LC-%1"_s.arg(i);
        QVERIFY(world.add({.origin = sale}, at).value() > 0);
        QVERIFY(world.add({.origin = sale, .functionality = activation, .status = log::Status::Error}, at.addSecs(30))
                    .value()
                > 0);
        if (i <= 20)
            QVERIFY(world.add({.origin = sale, .functionality = activation}, at.addSecs(60 * i)).value() > 0);
        // What is told later of the record does not make the contract later.
        QVERIFY(world.add({.origin = sale, .functionality = u"broker_notice"_s}, at.addSecs(90'000)).value() > 0);
    }
    QVERIFY(world.add({.origin = u"LC-1"_s, .functionality = activation, .message = u"de novo"_s}, at.addSecs(80'000))
                .value()
            > 0);
    const Summary summary = read(world);
    QCOMPARE(summary.contracts, 20);
    QCOMPARE(*summary.median, std::chrono::seconds(600));
    QCOMPARE(*summary.p95, std::chrono::seconds(1140));
}

void TestSummary::deadlines()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    QVERIFY(world.database().run(
        u"INSERT INTO parameter_value (scope_kind, scope_key, key, value, version, changed_at, "
        "changed_by) VALUES ('company', '3', 'lojaclick.contract.deadline_hours', '2', 1, 0, 'x')"_s));
    const QDateTime at = world.clock().now();
    const qint64 minutes[] = {1, 120, 121, 600};
    int number = 0;
    for (const qint64 length : minutes) {
        const QString sale = u"LC-%1"_s.arg(++number);
        for (const qint64 company : {3, 4}) {
            QVERIFY(world.add({.company = company, .origin = sale}, at).value() > 0);
            QVERIFY(
                world.add({.company = company, .origin = sale, .functionality = activation}, at.addSecs(length * 60))
                    .value()
                > 0);
        }
    }
    for (const qint64 begun : {0, 9}) {
        const QString sale = u"OPEN-%1"_s.arg(begun);
        QVERIFY(world
                    .add({.origin = sale, .functionality = activation, .status = log::Status::Pending},
                         at.addSecs(begun * 3600))
                    .value()
                > 0);
    }
    world.clock().advance(std::chrono::hours(10));
    const Summary summary = read(world);
    QCOMPARE(summary.sla.size(), 1);
    const CompanySla &sla = summary.sla.first();
    QCOMPARE(sla.company, CompanyId(3));
    QCOMPARE(sla.deadline, std::chrono::minutes(120));
    QCOMPARE(sla.inTime, 2);
    QCOMPARE(sla.late, 2);
    QCOMPARE(sla.overdue, 1);
    QCOMPARE(*sla.share(), 0.4);
}

void TestSummary::recoveredByResend()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    const QDateTime at = world.clock().now();
    const QList<log::Trigger> triggers {log::Trigger::Schedule, log::Trigger::Schedule, log::Trigger::Manual};
    int number = 0;
    for (const log::Trigger trigger : triggers) {
        const QString sale = u"LC-%1"_s.arg(++number);
        QVERIFY(world.add({.origin = sale, .functionality = activation, .status = log::Status::Error}, at).value() > 0);
        QVERIFY(world.add({.origin = sale, .functionality = activation, .trigger = trigger}, at.addSecs(60)).value()
                > 0);
    }
    QVERIFY(world.database().run(u"UPDATE log_record SET automatic_attempts = 1"_s));
    QCOMPARE(read(world).recoveredByResend, 2);
}

void TestSummary::filterRestricts()
{
    QFETCH_GLOBAL(const QString, backend);
    ReportWorld world(backend);
    const QDateTime at = world.clock().now();
    for (int i = 0; i < 6; ++i)
        QVERIFY(world
                    .add({.company = 2 + i % 2,
                          .origin = u"F-%1"_s.arg(i),
                          .functionality = activation,
                          .message = u"Recusado."_s,
                          .status = i < 3 ? log::Status::Success : log::Status::Error},
                         at.addDays(i))
                    .value()
                > 0);
    log::Filter filter;
    filter.company = CompanyId(2);
    filter.key = u"000"_s;
    filter.createdFrom = at.addDays(1);
    const Summary summary = read(world, filter);
    QCOMPARE(summary.total, (StatusCounts {1, 1, 0, 0}));
    QCOMPARE(summary.contracts, 1);
    QCOMPARE(summary.days.size(), 2);
    QCOMPARE(summary.topSignatures.first().count, 1);
}

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
