// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/migrator.h"
#include "core/storage/readpool.h"
#include "core/storage/writer.h"

#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>
#include <thread>

namespace ponte::storage {

/// A database of this program's schema, ready for use. The composition root owns it; everything else gets it by
/// reference.
class Database final
{
public:
    /// SQLite: makes the file (and its folder) and migrates it under a lock. PostgreSQL: refuses an older or newer
    /// schema with the command to run (DatabaseSchema).
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const Address &address, const QStringList &modules);
    /// Brings the schema up to date; the number of steps run.
    [[nodiscard]] static Result<int> migrate(const Address &address, const QStringList &modules);
    /// Without changing anything.
    [[nodiscard]] static Result<SchemaState> check(const Address &address, const QStringList &modules);

    ~Database();

    [[nodiscard]] const Address &address() const { return m_address; }
    [[nodiscard]] Backend backend() const { return m_address.backend; }
    [[nodiscard]] Writer &writer() { return m_writer; }
    [[nodiscard]] ReadPool &reads() { return m_reads; }

private:
    explicit Database(const Address &address);

    const Address m_address;
    ReadPool m_reads;
    Writer m_writer;
};

/// Tells that data changed, by this or another program: LISTEN on PostgreSQL, PRAGMA data_version every 250 ms on
/// SQLite. Signals come from the feed's own thread.
class ChangeFeed final : public QObject
{
    Q_OBJECT

public:
    ChangeFeed(const Address &address, Writer &writer);
    ~ChangeFeed() override;

Q_SIGNALS:
    /// Topics, or an empty list where only "something" is known.
    void changed(const QStringList &topics);

private:
    void watchSqlite();
    void watchPostgreSql();

    const Address m_address;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace ponte::storage
