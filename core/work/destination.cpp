// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/destination.h"

#include "core/base/logging.h"

#include <algorithm>

namespace ponte::work {

using namespace Qt::StringLiterals;

namespace {

constexpr int failuresUntilDown = 5;
constexpr int firstPauseSeconds = 15;
constexpr int longestPauseSeconds = 300;
constexpr auto believed = std::chrono::milliseconds(100);

} // namespace

Destination::Destination(storage::Database &database, const Clock &clock, QString name, int limit)
    : m_database(database)
    , m_clock(clock)
    , m_name(std::move(name))
    , m_limit(limit)
{}

void Destination::configure(qint64 credentialVersion, int limit)
{
    const std::lock_guard lock(m_mutex);
    if (credentialVersion == m_version && limit == m_limit)
        return;
    if (credentialVersion != m_version)
        m_verified = false;
    m_version = credentialVersion;
    m_limit = limit;
    m_free.notify_all();
}

qint64 Destination::versionNow()
{
    const std::lock_guard lock(m_mutex);
    return m_version;
}

/// One call tries credentials that are not known to be right, or a destination that was down; one that hangs with older
/// credentials must not keep it waiting.
bool Destination::hasPlace(qint64 version) const
{
    const bool isSound = m_verified && m_failures < failuresUntilDown;
    return m_inFlight < m_limit && (isSound || !m_carrying.contains(version));
}

void Destination::takePlace(qint64 version)
{
    ++m_inFlight;
    ++m_carrying[version];
}

void Destination::givePlace(qint64 version)
{
    --m_inFlight;
    if (--m_carrying[version] == 0)
        m_carrying.remove(version);
}

Destination::Sender::Sender(Destination &destination, http::Client &client, int flags)
    : m_destination(destination)
    , m_client(client)
    , m_flags(flags)
    , m_version(destination.versionNow())
{}

Result<http::Response> Destination::Sender::send(const http::Request &request, const CancelToken &cancel)
{
    if (const Result<> entered = m_destination.enter(cancel, m_flags & Probe, m_version); !entered)
        return tl::unexpected(entered.error());
    http::Request outgoing = request;
    bool answered = false;
    outgoing.answered = &answered;
    Result<http::Response> result = m_client.send(outgoing, cancel);
    const Sign sign = result || answered ? Sign::Answer : cancel.isCancelled() ? Sign::None : Sign::Silence;
    m_destination.leave(result, sign, m_flags & StopOn403, m_version);
    return result;
}

Result<Destination::Health> Destination::readHealth()
{
    const auto connection = m_database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto row = (*connection)->first(u"work.health"_s, {{u":destination"_s, m_name}});
    if (!row)
        return tl::unexpected(row.error());
    Health health;
    if (*row) {
        health.credentialVersion = (*row)->number(u"credential_version");
        health.failures = int((*row)->number(u"failures"));
        health.stopped = (*row)->number(u"stopped") != 0;
        health.verified = (*row)->number(u"verified") != 0;
        health.pausedUntil = (*row)->time(u"paused_until");
    }
    return health;
}

/// Each call would otherwise read the database first, although a sound destination hardly ever changes.
bool Destination::isKnownSound(qint64 version) const
{
    return m_sound && m_sound->first == version && m_version == version && m_storing == 0
           && std::chrono::steady_clock::now() - m_sound->second < believed;
}

Result<> Destination::enter(const CancelToken &cancel, bool probe, qint64 version)
{
    {
        const std::lock_guard lock(m_mutex);
        if (isKnownSound(version) && hasPlace(version) && !cancel.isCancelled()) {
            takePlace(version);
            return {};
        }
    }
    const CancelToken::Registration registration = cancel.onCancel([this] { m_free.notify_all(); });
    while (true) {
        const Result<bool> entered = tryEnter(cancel, probe, version);
        // One that waited was woken for a place that it does not take: the next one may.
        if (!entered)
            m_free.notify_one();
        if (!entered || *entered)
            return entered ? Result<>() : Result<>(tl::unexpected(entered.error()));
        std::unique_lock lock(m_mutex);
        m_free.wait(lock, [&] { return cancel.isCancelled() || hasPlace(version); });
    }
}

/// False where no place is free.
Result<bool> Destination::tryEnter(const CancelToken &cancel, bool probe, qint64 version)
{
    std::unique_lock lock(m_mutex);
    if (!isKnownSound(version)) {
        const bool settled = m_storing == 0;
        const quint64 changes = m_changes;
        lock.unlock();
        const Result<Health> health = readHealth();
        if (!health)
            return tl::unexpected(health.error());
        lock.lock();
        const bool sameCredentials = health->credentialVersion == version;
        if (sameCredentials && health->stopped)
            return failure(
                ErrorCode::Unauthorized,
                u"As chamadas a %1 estão paradas: as credenciais foram recusadas. Corrija-as na conexão."_s.arg(
                    m_name));
        if (!probe && sameCredentials && health->pausedUntil > m_clock.now())
            return failure(ErrorCode::Unreachable,
                           u"%1 não responde; as chamadas estão em pausa até %2 (UTC)."_s.arg(
                               m_name, health->pausedUntil.toString(u"HH:mm:ss"_s)),
                           {}, u"paused"_s);
        // What this program knows itself and has not stored yet is newer than what was read.
        if (settled && changes == m_changes) {
            m_verified = m_verified || (health->credentialVersion == m_version && health->verified);
            m_failures = health->failures;
            const bool isSound = sameCredentials && health->verified && health->failures == 0 && !health->stopped;
            m_sound = isSound ? std::optional(std::pair(version, std::chrono::steady_clock::now())) : std::nullopt;
        }
    }
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled, u"O trabalho foi cancelado."_s);
    if (!hasPlace(version))
        return false;
    takePlace(version);
    // Where more than one place became free, whoever was woken first passes it on.
    if (hasPlace(m_version))
        m_free.notify_one();
    return true;
}

