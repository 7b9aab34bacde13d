// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/readmoment.h"

namespace ponte::reports {

using namespace Qt::StringLiterals;

ReadMoment::ReadMoment(storage::Connection &connection)
    : m_connection(connection)
{}

ReadMoment::~ReadMoment()
{
    // Nothing was written, and a lost connection has no transaction to end.
    if (m_isOpen)
        (void)m_connection.run(u"ROLLBACK"_s);
}

Result<> ReadMoment::begin()
{
    const bool isSqlite = m_connection.backend() == storage::Backend::Sqlite;
    Result<> begun = m_connection.run(isSqlite ? u"BEGIN"_s : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s);
    m_isOpen = begun.has_value();
    return begun;
}

} // namespace ponte::reports
