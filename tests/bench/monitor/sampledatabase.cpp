// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/monitor/sampledatabase.h"

#include "core/integrations.h"
#include "core/samples/samplelog.h"
#include "core/storage/database.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <cstdlib>

namespace ponte::bench {

using namespace Qt::StringLiterals;
using storage::Address;
using storage::Connection;

namespace {

constexpr quint64 seed = 1;
constexpr qint64 payloads = 100'000;

[[noreturn]] void stop(const QString &reason)
{
    std::fprintf(stderr, "monitor: %s\n", qUtf8Printable(reason));
    std::exit(1);
}

template<class T>
T need(Result<T> result)
{
    if (!result)
        stop(result.error().message + u' ' + result.error().detail);
    return std::move(*result);
}

Address sqliteAddress(qint64 records)
{
    const QString folder = qEnvironmentVariable("PONTE_BENCH_DATA", u"build/bench-data"_s);
    QDir().mkpath(folder);
    Address address;
    address.path = QDir(folder).absoluteFilePath(u"log-%1-%2.db"_s.arg(seed).arg(records));
    return address;
}

Address postgresqlAddress(qint64 records)
{
    const Address server = need(Address::parse(qEnvironmentVariable("PONTE_TEST_POSTGRESQL")));
    Address address = server;
    address.database = u"bench_log_%1_%2"_s.arg(seed).arg(records);
    const auto connection = need(Connection::open(server, Connection::Mode::ReadWrite));
    const auto known = need(connection->queryText(u"SELECT 1 AS one FROM pg_database WHERE datname = :name"_s,
                                                  {{u":name"_s, address.database}}));
    if (known.isEmpty()) {
        if (const auto made = connection->run(u"CREATE DATABASE "_s + address.database); !made)
            stop(made.error().message);
    }
    return address;
}

bool isFilled(const Address &address)
{
    const auto connection = need(Connection::open(address, Connection::Mode::ReadWrite));
    return !need(connection->queryText(u"SELECT 1 AS one FROM log_record LIMIT 1"_s)).isEmpty();
}

} // namespace

Address sampleDatabase(const QString &backend, qint64 records)
{
    const Address address = backend == u"sqlite"_s ? sqliteAddress(records) : postgresqlAddress(records);
    need(storage::Database::migrate(address, migrationModules()));
    if (isFilled(address))
        return address;
    QElapsedTimer timer;
    timer.start();
    const auto counts = need(
        samples::writeSampleLog(address, {.records = records, .seed = seed, .newestPayloads = payloads}, {},
                                [&timer](const QString &what, qint64 done, qint64 total) {
                                    std::fprintf(stderr, "monitor: %6.1f s %s: %lld of %lld\n",
                                                 double(timer.elapsed()) / 1000, qUtf8Printable(what), done, total);
                                }));
    std::fprintf(stderr, "monitor: %s with %lld records made in %.0f s\n", qUtf8Printable(backend), counts.records,
                 double(timer.elapsed()) / 1000);
    return address;
}

std::unique_ptr<Connection> readerOf(const Address &address)
{
    return need(Connection::open(address, Connection::Mode::ReadOnly));
}

} // namespace ponte::bench
