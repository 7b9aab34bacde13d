// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
// The places of the window: which there are for this person, how they lead to each other, and which is in front.

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
#include "ui/shell/mainmenu.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigation.h"
#include "ui/shell/statusline.h"
#include "ui/start/databasepage.h"
#include "ui/start/setuppage.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"

#include <QJsonDocument>
#include <QSettings>
#include <QStackedWidget>

namespace ponte::ui {

using namespace Qt::StringLiterals;

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

void MainWindow::setupSettings(const Session &session)
{
    if (!AdministrationPage::isFor(session.actor))
        return;
    m_places.add({u"administration"_s, [] { return AdministrationPage::tr("Administration"); },
                  u"user-group-properties"_s,
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

void MainWindow::followPlace(Place *place)
{
    m_stack->addWidget(place);
    connect(place, &Place::dataTimeChanged, this, [this, place] {
        if (place == currentPlace())
            m_statusLine->setDataTime(place->dataTime());
    });
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
                                            if (!isFresh || !*isFresh)
                                                return;
                                            if (m_current == first || !m_givenLink.isEmpty())
                                                goTo(u"setup"_s);
                                            auto *setup = qobject_cast<SetupPage *>(currentPlace());
                                            if (setup && !m_givenLink.isEmpty())
                                                setup->keepLink(m_givenLink);
                                        });
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

void MainWindow::showInReports(const log::Filter &filter)
{
    const int index = m_places.indexOf(u"reports"_s);
    if (index < 0)
        return;
    static_cast<ReportsPage *>(m_places.place(index))->useFilter(filter);
    requestPlace(index);
}

bool MainWindow::openLink(const QString &link)
{
    const int index = m_places.indexOf(u"monitor"_s);
    if (index < 0)
        return false;
    m_givenLink = link;
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

void MainWindow::showCurrentPlace()
{
    m_stack->setCurrentWidget(currentPlace());
}

void MainWindow::showHelp()
{
    const Place *place = currentPlace();
    if (!place || place->id() == "help"_L1)
        return;
    m_helpedPlace = place->id();
    goTo(u"help"_s, m_helpedPlace);
}

} // namespace ponte::ui
