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

NaturalLocks::Ticket NaturalLocks::ticketFor(QStringList names)
{
    names.removeDuplicates();
    names.sort();
    return {names, QRandomGenerator::global()->bounded(qint64(1) << 52)};
}

NaturalLocks::Guard::Guard(Guard &&other) noexcept
    : m_locks(std::exchange(other.m_locks, nullptr))
    , m_ticket(std::move(other.m_ticket))
{}

NaturalLocks::Guard &NaturalLocks::Guard::operator=(Guard &&other) noexcept
{
    std::swap(m_locks, other.m_locks);
    std::swap(m_ticket, other.m_ticket);
    return *this;
}

NaturalLocks::Guard::~Guard()
{
    if (m_locks)
        m_locks->give(m_ticket);
}

Result<> NaturalLocks::Guard::giveIn(Connection &connection) const
{
    if (!m_locks)
        return {};
    for (const QString &name : m_ticket.names) {
        const auto dropped =
            connection.execute(u"work.give_lock"_s, {{u":name"_s, name}, {u":ticket"_s, m_ticket.number}});
        if (!dropped)
            return tl::unexpected(dropped.error());
    }
    return {};
}

void NaturalLocks::Guard::given()
{
    if (NaturalLocks *locks = std::exchange(m_locks, nullptr))
        locks->m_freed.notify_all();
}

NaturalLocks::Guard NaturalLocks::guard(const Ticket &ticket)
{
    Guard guard;
    guard.m_locks = this;
    guard.m_ticket = ticket;
    return guard;
}

Result<NaturalLocks::Guard> NaturalLocks::acquire(const QStringList &names, const CancelToken &cancel)
{
    const Ticket ticket = ticketFor(names);
    const CancelToken::Registration registration = cancel.onCancel([this] { m_freed.notify_all(); });
    while (true) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, u"O trabalho foi cancelado."_s);
        const Result<bool> taken = tryTake(ticket);
        if (!taken)
            return tl::unexpected(taken.error());
        if (*taken)
            return guard(ticket);
        std::unique_lock lock(m_mutex);
        m_freed.wait_for(lock, askAgain);
    }
}

Result<bool> NaturalLocks::takeIn(Connection &connection, const Ticket &ticket) const
{
    for (qsizetype i = 0; i < ticket.names.size(); ++i) {
        const auto inserted = connection.execute(
            u"work.take_lock"_s,
            {{u":name"_s, ticket.names.at(i)}, {u":owner"_s, m_process.id().value()}, {u":ticket"_s, ticket.number}});
        if (!inserted)
            return tl::unexpected(inserted.error());
        if (*inserted == 1)
            continue;
        for (qsizetype taken = 0; taken < i; ++taken) {
            const auto dropped = connection.execute(
                u"work.give_lock"_s, {{u":name"_s, ticket.names.at(taken)}, {u":ticket"_s, ticket.number}});
            if (!dropped)
                return tl::unexpected(dropped.error());
        }
        return false;
    }
    return true;
}

Result<bool> NaturalLocks::tryTake(const Ticket &ticket)
{
    return m_database.writer().write<bool>(
        "lock.take", [this, &ticket](Connection &connection) { return takeIn(connection, ticket); });
}

void NaturalLocks::give(const Ticket &ticket)
{
    Guard giving = guard(ticket);
    const Result<> given = m_database.writer().write<void>(
        "lock.give", [&giving](Connection &connection) { return giving.giveIn(connection); });
    if (!given)
        qCWarning(lcWork) << "a lock could not be given back:" << given.error().message;
    giving.given();
}

} // namespace ponte::work
