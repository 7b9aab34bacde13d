// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/security/actor.h"
#include "core/storage/database.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace ponte::security {

struct Person {
    QString name;
    QStringList profiles;
    bool hasPassword = false;
    QDateTime lockedUntil; ///< invalid where not locked
    QDateTime disabledAt; ///< invalid while the person may work
    QDateTime createdAt;
    QString createdBy;
};

/// What is released to whoever has it (loja-click.md F0-01).
struct Profile {
    QString name;
    bool isBuiltin = false; ///< comes with the program; changed, but not removed
    QList<Permission> permissions;
};

/// People and profiles. Nobody is known at first, and the owner of an embedded database (or any role of PostgreSQL)
/// may do everything; from the first person on, each acts with what the own profiles release. On SQLite a person has a
/// password (Argon2id) and is locked for 15 minutes after five wrong ones; on PostgreSQL the name is that of the role.
/// Thread-safe; everything but the static readers blocks, so none belongs into the UI thread.
///
/// Errors: Permission (Administer), Validation with `field` ("name", "password", "profile"), NotFound, Conflict, Rule
/// where nobody could administer any more, Unauthorized at login, Database.
class People
{
public:
    People(storage::Database &database, const Clock &clock);

    [[nodiscard]] static Result<bool> isAnyKnown(storage::Connection &connection);
    [[nodiscard]] static Result<QList<Person>> list(const Actor &actor, storage::Connection &connection);
    [[nodiscard]] static Result<QList<Profile>> profiles(const Actor &actor, storage::Connection &connection);
    /// What the person may do now; nobody of that name, or a disabled one, may do nothing.
    [[nodiscard]] static Result<Actor> actorNamed(storage::Connection &connection, const QString &name);

    /// The first person has to have a profile that administers. A password has at least eight characters; none on
    /// PostgreSQL.
    [[nodiscard]] Result<> add(const Actor &actor, const QString &name, const QString &password,
                               const QStringList &profiles);
    [[nodiscard]] Result<> setPassword(const Actor &actor, const QString &name, const QString &password);
    [[nodiscard]] Result<> setProfiles(const Actor &actor, const QString &name, const QStringList &profiles);
    [[nodiscard]] Result<> setDisabled(const Actor &actor, const QString &name, bool isDisabled);

    /// Makes the profile or replaces what it releases.
    [[nodiscard]] Result<> setProfile(const Actor &actor, const QString &name, const QList<Permission> &permissions);
    /// Conflict while someone has it, Rule for one that comes with the program.
    [[nodiscard]] Result<> removeProfile(const Actor &actor, const QString &name);

    /// Takes about a tenth of a second, right or wrong, also for a name that nobody has.
    [[nodiscard]] Result<Actor> login(const QString &name, const QString &password);

private:
    [[nodiscard]] Result<> change(const Actor &actor, const char *what, const QString &subject,
                                  const std::function<Result<>(storage::Connection &)> &work);
    [[nodiscard]] Result<> noteLogin(const QString &name, int failures, const QDateTime &lockedUntil);

    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace ponte::security
