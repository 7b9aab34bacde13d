// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/support/stage.h"
#include "ui/log/logmodel.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/place.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using testing::Stage;

class LinksTest final : public QObject
{
    Q_OBJECT

private:
    struct Bench {
        Stage stage;
        ui::Theme theme {*qApp};
        ui::Language language;
        std::unique_ptr<ui::MainWindow> window;

        Bench()
        {
            language.use(u"en"_s);
            testing::setUsualLookups(stage);
            stage.add({u"V-1"_s, u"guardian"_s, log::Status::Error, 3});
            stage.add({u"V-2"_s, u"guardian"_s, log::Status::Success, 3});
            stage.add({u"V-3"_s, u"guardian"_s, log::Status::Error, 2});
            window =
                std::make_unique<ui::MainWindow>(theme, language, stage.settings(), stage.questions(), stage.clock());
            window->show();
            QVERIFY(QTest::qWaitForWindowActive(window.get()));
            window->openSession(stage.session());
            window->goTo(u"overview"_s);
        }
        [[nodiscard]] QAbstractItemModel &rows() const { return *window->findChild<ui::Grid *>(u"logGrid"_s)->model(); }
        [[nodiscard]] QListWidget &palette(const QString &text) const
        {
            QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
            auto *search = window->findChild<QLineEdit *>(u"paletteSearch"_s);
            search->setText(text);
            return *window->findChild<QListWidget *>(u"paletteList"_s);
        }
        void enter() const { QTest::keyClick(window->findChild<QLineEdit *>(u"paletteSearch"_s), Qt::Key_Return); }
    };

private Q_SLOTS:
    void aLinkPastedIntoTheCommandsOpensItsView()
    {
        Bench bench;
        const QListWidget &list = bench.palette(u"  ponte:log?status=error&company=3 "_s);
        QCOMPARE(list.item(0)->text(), u"Open the view of this link"_s);
        bench.enter();
        QCOMPARE(bench.window->currentPlace()->id(), u"monitor"_s);
        QTRY_COMPARE(bench.rows().rowCount(), 1);
        QCOMPARE(bench.window->findChild<QComboBox *>(u"contextCompany"_s)->currentText(), u"3 · SENAI Paraná"_s);
        // It stays live, also where the monitor was opened by it.
        bench.stage.add({u"V-4"_s, u"guardian"_s, log::Status::Error, 3});
        QTRY_COMPARE(bench.rows().rowCount(), 2);
    }

    void whereNothingIsSetUpTheLinkIsKept_data()
    {
        QTest::addColumn<QString>("lastPlace");
        QTest::newRow("first time") << QString();
        QTest::newRow("overview") << u"overview"_s;
    }

    void whereNothingIsSetUpTheLinkIsKept()
    {
        QFETCH(QString, lastPlace);
        Stage fresh;
        ui::Theme theme {*qApp};
        ui::Language language;
        language.use(u"en"_s);
        if (!lastPlace.isEmpty())
            fresh.settings().setValue(u"place"_s, lastPlace);
        ui::MainWindow window(theme, language, fresh.settings(), fresh.questions(), fresh.clock());
        window.show();
        window.openSession(fresh.session());
        QVERIFY(window.openLink(u"ponte:log?status=error&company=3"_s));
        QTRY_COMPARE(window.currentPlace()->id(), u"setup"_s);
        auto *kept = window.findChild<ui::Banner *>(u"keptLink"_s);
        QVERIFY(kept->isVisible());
        QVERIFY2(kept->text().startsWith(u"ponte:log?status=error&company=3 is kept"), qPrintable(kept->text()));
        language.use(u"pt_BR"_s);
        QTRY_VERIFY2(kept->text().contains(u"guardado"), qPrintable(kept->text()));
        Q_EMIT kept->actionTriggered();
        QCOMPARE(window.currentPlace()->id(), u"monitor"_s);
        QVERIFY(kept->text().isEmpty());
        QCOMPARE(window.findChild<QComboBox *>(u"contextCompany"_s)->currentData().toLongLong(), 3);
    }

    void aLinkThatIsNotUnderstoodSaysSo()
    {
        Bench bench;
        QVERIFY(!bench.window->openLink(u"ponte:log?status=lost"_s));
        QCOMPARE(bench.window->currentPlace()->id(), u"monitor"_s);
        QTRY_COMPARE(bench.rows().rowCount(), 3);
        bool isSaid = false;
        for (const ui::Banner *banner : bench.window->currentPlace()->findChildren<ui::Banner *>())
            isSaid = isSaid || (banner->isVisible() && banner->text().contains(u"ponte:log?status=lost"));
        QVERIFY(isSaid);
    }
};

QTEST_MAIN(LinksTest)
#include "tst_links.moc"
