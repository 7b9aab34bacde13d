// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/delivery/reportjob.h"
#include "core/delivery/scheduledreport.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using namespace ponte::delivery;

class TestScheduledReport final : public QObject
{
    Q_OBJECT

private:
    static ScheduledReport sound()
    {
        ScheduledReport report;
        report.folder = u"/srv/relatorios"_s;
        return report;
    }

private Q_SLOTS:
    void whatIsStoredIsReadAgain()
    {
        ScheduledReport report;
        report.format = reports::Format::Csv;
        report.columns = {reports::Column::Origin, reports::Column::Id};
        report.language = u"es"_s;
        report.withItems = true;
        report.withPayloads = true;
        report.separator = u',';
        report.byteOrderMark = false;
        report.period = Period::LastMonth;
        report.folder = u"/srv/relatórios"_s;
        report.recipients = {u"a@b.example"_s, u"c@d.example"_s};
        report.withSummary = true;
        QCOMPARE(ScheduledReport::fromJson(report.toJson()).value(), report);
        ScheduledReport summary;
        summary.format.reset();
        summary.recipients = {u"a@b.example"_s};
        summary.withSummary = true;
        QCOMPARE(ScheduledReport::fromJson(summary.toJson()).value(), summary);
        QVERIFY(summary.check());
    }

    void unknownWordsAreRefused()
    {
        QJsonObject words = sound().toJson();
        words.insert(u"format"_s, u"docx"_s);
        QCOMPARE(ScheduledReport::fromJson(words).error().field, u"format"_s);
        words = sound().toJson();
        words.insert(u"columns"_s, QJsonArray {u"id"_s, u"salary"_s});
        QCOMPARE(ScheduledReport::fromJson(words).error().field, u"columns"_s);
        words = sound().toJson();
        words.insert(u"period"_s, u"century"_s);
        QCOMPARE(ScheduledReport::fromJson(words).error().field, u"period"_s);
    }

    void whatCannotBeIsRefusedBesideItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("which");
        QTest::newRow("nothing to write") << u"format"_s << 0;
        QTest::newRow("no column") << u"columns"_s << 1;
        QTest::newRow("nowhere to go") << u"folder"_s << 2;
        QTest::newRow("half a path") << u"folder"_s << 3;
        QTest::newRow("a folder for a summary") << u"folder"_s << 4;
        QTest::newRow("a summary for nobody") << u"mail"_s << 5;
        QTest::newRow("no address") << u"mail"_s << 6;
        QTest::newRow("too many addresses") << u"mail"_s << 7;
        QTest::newRow("another language") << u"language"_s << 8;
    }

    void whatCannotBeIsRefusedBesideItsField()
    {
        QFETCH(const QString, field);
        QFETCH(const int, which);
        ScheduledReport report = sound();
        QVERIFY(report.check());
        const QList<std::function<void()>> spoil {
            [&] { report.format.reset(); },
            [&] { report.columns.clear(); },
            [&] { report.folder.clear(); },
            [&] { report.folder = u"relatorios"_s; },
            [&] {
                report.format.reset();
                report.withSummary = true;
                report.recipients = {u"a@b.example"_s};
            },
            [&] { report.withSummary = true; },
            [&] {
                report.recipients = {u"a@b.example"_s, u"ninguém"_s};
            },
            [&] { report.recipients = QStringList(21, u"a@b.example"_s); },
            [&] { report.language = u"fr"_s; },
        };
        spoil.at(which)();
        const Result<> refused = report.check();
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, field);
    }

    void periodsAreDaysOfTheZone_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const QString now = u"2026-03-01T02:30:00Z"_s; // still February in Brazil
        QTest::newRow("all") << u"all"_s << QString() << QString();
        QTest::newRow("today") << u"today"_s << u"2026-02-28T03:00:00Z"_s << now;
        QTest::newRow("yesterday") << u"yesterday"_s << u"2026-02-27T03:00:00Z"_s << u"2026-02-28T03:00:00Z"_s;
        QTest::newRow("7 days") << u"last_7_days"_s << u"2026-02-21T03:00:00Z"_s << u"2026-02-28T03:00:00Z"_s;
        QTest::newRow("30 days") << u"last_30_days"_s << u"2026-01-29T03:00:00Z"_s << u"2026-02-28T03:00:00Z"_s;
        QTest::newRow("this month") << u"this_month"_s << u"2026-02-01T03:00:00Z"_s << now;
        QTest::newRow("last month") << u"last_month"_s << u"2026-01-01T03:00:00Z"_s << u"2026-02-01T03:00:00Z"_s;
    }

    void periodsAreDaysOfTheZone()
    {
        QFETCH(const QString, word);
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        const Span span = spanOf(periodFromWord(word).value(), QDateTime({2026, 3, 1}, {2, 30}, Qt::UTC),
                                 QTimeZone("America/Sao_Paulo"));
        const auto text = [](const QDateTime &time) { return time.isValid() ? time.toString(Qt::ISODate) : QString(); };
        QCOMPARE(text(span.from), from);
        QCOMPARE(text(span.to), to);
    }

    void filesAreNamedAfterTheScheduleAndTheMoment()
    {
        const QDateTime moment({2026, 11, 23}, {1, 0}, Qt::UTC);
        const QTimeZone zone("America/Sao_Paulo");
        QCOMPARE(reportFileName(u" Erros da  Direção / SESI: \"já\" "_s, moment, zone, reports::Format::Xlsx),
                 u"erros-da-direcao-sesi-ja-2026-11-22-2200.xlsx"_s);
        QCOMPARE(reportFileName(u"../../etc/passwd"_s, moment, zone, reports::Format::Csv),
                 u"etc-passwd-2026-11-22-2200.csv"_s);
    }
};

QTEST_GUILESS_MAIN(TestScheduledReport)
#include "tst_scheduledreport.moc"
