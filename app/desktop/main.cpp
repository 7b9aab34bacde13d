// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/desktop/console.h"
#include "app/engine/engine.h"
#include "app/engine/stopsignal.h"
#include "core/base/blocking.h"
#include "core/base/logging.h"
#include "core/http/client.h"
#include "ponte_version.h"

#include <QApplication>

#include <langinfo.h>
#include <sys/stat.h>
#include <unistd.h>

#include <clocale>
#include <cstdio>
#include <optional>

namespace {

using namespace Qt::StringLiterals;
using ponte::desktop::Options;

constexpr int usageStatus = 2;
constexpr int databaseStatus = 5;

/// Qt ends the program with a stack of hints where there is no display; this one is told before.
bool hasDisplay(const QStringList &words)
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
           || qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || words.contains(u"-platform"_s);
#else
    Q_UNUSED(words)
    return true;
#endif
}

int tell(int status, const QString &line)
{
    std::fprintf(stderr, "ponte: %s\n", qUtf8Printable(line));
    return status;
}

/// What needs neither a display nor a database; none where the console is wanted.
std::optional<int> answered(const Options &options)
{
    if (options.help)
        std::fputs(qUtf8Printable(Options::helpText()), stdout);
    else if (options.version)
        std::fputs("ponte " PONTE_VERSION "\n", stdout);
    else
        return {};
    return 0;
}

int withoutDisplay(const Options &options)
{
    if (const auto services = ponte::app::Services::open(options.database); !services)
        return tell(databaseStatus, services.error().message);
    return tell(usageStatus, u"There is no display. Without one, use  ponte-agent"_s);
}

/// File names and arguments are UTF-8 to this program; Qt would warn of another locale and switch anyway.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

/// Without a session nobody names this folder, and Qt says so in a line of its own before every message of ours.
void useRuntimeFolder()
{
#ifdef Q_OS_LINUX
    if (qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        return;
    const QByteArray folder = "/tmp/runtime-ponte-" + QByteArray::number(getuid());
    mkdir(folder.constData(), 0700); // there already: Qt checks whose it is
    qputenv("XDG_RUNTIME_DIR", folder);
#endif
}

} // namespace

int main(int argc, char **argv)
{
    useUtf8();
    useRuntimeFolder();
    QCoreApplication::setApplicationName(u"ponte"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PONTE_VERSION));
    ponte::installLogging();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    if (!hasDisplay(words) || words.contains(u"-h"_s) || words.contains(u"--help"_s) || words.contains(u"--version"_s))
    {
        const QCoreApplication application(argc, argv);
        const auto options = Options::parse(QCoreApplication::arguments().mid(1));
        if (!options)
            return tell(usageStatus, options.error().message);
        if (const std::optional<int> status = answered(*options))
            return *status;
        return withoutDisplay(*options);
    }
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(u"org.ponte.Ponte"_s);
    const auto options = Options::parse(QCoreApplication::arguments().mid(1));
    if (!options)
        return tell(usageStatus, options.error().message);
    // What freezes a screen is found by the tests that drive this program; at people's desks a stall beats an end.
    std::optional<ponte::BlockingForbidden> forbidden;
    if (qEnvironmentVariableIsSet("PONTE_FORBID_BLOCKING")) {
        forbidden.emplace();
        ponte::http::forbidHere();
    }
    ponte::desktop::Console console(application, *options);
    // The end of a desktop session asks nobody; what is in flight ends and its leases are given back.
    const ponte::app::StopSignal stop;
    QObject::connect(&stop, &ponte::app::StopSignal::received, &application, [] { QApplication::exit(0); });
    console.start();
    const int status = QApplication::exec();
    return status == 0 ? console.exitStatus() : status;
}
