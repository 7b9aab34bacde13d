// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/support/testdatabase.h"
#include "tests/ui/support/names.h"
#include "tests/ui/support/settle.h"
#include "ui/log/monitorpage.h"
#include "ui/reprocess/batchlist.h"
#include "ui/reprocess/entrymodel.h"
#include "ui/reprocess/planshares.h"
#include "ui/reprocess/reprocessdesk.h"
#include "ui/reprocess/reprocessdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/statepage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using log::Status;
using testing::doubledMnemonics;
using testing::namelessControls;
using testing::settle;
using testing::Stage;

class ReprocessTest final : public QObject
{
    Q_OBJECT

private:
    /// A console's window with the desk of reprocesses, on an empty database.
    struct Bench {
        test::TestDatabase home;
        Stage stage;
        ui::Directory directory;
        QWidget window;
        std::unique_ptr<ui::ReprocessDesk> desk;

        explicit Bench(const QString &backend)
            : home(backend, false)
            , stage(home.address())
            , directory(stage.session())
        {
            window.resize(1100, 700);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            openDesk();
        }
        void openDesk() { desk = std::make_unique<ui::ReprocessDesk>(stage.session(), directory, window); }

        LogRecordId add(const QString &origin, Status status, const QString &functionality = u"contract_activation"_s,
                        qint64 company = 3)
        {
            return stage.add({origin, functionality, status, company});
        }
        /// Two in error, one pending, one cancelled, one successful, and one of another functionality.
        QList<LogRecordId> addUsual()
        {
            const QList<LogRecordId> ids {add(u"V-1"_s, Status::Error), add(u"V-2"_s, Status::Error),
                                          add(u"V-3"_s, Status::Pending)};
            add(u"V-4"_s, Status::Cancelled);
            add(u"V-5"_s, Status::Success);
            add(u"V-6"_s, Status::Error, u"guardian"_s);
            return ids;
        }
        [[nodiscard]] ui::ReprocessDialog *dialog() const { return window.findChild<ui::ReprocessDialog *>(); }
        template<class T>
        [[nodiscard]] T *find(const QString &name) const
        {
            return dialog() ? dialog()->findChild<T *>(name) : nullptr;
        }
        [[nodiscard]] QString text(const QString &label) const
        {
            const auto *found = find<QLabel>(label);
            return found ? found->text() : QString();
        }
        void openPlan(const QList<LogRecordId> &selected = {}, log::Filter filter = {})
        {
            filter.company = CompanyId(3);
            desk->openPlan({selected, filter});
        }
        /// Opens the plan of everything and confirms it; the batch that it became.
        work::Batch confirmAll()
        {
            openPlan();
            if (!QTest::qWaitFor([&] { return find<QPushButton>(u"confirmPlan"_s)->isEnabled(); }))
                qFatal("there is no plan");
            find<QPushButton>(u"confirmPlan"_s)->click();
            if (!QTest::qWaitFor([&] { return dialog()->batchId() != 0; }))
                qFatal("the plan was not confirmed");
            return *batch(dialog()->batchId());
        }
        [[nodiscard]] storage::Connection &connection()
        {
            const auto connection = stage.services().database.reads().here();
            if (!connection)
                qFatal("%s", qUtf8Printable(connection.error().message));
            return **connection;
        }
        [[nodiscard]] QList<work::Batch> batches() { return work::batches(connection(), 50).value(); }
        [[nodiscard]] std::optional<work::Batch> batch(qint64 id) { return work::batch(connection(), id).value(); }
        [[nodiscard]] QList<LogRecordId> records(qint64 id)
        {
            QList<LogRecordId> found;
            const work::EntryFilter waiting {{work::EntryState::Waiting}, {}};
            const auto entries = work::entries(connection(), id, waiting, LogRecordId(), 1000);
            for (const work::BatchEntry &entry : *entries)
                found.append(entry.record);
            return found;
        }
        [[nodiscard]] qint64 plans() const
        {
            return home.number(u"SELECT count(*) FROM batch WHERE state = 'planned'"_s);
        }
    };

    static QString backend()
    {
        QFETCH_GLOBAL(QString, backend);
        return backend;
    }

