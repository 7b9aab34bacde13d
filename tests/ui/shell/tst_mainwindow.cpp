// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/blocking.h"
#include "tests/ui/support/stage.h"
#include "ui/help/helppage.h"
#include "ui/log/logmodel.h"
#include "ui/log/monitorpage.h"
#include "ui/overview/overviewpage.h"
#include "ui/parameters/parameterspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/activity.h"
#include "ui/widgets/connectiontest.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/place.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>
#include <QTcpServer>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using testing::Stage;

class MainWindowTest final : public QObject
{
    Q_OBJECT

private:
    struct Bench {
        Stage stage;
        ui::Theme theme {*qApp};
        ui::Language language;
        std::unique_ptr<ui::MainWindow> window;

        explicit Bench(const QString &code = u"pt_BR"_s, bool open = true)
        {
            language.use(code);
            testing::setUsualLookups(stage);
            window =
                std::make_unique<ui::MainWindow>(theme, language, stage.settings(), stage.questions(), stage.clock());
            window->show();
            QVERIFY(QTest::qWaitForWindowExposed(window.get()));
            if (open)
                window->openSession(stage.session());
        }
        [[nodiscard]] QStringList menus() const
        {
            QStringList titles;
            for (const QAction *action : window->menuBar()->actions()) {
                if (action->isVisible())
                    titles.append(action->text().remove(u'&'));
            }
            return titles;
        }
        [[nodiscard]] QStringList navigation() const
        {
            QStringList texts;
            for (const QAbstractButton *button :
                 window->findChild<QWidget *>(u"navigation"_s)->findChildren<QAbstractButton *>())
                texts.append(button->text());
            return texts;
        }
        void typeAddress(const QString &text) const
        {
            window->goTo(u"parameters.lojaclick"_s);
            auto *tabs = window->findChild<QTabWidget *>(u"parameterTabs"_s);
            QTRY_VERIFY(tabs->isVisible());
            auto *editor =
                tabs->findChild<QWidget *>(u"lojaclick.broker.address"_s)->findChild<QLineEdit *>(u"editor"_s);
            QTest::keyClicks(editor, text);
        }
    };

private Q_SLOTS:
    void init() { qApp->setQuitOnLastWindowClosed(false); }

    void standsBeforeADatabaseIsOpen()
    {
        Bench bench(u"pt_BR"_s, false);
        QSignalSpy retried(bench.window.get(), &ui::MainWindow::retryRequested);
        bench.window->showOpening(u"sqlite:/tmp/x.db"_s);
        auto *state = bench.window->findChild<ui::StatePage *>();
        QTRY_COMPARE(state->title(), u"Abrindo o banco de dados…"_s);
        bench.window->showFailure({ErrorCode::Database, u"O arquivo não pode ser lido."_s});
        QCOMPARE(state->title(), u"O banco de dados não pôde ser aberto"_s);
        QCOMPARE(state->text(), u"O arquivo não pode ser lido."_s);
        state->findChild<QAbstractButton *>()->click();
        QCOMPARE(retried.size(), 1);
        QVERIFY(bench.navigation().isEmpty());
    }

    void tellsItsFirstPaint()
    {
        Bench bench(u"pt_BR"_s, false);
        ui::MainWindow window(bench.theme, bench.language, bench.stage.settings(), bench.stage.questions(),
                              bench.stage.clock());
        QSignalSpy painted(&window, &ui::MainWindow::painted);
        window.show();
        QTRY_COMPARE(painted.size(), 1);
        window.repaint();
        QCoreApplication::processEvents();
        QCOMPARE(painted.size(), 1);
    }