void Destination::leave(const Result<http::Response> &result, Sign sign, bool stopOn403, qint64 version)
{
    Health health;
    bool store = false;
    {
        const std::lock_guard lock(m_mutex);
        health.credentialVersion = m_version;
        const bool refused = result && (result->status == 401 || (stopOn403 && result->status == 403));
        // What was sent with older credentials tells nothing of the present ones.
        if (version != m_version) {
            store = false;
        } else if (refused) {
            health.stopped = true;
            m_verified = false;
            store = true;
        } else if (result) {
            store = !m_verified || m_failures > 0;
            m_verified = true;
            m_failures = 0;
        } else if (sign == Sign::Answer) {
            // Its status is not known, so that the credentials may be wrong all the same.
            store = m_failures > 0;
            m_failures = 0;
        } else if (sign == Sign::Silence) {
            ++m_failures;
            store = true;
            if (m_failures >= failuresUntilDown) {
                const int pause =
                    std::min(longestPauseSeconds, firstPauseSeconds << std::min(m_failures - failuresUntilDown, 5));
                health.pausedUntil = m_clock.now().addSecs(pause);
            }
        }
        health.failures = m_failures;
        health.verified = m_verified;
        if (store) {
            ++m_storing;
            ++m_changes;
            m_sound.reset();
        }
    }
    if (store)
        storeHealth(health, result ? QString() : result.error().message, result && !health.stopped);
    {
        // Only now, since whoever waits for the place reads whether the destination was stopped.
        const std::lock_guard lock(m_mutex);
        givePlace(version);
        if (store)
            --m_storing;
    }
    // One place for one of those who wait; a change of health may have made more.
    if (store)
        m_free.notify_all();
    else
        m_free.notify_one();
}

void Destination::storeHealth(const Health &health, const QString &lastError, bool succeeded)
{
    const QDateTime now = m_clock.now();
    const Result<> stored =
        m_database.writer().write<void>("destination.health", [&](storage::Connection &connection) -> Result<> {
            const auto done =
                connection.execute(u"work.store_health"_s, {{u":destination"_s, m_name},
                                                            {u":credential_version"_s, health.credentialVersion},
                                                            {u":failures"_s, health.failures},
                                                            {u":stopped"_s, health.stopped ? 1 : 0},
                                                            {u":verified"_s, health.verified ? 1 : 0},
                                                            {u":paused_until"_s, health.pausedUntil},
                                                            {u":last_success"_s, succeeded ? now : QDateTime()},
                                                            {u":last_error"_s, lastError},
                                                            {u":now"_s, now}});
            if (!done)
                return tl::unexpected(done.error());
            connection.noteChange(u"destinations"_s);
            return {};
        });
    if (!stored)
        qCWarning(lcWork) << "the health of" << m_name << "could not be kept:" << stored.error().message;
}

} // namespace ponte::work