    static QStringList column(const QAbstractItemModel &model, int column)
    {
        QStringList cells;
        for (int row = 0; row < model.rowCount(); ++row)
            cells.append(model.index(row, column).data().toString());
        return cells;
    }

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void showsThePlanBeforeAnythingRuns()
    {
        Bench bench(backend());
        bench.addUsual();
        bench.openPlan();
        QTRY_COMPARE(bench.text(u"planHeading"_s), u"3 included · 0 left out"_s);
        auto *entries = bench.find<ui::Grid>(u"planEntries"_s)->model();
        QTRY_COMPARE(entries->rowCount(), 3);
        QCOMPARE(column(*entries, ui::EntryModel::Outcome), QStringList(3, u"Included"_s));
        QCOMPARE(column(*entries, ui::EntryModel::Reason),
                 QStringList({u"the status is Error"_s, u"the status is Error"_s, u"the status is Pending"_s}));
        auto *shares = bench.find<ui::Grid>(u"planShares"_s)->model();
        QTRY_VERIFY(shares->rowCount() > 0);
        QCOMPARE(column(*shares, ui::PlanShares::Value).first(), u"the status is Error"_s);
        QCOMPARE(column(*shares, ui::PlanShares::Included).first(), u"2"_s);
        QVERIFY(column(*shares, ui::PlanShares::Value).contains(u"3"_s));
        QVERIFY(bench.batches().isEmpty());
        QVERIFY(bench.find<QPushButton>(u"confirmPlan"_s)->text().contains(u"3"));
    }

    void closingForgetsThePlan()
    {
        Bench bench(backend());
        bench.addUsual();
        bench.openPlan();
        QTRY_VERIFY(bench.find<QPushButton>(u"confirmPlan"_s)->isEnabled());
        QCOMPARE(bench.plans(), 1);
        bench.dialog()->close();
        QTRY_COMPARE(bench.plans(), 0);
        QVERIFY(bench.batches().isEmpty());
    }

    void enterAloneStartsNothing()
    {
        Bench bench(backend());
        bench.addUsual();
        bench.openPlan();
        QTRY_VERIFY(bench.find<QPushButton>(u"confirmPlan"_s)->isEnabled());
        bench.find<ui::Grid>(u"planEntries"_s)->setFocus();
        QTest::keyClick(bench.dialog(), Qt::Key_Return);
        QTest::keyClick(bench.find<QSpinBox>(u"rate"_s), Qt::Key_Return);
        QVERIFY(bench.batches().isEmpty());
        QCOMPARE(bench.dialog()->batchId(), 0);
    }

    void refusesAForbiddenSelectionAndNamesIt()
    {
        Bench bench(backend());
        const LogRecordId good = bench.add(u"V-1"_s, Status::Error);
        const LogRecordId successful = bench.add(u"V-2"_s, Status::Success);
        bench.openPlan({good, successful});
        auto *state = bench.find<ui::StatePage>(u"planState"_s);
        QTRY_COMPARE(state->title(), u"This cannot be reprocessed"_s);
        QVERIFY(state->text().contains(QString::number(successful.value())));
        QVERIFY(!bench.find<QPushButton>(u"confirmPlan"_s)->isEnabled());
    }

    void aSelectionMayHoldCancelledOnes()
    {
        Bench bench(backend());
        const LogRecordId cancelled = bench.add(u"V-1"_s, Status::Cancelled);
        bench.add(u"V-2"_s, Status::Error);
        bench.openPlan({cancelled});
        QTRY_COMPARE(bench.text(u"planHeading"_s), u"1 included · 0 left out"_s);
        bench.find<QRadioButton>(u"scopeEverything"_s)->click();
        auto *entries = bench.find<ui::Grid>(u"planEntries"_s)->model();
        QTRY_COMPARE(column(*entries, ui::EntryModel::Reason), QStringList {u"the status is Error"_s});
        QTRY_COMPARE(bench.plans(), 1);
    }

    void takesOnlyTheFirst()
    {
        Bench bench(backend());
        bench.addUsual();
        bench.openPlan();
        QTRY_VERIFY(bench.find<QPushButton>(u"confirmPlan"_s)->isEnabled());
        bench.find<QSpinBox>(u"first"_s)->setValue(2);
        QVERIFY2(!bench.find<QPushButton>(u"confirmPlan"_s)->isEnabled(), "the plan shown is not what is asked for");
        QTRY_COMPARE(bench.text(u"planHeading"_s), u"2 included · 1 left out"_s);
        QTRY_VERIFY(bench.find<QPushButton>(u"confirmPlan"_s)->isEnabled());
        QTRY_COMPARE(bench.plans(), 1);
    }

    void nothingToDoSaysSo()
    {
        Bench bench(backend());
        bench.add(u"V-1"_s, Status::Success);
        bench.openPlan();
        QTRY_COMPARE(bench.text(u"planHeading"_s), u"Nothing to reprocess"_s);
        QVERIFY(!bench.find<QPushButton>(u"confirmPlan"_s)->isEnabled());
    }

