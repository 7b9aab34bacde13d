// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/blocking.h"
#include "core/log/logwriter.h"
#include "tests/support/testdatabase.h"
#include "tests/ui/support/stage.h"
#include "ui/log/monitorpage.h"
#include "ui/widgets/context.h"
#include "ui/widgets/grid.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QtTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace ponte;
using testing::Stage;

/// Works with the monitor while 500 records a second arrive. What a person reads, chose or asked for must stay right;
/// no wait for the database is allowed in the thread of the screen.
class LiveTest final : public QObject
{
    Q_OBJECT

private:
    struct Rush {
        Stage &stage;
        QTimer timer;
        std::atomic<int> arrived = 0;
        int asked = 0;

        explicit Rush(Stage &where)
            : stage(where)
        {
            timer.setInterval(std::chrono::milliseconds(20));
            connect(&timer, &QTimer::timeout, &timer, [this] { write(10); });
            timer.start();
        }
        ~Rush() { stop(); }
        void stop()
        {
            timer.stop();
            QTRY_COMPARE_WITH_TIMEOUT(arrived.load(), asked, 60'000);
        }
        void write(int records)
        {
            const int from = asked;
            asked += records;
            const QDateTime now = stage.clock().now().addMSecs(from);
            const auto work = [this, from, records, now](storage::Connection &connection) -> Result<> {
                log::LogWriter writer(connection);
                for (int i = from; i < from + records; ++i) {
                    const log::Status status = i % 5 == 0 ? log::Status::Error : log::Status::Success;
                    const log::RecordKey key {
                        u"lojaclick"_s,           CompanyId(3),         LevelId(1), u"R-%1"_s.arg(i),
                        u"contract_activation"_s, u"lojaclick_export"_s};
                    const auto record = writer.ensureRecord(key, u"CODCOLIGADA;RA"_s, u"3;R-%1"_s.arg(i), status, now);
                    if (!record)
                        return tl::unexpected(record.error());
                    log::NewItem item;
                    item.message = i % 5 == 0 ? u"Cliente com restrição de crédito"_s : u"Contrato efetivado"_s;
                    item.status = status;
                    item.who = u"ponte"_s;
                    if (const auto added = writer.append(*record, item, now); !added)
                        return tl::unexpected(added.error());
                }
                return {};
            };
            stage.services().database.writer().post("test.rush", work,
                                                    [this, records](const Result<> &) { arrived += records; });
        }
    };

    static QString backendHere()
    {
        QFETCH_GLOBAL(QString, backend);
        return backend;
    }

    struct Bench {
        test::TestDatabase fresh;
        Stage stage;
        ui::Context context;
        std::unique_ptr<ui::MonitorPage> page;
        std::unique_ptr<Rush> rush;
        std::optional<BlockingForbidden> forbidden;

        Bench()
            : fresh(backendHere(), false)
            , stage(fresh.address())
        {
            stage.addMany(2000, {});
            page = std::make_unique<ui::MonitorPage>(stage.session(), context, stage.settings());
            page->resize(1200, 800);
            page->show();
            page->enter();
            QTRY_COMPARE(model().rowCount(), 2000);
            rush = std::make_unique<Rush>(stage);
            forbidden.emplace();
        }
        [[nodiscard]] ui::Grid &grid() const { return *page->findChild<ui::Grid *>(u"logGrid"_s); }
        [[nodiscard]] ui::Grid &items() const { return *page->findChild<ui::Grid *>(u"itemGrid"_s); }
        [[nodiscard]] ui::LogModel &model() const { return *static_cast<ui::LogModel *>(grid().model()); }
        void waitForArrivals(int more) const
        {
            const int until = rush->arrived + more;
            QTRY_VERIFY_WITH_TIMEOUT(rush->arrived >= until, 60'000);
        }
        /// The rows in sight stand in order, none twice, each as its cells say and as the filter wants it.
        [[nodiscard]] QString wrongRow() const
        {
            const int first = qMax(0, grid().rowAt(0));
            const log::Record *before = nullptr;
            for (int row = first; row < qMin(first + 40, model().rowCount()); ++row) {
                const log::Record *record = model().recordAt(row);
                if (!record)
                    continue;
                if (model().index(row, 0).data().toString() != QString::number(record->id.value()))
                    return u"row %1 shows another id"_s.arg(row);
                const QList<log::Status> &statuses = model().filter().statuses;
                if (!statuses.isEmpty() && !statuses.contains(record->status))
                    return u"row %1 does not match"_s.arg(row);
                if (before
                    && !ui::standsBefore(log::Cursor::of(*before, model().order()),
                                         log::Cursor::of(*record, model().order()), model().order()))
                    return u"row %1 is out of order"_s.arg(row);
                before = record;
            }
            return {};
        }
    };

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void whatIsReadStaysWhereItIs()
    {
        Bench bench;
        bench.grid().verticalScrollBar()->setValue(800 * 26);
        QTRY_VERIFY(bench.model().recordAt(805));
        bench.grid().setCurrentIndex(bench.model().index(805, 0));
        const LogRecordId read = bench.model().recordAt(805)->id;
        QTRY_COMPARE(bench.items().model()->rowCount(), 1);
        for (int round = 0; round < 5; ++round) {
            bench.waitForArrivals(100);
            QCOMPARE(bench.wrongRow(), QString());
            QCOMPARE(bench.grid().rowAt(0), 800);
            QCOMPARE(bench.grid().currentIndex().row(), 805);
            QCOMPARE(bench.model().recordAt(805)->id, read);
        }
        QTRY_VERIFY(bench.page->findChild<QPushButton *>(u"waitingRows"_s)->isVisible());
    }

