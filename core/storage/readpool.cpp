// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/storage/readpool.h"

namespace ponte::storage {

ReadTicket::ReadTicket()
    : m_state(std::make_shared<State>())
{}

void ReadTicket::cancel()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->cancelled = true;
    if (m_state->running)
        m_state->running->interrupt();
}

bool ReadTicket::isCancelled() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->cancelled;
}

ReadPool::ReadPool(Address address, int threads)
    : m_address(std::move(address))
{
    m_pool.setMaxThreadCount(threads);
    // A thread that ends takes its connection and prepared statements with it.
    m_pool.setExpiryTimeout(-1);
}

ReadPool::~ReadPool()
{
    m_pool.waitForDone();
    m_connections.setLocalData(nullptr);
}

bool ReadPool::start(const ReadTicket &ticket, Connection *connection)
{
    const std::lock_guard lock(ticket.m_state->mutex);
    if (ticket.m_state->cancelled)
        return false;
    ticket.m_state->running = connection;
    return true;
}

void ReadPool::finish(const ReadTicket &ticket)
{
    const std::lock_guard lock(ticket.m_state->mutex);
    ticket.m_state->running = nullptr;
}

void ReadPool::closeHere()
{
    if (m_connections.hasLocalData())
        m_connections.setLocalData(nullptr);
}

Result<Connection *> ReadPool::here()
{
    if (m_connections.hasLocalData() && m_connections.localData() && m_connections.localData()->isAlive())
        return m_connections.localData();
    m_connections.setLocalData(nullptr);
    Result<std::unique_ptr<Connection>> opened = Connection::open(m_address, Connection::Mode::ReadOnly);
    if (!opened)
        return tl::unexpected(opened.error());
    m_connections.setLocalData(opened->release());
    return m_connections.localData();
}

} // namespace ponte::storage