    void runsExactlyWhatWasShown()
    {
        Bench bench(backend());
        const QList<LogRecordId> ids = bench.addUsual();
        bench.openPlan();
        QTRY_VERIFY(bench.find<QPushButton>(u"confirmPlan"_s)->isEnabled());
        bench.add(u"V-9"_s, Status::Error);
        bench.find<QSpinBox>(u"rate"_s)->setValue(5);
        bench.find<QCheckBox>(u"canary"_s)->setChecked(true);
        bench.find<QCheckBox>(u"resetAttempts"_s)->setChecked(true);
        bench.find<QPushButton>(u"confirmPlan"_s)->click();
        QTRY_VERIFY(bench.dialog()->batchId() != 0);
        const work::Batch batch = *bench.batch(bench.dialog()->batchId());
        QCOMPARE(bench.records(batch.id), ids);
        QCOMPARE(batch.options, (work::BatchOptions {true, 5, true}));
        QCOMPARE(batch.who, u"analista"_s);
    }

    void enterTwiceMakesOneBatch()
    {
        Bench bench(backend());
        bench.addUsual();
        bench.openPlan();
        auto *confirm = bench.find<QPushButton>(u"confirmPlan"_s);
        QTRY_VERIFY(confirm->isEnabled());
        confirm->setFocus();
        QTest::keyClick(confirm, Qt::Key_Return);
        QTest::keyClick(confirm, Qt::Key_Return);
        QTRY_VERIFY(bench.dialog()->batchId() != 0);
        QTest::keyClick(bench.dialog(), Qt::Key_Return);
        QCOMPARE(bench.batches().size(), 1);
        QCOMPARE(bench.home.number(u"SELECT count(*) FROM batch"_s), 1);
    }

    void manyNeedAWord()
    {
        Bench bench(backend());
        bench.stage.addMany(500, {{}, u"contract_activation"_s, Status::Error});
        bench.openPlan();
        auto *consent = bench.find<QCheckBox>(u"consent"_s);
        QTRY_VERIFY(consent->isVisible());
        QVERIFY(!bench.find<QPushButton>(u"confirmPlan"_s)->isEnabled());
        consent->setChecked(true);
        QVERIFY(bench.find<QPushButton>(u"confirmPlan"_s)->isEnabled());
        auto *grid = bench.find<ui::Grid>(u"planEntries"_s);
        QTRY_COMPARE(grid->model()->rowCount(), ui::EntryModel::pageSize);
        grid->scrollToBottom();
        QTRY_VERIFY(grid->model()->rowCount() > ui::EntryModel::pageSize);
    }

    void countersAddUpToTheEnd()
    {
        Bench bench(backend());
        const QList<LogRecordId> ids = bench.addUsual();
        const work::Batch batch = bench.confirmAll();
        const auto number = [&](const QString &name) { return bench.text(name); };
        QTRY_COMPARE(number(u"remaining"_s), u"3"_s);
        settle(bench.stage, batch.id, ids.at(0), work::EntryState::Succeeded);
        QTRY_COMPARE(number(u"succeeded"_s), u"1"_s);
        QCOMPARE(number(u"remaining"_s), u"2"_s);
        settle(bench.stage, batch.id, ids.at(1), work::EntryState::Failed, u"Cliente com restrição de crédito"_s);
        settle(bench.stage, batch.id, ids.at(2), work::EntryState::NotAttempted, u"O destino está parado"_s);
        QTRY_COMPARE(bench.text(u"batchHeading"_s), u"Reprocess %1 · Finished"_s.arg(batch.id));
        QCOMPARE(number(u"planned"_s), u"3"_s);
        QCOMPARE(number(u"failed"_s), u"1"_s);
        QCOMPARE(number(u"notAttempted"_s), u"1"_s);
        QCOMPARE(number(u"remaining"_s), u"0"_s);
        QVERIFY(!bench.find<QPushButton>(u"cancelBatch"_s)->isVisible());
        auto *entries = bench.find<ui::Grid>(u"batchEntries"_s)->model();
        QTRY_COMPARE(column(*entries, ui::EntryModel::Outcome),
                     QStringList({u"Succeeded"_s, u"Failed"_s, u"Not attempted"_s}));
        bench.find<QTabBar>(u"batchTabs"_s)->setCurrentIndex(1);
        QTRY_COMPARE(column(*entries, ui::EntryModel::Reason), QStringList {u"Cliente com restrição de crédito"_s});
    }

