// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/log/logreader.h"
#include "tests/ui/support/stage.h"
#include "ui/overview/hourchart.h"
#include "ui/overview/overviewpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/grid.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QScrollBar>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using testing::Stage;

class OverviewTest final : public QObject
{
    Q_OBJECT

private:
    struct Bench {
        Stage stage;
        ui::Context context;
        std::unique_ptr<ui::Directory> directory;
        std::unique_ptr<ui::OverviewPage> page;
        QList<log::Filter> chosen;

        explicit Bench(const std::function<void(Stage &)> &fill)
        {
            testing::setUsualLookups(stage);
            fill(stage);
            directory = std::make_unique<ui::Directory>(stage.session());
            directory->refresh();
            page = std::make_unique<ui::OverviewPage>(stage.session(), context, *directory);
            QObject::connect(page.get(), &ui::OverviewPage::filterChosen, page.get(),
                             [this](const log::Filter &filter) { chosen.append(filter); });
            page->resize(1100, 800);
            page->show();
            page->enter();
            QTRY_VERIFY(page->dataTime().isValid());
        }
        [[nodiscard]] QAbstractItemModel &totals() const
        {
            return *page->findChild<ui::Grid *>(u"totalsGrid"_s)->model();
        }
        [[nodiscard]] QPushButton *button(const QString &name) const { return page->findChild<QPushButton *>(name); }
        [[nodiscard]] ui::HourChart &chart() const { return *page->findChild<ui::HourChart *>(); }
        /// What the filter that was chosen last really finds.
        [[nodiscard]] qint64 found()
        {
            if (chosen.isEmpty())
                return -1;
            const auto connection = stage.services().database.reads().here();
            return log::LogReader(**connection).count(chosen.last())->value;
        }
    };

    static void fillMixed(Stage &stage)
    {
        const auto add = [&](const QString &origin, const QString &functionality, log::Status status, int company,
                             int minutesAgo) {
            Stage::Row row {origin, functionality, status, company};
            row.minutesAgo = minutesAgo;
            stage.add(row);
        };
        add(u"V-1"_s, u"guardian"_s, log::Status::Success, 3, 5);
        add(u"V-1"_s, u"contract_activation"_s, log::Status::Error, 3, 5);
        add(u"V-2"_s, u"contract_activation"_s, log::Status::Pending, 3, 300);
        add(u"V-3"_s, u"contract_activation"_s, log::Status::Error, 2, 3 * 24 * 60);
        add(u"V-4"_s, u"contract_activation"_s, log::Status::Error, 2, 30 * 24 * 60);
        add(u"V-5"_s, u"contract_activation"_s, log::Status::Error, 2, 31 * 24 * 60);
        add(u"V-6"_s, u"guardian"_s, log::Status::Error, 3, 6);
    }

private Q_SLOTS:
    void countsByFunctionalityAndStatus()
    {
        Bench bench(fillMixed);
        QAbstractItemModel &totals = bench.totals();
        const QAbstractItemModelTester tester(&totals, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(totals.index(0, 1).data().toString(), u"7"_s);
        QCOMPARE(totals.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), u"Error"_s);
        for (int row = 0; row < totals.rowCount(); ++row) {
            for (int column = 1; column < totals.columnCount(); ++column) {
                Q_EMIT bench.page->findChild<ui::Grid *>(u"totalsGrid"_s)->rowOpened(totals.index(row, column));
                QCOMPARE(QString::number(bench.found()), totals.index(row, column).data().toString());
            }
        }
    }

    void showsAllCountsInAWindowOfUsualSize()
    {
        Bench bench(fillMixed);
        bench.page->resize(1128, 706); // what a window of 1280 x 800 leaves
        QTRY_COMPARE(bench.totals().index(0, 1).data().toString(), u"7"_s);
        const auto *grid = bench.page->findChild<ui::Grid *>(u"totalsGrid"_s);
        QTRY_COMPARE(grid->verticalScrollBar()->maximum(), 0);
        QTRY_COMPARE(grid->horizontalScrollBar()->maximum(), 0);
        const auto *companies = bench.page->findChild<ui::Grid *>(u"overviewGrid"_s);
        for (int column = 0; column < bench.totals().columnCount(); ++column)
            QCOMPARE(companies->columnWidth(column), grid->columnWidth(column));
    }

