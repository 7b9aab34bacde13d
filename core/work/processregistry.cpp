// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/processregistry.h"

#include "core/base/logging.h"

#include <QFile>
#include <QSysInfo>

#include <signal.h>
#include <unistd.h>

namespace ponte::work {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

constexpr auto heartbeatInterval = std::chrono::seconds(5);
constexpr qint64 silenceMs = 30'000;
constexpr auto surelyAlive = std::chrono::seconds(10);

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

/// The same text only for programs whose pids can be compared: one boot of one machine, one pid namespace.
QString pidSpace()
{
    const QString boot = QString::fromLatin1(readFile(u"/proc/sys/kernel/random/boot_id"_s));
    const QString space = QFile::symLinkTarget(u"/proc/self/ns/pid"_s).section(u'/', -1);
    return boot.isEmpty() ? u"%1#%2"_s.arg(QString::fromLatin1(QSysInfo::machineUniqueId()), space)
                          : u"%1#%2"_s.arg(boot, space);
}

/// Start time of a pid in clock ticks since boot, so that a reused pid is not taken for its predecessor; 0 if there is
/// none.
qint64 startOfPid(qint64 pid)
{
    const QByteArray stat = readFile(u"/proc/%1/stat"_s.arg(pid));
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie holds its pid but does nothing any more.
    if (fields.size() < 20 || fields.first() == "Z")
        return 0;
    return fields.at(19).toLongLong();
}

} // namespace

ProcessRegistry::ProcessRegistry(storage::Database &database, const Clock &clock, Options options,
                                 QList<Release> releases)
    : m_database(database)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_releases(std::move(releases))
{}

Result<std::unique_ptr<ProcessRegistry>> ProcessRegistry::enter(storage::Database &database, const Clock &clock,
                                                                const Options &options, QList<Release> releases)
{
    std::unique_ptr<ProcessRegistry> registry(new ProcessRegistry(database, clock, options, std::move(releases)));
    if (const Result<> registered = registry->registerProcess(); !registered)
        return tl::unexpected(registered.error());
    if (const Result<> reaped = registry->reap(); !reaped)
        return tl::unexpected(reaped.error());
    registry->m_thread = std::thread([raw = registry.get()] { raw->loop(); });
    return registry;
}

ProcessRegistry::~ProcessRegistry()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    const Result<> left = m_database.writer().write<void>(
        "process.leave", [this](Connection &connection) { return release(connection, id(), true); });
    if (!left)
        qCWarning(lcWork) << "could not sign off:" << left.error().message;
}

bool ProcessRegistry::isSurelyAlive(ProcessId owner) const
{
    // The time first: a program that enters anew is seen before it has its new id.
    return std::chrono::steady_clock::now() - m_seen.load() < surelyAlive && owner == id();
}

Result<> ProcessRegistry::registerProcess()
{
    const auto before = std::chrono::steady_clock::now();
    const Result<qint64> entered =
        m_database.writer().write<qint64>("process.enter", [this](Connection &connection) -> Result<qint64> {
            const auto row =
                connection.first(u"work.enter_process"_s, {{u":host"_s, pidSpace()},
                                                           {u":pid"_s, qint64(::getpid())},
                                                           {u":pid_started"_s, startOfPid(::getpid())},
                                                           {u":program"_s, m_options.program},
                                                           {u":version"_s, m_options.version},
                                                           {u":runs_workers"_s, m_options.runsWorkers ? 1 : 0},
                                                           {u":now"_s, m_clock.now()}});
            if (!row)
                return tl::unexpected(row.error());
            return (*row)->number(u"id");
        });
    if (!entered)
        return tl::unexpected(entered.error());
    m_id = *entered;
    m_seen = before;
    return {};
}

void ProcessRegistry::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, heartbeatInterval, [this] { return m_stopping; })) {
        lock.unlock();
        beat();
        if (const Result<> reaped = reap(); !reaped)
            qCWarning(lcWork) << "could not look for dead programs:" << reaped.error().message;
        lock.lock();
    }
}

void ProcessRegistry::beat()
{
    const auto before = std::chrono::steady_clock::now();
    const Result<qint64> seen = m_database.writer().write<qint64>("process.beat", [this](Connection &connection) {
        return connection.execute(u"work.beat"_s, {{u":id"_s, id().value()}, {u":now"_s, m_clock.now()}});
    });
    if (seen && *seen == 1)
        m_seen = before;
    if (seen && *seen == 0) {
        qCWarning(lcWork) << "this program was declared dead after standing still; it enters anew";
        if (const Result<> again = registerProcess(); !again)
            qCWarning(lcWork) << again.error().message;
    }
}

Result<> ProcessRegistry::reap()
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto rows = (*connection)->query(u"work.processes_alive"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    const QString here = pidSpace();
    for (const storage::Row &row : *rows) {
        const ProcessId other(row.number(u"id"));
        const qint64 pid = row.number(u"pid");
        const bool silent = row.time(u"heartbeat_at").msecsTo(m_clock.now()) > silenceMs;
        const bool gone = row.text(u"host") == here && startOfPid(pid) != row.number(u"pid_started");
        if (other == id() || !(silent || gone))
            continue;
        const Result<> released = m_database.writer().write<void>(
            "process.reap", [&](Connection &writing) { return release(writing, other, false); });
        if (!released)
            return released;
    }
    return {};
}

Result<> ProcessRegistry::release(Connection &connection, ProcessId dead, bool itself) const
{
    const storage::Bindings who = {{u":id"_s, dead.value()}};
    const auto ended = connection.execute(u"work.end_process"_s, who + storage::Bindings {{u":now"_s, m_clock.now()}});
    if (!ended)
        return tl::unexpected(ended.error());
    // Another program declared it dead first, or it left by itself.
    if (*ended == 0 && !itself)
        return {};
    for (const Release &step : m_releases) {
        if (Result<> done = step(connection, dead); !done)
            return done;
    }
    for (const QString &statement : {u"work.free_records"_s, u"work.free_outbox"_s, u"work.free_runs"_s,
                                     u"work.free_locks"_s, u"work.free_entries"_s})
    {
        if (const auto freed = connection.execute(statement, who); !freed)
            return tl::unexpected(freed.error());
    }
    connection.noteChange(u"leases"_s);
    return {};
}

} // namespace ponte::work
