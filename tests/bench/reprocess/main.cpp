// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
//
// What a batch costs: its plan against a bare statement, its claims against pgbench, its execution against bare calls.
#include "tests/bench/reprocess/executing.h"
#include "tests/bench/reprocess/planning.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"rows"_s, u"records of each batch that is executed"_s, u"n"_s, u"20000"_s});
    parser.addOption({u"part"_s, u"only plan, claims, refused or accepted"_s, u"name"_s});
    parser.addOption({u"backend"_s, u"only sqlite or postgresql"_s, u"name"_s});
    parser.process(application);
    constexpr int plannedRecords = 100'000;
    constexpr int claimedRecords = 20'000;
    constexpr int clients = 32;
    const int records = std::max(20, parser.value(u"rows"_s).toInt());
    const QString part = parser.value(u"part"_s);
    QStringList backends {u"sqlite"_s, u"postgresql"_s};
    if (parser.isSet(u"backend"_s))
        backends = {parser.value(u"backend"_s)};
    for (const QString &backend : std::as_const(backends)) {
        if (part.isEmpty() || part == u"plan"_s)
            ponte::bench::measurePlanning(backend, plannedRecords);
    }
    if ((part.isEmpty() || part == u"claims"_s) && backends.contains(u"postgresql"_s))
        ponte::bench::measureClaims(claimedRecords, clients);
    for (const QString &backend : std::as_const(backends)) {
        for (const bool accepted : {false, true}) {
            if (part.isEmpty() || part == (accepted ? u"accepted"_s : u"refused"_s))
                ponte::bench::measureExecution(backend, records, accepted);
        }
    }
    return 0;
}
