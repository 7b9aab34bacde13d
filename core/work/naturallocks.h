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

    /// The names of one caller, sorted so that two callers cannot wait for each other.
    struct Ticket {
        QStringList names;
        qint64 number = 0;
    };
    [[nodiscard]] static Ticket ticketFor(QStringList names);

    /// Held until it is destroyed; freed by other programs if this one dies.
    class Guard
    {
    public:
        Guard() = default;
        Guard(Guard &&other) noexcept;
        Guard &operator=(Guard &&other) noexcept;
        ~Guard();
        [[nodiscard]] bool isHeld() const { return m_locks != nullptr; }
        /// Gives all back within a transaction of the caller, who says given() once it is committed.
        [[nodiscard]] Result<> giveIn(storage::Connection &connection) const;
        void given();

    private:
        friend class NaturalLocks;
        NaturalLocks *m_locks = nullptr;
        Ticket m_ticket;
    };

    /// Takes all names, waiting until they are free. Errors: Cancelled, Database.
    [[nodiscard]] Result<Guard> acquire(const QStringList &names, const CancelToken &cancel);
    /// Takes all names within a transaction of the caller, who makes the guard once it is committed; false, and none
    /// taken, where one is held.
    [[nodiscard]] Result<bool> takeIn(storage::Connection &connection, const Ticket &ticket) const;
    [[nodiscard]] Guard guard(const Ticket &ticket);

private:
    [[nodiscard]] Result<bool> tryTake(const Ticket &ticket);
    void give(const Ticket &ticket);

    storage::Database &m_database;
    const ProcessRegistry &m_process;
    std::mutex m_mutex;
    std::condition_variable m_freed;
};

} // namespace ponte::work
