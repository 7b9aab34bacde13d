// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/delivery/scheduledreport.h"
#include "core/work/schedules.h"
#include "tests/support/testdatabase.h"
#include "tests/ui/support/names.h"
#include "tests/ui/support/settle.h"
#include "ui/schedules/scheduledialog.h"
#include "ui/schedules/schedulespage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/statepage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using testing::Stage;
using Kind = work::ScheduleRule::Kind;

class SchedulesTest final : public QObject
{
    Q_OBJECT

private:
    struct Bench {
        test::TestDatabase home;
        Stage stage;
        ui::Directory directory;
        ui::Context context;
        std::unique_ptr<ui::SchedulesPage> page;

        explicit Bench(const QString &backend)
            : home(backend, false)
            , stage(home.address())
            , directory(stage.session())
        {
            // What is due is compared with this clock and with the services' own.
            stage.clock().set(QDateTime::currentDateTimeUtc());
            setUsualLookups(stage);
            // Setting up a company gives it its "Reenvio automático", which these tests do without.
            for (const work::Schedule &schedule : all())
                QVERIFY(stage.services().schedules.remove(owner(), schedule.id));
            directory.refresh();
            QVERIFY(QTest::qWaitFor([&] { return directory.companies().size() == 3; }));
            open(owner());
        }
        void open(const security::Actor &actor)
        {
            page.reset();
            stage.session().actor = actor;
            page = std::make_unique<ui::SchedulesPage>(stage.session(), context, directory);
            page->resize(1120, 640);
            page->show();
            page->enter();
        }
        static security::Actor owner() { return security::Actor::owner(u"analista"_s); }
        [[nodiscard]] QList<work::Schedule> all()
        {
            const auto connection = stage.services().database.reads().here();
            const auto found = work::Schedules::list(owner(), **connection);
            if (!found)
                qFatal("%s", qUtf8Printable(found.error().message));
            return *found;
        }
        qint64 add(const QString &name, const QString &rule = u"daily 22:00"_s)
        {
            work::ScheduleDraft draft;
            draft.name = name;
            draft.company = CompanyId(3);
            draft.rule = *work::ScheduleRule::fromText(rule);
            const auto added = stage.services().schedules.add(owner(), draft);
            if (!added)
                qFatal("%s", qUtf8Printable(added.error().message));
            return *added;
        }
        [[nodiscard]] ui::Grid &grid() const { return *page->findChild<ui::Grid *>(u"scheduleGrid"_s); }
        [[nodiscard]] QString cell(int row, int column) const
        {
            return grid().model()->index(row, column).data().toString();
        }
        [[nodiscard]] ui::Banner &banner() const
        {
            return *page->findChild<ui::Banner *>(QString(), Qt::FindDirectChildrenOnly);
        }
        void act(const QString &name) const { page->findChild<QAction *>(name)->trigger(); }
        [[nodiscard]] bool may(const QString &name) const { return page->findChild<QAction *>(name)->isEnabled(); }
        [[nodiscard]] ui::ScheduleDialog *dialog() const { return page->findChild<ui::ScheduleDialog *>(); }
        template<class T>
        [[nodiscard]] T *find(const QString &name) const
        {
            return dialog()->findChild<T *>(name);
        }
        [[nodiscard]] QString text(const QString &name) const { return find<QLabel>(name)->text(); }
        void chooseKind(Kind kind) const
        {
            auto *box = find<QComboBox>(u"kind"_s);
            box->setCurrentIndex(box->findData(int(kind)));
        }
        [[nodiscard]] QPushButton &save() const { return *find<QPushButton>(u"saveSchedule"_s); }
    };

    static QString backend()
    {
        QFETCH_GLOBAL(QString, backend);
        return backend;
    }

private Q_SLOTS:
    void initTestCase_data() { test::TestDatabase::addBackends(); }

    void saysThatThereIsNone()
    {
        Bench bench(backend());
        auto *state = bench.page->findChild<ui::StatePage *>(u"scheduleState"_s);
        QTRY_COMPARE(state->title(), u"No schedule yet"_s);
        QVERIFY(bench.may(u"addSchedule"_s));
        QVERIFY(!bench.may(u"removeSchedule"_s));
    }

