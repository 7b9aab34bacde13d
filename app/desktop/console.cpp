// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/desktop/console.h"

#include "app/desktop/sandbox.h"
#include "core/base/logging.h"
#include "core/integrations.h"
#include "core/reports/pdf/pdfreport.h"
#include "ui/shell/statusline.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <cstdio>

namespace ponte::desktop {

using namespace Qt::StringLiterals;

namespace {

constexpr int databaseExitStatus = 5;
constexpr auto databaseKey = "database"_L1;

app::EngineOptions engineOptions(const Options &options)
{
    app::EngineOptions engine;
    reports::pdf::addTo(engine.formats);
    engine.listenAddress = options.listenAddress;
    engine.listenPort = options.listenPort;
    return engine;
}

QString languageOf(const Options &options, const QSettings &settings)
{
    if (!options.language.isEmpty())
        return options.language;
    const QString chosen = settings.value(u"language"_s).toString();
    return ui::Language::available().contains(chosen) ? chosen : ui::Language::ofSystem();
}

/// What was asked for, else what was chosen the last time, else the file of the data folder.
storage::Address databaseOf(const Options &options, const QSettings &settings)
{
    const QString remembered = settings.value(databaseKey).toString();
    if (options.isDatabaseGiven || options.sandbox || remembered.isEmpty())
        return options.database;
    const Result<storage::Address> address = storage::Address::parse(remembered);
    return address ? *address : options.database;
}

/// The server says so in words only.
bool asksForPassword(const storage::Address &address, const Error &error)
{
    return address.backend == storage::Backend::PostgreSql
           && error.message.contains(u"password"_s, Qt::CaseInsensitive);
}

/// Nobody would see the window, so a failure has to end the program.
bool isWithoutScreen()
{
    const QString platform = QGuiApplication::platformName();
    return platform == "offscreen"_L1 || platform == "minimal"_L1;
}

} // namespace

Console::Console(QApplication &application, Options options)
    : m_options(std::move(options))
    , m_settings(QSettings::IniFormat, QSettings::UserScope, u"ponte"_s, u"ponte"_s)
    , m_database(databaseOf(m_options, m_settings))
    , m_theme(application)
    , m_backstage(m_database, engineOptions(m_options), m_options.sandbox)
{
    m_theme.choose(m_settings.value(u"theme"_s).toString());
    m_language.use(languageOf(m_options, m_settings));
    m_window = std::make_unique<ui::MainWindow>(m_theme, m_language, m_settings, m_questions, m_clock);
    m_window->offerDatabases(storage::DatabaseTrial(migrationModules()), storage::Address::standard());
    connect(m_window.get(), &ui::MainWindow::databasesRequested, this,
            [this] { m_window->askDatabase(m_database, m_failure ? m_failure->message : QString()); });
    connect(m_window.get(), &ui::MainWindow::databaseChosen, this, &Console::openOther);
    connect(&m_backstage, &Backstage::opened, this, &Console::handleOpened);
    connect(&m_backstage, &Backstage::failed, this, &Console::handleFailed);
    connect(&m_backstage, &Backstage::loginNeeded, m_window.get(), &ui::MainWindow::askLogin);
    connect(m_window.get(), &ui::MainWindow::loginRequested, &m_backstage, &Backstage::login);
    connect(m_window.get(), &ui::MainWindow::retryRequested, this, &Console::openDatabase);
    // What a measurement of the start waits for.
    if (qEnvironmentVariableIsSet("PONTE_REPORT_FIRST_PAINT"))
        connect(m_window.get(), &ui::MainWindow::painted, this, [] { std::fputs("first paint\n", stderr); });
    connect(m_window.get(), &ui::MainWindow::painted, this, &Console::openDatabase);
    // A window that is never painted, because it starts hidden or minimised, has to work as well.
    m_paintPatience.setSingleShot(true);
    m_paintPatience.setInterval(std::chrono::milliseconds(1000));
    connect(&m_paintPatience, &QTimer::timeout, this, &Console::openDatabase);
    watchEngine();
}

Console::~Console()
{
    m_window->closeSession();
    if (m_sandbox.state() == QProcess::NotRunning)
        return;
    m_sandbox.disconnect(this);
    m_sandbox.terminate();
    m_sandbox.waitForFinished(3000);
}

void Console::start()
{
    m_window->showOpening(m_database.display());
    m_window->show();
    m_paintPatience.start();
    if (m_options.sandbox)
        startSandbox();
}

void Console::startSandbox()
{
    m_sandbox.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_sandbox, &QProcess::errorOccurred, this,
            [this] { qCWarning(lcUi) << "the stand-in systems did not start:" << m_sandbox.errorString(); });
    m_sandbox.start(QCoreApplication::applicationDirPath() + u"/ponte-sandbox",
                    {u"serve"_s, u"--listen"_s, QString::fromUtf16(sandboxListen)});
}

