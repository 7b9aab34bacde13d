// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "core/integration/diagnosis.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

Outcome runDiagnosis(Invocation &invocation)
{
    const Result<security::Actor> actor = invocation.actor(security::Action::ViewParameters);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const app::Services &services = **invocation.services();
    const auto diagnosis = integration::diagnose(**reader, {services.database.address(),
                                                            services.secrets,
                                                            services.connections,
                                                            services.lookups,
                                                            {{services.descriptor, services.parameters}}});
    if (!diagnosis)
        return tl::unexpected(diagnosis.error());
    QJsonArray checks;
    for (const integration::Finding &finding : diagnosis->findings) {
        const QString state = finding.isDone ? u"done"_s : finding.isNeeded ? u"missing"_s : u"advised"_s;
        checks.append(QJsonObject {{u"check"_s, finding.check},
                                   {u"state"_s, state},
                                   {u"title"_s, finding.title},
                                   {u"message"_s, finding.message}});
        invocation.output.line(
            u"%1 %2 %3"_s.arg(state.leftJustified(8), finding.check.leftJustified(29), onOneLine(finding.message)));
    }
    invocation.output.document(QJsonObject {{u"complete"_s, diagnosis->isComplete()}, {u"checks"_s, checks}});
    invocation.output.line(diagnosis->isComplete() ? u"All set: sales can come in."_s
                                                   : u"Something is missing before sales can come in."_s);
    return diagnosis->isComplete() ? ExitStatus::Done : ExitStatus::Refused;
}

} // namespace

QList<Command> diagnoseCommands()
{
    return {
        {u"diagnose"_s,
         {},
         u"What the installation needs before it takes sales, and what of it is there; exit 3 where something is missing."_s,
         {},
         runDiagnosis}};
}

} // namespace ponte::agent
