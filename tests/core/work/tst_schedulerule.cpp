// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/schedulerule.h"
#include "core/work/schedulewords.h"

#include <QTest>

using namespace ponte::work;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text + u'Z', Qt::ISODate);
}

QStringList texts(const QList<QDateTime> &runs)
{
    QStringList list;
    for (const QDateTime &run : runs)
        list.append(run.toUTC().toString(u"yyyy-MM-ddTHH:mm"_s));
    return list;
}

ScheduleRule rule(const QString &text)
{
    return ScheduleRule::fromText(text).value_or(ScheduleRule());
}

} // namespace

class TestScheduleRule final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites_data();
    void readsAndWrites();
    void refuses_data();
    void refuses();
    void findsTheNextRuns_data();
    void findsTheNextRuns();
    void meetsEachLocalTimeOnce_data();
    void meetsEachLocalTimeOnce();
    void keepsItsBeat_data();
    void keepsItsBeat();
    void outlastsAnOutage_data();
    void outlastsAnOutage();
    void saysItInWords_data();
    void saysItInWords();
    void knowsItsZones();
};

void TestScheduleRule::readsAndWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("once") << u"at 2026-12-01T22:00"_s << u"at 2026-12-01T22:00"_s;
    QTest::newRow("once with seconds") << u"at 2026-12-01T22:00:30"_s << u"at 2026-12-01T22:00:30"_s;
    QTest::newRow("once, no seconds to keep") << u"at 2026-12-01T22:00:00"_s << u"at 2026-12-01T22:00"_s;
    QTest::newRow("minutes") << u"every 15m"_s << u"every 15m"_s;
    QTest::newRow("hours") << u"every 2h"_s << u"every 120m"_s;
    QTest::newRow("a week") << u"every 10080m"_s << u"every 10080m"_s;
    QTest::newRow("daily") << u"daily 07:05"_s << u"daily 07:05"_s;
    QTest::newRow("weekdays") << u"weekdays mon,wed 22:00"_s << u"weekdays mon,wed 22:00"_s;
    QTest::newRow("weekdays in any order, twice") << u"weekdays sun,mon,sun 22:00"_s << u"weekdays mon,sun 22:00"_s;
}

void TestScheduleRule::readsAndWrites()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    const auto read = ScheduleRule::fromText(text);
    QVERIFY(read);
    QVERIFY(read->isValid());
    QCOMPARE(read->toText(), written);
    QCOMPARE(ScheduleRule::fromText(written), read);
}

void TestScheduleRule::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "daily",
                             "daily ",
                             "daily 24:00",
                             "daily 7:05",
                             "daily 22:00:00",
                             "daily 22:00 ",
                             "every 0m",
                             "every 15",
                             "every -5m",
                             "every +5m",
                             "every 5 m",
                             "every 10081m",
                             "every 99999999m",
                             "every m",
                             "every 1.5h",
                             "at ",
                             "at 2026-12-01",
                             "at 2026-13-01T22:00",
                             "at 2026-02-30T22:00",
                             "at 2026-12-01 22:00",
                             "at 2026-12-01T22:00Z",
                             "at 2026-12-01T22:00-03:00",
                             "at T",
                             "weekdays 22:00",
                             "weekdays mon",
                             "weekdays mon,xyz 22:00",
                             "weekdays mon, wed 22:00",
                             "weekdays  22:00",
                             "weekdays seg 22:00",
                             "hourly 1m"})
        QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
}

void TestScheduleRule::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!ScheduleRule::fromText(text));
}

