// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/support/stage.h"
#include "ui/reprocess/reprocessdialog.h"
#include "ui/schedules/scheduledialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/place.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QTabWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using security::Action;
using testing::Stage;

/// Whom a profile releases one company: it is chosen wherever one has to be.
class OneCompanyTest final : public QObject
{
    Q_OBJECT

private:
    struct Bench {
        Stage stage;
        ui::Theme theme {*qApp};
        ui::Language language;
        std::unique_ptr<ui::MainWindow> window;

        explicit Bench(const QList<qint64> &companies)
        {
            language.use(u"en"_s);
            testing::setUsualLookups(stage);
            stage.add({u"V-1"_s, u"contract_activation"_s, log::Status::Error, 2});
            stage.add({u"V-2"_s, u"contract_activation"_s, log::Status::Error, 3});
            stage.add({u"V-3"_s, u"contract_activation"_s, log::Status::Pending, 3});
            QList<security::Permission> permissions;
            for (const qint64 company : companies) {
                for (const Action action : {Action::ViewLog, Action::Reprocess, Action::ManageSchedules,
                                            Action::ExportReports, Action::ViewParameters})
                    permissions.append({action, CompanyId(company)});
            }
            stage.session().actor = security::Actor::person(u"eva"_s, permissions);
            window =
                std::make_unique<ui::MainWindow>(theme, language, stage.settings(), stage.questions(), stage.clock());
            window->show();
            QVERIFY(QTest::qWaitForWindowActive(window.get()));
            window->openSession(stage.session());
            window->goTo(u"monitor"_s);
        }
        template<class T>
        T *find(const QString &name) const
        {
            T *found = window->findChild<T *>(name);
            if (!found)
                qFatal("no %s", qPrintable(name));
            return found;
        }
        [[nodiscard]] QComboBox &context() const { return *find<QComboBox>(u"contextCompany"_s); }
        [[nodiscard]] int records() const { return find<ui::Grid>(u"logGrid"_s)->model()->rowCount(); }
    };

private Q_SLOTS:
    void theWindowIsOfThisCompany()
    {
        const Bench bench({3});
        QTRY_COMPARE(bench.context().currentText(), u"3 · SENAI Paraná"_s);
        QCOMPARE(bench.context().count(), 1);
        QTRY_COMPARE(bench.records(), 2);
        // A link for all companies stays with this one.
        QVERIFY(bench.window->openLink(u"ponte:log?status=pending"_s));
        QTRY_COMPARE(bench.records(), 1);
        QCOMPARE(bench.context().currentText(), u"3 · SENAI Paraná"_s);
    }

    void reprocessesItsOwnCompany()
    {
        const Bench bench({3});
        QTRY_COMPARE(bench.records(), 2);
        auto *reprocess = bench.find<QAction>(u"reprocess"_s);
        QVERIFY(reprocess->isEnabled());
        bench.find<ui::Grid>(u"logGrid"_s)->clearSelection();
        reprocess->trigger();
        QTRY_VERIFY(bench.window->findChild<ui::ReprocessDialog *>());
        const auto *dialog = bench.window->findChild<ui::ReprocessDialog *>();
        QTRY_VERIFY(dialog->findChild<QLabel *>(u"planHeading"_s)->text().startsWith(u"2 included"));
        QStringList texts;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            texts.append(label->text());
        QVERIFY2(texts.contains(u"Everything in Error or Pending of 3 · SENAI Paraná"_s), qPrintable(texts.join(u'|')));
    }

    void aNewScheduleIsForIt()
    {
        const Bench bench({3});
        bench.window->goTo(u"schedules"_s);
        auto *add = bench.find<QAction>(u"addSchedule"_s);
        QTRY_VERIFY(add->isEnabled());
        QTRY_COMPARE(bench.context().currentText(), u"3 · SENAI Paraná"_s);
        add->trigger();
        const auto *company = bench.window->findChild<ui::ScheduleDialog *>()->findChild<QComboBox *>(u"company"_s);
        QCOMPARE(company->currentText(), u"3 · SENAI Paraná"_s);
        QCOMPARE(company->count(), 1);
    }

    void reportsAndParametersAreOfIt()
    {
        const Bench bench({3});
        QTRY_COMPARE(bench.context().currentText(), u"3 · SENAI Paraná"_s);
        bench.window->goTo(u"reports"_s);
        QTRY_COMPARE(bench.find<QComboBox>(u"source"_s)->currentText(), u"All of 3 · SENAI Paraná"_s);
        bench.window->goTo(u"parameters.lojaclick"_s);
        auto *tabs = bench.find<QTabWidget>(u"parameterTabs"_s);
        QTRY_COMPARE(tabs->widget(2)->findChild<QComboBox *>(u"company"_s)->currentText(), u"3 · SENAI Paraná"_s);
    }

    void ofTwoCompaniesAScheduleChoosesAmongThese()
    {
        const Bench bench({3, 4});
        QTRY_COMPARE(bench.context().count(), 4);
        QCOMPARE(bench.context().currentText(), u"All companies"_s);
        bench.window->goTo(u"schedules"_s);
        auto *add = bench.find<QAction>(u"addSchedule"_s);
        QTRY_VERIFY(add->isEnabled());
        add->trigger();
        const auto *company = bench.window->findChild<ui::ScheduleDialog *>()->findChild<QComboBox *>(u"company"_s);
        QStringList offered;
        for (int i = 0; i < company->count(); ++i)
            offered.append(company->itemText(i));
        QCOMPARE(offered, QStringList({u"3 · SENAI Paraná"_s, u"4 · IEL Paraná"_s}));
    }
};

QTEST_MAIN(OneCompanyTest)
#include "tst_onecompany.moc"