    void addsOneAndListsIt()
    {
        Bench bench(backend());
        bench.context.set(CompanyId(3), {});
        bench.act(u"addSchedule"_s);
        QCOMPARE(bench.find<QComboBox>(u"company"_s)->currentData().toLongLong(), 3);
        bench.find<QLineEdit>(u"name"_s)->setText(u"Noite"_s);
        bench.chooseKind(Kind::Weekdays);
        bench.find<QTimeEdit>(u"time"_s)->setTime({21, 30});
        bench.find<QCheckBox>(u"statusPending"_s)->setChecked(false);
        QVERIFY(bench.save().isEnabled());
        bench.save().click();
        QTRY_COMPARE(bench.grid().model()->rowCount(), 1);
        QTRY_VERIFY(!bench.dialog());
        const work::Schedule schedule = bench.all().first();
        QCOMPARE(schedule.rule.toText(), u"weekdays mon,tue,wed,thu,fri 21:30"_s);
        QCOMPARE(schedule.zone, u"America/Sao_Paulo"_s);
        QCOMPARE(schedule.filter.statuses, QList<log::Status> {log::Status::Error});
        QCOMPARE(bench.cell(0, ui::ScheduleModel::Name), u"Noite"_s);
        QCOMPARE(bench.cell(0, ui::ScheduleModel::Company), u"3 · SENAI Paraná"_s);
        QVERIFY(bench.cell(0, ui::ScheduleModel::When).contains(u"21:30"));
        QVERIFY(bench.cell(0, ui::ScheduleModel::NextRun).contains(u"21:30:00"));
        QCOMPARE(bench.cell(0, ui::ScheduleModel::LastRun), u"never"_s);
        QCOMPARE(bench.cell(0, ui::ScheduleModel::State), u"On"_s);
    }

    void aReportIsSetUpAndChanged()
    {
        Bench bench(backend());
        bench.context.set(CompanyId(3), {});
        bench.act(u"addSchedule"_s);
        const auto choose = [&bench](const QString &box, const QString &word) {
            auto *found = bench.find<QComboBox>(box);
            QVERIFY2(found->findData(word) >= 0, qUtf8Printable(word));
            found->setCurrentIndex(found->findData(word));
        };
        choose(u"job"_s, QString::fromUtf16(work::reportJob));
        bench.find<QLineEdit>(u"name"_s)->setText(u"Diretoria"_s);
        bench.chooseKind(Kind::Daily);
        choose(u"reportFormat"_s, u"csv"_s);
        choose(u"reportPeriod"_s, delivery::toWord(delivery::Period::ThisMonth));
        // Nowhere to go to, then a wrong address, then a wrong folder: each told beside its field.
        QVERIFY(!bench.save().isEnabled());
        bench.find<QLineEdit>(u"reportMail"_s)->setText(u"direcao"_s);
        QVERIFY(bench.text(u"refusal-mail"_s).contains(u"direcao"));
        bench.find<QLineEdit>(u"reportMail"_s)->setText(u"direcao@escola.example; ti@escola.example"_s);
        QVERIFY(bench.text(u"refusal-mail"_s).isEmpty());
        bench.find<QLineEdit>(u"reportFolder"_s)->setText(u"relatorios"_s);
        QVERIFY(!bench.text(u"refusal-folder"_s).isEmpty());
        bench.find<QLineEdit>(u"reportFolder"_s)->setText(u"/srv/relatorios"_s);
        QVERIFY(bench.text(u"refusal-folder"_s).isEmpty());
        bench.find<QCheckBox>(u"reportSummary"_s)->setChecked(true);
        QVERIFY(bench.save().isEnabled());
        bench.save().click();
        QTRY_COMPARE(bench.grid().model()->rowCount(), 1);
        QTRY_VERIFY(!bench.dialog());
        const work::Schedule schedule = bench.all().first();
        QCOMPARE(schedule.job, QString::fromUtf16(work::reportJob));
        auto stored = delivery::ScheduledReport::fromJson(schedule.report);
        QVERIFY(stored);
        QCOMPARE(stored->format, reports::Format::Csv);
        QCOMPARE(stored->period, delivery::Period::ThisMonth);
        QCOMPARE(stored->folder, u"/srv/relatorios"_s);
        QCOMPARE(stored->recipients, QStringList({u"direcao@escola.example"_s, u"ti@escola.example"_s}));
        QVERIFY(stored->withSummary);
        QCOMPARE(stored->columns, reports::standardColumns());
        // What is stored shows again, and one change leaves the rest.
        QTest::keyClick(&bench.grid(), Qt::Key_Return);
        QVERIFY(bench.dialog());
        QCOMPARE(bench.find<QComboBox>(u"reportFormat"_s)->currentData().toString(), u"csv"_s);
        QCOMPARE(bench.find<QLineEdit>(u"reportFolder"_s)->text(), u"/srv/relatorios"_s);
        QVERIFY(bench.find<QCheckBox>(u"reportSummary"_s)->isChecked());
        choose(u"reportFormat"_s, u"pdf"_s);
        bench.save().click();
        QTRY_VERIFY(!bench.dialog());
        auto wanted = *stored;
        wanted.format = reports::Format::Pdf;
        stored = delivery::ScheduledReport::fromJson(bench.all().first().report);
        QVERIFY(stored && *stored == wanted);
    }

