// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "core/security/people.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

QString permissionText(const security::Permission &permission)
{
    const QString word = security::toWord(permission.action);
    return permission.company ? u"%1:%2"_s.arg(word).arg(permission.company->value()) : word;
}

/// "view_log" or "view_log:3".
Result<security::Permission> permissionFrom(const QString &text)
{
    const auto action = security::actionFromWord(text.section(u':', 0, 0));
    if (!action) {
        QStringList known;
        for (const security::Action each : security::allActions())
            known.append(security::toWord(each));
        return failure(ErrorCode::Usage, u"'%1' is no permission; they are %2."_s.arg(text, known.join(u", "_s)));
    }
    security::Permission permission {*action};
    if (text.contains(u':')) {
        const auto company = wholeNumber(text.section(u':', 1), 1, std::numeric_limits<qint32>::max());
        if (!company)
            return failure(ErrorCode::Usage, u"'%1' must be like view_log:3."_s.arg(text));
        permission.company = CompanyId(*company);
    }
    return permission;
}

Outcome listProfiles(Invocation &invocation)
{
    const Result<security::Actor> actor = invocation.actor(security::Action::Administer);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto profiles = security::People::profiles(*actor, **reader);
    if (!profiles)
        return tl::unexpected(profiles.error());
    QJsonArray items;
    QList<QStringList> rows;
    for (const security::Profile &profile : *profiles) {
        QStringList may;
        for (const security::Permission &permission : profile.permissions)
            may.append(permissionText(permission));
        items.append(QJsonObject {
            {u"name"_s, profile.name}, {u"builtin"_s, profile.isBuiltin}, {u"may"_s, QJsonArray::fromStringList(may)}});
        rows.append({profile.name, may.join(u' ')});
    }
    invocation.output.document(QJsonObject {{u"items"_s, items}});
    invocation.output.table({u"Profile"_s, u"May"_s}, rows);
    return ExitStatus::Done;
}

Outcome setProfile(Invocation &invocation)
{
    const QString name = *invocation.arguments.word(0);
    QList<security::Permission> permissions;
    for (const QString &text : invocation.arguments.list(u"may"_s)) {
        const Result<security::Permission> permission = permissionFrom(text);
        if (!permission)
            return tl::unexpected(permission.error());
        permissions.append(*permission);
    }
    const Result<security::Actor> actor = invocation.actor(security::Action::Administer);
    if (!actor)
        return tl::unexpected(actor.error());
    if (const Result<> set = (*invocation.services())->people.setProfile(*actor, name, permissions); !set)
        return tl::unexpected(set.error());
    invocation.output.document(QJsonObject {{u"name"_s, name}});
    invocation.output.line(u"%1 releases %2 permissions."_s.arg(name, QString::number(permissions.size())));
    return ExitStatus::Done;
}

Outcome removeProfile(Invocation &invocation)
{
    const QString name = *invocation.arguments.word(0);
    const Result<security::Actor> actor = invocation.actor(security::Action::Administer);
    if (!actor)
        return tl::unexpected(actor.error());
    if (const Result<> removed = (*invocation.services())->people.removeProfile(*actor, name); !removed)
        return tl::unexpected(removed.error());
    invocation.output.document(QJsonObject {{u"name"_s, name}, {u"removed"_s, true}});
    invocation.output.line(u"%1 is gone."_s.arg(name));
    return ExitStatus::Done;
}

} // namespace

QList<Command> profileCommands()
{
    const Option may {u"may"_s, u"WORD[:COMPANY]"_s,
                      u"a permission, in one company or in all; may be given again, separated by commas"_s, true};
    return {
        {u"profiles list"_s, {}, u"The profiles and what each releases."_s, {}, listProfiles},
        {u"profiles set"_s,
         u"NAME --may WORD[:COMPANY],…"_s,
         u"Makes a profile, or replaces what it releases."_s,
         {.positionals = {u"NAME"_s}, .required = 1, .options = {may}},
         setProfile},
        {u"profiles remove"_s,
         u"NAME"_s,
         u"Removes a profile that nobody has."_s,
         {.positionals = {u"NAME"_s}, .required = 1},
         removeProfile},
    };
}

} // namespace ponte::agent
