// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/http/client.h"
#include "core/storage/database.h"

#include <QHash>
#include <QString>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace ponte::work {

/// One outside system as this program uses it: how many calls may be in flight, whether it is down (paused after 5
/// calls in a row without connection or answer), and whether its credentials were refused (stopped for that version of
/// them, for every program, since RM locks its user after six wrong passwords). What this program notices counts at
/// once; what another one wrote is noticed within 100 ms, and at once while the credentials are unverified.
/// Thread-safe.
class Destination
{
public:
    Destination(storage::Database &database, const Clock &clock, QString name, int limit);

    /// What the next calls use; a new version lifts a stop.
    void configure(qint64 credentialVersion, int limit);
    [[nodiscard]] QString name() const { return m_name; }

    /// Stands between a gateway and the Client. Errors beside the Client's: Unauthorized while stopped, Unreachable
    /// while paused.
    class Sender final : public http::Sender
    {
    public:
        enum Flag {
            StopOn403 = 1, ///< 403 means the credentials too (ERP and Broker), not a right that RM denies
            Probe = 2, ///< calls although the destination is paused
        };
        Sender(Destination &destination, http::Client &client, int flags);
        [[nodiscard]] Result<http::Response> send(const http::Request &request,
                                                  const CancelToken &cancel = {}) override;

    private:
        Destination &m_destination;
        http::Client &m_client;
        const int m_flags;
        const qint64 m_version; ///< of the credentials that this sender's calls carry
    };

private:
    /// What a call tells of the other side; nothing where it was given up under way.
    enum class Sign { Answer, Silence, None };
    struct Health {
        qint64 credentialVersion = 0;
        int failures = 0;
        bool stopped = false;
        bool verified = false;
        QDateTime pausedUntil;
        bool operator==(const Health &) const = default;
    };
    [[nodiscard]] Result<> enter(const CancelToken &cancel, bool probe, qint64 version);
    [[nodiscard]] Result<bool> tryEnter(const CancelToken &cancel, bool probe, qint64 version);
    void leave(const Result<http::Response> &result, Sign sign, bool stopOn403, qint64 version);
    [[nodiscard]] qint64 versionNow();
    [[nodiscard]] Result<Health> readHealth();
    [[nodiscard]] bool isKnownSound(qint64 version) const;
    void storeHealth(const Health &health, const QString &lastError, bool succeeded);
    [[nodiscard]] bool hasPlace(qint64 version) const;
    void takePlace(qint64 version);
    void givePlace(qint64 version);

    storage::Database &m_database;
    const Clock &m_clock;
    const QString m_name;
    std::mutex m_mutex;
    std::condition_variable m_free;
    qint64 m_version = 0;
    int m_limit;
    int m_inFlight = 0;
    QHash<qint64, int> m_carrying; ///< how many of them carry which version of credentials
    bool m_verified = false;
    int m_failures = 0;
    int m_storing = 0; ///< changes on their way to the database
    quint64 m_changes = 0;
    /// The version of credentials that was last read as sound, and when; nothing else is believed without reading.
    std::optional<std::pair<qint64, std::chrono::steady_clock::time_point>> m_sound;
};

} // namespace ponte::work
