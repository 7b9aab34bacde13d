// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/bench/reprocess/executing.h"

#include "app/sandbox/shop/salemaker.h"
#include "core/http/client.h"
#include "tests/bench/reprocess/figures.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QThread>

#include <sys/prctl.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

namespace ponte::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int runPairs = 5;
constexpr int largeRun = 10'000; ///< lasts so long that fewer pairs say as much
constexpr int largeRunPairs = 2;
constexpr int threads = 32;
constexpr int students = 20;
constexpr double refusedLimit = 0.9;
constexpr double acceptedLimit = 0.6;
constexpr double memoryLimit = 1.1;
constexpr int patienceMilliseconds = 600'000;
constexpr quint64 seed = 20261122;

QUrl freeAddress()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        stopHere(u"no free port"_s);
    return QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
}

double processorSeconds(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    // Behind the name, which may hold anything: user and system time are fields 14 and 15.
    const QList<QByteArray> fields = file.readAll().split(')').last().simplified().split(' ');
    return fields.size() > 12 ? (fields.at(11).toDouble() + fields.at(12).toDouble()) / double(sysconf(_SC_CLK_TCK))
                              : 0;
}

QUrl below(QUrl base, const QString &path)
{
    base.setPath(path);
    return base;
}

/// A fresh database, the sandbox and a serving agent that knows both.
class Ground
{
public:
    explicit Ground(const QString &backend);
    ~Ground();
    Q_DISABLE_COPY_MOVE(Ground)

    QJsonObject run(const QStringList &arguments, const QByteArray &input = {});
    QJsonObject ask(const QByteArray &method, const QUrl &url, const QJsonObject &body = {}) const;
    void serve();
    void stopServing();
    void clone(int records);
    void change(const QStringList &statements);
    void forget();
    [[nodiscard]] qint64 peakKilobytes() const;
    /// Of the agent and of the systems outside, since they began.
    [[nodiscard]] double agentSeconds() const { return processorSeconds(m_agent.processId()); }
    [[nodiscard]] double outsideSeconds() const { return processorSeconds(m_sandbox.processId()); }
    /// On a connection that stands: making one again and again would take part of what is measured.
    [[nodiscard]] bool isAny(const QString &sql);

    test::TestDatabase fresh;
    QTemporaryDir home;
    QUrl outside = freeAddress();
    QUrl door;
    QString user, password;

private:
    void start(QProcess &process, const QString &name, const QStringList &arguments, const QUrl &ready);
    QProcess m_sandbox, m_agent;
    std::unique_ptr<storage::Connection> m_watching;
};

Ground::Ground(const QString &backend)
    : fresh(backend)
{
    fresh.close();
    start(m_sandbox, u"ponte-sandbox"_s, {u"serve"_s, u"--listen"_s, outside.authority()},
          below(outside, u"/sandbox/faults"_s));
    const QString base = outside.toString();
    const QString limit = QString::number(threads);
    const QStringList company {u"--company"_s, u"3"_s};
    run({u"migrate"_s});
    run({u"networks"_s, u"set"_s, u"3"_s, u"SENAI"_s});
    for (const QString &system : {u"rm"_s, u"erp"_s})
        run({u"connections"_s, u"set"_s, system, u"--url"_s, system == "rm"_L1 ? base : base + u"/erp", u"--user"_s,
             u"integracao"_s, u"--password-stdin"_s, u"--concurrency"_s, limit},
            "sandbox");
    const auto set = [&](const QString &key, const QString &value, const QStringList &scope) {
        run(QStringList {u"parameters"_s, u"set"_s, key, value} + scope);
    };
    set(u"lojaclick.status.pre_enrollment"_s, u"10"_s, company + QStringList {u"--level"_s, u"1"_s});
    set(u"lojaclick.status.enrollment"_s, u"11"_s, company + QStringList {u"--level"_s, u"1"_s});
    set(u"lojaclick.integration_user"_s, u"lojaclick"_s, company);
    set(u"lojaclick.broker.address"_s, base + u"/broker", {});
    run({u"parameters"_s, u"set"_s, u"lojaclick.broker.token"_s, u"--stdin"_s}, "sandbox-token");
    const QJsonObject shop = run({u"api-clients"_s, u"add"_s, u"shop"_s, u"--json"_s});
    user = shop.value(u"username"_s).toString();
    password = shop.value(u"password"_s).toString();
}