    void followsTheContext()
    {
        Bench bench(fillMixed);
        QTRY_COMPARE(bench.totals().index(0, 1).data().toString(), u"7"_s);
        bench.context.set(CompanyId(2), {});
        QTRY_COMPARE(bench.totals().index(0, 1).data().toString(), u"3"_s);
    }

    void aPersonOfOneCompanySeesThatAlone()
    {
        Bench bench(fillMixed);
        QTRY_COMPARE(bench.totals().index(0, 1).data().toString(), u"7"_s);
        const QAbstractItemModel *companies = bench.page->findChild<ui::Grid *>(u"overviewGrid"_s)->model();
        QTRY_COMPARE(companies->rowCount(), 4);
        bench.stage.session().actor = security::Actor::person(u"eva"_s, {{security::Action::ViewLog, CompanyId(3)}});
        bench.page->refresh();
        const auto *banner = bench.page->findChild<ui::Banner *>();
        QTRY_VERIFY(banner->text().contains(u"eva"_s));
        QTRY_COMPARE(companies->rowCount(), 1);
        QCOMPARE(companies->index(0, 1).data().toString(), u"4"_s);
        bench.context.set(CompanyId(3), {});
        QTRY_COMPARE(bench.totals().index(0, 1).data().toString(), u"4"_s);
        bench.context.set(CompanyId(2), {});
        QTRY_VERIFY(banner->text().contains(u"eva"_s));
        QVERIFY(bench.totals().index(0, 1).data().toString() != u"4"_s);
    }

    void saysHowLongThingsWait()
    {
        Bench bench(fillMixed);
        const QStringList expected {u"1"_s, u"1"_s, u"1"_s, u"2"_s};
        for (int age = 0; age < expected.size(); ++age) {
            QPushButton *number = bench.button(u"waiting%1"_s.arg(age));
            QTRY_COMPARE(number->text(), expected.at(age));
            number->click();
            QCOMPARE(QString::number(bench.found()), expected.at(age));
        }
    }

    void saysWhatIsAtRisk()
    {
        Bench bench([](Stage &stage) {
            fillMixed(stage);
            // With a maximum of one, whatever was not tried yet is one attempt away from it.
            stage.setParameter(u"lojaclick.resend.max_attempts"_s, parameters::Scope::ofCompany(CompanyId(3)), u"1"_s,
                               u"ana"_s);
        });
        bench.context.set(CompanyId(3), {});
        QTRY_VERIFY(bench.button(u"risk0"_s));
        QCOMPARE(bench.button(u"risk0"_s)->text(), u"2"_s);
        bench.button(u"risk0"_s)->click();
        QCOMPARE(bench.found(), 2);
        bench.context.set({}, {});
        QTRY_VERIFY(bench.totals().index(0, 1).data().toString() == u"7");
        QTRY_VERIFY(bench.button(u"risk0"_s));
        QCOMPARE(bench.button(u"risk0"_s)->text(), u"2"_s);
        bench.button(u"risk0"_s)->click();
        QCOMPARE(bench.found(), 2);
    }

    void drawsTheWorkPerHour()
    {
        Bench bench(fillMixed);
        QTRY_VERIFY(bench.chart().accessibleDescription().startsWith(u"4 created"));
        bench.chart().setFocus();
        QTest::keyClick(&bench.chart(), Qt::Key_Left);
        QTest::keyClick(&bench.chart(), Qt::Key_Right);
        QCOMPARE(bench.chart().currentHour(), 23);
        QTest::keyClick(&bench.chart(), Qt::Key_Return);
        QCOMPARE(bench.chosen.size(), 1);
        const qint64 last = bench.found();
        QTest::mouseClick(&bench.chart(), Qt::LeftButton, {}, {bench.chart().width() - 3, 60});
        QCOMPARE(bench.found(), last);
        QVERIFY(bench.chart().accessibleDescription().contains(u"%1 created"_s.arg(last)));
        QVERIFY(!bench.chart().grab().isNull());
    }

    void numbersFollowWhatHappens()
    {
        Bench bench([](Stage &) {});
        QTRY_COMPARE(bench.totals().index(0, 1).data().toString(), u"0"_s);
        bench.stage.add({u"V-1"_s});
        QTRY_COMPARE_WITH_TIMEOUT(bench.totals().index(0, 1).data().toString(), u"1"_s, 20'000);
    }
};

QTEST_MAIN(OverviewTest)
#include "tst_overview.moc"
