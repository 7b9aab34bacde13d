// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "app/engine/engine.h"

#include "app/engine/healthroutes.h"
#include "app/engine/requestclerk.h"
#include "core/base/json.h"
#include "core/delivery/reportjob.h"
#include "core/http/router.h"
#include "core/http/server.h"
#include "core/integrations.h"
#include "core/log/logwriter.h"
#include "core/security/apiclients.h"
#include "ponte_version.h"

#include <QJsonArray>

#include <algorithm>
#include <atomic>
#include <thread>

namespace ponte::app {

using namespace Qt::StringLiterals;

struct Engine::Private {
    Services *services = nullptr;
    std::unique_ptr<security::ApiClients> clients;
    std::unique_ptr<work::ProcessRegistry> process;
    std::unique_ptr<security::Audit> audit;
    std::unique_ptr<delivery::ReportJob> reports;
    std::vector<std::unique_ptr<integration::Runtime>> runtimes;
    std::unique_ptr<RequestClerk> clerk;
    std::unique_ptr<storage::ChangeFeed> feed;
    std::unique_ptr<HealthRoutes> health;
    http::Router router;
    std::atomic<bool> open = false; ///< the port is taken before there are routes
    http::Server server;

    ~Private()
    {
        server.stopAccepting();
        for (const auto &runtime : runtimes)
            runtime->stop();
        feed.reset();
        clerk.reset();
        // What is in flight answers its caller before the server goes.
        runtimes.clear();
        server.stop();
    }
};

namespace {

/// The Broker reads Portuguese, whatever language the program shows.
QString inPortuguese(int status, const QString &message)
{
    switch (status) {
    case 400:
        return u"A requisição HTTP não pôde ser lida."_s;
    case 404:
        return u"Não há nada neste endereço."_s;
    case 405:
        return u"Este endereço não aceita este método."_s;
    case 413:
        return u"O corpo passa de 1 MiB."_s;
    case 500:
        return u"O programa não conseguiu responder."_s;
    default:
        return message;
    }
}

QByteArray plainError(int status, const QString &original)
{
    const QString message = inPortuguese(status, original);
    return json::toText({{u"Status"_s, u"Erro"_s},
                         {u"Mensagem"_s, message},
                         {u"DadosCriados"_s, QJsonObject()},
                         {u"DetalheErros"_s, QJsonArray {QJsonObject {{u"Codigo"_s, QString::number(status)},
                                                                      {u"Campo"_s, QString()},
                                                                      {u"Mensagem"_s, message}}}}});
}

QList<work::ProcessRegistry::Release> releases(const Clock &clock)
{
    QList<work::ProcessRegistry::Release> list;
    for (const Integration &integration : integrations()) {
        list.append([&clock, release = integration.release](storage::Connection &connection, ProcessId dead) {
            return release(connection, dead, clock.now());
        });
    }
    return list;
}

} // namespace

Engine::Engine(std::unique_ptr<Private> data)
    : d(std::move(data))
{}

Engine::~Engine() = default;

quint16 Engine::port() const
{
    return d->server.port();
}

integration::Runtime &Engine::runtime(const QString &integrationId) const
{
    for (size_t i = 0; i < d->runtimes.size(); ++i) {
        if (integrations().at(qsizetype(i)).descriptor.id == integrationId)
            return *d->runtimes.at(i);
    }
    qFatal("no integration named %s", qPrintable(integrationId));
}

bool Engine::waitUntilDelivered(std::chrono::milliseconds patience) const
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
        const auto connection = d->services->database.reads().here();
        const auto due =
            connection ? (*connection)->first(u"work.outbox_unfinished"_s, {{u":now"_s, d->services->clock.now()}})
                       : Result<std::optional<storage::Row>>(tl::unexpected(connection.error()));
        if (due && !*due)
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

Result<bool> workersRun(Services &services)
{
    const auto connection = services.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto rows = (*connection)->query(u"work.processes_alive"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    return std::any_of(rows->begin(), rows->end(),
                       [](const storage::Row &row) { return row.number(u"runs_workers") != 0; });
}

Result<std::unique_ptr<Engine>> Engine::start(Services &services, const EngineOptions &options)
{
    auto data = std::make_unique<Private>();
    Private &parts = *data;
    parts.services = &services;
    const auto partitions =
        services.database.writer().write<void>("log.partitions", [&](storage::Connection &connection) {
            return log::LogWriter(connection).ensurePartitions(services.clock.now());
        });
    if (!partitions)
        return tl::unexpected(partitions.error());
    parts.clients = std::make_unique<security::ApiClients>(services.database, services.clock);
    parts.router.setErrorBody(plainError);
    parts.server.setErrorBody(plainError);
    // The port is taken before anything runs, so that a second program changes nothing.
    if (options.listenAddress) {
        const auto listening =
            parts.server.listen(*options.listenAddress, options.listenPort,
                                [&parts](http::ServerRequest request, http::Responder responder) {
                                    if (parts.open)
                                        return parts.router.dispatch(std::move(request), std::move(responder));
                                    http::ServerResponse starting;
                                    starting.status = 503;
                                    starting.body =
                                        plainError(503, u"O programa está iniciando; tente de novo em instantes."_s);
                                    starting.headers.append(qMakePair(QByteArray("Retry-After"), QByteArray("1")));
                                    responder.respond(starting);
                                },
                                {});
        if (!listening)
            return tl::unexpected(listening.error());
    }
    auto process = work::ProcessRegistry::enter(services.database, services.clock,
                                                {u"ponte"_s, QStringLiteral(PONTE_VERSION), options.workers},
                                                releases(services.clock));
    if (!process)
        return tl::unexpected(process.error());
    parts.process = std::move(*process);
    parts.audit = std::make_unique<security::Audit>(services.database, services.clock);
    parts.reports = std::make_unique<delivery::ReportJob>(
        delivery::ReportJob::Parts {services.database, services.clock, services.descriptor, services.parameters,
                                    services.connections, options.formats, parts.audit.get()});
    const integration::SharedJob report =
        [job = parts.reports.get()](const work::Schedule &schedule, const QDateTime &since, const CancelToken &cancel) {
            return job->run(schedule, since, cancel);
        };
    for (const Integration &integration : integrations()) {
        parts.runtimes.push_back(integration.makeRuntime({services.database,
                                                          services.clock,
                                                          services.parameters,
                                                          services.connections,
                                                          *parts.clients,
                                                          *parts.process,
                                                          options.workers,
                                                          options.schedules,
                                                          {{QString::fromUtf16(work::reportJob), report}}}));
    }
    parts.feed = std::make_unique<storage::ChangeFeed>(services.database.address(), services.database.writer());
    for (const auto &runtime : parts.runtimes) {
        QObject::connect(
            parts.feed.get(), &storage::ChangeFeed::changed, parts.feed.get(),
            [raw = runtime.get()](const QStringList &topics) { raw->wake(topics); }, Qt::DirectConnection);
    }
    if (options.workers && services.secrets.canOpen()) {
        parts.clerk = std::make_unique<RequestClerk>(services);
        QObject::connect(
            parts.feed.get(), &storage::ChangeFeed::changed, parts.feed.get(),
            [clerk = parts.clerk.get()](const QStringList &topics) {
                if (topics.contains(u"requests"_s))
                    clerk->wake();
            },
            Qt::DirectConnection);
    }
    parts.health = std::make_unique<HealthRoutes>(services.database, *parts.clients, [&parts] {
        QList<QPair<QString, double>> figures;
        for (const auto &runtime : parts.runtimes)
            figures += runtime->figures();
        return figures;
    });
    parts.health->addRoutes(parts.router);
    for (const auto &runtime : parts.runtimes)
        runtime->addRoutes(parts.router);
    parts.open = true;
    return std::unique_ptr<Engine>(new Engine(std::move(data)));
}

} // namespace ponte::app