Ground::~Ground()
{
    stopServing();
    m_sandbox.terminate();
    m_sandbox.waitForFinished(10'000);
}

QProcessEnvironment environmentOf(const Ground &ground)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PONTE_DATABASE"_s, ground.fresh.address().display());
    environment.insert(u"PONTE_KEY"_s, ground.home.filePath(u"ponte.key"_s));
    for (const QString &name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s})
        environment.insert(name, ground.home.path());
    return environment;
}

void Ground::start(QProcess &process, const QString &name, const QStringList &arguments, const QUrl &ready)
{
    process.setProcessEnvironment(environmentOf(*this));
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    // A measurement that is broken off leaves nothing behind.
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process.start(qEnvironmentVariable("PONTE_BIN") + u'/' + name, arguments);
    if (!process.waitForStarted())
        stopHere(name + u" did not start");
    http::Client client;
    for (int waited = 0; waited < 60'000; waited += 20) {
        if (const auto response = client.send({.url = ready}); response && response->status == 200)
            return;
        QThread::msleep(20);
    }
    stopHere(name + u" does not answer");
}

QJsonObject Ground::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(environmentOf(*this));
    process.start(qEnvironmentVariable("PONTE_BIN") + u"/ponte-agent", arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMilliseconds) || process.exitCode() != 0)
        stopHere(u"ponte-agent "_s + arguments.join(u' ') + u": " + QString::fromUtf8(process.readAllStandardError()));
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

QJsonObject Ground::ask(const QByteArray &method, const QUrl &url, const QJsonObject &body) const
{
    http::Client client;
    http::Request request {.method = method, .url = url};
    if (!body.isEmpty())
        request.body = QJsonDocument(body).toJson();
    request.headers = {{"Content-Type", "application/json"},
                       {"Authorization", http::basicAuthorization(user, password)}};
    const auto response = client.send(request);
    if (!response || response->status >= 300)
        stopHere(url.toString() + u": " + (response ? QString::fromUtf8(response->body) : response.error().message));
    return QJsonDocument::fromJson(response->body).object();
}

void Ground::serve()
{
    door = freeAddress();
    start(m_agent, u"ponte-agent"_s, {u"serve"_s, u"--listen"_s, door.authority(), u"--no-schedules"_s},
          below(door, u"/health/ready"_s));
}

