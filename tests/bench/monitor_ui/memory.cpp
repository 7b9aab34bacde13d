// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/monitor/sampledatabase.h"
#include "tests/bench/monitor_ui/screen.h"
#include "tests/bench/monitor_ui/scrolling.h"
#include "tests/bench/reprocess/figures.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QScrollBar>

#include <cstdio>

namespace ponte::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 smallLog = 10'000;
constexpr double allowedMore = 90; // MB
constexpr int memoryPairs = 3;
constexpr int places = 60;

/// Of this process, in MB.
double mostMemory()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        stopHere(u"/proc/self/status cannot be read"_s);
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    stopHere(u"/proc/self/status does not tell VmHWM"_s);
}

double memoryOfWalk(const storage::Address &address)
{
    QProcess walk;
    walk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    walk.start(QCoreApplication::applicationFilePath(), {u"--walk"_s, address.text()});
    if (!walk.waitForFinished(300'000) || walk.exitCode() != 0)
        stopHere(u"the walk through the log did not end well"_s);
    return walk.readAllStandardOutput().trimmed().toDouble();
}

} // namespace

void walkForMemory(const storage::Address &address)
{
    Screen screen(address);
    QScrollBar *bar = screen.grid().verticalScrollBar();
    for (const bool descending : {true, false}) {
        screen.model().setQuery(screen.model().filter(), {log::SortColumn::CreatedAt, descending});
        awaitThat("another order", [&] { return screen.model().state() == ui::LogModel::State::Ready; });
        for (int i = 0; i <= places; ++i) {
            bar->setValue(int(qint64(bar->maximum()) * i / places));
            awaitThat("rows", [&] { return screen.isComplete(); });
        }
    }
    std::printf("%.1f\n", mostMemory());
}

void measureMemory(const QString &backend, qint64 records)
{
    const storage::Address large = sampleDatabase(backend, records);
    const storage::Address small = sampleDatabase(backend, smallLog);
    QList<double> more;
    for (int pair = 0; pair < memoryPairs; ++pair) {
        const double ofLarge = memoryOfWalk(large);
        const double ofSmall = memoryOfWalk(small);
        more.append(ofLarge - ofSmall);
        std::fprintf(stderr, "monitor_ui: %s: at most %.0f MB, with %lld records %.0f MB\n", qPrintable(backend),
                     ofLarge, smallLog, ofSmall);
    }
    tellFigure(u"monitor-memory"_s, median(more) / allowedMore, 1, true, u"90 MB more than with 10,000 records"_s,
               records, backend);
}

} // namespace ponte::bench
