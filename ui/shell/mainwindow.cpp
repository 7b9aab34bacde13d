// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/shell/mainwindow.h"

#include "ponte_version.h"
#include "ui/help/helppage.h"
#include "ui/log/logview.h"
#include "ui/log/monitorpage.h"
#include "ui/overview/overviewpage.h"
#include "ui/parameters/parameterspage.h"
#include "ui/reports/reportspage.h"
#include "ui/reprocess/reprocessdesk.h"
#include "ui/schedules/schedulespage.h"
#include "ui/security/administrationpage.h"
#include "ui/shell/activitypage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/contextbar.h"
#include "ui/shell/loginpage.h"
#include "ui/shell/mainmenu.h"
#include "ui/shell/navigation.h"
#include "ui/shell/statusline.h"
#include "ui/start/databasepage.h"
#include "ui/start/setuppage.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/language.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Theme &theme, Language &language, QSettings &settings, Questions &questions, const Clock &clock)
    : m_language(language)
    , m_settings(settings)
    , m_questions(questions)
    , m_menu(new MainMenu(*menuBar(), theme, language, settings, this))
    , m_contextBar(new ContextBar(this))
    , m_navigation(new Navigation(this))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_statusLine(new StatusLine(clock, this))
{
    setupLayout();
    setupMenus();
    retranslate();
    restoreView();
    m_sayOpening.setSingleShot(true);
    m_sayOpening.setInterval(std::chrono::milliseconds(300));
    connect(&m_sayOpening, &QTimer::timeout, this, [this] { m_describeState(); });
    connect(m_navigation, &Navigation::chosen, this, &MainWindow::requestPlace);
    connect(m_statePage, &StatePage::actionTriggered, this, &MainWindow::retryRequested);
    connect(m_statePage, &StatePage::otherActionTriggered, this, &MainWindow::databasesRequested);
    connect(&m_places, &PlaceList::built, this, &MainWindow::followPlace);
    connect(m_contextBar, &ContextBar::commandsRequested, this, &MainWindow::showCommands);
    connect(m_statusLine, &StatusLine::activityRequested, this, [this] { goTo(u"activity"_s); });
}

MainWindow::~MainWindow()
{
    closeSession();
}

void MainWindow::setupLayout()
{
    auto *center = new QWidget(this);
    auto *layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_navigation);
    body->addWidget(m_stack, 1);
    layout->addWidget(m_contextBar);
    layout->addLayout(body, 1);
    layout->addWidget(m_statusLine);
    m_stack->addWidget(m_statePage);
    setCentralWidget(center);
    setMinimumSize(800, 560);
}

void MainWindow::setupMenus()
{
    connect(m_menu, &MainMenu::quitRequested, this, &QWidget::close);
    connect(m_menu, &MainMenu::databasesRequested, this, &MainWindow::requestDatabases);
    connect(m_menu, &MainMenu::refreshRequested, this, &MainWindow::refreshPlace);
    connect(m_menu, &MainMenu::helpRequested, this, &MainWindow::showHelp);
    connect(m_menu, &MainMenu::commandsRequested, this, &MainWindow::showCommands);
    connect(m_menu, &MainMenu::aboutRequested, this, &MainWindow::showAbout);
    connect(m_menu, &MainMenu::placeRequested, this, [this](const QString &placeId) { goTo(placeId); });
}

void MainWindow::setupIntegrationMenus(const Session &session)
{
    for (const IntegrationView &integration : session.integrations) {
        QList<PlaceList::Door> doors;
        for (const QString &placeId : {u"parameters.%1"_s.arg(integration.descriptor.id), u"monitor"_s}) {
            if (const int index = m_places.indexOf(placeId); index >= 0)
                doors.append(m_places.door(index));
        }
        m_menu->addIntegration(integration.descriptor.name, doors);
    }
}