void Ground::stopServing()
{
    m_agent.terminate();
    m_agent.waitForFinished(60'000);
}

/// The records of each student's sale again and again, every one with a sale of its own.
void Ground::clone(int records)
{
    const bool sqlite = fresh.address().backend == storage::Backend::Sqlite;
    const int copies = records / students;
    const QString numbers =
        sqlite
            ? u"WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < %1) "_s.arg(copies)
            : u"WITH number (n) AS (SELECT generate_series(1, %1)) "_s.arg(copies);
    const QString sales =
        u"INSERT INTO sale (company, sale_id, level, content_hash, content, bound, state, step, ra, "
        "guardian_company, guardian_code, pre_contract, created_at, changed_at) "
        "SELECT company, sale_id || '-' || n, level, content_hash, replace(content, '\"' || sale_id || "
        "'\"', '\"' || sale_id || '-' || n || '\"'), bound, state, step, ra, guardian_company, "
        "guardian_code, pre_contract, created_at, changed_at FROM sale, number"_s;
    const QString log =
        u"INSERT INTO log_record (integration, company, level, origin, functionality, module, key_fields, "
        "key_values, status, message, created_at, changed_at) SELECT integration, company, level, origin "
        "|| '-' || n, functionality, module, key_fields, key_values, status, message, created_at, "
        "changed_at FROM log_record, number WHERE functionality = 'contract_activation'"_s;
    change({numbers + sales, numbers + log,
            u"UPDATE log_record SET status = 'success' WHERE functionality = 'contract_activation' AND origin NOT LIKE "
            "'%-%-%-%'"_s,
            u"ANALYZE"_s});
}

/// All at once, without the counters' rows, which would be written again and again in each statement.
void Ground::change(const QStringList &statements)
{
    QStringList all = statements;
    if (fresh.address().backend == storage::Backend::PostgreSql) {
        all.prepend(u"ALTER TABLE log_record DISABLE TRIGGER USER"_s);
        all.append(u"ALTER TABLE log_record ENABLE TRIGGER USER"_s);
    }
    for (const QString &statement : std::as_const(all)) {
        if (const Result<> done = fresh.run(statement); !done)
            stopHere(done.error().message + done.error().detail);
    }
}

bool Ground::isAny(const QString &sql)
{
    if (!m_watching) {
        auto opened = storage::Connection::open(fresh.address(), storage::Connection::Mode::ReadOnly);
        if (!opened)
            stopHere(opened.error().message);
        m_watching = std::move(*opened);
    }
    const auto rows = m_watching->queryText(sql + u" LIMIT 1"_s);
    if (!rows)
        stopHere(rows.error().message);
    return !rows->isEmpty();
}

/// As if no record had been run yet.
void Ground::forget()
{
    change({u"UPDATE log_record SET status = 'error', call_state = 'none', manual_attempts = 0 WHERE functionality = "
            "'contract_activation' AND origin LIKE '%-%-%-%'"_s,
            u"DELETE FROM outbox"_s, u"DELETE FROM batch_entry"_s, u"DELETE FROM batch"_s});
    // What was taken back at once leaves tens of thousands of dead rows, which no run of a program does.
    if (fresh.address().backend == storage::Backend::PostgreSql)
        change({u"VACUUM (ANALYZE)"_s});
}

qint64 Ground::peakKilobytes() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_agent.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QString text = QString::fromLatin1(status.readAll());
    return text.section(u"VmHWM:"_s, 1).section(u"kB"_s, 0, 0).trimmed().toLongLong();
}

double bareCalls(const Ground &ground, int records, const QJsonObject &body)
{
    const QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const QByteArray key = (u"3-"_s + body.value(u"idPreContrato"_s).toString()).toUtf8();
    std::atomic<int> left = records;
    QElapsedTimer watch;
    watch.start();
    std::vector<std::thread> callers;
    for (int i = 0; i < threads; ++i) {
        callers.emplace_back([&] {
            http::Client client;
            while (left.fetch_sub(1) > 0) {
                http::Request request {
                    .method = "POST", .url = below(ground.outside, u"/erp/contratos/efetivacao"_s), .body = text};
                request.headers = {{"Content-Type", "application/json"},
                                   {"Idempotency-Key", key},
                                   {"Authorization", http::basicAuthorization(u"integracao"_s, u"sandbox"_s)}};
                if (!client.send(request))
                    stopHere(u"a bare call was not answered"_s);
            }
        });
    }
    for (std::thread &caller : callers)
        caller.join();
    return double(watch.nsecsElapsed()) / 1e9;
}

/// Seconds from the confirmation until the batch has ended and nothing waits in the outbox.
double batchCalls(Ground &ground, int records)
{
    QElapsedTimer watch;
    const QJsonObject batch =
        ground.run({u"reprocess"_s, u"--company"_s, u"3"_s, u"--yes"_s, u"--detach"_s, u"--json"_s});
    watch.start();
    if (batch.value(u"planned"_s).toInt() != records)
        stopHere(u"%1 of %2 records were planned"_s.arg(batch.value(u"planned"_s).toInt()).arg(records));
    // One after the other, and what waits in the outbox by its index, since asking takes part of what is measured.
    for (const QString &unfinished : {u"SELECT id FROM batch WHERE ended_at IS NULL"_s,
                                      u"SELECT id FROM outbox WHERE state = 'waiting' ORDER BY not_before, id"_s,
                                      u"SELECT id FROM outbox WHERE state <> 'done'"_s})
    {
        while (ground.isAny(unfinished)) {
            if (watch.elapsed() > patienceMilliseconds)
                stopHere(u"the batch does not end"_s);
            QThread::msleep(50);
        }
    }
    return double(watch.nsecsElapsed()) / 1e9;
}

