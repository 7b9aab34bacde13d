// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/support/stage.h"
#include "ui/log/logmodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using testing::Stage;
using ui::LogColumn;
using ui::LogModel;

class LogModelTest final : public QObject
{
    Q_OBJECT

private:
    struct Bench {
        Stage stage;
        ui::LogNames names {{&stage.services().descriptor}};
        LogModel model {stage.services().database.reads(), stage.clock(), names};
        QAbstractItemModelTester tester {&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

        void query(const log::Filter &filter = {}, const log::Sort &sort = {})
        {
            model.setQuery(filter, sort);
            QTRY_COMPARE(model.state(), LogModel::State::Ready);
            QTRY_VERIFY(model.counts().has_value());
        }
        [[nodiscard]] QString cell(int row, LogColumn column) const
        {
            return model.index(row, int(column)).data().toString();
        }
        [[nodiscard]] QStringList keys(int rows) const
        {
            QStringList texts;
            for (int row = 0; row < rows; ++row)
                texts.append(cell(row, LogColumn::KeyValues));
            return texts;
        }
    };

private Q_SLOTS:
    void startsEmpty()
    {
        Bench bench;
        QCOMPARE(bench.model.rowCount(), 0);
        bench.query();
        QCOMPARE(bench.model.rowCount(), 0);
        QCOMPARE(bench.model.counts()->matching.value, 0);
    }

    void showsTheEightColumnsOfARecord()
    {
        Bench bench;
        bench.stage.add({u"V-1"_s, u"contract_activation"_s, log::Status::Error, 3, 1, u"3;00878180;77;LC1"_s});
        bench.query();
        QCOMPARE(bench.model.rowCount(), 1);
        QCOMPARE(bench.model.columnCount(), ui::logColumnCount);
        QCOMPARE(bench.cell(0, LogColumn::Id), u"1"_s);
        QCOMPARE(bench.cell(0, LogColumn::KeyFields), u"CODCOLIGADA;RA;IDPERLET;CODCONTRATO"_s);
        QCOMPARE(bench.cell(0, LogColumn::KeyValues), u"3;00878180;77;LC1"_s);
        QCOMPARE(bench.cell(0, LogColumn::Status), u"Error"_s);
        QCOMPARE(bench.cell(0, LogColumn::Functionality), u"ERP contract activation"_s);
        QCOMPARE(bench.cell(0, LogColumn::Module), u"Loja Click - Export"_s);
        QCOMPARE(bench.cell(0, LogColumn::Created), u"22/11/2026 14:03:22"_s);
        QCOMPARE(bench.model.index(0, int(LogColumn::Changed)).data(Qt::ToolTipRole).toString(),
                 u"22/11/2026 17:03:22 UTC"_s);
    }

    void cannotBeEdited()
    {
        Bench bench;
        bench.stage.add({u"V-1"_s});
        bench.query();
        for (int column = 0; column < bench.model.columnCount(); ++column) {
            const QModelIndex index = bench.model.index(0, column);
            QVERIFY(!(index.flags() & Qt::ItemIsEditable));
            QVERIFY(!bench.model.setData(index, u"x"_s));
        }
        QVERIFY(!bench.model.insertRow(0));
        QVERIFY(!bench.model.removeRow(0));
    }

    void reachesTheLastRowWithoutReadingAll()
    {
        Bench bench;
        bench.stage.addMany(3000, {});
        bench.query();
        QTRY_COMPARE(bench.model.rowCount(), 3000);
        bench.model.setVisibleRows(2970, 2999);
        QTRY_COMPARE(bench.cell(2999, LogColumn::KeyValues), u"3;V-1;77"_s);
        QCOMPARE(bench.cell(0, LogColumn::KeyValues), u"3;V-3000;77"_s);
        QVERIFY(bench.model.heldPageCount() < 6);
    }