void TestScheduleRule::findsTheNextRuns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("runs");
    const auto row = [](const char *name, const QString &text, const QString &zone, const QString &after,
                        const QStringList &runs) { QTest::newRow(name) << text << zone << after << runs; };

    const QString saoPaulo = u"America/Sao_Paulo"_s;
    row("no change of clocks today", u"daily 22:00"_s, saoPaulo, u"2026-11-20T14:00:00"_s,
        {u"2026-11-21T01:00"_s, u"2026-11-22T01:00"_s, u"2026-11-23T01:00"_s});
    row("at the very instant it is the next one", u"daily 22:00"_s, saoPaulo, u"2026-11-21T01:00:00"_s,
        {u"2026-11-22T01:00"_s});
    row("days of the week", u"weekdays mon,wed 22:00"_s, saoPaulo, u"2026-11-20T14:00:00"_s,
        {u"2026-11-24T01:00"_s, u"2026-11-26T01:00"_s, u"2026-12-01T01:00"_s});
    row("one day of the week, just over", u"weekdays fri 11:00"_s, saoPaulo, u"2026-11-20T14:00:00"_s,
        {u"2026-11-27T14:00"_s, u"2026-12-04T14:00"_s});
    row("once", u"at 2026-12-01T22:00"_s, saoPaulo, u"2026-11-20T14:00:00"_s, {u"2026-12-02T01:00"_s});
    row("once, past", u"at 2026-11-20T10:59"_s, saoPaulo, u"2026-11-20T14:00:00"_s, {});
    row("every", u"every 30m"_s, saoPaulo, u"2026-11-20T14:10:00"_s, {u"2026-11-20T14:40"_s, u"2026-11-20T15:10"_s});

    row("Sao Paulo, midnight left out", u"daily 00:00"_s, saoPaulo, u"2018-11-03T02:00:00"_s,
        {u"2018-11-03T03:00"_s, u"2018-11-04T03:00"_s, u"2018-11-05T02:00"_s});
    row("Sao Paulo, half past midnight left out", u"daily 00:30"_s, saoPaulo, u"2018-11-03T04:00:00"_s,
        {u"2018-11-04T03:00"_s, u"2018-11-05T02:30"_s});
    row("Sao Paulo, 23:30 shown twice", u"daily 23:30"_s, saoPaulo, u"2018-02-17T02:00:00"_s,
        {u"2018-02-18T01:30"_s, u"2018-02-19T02:30"_s});
    row("New York, 02:30 left out", u"daily 02:30"_s, u"America/New_York"_s, u"2026-03-07T08:00:00"_s,
        {u"2026-03-08T07:00"_s, u"2026-03-09T06:30"_s});
    row("New York, 01:30 shown twice", u"daily 01:30"_s, u"America/New_York"_s, u"2026-10-31T06:00:00"_s,
        {u"2026-11-01T05:30"_s, u"2026-11-02T06:30"_s});
    row("Lisbon, 01:15 left out", u"daily 01:15"_s, u"Europe/Lisbon"_s, u"2026-03-28T02:00:00"_s,
        {u"2026-03-29T01:00"_s, u"2026-03-30T00:15"_s});
    row("Lisbon, 01:15 shown twice", u"weekdays sun 01:15"_s, u"Europe/Lisbon"_s, u"2026-10-24T12:00:00"_s,
        {u"2026-10-25T00:15"_s, u"2026-11-01T01:15"_s});
    row("Lord Howe, half an hour left out", u"daily 02:15"_s, u"Australia/Lord_Howe"_s, u"2026-10-03T00:00:00"_s,
        {u"2026-10-03T15:30"_s, u"2026-10-04T15:15"_s});
    row("Lord Howe, half an hour shown twice", u"daily 01:45"_s, u"Australia/Lord_Howe"_s, u"2026-04-04T00:00:00"_s,
        {u"2026-04-04T14:45"_s, u"2026-04-05T15:15"_s});
    row("Lord Howe, the end of the gap exists", u"daily 02:30"_s, u"Australia/Lord_Howe"_s, u"2026-10-03T00:00:00"_s,
        {u"2026-10-03T15:30"_s, u"2026-10-04T15:30"_s});
    row("Apia, a day left out", u"daily 22:00"_s, u"Pacific/Apia"_s, u"2011-12-30T00:00:00"_s,
        {u"2011-12-30T08:00"_s, u"2011-12-30T10:00"_s, u"2011-12-31T08:00"_s});
    row("once, in a gap", u"at 2026-03-08T02:30"_s, u"America/New_York"_s, u"2026-03-01T00:00:00"_s,
        {u"2026-03-08T07:00"_s});
    row("once, shown twice", u"at 2026-11-01T01:30"_s, u"America/New_York"_s, u"2026-10-31T00:00:00"_s,
        {u"2026-11-01T05:30"_s});
    row("every, across a change", u"every 60m"_s, u"America/New_York"_s, u"2026-03-08T05:30:00"_s,
        {u"2026-03-08T06:30"_s, u"2026-03-08T07:30"_s, u"2026-03-08T08:30"_s});
}

void TestScheduleRule::findsTheNextRuns()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    QFETCH(QString, after);
    QFETCH(QStringList, runs);
    const int count = std::max(1, int(runs.size()));
    QCOMPARE(texts(nextRuns(rule(text), QTimeZone(zone.toLatin1()), utc(after), count)), runs);
}

void TestScheduleRule::meetsEachLocalTimeOnce_data()
{
    QTest::addColumn<QString>("zone");
    for (const char *zone : {"America/Sao_Paulo", "America/New_York", "Europe/Lisbon", "Australia/Lord_Howe",
                             "America/St_Johns", "Africa/Casablanca", "UTC"})
        QTest::newRow(zone) << QString::fromLatin1(zone);
}

/// Over more than a year, around the hours of changes: one run per day of the calendar, ascending, whatever the clocks
/// do.
void TestScheduleRule::meetsEachLocalTimeOnce()
{
    QFETCH(QString, zone);
    const QTimeZone here(zone.toLatin1());
    for (const QTime time : {QTime(0, 0), QTime(0, 30), QTime(1, 30), QTime(2, 0), QTime(2, 30), QTime(23, 30)}) {
        ScheduleRule daily;
        daily.time = time;
        const QDateTime from({2017, 12, 31}, {12, 0}, Qt::UTC);
        const QList<QDateTime> runs = nextRuns(daily, here, from, 400);
        QCOMPARE(runs.size(), 400);
        QDate date = runs.first().toTimeZone(here).date();
        for (const QDateTime &run : runs) {
            const QDateTime local = run.toTimeZone(here);
            QCOMPARE(local.date(), date);
            QVERIFY2(local.time() == daily.time || local.time() < daily.time.addSecs(3601),
                     qPrintable(local.toString()));
            date = date.addDays(1);
        }
    }
}