void compare(Ground &ground, const QString &backend, int records, bool accepted, const QJsonObject &body)
{
    ground.ask("DELETE", below(ground.outside, u"/sandbox/faults"_s));
    ground.ask("POST", below(ground.outside, u"/sandbox/faults"_s),
               {{u"system"_s, u"erp"_s},
                {u"operation"_s, u"efetivacao"_s},
                {u"fault"_s, accepted ? u"slow"_s : u"refuse"_s},
                {u"afterMs"_s, 50}});
    ground.serve();
    QList<double> ratios;
    QList<qint64> peaks;
    const int pairs = records >= largeRun ? largeRunPairs : runPairs;
    for (int pair = 0; pair <= pairs; ++pair) {
        ground.forget();
        const double bare = bareCalls(ground, records, body);
        const double agent = ground.agentSeconds();
        const double outside = ground.outsideSeconds();
        const double ours = batchCalls(ground, records);
        std::fprintf(stderr,
                     "reprocess: %s %s %.0f records/s, bare calls %.0f/s; processor time per record: agent %.2f ms, "
                     "systems outside %.2f ms; agent's peak %lld KiB%s\n",
                     qPrintable(backend), accepted ? "accepted" : "refused", records / ours, records / bare,
                     (ground.agentSeconds() - agent) * 1000 / records,
                     (ground.outsideSeconds() - outside) * 1000 / records, ground.peakKilobytes(),
                     pair == 0 ? " (not counted)" : "");
        peaks.append(ground.peakKilobytes());
        if (pair > 0)
            ratios.append(bare / ours);
    }
    ground.stopServing();
    tellFigure(accepted ? u"reprocess-accepted-memory"_s : u"reprocess-refused-memory"_s,
               double(peaks.last()) / double(peaks.first()), memoryLimit, true,
               u"the agent's peak after the first run of as many records"_s, records, backend);
    tellFigure(accepted ? u"reprocess-accepted"_s : u"reprocess-refused"_s, median(ratios),
               accepted ? acceptedLimit : refusedLimit, false, u"32 threads that make the ERP's calls alone"_s, records,
               backend);
}

} // namespace

void measureExecution(const QString &backend, int records, bool accepted)
{
    Ground ground(backend);
    ground.ask("POST", below(ground.outside, u"/sandbox/faults"_s),
               {{u"system"_s, u"erp"_s}, {u"operation"_s, u"efetivacao"_s}, {u"fault"_s, u"refuse"_s}});
    ground.serve();
    const sandbox::SaleMaker maker(seed, {3});
    QJsonObject body;
    for (int number = 1; number <= students; ++number) {
        const QJsonObject sale = maker.sale(quint64(number));
        const QJsonObject made =
            ground.ask("POST", below(ground.door, u"/api/cst/v1/lojaclick/matricula/inserirMatricula"_s), sale)
                .value(u"DadosCriados"_s)
                .toObject();
        body = {{u"codColigada"_s, 3},
                {u"codFilial"_s, made.value(u"CodFilial"_s)},
                {u"ra"_s, made.value(u"Ra"_s)},
                {u"idPreContrato"_s, made.value(u"IdPreContrato"_s)},
                {u"codCfo"_s, made.value(u"CodCFO"_s)},
                {u"idVenda"_s, made.value(u"IdUnico"_s)},
                {u"valorTotal"_s, u"1500.00"_s},
                {u"quantidadeParcelas"_s, 12},
                {u"diaVencimento"_s, 10},
                {u"formaPagamento"_s, u"CARTAO"_s}};
    }
    ground.stopServing();
    const int rounded = std::max(1, records / students) * students;
    ground.clone(rounded);
    compare(ground, backend, rounded, accepted, body);
}

} // namespace ponte::bench
