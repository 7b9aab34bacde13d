// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/work/processregistry.h"

#include <QStringList>

#include <condition_variable>
#include <mutex>

namespace ponte::work {

/// Locks by natural keys (such as "cpf:3:39053344705") across all programs that share the database. Thread-safe.
class NaturalLocks
{
public:
    NaturalLocks(storage::Database &database, const ProcessRegistry &process);

    /// Held until it is destroyed; freed by other programs if this one dies.
    class Guard
    {
    public:
        Guard() = default;
        Guard(Guard &&other) noexcept;
        Guard &operator=(Guard &&other) noexcept;
        ~Guard();

    private:
        friend class NaturalLocks;
        NaturalLocks *m_locks = nullptr;
        QStringList m_names;
        qint64 m_ticket = 0;
    };

    /// Takes all names, in sorted order so that two callers cannot wait for each other. Errors: Cancelled, Database.
    [[nodiscard]] Result<Guard> acquire(QStringList names, const CancelToken &cancel);

private:
    [[nodiscard]] Result<bool> tryTake(const QStringList &names, qint64 ticket);
    void give(const QStringList &names, qint64 ticket);

    storage::Database &m_database;
    const ProcessRegistry &m_process;
    std::mutex m_mutex;
    std::condition_variable m_freed;
};

} // namespace ponte::work
