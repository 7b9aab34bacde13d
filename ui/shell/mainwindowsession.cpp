// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
// What the window shows before a database is open, and how it begins and ends to work with one.

#include "ui/reprocess/reprocessdesk.h"
#include "ui/shell/contextbar.h"
#include "ui/shell/loginpage.h"
#include "ui/shell/mainmenu.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigation.h"
#include "ui/shell/statusline.h"
#include "ui/start/databasepage.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/place.h"
#include "ui/widgets/pulse.h"
#include "ui/widgets/statepage.h"

#include <QSettings>
#include <QStackedWidget>

namespace ponte::ui {

using namespace Qt::StringLiterals;

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
    m_context = std::make_unique<Context>(session.actor.onlyCompany(security::Action::ViewLog));
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
    m_givenLink.clear();
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

} // namespace ponte::ui
