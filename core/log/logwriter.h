// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "core/storage/connection.h"

namespace ponte::log {

struct NewItem {
    Trigger trigger = Trigger::Import;
    QString who;
    QString message;
    Status status = Status::Success;
    std::optional<int> httpStatus = {};
    std::chrono::milliseconds duration {0};
    qint64 configurationVersion = 0;
    Payload payload = {};
};

/// Writes of the log, inside a Writer's work. Secrets are masked here, personal data is kept whole (masked at each
/// exit).
class LogWriter
{
public:
    explicit LogWriter(storage::Connection &connection);

    /// Finds or makes the record; key fields and values replace those stored (they become known on the way).
    [[nodiscard]] Result<LogRecordId> ensureRecord(const RecordKey &key, const QString &keyFields,
                                                   const QString &keyValues, Status initial, const QDateTime &now);
    /// Adds an item and makes its message and time the record's; the record's status too, unless `keepStatus`.
    [[nodiscard]] Result<LogItemId> append(LogRecordId record, const NewItem &item, const QDateTime &now,
                                           bool keepStatus = false);
    /// Partitions of this and the next two months (PostgreSQL; nothing to do on SQLite).
    [[nodiscard]] Result<> ensurePartitions(const QDateTime &now);

private:
    storage::Connection &m_connection;
};

} // namespace ponte::log
