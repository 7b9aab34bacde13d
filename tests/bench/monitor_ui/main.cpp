// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
//
// What the page of the monitor takes of memory and of the UI thread over a log of ten million records.
#include "tests/bench/monitor/sampledatabase.h"
#include "tests/bench/monitor_ui/rush.h"
#include "tests/bench/monitor_ui/scrolling.h"
#include "tests/bench/reprocess/figures.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;
using namespace ponte;

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const ui::Theme theme(application);
    QCommandLineParser parser;
    parser.addOption({u"rows"_s, u"records of the large log"_s, u"n"_s, u"10000000"_s});
    parser.addOption({u"backend"_s, u"only this one"_s, u"name"_s});
    parser.addOption({u"part"_s, u"only scroll, memory or rush"_s, u"name"_s});
    parser.addOption({u"walk"_s, u"of the program itself"_s, u"address"_s});
    parser.process(application);
    if (parser.isSet(u"walk"_s)) {
        const auto address = storage::Address::parse(parser.value(u"walk"_s));
        if (!address)
            bench::stopHere(address.error().message);
        bench::walkForMemory(*address);
        return 0;
    }
    const qint64 rows = parser.value(u"rows"_s).toLongLong();
    const auto wants = [&parser](const QString &part) {
        return !parser.isSet(u"part"_s) || parser.value(u"part"_s) == part;
    };
    for (const QString &backend : {u"sqlite"_s, u"postgresql"_s}) {
        if (parser.isSet(u"backend"_s) && parser.value(u"backend"_s) != backend)
            continue;
        if (wants(u"memory"_s))
            bench::measureMemory(backend, rows);
        if (wants(u"scroll"_s))
            bench::measureScrolling(backend, bench::sampleDatabase(backend, rows), rows);
        if (wants(u"rush"_s))
            bench::measureRush(backend, qMin<qint64>(rows, 100'000));
    }
    return 0;
}
