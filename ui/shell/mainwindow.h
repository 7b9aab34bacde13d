// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"
#include "core/log/logreader.h"
#include "core/storage/databasetrial.h"
#include "ui/shell/placelist.h"
#include "ui/widgets/session.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

class QSettings;
class QStackedWidget;

namespace ponte::ui {

class Context;
class ContextBar;
class DatabasePage;
class Directory;
class Language;
class LoginPage;
class MainMenu;
class MonitorPage;
class Navigation;
class Place;
class Pulse;
class ReportsPage;
class ReprocessDesk;
class Questions;
class StatePage;
class StatusLine;
class Theme;

/// The window. It stands before a database is open, and says so while one is being opened or could not be.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    MainWindow(Theme &theme, Language &language, QSettings &settings, Questions &questions, const Clock &clock);
    ~MainWindow() override;

    /// Said only where it takes long enough to be read.
    void showOpening(const QString &address);
    void showFailure(const Error &error);
    /// From here on another database can be chosen: by menu, from the failure page and from the first steps.
    void offerDatabases(const storage::DatabaseTrial &trial, const storage::Address &embedded);
    /// `current` is the one that is open, or that could not be opened for the reason `problem`.
    void askDatabase(const storage::Address &current, const QString &problem = {});
    /// `problem` says why the last try failed.
    void askLogin(const QString &problem);
    /// Builds the places; the session must outlive the window or closeSession().
    void openSession(const Session &session);
    void closeSession();

    [[nodiscard]] StatusLine &statusLine() { return *m_statusLine; }
    /// Those that were looked at so far.
    [[nodiscard]] QList<Place *> places() const { return m_places.builtPlaces(); }
    [[nodiscard]] QStringList placeIds() const;
    [[nodiscard]] Place *currentPlace() const;
    /// `tab`: of the places that have some; empty for the one that is in front there.
    void goTo(const QString &placeId, const QString &tab = {});
    void showInMonitor(const log::Filter &filter);
    /// Shows what "ponte:log?…" leads to; false where it is not understood, which the page says too.
    bool openLink(const QString &link);
    /// As the data of the next report; nothing where this person exports none.
    void showInReports(const log::Filter &filter);

Q_SIGNALS:
    void painted(); ///< for the first time
    void retryRequested();
    void databasesRequested(); ///< asks for askDatabase(), with what only the composition root knows
    void databaseChosen(const ponte::storage::Address &address);
    void loginRequested(const QString &name, const QString &password);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void setupLayout();
    void requestDatabases();
    void showCurrentPlace();
    void setupMenus();
    void setupIntegrationMenus(const Session &session);
    void setupPlaces(const Session &session);
    [[nodiscard]] MonitorPage *makeMonitor(const Session &session);
    [[nodiscard]] ReportsPage *makeReports(const Session &session);
    void setupNavigation();
    void setupSettings(const Session &session);
    void startWhereItIsNeeded(const Session &session);
    void followPlace(Place *place);
    void showProcesses();
    void showCommands();
    void showHelp();
    void restoreView();
    void retranslate();
    void requestPlace(int index);
    void enterPlace(int index);
    void leaveThen(std::function<void()> next);
    void showAbout();
    void refreshPlace();

    Language &m_language;
    QSettings &m_settings;
    Questions &m_questions;
    MainMenu *m_menu;
    ContextBar *m_contextBar;
    Navigation *m_navigation;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    LoginPage *m_loginPage = nullptr;
    DatabasePage *m_databasePage = nullptr; ///< none: not offered
    StatusLine *m_statusLine;

    std::unique_ptr<Context> m_context;
    std::unique_ptr<Directory> m_directory;
    std::unique_ptr<Pulse> m_directoryPulse;
    std::unique_ptr<ReprocessDesk> m_reprocessDesk;
    PlaceList m_places;
    std::function<void()> m_describeState;
    QTimer m_sayOpening;
    int m_current = -1;
    QString m_helpedPlace; ///< from where help was asked for
    QString m_givenLink; ///< the last one that was opened
    bool m_wasPainted = false;
    bool m_mayClose = false;
};

} // namespace ponte::ui