    void hasTheMenusOfTheCustomer()
    {
        Bench bench;
        QCOMPARE(bench.menus(), QStringList({u"Arquivo"_s, u"Integração Loja Click"_s, u"Ir para"_s, u"Processos"_s,
                                             u"Exibir"_s, u"Ajuda"_s}));
        QStringList entries;
        for (const QAction *action : bench.window->menuBar()->actions().at(1)->menu()->actions())
            entries.append(action->text());
        QCOMPARE(entries, QStringList({u"Parâmetros"_s, u"Monitor de Log"_s}));
        QCOMPARE(bench.navigation(), QStringList({u"Visão geral"_s, u"Monitor de Log"_s, u"Parâmetros"_s,
                                                  u"Agendamentos"_s, u"Relatórios"_s, u"Administração"_s}));
    }

    void showsOnlyWhatAProfileReleases()
    {
        Bench bench(u"pt_BR"_s, false);
        ui::Session &session = bench.stage.session();
        session.actor = security::Actor::person(u"eva"_s, {{security::Action::ViewPersonalData}});
        bench.window->openSession(session);
        QVERIFY(bench.navigation().isEmpty());
        QCOMPARE(bench.menus(), QStringList({u"Arquivo"_s, u"Ir para"_s, u"Exibir"_s, u"Ajuda"_s}));
        bench.window->goTo(u"monitor"_s);
        QCOMPARE(bench.window->currentPlace()->id(), u"activity"_s);
        bench.window->closeSession();
        session.actor = security::Actor::person(u"eva"_s, {{security::Action::ViewParameters}});
        bench.window->openSession(session);
        QCOMPARE(bench.navigation(), QStringList({u"Parâmetros"_s}));
    }

    void aFreshInstallationStartsWithItsFirstSteps()
    {
        Stage stage;
        ui::Theme theme(*qApp);
        ui::Language language;
        language.use(u"pt_BR"_s);
        ui::MainWindow window(theme, language, stage.settings(), stage.questions(), stage.clock());
        window.show();
        window.openSession(stage.session());
        QTRY_COMPARE(window.currentPlace()->id(), u"setup"_s);
        QTRY_COMPARE(window.findChild<QLabel *>(u"setupHeading"_s)->text(), u"Primeiros passos"_s);
        // The way to the first thing that is missing has the focus, so that Enter goes there.
        QTRY_VERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(window.currentPlace()->id(), u"administration"_s);
        window.closeSession();
    }

    void aDatabaseThatIsAwayLeavesAChoice()
    {
        Bench bench(u"pt_BR"_s, false);
        const auto buttons = [&] {
            QStringList texts;
            for (const QPushButton *button : bench.window->findChildren<QPushButton *>()) {
                if (button->isVisible() && qobject_cast<const ui::StatePage *>(button->parentWidget()))
                    texts.append(button->text().remove(u'&'));
            }
            return texts;
        };
        const Error away {ErrorCode::Database, u"O servidor não responde."_s};
        bench.window->showFailure(away);
        QCOMPARE(buttons(), QStringList({u"Tentar de novo"_s}));
        bench.window->offerDatabases(storage::DatabaseTrial({}), storage::Address::standard());
        bench.window->showFailure(away);
        QCOMPARE(buttons(), QStringList({u"Tentar de novo"_s, u"Escolher outro banco"_s}));
        QSignalSpy asked(bench.window.get(), &ui::MainWindow::databasesRequested);
        QSignalSpy retried(bench.window.get(), &ui::MainWindow::retryRequested);
        for (QPushButton *button : bench.window->findChildren<QPushButton *>()) {
            if (button->isVisible())
                button->click();
        }
        QCOMPARE(asked.size(), 1);
        QCOMPARE(retried.size(), 1);
        const auto server = storage::Address::parse(u"postgresql://ana@db.example/ponte"_s);
        bench.window->askDatabase(*server, away.message);
        QCOMPARE(bench.window->findChild<QLabel *>(u"databaseState"_s)->text(), away.message);
        QCOMPARE(bench.window->findChild<QLineEdit *>(u"databaseAddress"_s)->text(),
                 u"postgresql://ana@db.example:5432/ponte"_s);
        QVERIFY(!bench.window->findChild<QPushButton *>(u"databaseBack"_s)->isVisible());
    }

