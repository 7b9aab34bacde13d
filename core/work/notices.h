// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/security/actor.h"
#include "core/storage/database.h"

namespace ponte::work {

/// A notice of the outbox with the log record that tells of its tries.
struct Notice {
    std::optional<LogRecordId> record; ///< none before its first try
    CompanyId company;
    QString origin;
    QString kind; ///< the functionality of its record, e.g. "broker_notice"
    QString state; ///< "waiting", "stopped" (credentials refused), "needs_person" or "done"
    int attempts = 0;
    QDateTime notBefore; ///< UTC; of "waiting"
    QString lastError;
};

/// "Reenviar retorno ao Broker": what a person may do with notices. It touches the outbox alone; the ERP is not called
/// (loja-click.md D0-20). Thread-safe; blocks, so never from the UI thread.
class Notices
{
public:
    Notices(storage::Database &database, const Clock &clock);

    /// Notices of these kinds that are not delivered, oldest first, at most `limit`; of all companies where `company`
    /// is none.
    [[nodiscard]] static Result<QList<Notice>> undelivered(const security::Actor &actor,
                                                           storage::Connection &connection, const QStringList &kinds,
                                                           std::optional<CompanyId> company, int limit);

    /// Sends the notice of this record again, at once, whatever became of it; its next item names the person. The other
    /// side knows a repeated notice by its key. Errors: Permission (Reprocess of the company), NotFound, Rule for a
    /// record that is no notice, Conflict while it is being sent.
    [[nodiscard]] Result<> resend(const security::Actor &actor, LogRecordId record);

private:
    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace ponte::work
