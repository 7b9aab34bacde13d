// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "core/security/audit.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

Outcome verifyAudit(Invocation &invocation)
{
    const Result<security::Actor> actor = invocation.actor(security::Action::Administer);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const Result<security::AuditCheck> check = security::Audit::verify(*actor, **reader);
    if (!check)
        return tl::unexpected(check.error());
    QJsonObject told {{u"whole"_s, check->isWhole()}, {u"events"_s, check->events}, {u"head"_s, check->head}};
    if (!check->isWhole()) {
        told.insert(u"brokenAt"_s, check->brokenAt);
        told.insert(u"problem"_s, check->problem);
    }
    invocation.output.document(told);
    if (check->isWhole()) {
        invocation.output.line(check->events == 0 ? u"The audit is whole: it has no events yet."_s
                                                  : u"The audit is whole: %1 events, the last with %2."_s.arg(
                                                      QString::number(check->events), check->head));
        return ExitStatus::Done;
    }
    invocation.output.note(
        u"The audit is broken at event %1: %2"_s.arg(QString::number(check->brokenAt), check->problem));
    return ExitStatus::Refused;
}

} // namespace

QList<Command> verifyCommands()
{
    return {{u"verify"_s,
             {},
             u"Walks the chain of the audit; 3 where an event was changed, cut out or replaced, with its number."_s,
             {},
             verifyAudit}};
}

} // namespace ponte::agent
