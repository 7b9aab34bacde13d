// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/samples/samplelog.h"
#include "tests/bench/ui/walk.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ponte;

namespace {

constexpr int walks = 5;
/// Milliseconds of the longest frame that is allowed while 500 records a second arrive; here of anything on the walk.
constexpr double longestAllowed = 100.0;

[[noreturn]] void stopHere(const QString &reason)
{
    std::fprintf(stderr, "ui: %s\n", qUtf8Printable(reason));
    std::exit(1);
}

void tell(const QString &name, double ratio, double limit, const QString &reference, qint64 rows)
{
    const QJsonObject figure {
        {u"name"_s, name},           {u"ratio"_s, ratio}, {u"limit"_s, limit},        {u"holds"_s, ratio <= limit},
        {u"reference"_s, reference}, {u"rows"_s, rows},   {u"backend"_s, u"sqlite"_s}};
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

storage::Address filled(const QTemporaryDir &folder, qint64 records)
{
    const auto address = storage::Address::parse(u"sqlite:"_s + folder.filePath(u"ponte.db"_s));
    if (const auto migrated = app::Services::migrate(*address); !migrated)
        stopHere(migrated.error().message);
    samples::SampleOrder order;
    order.records = records;
    order.newestPayloads = qMin<qint64>(records, 5000);
    if (const auto written = samples::writeSampleLog(*address, order, {}, {}); !written)
        stopHere(written.error().message);
    return *address;
}

/// A process of its own, since a palette or a font once changed stays changed.
double referenceStall(qint64 rows)
{
    QProcess table;
    table.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    table.start(QCoreApplication::applicationDirPath() + u"/bench_reference_table"_s, {QString::number(rows)});
    if (!table.waitForFinished(60'000) || table.exitCode() != 0)
        stopHere(u"the bare table did not end well"_s);
    return table.readAllStandardOutput().trimmed().toDouble();
}

double walkOnce(QApplication &application, testing::Stage &stage, int walk)
{
    QList<bench::Walk::Step> steps = bench::Walk(application, stage).run();
    std::sort(steps.begin(), steps.end(), [](const auto &a, const auto &b) { return a.longest > b.longest; });
    for (qsizetype i = 0; i < qMin<qsizetype>(walk == 0 ? 12 : 3, steps.size()); ++i)
        std::fprintf(stderr, "ui: %6.1f ms  %s\n", steps.at(i).longest, qUtf8Printable(steps.at(i).name));
    return steps.first().longest;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const qsizetype at = words.indexOf(u"--rows"_s);
    const qint64 rows = at > 0 ? words.value(at + 1).toLongLong() : 100'000;
    if (rows < 1)
        stopHere(u"--rows takes a number from 1"_s);
    const QTemporaryDir folder;
    testing::Stage stage(filled(folder, rows));
    testing::setUsualLookups(stage);
    double longest = 0;
    for (int walk = 0; walk < walks; ++walk) {
        const double ours = walkOnce(application, stage, walk);
        const double bare = referenceStall(rows);
        std::fprintf(stderr, "ui: longest stall %.1f ms, of a bare table %.1f ms\n", ours, bare);
        longest = qMax(longest, ours);
    }
    tell(u"ui-stall"_s, longest / longestAllowed, 1.0, u"the longest frame allowed, 100 ms"_s, rows);
    return 0;
}
