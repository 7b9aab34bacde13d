// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "app/agent/commands/catalogrefresh.h"
#include "app/agent/scopeoptions.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

Outcome listCatalog(Invocation &invocation)
{
    const QString kind = *invocation.arguments.word(0);
    const Result<QString> scope = catalogScope(kind, invocation.arguments);
    if (!scope)
        return tl::unexpected(scope.error());
    const Result<security::Actor> actor = invocation.actor(security::Action::ViewParameters);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const app::Services &services = **invocation.services();
    const Result<parameters::Lookup> lookup = services.lookups.get(**reader, kind, *scope);
    if (!lookup)
        return tl::unexpected(lookup.error());
    const bool wasRead = lookup->readAt.isValid();
    const qint64 age = wasRead ? lookup->readAt.secsTo(services.clock.now()) : 0;
    QJsonArray items;
    QList<QStringList> rows;
    for (const parameters::LookupRow &row : lookup->rows) {
        items.append(QJsonObject {{u"code"_s, row.code}, {u"description"_s, row.description}});
        rows.append({row.code, row.description});
    }
    invocation.output.document(QJsonObject {
        {u"kind"_s, kind},
        {u"scope"_s, *scope},
        {u"readAt"_s, jsonTime(lookup->readAt)},
        {u"ageSeconds"_s, wasRead ? QJsonValue(age) : QJsonValue()},
        {u"items"_s, items},
    });
    invocation.output.table({u"Code"_s, u"Description"_s}, rows);
    if (!wasRead)
        invocation.output.note(u"This list was never read from RM: run  ponte-agent catalog refresh"_s);
    else
        invocation.output.line(u"\nRead from RM %1, %2 minutes ago."_s.arg(lookup->readAt.toUTC().toString(Qt::ISODate),
                                                                           QString::number(age / 60)));
    return ExitStatus::Done;
}

} // namespace

QList<Command> catalogCommands()
{
    const QList<Option> scope {companyOption(u"for levels, branches and statuses"_s), levelOption(u"for statuses"_s)};
    return {
        {u"catalog refresh"_s,
         u"[statuses|users|companies|levels|branches] [--company N] [--level N]"_s,
         u"Reads the lists that parameters choose from out of RM; all of them for the configured companies if left out."_s,
         {.positionals = {u"KIND"_s}, .options = scope},
         refreshCatalog},
        {u"catalog list"_s,
         u"statuses|users|companies|levels|branches [--company N] [--level N]"_s,
         u"A list as it was last read, with its age; RM need not be there."_s,
         {.positionals = {u"KIND"_s}, .required = 1, .options = scope},
         listCatalog},
    };
}

} // namespace ponte::agent
