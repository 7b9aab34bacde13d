// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/security/actor.h"
#include "core/storage/database.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace ponte::security {

/// What somebody did that others may ask about later.
struct AuditEntry {
    QString what; ///< a stable word: "log.reveal", "report.export", "person.add", "batch.confirm"…
    QString subject; ///< whom or what: "log 4711", "person maria"; never personal data or a secret
    std::optional<CompanyId> company = {};
    QString reason = {}; ///< in the person's own words
};

/// One link of the chain.
struct AuditEvent {
    qint64 number = 0; ///< from 1, without gaps
    QDateTime at;
    QString who;
    QString kind; ///< of actor: "owner", "role", "person", "api_client", "system"
    AuditEntry entry;
    QString hash; ///< SHA-256, hex, over the hash before it and all of the above
};

/// What verify() found.
struct AuditCheck {
    qint64 events = 0; ///< sound ones, from the first on
    QString head; ///< hash of the last sound one; noted elsewhere, it proves later that nothing before it was cut off
    qint64 brokenAt = 0; ///< number of the first broken link; 0 where the chain is whole
    QString problem; ///< what is wrong with it, translated
    [[nodiscard]] bool isWhole() const { return brokenAt == 0; }
};

/// Adds a link, as the last step of a Writer's work: until its commit no other program adds one.
[[nodiscard]] Result<> appendAudit(storage::Connection &connection, const Actor &actor, const AuditEntry &entry,
                                   const QDateTime &now);

/// The audit: append-only (the database refuses UPDATE and DELETE) and hash-chained, so that a change behind the
/// program's back shows. Thread-safe; the writing calls wait for the commit, so none belongs into the UI thread.
///
/// Errors: Permission, Validation with `field` "reason", Database.
class Audit
{
public:
    static constexpr int shortestReason = 3; ///< characters
    static constexpr int longestReason = 500;

    Audit(storage::Database &database, const Clock &clock);

    [[nodiscard]] Result<> append(const Actor &actor, const AuditEntry &entry);
    /// To be asked before personal data is shown: needs ViewPersonalData in the company and a reason. `item` none: all
    /// of the record.
    [[nodiscard]] Result<> recordReveal(const Actor &actor, CompanyId company, LogRecordId record,
                                        std::optional<LogItemId> item, const QString &reason);

    /// Newest first, those before `before` (0: from the newest); needs Administer.
    [[nodiscard]] static Result<QList<AuditEvent>> list(const Actor &actor, storage::Connection &connection,
                                                        qint64 before, int limit);
    /// Walks the whole chain; needs Administer.
    [[nodiscard]] static Result<AuditCheck> verify(const Actor &actor, storage::Connection &connection);

private:
    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace ponte::security
