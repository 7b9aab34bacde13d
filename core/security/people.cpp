// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/security/people.h"

#include "core/security/audit.h"
#include "core/security/passwords.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace ponte::security {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

constexpr int failuresAllowed = 5;
constexpr int lockSeconds = 15 * 60;
constexpr int shortestPassword = 8;

class PeopleText
{
    Q_DECLARE_TR_FUNCTIONS(People)
};

tl::unexpected<Error> refusedField(const QString &field, const QString &message)
{
    return failure(ErrorCode::Validation, message, {}, field);
}

tl::unexpected<Error> unknownPerson(const QString &name)
{
    return failure(ErrorCode::NotFound, PeopleText::tr("There is no person named '%1'.").arg(name));
}

Result<> checkName(const QString &name)
{
    static const QRegularExpression allowed(u"^[\\w.@-]{1,60}$"_s, QRegularExpression::UseUnicodePropertiesOption);
    if (!allowed.match(name).hasMatch())
        return refusedField(u"name"_s, PeopleText::tr("A name has 1 to 60 letters, digits or . _ - @, and no space."));
    return {};
}

/// The hash to keep; null on PostgreSQL, where the server knows the password.
Result<QVariant> hashToKeep(storage::Backend backend, const QString &password)
{
    if (backend == storage::Backend::PostgreSql) {
        if (!password.isEmpty())
            return refusedField(
                u"password"_s,
                PeopleText::tr("On PostgreSQL a person is a database role, whose password the server keeps."));
        return QVariant(QMetaType(QMetaType::QString));
    }
    if (password.size() < shortestPassword)
        return refusedField(u"password"_s,
                            PeopleText::tr("A password has at least %1 characters.").arg(shortestPassword));
    return passwordHash(password).map([](const QString &hash) { return QVariant(hash); });
}

Result<> storeProfiles(Connection &connection, const QString &name, const QStringList &profiles)
{
    if (const auto dropped = connection.execute(u"security.drop_person_profiles"_s, {{u":name"_s, name}}); !dropped)
        return tl::unexpected(dropped.error());
    for (const QString &profile : profiles) {
        const auto added =
            connection.execute(u"security.add_person_profile"_s, {{u":name"_s, name}, {u":profile"_s, profile}});
        if (!added)
            return tl::unexpected(added.error());
        if (*added == 0)
            return refusedField(u"profile"_s, PeopleText::tr("There is no profile named '%1'.").arg(profile));
    }
    return {};
}

/// Without this an installation could lock itself out.
Result<> someoneAdministers(Connection &connection)
{
    const auto known = People::isAnyKnown(connection);
    if (!known)
        return tl::unexpected(known.error());
    const auto rows = connection.query(u"security.administrators"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    if (*known && rows->isEmpty())
        return failure(
            ErrorCode::Rule,
            PeopleText::tr("Then nobody could administer any more: someone has to keep a profile that may."));
    return {};
}

Permission permissionOf(const storage::Row &row)
{
    Permission permission {actionFromWord(row.text(u"action")).value_or(Action::ViewLog)};
    if (!row.isNull(u"company"))
        permission.company = CompanyId(row.number(u"company"));
    return permission;
}

} // namespace

