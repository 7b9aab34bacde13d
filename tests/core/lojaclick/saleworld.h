// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "core/lojaclick/activation.h"
#include "core/lojaclick/descriptor.h"
#include "core/lojaclick/saledesk.h"
#include "tests/core/lojaclick/salesample.h"
#include "tests/support/testdatabase.h"

#include <QProcess>
#include <QTest>

#include <signal.h>
#include <sys/prctl.h>

#include <future>

namespace ponte::lojaclick {

/// The program ponte-sandbox: RM, ERP and Broker on real sockets, named by PONTE_SANDBOX.
class Outside
{
public:
    Outside()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        // A test that is killed takes it along.
        m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        m_process.start(qEnvironmentVariable("PONTE_SANDBOX"),
                        {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        if (!m_process.waitForReadyRead(20'000))
            qFatal("PONTE_SANDBOX must name the program ponte-sandbox");
        const QByteArray line = m_process.readLine();
        m_url = QUrl(QString::fromLatin1(line.mid(line.indexOf("http")).trimmed()));
    }
    ~Outside()
    {
        m_process.terminate();
        m_process.waitForFinished(10'000);
    }
    Q_DISABLE_COPY_MOVE(Outside)

    [[nodiscard]] QUrl url(const QString &path = {}) const { return QUrl(m_url.toString() + path); }
    void reset() { call("POST", QStringLiteral("/sandbox/reset")); }
    void fault(const QByteArray &json) { call("POST", QStringLiteral("/sandbox/faults"), json); }
    void forgiveAll() { call("DELETE", QStringLiteral("/sandbox/faults")); }
    [[nodiscard]] QJsonObject state() { return call("GET", QStringLiteral("/sandbox/state")); }
    /// Rows of a table of RM.
    [[nodiscard]] int rows(const QString &table)
    {
        return int(state()
                       .value(QStringLiteral("rm"))
                       .toObject()
                       .value(QStringLiteral("tables"))
                       .toObject()
                       .value(table)
                       .toArray()
                       .size());
    }
    [[nodiscard]] int contracts()
    {
        return int(state().value(QStringLiteral("erp")).toObject().value(QStringLiteral("contracts")).toArray().size());
    }
    /// All requests that a system has received.
    [[nodiscard]] QJsonObject calls(const QString &system)
    {
        return state().value(system).toObject().value(QStringLiteral("calls")).toObject();
    }

private:
    QJsonObject call(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        http::Request request {.method = method, .url = url(path), .body = body};
        if (!body.isEmpty())
            request.headers = {{"Content-Type", "application/json"}};
        const auto response = m_http.send(request);
        if (!response || response->status != 200)
            qFatal("%s: %s", qPrintable(path),
                   response ? response->body.constData() : qPrintable(response.error().message));
        return QJsonDocument::fromJson(response->body).object();
    }

    QProcess m_process;
    QUrl m_url;
    http::Client m_http;
};

/// All parts of Loja Click between the API and the outside, configured as a key user does.
struct SaleWorld {
    explicit SaleWorld(const QString &backend, Outside &outsideSystems,
                       std::chrono::milliseconds patience = std::chrono::seconds(60))
        : fresh(backend)
        , outside(outsideSystems)
        , box(security::SecretBox::load(fresh.database(), true).value())
        , parameters(fresh.database(), clock, box, descriptor().parameters)
        , connections(fresh.database(), clock, box)
        , settings(parameters, connections)
        , process(enter())
        , locks(fresh.database(), *process)
        , rm(fresh.database(), clock, QStringLiteral("RM"), 4)
        , erp(fresh.database(), clock, QStringLiteral("ERP"), 8)
        , broker(fresh.database(), clock, QStringLiteral("Broker"), 4)
        , environment {fresh.database(), clock, *process, locks, settings, rm, erp, broker, {}}
        , activation(environment)
    {
        outside.reset();
        configure();
        desk = std::make_unique<SaleDesk>(environment, activation, workers, patience);
    }

    /// As another program that starts: it finds what dead ones held.
    [[nodiscard]] std::unique_ptr<work::ProcessRegistry> enter()
    {
        auto entered =
            work::ProcessRegistry::enter(fresh.database(), clock, {QStringLiteral("test"), QStringLiteral("0"), true},
                                         {[this](storage::Connection &connection, ProcessId dead) {
                                             return salestore::release(connection, dead.value(), clock.now());
                                         }});
        if (!entered)
            qFatal("%s", qPrintable(entered.error().message));
        return std::move(*entered);
    }

    [[nodiscard]] static Sale saleOf(const QJsonObject &object)
    {
        const SaleReading reading = sample::read(object);
        if (!reading.errors.isEmpty())
            qFatal("the sample sale is wrong: %s", qPrintable(reading.errors.first().message));
        return reading.sale;
    }
    [[nodiscard]] std::future<ApiAnswer> submit(const QJsonObject &object)
    {
        auto promise = std::make_shared<std::promise<ApiAnswer>>();
        desk->submit(saleOf(object), QStringLiteral("broker"),
                     [promise](const ApiAnswer &answer) { promise->set_value(answer); });
        return promise->get_future();
    }
    [[nodiscard]] ApiAnswer sell(const QJsonObject &object = sample::senaiSale())
    {
        auto answer = submit(object);
        if (answer.wait_for(std::chrono::seconds(60)) != std::future_status::ready)
            qFatal("no answer to the sale");
        return answer.get();
    }
    [[nodiscard]] static QString situation(const ApiAnswer &answer)
    {
        return QJsonDocument::fromJson(answer.body)
            .object()
            .value(QStringLiteral("DadosCriados"))
            .toObject()
            .value(QStringLiteral("SituacaoContrato"))
            .toString();
    }
    [[nodiscard]] std::optional<log::Record> record(const QString &functionality)
    {
        return log::LogReader(**fresh.database().reads().here())
            .record(CompanyId(3), QStringLiteral("LC-2026-000123-1"), functionality)
            .value();
    }
    [[nodiscard]] QList<log::Item> items(const QString &functionality)
    {
        const auto found = record(functionality);
        return found ? log::LogReader(**fresh.database().reads().here()).items(found->id).value() : QList<log::Item>();
    }
    [[nodiscard]] qint64 sale(const QString &column)
    {
        return fresh.number(QStringLiteral("SELECT ") + column + QStringLiteral(" FROM sale"));
    }
    [[nodiscard]] AttemptReport attempt(AttemptKind kind)
    {
        http::Client client;
        const auto lease = activation.claim(record(QStringLiteral("contract_activation"))->id).value();
        if (!lease)
            qFatal("the activation is leased");
        return activation.attempt(*lease, kind, QStringLiteral("ana"), client, {}).value();
    }

    test::TestDatabase fresh;
    test::ManualClock clock;
    Outside &outside;
    security::SecretBox box;
    parameters::Parameters parameters;
    parameters::Connections connections;
    SettingsReader settings;
    std::unique_ptr<work::ProcessRegistry> process;
    work::NaturalLocks locks;
    work::Destination rm, erp, broker;
    Environment environment;
    Activation activation;
    // The pool must end before the desk, so it stands below.
    std::unique_ptr<SaleDesk> desk;
    work::WorkerPool workers {QStringLiteral("sale"), 4, 64};

private:
    void configure()
    {
        const auto actor = security::Actor::owner(QStringLiteral("ana"));
        const auto sandboxUser = QStringLiteral("integracao");
        const auto sandboxPassword = QStringLiteral("sandbox");
        const auto level = parameters::Scope::ofLevel(CompanyId(3), LevelId(1));
        const auto company = parameters::Scope::ofCompany(CompanyId(3));
        const bool done =
            connections.set(actor, {QStringLiteral("rm"), outside.url(), sandboxUser, sandboxPassword, {}, {}, {}})
            && connections.set(
                actor,
                {QStringLiteral("erp"), outside.url(QStringLiteral("/erp")), sandboxUser, sandboxPassword, {}, {}, {}})
            && connections.setNetwork(actor, CompanyId(3), QStringLiteral("SENAI"))
            && parameters.apply(actor,
                                {{QStringLiteral("lojaclick.status.pre_enrollment"), level, QStringLiteral("10")},
                                 {QStringLiteral("lojaclick.status.enrollment"), level, QStringLiteral("11")},
                                 {QStringLiteral("lojaclick.integration_user"), company, sandboxUser},
                                 {QStringLiteral("lojaclick.resend.max_attempts"), company, QStringLiteral("3")}});
        if (!done)
            qFatal("the world could not be configured");
    }
};

} // namespace ponte::lojaclick
