// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integrations.h"
#include "core/work/naturallocks.h"

#include <QCoreApplication>

#include <unistd.h>

#include <cstdio>

using namespace ponte;
using namespace Qt::StringLiterals;

/// A program that takes all that a program may hold, says its number, and does nothing more until it is killed.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto address = storage::Address::parse(application.arguments().value(1));
    if (!address)
        return 2;
    const auto database = storage::Database::open(*address, migrationModules());
    if (!database)
        return 3;
    const SystemClock clock;
    const auto process = work::ProcessRegistry::enter(**database, clock, {u"holder"_s, u"0"_s, true}, {});
    if (!process)
        return 4;
    work::NaturalLocks locks(**database, **process);
    const auto guard = locks.acquire({u"document:1"_s, u"document:2"_s}, {});
    const QString id = QString::number((*process)->id().value());
    const auto leased = (*database)->writer().write<void>("test", [&](storage::Connection &connection) -> Result<> {
        for (const QString &table : {u"outbox"_s, u"log_record"_s, u"sale"_s}) {
            if (Result<> done = connection.run(u"UPDATE %1 SET lease_owner = %2"_s.arg(table, id)); !done)
                return done;
        }
        return {};
    });
    if (!guard || !leased)
        return 5;
    std::printf("%s\n", qPrintable(id));
    std::fflush(stdout);
    while (true)
        ::pause();
}
