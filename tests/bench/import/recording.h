// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/client.h"
#include "core/http/server.h"

#include <QList>
#include <QThread>
#include <QUrl>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>

namespace ponte::bench {

struct RecordedCall {
    QByteArray method;
    QString target; ///< path and query, encoded
    http::Headers headers;
    QByteArray body;
    int status = 0;
    QByteArray answer;
};

/// What one sale asked of the outside systems, in its order.
using RecordedSale = QList<RecordedCall>;

/// Stands between an agent and the sandbox, passes every call on and keeps it.
class Recorder
{
public:
    explicit Recorder(const QUrl &sandbox);
    ~Recorder();
    Recorder(const Recorder &) = delete;
    Recorder &operator=(const Recorder &) = delete;

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.port())); }
    /// Waits until the notice of the sale has passed and silence follows, and hands over what was kept.
    [[nodiscard]] RecordedSale take();

private:
    struct Incoming {
        http::ServerRequest request;
        http::Responder responder;
    };
    void work();
    void pass(http::Client &client, const Incoming &incoming);
    [[nodiscard]] qsizetype kept(bool *notified) const;

    const QUrl m_sandbox;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Incoming> m_waiting;
    RecordedSale m_calls;
    bool m_notified = false;
    bool m_stopping = false;
    std::unique_ptr<QThread> m_thread;
    http::Server m_server; // last, so that no call comes when the rest is gone
};

/// Sends the calls of the sales again, each sale's in their order, `concurrency` sales at a time; keys that RM and the
/// ERP gave anew take the place of the recorded ones. Returns the seconds that it took.
[[nodiscard]] double replay(const QList<RecordedSale> &sales, const QUrl &sandbox, int concurrency);

} // namespace ponte::bench
