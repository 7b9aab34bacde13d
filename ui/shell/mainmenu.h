// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/shell/placelist.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;
class QSettings;

namespace ponte::ui {

class Language;
class Theme;

/// The menus of the window: those that are always there, those of the places of an open session, and what the place in
/// front offers.
class MainMenu final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainMenu)

public:
    MainMenu(QMenuBar &bar, Theme &theme, Language &language, QSettings &settings, QObject *parent);

    /// Shows the way to the choice of a database.
    void offerDatabases();
    void addPlace(const PlaceList::Door &door, const QKeySequence &keys);
    /// `name` is translated in the context "Integrations". A menu without doors stays hidden.
    void addIntegration(const char *name, const QList<PlaceList::Door> &doors);
    void clearPlaces();
    /// The actions stay their owner's.
    void showProcesses(const QList<QAction *> &processes);
    void retranslate();

Q_SIGNALS:
    void databasesRequested();
    void quitRequested();
    void refreshRequested();
    void helpRequested();
    void commandsRequested();
    void aboutRequested();
    void placeRequested(const QString &placeId);

private:
    struct Text {
        QAction *action;
        const char *source;
    };
    struct PlaceAction {
        QAction *action;
        std::function<QString()> title;
    };
    [[nodiscard]] QMenu *addMenu(const char *source);
    [[nodiscard]] QAction *addAction(QMenu *menu, const char *source, const QKeySequence &keys = {});
    void addThemes(QMenu *menu, Theme &theme, QSettings &settings);
    void addLanguages(QMenu *menu, Language &language, QSettings &settings);
    QAction *addDoor(QMenu *menu, const PlaceList::Door &door);

    QMenuBar &m_bar;
    QAction *m_databases = nullptr;
    QMenu *m_goMenu = nullptr;
    QMenu *m_processMenu = nullptr;
    QList<Text> m_texts;
    QList<PlaceAction> m_placeActions;
    QList<std::pair<QMenu *, const char *>> m_integrationMenus;
};

} // namespace ponte::ui