People::People(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<bool> People::isAnyKnown(Connection &connection)
{
    return connection.first(u"security.any_person"_s).map([](const auto &row) { return row.has_value(); });
}

Result<QList<Person>> People::list(const Actor &actor, Connection &connection)
{
    if (const Result<> allowed = actor.require(Action::Administer); !allowed)
        return tl::unexpected(allowed.error());
    const auto profiles = connection.query(u"security.profiles_of_people"_s);
    if (!profiles)
        return tl::unexpected(profiles.error());
    QHash<qint64, QStringList> profilesOf;
    for (const storage::Row &row : *profiles)
        profilesOf[row.number(u"person")].append(row.text(u"name"));
    const auto rows = connection.query(u"security.people"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Person> people;
    for (const storage::Row &row : *rows)
        people.append({row.text(u"name"), profilesOf.value(row.number(u"id")), !row.isNull(u"password_hash"),
                       row.time(u"locked_until"), row.time(u"disabled_at"), row.time(u"created_at"),
                       row.text(u"created_by")});
    return people;
}

Result<QList<Profile>> People::profiles(const Actor &actor, Connection &connection)
{
    if (const Result<> allowed = actor.require(Action::Administer); !allowed)
        return tl::unexpected(allowed.error());
    const auto rows = connection.query(u"security.profiles"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto permissions = connection.query(u"security.profile_permissions"_s);
    if (!permissions)
        return tl::unexpected(permissions.error());
    QList<Profile> profiles;
    for (const storage::Row &row : *rows) {
        Profile profile {row.text(u"name"), row.number(u"is_builtin") != 0, {}};
        for (const storage::Row &permission : *permissions) {
            // A word that a newer program stored releases nothing here.
            if (permission.number(u"profile") == row.number(u"id") && actionFromWord(permission.text(u"action")))
                profile.permissions.append(permissionOf(permission));
        }
        profiles.append(profile);
    }
    return profiles;
}

Result<Actor> People::actorNamed(Connection &connection, const QString &name)
{
    const auto rows = connection.query(u"security.permissions_of"_s, {{u":name"_s, name}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Permission> permissions;
    for (const storage::Row &row : *rows) {
        if (actionFromWord(row.text(u"action")))
            permissions.append(permissionOf(row));
    }
    return Actor::person(name, permissions);
}

Result<> People::change(const Actor &actor, const char *what, const QString &subject,
                        const std::function<Result<>(Connection &)> &work)
{
    if (Result<> allowed = actor.require(Action::Administer); !allowed)
        return allowed;
    return m_database.writer().write<void>(what, [&](Connection &connection) -> Result<> {
        if (Result<> done = work(connection); !done)
            return done;
        if (Result<> sound = someoneAdministers(connection); !sound)
            return sound;
        connection.noteChange(u"people"_s);
        return appendAudit(connection, actor, {QString::fromLatin1(what), subject}, m_clock.now());
    });
}

Result<> People::add(const Actor &actor, const QString &name, const QString &password, const QStringList &profiles)
{
    if (Result<> allowed = actor.require(Action::Administer); !allowed)
        return allowed;
    if (Result<> sound = checkName(name); !sound)
        return sound;
    const Result<QVariant> hash = hashToKeep(m_database.backend(), password);
    if (!hash)
        return tl::unexpected(hash.error());
    return change(actor, "person.add", u"person "_s + name, [&](Connection &connection) -> Result<> {
        const auto known = connection.first(u"security.person"_s, {{u":name"_s, name}});
        if (!known)
            return tl::unexpected(known.error());
        if (*known)
            return failure(ErrorCode::Conflict, PeopleText::tr("There is a person named '%1' already.").arg(name), {},
                           u"name"_s);
        const auto added = connection.execute(
            u"security.add_person"_s,
            {{u":name"_s, name}, {u":password_hash"_s, *hash}, {u":now"_s, m_clock.now()}, {u":who"_s, actor.name()}});
        if (!added)
            return tl::unexpected(added.error());
        return storeProfiles(connection, name, profiles);
    });
}

Result<> People::setPassword(const Actor &actor, const QString &name, const QString &password)
{
    const Result<QVariant> hash = hashToKeep(m_database.backend(), password);
    if (!hash)
        return tl::unexpected(hash.error());
    return change(actor, "person.password", u"person "_s + name, [&](Connection &connection) -> Result<> {
        const auto set =
            connection.execute(u"security.set_password"_s, {{u":name"_s, name}, {u":password_hash"_s, *hash}});
        if (!set)
            return tl::unexpected(set.error());
        return *set > 0 ? Result<>() : Result<>(unknownPerson(name));
    });
}

Result<> People::setProfiles(const Actor &actor, const QString &name, const QStringList &profiles)
{
    return change(actor, "person.profiles", u"person "_s + name, [&](Connection &connection) -> Result<> {
        const auto known = connection.first(u"security.person"_s, {{u":name"_s, name}});
        if (!known)
            return tl::unexpected(known.error());
        return *known ? storeProfiles(connection, name, profiles) : Result<>(unknownPerson(name));
    });
}

Result<> People::setDisabled(const Actor &actor, const QString &name, bool isDisabled)
{
    return change(actor, "person.disable", u"person "_s + name, [&](Connection &connection) -> Result<> {
        const auto set = connection.execute(
            u"security.set_disabled"_s,
            {{u":name"_s, name},
             {u":disabled_at"_s, isDisabled ? QVariant(m_clock.now()) : QVariant(QMetaType(QMetaType::LongLong))}});
        if (!set)
            return tl::unexpected(set.error());
        return *set > 0 ? Result<>() : Result<>(unknownPerson(name));
    });
}

Result<> People::setProfile(const Actor &actor, const QString &name, const QList<Permission> &permissions)
{
    if (name.trimmed() != name || name.isEmpty() || name.size() > 60)
        return refusedField(u"name"_s, PeopleText::tr("A profile's name has 1 to 60 characters."));
    return change(actor, "profile.set", u"profile "_s + name, [&](Connection &connection) -> Result<> {
        for (const QString &statement : {u"security.add_profile"_s, u"security.drop_permissions"_s}) {
            if (const auto done = connection.execute(statement, {{u":name"_s, name}}); !done)
                return tl::unexpected(done.error());
        }
        for (const Permission &permission : permissions) {
            const auto added =
                connection.execute(u"security.add_permission"_s,
                                   {{u":name"_s, name},
                                    {u":action"_s, toWord(permission.action)},
                                    {u":company"_s, permission.company ? QVariant(permission.company->value())
                                                                       : QVariant(QMetaType(QMetaType::LongLong))}});
            if (!added)
                return tl::unexpected(added.error());
        }
        return {};
    });
}

Result<> People::removeProfile(const Actor &actor, const QString &name)
{
    return change(actor, "profile.remove", u"profile "_s + name, [&](Connection &connection) -> Result<> {
        const auto used = connection.first(u"security.profile_in_use"_s, {{u":name"_s, name}});
        if (!used)
            return tl::unexpected(used.error());
        if (*used)
            return failure(ErrorCode::Conflict, PeopleText::tr("Someone still has the profile '%1'.").arg(name));
        const auto known = connection.first(u"security.profile"_s, {{u":name"_s, name}});
        if (!known)
            return tl::unexpected(known.error());
        if (!*known)
            return failure(ErrorCode::NotFound, PeopleText::tr("There is no profile named '%1'.").arg(name));
        const auto removed = connection.execute(u"security.remove_profile"_s, {{u":name"_s, name}});
        if (!removed)
            return tl::unexpected(removed.error());
        if (*removed == 0)
            return failure(ErrorCode::Rule,
                           PeopleText::tr("The profile '%1' comes with the program and stays.").arg(name));
        return {};
    });
}

Result<Actor> People::login(const QString &name, const QString &password)
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto row = (*connection)->first(u"security.person"_s, {{u":name"_s, name}});
    if (!row)
        return tl::unexpected(row.error());
    const auto wrong = failure(ErrorCode::Unauthorized, PeopleText::tr("The name or the password is wrong."));
    if (!*row || (*row)->isNull(u"password_hash") || !(*row)->isNull(u"disabled_at")) {
        spendPasswordTime(password);
        return wrong;
    }
    const QDateTime now = m_clock.now();
    const QDateTime lockedUntil = (*row)->time(u"locked_until");
    if (lockedUntil.isValid() && lockedUntil > now)
        return failure(
            ErrorCode::Unauthorized,
            PeopleText::tr("Too many wrong passwords: try again in %1 minutes.").arg(now.secsTo(lockedUntil) / 60 + 1));
    const int failures = int((*row)->number(u"failures"));
    if (!isPassword((*row)->text(u"password_hash"), password)) {
        const bool isLocked = failures + 1 >= failuresAllowed;
        const Result<> noted =
            noteLogin(name, isLocked ? 0 : failures + 1, isLocked ? now.addSecs(lockSeconds) : QDateTime());
        if (!noted)
            return tl::unexpected(noted.error());
        return wrong;
    }
    if (failures > 0 || lockedUntil.isValid()) {
        if (const Result<> noted = noteLogin(name, 0, {}); !noted)
            return tl::unexpected(noted.error());
    }
    return actorNamed(**connection, name);
}

Result<> People::noteLogin(const QString &name, int failures, const QDateTime &lockedUntil)
{
    return m_database.writer().write<void>("person.login", [&](Connection &connection) -> Result<> {
        const auto noted = connection.execute(
            u"security.note_login"_s,
            {{u":name"_s, name},
             {u":failures"_s, failures},
             {u":locked_until"_s,
              lockedUntil.isValid() ? QVariant(lockedUntil) : QVariant(QMetaType(QMetaType::LongLong))}});
        return noted ? Result<>() : Result<>(tl::unexpected(noted.error()));
    });
}

} // namespace ponte::security