void TestScheduleRule::keepsItsBeat_data()
{
    QTest::addColumn<QString>("anchor");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("next");
    QTest::newRow("in time") << u"2026-11-20T14:00:00"_s << u"2026-11-20T14:00:01"_s << u"2026-11-20T14:30"_s;
    QTest::newRow("three missed") << u"2026-11-20T14:00:00"_s << u"2026-11-20T15:40:00"_s << u"2026-11-20T16:00"_s;
    QTest::newRow("exactly on a beat") << u"2026-11-20T14:00:00"_s << u"2026-11-20T15:00:00"_s << u"2026-11-20T15:30"_s;
    QTest::newRow("planned in the future")
        << u"2026-11-20T18:00:00"_s << u"2026-11-20T15:00:00"_s << u"2026-11-20T18:00"_s;
}

void TestScheduleRule::keepsItsBeat()
{
    QFETCH(QString, anchor);
    QFETCH(QString, after);
    QFETCH(QString, next);
    QCOMPARE(texts({nextRun(rule(u"every 30m"_s), QTimeZone::utc(), utc(after), utc(anchor))}), QStringList {next});
}

void TestScheduleRule::outlastsAnOutage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("maximum");
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("most");
    QTest::newRow("every half hour, three") << u"every 30m"_s << 3 << qint64(60) << qint64(90);
    QTest::newRow("every half hour, one") << u"every 30m"_s << 1 << qint64(0) << qint64(30);
    QTest::newRow("every half hour, 99") << u"every 30m"_s << 99 << qint64(98 * 30) << qint64(99 * 30);
    QTest::newRow("daily, three") << u"daily 22:00"_s << 3 << qint64(2 * 1440) << qint64(3 * 1440);
    QTest::newRow("monday and wednesday, two")
        << u"weekdays mon,wed 22:00"_s << 2 << qint64(2 * 1440) << qint64(7 * 1440);
    QTest::newRow("monday and wednesday, three")
        << u"weekdays mon,wed 22:00"_s << 3 << qint64(7 * 1440) << qint64(12 * 1440);
    QTest::newRow("empty") << u"every 30m"_s << 0 << qint64(-1) << qint64(-1);
    QTest::newRow("once") << u"at 2026-12-01T22:00"_s << 3 << qint64(-1) << qint64(-1);
}

void TestScheduleRule::outlastsAnOutage()
{
    QFETCH(QString, text);
    QFETCH(int, maximum);
    QFETCH(qint64, least);
    QFETCH(qint64, most);
    const auto coverage = resendCoverage(rule(text), maximum > 0 ? std::optional(maximum) : std::nullopt);
    QCOMPARE(coverage.has_value(), least >= 0);
    if (coverage) {
        QCOMPARE(qint64(coverage->least.count()), least);
        QCOMPARE(qint64(coverage->most.count()), most);
    }
}

void TestScheduleRule::saysItInWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("once") << u"at 2026-12-01T22:00"_s << u"once, on 01/12/2026 at 22:00 (Brasília)"_s;
    QTest::newRow("minutes") << u"every 30m"_s << u"every 30 min"_s;
    QTest::newRow("hours and minutes") << u"every 90m"_s << u"every 1 h 30 min"_s;
    QTest::newRow("a day") << u"every 1440m"_s << u"every 1 day"_s;
    QTest::newRow("daily") << u"daily 07:05"_s << u"every day at 07:05 (Brasília)"_s;
    QTest::newRow("one day") << u"weekdays mon 22:00"_s << u"every Monday at 22:00 (Brasília)"_s;
    QTest::newRow("two days") << u"weekdays mon,wed 22:00"_s << u"every Monday and Wednesday at 22:00 (Brasília)"_s;
    QTest::newRow("three days") << u"weekdays mon,wed,sat 22:00"_s
                                << u"every Monday, Wednesday and Saturday at 22:00 (Brasília)"_s;
    QTest::newRow("working days") << u"weekdays mon,tue,wed,thu,fri 22:00"_s
                                  << u"every working day at 22:00 (Brasília)"_s;
}

void TestScheduleRule::saysItInWords()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QCOMPARE(ruleWords(rule(text), u"America/Sao_Paulo"_s), words);
}

void TestScheduleRule::knowsItsZones()
{
    QCOMPARE(offeredZones().first(), u"America/Sao_Paulo"_s);
    QVERIFY(offeredZones().contains(u"Australia/Lord_Howe"_s));
    QCOMPARE(zoneWords(u"America/New_York"_s), u"New York"_s);
    for (const QString &zone : offeredZones())
        QVERIFY2(QTimeZone::isTimeZoneIdAvailable(zone.toLatin1()), qPrintable(zone));
}

QTEST_GUILESS_MAIN(TestScheduleRule)
#include "tst_schedulerule.moc"
