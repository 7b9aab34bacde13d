// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/commands/connectiontest.h"

#include "app/engine/outsidedesk.h"

#include <future>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

struct TestReport {
    QJsonArray checks;
    bool hasFailed = false;
    bool hasRun = false;

    void add(Output &output, const QString &name, const QString &check, const QString &result, const QString &message)
    {
        hasFailed = hasFailed || result == "failed"_L1;
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
    if (chosen && !known.contains(*chosen) && *chosen != QStringView(parameters::mailConnection))
        return failure(ErrorCode::Usage, u"The connections are rm, erp, broker and mail, not '%1'."_s.arg(*chosen));
    const Result<security::Actor> actor = invocation.actor(security::Action::ManageConnections);
    if (!actor)
        return tl::unexpected(actor.error());
    const auto desk = app::makeOutsideDesk(**invocation.services());
    TestReport report;
    for (const QString &name : chosen ? QStringList {*chosen} : known) {
        std::promise<Result<QList<CheckLine>>> answer;
        desk->test(
            *actor, {.name = name}, {},
            [&](const CheckLine &line) { report.add(invocation.output, name, line.check, line.outcome, line.message); },
            [&answer](const Result<QList<CheckLine>> &lines) { answer.set_value(lines); });
        const Result<QList<CheckLine>> lines = answer.get_future().get();
        // Without a choice, what was never set up is told and passed over.
        if (!lines && (chosen || lines.error().code != ErrorCode::Rule))
            return tl::unexpected(lines.error());
        if (!lines) {
            report.add(invocation.output, name, u"settings"_s, u"skipped"_s, lines.error().message);
            continue;
        }
        report.hasRun = true;
    }
    invocation.output.document(QJsonObject {{u"checks"_s, report.checks}});
    if (!report.hasRun)
        return failure(ErrorCode::Rule, u"No connection is set up: see  ponte-agent connections set --help"_s);
    return report.hasFailed ? ExitStatus::OutsideFailed : ExitStatus::Done;
}

} // namespace ponte::agent
