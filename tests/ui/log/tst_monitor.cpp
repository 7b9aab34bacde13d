// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/log/monitorbench.h"
#include "ui/log/keycard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/statepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace ponte;
using Bench = testing::MonitorBench;
using testing::fillMixed;
using testing::Stage;

class MonitorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNothingYet()
    {
        Bench bench;
        const auto *state = bench.page->findChild<ui::StatePage *>(u"monitorState"_s);
        QVERIFY(state->isVisible());
        QCOMPARE(state->title(), u"Nothing in the log yet"_s);
    }

    void rowsArriveLive()
    {
        Bench bench;
        bench.stage.add({u"V-1"_s});
        QTRY_COMPARE(bench.model().rowCount(), 1);
        QVERIFY(bench.grid().isVisible());
        bench.stage.add({u"V-2"_s});
        QTRY_COMPARE(bench.model().rowCount(), 2);
    }

    void sendsANoticeAgain()
    {
        Bench bench(fillMixed);
        auto *resend = bench.page->findChild<QAction *>(u"resendNotice"_s);
        bench.grid().setCurrentIndex(bench.model().index(0, 0));
        QVERIFY(!resend->isEnabled());
        const LogRecordId record = bench.stage.add(
            {u"V-9"_s, u"broker_notice"_s, log::Status::Error, 3, 1, u"3;V-9"_s, u"O Broker respondeu 500"_s});
        QTRY_COMPARE(bench.model().rowCount(), 5);
        bench.grid().setCurrentIndex(bench.model().index(bench.model().rowOf(record), 0));
        QVERIFY(resend->isEnabled());
        auto *banner = bench.page->findChild<ui::Banner *>();
        resend->trigger();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(QString::number(record.value())), "no notice of the outbox has this record");
        bench.addNotice(u"V-9"_s);
        resend->trigger();
        QTRY_COMPARE(banner->text(), u"1 notice(s) are being sent again; nothing else is repeated."_s);
        QCOMPARE(bench.noticeState(u"V-9"_s), u"waiting"_s);
    }

    void headersAreTheEightInOrder()
    {
        Bench bench;
        QStringList headers;
        for (int column = 0; column < ui::usualLogColumnCount; ++column)
            headers.append(bench.model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        QCOMPARE(headers, QStringList({u"Log id"_s, u"Key fields"_s, u"Key values"_s, u"Status"_s, u"Functionality"_s,
                                       u"Module"_s, u"Created"_s, u"Last changed"_s}));
        const QHeaderView *header = bench.grid().horizontalHeader();
        for (int column = 0; column < bench.model().columnCount(); ++column) {
            QCOMPARE(header->isSectionHidden(column), column >= ui::usualLogColumnCount);
            QCOMPARE(header->visualIndex(column), column);
        }
    }

    void filtersByStatusAndFunctionality()
    {
        Bench bench(fillMixed);
        QCOMPARE(bench.model().rowCount(), 4);
        bench.tick(u"statusFilter"_s, u"error"_s);
        QTRY_COMPARE(bench.model().rowCount(), 2);
        bench.tick(u"functionalityFilter"_s, u"guardian"_s);
        QTRY_COMPARE(bench.model().rowCount(), 1);
        QTRY_VERIFY(bench.text(u"counts"_s).startsWith(u"1 of 4 · all time · "));
        bench.page->findChild<QToolButton *>(u"clearFilters"_s)->click();
        QTRY_COMPARE(bench.model().rowCount(), 4);
    }

    void filtersByTheContextOfTheWindow()
    {
        Bench bench(fillMixed);
        bench.context.set(CompanyId(3), {});
        QTRY_COMPARE(bench.model().rowCount(), 2);
        QTRY_VERIFY(bench.text(u"counts"_s).startsWith(u"2 of 2 · "));
        bench.context.set(CompanyId(3), LevelId(2));
        QTRY_COMPARE(bench.model().rowCount(), 0);
        QCOMPARE(bench.page->findChild<ui::StatePage *>(u"monitorState"_s)->title(), u"No record matches"_s);
    }

    void searches_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("rows");
        QTest::newRow("part of a message") << u"crédito"_s << 1;
        QTest::newRow("an RA") << u"00878180"_s << 1;
        QTest::newRow("a CPF with its mask") << u"111.444.777-35"_s << 1;
        QTest::newRow("a log id") << u"#3"_s << 1;
        QTest::newRow("a sign that SQL knows") << u"%"_s << 0;
        QTest::newRow("nothing like it") << u"zzz"_s << 0;
    }

    void searches()
    {
        QFETCH(QString, typed);
        QFETCH(int, rows);
        Bench bench(fillMixed);
        bench.type(typed);
        QTRY_COMPARE(bench.model().rowCount(), rows);
        QTRY_COMPARE(bench.model().state(), ui::LogModel::State::Ready);
    }

    void sortsByAClickOnAnIndexedColumnOnly()
    {
        Bench bench(fillMixed);
        QHeaderView *header = bench.grid().horizontalHeader();
        const auto click = [&](int column) {
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                              {header->sectionViewportPosition(column) + 20, header->height() / 2});
        };
        click(0);
        QTRY_COMPARE(bench.model().index(0, 0).data().toString(), u"1"_s);
        click(1);
        QCOMPARE(bench.model().order().column, log::SortColumn::Id);
        QCOMPARE(header->sortIndicatorSection(), 0);
        click(7);
        QTRY_COMPARE(bench.model().order().column, log::SortColumn::ChangedAt);
    }

    void aRowThatMovesUpStaysChosen()
    {
        Bench bench([](Stage &stage) { stage.addMany(20, {}); });
        QHeaderView *header = bench.grid().horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(int(ui::LogColumn::Changed)) + 20, header->height() / 2});
        QTRY_COMPARE(bench.model().order().column, log::SortColumn::ChangedAt);
        QTRY_COMPARE(bench.model().state(), ui::LogModel::State::Ready);
        const LogRecordId chosen = bench.model().recordAt(7)->id;
        const QString origin = bench.model().recordAt(7)->key.origin;
        bench.grid().setCurrentIndex(bench.model().index(7, 0));
        QTRY_COMPARE(bench.items().model()->rowCount(), 1);
        bench.stage.clock().set(bench.stage.clock().now().addSecs(5));
        bench.stage.add({origin, u"contract_activation"_s, log::Status::Error});
        QTRY_COMPARE(bench.model().rowOf(chosen), 0);
        QCOMPARE(bench.grid().currentIndex().row(), 0);
        QCOMPARE(bench.grid().selectionModel()->selectedRows().size(), 1);
        QTRY_COMPARE(bench.items().model()->rowCount(), 2);
    }

    void choosesAllThatMatchInTwoSteps()
    {
        Bench bench([](Stage &stage) { stage.addMany(10'050, {}); });
        QTRY_VERIFY(bench.model().rowCount() >= 10'000);
        bench.grid().setFocus();
        QTest::keyClick(&bench.grid(), Qt::Key_A, Qt::ControlModifier);
        auto *all = bench.page->findChild<QPushButton *>(u"chooseAllMatching"_s);
        QVERIFY(all->isVisible());
        QVERIFY(bench.text(u"selection"_s).contains(QLocale().toString(bench.model().rowCount())));
        QSignalSpy requests(bench.page.get(), &ui::MonitorPage::reprocessRequested);
        all->click();
        QVERIFY(!all->isVisible());
        bench.page->findChild<QAction *>(u"reprocess"_s)->trigger();
        QCOMPARE(requests.count(), 1);
        QVERIFY(requests.first().first().value<QList<LogRecordId>>().isEmpty());
        // The view itself would still see the Ctrl of the key above.
        bench.grid().selectionModel()->setCurrentIndex(bench.model().index(3, 0),
                                                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QVERIFY(!bench.page->findChild<QLabel *>(u"selection"_s)->isVisible());
        bench.page->findChild<QAction *>(u"reprocess"_s)->trigger();
        QTRY_COMPARE(requests.count(), 2);
        QCOMPARE(requests.last().first().value<QList<LogRecordId>>().size(), 1);
    }

    void refusesMoreThanCanBeChosenOneByOne()
    {
        Bench bench([](Stage &stage) { stage.addMany(10'500, {}); });
        QTRY_VERIFY(bench.model().rowCount() >= 10'000);
        bench.grid().scrollToBottom();
        QTRY_VERIFY(bench.model().rowCount() > 10'001);
        const QItemSelection rows(bench.model().index(0, 0), bench.model().index(10'000, ui::logColumnCount - 1));
        bench.grid().selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
        QSignalSpy requests(bench.page.get(), &ui::MonitorPage::reprocessRequested);
        auto *banner = bench.page->findChild<ui::Banner *>();
        QVERIFY(banner && !banner->isVisible());
        bench.page->findChild<QAction *>(u"reprocess"_s)->trigger();
        QVERIFY(banner->isVisible());
        QCOMPARE(requests.count(), 0);
    }

    void chosenRowsStayWhileOthersArrive()
    {
        Bench bench([](Stage &stage) { stage.addMany(300, {}); });
        QItemSelection rows(bench.model().index(2, 0), bench.model().index(5, ui::logColumnCount - 1));
        bench.grid().selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
        const LogRecordId first = bench.model().recordAt(2)->id;
        bench.stage.addMany(600, {u"new"_s});
        auto *waiting = bench.page->findChild<QPushButton *>(u"waitingRows"_s);
        QTRY_VERIFY(waiting->isVisible());
        QCOMPARE(bench.model().recordAt(2)->id, first);
        QCOMPARE(bench.grid().selectionModel()->selectedRows().size(), 4);
    }

    void showsItsKeys()
    {
        Bench bench(fillMixed);
        bench.grid().setFocus();
        QTest::keyClick(&bench.grid(), Qt::Key_Question, Qt::ShiftModifier);
        const QPointer<ui::KeyCard> card(bench.page->findChild<ui::KeyCard *>());
        QVERIFY(card);
        QVERIFY(card->isVisible());
        QTest::keyClick(card, Qt::Key_Escape);
        QTRY_VERIFY(!card);
        QVERIFY(bench.items().isVisible());
    }

    void newRowsDoNotMoveWhatIsRead()
    {
        Bench bench([](Stage &stage) { stage.addMany(400, {}); });
        bench.grid().verticalScrollBar()->setValue(2000);
        const QModelIndex read = bench.grid().indexAt({5, 5});
        const QString key = bench.model().index(read.row(), 2).data().toString();
        bench.stage.add({u"new"_s});
        auto *waiting = bench.page->findChild<QPushButton *>(u"waitingRows"_s);
        QTRY_VERIFY(waiting->isVisible());
        QCOMPARE(waiting->text(), u"1 new"_s);
        QCOMPARE(bench.model().index(bench.grid().indexAt({5, 5}).row(), 2).data().toString(), key);
        waiting->click();
        QTRY_COMPARE(bench.model().index(0, 2).data().toString(), u"3;new;77"_s);
        QVERIFY(bench.grid().isAtTop());
        QVERIFY(!waiting->isVisible());
    }

    void showsTheItemsOfTheChosenRecord()
    {
        Bench bench([](Stage &stage) {
            fillMixed(stage);
            stage.add({u"V-1"_s,
                       u"contract_activation"_s,
                       log::Status::Success,
                       3,
                       1,
                       u"3;00878180;77;LC1"_s,
                       u"Contrato efetivado"_s,
                       {u"{\"ra\":\"00878180\"}"_s, u"{\"numeroContrato\":\"77\"}"_s, {}}});
        });
        const int row = bench.model().rowOf(LogRecordId(2));
        bench.grid().setCurrentIndex(bench.model().index(row, 0));
        QTRY_COMPARE(bench.items().model()->rowCount(), 2);
        QCOMPARE(bench.items().model()->columnCount(), 8);
        const auto cell = [&](int itemRow, int column) {
            return bench.items().model()->index(itemRow, column).data().toString();
        };
        QCOMPARE(cell(0, 1), u"2"_s);
        QCOMPARE(cell(0, 2), u"Contrato efetivado"_s);
        QCOMPARE(cell(0, 3), u"Success"_s);
        QCOMPARE(cell(1, 3), u"Error"_s);
        QTRY_COMPARE(cell(1, 5), u"{\"code\":\"FIN-2041\"}"_s);
        QTRY_COMPARE(bench.code(u"sentData"_s), u"{\n  \"ra\": \"00878180\"\n}"_s);
        bench.items().setCurrentIndex(bench.items().model()->index(1, 0));
        QTRY_COMPARE(bench.code(u"receivedData"_s), u"{\n  \"code\": \"FIN-2041\"\n}"_s);
    }

    void aNewExecutionShowsUpInTheItems()
    {
        Bench bench(fillMixed);
        bench.grid().setCurrentIndex(bench.model().index(bench.model().rowOf(LogRecordId(2)), 0));
        QTRY_COMPARE(bench.items().model()->rowCount(), 1);
        bench.stage.clock().set(bench.stage.clock().now().addSecs(5));
        bench.stage.add(
            {u"V-1"_s, u"contract_activation"_s, log::Status::Error, 3, 1, u"3;00878180;77;LC1"_s, u"De novo"_s});
        QTRY_COMPARE(bench.items().model()->rowCount(), 2);
    }

    void worksByKeyboard()
    {
        Bench bench(fillMixed);
        ui::Grid &grid = bench.grid();
        grid.setFocus();
        grid.setCurrentIndex(bench.model().index(0, 0));
        QTest::keyClick(&grid, Qt::Key_J);
        QTest::keyClick(&grid, Qt::Key_J);
        QCOMPARE(grid.currentIndex().row(), 2);
        QTest::keyClick(&grid, Qt::Key_K);
        QCOMPARE(grid.currentIndex().row(), 1);
        QTest::keyClick(&grid, Qt::Key_Return);
        QTRY_VERIFY(bench.items().hasFocus());
        QTest::keyClick(&bench.items(), Qt::Key_Escape);
        QVERIFY(grid.hasFocus());
        QTest::keyClick(&grid, Qt::Key_Escape);
        QVERIFY(!bench.items().isVisible());
        QTest::keyClick(&grid, Qt::Key_Slash);
        auto *search = bench.page->findChild<QLineEdit *>(u"searchBox"_s);
        QVERIFY(search->hasFocus());
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(grid.hasFocus());
        QTest::keyClick(&grid, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(search->hasFocus());
    }

    void copiesRowsAsTsv()
    {
        Bench bench(fillMixed);
        bench.grid().setFocus();
        bench.grid().selectAll();
        QTest::keyClick(&bench.grid(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"Log id\tKey fields\tKey values\tStatus\t"));
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines.at(2).contains(u"\t2;00454311;81;LC2\tPending\t"));
    }

    void nothingCanBeEdited()
    {
        Bench bench(fillMixed);
        bench.grid().setCurrentIndex(bench.model().index(0, 0));
        QTRY_COMPARE(bench.items().model()->rowCount(), 1);
        for (ui::Grid *grid : {&bench.grid(), &bench.items()}) {
            QCOMPARE(grid->editTriggers(), QAbstractItemView::NoEditTriggers);
            grid->edit(grid->model()->index(0, 2));
            QTest::keyClick(grid, Qt::Key_Delete);
            QTest::keyClick(grid, Qt::Key_F2);
            QVERIFY(!grid->findChild<QLineEdit *>());
        }
        for (const QPlainTextEdit *text : bench.page->findChildren<QPlainTextEdit *>())
            QVERIFY(text->isReadOnly());
        QCOMPARE(bench.model().rowCount(), 4);
    }

    void remembersColumnsAndPanel()
    {
        Bench bench(fillMixed);
        bench.grid().setColumnWidth(2, 321);
        bench.grid().setFocus();
        QTest::keyClick(&bench.grid(), Qt::Key_Escape);
        ui::MonitorPage again(bench.stage.session(), bench.context, bench.stage.settings());
        QCOMPARE(again.findChild<ui::Grid *>(u"logGrid"_s)->columnWidth(2), 321);
        again.show();
        again.enter();
        QTRY_VERIFY(again.findChild<ui::Grid *>(u"logGrid"_s)->isVisible());
        QVERIFY(!again.findChild<ui::Grid *>(u"itemGrid"_s)->isVisible());
    }
};

QTEST_MAIN(MonitorTest)
#include "tst_monitor.moc"
