// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/commands/connectiontest.h"

#include "app/engine/connectiontrial.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

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
    TestReport report;
    for (const QString &name : chosen ? QStringList {*chosen} : known) {
        const auto run = app::prepareTrial(**invocation.services(), **reader, {.name = name});
        // Without a choice, what was never set up is told and passed over.
        if (!run && (chosen || run.error().code != ErrorCode::Rule))
            return tl::unexpected(run.error());
        if (!run) {
            report.add(invocation.output, name, u"settings"_s, u"skipped"_s, run.error().message);
            continue;
        }
        const QList<lojaclick::CheckStep> steps = (*run)({});
        report.hasRun = true;
        report.hasFailed = report.hasFailed || lojaclick::hasFailed(steps);
        for (const lojaclick::CheckStep &step : steps)
            report.add(invocation.output, name, lojaclick::toWord(step.kind), lojaclick::toWord(step.outcome),
                       step.message);
    }
    invocation.output.document(QJsonObject {{u"checks"_s, report.checks}});
    if (!report.hasRun)
        return failure(ErrorCode::Rule, u"No connection is set up: see  ponte-agent connections set --help"_s);
    return report.hasFailed ? ExitStatus::OutsideFailed : ExitStatus::Done;
}

} // namespace ponte::agent
