// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/parameters/schema.h"
#include "core/security/actor.h"
#include "core/security/secretbox.h"
#include "core/storage/database.h"

#include <QDateTime>
#include <QHash>
#include <QList>

namespace ponte::parameters {

struct Value {
    QString key;
    Scope scope;
    QString value; ///< empty for a secret: use reveal()
    bool isSecret = false;
    bool isSet = false;
    qint64 version = 0; ///< grows with each change; 0 where never set
    QDateTime changedAt;
    QString changedBy;
};

struct HistoryEntry {
    qint64 version = 0; ///< of all parameters together, from this change on
    QDateTime at;
    QString who;
    QString key;
    Scope scope;
    QString oldValue, newValue; ///< empty for secrets, whose change is told but not shown
    bool isSecret = false;
};

struct Change {
    QString key;
    Scope scope;
    QString value; ///< empty unsets
    qint64 expectedVersion = -1; ///< -1: whatever is stored; else Conflict when someone else saved meanwhile
};

/// Values of parameters with scope, provenance and history. Reads run on a given connection, so that screens use the
/// read pool and workers their own.
class Parameters
{
public:
    Parameters(storage::Database &database, const Clock &clock, const security::SecretBox &secrets, Schema schema);

    [[nodiscard]] const Schema &schema() const { return m_schema; }

    [[nodiscard]] Result<QList<Value>> list(storage::Connection &connection) const;
    [[nodiscard]] Result<Value> get(storage::Connection &connection, const QString &key, const Scope &scope) const;
    /// Newest first.
    [[nodiscard]] Result<QList<HistoryEntry>> history(storage::Connection &connection, int limit) const;
    /// Of all parameters together: that of the latest change; 0 where nothing was ever changed.
    [[nodiscard]] static Result<qint64> version(storage::Connection &connection);
    /// The text of a secret, for a worker about to use it; empty where not set.
    [[nodiscard]] Result<QString> reveal(storage::Connection &connection, const QString &key, const Scope &scope) const;

    /// All changes or none, in one transaction; each with its history. Validation errors name the key in `field`.
    [[nodiscard]] Result<> apply(const security::Actor &actor, const QList<Change> &changes);
    /// The same for the UI thread: returns at once, `done` runs in the writer's thread.
    void applyLater(const security::Actor &actor, const QList<Change> &changes,
                    std::function<void(const Result<> &)> done);

private:
    [[nodiscard]] Result<> check(storage::Connection &connection, const Change &change) const;
    [[nodiscard]] Result<> store(storage::Connection &connection, const security::Actor &actor,
                                 const Change &change) const;
    [[nodiscard]] Result<> applyIn(storage::Connection &connection, const security::Actor &actor,
                                   const QList<Change> &changes) const;

    storage::Database &m_database;
    const Clock &m_clock;
    const security::SecretBox &m_secrets;
    const Schema m_schema;
};

} // namespace ponte::parameters
