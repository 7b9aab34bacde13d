// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/integration/explanation.h"
#include "core/security/audit.h"
#include "tests/ui/support/stage.h"
#include "ui/log/attempttimeline.h"
#include "ui/log/codeview.h"
#include "ui/log/diffview.h"
#include "ui/log/explanationview.h"
#include "ui/log/itempanel.h"
#include "ui/log/payloadview.h"
#include "ui/log/revealdialog.h"
#include "ui/log/salerecords.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/viewstate.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using testing::Stage;

class ItemPanelTest final : public QObject
{
    Q_OBJECT

private:
    struct Bench {
        Stage stage;
        security::Audit audit {stage.services().database, stage.clock()};
        integration::Explanations explanations {stage.services().descriptor, stage.services().parameters};
        ui::LogNames names {{&stage.services().descriptor}};
        ui::ViewState viewState {stage.settings(), u"monitor"_s, nullptr};
        std::unique_ptr<ui::ItemPanel> panel;

        explicit Bench(const std::function<void(Stage &)> &fill = fillSale)
        {
            fill(stage);
            stage.session().audit = &audit;
            stage.session().integrations.first().explanations = &explanations;
            open();
        }
        void open()
        {
            panel = std::make_unique<ui::ItemPanel>(stage.session(), names, viewState);
            panel->resize(1200, 400);
            panel->show();
            QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
        }
        [[nodiscard]] log::Record record(const QString &origin, const QString &functionality = u"contract_activation"_s)
        {
            const auto connection = stage.services().database.reads().here();
            const auto found = log::LogReader(**connection).record(CompanyId(3), origin, functionality);
            if (!found || !*found)
                qFatal("no such record");
            return **found;
        }
        void choose(const QString &origin)
        {
            panel->setRecord(record(origin));
            QTRY_VERIFY(items().currentIndex().isValid());
        }
        template<class T>
        [[nodiscard]] T *find(const QString &name = {}) const
        {
            return panel->findChild<T *>(name);
        }
        [[nodiscard]] ui::Grid &items() const { return *find<ui::Grid>(u"itemGrid"_s); }
        [[nodiscard]] QTabWidget &tabs() const { return *find<QTabWidget>(u"payloadTabs"_s); }
        [[nodiscard]] QString code(const QString &name) const { return find<ui::CodeView>(name)->toPlainText(); }
        [[nodiscard]] QWidget &sent() const { return *find<QWidget>(u"sentDataView"_s); }
        [[nodiscard]] QPushButton &reveal() const { return *sent().findChild<QPushButton *>(u"revealPersonalData"_s); }
        [[nodiscard]] qint64 audited()
        {
            const auto connection = stage.services().database.reads().here();
            return security::Audit::verify(security::Actor::owner(u"o"_s), **connection)->events;
        }
        void giveReason(const QString &reason)
        {
            reveal().click();
            auto *dialog = find<ui::RevealDialog>();
            QVERIFY(dialog);
            auto *button = dialog->findChild<QDialogButtonBox *>()->buttons().first();
            for (QAbstractButton *candidate : dialog->findChild<QDialogButtonBox *>()->buttons()) {
                if (candidate->text() == u"Show")
                    button = candidate;
            }
            QVERIFY(!button->isEnabled());
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"revealReason"_s), reason);
            const QPointer<ui::RevealDialog> watched(dialog);
            QTest::mouseClick(button, Qt::LeftButton);
            QTRY_VERIFY(!watched);
        }
    };

    static Stage::Row activation(const QString &origin, log::Status status, const QString &sent,
                                 const QString &received, const QString &message)
    {
        Stage::Row row {origin, u"contract_activation"_s, status, 3, 1, u"3;00878180;77;%1"_s.arg(origin), message};
        row.payload = {sent, received, {}};
        return row;
    }

    /// V-1 has an activation with three executions and a guardian; V-2 is a similar activation that succeeded.
    static void fillSale(Stage &stage)
    {
        const auto sent = [](int instalments) {
            return u"{\"cpf\":\"111.444.777-35\",\"ra\":\"00878180\",\"parcelas\":%1}"_s.arg(instalments);
        };
        const QDateTime begin = stage.clock().now();
        stage.add(activation(u"V-1"_s, log::Status::Error, sent(1), u"{\"code\":\"A\"}"_s, u"Sem crédito"_s));
        stage.clock().set(begin.addSecs(60));
        stage.add(activation(u"V-1"_s, log::Status::Error, sent(2), u"{\"code\":\"B\"}"_s, u"Sem crédito"_s));
        stage.clock().set(begin.addSecs(86'400));
        stage.add(activation(u"V-1"_s, log::Status::Error, sent(2), u"{\"code\":\"C\"}"_s, u"Sem crédito"_s));
        stage.add({u"V-1"_s, u"guardian"_s, log::Status::Success, 3, 1, u"3;000123"_s});
        stage.add(activation(u"V-2"_s, log::Status::Success, sent(9), u"{\"code\":\"OK\"}"_s, u"Efetivado"_s));
    }

private Q_SLOTS:
    void showsTheAttemptsInTime()
    {
        Bench bench;
        bench.choose(u"V-1"_s);
        auto *timeline = bench.find<ui::AttemptTimeline>();
        QTRY_COMPARE(timeline->model()->rowCount(), 3);
        const QString first = timeline->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(first.startsWith(u"Attempt 1 of 3: "_s) && first.contains(u"ponte"_s) && first.contains(u"Error"_s)
                     && first.contains(u"180 ms"_s) && first.contains(u"Sem crédito"_s),
                 qUtf8Printable(first));
        const auto *model = static_cast<ui::AttemptModel *>(timeline->model());
        QCOMPARE(model->timeLine(1), u"14:04:22 · 180 ms"_s);
        QVERIFY(model->timeLine(2).startsWith(u"23/11/2026 14:03:22"));
        QCOMPARE(timeline->currentIndex().row(), 2);
    }

    void walksTheAttemptsByKeyboard()
    {
        Bench bench;
        bench.choose(u"V-1"_s);
        auto *timeline = bench.find<ui::AttemptTimeline>();
        QTRY_COMPARE(timeline->model()->rowCount(), 3);
        QTRY_VERIFY(bench.code(u"receivedData"_s).contains(u"\"C\""_s));
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Left);
        QCOMPARE(bench.items().currentIndex().row(), 1);
        QTRY_VERIFY(bench.code(u"receivedData"_s).contains(u"\"B\""_s));
        QTest::keyClick(timeline, Qt::Key_Home);
        QCOMPARE(bench.items().currentIndex().row(), 2);
        QTest::keyClick(timeline, Qt::Key_Return);
        QVERIFY(bench.find<ui::CodeView>(u"sentData"_s)->hasFocus());
        QTest::keyClick(bench.find<ui::CodeView>(u"sentData"_s), Qt::Key_Escape);
        QVERIFY(bench.items().hasFocus());
    }

    void keepsTheAttemptThatIsReadWhenAnotherArrives()
    {
        Bench bench;
        bench.choose(u"V-1"_s);
        bench.items().setCurrentIndex(bench.items().model()->index(2, 0));
        bench.stage.add(activation(u"V-1"_s, log::Status::Success, {}, {}, u"Efetivado"_s));
        bench.panel->setRecord(bench.record(u"V-1"_s));
        auto *timeline = bench.find<ui::AttemptTimeline>();
        QTRY_COMPARE(timeline->model()->rowCount(), 4);
        QCOMPARE(bench.items().currentIndex().row(), 3);
        QCOMPARE(timeline->currentIndex().row(), 0);
    }

    void choosesAnItemThatIsNotReadYet()
    {
        Bench bench;
        const auto connection = bench.stage.services().database.reads().here();
        const LogItemId second = log::LogReader(**connection).items(bench.record(u"V-1"_s).id)->at(1).id;
        bench.panel->setRecord(bench.record(u"V-1"_s));
        bench.panel->chooseItem(second);
        QTRY_COMPARE(bench.items().currentIndex().row(), 1);
    }

    void masksPersonalDataUntilAReasonIsGiven()
    {
        Bench bench;
        bench.choose(u"V-1"_s);
        QTRY_VERIFY(bench.code(u"sentData"_s).contains(u"00878180"_s));
        QVERIFY(!bench.code(u"sentData"_s).contains(u"111.444.777-35"_s));
        QVERIFY(!bench.items().model()->index(0, 4).data().toString().contains(u"111.444.777-35"_s));
        QVERIFY(bench.reveal().isVisible() && bench.reveal().isEnabled());
        bench.giveReason(u"chamado 4711"_s);
        QTRY_VERIFY(bench.code(u"sentData"_s).contains(u"111.444.777-35"_s));
        QCOMPARE(bench.audited(), 1);
        QCOMPARE(bench.reveal().text(), u"Hide personal data"_s);
        bench.items().setCurrentIndex(bench.items().model()->index(2, 0));
        QTRY_VERIFY(bench.code(u"sentData"_s).contains(u"\"parcelas\": 1"_s));
        QVERIFY(bench.code(u"sentData"_s).contains(u"111.444.777-35"_s));
    }

    void leavingTheRecordHidesPersonalDataAgain()
    {
        Bench bench;
        bench.choose(u"V-1"_s);
        QTRY_VERIFY(bench.reveal().isVisible());
        bench.giveReason(u"chamado 4711"_s);
        QTRY_VERIFY(bench.code(u"sentData"_s).contains(u"111.444.777-35"_s));
        bench.choose(u"V-2"_s);
        QTRY_VERIFY(bench.code(u"sentData"_s).contains(u"\"parcelas\": 9"_s));
        QVERIFY(!bench.code(u"sentData"_s).contains(u"111.444.777-35"_s));
        bench.choose(u"V-1"_s);
        QTRY_VERIFY(bench.code(u"sentData"_s).contains(u"\"parcelas\": 2"_s));
        QVERIFY(!bench.code(u"sentData"_s).contains(u"111.444.777-35"_s));
    }

    void nobodyRevealsWithoutTheRight()
    {
        Bench bench;
        bench.stage.session().actor = security::Actor::person(u"ana"_s, {{security::Action::ViewLog}});
        bench.open();
        bench.choose(u"V-1"_s);
        QTRY_VERIFY(bench.reveal().isVisible());
        QVERIFY(!bench.reveal().isEnabled());
        QVERIFY(!bench.reveal().toolTip().isEmpty());
        QVERIFY(!bench.code(u"sentData"_s).contains(u"111.444.777-35"_s));
    }

    void comparesAnAttemptWithTheOneBefore()
    {
        Bench bench;
        bench.choose(u"V-1"_s);
        bench.panel->compare();
        auto *grid = bench.find<ui::Grid>(u"differenceGrid"_s);
        auto *left = bench.find<QComboBox>(u"compareLeft"_s);
        // The last two sent the same.
        auto *state = bench.find<ui::DiffView>()->findChild<ui::StatePage *>();
        QTRY_COMPARE(state->title(), u"No difference"_s);
        QCOMPARE(left->count(), 4);
        QVERIFY(left->itemText(3).startsWith(u"Similar success: log %1 "_s.arg(bench.record(u"V-2"_s).id.value())));
        bench.items().setCurrentIndex(bench.items().model()->index(1, 0));
        QTRY_COMPARE(grid->model()->rowCount(), 1);
        QVERIFY(grid->model()->index(0, 1).data().toString().contains(u"parcelas"_s));
        QCOMPARE(grid->model()->index(0, 2).data().toString(), u"1"_s);
        QCOMPARE(grid->model()->index(0, 3).data().toString(), u"2"_s);
    }

    void comparesWithASimilarSuccess()
    {
        Bench bench;
        bench.choose(u"V-1"_s);
        bench.panel->compare();
        auto *left = bench.find<QComboBox>(u"compareLeft"_s);
        QTRY_COMPARE(left->count(), 4);
        left->setCurrentIndex(3);
        Q_EMIT left->activated(3);
        auto *grid = bench.find<ui::Grid>(u"differenceGrid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 1);
        QCOMPARE(grid->model()->index(0, 2).data().toString(), u"9"_s);
        grid->setFocus();
        grid->selectAll();
        QTest::keyClick(grid, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"\t9\t2"_s));
    }

    void showsBothSidesBesideOneAnother()
    {
        Bench bench;
        bench.choose(u"V-1"_s);
        bench.items().setCurrentIndex(bench.items().model()->index(1, 0));
        bench.panel->compare();
        bench.find<QToolButton>(u"sideBySide"_s)->setChecked(true);
        QTRY_VERIFY(bench.code(u"leftText"_s).contains(u"\"parcelas\": 1"_s));
        QVERIFY(bench.code(u"rightText"_s).contains(u"\"parcelas\": 2"_s));
        QVERIFY(bench.find<ui::CodeView>(u"leftText"_s)->isVisible());
    }

    void comparesTheConfigurationOfThen()
    {
        // The history of parameters goes by the program's own clock.
        Bench bench([](Stage &stage) {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            stage.clock().set(now.addDays(-1));
            stage.add(activation(u"V-1"_s, log::Status::Error, u"{}"_s, {}, u"Sem crédito"_s));
            stage.setParameter(u"lojaclick.resend.max_attempts"_s, parameters::Scope::ofCompany(CompanyId(3)), u"3"_s,
                               u"joão"_s);
            stage.clock().set(now.addDays(1));
            stage.add(activation(u"V-1"_s, log::Status::Error, u"{}"_s, {}, u"Sem crédito"_s));
        });
        bench.choose(u"V-1"_s);
        bench.panel->compare();
        for (QToolButton *button : bench.find<ui::DiffView>()->findChildren<QToolButton *>()) {
            if (button->text() == u"Configuration")
                button->click();
        }
        auto *grid = bench.find<ui::Grid>(u"differenceGrid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 1);
        QVERIFY(grid->model()->index(0, 1).data().toString().contains(u"Number of resend attempts"_s));
        QCOMPARE(grid->model()->index(0, 3).data().toString(), u"3"_s);
    }

    void comparesTheConfigurationThatAnAttemptWorkedWith()
    {
        // Both attempts ended after the last change; the first had begun before it.
        Bench bench([](Stage &stage) {
            const QString key = u"lojaclick.resend.max_attempts"_s;
            const parameters::Scope scope = parameters::Scope::ofCompany(CompanyId(3));
            const auto version = [&stage] {
                return parameters::Parameters::version(**stage.services().database.reads().here()).value();
            };
            stage.setParameter(key, scope, u"3"_s, u"joão"_s);
            Stage::Row attempt = activation(u"V-1"_s, log::Status::Error, u"{}"_s, {}, u"Sem crédito"_s);
            attempt.configurationVersion = version();
            stage.setParameter(key, scope, u"5"_s, u"joão"_s);
            stage.clock().set(QDateTime::currentDateTimeUtc().addDays(1));
            stage.add(attempt);
            attempt.configurationVersion = version();
            stage.add(attempt);
        });
        bench.choose(u"V-1"_s);
        bench.panel->compare();
        for (QToolButton *button : bench.find<ui::DiffView>()->findChildren<QToolButton *>()) {
            if (button->text() == u"Configuration")
                button->click();
        }
        auto *grid = bench.find<ui::Grid>(u"differenceGrid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 1);
        QCOMPARE(grid->model()->index(0, 2).data().toString(), u"3"_s);
        QCOMPARE(grid->model()->index(0, 3).data().toString(), u"5"_s);
    }

    void explainsWhy()
    {
        Bench bench;
        bench.choose(u"V-1"_s);
        bench.panel->explain();
        QCOMPARE(bench.tabs().currentWidget(), bench.find<ui::ExplanationView>());
        QTRY_VERIFY(!bench.find<ui::ExplanationView>()->text().isEmpty());
        QSignalSpy filter(bench.panel.get(), &ui::ItemPanel::filterRequested);
        bench.find<QPushButton>(u"sameError"_s)->click();
        QCOMPARE(filter.count(), 1);
        QCOMPARE(filter.first().first().value<log::Filter>().signature, bench.record(u"V-1"_s).signature);
        QSignalSpy parameters(bench.panel.get(), &ui::ItemPanel::parametersRequested);
        bench.find<QPushButton>(u"openParameters"_s)->click();
        QCOMPARE(parameters.first().first().toString(), u"lojaclick"_s);
    }

    void walksThroughTheSale()
    {
        Bench bench;
        bench.choose(u"V-1"_s);
        bench.tabs().setCurrentWidget(bench.find<ui::SaleRecords>());
        auto *grid = bench.find<ui::Grid>(u"saleGrid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 2);
        QSignalSpy wanted(bench.panel.get(), &ui::ItemPanel::recordRequested);
        grid->setFocus();
        int guardian = 0;
        while (grid->model()->index(guardian, 0).data().toString() != u"Guardian")
            ++guardian;
        grid->setCurrentIndex(grid->model()->index(guardian, 0));
        QTest::keyClick(grid, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<LogRecordId>(), bench.record(u"V-1"_s, u"guardian"_s).id);
        QSignalSpy filter(bench.panel.get(), &ui::ItemPanel::filterRequested);
        bench.find<QPushButton>(u"filterBySale"_s)->click();
        QCOMPARE(filter.first().first().value<log::Filter>().origin, u"V-1"_s);
    }

    void savesAReproductionBundle()
    {
        Bench bench;
        bench.choose(u"V-1"_s);
        bench.panel->explain();
        bench.find<QPushButton>(u"reproductionBundle"_s)->click();
        auto *dialog = bench.find<QFileDialog>(u"bundleFile"_s);
        QVERIFY(dialog);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"b.zip"_s);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QTRY_COMPARE(bench.stage.activity().runningCount(), 0);
        QCOMPARE(bench.stage.activity().entries().size(), 1);
        QCOMPARE(bench.stage.activity().entries().first().outcome, ui::Activity::Outcome::Done);
        QVERIFY(QFileInfo(file).size() > 500);
    }

    void saysWhatAPayloadIs_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("facts");
        QTest::addColumn<QString>("problem");
        QTest::newRow("sound") << u"{\"a\":1}"_s << u"JSON · 3 line(s) · 7 byte(s)"_s << QString();
        QTest::newRow("cut") << u"{\"a\":1"_s << u"JSON · 1 line(s) · 6 byte(s)"_s
                             << u"This JSON ends before it is complete. It is shown as it was stored."_s;
        QTest::newRow("broken")
            << u"{\"a\":1,\n\"b\":x}"_s << u"JSON · 2 line(s) · 14 byte(s)"_s
            << u"This is no valid JSON from line 2, character 5 on. It is shown as it was stored."_s;
        QTest::newRow("binary")
            << u"PK\u0003\u0004"_s << u"Text · 1 line(s) · 4 byte(s)"_s
            << u"2 control character(s) stand in this text, as in binary data; each is shown by a symbol."_s;
        QTest::newRow("not UTF-8") << u"a\uFFFDb"_s << u"Text · 1 line(s) · 5 byte(s)"_s
                                   << u"1 character(s) arrived as bytes that are no UTF-8; each is shown as “�”."_s;
        QTest::newRow("deep") << u"["_s.repeated(60) + u"1"_s + u"]"_s.repeated(60)
                              << u"JSON · 121 line(s) · 121 byte(s)"_s
                              << u"60 levels deep: from level 40 on lines are not indented any further."_s;
    }

    void saysWhatAPayloadIs()
    {
        QFETCH(QString, payload);
        QFETCH(QString, facts);
        QFETCH(QString, problem);
        Bench bench([&](Stage &stage) { stage.add(activation(u"V-1"_s, log::Status::Error, payload, {}, u"Erro"_s)); });
        bench.choose(u"V-1"_s);
        QTRY_COMPARE(bench.sent().findChild<QLabel *>(u"payloadFacts"_s)->text(), facts);
        const auto *label = bench.sent().findChild<QLabel *>(u"payloadProblems"_s);
        QCOMPARE(label->text(), problem);
        QCOMPARE(label->isVisible(), !problem.isEmpty());
    }

    void aLargePayloadIsThereFromItsBeginning()
    {
        Bench bench([&](Stage &stage) {
            QString payload = u"["_s;
            while (payload.size() < 1'500'000)
                payload += u"{\"ra\":\"00878180\",\"parcelas\":[1,2,3]},"_s;
            payload.back() = u']';
            stage.add(activation(u"V-1"_s, log::Status::Error, payload, {}, u"Erro"_s));
        });
        auto *code = bench.find<ui::CodeView>(u"sentData"_s);
        int firstLines = 0;
        bench.choose(u"V-1"_s);
        QTRY_VERIFY(code->text().lineCount() > 100);
        firstLines = code->text().lineCount();
        QTRY_VERIFY(bench.sent().findChild<QLabel *>(u"payloadFacts"_s)->text().startsWith(u"JSON · "_s));
        QVERIFY(firstLines <= code->text().lineCount());
        QVERIFY(code->text().lineCount() > 200'000);
    }

    void copiesWhatIsShown()
    {
        Bench bench;
        bench.choose(u"V-1"_s);
        QTRY_VERIFY(bench.code(u"sentData"_s).contains(u"\"parcelas\": 2"_s));
        auto *code = bench.find<ui::CodeView>(u"sentData"_s);
        code->setFocus();
        code->goTo({2, 3});
        QTest::keyClick(code, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"00878180"_s);
        QTest::keyClick(code, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"$.ra"_s);
        bench.find<QAction>(u"storedPayload"_s)->setChecked(true);
        QTRY_VERIFY(bench.code(u"sentData"_s).startsWith(u"{\"cpf\":\""_s));
    }
};

QTEST_MAIN(ItemPanelTest)
#include "tst_itempanel.moc"