    void theChoiceOfADatabaseCanBeLeft()
    {
        Bench bench;
        bench.window->offerDatabases(storage::DatabaseTrial({}), storage::Address::standard());
        bench.window->goTo(u"monitor"_s);
        bench.window->askDatabase(storage::Address::standard());
        auto *page = bench.window->findChild<QWidget *>(u"databasePage"_s);
        QVERIFY(page->isVisible());
        bench.window->findChild<QPushButton *>(u"databaseBack"_s)->click();
        QVERIFY(!page->isVisible());
        QVERIFY(bench.window->currentPlace()->isVisible());
        bench.window->askDatabase(storage::Address::standard());
        bench.window->goTo(u"monitor"_s);
        QVERIFY(bench.window->currentPlace()->isVisible());
        QSignalSpy chosen(bench.window.get(), &ui::MainWindow::databaseChosen);
        bench.window->askDatabase(storage::Address::standard());
        bench.window->findChild<QPushButton *>(u"useDatabase"_s)->click();
        QCOMPARE(chosen.size(), 1);
    }

    void asksWhoWorksHere()
    {
        Bench bench(u"pt_BR"_s, false);
        QSignalSpy asked(bench.window.get(), &ui::MainWindow::loginRequested);
        bench.window->askLogin({});
        auto *name = bench.window->findChild<QLineEdit *>(u"loginName"_s);
        auto *password = bench.window->findChild<QLineEdit *>(u"loginPassword"_s);
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        QTest::keyClicks(name, u"eva"_s);
        QTest::keyClicks(password, u"segredo!"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QTest::keyClick(password, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first(), QVariantList({u"eva"_s, u"segredo!"_s}));
        bench.window->askLogin(u"O nome ou a senha está errado."_s);
        QCOMPARE(bench.window->findChild<QLabel *>(u"loginProblem"_s)->text(), u"O nome ou a senha está errado."_s);
        QVERIFY(password->text().isEmpty());
        QCOMPARE(name->text(), u"eva"_s);
    }

    void everyPlaceHasItsHelp()
    {
        Bench bench;
        for (const QString &place : bench.window->placeIds()) {
            if (place == u"help")
                continue;
            bench.window->goTo(place);
            QTest::keyClick(bench.window.get(), Qt::Key_F1);
            QCOMPARE(bench.window->currentPlace()->id(), u"help"_s);
            const auto *help = static_cast<ui::HelpPage *>(bench.window->currentPlace());
            QCOMPARE(help->page(), place.section(u'.', 0, 0));
            for (const QString &language : ui::Language::available())
                QVERIFY2(QFile::exists(u":/help/%1/%2.md"_s.arg(language, help->page())), qPrintable(place));
            help->findChild<QPushButton *>(u"helpBack"_s)->click();
            QCOMPARE(bench.window->currentPlace()->id(), place);
        }
    }

    void buildsAPlaceWhenItIsFirstVisited()
    {
        Bench bench;
        QCOMPARE(bench.window->places().size(), 1);
        bench.window->goTo(u"overview"_s);
        QCOMPARE(bench.window->places().size(), 2);
        bench.window->goTo(u"monitor"_s);
        QCOMPARE(bench.window->places().size(), 2);
    }

    void theCommandPaletteFindsEveryActionByKeyboard()
    {
        Bench bench;
        bench.window->goTo(u"monitor"_s);
        QTest::keyClick(bench.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *search = bench.window->findChild<QLineEdit *>(u"paletteSearch"_s);
        QVERIFY(search);
        const auto *list = bench.window->findChild<QListWidget *>(u"paletteList"_s);
        const int all = list->count();
        QVERIFY(all > 8);
        // Neither accents nor the order of the words matter.
        QTest::keyClicks(search, u"parametros loja"_s);
        QCOMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().startsWith(u"Integração Loja Click › Parâmetros"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(bench.window->currentPlace()->id(), u"parameters.lojaclick"_s);
        QTRY_VERIFY(!bench.window->findChild<QLineEdit *>(u"paletteSearch"_s));
    }

    void showsWhatRunsAndStopsIt()
    {
        Bench bench;
        ui::Activity &activity = bench.stage.activity();
        bool isCancelled = false;
        auto *jobs = bench.window->statusLine().findChild<QToolButton *>(u"statusJobs"_s);
        QVERIFY(!jobs->isVisible());
        const int id = activity.start({u"export"_s, [] { return u"Exportação"_s; }, [&] { isCancelled = true; }});
        QCOMPARE(activity.start({u"export"_s, [] { return u"Exportação"_s; }}), id);
        activity.tell(id, u"120 linhas"_s, 120, 400);
        QCOMPARE(jobs->text(), u"1 trabalho em andamento"_s);
        jobs->click();
        QCOMPARE(bench.window->currentPlace()->id(), u"activity"_s);
        QPushButton *cancel = nullptr;
        for (QPushButton *button : bench.window->currentPlace()->findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"Cancelar Exportação")
                cancel = button;
        }
        QVERIFY(cancel);
        cancel->click();
        QVERIFY(isCancelled);
        QVERIFY(!cancel->isEnabled());
        activity.finish(id, ui::Activity::Outcome::Cancelled, u"120 linhas"_s);
        QVERIFY(!cancel->isVisible());
        QCOMPARE(jobs->text(), u"Nada em andamento"_s);
        QVERIFY(!activity.isRunning(u"export"_s));
    }

    void tellsHowTheOutsideSystemsAre()
    {
        Bench bench;
        const auto *rm = bench.window->statusLine().findChild<QLabel *>(u"healthRm"_s);
        QTRY_COMPARE(rm->text(), u"○ RM"_s);
        QCOMPARE(rm->toolTip(), u"RM ainda não foi chamado"_s);
        QTRY_COMPARE(bench.window->statusLine().findChild<QLabel *>(u"healthWorkers"_s)->text(),
                     u"✕ nenhum executor"_s);
    }

    void menusLeadToTheirPlaces()
    {
        Bench bench;
        const QList<QAction *> actions = bench.window->menuBar()->actions().at(1)->menu()->actions();
        actions.at(0)->trigger();
        QCOMPARE(bench.window->currentPlace()->id(), u"parameters.lojaclick"_s);
        actions.at(1)->trigger();
        QCOMPARE(bench.window->currentPlace()->id(), u"monitor"_s);
    }

    void numbersOfTheOverviewLeadToTheirRecords()
    {
        Bench bench;
        bench.stage.add({u"V-1"_s, u"contract_activation"_s, log::Status::Error, 3});
        bench.stage.add({u"V-2"_s, u"contract_activation"_s, log::Status::Error, 2});
        bench.stage.add({u"V-3"_s, u"contract_activation"_s, log::Status::Success, 3});
        bench.window->goTo(u"overview"_s);
        auto *grid = bench.window->findChild<ui::Grid *>(u"overviewGrid"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 4);
        QTRY_COMPARE(grid->model()->index(0, 1).data().toString(), u"3"_s);
        QCOMPARE(grid->model()->index(2, 0).data().toString(), u"3 · SENAI Paraná"_s);
        QCOMPARE(grid->model()->index(2, 3).data().toString(), u"1"_s);
        Q_EMIT grid->rowOpened(grid->model()->index(2, 3));
        QCOMPARE(bench.window->currentPlace()->id(), u"monitor"_s);
        auto *log = bench.window->findChild<ui::Grid *>(u"logGrid"_s);
        QTRY_COMPARE(log->model()->rowCount(), 1);
        QCOMPARE(log->model()->index(0, 3).data().toString(), u"Erro"_s);
        QCOMPARE(bench.window->findChild<QComboBox *>(u"contextCompany"_s)->currentText(), u"3 · SENAI Paraná"_s);
    }

    void switchesTheLanguageWithoutLosingADraft()
    {
        Bench bench;
        bench.typeAddress(u"https://rascunho.example"_s);
        auto *tabs = bench.window->findChild<QTabWidget *>(u"parameterTabs"_s);
        QVERIFY(tabs->tabText(0).startsWith(u"Dados de Integração"));
        QCOMPARE(tabs->tabText(1), u"Dados de Situação de Matrícula"_s);
        QCOMPARE(tabs->tabText(2), u"Parâmetros Gerais"_s);
        bench.language.use(u"en"_s);
        QTRY_VERIFY(tabs->tabText(0).startsWith(u"Integration data"));
        QCOMPARE(bench.menus(),
                 QStringList({u"File"_s, u"Loja Click integration"_s, u"Go to"_s, u"View"_s, u"Help"_s}));
        QCOMPARE(bench.navigation(), QStringList({u"Overview"_s, u"Log Monitor"_s, u"Parameters"_s, u"Schedules"_s,
                                                  u"Reports"_s, u"Administration"_s}));
        auto *editor = tabs->findChild<QWidget *>(u"lojaclick.broker.address"_s)->findChild<QLineEdit *>(u"editor"_s);
        QCOMPARE(editor->text(), u"https://rascunho.example"_s);
        QVERIFY(static_cast<ui::ParametersPage *>(bench.window->currentPlace())->isChanged());
        bench.language.use(u"pt_BR"_s);
        QTRY_COMPARE(bench.menus().at(1), u"Integração Loja Click"_s);
    }

    void staysWhereAPersonDecidesToStay()
    {
        Bench bench;
        bench.typeAddress(u"https://rascunho.example"_s);
        bench.stage.questions().next = ui::LeaveAnswer::Stay;
        bench.window->goTo(u"monitor"_s);
        QCOMPARE(bench.window->currentPlace()->id(), u"parameters.lojaclick"_s);
        QVERIFY(!bench.window->close());
        QCOMPARE(bench.stage.questions().asked, 2);
        bench.stage.questions().next = ui::LeaveAnswer::Save;
        bench.window->close();
        QTRY_VERIFY(!bench.window->isVisible());
        QCOMPARE(bench.stage.parameter(u"lojaclick.broker.address"_s, {}).value, u"https://rascunho.example"_s);
    }

    void closesAtOnceWithoutChanges()
    {
        Bench bench;
        QVERIFY(bench.window->close());
        QCOMPARE(bench.stage.questions().asked, 0);
    }

    void noPlaceWaitsForTheDatabase()
    {
        Bench bench(u"pt_BR"_s, false);
        bench.stage.add({u"V-1"_s, u"contract_activation"_s, log::Status::Error, 3});
        const BlockingForbidden forbidden;
        bench.window->openSession(bench.stage.session());
        const auto handleEvents = [&] {
            // All that a place asked for at once is under way; its answers come with the ones awaited below.
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        };
        for (const QString &place : bench.window->placeIds()) {
            bench.window->goTo(place);
            handleEvents();
            auto *tabs = bench.window->currentPlace()->findChild<QTabWidget *>();
            for (int tab = 0; tabs && tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                handleEvents();
            }
            bench.window->currentPlace()->refresh();
            handleEvents();
        }
        QTRY_COMPARE(bench.window->findChild<ui::Grid *>(u"logGrid"_s)->model()->rowCount(), 1);
        QTRY_VERIFY(bench.window->findChild<ui::Grid *>(u"overviewGrid"_s)->model()->rowCount() > 1);
        QTRY_VERIFY(bench.window->findChild<ui::Grid *>(u"scheduleGrid"_s)->model()->rowCount() > 0);
        bench.window->goTo(u"parameters.lojaclick"_s);
        QTRY_VERIFY(bench.window->findChild<QTabWidget *>(u"parameterTabs"_s)->isVisible());
        bench.window->closeSession();
    }

    void closesAtOnceWhileAConnectionIsTested()
    {
        // Nobody answers a connection that the queue of a listening socket holds.
        QTcpServer deaf;
        QVERIFY(deaf.listen(QHostAddress::LocalHost));
        Bench bench;
        bench.stage.setParameter(u"lojaclick.broker.address"_s, {},
                                 u"http://127.0.0.1:%1/broker"_s.arg(deaf.serverPort()), u"maria"_s);
        bench.stage.setParameter(u"lojaclick.broker.token"_s, {}, u"s3cret"_s, u"maria"_s);
        bench.window->goTo(u"parameters.lojaclick"_s);
        QTRY_VERIFY(bench.window->findChild<QTabWidget *>(u"parameterTabs"_s)->isVisible());
        auto *test = bench.window->findChild<ui::ConnectionTest *>();
        test->start();
        QVERIFY(test->isRunning());
        QVERIFY(bench.window->close());
        bench.window->closeSession();
        QVERIFY(bench.window->places().isEmpty());
    }

    void remembersItsSize()
    {
        Bench bench;
        bench.window->resize(1112, 734);
        QVERIFY(bench.window->close());
        const ui::MainWindow next(bench.theme, bench.language, bench.stage.settings(), bench.stage.questions(),
                                  bench.stage.clock());
        QCOMPARE(next.size(), QSize(1112, 734));
    }

    void remembersThePlace()
    {
        Bench bench;
        bench.window->goTo(u"overview"_s);
        bench.window->closeSession();
        bench.window->openSession(bench.stage.session());
        QCOMPARE(bench.window->currentPlace()->id(), u"overview"_s);
    }

    void saysWhereItStands()
    {
        Bench bench;
        ui::StatusLine &line = bench.window->statusLine();
        const auto text = [&](const QString &name) { return line.findChild<QLabel *>(name)->text(); };
        QVERIFY(text(u"statusDatabase"_s).endsWith(u"ponte.db"));
        QTRY_COMPARE(text(u"statusZone"_s), u"America/Sao_Paulo (UTC\u221203:00)"_s);
        QTRY_VERIFY(text(u"statusAge"_s).startsWith(u"Dados: "));
        line.setListening(u"127.0.0.1:8080"_s);
        QCOMPARE(text(u"statusListening"_s), u"API: 127.0.0.1:8080"_s);
        line.setPortTaken(8080);
        QCOMPARE(text(u"statusListening"_s), u"API: a porta 8080 está em uso por outro programa"_s);
    }

    void everyControlHasAName()
    {
        Bench bench;
        bench.stage.add({u"V-1"_s});
        bench.stage.activity().start({u"export"_s, [] { return u"Exportação"_s; }, [] {}, [] {}});
        for (const QString &place : bench.window->placeIds()) {
            bench.window->goTo(place);
            QCOMPARE(bench.window->currentPlace()->id(), place);
            checkNames(bench);
            auto *tabs = bench.window->currentPlace()->findChild<QTabWidget *>();
            for (int tab = 1; tabs && tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                checkNames(bench);
            }
        }
    }

    static void checkNames(const Bench &bench)
    {
        for (const QWidget *widget : bench.window->findChildren<QWidget *>()) {
            const bool isPart = qobject_cast<const QScrollBar *>(widget) || qobject_cast<const QHeaderView *>(widget)
                                || widget->objectName().startsWith(u"qt_")
                                || qobject_cast<const QComboBox *>(widget->parentWidget())
                                || qobject_cast<const QLineEdit *>(widget->parentWidget());
            if (widget->focusPolicy() == Qt::NoFocus || isPart || !widget->isVisible())
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY(accessible);
            QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(),
                     qPrintable(
                         u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
        }
    }

    void noPlaceIsWiderThanTheSmallestWindow()
    {
        Bench bench;
        for (const QString &id : bench.window->placeIds()) {
            bench.window->goTo(id);
            QVERIFY2(bench.window->currentPlace()->minimumSizeHint().width() <= 1280 - 152, qPrintable(id));
        }
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
