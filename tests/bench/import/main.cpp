// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
//
// How many sales per second go through the whole path: against the bare requests of the same sales, and against what a
// slow RM allows at all.
#include "app/sandbox/shop/shop.h"
#include "tests/bench/import/recording.h"
#include "tests/bench/import/systems.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace {

using namespace Qt::StringLiterals;
using namespace ponte;
using namespace ponte::bench;

constexpr int pairs = 5;
constexpr int standardSales = 160;
constexpr int concurrency = 8;
constexpr double bareLimit = 0.5;
constexpr int slowSales = 64;
constexpr int slowConcurrency = 4;
constexpr int slowOffered = 16;
constexpr double latencySeconds = 0.05;
constexpr double slowLimit = 0.9;
constexpr quint64 seed = 20261122;
constexpr int noticePatienceMilliseconds = 120'000;

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

void tell(const char *name, double ratio, double limit, const QString &reference, int sales)
{
    const QJsonObject figure {{u"name"_s, QLatin1String(name)}, {u"ratio"_s, ratio},         {u"limit"_s, limit},
                              {u"holds"_s, ratio >= limit},     {u"reference"_s, reference}, {u"rows"_s, sales},
                              {u"backend"_s, u"sqlite"_s}};
    std::printf("%s\n", QJsonDocument(figure).toJson(QJsonDocument::Compact).constData());
}

sandbox::ShopSettings shopFor(const Site &site, const Agent &agent)
{
    sandbox::ShopSettings settings;
    settings.address = agent.url();
    settings.user = site.user;
    settings.password = site.password;
    settings.seed = seed;
    settings.companies = {3};
    return settings;
}

/// Seconds from the first sale offered to the last notice at the Broker.
double sell(const Sandbox &outside, const Site &site, int sales, int offered)
{
    const Agent agent(site);
    sandbox::ShopSettings settings = shopFor(site, agent);
    settings.count = quint64(sales);
    settings.concurrency = offered;
    sandbox::Shop shop(settings);
    QElapsedTimer clock;
    clock.start();
    const sandbox::ShopResult result = shop.run();
    if (result.accepted != quint64(sales))
        giveUp(u"%1 of %2 sales were accepted"_s.arg(result.accepted).arg(sales));
    std::fprintf(stderr, "import: all answered after %lld ms\n", clock.elapsed());
    while (outside.notices() < sales) {
        if (clock.elapsed() > noticePatienceMilliseconds)
            giveUp(u"not every sale was notified"_s);
        QThread::msleep(10);
    }
    return double(clock.nsecsElapsed()) / 1e9;
}

QList<RecordedSale> recorded(const Sandbox &outside, const QString &folder, int sales)
{
    Recorder recorder(outside.url());
    const Site site = Site::make(folder, recorder.url(), concurrency);
    const Agent agent(site);
    const sandbox::SaleMaker maker(seed, {3});
    http::Client client;
    QList<RecordedSale> all;
    for (int number = 1; number <= sales; ++number) {
        http::Request request {.method = "POST", .url = agent.url()};
        request.url.setPath(u"/api/cst/v1/lojaclick/matricula/inserirMatricula"_s);
        request.headers = {{"Content-Type", "application/json"},
                           {"Authorization", http::basicAuthorization(site.user, site.password)}};
        request.body = QJsonDocument(maker.sale(quint64(number))).toJson();
        const auto response = client.send(request);
        if (!response || response->status != 200)
            giveUp(u"a sale was not accepted while recording"_s);
        all.append(recorder.take());
    }
    return all;
}

void againstBareRequests(const Sandbox &outside, const QString &folder, int sales)
{
    const QList<RecordedSale> calls = recorded(outside, folder + u"/recording", sales);
    const Site site = Site::make(folder + u"/fast", outside.url(), concurrency);
    qsizetype count = 0;
    for (const RecordedSale &sale : calls)
        count += sale.size();
    std::fprintf(stderr, "import: %.1f requests per sale\n", double(count) / sales);
    QList<double> ours;
    QList<double> bare;
    for (int pair = 0; pair <= pairs; ++pair) {
        outside.reset();
        const double whole = sell(outside, site.copyTo(folder + u"/run"), sales, concurrency);
        outside.reset();
        const double requests = replay(calls, outside.url(), concurrency);
        std::fprintf(stderr, "import: %.1f sales/s whole path, %.1f sales/s bare requests%s\n", sales / whole,
                     sales / requests, pair == 0 ? " (not counted)" : "");
        // The first pair finds cold caches.
        if (pair > 0) {
            ours.append(sales / whole);
            bare.append(sales / requests);
        }
    }
    tell("import", median(ours) / median(bare), bareLimit, u"recorded requests without a database"_s, sales);
}

void againstSlowRm(const Sandbox &outside, const QString &folder)
{
    const Site site = Site::make(folder + u"/slow", outside.url(), slowConcurrency);
    QList<double> ratios;
    for (int run = 0; run < pairs; ++run) {
        outside.reset();
        outside.slowDown(int(latencySeconds * 1000));
        const double rate = slowSales / sell(outside, site.copyTo(folder + u"/run"), slowSales, slowOffered);
        const double callsPerSale = double(outside.rmCalls()) / slowSales;
        const double possible = slowConcurrency / (callsPerSale * latencySeconds);
        std::fprintf(stderr, "import: %.2f sales/s of %.2f possible at %.1f RM calls per sale\n", rate, possible,
                     callsPerSale);
        ratios.append(rate / possible);
    }
    tell("import-slow-rm", median(ratios), slowLimit, u"RM limit / (RM calls per sale x latency)"_s, slowSales);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"rows"_s, u"sales of each run at zero latency"_s, u"n"_s, QString::number(standardSales)});
    parser.process(application);
    const int sales = std::max(1, parser.value(u"rows"_s).toInt());
    const QTemporaryDir folder;
    const Sandbox outside;
    againstBareRequests(outside, folder.path(), sales);
    againstSlowRm(outside, folder.path());
    return 0;
}
