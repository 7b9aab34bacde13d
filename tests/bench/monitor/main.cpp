// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
//
// What the monitor reads from a log of ten million records, against one of ten thousand.
#include "tests/bench/monitor/reading.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"rows"_s, u"records of the large log"_s, u"n"_s, u"10000000"_s});
    parser.addOption({u"backend"_s, u"only this one"_s, u"name"_s});
    parser.addOption({u"all"_s, u"tell every case, not only those that fall short"_s});
    parser.addOption({u"only"_s, u"only cases with this in their name"_s, u"text"_s});
    parser.process(application);
    for (const QString &backend : {u"sqlite"_s, u"postgresql"_s}) {
        if (!parser.isSet(u"backend"_s) || parser.value(u"backend"_s) == backend)
            ponte::bench::measureReading(backend, parser.value(u"rows"_s).toLongLong(), parser.isSet(u"all"_s),
                                         parser.value(u"only"_s));
    }
    return 0;
}