void MainWindow::setupPlaces(const Session &session)
{
    using security::Action;
    const bool maySeeLog = session.actor.mayAnywhere(Action::ViewLog);
    if (maySeeLog) {
        m_places.add({u"overview"_s, [] { return OverviewPage::tr("Overview"); }, u"view-statistics"_s,
                      [this, &session] {
                          auto *overview = new OverviewPage(session, *m_context, *m_directory, this);
                          connect(overview, &OverviewPage::filterChosen, this, &MainWindow::showInMonitor);
                          return overview;
                      }});
        m_places.add({u"monitor"_s, [] { return MonitorPage::tr("Log Monitor"); }, u"view-list-details"_s,
                      [this, &session] { return makeMonitor(session); }});
    }
    for (const IntegrationView &integration : session.integrations) {
        if (session.actor.mayAnywhere(Action::ViewParameters))
            m_places.add({u"parameters.%1"_s.arg(integration.descriptor.id),
                          [] { return ParametersPage::tr("Parameters"); }, u"configure"_s,
                          [this, &session, integration] {
                              return new ParametersPage(session, integration, *m_context, *m_directory, m_questions,
                                                        this);
                          }});
    }
    if (maySeeLog)
        m_places.add({u"schedules"_s, [] { return SchedulesPage::tr("Schedules"); }, u"view-calendar"_s,
                      [this, &session] { return new SchedulesPage(session, *m_context, *m_directory, this); }});
    if (session.actor.mayAnywhere(Action::ExportReports) && !session.integrations.isEmpty())
        m_places.add({u"reports"_s, [] { return ReportsPage::tr("Reports"); }, u"document-export"_s,
                      [this, &session] { return makeReports(session); }});
    setupSettings(session);
    m_places.add({u"activity"_s, [] { return ActivityPage::tr("Activity"); }, u"view-calendar-list"_s,
                  [this, &session] { return new ActivityPage(session.activity, this); }, false});
    m_places.add({u"help"_s, [] { return HelpPage::tr("Help"); }, u"help-contents"_s,
                  [this] {
                      auto *page = new HelpPage(m_language, this);
                      connect(page, &HelpPage::backRequested, this, [this] { goTo(m_helpedPlace); });
                      return page;
                  },
                  false});
    setupNavigation();
}

void MainWindow::showHelp()
{
    const Place *place = currentPlace();
    if (!place || place->id() == "help"_L1)
        return;
    m_helpedPlace = place->id();
    goTo(u"help"_s, m_helpedPlace);
}

void MainWindow::setupSettings(const Session &session)
{
    if (!AdministrationPage::isFor(session.actor))
        return;
    m_places.add({u"administration"_s, [] { return AdministrationPage::tr("Administration"); }, u"preferences-system"_s,
                  [this, &session] { return new AdministrationPage(session, *m_directory, m_questions, this); }});
    m_places.add({u"setup"_s, [] { return SetupPage::tr("Diagnosis"); }, u"checkmark"_s,
                  [this, &session] {
                      auto *page = new SetupPage(session, this);
                      if (m_databasePage)
                          page->offerDatabases();
                      connect(page, &SetupPage::databasesRequested, this, &MainWindow::requestDatabases);
                      connect(page, &SetupPage::placeRequested, this, &MainWindow::goTo);
                      return page;
                  },
                  false});
}

void MainWindow::startWhereItIsNeeded(const Session &session)
{
    if (m_places.indexOf(u"setup"_s) < 0)
        return;
    const auto work = [&connections = session.connections](storage::Connection &connection) -> Result<bool> {
        const auto rm = connections.get(connection, u"rm"_s);
        const auto networks = connections.networks(connection);
        return rm && networks && !rm->has_value() && networks->isEmpty();
    };
    session.database.reads().read<bool>(m_directory.get(), work,
                                        [this, first = m_current](const Result<bool> &isFresh) {
                                            if (isFresh && *isFresh && m_current == first)
                                                goTo(u"setup"_s);
                                        });
}

ReportsPage *MainWindow::makeReports(const Session &session)
{
    const auto readView = [&clock = session.clock](const QString &content) -> std::optional<log::Filter> {
        const auto view =
            LogView::fromWords(QJsonDocument::fromJson(content.toUtf8()).object().value("view"_L1).toObject());
        return view ? std::optional(view->filterAt(clock.now())) : std::nullopt;
    };
    auto *reports = new ReportsPage(session, *m_context, *m_directory, m_settings, m_questions, readView, this);
    connect(reports, &ReportsPage::frontRequested, this, [this] { goTo(u"reports"_s); });
    return reports;
}

void MainWindow::showInReports(const log::Filter &filter)
{
    const int index = m_places.indexOf(u"reports"_s);
    if (index < 0)
        return;
    static_cast<ReportsPage *>(m_places.place(index))->useFilter(filter);
    requestPlace(index);
}

MonitorPage *MainWindow::makeMonitor(const Session &session)
{
    auto *monitor = new MonitorPage(session, *m_context, m_settings, this);
    connect(monitor, &MonitorPage::reprocessRequested, this,
            [this](const QList<LogRecordId> &selected, const log::Filter &filter) {
                m_reprocessDesk->openPlan({selected, filter});
            });
    connect(monitor, &MonitorPage::batchesRequested, m_reprocessDesk.get(), &ReprocessDesk::openList);
    connect(monitor, &MonitorPage::parametersRequested, this,
            [this](const QString &integration) { goTo(u"parameters."_s + integration); });
    connect(monitor, &MonitorPage::frontRequested, this, [this] { goTo(u"monitor"_s); });
    connect(monitor, &MonitorPage::reportRequested, this, &MainWindow::showInReports);
    return monitor;
}