    void theSummaryLeadsToWhatFailed()
    {
        Bench bench(backend());
        const QList<LogRecordId> ids = bench.addUsual();
        const work::Batch batch = bench.confirmAll();
        settle(bench.stage, batch.id, ids.at(0), work::EntryState::Succeeded);
        settle(bench.stage, batch.id, ids.at(1), work::EntryState::Failed);
        settle(bench.stage, batch.id, ids.at(2), work::EntryState::NotAttempted);
        auto *link = bench.find<QPushButton>(u"showFailures"_s);
        QTRY_VERIFY(link->text().contains(u"2"));
        log::Filter chosen;
        connect(bench.desk.get(), &ui::ReprocessDesk::filterChosen, this,
                [&chosen](const log::Filter &filter) { chosen = filter; });
        link->click();
        QTRY_COMPARE(chosen.ids, (QList<LogRecordId> {ids.at(1), ids.at(2)}));
        QCOMPARE(chosen.company, std::optional(CompanyId(3)));
    }

    void pausesResumesAndCancels()
    {
        Bench bench(backend());
        bench.addUsual();
        const work::Batch batch = bench.confirmAll();
        auto *pause = bench.find<QPushButton>(u"pauseBatch"_s);
        QCOMPARE(pause->text(), u"&Pause"_s);
        pause->click();
        QTRY_COMPARE(pause->text(), u"&Resume"_s);
        QCOMPARE(bench.batch(batch.id)->state, work::BatchState::Paused);
        QCOMPARE(bench.text(u"batchNotice"_s), u"Paused by analista."_s);
        QTRY_VERIFY(pause->isEnabled());
        pause->click();
        QTRY_COMPARE(pause->text(), u"&Pause"_s);
        QTRY_VERIFY(bench.find<QPushButton>(u"cancelBatch"_s)->isEnabled());
        bench.find<QPushButton>(u"cancelBatch"_s)->click();
        QTRY_COMPARE(bench.text(u"batchHeading"_s), u"Reprocess %1 · Cancelled"_s.arg(batch.id));
        QTRY_COMPARE(bench.text(u"notAttempted"_s), u"3"_s);
    }

    void isFoundAgainAfterARestart()
    {
        Bench bench(backend());
        const QList<LogRecordId> ids = bench.addUsual();
        const qint64 id = bench.confirmAll().id;
        const QString key = u"batch-%1"_s.arg(id);
        QTRY_VERIFY(bench.stage.activity().isRunning(key));
        bench.dialog()->close();
        bench.desk.reset();
        QVERIFY(!bench.stage.activity().isRunning(key));
        QVERIFY2(bench.batch(id)->isActive(), "closing the console does not cancel");
        bench.openDesk();
        QTRY_VERIFY(bench.stage.activity().isRunning(key));
        const auto entries = bench.stage.activity().entries();
        QCOMPARE(entries.first().job.title(), u"Reprocess %1"_s.arg(id));
        entries.first().job.open();
        QTRY_COMPARE(bench.text(u"remaining"_s), u"3"_s);
        QCOMPARE(bench.dialog()->batchId(), id);
        entries.first().job.open();
        QCOMPARE(bench.window.findChildren<ui::ReprocessDialog *>().size(), 1);
        settle(bench.stage, id, ids.at(0), work::EntryState::Succeeded);
        QTRY_COMPARE(bench.stage.activity().entries().first().done, 1);
        bench.stage.activity().cancel(entries.first().id);
        QTRY_VERIFY(!bench.stage.activity().isRunning(key));
        QCOMPARE(bench.stage.activity().entries().first().outcome, ui::Activity::Outcome::Cancelled);
        QCOMPARE(bench.batch(id)->counts.notAttempted, 2);
    }

