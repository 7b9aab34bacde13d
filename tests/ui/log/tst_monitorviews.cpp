// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/log/monitorbench.h"
#include "ui/log/payloadsearchpanel.h"
#include "ui/log/signaturespanel.h"
#include "ui/widgets/statepage.h"

#include <QClipboard>
#include <QDateTimeEdit>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace ponte;
using Bench = testing::MonitorBench;
using testing::fillMixed;
using testing::Stage;

class MonitorViewsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheTextIsTakenFor_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kind");
        QTest::newRow("id") << u"12"_s << u"Log id"_s;
        QTest::newRow("cpf") << u"111.444.777-35"_s << u"CPF"_s;
        QTest::newRow("key") << u"00878180"_s << u"RA or other key"_s;
        QTest::newRow("sale") << u"LC-2026-000123-1"_s << u"Sale"_s;
        QTest::newRow("text") << u"restrição"_s << u"Text"_s;
        QTest::newRow("nothing") << u"  "_s << QString();
    }

    void saysWhatTheTextIsTakenFor()
    {
        QFETCH(QString, typed);
        QFETCH(QString, kind);
        Bench bench(fillMixed);
        bench.type(typed);
        QCOMPARE(bench.text(u"quickKind"_s), kind);
    }

    void filtersByPeriods()
    {
        Bench bench([](Stage &stage) {
            for (const auto &[origin, minutes] : {std::pair(u"V-now"_s, 5),
                                                  {u"V-yesterday"_s, 24 * 60 - 30},
                                                  {u"V-week"_s, 5 * 24 * 60},
                                                  {u"V-old"_s, 40 * 24 * 60}})
            {
                Stage::Row row {origin};
                row.minutesAgo = minutes;
                stage.add(row);
            }
        });
        using Kind = ui::Period::Kind;
        const QList<std::pair<Kind, int>> expected {{Kind::Today, 1}, {Kind::Day, 2},       {Kind::Week, 3},
                                                    {Kind::Month, 3}, {Kind::ThisMonth, 3}, {Kind::All, 4}};
        for (const auto &[kind, rows] : expected) {
            bench.choose(u"periodFilter"_s, kind);
            QTRY_COMPARE(bench.model().rowCount(), rows);
        }
        bench.choose(u"changedFilter"_s, Kind::Day);
        QTRY_COMPARE(bench.model().rowCount(), 2);
        QTRY_VERIFY(bench.text(u"counts"_s).startsWith(u"2 of 4 · changed: last 24 hours · "));
        auto *chip = bench.page->findChild<QToolButton *>(u"chipChanged"_s);
        QVERIFY(chip->isVisible());
        chip->click();
        QTRY_COMPARE(bench.model().rowCount(), 4);
    }

    void filtersByAFreePeriod()
    {
        Bench bench([](Stage &stage) {
            stage.add({u"V-new"_s});
            Stage::Row row {u"V-old"_s};
            row.minutesAgo = 40 * 24 * 60;
            stage.add(row);
        });
        bench.choose(u"periodFilter"_s, ui::Period::Kind::Fixed);
        auto *from = bench.page->findChild<QDateTimeEdit *>(u"periodFrom"_s);
        QVERIFY(from);
        from->setDateTime(QDateTime({2026, 10, 1}, {0, 0}));
        auto *to = bench.page->findChild<QDateTimeEdit *>(u"periodTo"_s);
        to->setDateTime(QDateTime({2026, 9, 1}, {0, 0}));
        auto *take = bench.page->findChild<QPushButton *>(u"periodTake"_s);
        QVERIFY2(!take->isEnabled(), "an end before its beginning");
        to->setDateTime(QDateTime({2026, 11, 1}, {0, 0}));
        take->click();
        QTRY_COMPARE(bench.model().rowCount(), 1);
        QCOMPARE(bench.page->findChild<ui::PeriodButton *>(u"periodFilter"_s)->text(),
                 u"Period: 01/10/2026 – 01/11/2026"_s);
    }

    void filtersByAttempts()
    {
        Bench bench(fillMixed);
        for (QAction *action : bench.page->findChild<QMenu *>(u"attemptsFilter"_s)->actions()) {
            if (action->data().toInt() == 2)
                action->trigger();
        }
        QTRY_COMPARE(bench.model().rowCount(), 0);
        bench.page->findChild<QToolButton *>(u"chipAttempts"_s)->click();
        QTRY_COMPARE(bench.model().rowCount(), 4);
    }

    void offersToWidenWhatFindsNothing()
    {
        Bench bench(fillMixed);
        const auto *state = bench.page->findChild<ui::StatePage *>(u"monitorState"_s);
        bench.stage.clock().set(bench.stage.clock().now().addDays(90));
        bench.choose(u"periodFilter"_s, ui::Period::Kind::Week);
        QTRY_VERIFY(state->isVisible());
        QCOMPARE(state->title(), u"No record matches"_s);
        QVERIFY(state->text().contains(u"last 7 days"));
        auto *action = state->findChild<QPushButton *>();
        QCOMPARE(action->text(), u"Search all time"_s);
        action->click();
        QTRY_COMPARE(bench.model().rowCount(), 4);
        bench.type(u"zzz"_s);
        QTRY_VERIFY(state->isVisible());
        QCOMPARE(action->text(), u"Clear all filters"_s);
        action->click();
        QTRY_COMPARE(bench.model().rowCount(), 4);
        bench.context.set(CompanyId(99), {});
        QTRY_VERIFY(state->isVisible());
        QCOMPARE(action->text(), u"Show all companies"_s);
        action->click();
        QTRY_COMPARE(bench.model().rowCount(), 4);
    }

    void saysWhatOneMayNotSee()
    {
        Bench bench(fillMixed);
        bench.stage.session().actor = security::Actor::person(u"ana"_s, {{security::Action::ViewLog, CompanyId(3)}});
        bench.make();
        bench.page->enter();
        const auto *state = bench.page->findChild<ui::StatePage *>(u"monitorState"_s);
        QTRY_COMPARE(state->title(), u"You may not see these records"_s);
        bench.context.set(CompanyId(3), {});
        QTRY_COMPARE(bench.model().rowCount(), 2);
        QVERIFY(bench.grid().isVisible());
        bench.context.set(CompanyId(2), {});
        QVERIFY(state->isVisible());
        QCOMPARE(bench.text(u"counts"_s), QString());
    }

    void masksWhatOneMayNotSee()
    {
        Bench bench(fillMixed);
        bench.stage.session().actor = security::Actor::person(u"ana"_s, {{security::Action::ViewLog, {}}});
        bench.open();
        const int row = bench.model().rowOf(LogRecordId(4));
        const QString shown = bench.model().index(row, int(ui::LogColumn::KeyValues)).data().toString();
        QVERIFY2(!shown.contains(u"11144477735"), qUtf8Printable(shown));
    }

    void addsAndArrangesColumns()
    {
        Bench bench(fillMixed);
        const QHeaderView *header = bench.grid().horizontalHeader();
        auto *menu = bench.page->findChild<QToolButton *>(u"columns"_s)->menu();
        const auto choose = [menu](ui::LogColumn column) {
            for (QAction *action : menu->actions()) {
                if (action->isCheckable() && action->data().toInt() == int(column))
                    action->trigger();
            }
        };
        QVERIFY(header->isSectionHidden(int(ui::LogColumn::Sale)));
        Q_EMIT menu->aboutToShow();
        choose(ui::LogColumn::Sale);
        choose(ui::LogColumn::KeyFields);
        QVERIFY(!header->isSectionHidden(int(ui::LogColumn::Sale)));
        QVERIFY(header->isSectionHidden(int(ui::LogColumn::KeyFields)));
        QCOMPARE(bench.model().index(0, int(ui::LogColumn::Sale)).data().toString(), u"V-3"_s);
        bench.grid().horizontalHeader()->moveSection(header->visualIndex(int(ui::LogColumn::Sale)), 0);
        bench.grid().selectAll();
        QTest::keyClick(&bench.grid(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"Sale\tLog id\tKey values\tStatus\t"));
        bench.open();
        header = bench.grid().horizontalHeader();
        QCOMPARE(header->visualIndex(int(ui::LogColumn::Sale)), 0);
        QVERIFY(header->isSectionHidden(int(ui::LogColumn::KeyFields)));
        bench.page->findChild<QToolButton *>(u"columns"_s)->menu()->findChild<QAction *>(u"resetColumns"_s)->trigger();
        QVERIFY(header->isSectionHidden(int(ui::LogColumn::Sale)));
        QCOMPARE(header->visualIndex(int(ui::LogColumn::KeyFields)), 1);
    }

    void givesEachColumnItsTextAndTheLongOnesTheRest()
    {
        Bench bench(fillMixed);
        bench.page->resize(1700, 900);
        const auto fits = [&](ui::LogColumn column) {
            const QString text = bench.model().index(0, int(column)).data().toString();
            return bench.grid().fontMetrics().horizontalAdvance(text) + 16 <= bench.grid().columnWidth(int(column));
        };
        QTRY_COMPARE(bench.grid().horizontalHeader()->length(), bench.grid().viewport()->width());
        for (int column = 0; column < ui::usualLogColumnCount; ++column)
            QVERIFY2(fits(ui::LogColumn(column)), qUtf8Printable(QString::number(column)));
        // With less room the long ones give way first.
        const int id = bench.grid().columnWidth(int(ui::LogColumn::Id));
        const int values = bench.grid().columnWidth(int(ui::LogColumn::KeyValues));
        bench.page->resize(1080, 700);
        QTRY_VERIFY(bench.grid().columnWidth(int(ui::LogColumn::KeyValues)) < values);
        QCOMPARE(bench.grid().columnWidth(int(ui::LogColumn::Id)), id);
        // What they give up is enough where they have it.
        bench.page->resize(1300, 700);
        QTRY_VERIFY(bench.grid().horizontalHeader()->length() <= bench.grid().viewport()->width());
    }

    void savesOpensChangesAndRemovesViews()
    {
        Bench bench(fillMixed);
        bench.tick(u"statusFilter"_s, u"error"_s);
        QTRY_COMPARE(bench.model().rowCount(), 2);
        bench.saveViewAs(u"Erros"_s, false);
        const auto *button = bench.page->findChild<ui::ViewsButton *>();
        QCOMPARE(button->text(), u"Erros"_s);
        bench.page->findChild<QToolButton *>(u"clearFilters"_s)->click();
        QTRY_COMPARE(bench.model().rowCount(), 4);
        QCOMPARE(button->text(), u"Erros *"_s);
        (void)bench.viewAction({});
        button->menu()->actions().first()->trigger();
        QTRY_COMPARE(bench.model().rowCount(), 2);
        QCOMPARE(button->text(), u"Erros"_s);
        bench.tick(u"functionalityFilter"_s, u"guardian"_s);
        QTRY_COMPARE(bench.model().rowCount(), 1);
        bench.viewAction(u"overwriteView"_s)->trigger();
        QTRY_COMPARE(button->text(), u"Erros"_s);
        bench.viewAction(u"removeView"_s)->trigger();
        QTRY_COMPARE(button->text(), u"Views"_s);
    }

    void opensWithTheDefaultView()
    {
        Bench bench(fillMixed);
        bench.tick(u"statusFilter"_s, u"pending"_s);
        QTRY_COMPARE(bench.model().rowCount(), 1);
        bench.saveViewAs(u"Pendentes"_s, true);
        bench.page->findChild<QToolButton *>(u"clearFilters"_s)->click();
        QTRY_COMPARE(bench.model().rowCount(), 4);
        bench.open();
        QCOMPARE(bench.model().rowCount(), 1);
        QCOMPARE(bench.page->findChild<ui::ViewsButton *>()->text(), u"Pendentes"_s);
    }

    void refusesAViewWithATakenName()
    {
        Bench bench(fillMixed);
        bench.saveViewAs(u"Erros"_s, false);
        bench.viewAction(u"saveViewAs"_s)->trigger();
        auto *dialog = bench.page->findChild<ui::ViewDialog *>();
        dialog->findChild<QLineEdit *>(u"viewName"_s)->setText(u"Erros"_s);
        dialog->findChild<QPushButton *>(u"viewSave"_s)->click();
        QTRY_VERIFY(dialog->findChild<QLabel *>(u"viewProblem"_s)->isVisible());
    }

    void opensALinkToItself()
    {
        Bench bench(fillMixed);
        bench.tick(u"statusFilter"_s, u"error"_s);
        bench.choose(u"periodFilter"_s, ui::Period::Kind::Week);
        bench.type(u"CPF inválido"_s);
        QTRY_COMPARE(bench.model().rowCount(), 1);
        bench.page->findChild<QAction *>(u"copyLink"_s)->trigger();
        const QString link = QGuiApplication::clipboard()->text();
        QVERIFY2(link.startsWith(u"ponte:log?created=7d&sort=-id&status=error&text=CPF%20"), qUtf8Printable(link));
        const ui::LogView shown = bench.page->view();
        bench.page->findChild<QToolButton *>(u"clearFilters"_s)->click();
        QTRY_COMPARE(bench.model().rowCount(), 4);
        QVERIFY(bench.page->openLink(u' ' + link + u'\n'));
        QTRY_COMPARE(bench.model().rowCount(), 1);
        QVERIFY(bench.page->view() == shown);
        for (const QString &bad : {u"ponte:log?status=lost"_s, u"ponte:log?colour=red"_s, u"http://x"_s,
                                   u"ponte:log?created=9d"_s, u"ponte:log?sort=-name"_s})
            QVERIFY2(!bench.page->openLink(bad), qUtf8Printable(bad));
        QCOMPARE(bench.model().rowCount(), 1);
    }

    void opensWhereItWasLeft()
    {
        Bench bench([](Stage &stage) { stage.addMany(3000, {}); });
        bench.tick(u"statusFilter"_s, u"success"_s);
        QTRY_COMPARE(bench.model().filter().statuses.size(), 1);
        QTRY_COMPARE(bench.model().state(), ui::LogModel::State::Ready);
        QTRY_COMPARE(bench.model().rowCount(), 3000);
        bench.grid().verticalScrollBar()->setValue(1500 * 26);
        QTRY_VERIFY(bench.model().recordAt(1505));
        bench.grid().setCurrentIndex(bench.model().index(1505, 0));
        const LogRecordId read = bench.model().recordAt(1505)->id;
        QTRY_COMPARE(bench.items().model()->rowCount(), 1);
        bench.page->leave();
        bench.open();
        QCOMPARE(bench.model().filter().statuses, QList<log::Status>({log::Status::Success}));
        QTRY_COMPARE(bench.grid().currentIndex().row(), 1505);
        QTRY_VERIFY(bench.model().recordAt(1505));
        QCOMPARE(bench.model().recordAt(1505)->id, read);
        QTRY_COMPARE(bench.grid().rowAt(0), 1500);
        QTRY_COMPARE(bench.items().model()->rowCount(), 1);
    }

    void readsAnewWithoutLosingThePlace()
    {
        Bench bench([](Stage &stage) { stage.addMany(3000, {}); });
        QTRY_COMPARE(bench.model().rowCount(), 3000);
        bench.grid().verticalScrollBar()->setValue(1500 * 26);
        QTRY_VERIFY(bench.model().recordAt(1505));
        const LogRecordId read = bench.model().recordAt(1505)->id;
        bench.grid().setCurrentIndex(bench.model().index(1505, 0));
        QTRY_COMPARE(bench.items().model()->rowCount(), 1);
        const QSignalSpy resets(&bench.model(), &QAbstractItemModel::modelReset);
        bench.page->refresh();
        QTRY_COMPARE(resets.count(), 1);
        QTRY_COMPARE(bench.grid().currentIndex().row(), 1505);
        QTRY_COMPARE(bench.grid().rowAt(0), 1500);
        QTRY_VERIFY(bench.model().recordAt(1505));
        QCOMPARE(bench.model().recordAt(1505)->id, read);
    }

    void searchesWhatWasSentAndReceived()
    {
        Bench bench(fillMixed);
        bench.page->findChild<QAction *>(u"searchPayloads"_s)->trigger();
        auto *text = bench.page->findChild<QLineEdit *>(u"payloadSearchText"_s);
        QVERIFY(text->isVisible());
        text->setText(u"fin-2041"_s);
        QTest::keyClick(text, Qt::Key_Return);
        auto *hits = bench.page->findChild<ui::Grid *>(u"payloadHits"_s);
        QTRY_VERIFY(bench.text(u"payloadSearchState"_s).startsWith(u"Everything was searched. 1 hit"));
        QCOMPARE(hits->model()->rowCount(), 1);
        QCOMPARE(hits->model()->index(0, 0).data().toString(), u"2"_s);
        QCOMPARE(hits->model()->index(0, 3).data().toString(), u"Received"_s);
        QCOMPARE(bench.stage.activity().entries().first().isRunning, false);
        QCOMPARE(bench.stage.activity().entries().first().outcome, ui::Activity::Outcome::Done);
        hits->setCurrentIndex(hits->model()->index(0, 0));
        QCOMPARE(bench.model().recordAt(bench.grid().currentIndex().row())->id, LogRecordId(2));
        QTRY_COMPARE(bench.items().model()->rowCount(), 1);
        text->setText(u"nothing like it"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_VERIFY(bench.text(u"payloadSearchState"_s).startsWith(u"Everything was searched. 0 hit"));
        QCOMPARE(hits->model()->rowCount(), 0);
        QTest::keyClick(hits, Qt::Key_Escape);
        QVERIFY(!hits->isVisible());
        QVERIFY(bench.grid().hasFocus());
    }

    void aSearchOfPayloadsStopsAndGoesWithItsPage()
    {
        Bench bench([](Stage &stage) { stage.addMany(3000, {}); });
        bench.page->findChild<QAction *>(u"searchPayloads"_s)->trigger();
        auto *text = bench.page->findChild<QLineEdit *>(u"payloadSearchText"_s);
        text->setText(u"x"_s);
        auto *start = bench.page->findChild<QPushButton *>(u"payloadSearchStart"_s);
        start->click();
        start->click();
        QTRY_VERIFY(!bench.page->findChild<ui::PayloadSearchPanel *>()->isSearching());
        start->click();
        bench.page.reset();
        QCOMPARE(bench.stage.activity().runningCount(), 0);
    }

    void groupsByError()
    {
        Bench bench(fillMixed);
        auto *group = bench.page->findChild<QAction *>(u"groupByError"_s);
        group->trigger();
        auto *signatures = bench.page->findChild<ui::SignaturesPanel *>();
        QVERIFY(signatures->isVisible());
        QVERIFY(!bench.grid().isVisible());
        log::Filter filter;
        filter.statuses = {log::Status::Pending};
        Q_EMIT signatures->filterRequested(filter);
        QVERIFY(bench.grid().isVisible());
        QTRY_COMPARE(bench.model().rowCount(), 1);
        group->trigger();
        Q_EMIT signatures->escaped();
        QVERIFY(bench.grid().isVisible());
        QVERIFY(!group->isChecked());
    }
};

QTEST_MAIN(MonitorViewsTest)
#include "tst_monitorviews.moc"
