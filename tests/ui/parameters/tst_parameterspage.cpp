// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/ui/support/stage.h"
#include "ui/parameters/lookupfield.h"
#include "ui/parameters/parameterspage.h"
#include "ui/widgets/activity.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/connectiontest.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/grid.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTcpServer>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using parameters::Scope;
using testing::Stage;

namespace {

const QString address = u"lojaclick.broker.address"_s;
const QString token = u"lojaclick.broker.token"_s;
const QString preEnrollment = u"lojaclick.status.pre_enrollment"_s;
const QString enrollment = u"lojaclick.status.enrollment"_s;
const QString user = u"lojaclick.integration_user"_s;
const QString attempts = u"lojaclick.resend.max_attempts"_s;

} // namespace

class ParametersPageTest final : public QObject
{
    Q_OBJECT

private:
    struct Bench {
        Stage stage;
        ui::Context context;
        ui::Directory directory {stage.session()};
        std::unique_ptr<ui::ParametersPage> page;

        explicit Bench(bool withLookups = true)
        {
            if (withLookups)
                testing::setUsualLookups(stage);
            stage.setParameter(address, {}, u"https://broker.example/a"_s, u"joão"_s);
            stage.setParameter(attempts, Scope::ofCompany(CompanyId(3)), u"3"_s, u"joão"_s);
            page = std::make_unique<ui::ParametersPage>(stage.session(), stage.session().integrations.first(), context,
                                                        directory, stage.questions());
            page->resize(1000, 700);
            page->show();
            QVERIFY(QTest::qWaitForWindowExposed(page.get()));
            page->enter();
            directory.refresh();
            context.set(CompanyId(3), LevelId(1));
            QTRY_COMPARE(line(address)->text(), u"https://broker.example/a"_s);
        }
        [[nodiscard]] QTabWidget &tabs() const { return *page->findChild<QTabWidget *>(u"parameterTabs"_s); }
        [[nodiscard]] QWidget *field(const QString &key) const { return page->findChild<QWidget *>(key); }
        [[nodiscard]] QLineEdit *line(const QString &key) const
        {
            return field(key)->findChild<QLineEdit *>(u"editor"_s);
        }
        [[nodiscard]] ui::LookupField *lookup(const QString &key) const
        {
            return field(key)->findChild<ui::LookupField *>(u"editor"_s);
        }
        [[nodiscard]] QString error(const QString &key) const
        {
            const auto *label = field(key)->findChild<QLabel *>(u"error"_s);
            return label->isHidden() ? QString() : label->text();
        }
        [[nodiscard]] QString warning(const QString &key) const
        {
            const auto *label = field(key)->findChild<QLabel *>(u"warning"_s);
            return label->isHidden() ? QString() : label->text();
        }
        [[nodiscard]] QPushButton *save() const { return page->findChild<QPushButton *>(u"save"_s); }
        [[nodiscard]] QString summary() const { return page->findChild<QLabel *>(u"summary"_s)->text(); }
        [[nodiscard]] QString banner() const
        {
            const auto *strip = page->findChild<ui::Banner *>();
            return strip->isVisible() ? strip->text() : QString();
        }
        [[nodiscard]] QAction *action(const QString &text) const
        {
            for (QAction *action : page->actions()) {
                if (action->text().remove(u'&') == text)
                    return action;
            }
            qFatal("no action %s", qPrintable(text));
        }
        void runSql(const QString &sql)
        {
            const Result<> done = stage.services().database.writer().write<void>(
                "test.sql", [&sql](storage::Connection &connection) { return connection.run(sql); });
            QVERIFY(done);
        }
        void show(int tab) const { tabs().setCurrentIndex(tab); }
        void type(QLineEdit *editor, const QString &text) const
        {
            editor->setFocus();
            editor->selectAll();
            if (text.isEmpty())
                QTest::keyClick(editor, Qt::Key_Delete);
            else
                QTest::keyClicks(editor, text);
        }
    };

private Q_SLOTS:
    void hasExactlyTheThreeTabs()
    {
        Bench bench;
        QCOMPARE(bench.tabs().count(), 3);
        QCOMPARE(bench.tabs().tabText(0), u"Integration data"_s);
        QCOMPARE(bench.tabs().tabText(1), u"Enrolment status data"_s);
        QCOMPARE(bench.tabs().tabText(2), u"General parameters"_s);
        for (const QString &key : {address, token, preEnrollment, enrollment, user, attempts})
            QVERIFY2(bench.field(key), qPrintable(key));
    }

