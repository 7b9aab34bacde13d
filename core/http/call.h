// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/http/client.h"
#include "core/http/upload.h"

#include <QByteArray>
#include <QEventLoop>
#include <QNetworkReply>

#include <chrono>
#include <memory>

class QNetworkAccessManager;

namespace ponte::http {

/// One request on its way, for Client.
class Call
{
public:
    Call(QNetworkAccessManager &manager, const Request &request);
    ~Call();
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;

    /// Blocks until the end; once per Call.
    [[nodiscard]] Result<Response> run(std::chrono::milliseconds timeLeft, const CancelToken &cancel);
    /// Whether a kept connection turned out to be closed before anything was written to it: the one case in which
    /// sending again cannot send twice.
    [[nodiscard]] bool metClosedConnection() const;

private:
    enum class End { Finished, Deadline, Cancelled, TooLong };

    void start();
    void readHead();
    void readSome();
    void finish(End end);
    [[nodiscard]] bool isSafe() const;
    [[nodiscard]] bool isCertainlyUnsent() const;
    [[nodiscard]] bool isAnswerComplete() const;
    [[nodiscard]] Response response() const;
    [[nodiscard]] Error error() const;
    [[nodiscard]] Error errorOfQt() const;

    QNetworkAccessManager &m_manager;
    const Request &m_request;
    QEventLoop m_loop;
    std::unique_ptr<Upload> m_upload; ///< outlives the reply, which reads from it
    std::unique_ptr<QNetworkReply> m_reply;
    QByteArray m_body;
    End m_end = End::Cancelled; ///< what holds where the thread is told to quit in the middle
    bool m_wrote = false; ///< Qt reported written bytes
};

} // namespace ponte::http