    void holdsABoundedNumberOfPages()
    {
        Bench bench;
        bench.stage.addMany(9984, {});
        bench.query();
        QTRY_COMPARE(bench.model.rowCount(), 9984);
        for (int row = 0; row < 9984; row += 256) {
            bench.model.setVisibleRows(row, row + 30);
            QTRY_VERIFY(bench.model.recordAt(row + 30));
        }
        QCOMPARE(bench.model.heldPageCount(), LogModel::heldPages);
        // A page that was dropped comes back as it was.
        bench.model.setVisibleRows(600, 630);
        QTRY_COMPARE(bench.cell(600, LogColumn::KeyValues), u"3;V-9384;77"_s);
    }

    void growsBeyondTheExactCount()
    {
        Bench bench;
        bench.stage.addMany(10'300, {});
        bench.query();
        QTRY_COMPARE(bench.model.rowCount(), 10'000);
        int known = 0;
        while (known != bench.model.rowCount()) {
            known = bench.model.rowCount();
            bench.model.setVisibleRows(known - 30, known - 1);
            QTRY_VERIFY(bench.model.recordAt(bench.model.rowCount() - 1));
        }
        QCOMPARE(bench.model.rowCount(), 10'300);
        QCOMPARE(bench.cell(10'299, LogColumn::KeyValues), u"3;V-1;77"_s);
    }

    void sortsInTheDatabase()
    {
        Bench bench;
        bench.stage.addMany(3, {});
        bench.query({}, {log::SortColumn::CreatedAt, false});
        QCOMPARE(bench.keys(3), QStringList({u"3;V-1;77"_s, u"3;V-2;77"_s, u"3;V-3;77"_s}));
    }

    void newRowsComeInAtTheTopWhileFollowing()
    {
        Bench bench;
        bench.stage.addMany(300, {});
        bench.query();
        bench.stage.add({u"new"_s});
        bench.model.refresh();
        QTRY_COMPARE(bench.model.rowCount(), 301);
        QCOMPARE(bench.cell(0, LogColumn::KeyValues), u"3;new;77"_s);
        QCOMPARE(bench.model.waitingRows(), 0);
    }

    void newRowsWaitWhileAPersonReadsFurtherDown()
    {
        Bench bench;
        bench.stage.addMany(300, {});
        bench.query();
        QTRY_COMPARE(bench.model.rowCount(), 300);
        bench.model.setFollowing(false);
        QSignalSpy inserted(&bench.model, &QAbstractItemModel::rowsInserted);
        bench.stage.add({u"new-1"_s});
        bench.stage.add({u"new-2"_s});
        bench.model.refresh();
        QTRY_COMPARE(bench.model.waitingRows(), 2);
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(bench.cell(0, LogColumn::KeyValues), u"3;V-300;77"_s);
        bench.model.letNewRowsIn();
        QCOMPARE(bench.keys(3), QStringList({u"3;new-2;77"_s, u"3;new-1;77"_s, u"3;V-300;77"_s}));
    }

    void manyNewRowsAreReadAnew()
    {
        Bench bench;
        bench.stage.add({u"old"_s});
        bench.query();
        bench.model.setFollowing(false);
        bench.stage.addMany(700, {});
        bench.model.refresh();
        QTRY_VERIFY(bench.model.moreWaiting());
        bench.model.letNewRowsIn();
        QTRY_COMPARE(bench.model.rowCount(), 701);
        QTRY_COMPARE(bench.cell(0, LogColumn::KeyValues), u"3;V-700;77"_s);
    }

    void theFirstPageIsSplitWhenItGrows()
    {
        Bench bench;
        bench.stage.addMany(200, {});
        bench.query();
        for (int wave = 0; wave < 3; ++wave) {
            for (int i = 0; i < 3; ++i)
                bench.stage.add({u"wave-%1-%2"_s.arg(wave).arg(i)});
            Stage::Row like;
            like.functionality = QStringList {u"guardian"_s, u"student"_s, u"pre_contract"_s}.at(wave);
            bench.stage.addMany(130, like);
            bench.model.refresh();
            QTRY_COMPARE(bench.model.rowCount(), 200 + 133 * (wave + 1));
        }
        QCOMPARE(bench.cell(598, LogColumn::KeyValues), u"3;V-1;77"_s);
        QCOMPARE(bench.cell(130, LogColumn::KeyValues), u"3;wave-2-2;77"_s);
    }

    void aRowInSightIsUpdatedWhereItStands()
    {
        Bench bench;
        bench.stage.add({u"V-1"_s, u"contract_activation"_s, log::Status::Pending});
        bench.stage.add({u"V-2"_s, u"contract_activation"_s, log::Status::Pending});
        log::Filter pending;
        pending.statuses = {log::Status::Pending};
        bench.query(pending);
        bench.model.setVisibleRows(0, 1);
        QSignalSpy changed(&bench.model, &LogModel::recordChanged);
        bench.stage.clock().set(bench.stage.clock().now().addSecs(60));
        bench.stage.add({u"V-1"_s, u"contract_activation"_s, log::Status::Success});
        bench.model.refresh();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(bench.cell(1, LogColumn::Status), u"Success"_s);
        QCOMPARE(bench.model.rowCount(), 2);
        QTRY_COMPARE(bench.model.counts()->matching.value, 1);
    }

    void sortedByChangeARecordMovesToTheTopOnce()
    {
        Bench bench;
        bench.stage.addMany(5, {});
        bench.query({}, {log::SortColumn::ChangedAt, true});
        bench.model.setVisibleRows(0, 4);
        bench.stage.clock().set(bench.stage.clock().now().addSecs(60));
        bench.stage.add({u"V-2"_s});
        bench.model.refresh();
        QTRY_COMPARE(bench.cell(0, LogColumn::KeyValues), u"3;V-2;77"_s);
        QCOMPARE(bench.model.rowCount(), 5);
        QStringList keys = bench.keys(5);
        QCOMPARE(keys.removeDuplicates(), 0);
    }

    void anEmptyViewFillsByItself()
    {
        Bench bench;
        bench.query();
        bench.stage.add({u"V-1"_s});
        bench.model.refresh();
        QTRY_COMPARE(bench.model.rowCount(), 1);
    }

    void aLaterQueryWinsOverAnEarlierOne()
    {
        Bench bench;
        bench.stage.addMany(500, {});
        bench.stage.add({u"other"_s, u"guardian"_s});
        log::Filter guardian;
        guardian.functionalities = {u"guardian"_s};
        bench.model.setQuery({}, {});
        bench.model.setQuery(guardian, {});
        QTRY_COMPARE(bench.model.state(), LogModel::State::Ready);
        QTRY_VERIFY(bench.model.counts().has_value());
        QCOMPARE(bench.model.rowCount(), 1);
        QCOMPARE(bench.model.counts()->matching.value, 1);
        QCOMPARE(bench.model.counts()->all.value, 501);
    }

    void copiesRowsThatAreNotHeld()
    {
        Bench bench;
        bench.stage.addMany(2000, {});
        bench.query();
        QTRY_COMPARE(bench.model.rowCount(), 2000);
        QList<log::Record> copied;
        bench.model.fetch({0, 1000, 1999}, [&](const Result<QList<log::Record>> &records) { copied = *records; });
        QTRY_COMPARE(copied.size(), 3);
        QCOMPARE(copied.at(0).keyValues, u"3;V-2000;77"_s);
        QCOMPARE(copied.at(1).keyValues, u"3;V-1000;77"_s);
        QCOMPARE(copied.at(2).keyValues, u"3;V-1;77"_s);
        const QString tsv =
            ui::toTsv(copied, {LogColumn::Id, LogColumn::KeyFields, LogColumn::KeyValues}, bench.model.cellContext());
        QCOMPARE(tsv.count(u'\n'), 4);
        QCOMPARE(tsv.section(u'\n', 1, 1).count(u'\t'), 2);
    }

    void goesWhileReadsAreUnderWay()
    {
        Bench bench;
        bench.stage.addMany(600, {});
        for (int i = 0; i < 50; ++i) {
            LogModel model(bench.stage.services().database.reads(), bench.stage.clock(), bench.names);
            model.setQuery({}, {});
        }
        bench.query();
        QTRY_COMPARE(bench.model.rowCount(), 600);
    }
};

QTEST_GUILESS_MAIN(LogModelTest)
#include "tst_logmodel.moc"