    void typingTheOldValueBackMakesThePageClean()
    {
        Bench bench;
        QVERIFY(!bench.save()->isEnabled());
        bench.type(bench.line(address), u"https://other.example"_s);
        QVERIFY(bench.save()->isEnabled());
        QCOMPARE(bench.summary(), u"1 change(s) not saved"_s);
        bench.type(bench.line(address), u"https://broker.example/a"_s);
        QVERIFY(!bench.save()->isEnabled());
        QCOMPARE(bench.summary(), u"Everything is saved"_s);
    }

    void savesAllTabsAtOnce()
    {
        Bench bench;
        bench.type(bench.line(address), u"https://other.example"_s);
        bench.show(2);
        bench.type(bench.line(attempts), u"5"_s);
        bench.save()->click();
        QTRY_COMPARE(bench.summary(), u"Everything is saved"_s);
        QCOMPARE(bench.stage.parameter(address, {}).value, u"https://other.example"_s);
        QCOMPARE(bench.stage.parameter(attempts, Scope::ofCompany(CompanyId(3))).value, u"5"_s);
        QCOMPARE(bench.stage.parameter(address, {}).changedBy, u"analista"_s);
        QTRY_VERIFY(bench.field(address)->findChild<QLabel *>(u"provenance"_s)->text().contains(u"analista"));
    }

    void undoBringsTheStoredValuesBack()
    {
        Bench bench;
        bench.type(bench.line(address), u"https://other.example"_s);
        bench.page->findChild<QPushButton *>(u"undo"_s)->click();
        QCOMPARE(bench.line(address)->text(), u"https://broker.example/a"_s);
        QVERIFY(!bench.page->isChanged());
    }

