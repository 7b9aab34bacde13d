// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/naturallocks.h"

#include "core/base/logging.h"

#include <QRandomGenerator>

#include <chrono>

namespace ponte::work {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

/// Another program's release is only seen by asking again.
constexpr auto askAgain = std::chrono::milliseconds(150);

} // namespace

NaturalLocks::NaturalLocks(storage::Database &database, const ProcessRegistry &process)
    : m_database(database)
    , m_process(process)
{}

NaturalLocks::Guard::Guard(Guard &&other) noexcept
    : m_locks(std::exchange(other.m_locks, nullptr))
    , m_names(std::move(other.m_names))
    , m_ticket(other.m_ticket)
{}

NaturalLocks::Guard &NaturalLocks::Guard::operator=(Guard &&other) noexcept
{
    std::swap(m_locks, other.m_locks);
    std::swap(m_names, other.m_names);
    std::swap(m_ticket, other.m_ticket);
    return *this;
}

NaturalLocks::Guard::~Guard()
{
    if (m_locks)
        m_locks->give(m_names, m_ticket);
}

Result<NaturalLocks::Guard> NaturalLocks::acquire(QStringList names, const CancelToken &cancel)
{
    names.removeDuplicates();
    names.sort();
    const qint64 ticket = QRandomGenerator::global()->bounded(qint64(1) << 52);
    const CancelToken::Registration registration = cancel.onCancel([this] { m_freed.notify_all(); });
    while (true) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, u"O trabalho foi cancelado."_s);
        const Result<bool> taken = tryTake(names, ticket);
        if (!taken)
            return tl::unexpected(taken.error());
        if (*taken) {
            Guard guard;
            guard.m_locks = this;
            guard.m_names = names;
            guard.m_ticket = ticket;
            return guard;
        }
        std::unique_lock lock(m_mutex);
        m_freed.wait_for(lock, askAgain);
    }
}

Result<bool> NaturalLocks::tryTake(const QStringList &names, qint64 ticket)
{
    const Result<> taken = m_database.writer().write<void>("lock.take", [&](Connection &connection) -> Result<> {
        for (const QString &name : names) {
            const auto inserted =
                connection.execute(u"work.take_lock"_s,
                                   {{u":name"_s, name}, {u":owner"_s, m_process.id().value()}, {u":ticket"_s, ticket}});
            if (!inserted)
                return tl::unexpected(inserted.error());
            if (*inserted == 0)
                return failure(ErrorCode::Conflict, name);
        }
        return {};
    });
    if (taken)
        return true;
    if (taken.error().code == ErrorCode::Conflict)
        return false;
    return tl::unexpected(taken.error());
}

void NaturalLocks::give(const QStringList &names, qint64 ticket)
{
    const Result<> given = m_database.writer().write<void>("lock.give", [&](Connection &connection) -> Result<> {
        for (const QString &name : names) {
            const auto dropped = connection.execute(u"work.give_lock"_s, {{u":name"_s, name}, {u":ticket"_s, ticket}});
            if (!dropped)
                return tl::unexpected(dropped.error());
        }
        return {};
    });
    if (!given)
        qCWarning(lcWork) << "a lock could not be given back:" << given.error().message;
    m_freed.notify_all();
}

} // namespace ponte::work
