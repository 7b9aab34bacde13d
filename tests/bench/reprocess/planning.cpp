// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/reprocess/planning.h"

#include "core/integration/reprocess.h"
#include "core/lojaclick/descriptor.h"
#include "core/work/batchrunner.h"
#include "tests/bench/reprocess/figures.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QThread>

#include <cstdio>

namespace ponte::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int planPairs = 5;
constexpr double planLimit = 3.0;
constexpr double claimLimit = 0.9;
constexpr char16_t matching[] =
    u"company = 3 AND functionality = 'contract_activation' AND status IN ('error', 'pending')";

void must(const Result<> &done)
{
    if (!done)
        stopHere(done.error().message);
}

/// As many records that match as that do not, twelve causes, as a real log has them.
void fill(test::TestDatabase &fresh, int records)
{
    const bool sqlite = fresh.address().backend == storage::Backend::Sqlite;
    const QString numbers =
        sqlite ? u"WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < %1) "_s.arg(
            records * 2)
               : u"WITH number (n) AS (SELECT generate_series(1, %1)) "_s.arg(records * 2);
    // A row of the counters would be written for each of these, again and again in one statement.
    if (!sqlite)
        must(fresh.run(u"ALTER TABLE log_record DISABLE TRIGGER USER"_s));
    must(fresh.run(
        numbers
        + u"INSERT INTO log_record (integration, company, level, origin, functionality, module, key_fields, key_values, "
          "status, message, signature, created_at, changed_at) "
          "SELECT 'lojaclick', 3, 1, 'LC-' || (n / 2), CASE n % 2 WHEN 0 THEN 'contract_activation' ELSE 'guardian' END, "
          "'lojaclick_export', 'CODCOLIGADA;RA;IDPERLET;CODCONTRATO', '3;' || n || ';77;LC' || n, "
          "CASE n % 4 WHEN 0 THEN 'pending' ELSE 'error' END, 'Crédito não aprovado para ' || n, 'cause-' || (n % 12), "
          "n, n FROM number"_s));
    if (!sqlite)
        must(fresh.run(u"ALTER TABLE log_record ENABLE TRIGGER USER"_s));
    must(fresh.run(u"ANALYZE"_s));
}

integration::ReprocessRequest everyOpen()
{
    integration::ReprocessRequest request;
    request.filter.company = CompanyId(3);
    return request;
}

} // namespace

void measurePlanning(const QString &backend, int records)
{
    test::TestDatabase fresh(backend);
    fill(fresh, records);
    must(fresh.run(u"CREATE TABLE bare (run BIGINT NOT NULL, record BIGINT NOT NULL, PRIMARY KEY (run, record))"_s
                   + (backend == "sqlite"_L1 ? u" WITHOUT ROWID"_s : QString())));
    const SystemClock clock;
    integration::ReprocessService service(fresh.database(), clock, lojaclick::descriptor());
    const security::Actor who = security::Actor::owner(u"bench"_s);
    QList<double> planned;
    QList<double> confirmed;
    for (int pair = 0; pair <= planPairs; ++pair) {
        QElapsedTimer watch;
        watch.start();
        const auto inserted =
            fresh.database().writer().write<void>("bench", [&](storage::Connection &connection) -> Result<> {
                const auto done =
                    connection.queryText(u"INSERT INTO bare SELECT %1, id FROM log_record WHERE "_s.arg(pair)
                                         + QString::fromUtf16(matching));
                return done ? Result<>() : Result<>(tl::unexpected(done.error()));
            });
        must(inserted);
        const double bare = double(watch.nsecsElapsed()) / 1e6;
        watch.restart();
        const auto plan = service.plan(who, everyOpen());
        if (!plan)
            stopHere(plan.error().message);
        const double stored = double(watch.nsecsElapsed()) / 1e6;
        const auto batch = service.confirm(who, *plan, {});
        if (!batch)
            stopHere(batch.error().message);
        const double ready = double(watch.nsecsElapsed()) / 1e6;
        if (plan->counts.planned != records || batch->counts.planned != records)
            stopHere(u"%1 of %2 records were planned"_s.arg(plan->counts.planned).arg(records));
        std::fprintf(stderr, "reprocess: %s bare %.0f ms, plan %.0f ms, plan and confirmation %.0f ms%s\n",
                     qPrintable(backend), bare, stored, ready, pair == 0 ? " (not counted)" : "");
        if (pair > 0) {
            planned.append(stored / bare);
            confirmed.append(ready / bare);
        }
        if (const auto cancelled = service.order(who, batch->id, work::BatchOrder::Cancel); !cancelled)
            stopHere(cancelled.error().message);
    }
    const QString reference = u"bare INSERT … SELECT of the same ids"_s;
    tellFigure(u"reprocess-plan"_s, median(planned), planLimit, true, reference, records, backend);
    std::fprintf(stderr, "reprocess: %s plan and confirmation together are %.2f times the bare statement\n",
                 qPrintable(backend), median(confirmed));
}

