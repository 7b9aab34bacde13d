// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "core/storage/connection.h"

#include <QByteArray>

#include <optional>

namespace ponte::log {

/// A payload as it is kept: secrets masked, compressed.
struct PackedPayload {
    QByteArray sent, received, detail;
    QString cause; ///< what the detail names, for the signature
};

/// Takes longer than to store the result, so what writes often calls it before its Writer's work.
[[nodiscard]] PackedPayload packed(const Payload &payload);

struct NewItem {
    Trigger trigger = Trigger::Import;
    QString who;
    QString message;
    Status status = Status::Success;
    std::optional<int> httpStatus = {};
    std::chrono::milliseconds duration {0};
    qint64 configurationVersion = 0;
    Payload payload = {};
    std::optional<PackedPayload> packed = {}; ///< of what would stand in `payload`, where it was made before
};

/// An execution of what `key` names, with all that its record is told by.
struct NewExecution {
    RecordKey key;
    QString keyFields, keyValues; ///< as in Record
    NewItem item;
};

/// What an attempt leaves of the record that it held.
struct Settlement {
    qint64 owner = 0; ///< with the number: the lease, which ends with it
    qint64 leaseNumber = 0;
    Status status = Status::Pending;
    CallState callState = CallState::None;
    int automaticAttempts = 0;
    int manualAttempts = 0;
    QDateTime notBefore;
    QString cancelledReason;
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
    /// ensureRecord() and append() at once, since a record of the log is one of the dearest rows to write twice.
    [[nodiscard]] Result<LogRecordId> put(const RecordKey &key, const QString &keyFields, const QString &keyValues,
                                          const NewItem &item, const QDateTime &now, bool keepStatus = false);
    /// put() of each, no two of one record, on PostgreSQL on one way to the server.
    [[nodiscard]] Result<> putAll(const QList<NewExecution> &executions, const QDateTime &now);
    /// Adds an item and makes the record what the attempt leaves of it. None, and nothing written, where somebody else
    /// has taken the record over.
    [[nodiscard]] Result<std::optional<LogItemId>> settle(LogRecordId record, const Settlement &settlement,
                                                          const NewItem &item, const QDateTime &now);
    /// Partitions of this and the next two months (PostgreSQL; nothing to do on SQLite).
    [[nodiscard]] Result<> ensurePartitions(const QDateTime &now);

private:
    struct Told;
    [[nodiscard]] static Told told(const NewItem &item);
    struct Written {
        LogRecordId record;
        LogItemId item;
    };
    [[nodiscard]] Result<std::optional<Written>> write(const QString &statement, const storage::Bindings &record,
                                                       const NewItem &item, const QDateTime &now);
    struct Parts;
    [[nodiscard]] Result<std::optional<Written>> writeApart(const QString &statement, const storage::Bindings &record,
                                                            const Parts &parts);
    storage::Connection &m_connection;
};

} // namespace ponte::log
