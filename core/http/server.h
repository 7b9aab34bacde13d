// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>

namespace ponte::http {

/// A request that was completely received within the limits.
struct ServerRequest {
    QByteArray method;
    QString path; ///< percent-decoded, without the query
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    QHostAddress peer;
    QHash<QString, QString> pathValues; ///< filled by Router: for the segment "{idVenda}", idVenda → value
    /// As it came, still encoded, without the query. Router splits this one, so that `%2F` makes no new segment.
    QByteArray rawPath;
};

struct ServerResponse {
    int status = 200;
    QByteArray body = {};
    QByteArray contentType = "application/json; charset=utf-8";
    QList<QPair<QByteArray, QByteArray>> headers = {};
    /// For stand-ins that misbehave on purpose.
    enum class Fault { None, CloseWithoutAnswer, CutInBody } fault = Fault::None;
};

/// The right to answer one request, once, from any thread, now or later; copies share it. If the client has left or the
/// server has stopped, the answer goes nowhere. Dropping the last copy unanswered answers 500.
class Responder
{
public:
    Responder() = default;
    void respond(ServerResponse response) const;
    /// False once the client has left.
    [[nodiscard]] bool isWanted() const;

private:
    friend class Server;
    friend class Reception;
    struct State;
    std::shared_ptr<State> m_state;
};

/// The one door in, on libmicrohttpd. The handler runs in the server's own thread and must return at once: it answers
/// there, or keeps the Responder (the connection is suspended) and answers later.
class Server
{
public:
    struct Limits {
        qint64 bodyBytes = 1024 * 1024; ///< a longer body answers 413
        /// Of a longer body, read and dropped before the 413, so that the client sees it; then closed.
        qint64 drainBytes = 8 * 1024 * 1024;
        unsigned connections = 512;
        std::chrono::seconds idle {30}; ///< without a single byte
        /// For receiving one request, and for sending one answer, however steadily it trickles.
        std::chrono::seconds transfer {60};
        unsigned threads = 1;
    };
    using Handler = std::function<void(ServerRequest, Responder)>;

    Server();
    ~Server(); ///< stops
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Port 0 takes a free one. Errors: PortInUse, Internal.
    [[nodiscard]] Result<> listen(const QHostAddress &address, quint16 port, Handler handler, const Limits &limits);
    [[nodiscard]] quint16 port() const;
    /// The body of the 400, 413, 500 and 503 that the server answers by itself; the default is `{"code","message"}`.
    /// Call it before listen(). A head that cannot be parsed or is too long is answered by libmicrohttpd, with a body
    /// of its own.
    void setErrorBody(std::function<QByteArray(int status, const QString &message)> body);
    /// Takes no new connection; those under way may still be answered until stop().
    void stopAccepting();
    /// Answers suspended requests with 503 and closes. Not from within a handler.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ponte::http
