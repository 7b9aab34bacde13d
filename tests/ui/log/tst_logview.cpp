// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/logview.h"
#include "ui/widgets/timetext.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using ui::LogView;
using ui::Period;

class LogViewTest final : public QObject
{
    Q_OBJECT

private:
    static QDateTime local(int year, int month, int day, int hour = 0, int minute = 0, int second = 0)
    {
        return QDateTime({year, month, day}, {hour, minute, second}, ui::displayZone()).toUTC();
    }
    static LogView full()
    {
        LogView view;
        view.filter.company = CompanyId(3);
        view.filter.level = LevelId(1);
        view.filter.statuses = {log::Status::Error, log::Status::Pending};
        view.filter.functionalities = {u"contract_activation"_s};
        view.filter.modules = {u"lojaclick_export"_s, u"lojaclick_import"_s};
        view.filter.origin = u"LC-2026-1"_s;
        view.filter.key = u"00878180"_s;
        view.filter.text = u"a=b&c, 100% ção"_s;
        view.filter.signature = u"v1:0a"_s;
        view.filter.automaticAttemptsFrom = 2;
        view.filter.ids = {LogRecordId(1), LogRecordId(22)};
        view.created = {Period::Kind::Week, {}, {}};
        view.changed = Period::between(local(2026, 11, 1), local(2026, 11, 2, 10, 30));
        view.filter.changedFrom = view.changed.from;
        view.filter.changedTo = view.changed.to;
        view.sort = {log::SortColumn::ChangedAt, false};
        return view;
    }

private Q_SLOTS:
    void comesBackFromWordsAndLinks()
    {
        for (const LogView &view : {LogView(), full()}) {
            const auto fromWords = LogView::fromWords(view.toWords());
            QVERIFY(fromWords);
            QVERIFY(*fromWords == view);
            const auto fromLink = LogView::fromLink(view.toLink());
            QVERIFY2(fromLink, qUtf8Printable(view.toLink()));
            QVERIFY2(*fromLink == view, qUtf8Printable(view.toLink()));
        }
    }

    void aLinkIsOneWord()
    {
        const QString link = full().toLink();
        QVERIFY2(!link.contains(u' ') && !link.contains(u'\n'), qUtf8Printable(link));
        QVERIFY(link.startsWith(u"ponte:log?"));
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QString>("link");
        for (const char *link : {"", "ponte:log", "ponte:reports?x=1", "ponte:log?status=lost", "ponte:log?colour=red",
                                 "ponte:log?company=three", "ponte:log?created=9d", "ponte:log?sort=name",
                                 "ponte:log?from=yesterday", "ponte:log?ids=1,x"})
            QTest::newRow(link) << QString::fromLatin1(link);
    }

    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QString, link);
        QVERIFY(!LogView::fromLink(link));
    }

    void periodsMoveWithTheClock()
    {
        const QDateTime now = local(2026, 11, 22, 14, 3, 22);
        LogView view;
        view.created = Period::ofWord(u"today"_s);
        QCOMPARE(view.filterAt(now).createdFrom, local(2026, 11, 22));
        QCOMPARE(view.filterAt(now.addDays(1)).createdFrom, local(2026, 11, 23));
        QVERIFY(!view.filterAt(now).createdTo.isValid());
        view.created = Period::ofWord(u"24h"_s);
        QCOMPARE(view.filterAt(now).createdFrom, local(2026, 11, 21, 14, 3));
        view.created = Period::ofWord(u"7d"_s);
        QCOMPARE(view.filterAt(now).createdFrom, local(2026, 11, 16));
        view.created = Period::ofWord(u"30d"_s);
        QCOMPARE(view.filterAt(now).createdFrom, local(2026, 10, 24));
        view.created = Period::ofWord(u"month"_s);
        QCOMPARE(view.filterAt(now).createdFrom, local(2026, 11, 1));
    }

    void daysBeginInTheZoneThatIsShown()
    {
        // 23:30 in São Paulo is the next day in UTC already.
        const QDateTime late = local(2026, 11, 22, 23, 30);
        QCOMPARE(late.date(), QDate(2026, 11, 23));
        QCOMPARE(Period::ofWord(u"today"_s).startAt(late), local(2026, 11, 22));
        // On this day there was no midnight: clocks went from 0 to 1 o'clock.
        const QDateTime summer = local(2018, 11, 4, 12);
        QCOMPARE(Period::ofWord(u"today"_s).startAt(summer).toTimeZone(ui::displayZone()).date(), QDate(2018, 11, 4));
        QVERIFY(Period::ofWord(u"today"_s).startAt(summer).isValid());
    }

    void saysFixedPeriodsWithoutEmptyTimes()
    {
        QCOMPARE(Period::between(local(2026, 11, 1), local(2026, 11, 2)).text(), u"01/11/2026 – 02/11/2026"_s);
        QCOMPARE(Period::between(local(2026, 11, 1, 8, 5), {}).text(), u"since 01/11/2026 08:05"_s);
        QCOMPARE(Period::between({}, {}), Period());
    }
};

QTEST_GUILESS_MAIN(LogViewTest)
#include "tst_logview.moc"