    void showsTheNextFiveRuns()
    {
        Bench bench(backend());
        bench.stage.clock().set(QDateTime({2026, 11, 22}, {17, 3, 22}, Qt::UTC));
        bench.act(u"addSchedule"_s);
        bench.chooseKind(Kind::Daily);
        bench.find<QTimeEdit>(u"time"_s)->setTime({22, 0});
        QCOMPARE(bench.text(u"ruleWords"_s), u"Every day at 22:00 (Brasília)"_s);
        QStringList lines = bench.text(u"nextRuns"_s).split(u'\n');
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines.first().startsWith(u"22/11/2026 22:00:00 · "));
        QVERIFY(lines.last().startsWith(u"26/11/2026 22:00:00 · "));
        bench.find<QComboBox>(u"zone"_s)->setEditText(u"America/Manaus"_s);
        QCOMPARE(bench.text(u"ruleWords"_s), u"Every day at 22:00 (Amazonas)"_s);
        bench.chooseKind(Kind::Every);
        bench.find<QSpinBox>(u"minutes"_s)->setValue(90);
        lines = bench.text(u"nextRuns"_s).split(u'\n');
        QVERIFY2(lines.first().startsWith(u"22/11/2026 14:33:22"), qUtf8Printable(lines.first()));
    }

    void saysHowLongAnOutageIsOutlasted()
    {
        Bench bench(backend());
        bench.context.set(CompanyId(3), {});
        bench.act(u"addSchedule"_s);
        bench.chooseKind(Kind::Every);
        QTRY_VERIFY(bench.text(u"coverage"_s).contains(u"is empty"));
        bench.dialog()->reject();
        QTRY_VERIFY(!bench.dialog());
        bench.stage.setParameter(u"lojaclick.resend.max_attempts"_s, parameters::Scope::ofCompany(CompanyId(3)), u"5"_s,
                                 u"analista"_s);
        bench.act(u"addSchedule"_s);
        bench.chooseKind(Kind::Every);
        QTRY_VERIFY(bench.text(u"coverage"_s).contains(u"5 attempts"));
        QVERIFY(bench.text(u"coverage"_s).contains(u"2 h"));
    }

    void refusesBesideTheField()
    {
        Bench bench(backend());
        bench.act(u"addSchedule"_s);
        bench.find<QComboBox>(u"zone"_s)->setEditText(u"America/Atlantida"_s);
        QVERIFY(bench.text(u"refusal-zone"_s).contains(u"America/Atlantida"));
        QVERIFY(!bench.save().isEnabled());
        bench.find<QComboBox>(u"zone"_s)->setEditText(u"America/Sao_Paulo"_s);
        QVERIFY(bench.text(u"refusal-zone"_s).isEmpty());
        QVERIFY(bench.save().isEnabled());
        bench.chooseKind(Kind::Weekdays);
        for (int day = 1; day <= 5; ++day)
            bench.find<QCheckBox>(u"weekday%1"_s.arg(day))->setChecked(false);
        QVERIFY(!bench.text(u"refusal-rule"_s).isEmpty());
        QVERIFY(!bench.save().isEnabled());
        bench.chooseKind(Kind::Once);
        bench.find<QDateEdit>(u"date"_s)->setDate({2001, 1, 1});
        QVERIFY(bench.text(u"refusal-rule"_s).contains(u"01/01/2001"));
        bench.chooseKind(Kind::Daily);
        bench.find<QCheckBox>(u"statusError"_s)->setChecked(false);
        bench.find<QCheckBox>(u"statusPending"_s)->setChecked(false);
        QVERIFY(!bench.text(u"refusal-filter"_s).isEmpty());
        bench.find<QCheckBox>(u"statusError"_s)->setChecked(true);
        bench.find<QLineEdit>(u"name"_s)->setText(QString(81, u'x'));
        QVERIFY(!bench.text(u"refusal-name"_s).isEmpty());
    }

    void changesOneByKeyboard()
    {
        Bench bench(backend());
        const qint64 id = bench.add(u"Noite"_s);
        QTRY_COMPARE(bench.grid().model()->rowCount(), 1);
        QTest::keyClick(&bench.grid(), Qt::Key_Return);
        QVERIFY(bench.dialog());
        QCOMPARE(bench.find<QLineEdit>(u"name"_s)->text(), u"Noite"_s);
        QCOMPARE(bench.find<QTimeEdit>(u"time"_s)->time(), QTime(22, 0));
        bench.find<QTimeEdit>(u"time"_s)->setTime({23, 15});
        QTest::keyClick(bench.find<QLineEdit>(u"name"_s), Qt::Key_Return);
        QTRY_VERIFY(bench.cell(0, ui::ScheduleModel::When).contains(u"23:15"));
        QCOMPARE(bench.all().size(), 1);
        QCOMPARE(bench.all().first().id, id);
    }

    void someoneElseRemovedIt()
    {
        Bench bench(backend());
        const qint64 id = bench.add(u"Noite"_s);
        QTRY_COMPARE(bench.grid().model()->rowCount(), 1);
        bench.act(u"changeSchedule"_s);
        QVERIFY(bench.stage.services().schedules.remove(Bench::owner(), id));
        bench.save().click();
        auto *banner = bench.dialog()->findChild<ui::Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->text().startsWith(u"Nothing was saved."));
        QVERIFY(bench.dialog()->isVisible());
    }

    void turnsOffAndOn()
    {
        Bench bench(backend());
        bench.add(u"Noite"_s);
        QTRY_COMPARE(bench.grid().model()->rowCount(), 1);
        bench.act(u"toggleSchedule"_s);
        QTRY_COMPARE(bench.cell(0, ui::ScheduleModel::State), u"Off"_s);
        QCOMPARE(bench.cell(0, ui::ScheduleModel::NextRun), u"none"_s);
        QVERIFY(!bench.all().first().enabled);
        bench.act(u"toggleSchedule"_s);
        QTRY_COMPARE(bench.cell(0, ui::ScheduleModel::State), u"On"_s);
    }

    void removesAndBringsBack()
    {
        Bench bench(backend());
        bench.add(u"Manhã"_s, u"every 45m"_s);
        bench.add(u"Noite"_s);
        QTRY_COMPARE(bench.grid().model()->rowCount(), 2);
        bench.grid().setCurrentIndex(bench.grid().model()->index(0, 0));
        const work::Schedule before = bench.all().first();
        QTest::keyClick(&bench.grid(), Qt::Key_Delete);
        QTRY_COMPARE(bench.grid().model()->rowCount(), 1);
        QCOMPARE(bench.banner().text(), u"'Manhã' was removed."_s);
        bench.banner().findChild<QPushButton *>()->click();
        QTRY_COMPARE(bench.grid().model()->rowCount(), 2);
        const work::Schedule after = bench.all().last();
        QCOMPARE(after.name, before.name);
        QCOMPARE(after.rule, before.rule);
        QVERIFY(!bench.banner().isVisible());
    }

    void everyControlHasANameInEachLanguage()
    {
        Bench bench(backend());
        bench.add(u"Noite"_s);
        QTRY_COMPARE(bench.grid().model()->rowCount(), 1);
        bench.act(u"addSchedule"_s);
        ui::Language language;
        for (const QString &code : ui::Language::available()) {
            language.use(code);
            QCOMPARE(testing::namelessControls(*bench.page), QString());
            QCOMPARE(testing::doubledMnemonics(*bench.dialog()), QString());
            for (const auto kind : {Kind::Once, Kind::Every, Kind::Weekdays}) {
                bench.chooseKind(kind);
                QCOMPARE(testing::namelessControls(*bench.dialog()), QString());
            }
        }
    }

    void runsNow()
    {
        Bench bench(backend());
        bench.add(u"Noite"_s);
        QTRY_COMPARE(bench.grid().model()->rowCount(), 1);
        bench.act(u"runSchedule"_s);
        QTRY_VERIFY(bench.banner().text().startsWith(u"'Noite' was asked to run now"));
        QVERIFY(bench.page->processes().contains(bench.page->findChild<QAction *>(u"runSchedule"_s)));
    }

    void showsTheLastRunWithItsCounts()
    {
        Bench bench(backend());
        const qint64 id = bench.add(u"Noite"_s);
        QTRY_COMPARE(bench.grid().model()->rowCount(), 1);
        addRun(bench.stage, id, QDateTime({2026, 11, 22}, {1, 0}, Qt::UTC), 7, 2);
        QTRY_COMPARE(bench.cell(0, ui::ScheduleModel::Result), u"7 succeeded · 2 failed"_s);
        QCOMPARE(bench.cell(0, ui::ScheduleModel::LastRun), u"21/11/2026 22:00:00"_s);
    }

    void whoMayNotChangesNothing()
    {
        Bench bench(backend());
        bench.add(u"Noite"_s);
        // Bound to another company, so that it may look at nothing and change nothing here.
        bench.open(security::Actor::apiClient(u"broker"_s, CompanyId(2)));
        QTRY_COMPARE(bench.page->findChild<ui::StatePage *>(u"scheduleState"_s)->title(),
                     u"The schedules could not be read"_s);
        for (const QString &action :
             {u"addSchedule"_s, u"changeSchedule"_s, u"runSchedule"_s, u"toggleSchedule"_s, u"removeSchedule"_s})
            QVERIFY2(!bench.may(action), qUtf8Printable(action));
    }
};

QTEST_MAIN(SchedulesTest)
#include "tst_schedules.moc"
