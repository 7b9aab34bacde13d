// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>

namespace ponte::http {

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// The first value of a header, compared without case; empty if absent.
[[nodiscard]] QByteArray headerValue(const Headers &headers, QByteArrayView name);

struct Request {
    QByteArray method = "GET";
    QUrl url;
    Headers headers = {};
    QByteArray body = {};
    /// For the whole call, from dispatch to the last byte.
    std::chrono::milliseconds deadline = std::chrono::seconds(30);
    /// A longer answer ends the call as OutcomeUnknown.
    qint64 maximumAnswerBytes = 4 * 1024 * 1024;
    /// The stable part of crash point names: `call.<name>.before` and `.after`; empty for none.
    QByteArray name = {};
    /// Told how long the call was under way, also where no answer came; 0 where it was never dispatched.
    std::chrono::milliseconds *took = nullptr;
    /// Told, where no Response came, whether an answer came that broke off or was longer than wanted: then the other
    /// side is not away.
    bool *answered = nullptr;
};

struct Response {
    int status = 0; ///< HTTP status; any answer that was completely read is a Response, whatever its status
    Headers headers = {};
    QByteArray body = {};
};

/// Sends one request and waits for its end; what talks to outside systems takes this, so that limits, health and pauses
/// of a destination can stand between it and the Client.
class Sender
{
public:
    virtual ~Sender() = default;
    [[nodiscard]] virtual Result<Response> send(const Request &request, const CancelToken &cancel = {}) = 0;
};

/// The one door out. One Client belongs to one thread and keeps its connections; send() blocks that thread (never the
/// UI thread: asserted) and returns at the answer, the deadline, or the cancel, whichever is first. Redirects are never
/// followed.
///
/// Errors: Unreachable (name, connect, TLS: the request certainly did not arrive), OutcomeUnknown (sent or perhaps
/// sent, no complete answer), TimedOut (deadline before anything was sent), Cancelled (before anything was sent; a
/// cancel after that is OutcomeUnknown). A body is sent exactly once: it is given to the library by a function that
/// cannot start again. A method other than GET and HEAD that has no body gets a connection of its own, since the
/// library repeats what it sent in vain on a kept one. An answer that announces no length ends with its connection; a
/// cut in it cannot be noticed.
class Client final : public Sender
{
public:
    Client();
    ~Client() override;
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    [[nodiscard]] Result<Response> send(const Request &request, const CancelToken &cancel = {}) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Makes every later send() in the calling thread end the process: for the thread that paints.
void forbidHere();

/// `Basic …` with the credentials in UTF-8, or in ISO-8859-1 where `latin1` says so.
[[nodiscard]] QByteArray basicAuthorization(const QString &user, const QString &password, bool latin1 = false);

} // namespace ponte::http
