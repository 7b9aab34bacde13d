// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/support/stage.h"
#include "ui/log/signaturespanel.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/statepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using testing::Stage;
using ui::SignatureModel;

class SignaturesTest final : public QObject
{
    Q_OBJECT

private:
    static void add(Stage &stage, int records, qint64 company, const QString &message)
    {
        static int number = 0;
        for (int i = 0; i < records; ++i)
            stage.add({u"V-%1"_s.arg(++number),
                       u"contract_activation"_s,
                       log::Status::Error,
                       company,
                       1,
                       {},
                       message.arg(number)});
    }

    static void show(ui::SignaturesPanel &panel)
    {
        panel.resize(1000, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
    }

private Q_SLOTS:
    void groupsByCause()
    {
        Stage stage;
        add(stage, 5, 3, u"A turma %1 está cheia."_s);
        add(stage, 3, 2, u"A turma %1 está cheia."_s);
        add(stage, 2, 3, u"Cliente %1 com restrição de crédito"_s);
        ui::SignaturesPanel panel(stage.session());
        show(panel);
        auto *grid = panel.findChild<ui::Grid *>(u"signatureGrid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 2);
        const auto cell = [&](int row, int column) { return grid->model()->index(row, column).data().toString(); };
        QCOMPARE(cell(0, SignatureModel::Count), u"8"_s);
        QVERIFY(cell(0, SignatureModel::Text).startsWith(u"A turma "));
        QCOMPARE(cell(0, SignatureModel::Companies), u"3: 63 % · 2: 38 %"_s);
        QCOMPARE(cell(0, SignatureModel::Chance), u"never tried"_s);
        QCOMPARE(cell(1, SignatureModel::Count), u"2"_s);
        QVERIFY(panel.findChild<QLabel *>(u"signatureChance"_s)->text().startsWith(u"Nobody has tried"));
        QVERIFY(!grid->grab().isNull());
    }

    void opensAndPlansByKeyboard()
    {
        Stage stage;
        add(stage, 2, 3, u"A turma %1 está cheia."_s);
        add(stage, 1, 3, u"Cliente %1 com restrição de crédito"_s);
        ui::SignaturesPanel panel(stage.session());
        log::Filter filter;
        filter.company = CompanyId(3);
        panel.setFilter(filter);
        show(panel);
        auto *grid = panel.findChild<ui::Grid *>(u"signatureGrid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 2);
        QSignalSpy opened(&panel, &ui::SignaturesPanel::filterRequested);
        QSignalSpy planned(&panel, &ui::SignaturesPanel::reprocessRequested);
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_J);
        QTest::keyClick(grid, Qt::Key_Return);
        QTest::keyClick(grid, Qt::Key_R);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(planned.count(), 1);
        const auto wanted = opened.first().first().value<log::Filter>();
        QCOMPARE(wanted, planned.first().first().value<log::Filter>());
        QCOMPARE(wanted.company, std::optional(CompanyId(3)));
        QVERIFY(!wanted.signature.isEmpty());
        QTest::keyClick(grid, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"restrição"_s));
    }

    void nobodyPlansWithoutTheRight()
    {
        Stage stage;
        add(stage, 1, 3, u"A turma %1 está cheia."_s);
        stage.session().actor = security::Actor::person(u"ana"_s, {{security::Action::ViewLog}});
        ui::SignaturesPanel panel(stage.session());
        show(panel);
        auto *grid = panel.findChild<ui::Grid *>(u"signatureGrid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 1);
        QSignalSpy planned(&panel, &ui::SignaturesPanel::reprocessRequested);
        QVERIFY(!panel.findChild<QPushButton *>(u"reprocessSignature"_s)->isEnabled());
        QTest::keyClick(grid, Qt::Key_R);
        QCOMPARE(planned.count(), 0);
    }

    void saysThatThereIsNone()
    {
        Stage stage;
        stage.add({u"V-1"_s});
        ui::SignaturesPanel panel(stage.session());
        show(panel);
        QTRY_COMPARE(panel.findChild<ui::StatePage *>()->title(), u"No error here"_s);
    }

    void keepsWhatIsChosenWhenReadAnew()
    {
        Stage stage;
        add(stage, 2, 3, u"A turma %1 está cheia."_s);
        add(stage, 1, 3, u"Cliente %1 com restrição de crédito"_s);
        ui::SignaturesPanel panel(stage.session());
        show(panel);
        auto *grid = panel.findChild<ui::Grid *>(u"signatureGrid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 2);
        grid->setCurrentIndex(grid->model()->index(1, 0));
        const QString chosen = panel.chosenFilter()->signature;
        add(stage, 5, 3, u"Cliente %1 com restrição de crédito"_s);
        panel.refresh();
        QTRY_COMPARE(grid->model()->index(0, 0).data().toString(), u"6"_s);
        QCOMPARE(panel.chosenFilter()->signature, chosen);
        QCOMPARE(grid->currentIndex().row(), 0);
    }

    void saysWhatPastRetriesTell_data()
    {
        QTest::addColumn<qint64>("retried");
        QTest::addColumn<qint64>("recovered");
        QTest::addColumn<QString>("expected");
        QTest::newRow("never") << qint64(0) << qint64(0) << u"Nobody has tried"_s;
        QTest::newRow("too few") << qint64(3) << qint64(3) << u"That is too few to tell."_s;
        QTest::newRow("hopeless") << qint64(50) << qint64(2) << u"correct the cause first."_s;
        QTest::newRow("promising") << qint64(50) << qint64(40) << u"succeeded (80 %)."_s;
    }

    void saysWhatPastRetriesTell()
    {
        QFETCH(qint64, retried);
        QFETCH(qint64, recovered);
        QFETCH(QString, expected);
        log::SignatureStatistics group;
        group.retried = retried;
        group.recovered = recovered;
        const QString sentence = SignatureModel::chanceSentence(group);
        QVERIFY2(sentence.contains(expected), qUtf8Printable(sentence));
    }
};

QTEST_MAIN(SignaturesTest)
#include "tst_signatures.moc"