void measureClaims(int records, int clients)
{
    const QString backend = u"postgresql"_s;
    test::TestDatabase fresh(backend);
    fill(fresh, records);
    const SystemClock clock;
    const auto process = work::ProcessRegistry::enter(fresh.database(), clock, {u"bench"_s, u"0"_s, true}, {});
    if (!process)
        stopHere(process.error().message);
    integration::ReprocessService service(fresh.database(), clock, lojaclick::descriptor());
    const security::Actor who = security::Actor::owner(u"bench"_s);
    const QStringList server {u"-h"_s, fresh.address().host, u"-p"_s, QString::number(fresh.address().port),
                              u"-U"_s, fresh.address().user};
    const auto pgbench = [&](const QStringList &arguments) {
        QProcess program;
        program.start(u"pgbench"_s, arguments + server + QStringList {fresh.address().database});
        if (!program.waitForFinished(300'000) || program.exitCode() != 0)
            stopHere(u"pgbench: "_s + QString::fromUtf8(program.readAllStandardError()));
        return QString::fromUtf8(program.readAllStandardOutput());
    };
    pgbench({u"-i"_s, u"-q"_s, u"-s"_s, u"10"_s});
    QList<double> ratios;
    for (int pair = 0; pair <= planPairs; ++pair) {
        const QString said =
            pgbench({u"-n"_s, u"-N"_s, u"-c"_s, QString::number(clients), u"-j"_s, u"2"_s, u"-T"_s, u"4"_s});
        const double reference = said.section(u"tps = "_s, 1).section(u' ', 0, 0).toDouble();
        const auto plan = service.plan(who, everyOpen());
        const auto batch = plan ? service.confirm(who, *plan, {}) : plan;
        if (!batch)
            stopHere(batch.error().message);
        QElapsedTimer watch;
        watch.start();
        double seconds = 0;
        {
            work::BatchRunner runner(
                fresh.database(), clock, **process, u"lojaclick"_s,
                [](storage::Connection &, const QList<LogRecordId> &) {
                    return Result<QHash<LogRecordId, std::any>>();
                },
                [](const work::BatchTask &, http::Client &, const CancelToken &) {
                    return work::BatchOutcome {work::EntryState::Succeeded, u"ok"_s};
                },
                [clients] { return clients; });
            // On a connection that stands, since making one costs more than many claims.
            while (true) {
                const auto reader = fresh.database().reads().here();
                const auto open =
                    reader ? (*reader)->queryText(u"SELECT id FROM batch WHERE ended_at IS NULL AND id = :id"_s,
                                                  {{u":id"_s, batch->id}})
                           : Result<QList<storage::Row>>(tl::unexpected(reader.error()));
                if (!open)
                    stopHere(open.error().message);
                if (open->isEmpty())
                    break;
                QThread::msleep(20);
            }
            seconds = double(watch.nsecsElapsed()) / 1e9;
        }
        std::fprintf(stderr, "reprocess: %.0f claims/s with their ends, pgbench -N %.0f/s%s\n", records / seconds,
                     reference, pair == 0 ? " (not counted)" : "");
        if (pair > 0)
            ratios.append(records / seconds / reference);
    }
    tellFigure(u"reprocess-claims"_s, median(ratios), claimLimit, false, u"pgbench -N -c %1"_s.arg(clients), records,
               backend);
}

} // namespace ponte::bench
