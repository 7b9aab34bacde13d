// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/security/people.h"

#include "app/agent/command.h"
#include "app/agent/scopeoptions.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

/// What every command here answers: the person's name, done.
Outcome tellPerson(Invocation &invocation, const QString &name, const Result<> &done, const QString &line)
{
    if (!done)
        return tl::unexpected(done.error());
    invocation.output.document(QJsonObject {{u"name"_s, name}});
    invocation.output.line(line);
    return ExitStatus::Done;
}

Outcome addPerson(Invocation &invocation)
{
    const QString name = *invocation.arguments.word(0);
    const QStringList profiles = invocation.arguments.list(u"profile"_s);
    if (profiles.isEmpty())
        return failure(ErrorCode::Usage, u"Give at least one --profile; see  ponte-agent profiles list"_s);
    const Result<security::Actor> actor = invocation.actor(security::Action::Administer);
    if (!actor)
        return tl::unexpected(actor.error());
    QString password;
    if (invocation.arguments.has(u"password-stdin"_s)) {
        const Result<QString> read = standardInput();
        if (!read)
            return tl::unexpected(read.error());
        password = *read;
    }
    return tellPerson(invocation, name, (*invocation.services())->people.add(*actor, name, password, profiles),
                      u"%1 may work here now."_s.arg(name));
}

Outcome listPeople(Invocation &invocation)
{
    const Result<security::Actor> actor = invocation.actor(security::Action::Administer);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto people = security::People::list(*actor, **reader);
    if (!people)
        return tl::unexpected(people.error());
    QJsonArray items;
    QList<QStringList> rows;
    for (const security::Person &person : *people) {
        items.append(QJsonObject {{u"name"_s, person.name},
                                  {u"profiles"_s, QJsonArray::fromStringList(person.profiles)},
                                  {u"disabledAt"_s, jsonTime(person.disabledAt)},
                                  {u"lockedUntil"_s, jsonTime(person.lockedUntil)},
                                  {u"createdAt"_s, jsonTime(person.createdAt)},
                                  {u"createdBy"_s, person.createdBy}});
        rows.append({person.name, person.profiles.join(u", "_s), person.disabledAt.isValid() ? u"no"_s : u"yes"_s});
    }
    invocation.output.document(QJsonObject {{u"items"_s, items}});
    invocation.output.table({u"Name"_s, u"Profiles"_s, u"May work"_s}, rows);
    return ExitStatus::Done;
}

Outcome setPassword(Invocation &invocation)
{
    const QString name = *invocation.arguments.word(0);
    const Result<security::Actor> actor = invocation.actor(security::Action::Administer);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<QString> password = standardInput();
    if (!password)
        return tl::unexpected(password.error());
    return tellPerson(invocation, name, (*invocation.services())->people.setPassword(*actor, name, *password),
                      u"%1 has a new password."_s.arg(name));
}

Outcome setProfiles(Invocation &invocation)
{
    const QString name = *invocation.arguments.word(0);
    const Result<security::Actor> actor = invocation.actor(security::Action::Administer);
    if (!actor)
        return tl::unexpected(actor.error());
    const QStringList profiles = invocation.arguments.list(u"profile"_s);
    return tellPerson(invocation, name, (*invocation.services())->people.setProfiles(*actor, name, profiles),
                      u"%1: %2"_s.arg(name, profiles.isEmpty() ? u"no profile"_s : profiles.join(u", "_s)));
}

Outcome setDisabled(Invocation &invocation, bool isDisabled)
{
    const QString name = *invocation.arguments.word(0);
    const Result<security::Actor> actor = invocation.actor(security::Action::Administer);
    if (!actor)
        return tl::unexpected(actor.error());
    return tellPerson(invocation, name, (*invocation.services())->people.setDisabled(*actor, name, isDisabled),
                      isDisabled ? u"%1 may no longer work here."_s.arg(name) : u"%1 may work here again."_s.arg(name));
}

} // namespace

QList<Command> peopleCommands()
{
    const Option profile {u"profile"_s, u"NAME"_s, u"a profile of the person; may be given again"_s, true};
    const Option password {u"password-stdin"_s, {}, u"read the person's password from standard input"_s};
    const Grammar named {.positionals = {u"NAME"_s}, .required = 1};
    return {
        {u"people add"_s,
         u"NAME --profile PROFILE [--password-stdin]"_s,
         u"Lets a person work here; from the first one on, everybody has to say who they are."_s,
         {.positionals = {u"NAME"_s}, .required = 1, .options = {profile, password}},
         addPerson},
        {u"people list"_s, {}, u"Who may work here, with which profiles."_s, {}, listPeople},
        {u"people password"_s,
         u"NAME --password-stdin"_s,
         u"Gives a person another password, and lifts a lock."_s,
         {.positionals = {u"NAME"_s}, .required = 1, .options = {password}},
         setPassword},
        {u"people profiles"_s,
         u"NAME --profile PROFILE"_s,
         u"Replaces a person's profiles."_s,
         {.positionals = {u"NAME"_s}, .required = 1, .options = {profile}},
         setProfiles},
        {u"people disable"_s, u"NAME"_s, u"Ends a person's right to work here; what they did stays on record."_s, named,
         [](Invocation &invocation) { return setDisabled(invocation, true); }},
        {u"people enable"_s, u"NAME"_s, u"Gives it back."_s, named,
         [](Invocation &invocation) { return setDisabled(invocation, false); }},
    };
}

} // namespace ponte::agent