int Console::exitStatus() const
{
    return m_failure ? databaseExitStatus : 0;
}

void Console::openDatabase()
{
    m_paintPatience.stop();
    if (m_isOpening || m_session)
        return;
    m_isOpening = true;
    m_window->showOpening(m_database.display());
    m_backstage.open();
}

void Console::openOther(const storage::Address &address)
{
    if (m_isOpening)
        return;
    m_isOpening = true;
    m_isChosen = true;
    m_window->closeSession();
    m_session.reset();
    m_views.reset();
    m_audit.reset();
    m_explanations.reset();
    m_apiClients.reset();
    m_outside.reset();
    m_reprocess.reset();
    m_changes.reset();
    m_database = address;
    m_window->showOpening(m_database.display());
    m_backstage.openOther(address);
}

void Console::handleOpened()
{
    m_isOpening = false;
    m_failure.reset();
    if (std::exchange(m_isChosen, false))
        m_settings.setValue(databaseKey, m_database.text());
    app::Services &services = m_backstage.services();
    m_changes = std::make_unique<storage::ChangeFeed>(m_database, services.database.writer());
    m_reprocess =
        std::make_unique<integration::ReprocessService>(services.database, services.clock, services.descriptor);
    m_outside = app::makeOutsideDesk(services);
    m_apiClients = std::make_unique<security::ApiClients>(services.database, services.clock);
    m_explanations = std::make_unique<integration::Explanations>(services.descriptor, services.parameters);
    m_audit = std::make_unique<security::Audit>(services.database, services.clock);
    m_views = std::make_unique<security::SavedViews>(services.database, services.clock);
    m_session = std::make_unique<ui::Session>(ui::Session {services.database,
                                                           *m_changes,
                                                           services.lookups,
                                                           services.connections,
                                                           m_backstage.actor(),
                                                           services.clock,
                                                           {{services.descriptor, services.parameters, *m_reprocess}},
                                                           m_activity,
                                                           services.schedules,
                                                           services.notices,
                                                           m_outside.get(),
                                                           &services.people,
                                                           m_apiClients.get(),
                                                           &services.secrets});
    m_session->integrations.first().explanations = m_explanations.get();
    m_session->audit = m_audit.get();
    m_session->views = m_views.get();
    m_window->openSession(*m_session);
    if (!m_options.link.isEmpty() && !std::exchange(m_wasLinkOpened, true))
        m_window->openLink(m_options.link);
    if (m_database.backend == storage::Backend::Sqlite)
        m_backstage.startEngine();
    else
        m_window->statusLine().setListening({});
}

void Console::handleFailed(const Error &error)
{
    m_isOpening = false;
    m_failure = error;
    std::fprintf(stderr, "ponte: %s\n", qUtf8Printable(error.message));
    if (isWithoutScreen())
        QCoreApplication::exit(databaseExitStatus);
    else if (asksForPassword(m_database, error))
        m_window->askDatabase(m_database, error.message);
    else
        m_window->showFailure(error);
}

void Console::watchEngine()
{
    ui::StatusLine *line = &m_window->statusLine();
    connect(&m_backstage, &Backstage::engineStarted, line, [this, line](quint16 port) {
        const QString host = m_options.listenAddress.toString();
        const bool isVersion6 = m_options.listenAddress.protocol() == QAbstractSocket::IPv6Protocol;
        line->setListening(u"%1:%2"_s.arg(isVersion6 ? u'[' + host + u']' : host).arg(port));
    });
    connect(&m_backstage, &Backstage::portTaken, line, &ui::StatusLine::setPortTaken);
    connect(&m_backstage, &Backstage::engineFailed, line,
            [line](const Error &error) { line->setListeningProblem(error.message); });
}

} // namespace ponte::desktop
