// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/commands/connectiontest.h"

#include "core/lojaclick/connectioncheck.h"
#include "core/lojaclick/settings.h"

#include <algorithm>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

/// Reads one connection's settings and runs its checks.
class ConnectionTester
{
public:
    ConnectionTester(app::Services &services, storage::Connection &reader)
        : m_services(services)
        , m_reader(reader)
        , m_settings(services.parameters, services.connections)
        , m_check(m_http)
    {}

    Result<QList<lojaclick::CheckStep>> run(const QString &name)
    {
        if (name == u"rm"_s)
            return runRm();
        if (name == u"erp"_s)
            return m_settings.readErp(m_reader).map(
                [this](const auto &found) { return m_check.erp(found.connection); });
        return m_settings.readBroker(m_reader).map(
            [this](const auto &found) { return m_check.broker(found.connection); });
    }

private:
    Result<QList<lojaclick::CheckStep>> runRm()
    {
        const auto found = m_settings.readRm(m_reader);
        if (!found)
            return tl::unexpected(found.error());
        const auto networks = m_services.connections.networks(m_reader);
        if (!networks)
            return tl::unexpected(networks.error());
        QStringList users;
        for (const parameters::Connections::CompanyNetwork &entry : *networks) {
            // A company without this parameter is told of when it sells, not here.
            if (const Result<QString> user = m_settings.integrationUser(m_reader, entry.company))
                users.append(*user);
        }
        return m_check.rm(found->connection, users);
    }

    app::Services &m_services;
    storage::Connection &m_reader;
    const lojaclick::SettingsReader m_settings;
    http::Client m_http;
    lojaclick::ConnectionCheck m_check;
};

struct TestReport {
    QJsonArray checks;
    bool hasFailed = false;
    bool hasRun = false;

    void add(Output &output, const QString &name, const QString &check, const QString &result, const QString &message)
    {
        checks.append(
            QJsonObject {{u"connection"_s, name}, {u"check"_s, check}, {u"result"_s, result}, {u"message"_s, message}});
        output.line(u"%1 %2 %3 %4"_s.arg(name.leftJustified(6), check.leftJustified(11), result.leftJustified(7),
                                         onOneLine(message)));
    }
};

} // namespace

Outcome testConnections(Invocation &invocation)
{
    const QStringList known {u"rm"_s, u"erp"_s, u"broker"_s};
    const std::optional<QString> chosen = invocation.arguments.word(0);
    if (chosen && !known.contains(*chosen))
        return failure(ErrorCode::Usage, u"The connections are rm, erp and broker, not '%1'."_s.arg(*chosen));
    const Result<security::Actor> actor = invocation.actor(security::Action::ManageConnections);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    ConnectionTester tester(**invocation.services(), **reader);
    TestReport report;
    for (const QString &name : chosen ? QStringList {*chosen} : known) {
        const auto steps = tester.run(name);
        // Without a choice, what was never set up is told and passed over.
        if (!steps && (chosen || steps.error().code != ErrorCode::Rule))
            return tl::unexpected(steps.error());
        if (!steps) {
            report.add(invocation.output, name, u"settings"_s, u"skipped"_s, steps.error().message);
            continue;
        }
        report.hasRun = true;
        report.hasFailed = report.hasFailed || lojaclick::hasFailed(*steps);
        for (const lojaclick::CheckStep &step : *steps)
            report.add(invocation.output, name, lojaclick::toWord(step.kind), lojaclick::toWord(step.outcome),
                       step.message);
    }
    invocation.output.document(QJsonObject {{u"checks"_s, report.checks}});
    if (!report.hasRun)
        return failure(ErrorCode::Rule, u"No connection is set up: see  ponte-agent connections set --help"_s);
    return report.hasFailed ? ExitStatus::OutsideFailed : ExitStatus::Done;
}

} // namespace ponte::agent