    void refusesWithAMessageBesideTheField_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("typed");
        QTest::newRow("address without scheme") << address << 0 << u"broker.example"_s;
        QTest::newRow("address without host") << address << 0 << u"https://"_s;
        QTest::newRow("zero attempts") << attempts << 2 << u"0"_s;
        QTest::newRow("minus one") << attempts << 2 << u"-1"_s;
        QTest::newRow("letters") << attempts << 2 << u"abc"_s;
        QTest::newRow("too many") << attempts << 2 << u"100"_s;
    }

    void refusesWithAMessageBesideTheField()
    {
        QFETCH(QString, key);
        QFETCH(int, tab);
        QFETCH(QString, typed);
        Bench bench;
        const QString before = bench.stage.parameter(key, tab == 0 ? Scope() : Scope::ofCompany(CompanyId(3))).value;
        bench.show(tab);
        bench.type(bench.line(key), typed);
        bench.show(1);
        bench.save()->click();
        QVERIFY(!bench.error(key).isEmpty());
        QCOMPARE(bench.tabs().currentIndex(), tab);
        QVERIFY(bench.page->isChanged());
        QCOMPARE(bench.stage.parameter(key, tab == 0 ? Scope() : Scope::ofCompany(CompanyId(3))).value, before);
    }

    void emptyAttemptsAreAllowed()
    {
        Bench bench;
        bench.show(2);
        bench.type(bench.line(attempts), {});
        bench.save()->click();
        QTRY_COMPARE(bench.summary(), u"Everything is saved"_s);
        QVERIFY(!bench.stage.parameter(attempts, Scope::ofCompany(CompanyId(3))).isSet);
    }

    void aSecretIsWrittenAndNeverShown()
    {
        Bench bench;
        QLineEdit *editor = bench.line(token);
        QCOMPARE(editor->echoMode(), QLineEdit::Password);
        QCOMPARE(editor->placeholderText(), u"Not set"_s);
        bench.type(editor, u"s3cret"_s);
        bench.save()->click();
        QTRY_COMPARE(bench.summary(), u"Everything is saved"_s);
        QTRY_VERIFY(editor->placeholderText().startsWith(u"Set on "));
        QVERIFY(editor->placeholderText().endsWith(u" by analista"));
        QVERIFY(editor->text().isEmpty());
        QVERIFY(bench.stage.parameter(token, {}).isSet);
        auto *remove = bench.field(token)->findChild<QToolButton *>();
        remove->click();
        QCOMPARE(bench.summary(), u"1 change(s) not saved"_s);
        bench.save()->click();
        QTRY_VERIFY(!bench.stage.parameter(token, {}).isSet);
    }

    void aLookupIsChosenByTypingPartOfTheDescription()
    {
        Bench bench;
        bench.show(1);
        ui::LookupField *field = bench.lookup(preEnrollment);
        QTRY_COMPARE(field->count(), 3);
        field->setFocus();
        QTest::keyClicks(field->lineEdit(), u"pr"_s);
        QCOMPARE(field->completer()->completionCount(), 1);
        QCOMPARE(field->completer()->currentCompletion(), u"10 · Pré Matriculado"_s);
        Q_EMIT field->completer()->activated(field->completer()->currentCompletion());
        QCOMPARE(field->code(), u"10"_s);
        bench.save()->click();
        QTRY_COMPARE(bench.stage.parameter(preEnrollment, Scope::ofLevel(CompanyId(3), LevelId(1))).value, u"10"_s);
    }

    void aLookupRefusesFreeText()
    {
        Bench bench;
        bench.show(1);
        ui::LookupField *field = bench.lookup(preEnrollment);
        QTRY_COMPARE(field->count(), 3);
        bench.type(field->lineEdit(), u"77"_s);
        bench.save()->click();
        QCOMPARE(bench.error(preEnrollment), u"'77' is not in the list: choose an entry."_s);
        QVERIFY(!bench.stage.parameter(preEnrollment, Scope::ofLevel(CompanyId(3), LevelId(1))).isSet);
    }

    void aStatusOfAnotherLevelIsRefused()
    {
        Bench bench;
        bench.stage.setLookup(u"statuses"_s, u"3/2"_s, {{u"21"_s, u"Cursando"_s}});
        bench.show(1);
        ui::LookupField *field = bench.lookup(preEnrollment);
        QTRY_COMPARE(field->count(), 3);
        bench.type(field->lineEdit(), u"21"_s);
        bench.save()->click();
        QCOMPARE(bench.error(preEnrollment), u"'21' is not in the list: choose an entry."_s);
        QVERIFY(!bench.stage.parameter(preEnrollment, Scope::ofLevel(CompanyId(3), LevelId(1))).isSet);
        // At its own level it is a status like any other.
        bench.page->findChild<QPushButton *>(u"undo"_s)->click();
        bench.context.set(CompanyId(3), LevelId(2));
        QTRY_COMPARE(field->count(), 1);
        bench.type(field->lineEdit(), u"21"_s);
        bench.save()->click();
        QTRY_COMPARE(bench.stage.parameter(preEnrollment, Scope::ofLevel(CompanyId(3), LevelId(2))).value, u"21"_s);
    }

    void theKeyF2OpensTheList()
    {
        Bench bench;
        bench.show(1);
        ui::LookupField *field = bench.lookup(preEnrollment);
        QTRY_COMPARE(field->count(), 3);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_F2);
        QTRY_VERIFY(field->view()->isVisible());
        QTest::keyClick(field->view(), Qt::Key_Down);
        QTest::keyClick(field->view(), Qt::Key_Return);
        QTRY_VERIFY(!field->view()->isVisible());
        QVERIFY(!field->code().isEmpty());
        QVERIFY(bench.page->isChanged());
    }

    void aCodeCanBeTypedWhereTheListWasNeverRead()
    {
        Bench bench(false);
        bench.show(2);
        ui::LookupField *field = bench.lookup(user);
        QTRY_VERIFY(field->isVisible());
        bench.type(field->lineEdit(), u"lojaclick"_s);
        QCOMPARE(bench.error(user), QString());
        bench.save()->click();
        QTRY_COMPARE(bench.stage.parameter(user, Scope::ofCompany(CompanyId(3))).value, u"lojaclick"_s);
    }

    void warnsOfEqualStatusesButAllowsThem()
    {
        Bench bench;
        bench.show(1);
        QTRY_COMPARE(bench.lookup(enrollment)->count(), 3);
        bench.type(bench.lookup(preEnrollment)->lineEdit(), u"10"_s);
        QCOMPARE(bench.warning(preEnrollment), QString());
        bench.type(bench.lookup(enrollment)->lineEdit(), u"10"_s);
        QVERIFY(!bench.warning(preEnrollment).isEmpty());
        QVERIFY(!bench.warning(enrollment).isEmpty());
        bench.save()->click();
        QTRY_COMPARE(bench.summary(), u"Everything is saved"_s);
    }

    void draftsOfSeveralCompaniesStandBesideOneAnother()
    {
        Bench bench;
        bench.show(2);
        bench.type(bench.line(attempts), u"5"_s);
        bench.context.set(CompanyId(2), {});
        QTRY_COMPARE(bench.line(attempts)->text(), QString());
        bench.type(bench.line(attempts), u"7"_s);
        QCOMPARE(bench.summary(), u"2 change(s) not saved"_s);
        bench.context.set(CompanyId(3), {});
        QCOMPARE(bench.line(attempts)->text(), u"5"_s);
        bench.save()->click();
        QTRY_COMPARE(bench.stage.parameter(attempts, Scope::ofCompany(CompanyId(2))).value, u"7"_s);
        QCOMPARE(bench.stage.parameter(attempts, Scope::ofCompany(CompanyId(3))).value, u"5"_s);
    }

    void saysThatSomeoneElseSavedMeanwhile()
    {
        Bench bench;
        bench.type(bench.line(address), u"https://mine.example"_s);
        bench.stage.setParameter(address, {}, u"https://theirs.example"_s, u"joão"_s);
        bench.save()->click();
        QTRY_VERIFY(bench.banner().contains(u"Broker web service address (joão)"));
        QCOMPARE(bench.line(address)->text(), u"https://mine.example"_s);
        QCOMPARE(bench.stage.parameter(address, {}).value, u"https://theirs.example"_s);
        QTRY_VERIFY(bench.save()->isEnabled());
        bench.save()->click();
        QTRY_COMPARE(bench.stage.parameter(address, {}).value, u"https://mine.example"_s);
    }

    void takesAnOldValueBackFromTheHistory()
    {
        Bench bench;
        bench.stage.setParameter(address, {}, u"https://broker.example/b"_s, u"maria"_s);
        QTRY_COMPARE(bench.line(address)->text(), u"https://broker.example/b"_s);
        bench.action(u"History…"_s)->trigger();
        auto *grid = bench.page->findChild<ui::Grid *>(u"historyGrid"_s);
        QVERIFY(grid);
        QTRY_COMPARE(grid->model()->rowCount(), 3);
        const auto text = [&](int column) { return grid->model()->index(0, column).data().toString(); };
        QCOMPARE(text(1), u"maria"_s);
        QCOMPARE(text(2), u"Broker web service address"_s);
        QCOMPARE(text(4), u"https://broker.example/a"_s);
        QCOMPARE(text(5), u"https://broker.example/b"_s);
        bench.page->findChild<QPushButton *>(u"restore"_s)->click();
        QCOMPARE(bench.line(address)->text(), u"https://broker.example/a"_s);
        QCOMPARE(bench.stage.parameter(address, {}).value, u"https://broker.example/b"_s);
        QTRY_VERIFY(bench.save()->isEnabled());
        bench.save()->click();
        QTRY_COMPARE(bench.stage.parameter(address, {}).value, u"https://broker.example/a"_s);
    }

    void theHistoryTellsOfASecretWithoutShowingIt()
    {
        Bench bench;
        bench.stage.setParameter(token, {}, u"s3cret"_s, u"maria"_s);
        bench.action(u"History…"_s)->trigger();
        auto *grid = bench.page->findChild<ui::Grid *>(u"historyGrid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 3);
        QCOMPARE(grid->model()->index(0, 5).data().toString(), u"changed"_s);
        QVERIFY(!bench.page->findChild<QPushButton *>(u"restore"_s)->isEnabled());
    }

    void theHistorySpeaksAnotherLanguageAtOnce()
    {
        Bench bench;
        bench.stage.setParameter(token, {}, u"s3cret"_s, u"maria"_s);
        bench.action(u"History…"_s)->trigger();
        auto *grid = bench.page->findChild<ui::Grid *>(u"historyGrid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 3);
        grid->setCurrentIndex(grid->model()->index(1, 0));
        ui::Language language;
        language.use(u"pt_BR"_s);
        QTRY_COMPARE(grid->model()->index(0, 5).data().toString(), u"alterado"_s);
        QCOMPARE(grid->model()->headerData(0, Qt::Horizontal).toString(), u"Quando"_s);
        QCOMPARE(grid->window()->windowTitle(), u"Histórico dos parâmetros"_s);
        QCOMPARE(grid->currentIndex().row(), 1);
        QVERIFY(bench.page->findChild<QPushButton *>(u"restore"_s)->isEnabled());
        language.use(u"en"_s);
        QTRY_COMPARE(grid->model()->index(0, 5).data().toString(), u"changed"_s);
    }

    void exportsWithoutSecretsAndImportsIntoTheDraft()
    {
        Bench bench;
        bench.stage.setParameter(token, {}, u"s3cret"_s, u"maria"_s);
        QTemporaryDir folder;
        bench.stage.questions().file = folder.filePath(u"parameters.json"_s);
        bench.action(u"Export to a file…"_s)->trigger();
        QTRY_VERIFY(bench.banner().contains(u"without tokens and passwords"));
        QFile file(bench.stage.questions().file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("https://broker.example/a"));
        QVERIFY(!text.contains("token"));
        bench.stage.setParameter(address, {}, u"https://broker.example/b"_s, u"maria"_s);
        QTRY_COMPARE(bench.line(address)->text(), u"https://broker.example/b"_s);
        bench.action(u"Import from a file…"_s)->trigger();
        QCOMPARE(bench.line(address)->text(), u"https://broker.example/a"_s);
        QCOMPARE(bench.summary(), u"1 change(s) not saved"_s);
    }

    void refusesAFileThatIsNoExport()
    {
        Bench bench;
        QTemporaryDir folder;
        bench.stage.questions().file = folder.filePath(u"other.json"_s);
        QFile file(bench.stage.questions().file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"format\":\"ponte-parameters\",\"version\":1,\"parameters\":[{\"key\":\"lojaclick.broker.token\","
                   "\"value\":\"x\"}]}");
        file.close();
        bench.action(u"Import from a file…"_s)->trigger();
        QVERIFY(bench.banner().contains(u"is a secret, which no file carries"));
        QVERIFY(!bench.page->isChanged());
    }

    void saysWhatAChangeTouchesBeforeItIsSaved()
    {
        Bench bench;
        bench.stage.add({u"V-1"_s, u"contract_activation"_s, log::Status::Error, 3});
        bench.stage.add({u"V-2"_s, u"contract_activation"_s, log::Status::Pending, 3});
        bench.stage.add({u"V-3"_s, u"contract_activation"_s, log::Status::Pending, 2});
        bench.show(2);
        bench.type(bench.line(attempts), u"5"_s);
        const auto *touched = bench.page->findChild<QLabel *>(u"touched"_s);
        QTRY_COMPARE(touched->text(),
                     u"Touches from the next attempt on: 2 record(s) in error or pending, 1 schedule(s)."_s);
        QVERIFY(touched->isVisible());
        bench.type(bench.line(attempts), u"3"_s);
        QVERIFY(!touched->isVisible());
    }

    void warnsOfAMissingToken()
    {
        Bench bench;
        QCOMPARE(bench.warning(token), u"The address is set, this is not: calls will be refused."_s);
        bench.type(bench.line(token), u"s3cret"_s);
        QCOMPARE(bench.warning(token), QString());
    }

    void warnsOfAUserWhoLeftRm()
    {
        Bench bench;
        bench.stage.setParameter(user, Scope::ofCompany(CompanyId(3)), u"mestre"_s, u"maria"_s);
        bench.show(2);
        QTRY_COMPARE(bench.lookup(user)->code(), u"mestre"_s);
        QCOMPARE(bench.warning(user), QString());
        bench.stage.setLookup(u"users"_s, {}, {{u"lojaclick"_s, u"Usuário padrão loja"_s}});
        QTRY_COMPARE(bench.warning(user), u"'mestre' is no longer in RM's list: choose another."_s);
    }

    void keepsTheListWhereRmIsAway()
    {
        Bench bench;
        parameters::ConnectionChange rm {u"rm"_s, QUrl(u"http://127.0.0.1:9"_s), u"integracao"_s, u"x"_s};
        QVERIFY(bench.stage.services().connections.set(security::Actor::owner(u"analista"_s), rm));
        bench.show(2);
        QTRY_COMPARE(bench.lookup(user)->count(), 2);
        bench.field(user)->findChild<QToolButton *>(u"readList"_s)->click();
        QVERIFY(bench.stage.activity().runningCount() > 0);
        QTRY_VERIFY(bench.warning(user).startsWith(u"The list could not be read from RM, what was known stays: "));
        QCOMPARE(bench.lookup(user)->count(), 2);
        QCOMPARE(bench.stage.activity().runningCount(), 0);
        QCOMPARE(bench.stage.activity().entries().first().outcome, ui::Activity::Outcome::Failed);
    }

    void listsTheChecksOfAConnectionThatFails()
    {
        Bench bench;
        bench.type(bench.line(address), u"http://127.0.0.1:9/broker"_s);
        bench.type(bench.line(token), u"s3cret"_s);
        auto *test = bench.page->findChild<ui::ConnectionTest *>();
        test->findChild<QPushButton *>(u"testConnection"_s)->click();
        QVERIFY(test->isRunning());
        QTRY_VERIFY(!test->isRunning());
        QCOMPARE(test->isPassed(), std::optional(false));
        QStringList texts;
        for (const QLabel *label : test->findChildren<QLabel *>())
            texts.append(label->text());
        QVERIFY2(texts.contains(u"✕ failed"_s), qPrintable(texts.join(u'|')));
        QVERIFY2(texts.join(u'|').contains(u"Nothing answers at 127.0.0.1:9"), qPrintable(texts.join(u'|')));
        // Other settings than those that were tried are on the screen now.
        bench.type(bench.line(address), u"http://127.0.0.1:10/broker"_s);
        QVERIFY(!test->isPassed());
    }

    void aStoredTokenIsNotTriedAtAnotherServer()
    {
        Bench bench;
        bench.stage.setParameter(token, {}, u"s3cret"_s, u"ana"_s);
        QTRY_VERIFY(!bench.line(token)->placeholderText().isEmpty());
        bench.type(bench.line(address), u"http://127.0.0.1:9/broker"_s);
        auto *test = bench.page->findChild<ui::ConnectionTest *>();
        test->start();
        QTRY_VERIFY(!test->isRunning());
        const QString said = test->findChild<QLabel *>(u"testState"_s)->text();
        QVERIFY2(said.startsWith(u"The stored token goes to https://broker.example alone."), qPrintable(said));
        QCOMPARE(bench.page->window()->focusWidget(), bench.line(token));
    }

    void aTestIsCancelledAtOnce()
    {
        Bench bench;
        // Nobody answers a connection that the queue of a listening socket holds.
        QTcpServer deaf;
        QVERIFY(deaf.listen(QHostAddress::LocalHost));
        bench.type(bench.line(address), u"http://127.0.0.1:%1"_s.arg(deaf.serverPort()));
        bench.type(bench.line(token), u"s3cret"_s);
        auto *test = bench.page->findChild<ui::ConnectionTest *>();
        test->start();
        QVERIFY(test->isRunning());
        test->findChild<QPushButton *>(u"cancelTest"_s)->click();
        QVERIFY(!test->isRunning());
        QCOMPARE(test->findChild<QLabel *>(u"testState"_s)->text(), u"The test was cancelled."_s);
        QCOMPARE(bench.stage.activity().runningCount(), 0);
    }

    void keepsTheDraftWhereTheDatabaseGoesAway()
    {
        Bench bench;
        bench.type(bench.line(address), u"https://mine.example"_s);
        bench.runSql(u"ALTER TABLE parameter_history RENAME TO away"_s);
        bench.save()->click();
        QTRY_VERIFY(bench.banner().startsWith(u"Nothing was saved. "));
        QCOMPARE(bench.line(address)->text(), u"https://mine.example"_s);
        QVERIFY(bench.page->isChanged());
        QCOMPARE(bench.stage.parameter(address, {}).value, u"https://broker.example/a"_s);
        bench.runSql(u"ALTER TABLE away RENAME TO parameter_history"_s);
        Q_EMIT bench.page->findChild<ui::Banner *>()->actionTriggered();
        QTRY_COMPARE(bench.stage.parameter(address, {}).value, u"https://mine.example"_s);
        QTRY_VERIFY(!bench.page->isChanged());
    }

    void othersChangesShowUpWhereNothingIsBeingEdited()
    {
        Bench bench;
        bench.stage.setParameter(address, {}, u"https://theirs.example"_s, u"joão"_s);
        QTRY_COMPARE(bench.line(address)->text(), u"https://theirs.example"_s);
        QVERIFY(!bench.page->isChanged());
    }

    void asksBeforeItIsLeftWithChanges_data()
    {
        QTest::addColumn<ui::LeaveAnswer>("answer");
        QTest::addColumn<bool>("mayLeave");
        QTest::addColumn<QString>("stored");
        QTest::newRow("save") << ui::LeaveAnswer::Save << true << u"https://mine.example"_s;
        QTest::newRow("discard") << ui::LeaveAnswer::Discard << true << u"https://broker.example/a"_s;
        QTest::newRow("stay") << ui::LeaveAnswer::Stay << false << u"https://broker.example/a"_s;
    }

    void asksBeforeItIsLeftWithChanges()
    {
        QFETCH(ui::LeaveAnswer, answer);
        Bench bench;
        std::optional<bool> left;
        bench.page->requestLeave([&](bool mayLeave) { left = mayLeave; });
        QCOMPARE(left, std::optional(true));
        QCOMPARE(bench.stage.questions().asked, 0);
        bench.type(bench.line(address), u"https://mine.example"_s);
        bench.stage.questions().next = answer;
        left.reset();
        bench.page->requestLeave([&](bool mayLeave) { left = mayLeave; });
        QTRY_VERIFY(left.has_value());
        QCOMPARE(bench.stage.questions().asked, 1);
        QTEST(*left, "mayLeave");
        QTEST(bench.stage.parameter(address, {}).value, "stored");
        QCOMPARE(bench.page->isChanged(), answer == ui::LeaveAnswer::Stay);
    }
};

QTEST_MAIN(ParametersPageTest)
#include "tst_parameterspage.moc"
