// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/shell/mainmenu.h"

#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

namespace ponte::ui {

using namespace Qt::StringLiterals;

MainMenu::MainMenu(QMenuBar &bar, Theme &theme, Language &language, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
{
    QMenu *file = addMenu(QT_TR_NOOP("&File"));
    m_databases = addAction(file, QT_TR_NOOP("&Database…"));
    m_databases->setVisible(false);
    connect(m_databases, &QAction::triggered, this, &MainMenu::databasesRequested);
    connect(addAction(file, QT_TR_NOOP("&Quit"), QKeySequence(u"Ctrl+Q"_s)), &QAction::triggered, this,
            &MainMenu::quitRequested);
    m_goMenu = addMenu(QT_TR_NOOP("&Go to"));
    m_processMenu = addMenu(QT_TR_NOOP("&Processes"));
    m_processMenu->menuAction()->setVisible(false);
    QMenu *view = addMenu(QT_TR_NOOP("&View"));
    connect(addAction(view, QT_TR_NOOP("&Refresh"), QKeySequence(Qt::Key_F5)), &QAction::triggered, this,
            &MainMenu::refreshRequested);
    view->addSeparator();
    addThemes(view, theme, settings);
    addLanguages(view, language, settings);
    QMenu *help = addMenu(QT_TR_NOOP("&Help"));
    connect(addAction(help, QT_TR_NOOP("&Help for this page"), QKeySequence(Qt::Key_F1)), &QAction::triggered, this,
            &MainMenu::helpRequested);
    connect(addAction(help, QT_TR_NOOP("&Commands…"), QKeySequence(u"Ctrl+K"_s)), &QAction::triggered, this,
            &MainMenu::commandsRequested);
    connect(addAction(help, QT_TR_NOOP("A&bout Ponte")), &QAction::triggered, this, &MainMenu::aboutRequested);
    retranslate();
}

QMenu *MainMenu::addMenu(const char *source)
{
    QMenu *menu = m_bar.addMenu(QString());
    m_texts.append({menu->menuAction(), source});
    return menu;
}

QAction *MainMenu::addAction(QMenu *menu, const char *source, const QKeySequence &keys)
{
    QAction *action = menu->addAction(QString());
    action->setShortcut(keys);
    m_texts.append({action, source});
    return action;
}

void MainMenu::addThemes(QMenu *menu, Theme &theme, QSettings &settings)
{
    QMenu *themes = menu->addMenu(QString());
    m_texts.append({themes->menuAction(), QT_TR_NOOP("&Theme")});
    auto *schemes = new QActionGroup(this);
    const QList<std::pair<QString, const char *>> choices {{u"system"_s, QT_TR_NOOP("As the &system")},
                                                           {u"light"_s, QT_TR_NOOP("&Light")},
                                                           {u"dark"_s, QT_TR_NOOP("&Dark")}};
    const QString chosen = settings.value(u"theme"_s, u"system"_s).toString();
    for (const auto &[word, text] : choices) {
        QAction *action = addAction(themes, text);
        action->setCheckable(true);
        action->setActionGroup(schemes);
        action->setChecked(word == chosen);
        connect(action, &QAction::triggered, this, [&theme, &settings, word = word] {
            theme.choose(word);
            settings.setValue(u"theme"_s, word);
        });
    }
}

void MainMenu::addLanguages(QMenu *menu, Language &language, QSettings &settings)
{
    QMenu *languages = menu->addMenu(QString());
    m_texts.append({languages->menuAction(), QT_TR_NOOP("L&anguage")});
    auto *codes = new QActionGroup(this);
    for (const QString &code : Language::available()) {
        QAction *action = languages->addAction(Language::nameOf(code));
        action->setCheckable(true);
        action->setActionGroup(codes);
        action->setChecked(code == language.code());
        connect(action, &QAction::triggered, this, [&language, &settings, code] {
            language.use(code);
            settings.setValue(u"language"_s, code);
        });
    }
}

QAction *MainMenu::addDoor(QMenu *menu, const PlaceList::Door &door)
{
    QAction *action = menu->addAction(themeIcon(door.iconName), door.title());
    connect(action, &QAction::triggered, this, [this, placeId = door.id] { Q_EMIT placeRequested(placeId); });
    m_placeActions.append({action, door.title});
    return action;
}

void MainMenu::offerDatabases()
{
    m_databases->setVisible(true);
}

void MainMenu::addPlace(const PlaceList::Door &door, const QKeySequence &keys)
{
    addDoor(m_goMenu, door)->setShortcut(keys);
}

void MainMenu::addIntegration(const char *name, const QList<PlaceList::Door> &doors)
{
    auto *menu = new QMenu(&m_bar);
    m_bar.insertMenu(m_goMenu->menuAction(), menu);
    m_integrationMenus.append({menu, name});
    menu->menuAction()->setVisible(!doors.isEmpty());
    for (const PlaceList::Door &door : doors)
        addDoor(menu, door);
}

void MainMenu::clearPlaces()
{
    showProcesses({});
    for (const auto &entry : std::exchange(m_integrationMenus, {}))
        delete entry.first;
    m_placeActions.clear();
    m_goMenu->clear();
}

void MainMenu::showProcesses(const QList<QAction *> &processes)
{
    m_processMenu->clear();
    m_processMenu->addActions(processes);
    m_processMenu->menuAction()->setVisible(!processes.isEmpty());
}

void MainMenu::retranslate()
{
    for (const Text &text : std::as_const(m_texts))
        text.action->setText(tr(text.source));
    for (const auto &[menu, name] : std::as_const(m_integrationMenus))
        menu->setTitle(QCoreApplication::translate("Integrations", name));
    for (const PlaceAction &entry : std::as_const(m_placeActions))
        entry.action->setText(entry.title());
    m_bar.setAccessibleName(tr("Menus"));
}

} // namespace ponte::ui
