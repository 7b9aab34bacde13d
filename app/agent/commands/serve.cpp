// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "app/agent/servicemanager.h"
#include "app/engine/spokenlanguage.h"
#include "app/engine/stopsignal.h"
#include "core/reports/pdf/pdfreport.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t standardListen[] = u"127.0.0.1:8080";

Result<> readListen(const QString &text, app::EngineOptions &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = colon < 0 ? QString() : text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    const QHostAddress address = host == u"localhost"_s ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    const std::optional<qint64> port = wholeNumber(QStringView(text).mid(colon + 1), 0, 65535);
    if (address.isNull() || !port)
        return failure(ErrorCode::Usage, u"--listen must be an address and a port, like %1, not '%2'."_s.arg(
                                             QString::fromUtf16(standardListen), text));
    options.listenAddress = address;
    options.listenPort = static_cast<quint16>(*port);
    return {};
}

Result<app::EngineOptions> readEngineOptions(const Arguments &arguments)
{
    app::EngineOptions options;
    reports::pdf::addTo(options.formats);
    options.workers = !arguments.has(u"no-workers"_s);
    options.schedules = !arguments.has(u"no-schedules"_s);
    const std::optional<QString> listen = arguments.text(u"listen"_s);
    if (arguments.has(u"no-api"_s)) {
        if (listen)
            return failure(ErrorCode::Usage, u"--listen and --no-api exclude each other."_s);
        return options;
    }
    if (const Result<> read = readListen(listen.value_or(QString::fromUtf16(standardListen)), options); !read)
        return tl::unexpected(read.error());
    return options;
}

void tellReady(const app::EngineOptions &options, quint16 port, Output &output)
{
    QJsonObject told {{u"pid"_s, QCoreApplication::applicationPid()}, {u"url"_s, QJsonValue()}};
    if (options.listenAddress) {
        const QString host = options.listenAddress->protocol() == QAbstractSocket::IPv6Protocol
                                 ? u'[' + options.listenAddress->toString() + u']'
                                 : options.listenAddress->toString();
        const QString url = u"http://%1:%2"_s.arg(host, QString::number(port));
        told.insert(u"url"_s, url);
        output.note(u"listening on %1"_s.arg(url));
    } else {
        output.note(u"running without an API"_s);
    }
    output.document(told);
    notifyReady();
}

Outcome serve(Invocation &invocation)
{
    const Result<app::EngineOptions> options = readEngineOptions(invocation.arguments);
    if (!options)
        return tl::unexpected(options.error());
    // First of all, so that a wish to stop is kept while the program still starts.
    app::StopSignal stop;
    QObject::connect(&stop, &app::StopSignal::received, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    const Result<app::Services *> services = invocation.services();
    if (!services)
        return tl::unexpected(services.error());
    app::ThreadTranslator translator;
    QCoreApplication::installTranslator(&translator);
    Result<std::unique_ptr<app::Engine>> engine = app::Engine::start(**services, *options);
    if (!engine)
        return tl::unexpected(engine.error());
    // Until here a failure is told in one line; from now on the program tells what happens.
    QLoggingCategory::setFilterRules({});
    tellReady(*options, (*engine)->port(), invocation.output);
    QCoreApplication::exec();
    notifyStopping();
    invocation.output.note(u"stopping"_s);
    engine->reset();
    return ExitStatus::Done;
}

} // namespace

QList<Command> serveCommands()
{
    const QList<Option> options {
        {u"listen"_s, u"HOST:PORT"_s, u"where sales come in; 127.0.0.1:8080 if left out, port 0 takes a free one"_s},
        {u"no-api"_s, {}, u"take no sales in"_s},
        {u"no-workers"_s, {}, u"do no work"_s},
        {u"no-schedules"_s, {}, u"start no scheduled runs"_s},
    };
    return {{u"serve"_s,
             u"[--listen 127.0.0.1:8080] [--no-api] [--no-workers] [--no-schedules]"_s,
             u"Runs until SIGTERM: takes sales in, works on them, runs schedules."_s,
             {.options = options},
             serve}};
}

} // namespace ponte::agent
