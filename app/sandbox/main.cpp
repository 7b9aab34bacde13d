// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/commandline.h"
#include "core/base/logging.h"
#include "ponte_version.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace ponte;
using namespace ponte::sandbox;

namespace {

enum ExitStatus { Done = 0, Failed = 1, WrongUsage = 2, OutsideFailed = 4, PortTaken = 7 };

void complain(const QString &message)
{
    std::fprintf(stderr, "ponte-sandbox: %s\n", qUtf8Printable(message));
}

/// The signals that end the program are waited for, not handled, so all its threads must start with them blocked.
sigset_t blockEndSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

int serve(const QStringList &arguments)
{
    const Result<ServeOptions> options = readServeOptions(arguments);
    if (!options) {
        complain(options.error().message);
        return WrongUsage;
    }
    const sigset_t signals = blockEndSignals();
    Sandbox sandbox(options->setup);
    if (const Result<> listening = sandbox.listen(options->address, options->port); !listening) {
        complain(listening.error().message);
        return listening.error().code == ErrorCode::PortInUse ? PortTaken : Failed;
    }
    const bool six = options->address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = six ? u'[' + options->address.toString() + u']' : options->address.toString();
    std::printf("ponte-sandbox: listening on http://%s:%d\n", qUtf8Printable(host), int(sandbox.port()));
    std::fflush(stdout);
    int signal = 0;
    sigwait(&signals, &signal);
    return Done;
}

int sell(const QStringList &arguments)
{
    const Result<ShopSettings> settings = readSellOptions(arguments);
    if (!settings) {
        complain(settings.error().message);
        return WrongUsage;
    }
    const ShopResult result = Shop(*settings).run();
    std::printf("ponte-sandbox: sales=%llu accepted=%llu failed=%llu retried=%llu seconds=%.1f\n",
                static_cast<unsigned long long>(settings->count), static_cast<unsigned long long>(result.accepted),
                static_cast<unsigned long long>(result.failed), static_cast<unsigned long long>(result.retried),
                static_cast<double>(result.duration.count()) / 1000);
    return result.failed == 0 ? Done : OutsideFailed;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("ponte-sandbox"));
    installLogging();
    const QStringList words = QCoreApplication::arguments().mid(1);
    const QString command = words.value(0);
    if (words.contains(u"--help") || words.contains(u"-h") || command == u"help") {
        std::fputs(qUtf8Printable(helpText()), stdout);
        return Done;
    }
    if (command == u"--version") {
        std::printf("ponte-sandbox %s\n", PONTE_VERSION);
        return Done;
    }
    if (command == u"serve")
        return serve(words.mid(1));
    if (command == u"sell")
        return sell(words.mid(1));
    complain(command.isEmpty() ? QStringLiteral("a command is missing: serve or sell")
                               : QStringLiteral("unknown command: ") + command);
    std::fputs(qUtf8Printable(helpText()), stderr);
    return WrongUsage;
}
