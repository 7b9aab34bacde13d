// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "tests/support/testdatabase.h"

#include "core/integrations.h"

#include <QFile>
#include <QTest>
#include <QUuid>

namespace ponte::test {

using namespace Qt::StringLiterals;
using storage::Address;
using storage::Connection;

QDateTime ManualClock::now() const
{
    return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC);
}

void ManualClock::advance(std::chrono::milliseconds by)
{
    m_now += by.count();
}

void TestDatabase::addBackends()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("SQLite") << u"sqlite"_s;
    QTest::newRow("PostgreSQL") << u"postgresql"_s;
}

TestDatabase::TestDatabase(const QString &backend, bool migrated)
{
    if (backend == "sqlite"_L1) {
        m_address.path = m_folder.filePath(u"ponte.db"_s);
    } else {
        const auto server = Address::parse(qEnvironmentVariable("PONTE_TEST_POSTGRESQL"));
        if (!server)
            qFatal("PONTE_TEST_POSTGRESQL must name a server: postgresql://role@host:port/name");
        m_server = *server;
        m_address = m_server;
        // Beside the database, as SQLite's is, so that no test leaves a key in the person's own folder.
        qputenv("PONTE_KEY", QFile::encodeName(m_folder.filePath(u"ponte.key"_s)));
        m_address.database = u"test_"_s + QUuid::createUuid().toString(QUuid::Id128);
        const auto connection = Connection::open(m_server, Connection::Mode::ReadWrite);
        if (!connection || !(*connection)->run(u"CREATE DATABASE "_s + m_address.database))
            qFatal("the test database could not be made");
    }
    if (!migrated)
        return;
    if (const auto done = storage::Database::migrate(m_address, migrationModules()); !done)
        qFatal("%s", qPrintable(done.error().message));
    auto opened = storage::Database::open(m_address, migrationModules());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    m_database = std::move(*opened);
}

TestDatabase::~TestDatabase()
{
    m_database.reset();
    if (m_server.database.isEmpty())
        return;
    const auto connection = Connection::open(m_server, Connection::Mode::ReadWrite);
    if (connection)
        static_cast<void>((*connection)->run(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_address.database)));
}

Result<> TestDatabase::run(const QString &sql) const
{
    const auto connection = Connection::open(m_address, Connection::Mode::ReadWrite);
    if (!connection)
        return tl::unexpected(connection.error());
    return (*connection)->run(sql);
}

qint64 TestDatabase::number(const QString &sql) const
{
    const auto connection = Connection::open(m_address, Connection::Mode::ReadOnly);
    const auto rows = (*connection)->queryText(u"SELECT (%1) AS n"_s.arg(sql));
    return rows ? rows->first().number(u"n") : -1;
}

} // namespace ponte::test