void MainWindow::setupNavigation()
{
    int shown = 0;
    for (int index = 0; index < m_places.count(); ++index) {
        const PlaceList::Door &door = m_places.door(index);
        if (door.isInNavigation) {
            m_navigation->add(door.title(), door.iconName);
            m_menu->addPlace(door, QKeySequence(u"Ctrl+%1"_s.arg(++shown)));
        } else {
            m_menu->addPlace(door, door.id == "activity"_L1 ? QKeySequence(u"Ctrl+J"_s) : QKeySequence());
        }
    }
}

void MainWindow::followPlace(Place *place)
{
    m_stack->addWidget(place);
    connect(place, &Place::dataTimeChanged, this, [this, place] {
        if (place == currentPlace())
            m_statusLine->setDataTime(place->dataTime());
    });
}

void MainWindow::showOpening(const QString &address)
{
    m_describeState = [this, address] {
        m_statusLine->setDatabase(address);
        m_statePage->show(u"view-refresh"_s, tr("Opening the database…"), address);
    };
    m_sayOpening.start();
    m_stack->setCurrentWidget(m_statePage);
}

void MainWindow::showFailure(const Error &error)
{
    m_sayOpening.stop();
    m_describeState = [this, error] {
        m_statePage->show(u"dialog-error"_s, tr("The database could not be opened"), error.message, tr("&Try again"),
                          m_databasePage ? tr("Choose another &database") : QString());
    };
    m_describeState();
    m_stack->setCurrentWidget(m_statePage);
}

void MainWindow::offerDatabases(const storage::DatabaseTrial &trial, const storage::Address &embedded)
{
    m_databasePage = new DatabasePage(trial, embedded, this);
    m_stack->addWidget(m_databasePage);
    m_menu->offerDatabases();
    connect(m_databasePage, &DatabasePage::chosen, this, &MainWindow::databaseChosen);
    connect(m_databasePage, &DatabasePage::backRequested, this, &MainWindow::showCurrentPlace);
}

void MainWindow::requestDatabases()
{
    leaveThen([this] { Q_EMIT databasesRequested(); });
}

void MainWindow::askDatabase(const storage::Address &current, const QString &problem)
{
    m_sayOpening.stop();
    m_stack->setCurrentWidget(m_databasePage);
    m_databasePage->ask(current, problem, currentPlace() != nullptr);
}

void MainWindow::showCurrentPlace()
{
    m_stack->setCurrentWidget(currentPlace());
}

void MainWindow::askLogin(const QString &problem)
{
    m_sayOpening.stop();
    if (!m_loginPage) {
        m_loginPage = new LoginPage(this);
        m_stack->addWidget(m_loginPage);
        connect(m_loginPage, &LoginPage::loginRequested, this, &MainWindow::loginRequested);
    }
    m_stack->setCurrentWidget(m_loginPage);
    m_loginPage->ask(problem);
}

void MainWindow::openSession(const Session &session)
{
    m_context = std::make_unique<Context>();
    m_directory = std::make_unique<Directory>(session);
    m_directoryPulse = std::make_unique<Pulse>(std::chrono::seconds(1));
    m_directoryPulse->follow(session.changes, std::chrono::minutes(1));
    connect(m_directoryPulse.get(), &Pulse::due, m_directory.get(),
            [directory = m_directory.get()](const QSet<QString> &topics) {
                if (topics.isEmpty() || topics.contains(u"lookups"_s) || topics.contains(u"connections"_s))
                    directory->refresh();
            });
    m_reprocessDesk = std::make_unique<ReprocessDesk>(session, *m_directory, *this);
    connect(m_reprocessDesk.get(), &ReprocessDesk::filterChosen, this, &MainWindow::showInMonitor);
    setupPlaces(session);
    setupIntegrationMenus(session);
    m_contextBar->attach(*m_context, *m_directory);
    m_contextBar->setPerson(session.actor.name());
    m_statusLine->setDatabase(session.database.address().display());
    m_sayOpening.stop();
    m_describeState = {};
    retranslate();
    m_directory->refresh();
    m_statusLine->attach(session);
    goTo(m_settings.value(u"place"_s, u"monitor"_s).toString());
    if (m_current < 0)
        enterPlace(0);
    startWhereItIsNeeded(session);
}

void MainWindow::closeSession()
{
    m_current = -1;
    m_menu->clearPlaces();
    m_places.clear();
    m_reprocessDesk.reset();
    m_navigation->clear();
    m_statusLine->detach();
    m_contextBar->detach();
    m_directoryPulse.reset();
    m_directory.reset();
    m_context.reset();
}