    void workersRunWhatWasConfirmed()
    {
        Bench bench(backend());
        app::EngineOptions options;
        options.schedules = false;
        const auto engine = app::Engine::start(bench.stage.services(), options);
        QVERIFY2(engine, qUtf8Printable(engine ? QString() : engine.error().message));
        bench.addUsual();
        const qint64 id = bench.confirmAll().id;
        QTRY_COMPARE_WITH_TIMEOUT(bench.text(u"batchHeading"_s), u"Reprocess %1 · Finished"_s.arg(id), 30'000);
        QTRY_COMPARE(bench.text(u"remaining"_s), u"0"_s);
        const work::BatchCounts counts = bench.batch(id)->counts;
        QCOMPARE(counts.succeeded + counts.failed + counts.skipped + counts.notAttempted, 3);
        QTRY_VERIFY(!bench.stage.activity().isRunning(u"batch-%1"_s.arg(id)));
    }

    void theListOpensABatchAgain()
    {
        Bench bench(backend());
        bench.desk->openList();
        auto *empty = bench.window.findChild<ui::StatePage *>();
        QTRY_COMPARE(empty->title(), u"No reprocess yet"_s);
        bench.addUsual();
        const qint64 id = bench.confirmAll().id;
        bench.dialog()->close();
        auto *grid = bench.window.findChild<ui::Grid *>(u"batchGrid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 1);
        QTRY_VERIFY(!bench.dialog());
        QTest::keyClick(grid, Qt::Key_Return);
        QTRY_VERIFY(bench.dialog());
        QCOMPARE(bench.dialog()->batchId(), id);
    }

    void everyControlHasANameInEachLanguage()
    {
        Bench bench(backend());
        bench.stage.addMany(500, {{}, u"contract_activation"_s, Status::Error});
        const LogRecordId chosen = bench.add(u"V-9001"_s, Status::Error);
        log::Filter filter;
        filter.text = u"V"_s;
        bench.openPlan({chosen}, filter);
        bench.find<QRadioButton>(u"scopeEverything"_s)->click();
        QTRY_VERIFY(bench.find<QCheckBox>(u"consent"_s)->isVisible());
        ui::Language language;
        for (const QString &code : ui::Language::available()) {
            language.use(code);
            QCOMPARE(namelessControls(*bench.dialog()), QString());
            QCOMPARE(doubledMnemonics(*bench.dialog()), QString());
        }
        bench.find<QCheckBox>(u"consent"_s)->setChecked(true);
        bench.find<QPushButton>(u"confirmPlan"_s)->click();
        QTRY_VERIFY(bench.dialog()->batchId() != 0);
        QTRY_VERIFY(!bench.find<QPushButton>(u"confirmPlan"_s));
        settle(bench.stage, bench.dialog()->batchId(), chosen, work::EntryState::Failed);
        QTRY_VERIFY(bench.find<QPushButton>(u"showFailures"_s)->isVisible());
        for (const QString &code : ui::Language::available()) {
            language.use(code);
            QCOMPARE(namelessControls(*bench.dialog()), QString());
            QCOMPARE(doubledMnemonics(*bench.dialog()), QString());
        }
    }

    void copiesRows()
    {
        Bench bench(backend());
        const LogRecordId id = bench.add(u"V-1"_s, Status::Error);
        bench.openPlan();
        auto *grid = bench.find<ui::Grid>(u"planEntries"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 1);
        grid->setCurrentIndex(grid->model()->index(0, 0));
        QTest::keySequence(grid, QKeySequence::Copy);
        QCOMPARE(
            QGuiApplication::clipboard()->text(),
            u"Log id\tKey values\tStatus\tOutcome\tWhy\n%1\t3;V-1;77\tError\tIncluded\tthe status is Error\n"_s.arg(
                id.value()));
    }

    void theMonitorAsksAndMarksRows()
    {
        Bench bench(backend());
        const QList<LogRecordId> ids = bench.addUsual();
        ui::Context context;
        ui::MonitorPage page(bench.stage.session(), context, bench.stage.settings());
        page.resize(1100, 700);
        page.show();
        page.enter();
        auto *grid = page.findChild<ui::Grid *>(u"logGrid"_s);
        auto *model = static_cast<ui::LogModel *>(grid->model());
        QTRY_COMPARE(model->rowCount(), 6);
        connect(&page, &ui::MonitorPage::reprocessRequested, bench.desk.get(),
                [&](const QList<LogRecordId> &selected, const log::Filter &filter) {
                    bench.desk->openPlan({selected, filter});
                });
        grid->setCurrentIndex(model->index(model->rowOf(ids.at(0)), 0));
        auto *action = page.findChild<QAction *>(u"reprocess"_s);
        QVERIFY(page.processes().contains(action));
        action->trigger();
        QTRY_COMPARE(bench.text(u"planHeading"_s), u"1 included · 0 left out"_s);
        bench.find<QPushButton>(u"confirmPlan"_s)->click();
        const auto status = [&] {
            return model->index(model->rowOf(ids.at(0)), int(ui::LogColumn::Status)).data().toString();
        };
        QTRY_COMPARE(status(), u"In reprocess"_s);
        settle(bench.stage, bench.dialog()->batchId(), ids.at(0), work::EntryState::Failed);
        QTRY_COMPARE(status(), u"Error"_s);
        log::Filter failed;
        failed.ids = {ids.at(0), ids.at(2)};
        page.showFilter(failed);
        QTRY_COMPARE(model->rowCount(), 2);
        auto *chip = page.findChild<QAbstractButton *>(u"chosenRecords"_s);
        QVERIFY(chip->isVisible());
        chip->click();
        QTRY_COMPARE(model->rowCount(), 6);
    }
};

QTEST_MAIN(ReprocessTest)
#include "tst_reprocess.moc"