    void theChosenRecordStaysChosenAtTheTop()
    {
        Bench bench;
        bench.grid().setCurrentIndex(bench.model().index(3, 0));
        const LogRecordId chosen = bench.model().recordAt(3)->id;
        QTRY_COMPARE(bench.items().model()->rowCount(), 1);
        for (int round = 0; round < 5; ++round) {
            bench.waitForArrivals(150);
            QCOMPARE(bench.wrongRow(), QString());
            const log::Record *current = bench.model().recordAt(bench.grid().currentIndex().row());
            if (current)
                QCOMPARE(current->id, chosen);
        }
        QCOMPARE(bench.items().model()->rowCount(), 1);
        bench.rush->stop();
        QTRY_VERIFY(bench.model().recordAt(bench.grid().currentIndex().row()));
        QCOMPARE(bench.model().recordAt(bench.grid().currentIndex().row())->id, chosen);
    }

    void scrollsWithoutAWrongRow()
    {
        Bench bench;
        QScrollBar *bar = bench.grid().verticalScrollBar();
        for (const int row : {40, 300, 900, 1500, 1900, 700, 10, 1200, 0, 500}) {
            bar->setValue(row * 26);
            bench.waitForArrivals(20);
            QTRY_VERIFY(bench.model().recordAt(bench.grid().rowAt(0)));
            QCOMPARE(bench.wrongRow(), QString());
        }
    }

    void filtersSortsAndSearches()
    {
        Bench bench;
        for (QAction *action : bench.page->findChild<QToolButton *>(u"statusFilter"_s)->menu()->actions()) {
            if (action->data().toString() == u"error")
                action->trigger();
        }
        QTRY_COMPARE(bench.model().filter().statuses.size(), 1);
        for (int round = 0; round < 3; ++round) {
            bench.waitForArrivals(100);
            QCOMPARE(bench.wrongRow(), QString());
        }
        QHeaderView *header = bench.grid().horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(int(ui::LogColumn::Changed)) + 20, header->height() / 2});
        QTRY_COMPARE(bench.model().order().column, log::SortColumn::ChangedAt);
        for (int round = 0; round < 3; ++round) {
            bench.waitForArrivals(100);
            QCOMPARE(bench.wrongRow(), QString());
        }
        bench.page->findChild<QToolButton *>(u"clearFilters"_s)->click();
        bench.page->findChild<QLineEdit *>(u"searchBox"_s)->setText(u"R-15"_s);
        QTRY_VERIFY(!bench.model().filter().text.isEmpty());
        QTRY_COMPARE(bench.model().state(), ui::LogModel::State::Ready);
        bench.waitForArrivals(100);
        QTRY_VERIFY(bench.model().rowCount() > 0);
        for (int row = 0; row < qMin(10, bench.model().rowCount()); ++row) {
            const QString key = bench.model().index(row, int(ui::LogColumn::KeyValues)).data().toString();
            QVERIFY2(key.contains(u"R-15"), qUtf8Printable(key));
        }
    }

    void countsAllThatArrived()
    {
        Bench bench;
        bench.waitForArrivals(500);
        bench.rush->stop();
        const qint64 all = 2000 + bench.rush->asked;
        QTRY_COMPARE_WITH_TIMEOUT(bench.model().counts() ? bench.model().counts()->matching.value : 0, all, 20'000);
        bench.page->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(bench.model().rowCount(), int(all), 20'000);
    }
};

QTEST_MAIN(LiveTest)
#include "tst_live.moc"