Place *MainWindow::currentPlace() const
{
    return m_places.builtPlace(m_current);
}

QStringList MainWindow::placeIds() const
{
    QStringList ids;
    for (int index = 0; index < m_places.count(); ++index)
        ids.append(m_places.door(index).id);
    return ids;
}

void MainWindow::goTo(const QString &placeId, const QString &tab)
{
    requestPlace(m_places.indexOf(placeId));
    if (!tab.isEmpty() && currentPlace() && currentPlace()->id() == placeId)
        currentPlace()->showTab(tab);
}

void MainWindow::showInMonitor(const log::Filter &filter)
{
    const int index = m_places.indexOf(u"monitor"_s);
    static_cast<MonitorPage *>(m_places.place(index))->showFilter(filter);
    requestPlace(index);
}

bool MainWindow::openLink(const QString &link)
{
    const int index = m_places.indexOf(u"monitor"_s);
    if (index < 0)
        return false;
    const bool isKnown = static_cast<MonitorPage *>(m_places.place(index))->openLink(link);
    requestPlace(index);
    return isKnown;
}

void MainWindow::requestPlace(int index)
{
    if (index < 0 || index >= m_places.count() || index == m_current) {
        m_navigation->setCurrent(m_current);
        if (index >= 0 && index == m_current)
            showCurrentPlace();
        return;
    }
    m_navigation->setCurrent(m_current < 0 ? index : m_current);
    leaveThen([this, index] { enterPlace(index); });
}

void MainWindow::leaveThen(std::function<void()> next)
{
    Place *place = currentPlace();
    if (!place) {
        next();
        return;
    }
    place->requestLeave([next = std::move(next)](bool mayLeave) {
        if (mayLeave)
            next();
    });
}

void MainWindow::enterPlace(int index)
{
    if (Place *left = currentPlace())
        left->leave();
    m_current = index;
    Place *place = m_places.place(index);
    m_stack->setCurrentWidget(place);
    m_navigation->setCurrent(index);
    if (m_places.door(index).isInNavigation)
        m_settings.setValue(u"place"_s, place->id());
    place->enter();
    showProcesses();
    m_statusLine->setDataTime(place->dataTime());
}

void MainWindow::refreshPlace()
{
    if (Place *place = currentPlace())
        place->refresh();
}

void MainWindow::showProcesses()
{
    m_menu->showProcesses(currentPlace() ? currentPlace()->processes() : QList<QAction *>());
}

void MainWindow::showCommands()
{
    QList<CommandPalette::Command> commands = CommandPalette::commandsOf(*menuBar());
    if (const Place *place = currentPlace()) {
        for (QAction *action : place->actions())
            commands.append(CommandPalette::commandOf(place->title(), action));
    }
    auto *palette = new CommandPalette(commands, this);
    connect(palette, &CommandPalette::linkEntered, this, &MainWindow::openLink);
    palette->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Ponte"),
                                tr("Ponte %1\nDesktop console for integrations around TOTVS Educacional.\n"
                                   "Apache License 2.0")
                                    .arg(QStringLiteral(PONTE_VERSION)),
                                QMessageBox::Close, this);
    box->setIconPixmap(windowIcon().pixmap(64, 64));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

bool MainWindow::event(QEvent *event)
{
    const bool handled = QMainWindow::event(event);
    if (event->type() == QEvent::Paint && !m_wasPainted) {
        m_wasPainted = true;
        // Icons need plug-ins, and a further size of text a further font: the first paint does not wait for them.
        QTimer::singleShot(0, this, [this] {
            setWindowIcon(QIcon(u":/ponte/icons/ponte.svg"_s));
            m_statusLine->start();
        });
        QMetaObject::invokeMethod(this, &MainWindow::painted, Qt::QueuedConnection);
    }
    return handled;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose) {
        // Where nothing has to be asked the answer comes before leaveThen returns.
        const auto isWaiting = std::make_shared<bool>(false);
        leaveThen([this, isWaiting] {
            m_mayClose = true;
            if (*isWaiting)
                close();
        });
        *isWaiting = true;
        if (!m_mayClose) {
            event->ignore();
            return;
        }
    }
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    event->accept();
}

void MainWindow::restoreView()
{
    if (!restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray()))
        resize(1280, 800);
}

void MainWindow::retranslate()
{
    setWindowTitle(u"Ponte"_s);
    m_navigation->setAccessibleName(tr("Places"));
    m_menu->retranslate();
    for (int index = 0; index < m_places.count(); ++index) {
        if (m_places.door(index).isInNavigation)
            m_navigation->setText(index, m_places.door(index).title());
    }
    if (m_describeState && !m_sayOpening.isActive())
        m_describeState();
}

} // namespace ponte::ui
