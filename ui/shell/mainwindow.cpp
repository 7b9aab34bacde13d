// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/shell/mainwindow.h"

#include "ponte_version.h"
#include "ui/reprocess/reprocessdesk.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/contextbar.h"
#include "ui/shell/mainmenu.h"
#include "ui/shell/navigation.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/context.h"
#include "ui/widgets/directory.h"
#include "ui/widgets/place.h"
#include "ui/widgets/pulse.h"
#include "ui/widgets/statepage.h"

#include <QCloseEvent>
#include <QHBoxLayout>
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
