// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/storage/database.h"

#include <QTemporaryDir>

#include <memory>

namespace ponte::test {

/// A clock that stands still until it is moved. Thread-safe.
class ManualClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    void advance(std::chrono::milliseconds by);

private:
    std::atomic<qint64> m_now = QDateTime({2026, 11, 20}, {14, 0}, Qt::UTC).toMSecsSinceEpoch();
};

/// A fresh database of this program's schema, gone with the object. PostgreSQL is the server named by
/// PONTE_TEST_POSTGRESQL; without it the test fails, since no backend may go untested.
class TestDatabase
{
public:
    /// Adds the column "backend" with both rows; for initTestCase_data.
    static void addBackends();
    explicit TestDatabase(const QString &backend, bool migrated = true);
    ~TestDatabase();
    Q_DISABLE_COPY_MOVE(TestDatabase)

    [[nodiscard]] const storage::Address &address() const { return m_address; }
    [[nodiscard]] storage::Database &database() { return *m_database; }
    /// Runs a statement beside the program, as a stranger would.
    [[nodiscard]] Result<> run(const QString &sql) const;
    [[nodiscard]] qint64 number(const QString &sql) const;
    void close() { m_database.reset(); }

private:
    QTemporaryDir m_folder;
    storage::Address m_server;
    storage::Address m_address;
    std::unique_ptr<storage::Database> m_database;
};

} // namespace ponte::test
