// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/parameters/outsidedesk.h"
#include "core/parameters/requests.h"

#include <QThreadPool>

namespace ponte::parameters {

/// The desk of a program that does not hold the installation's key: it asks a worker by the table of requests and waits
/// for the answer. Beside the errors of the face: TimedOut, with what to do, where no worker takes the request within
/// 20 s or none answers within three minutes (ten for lists).
class RequestDesk final : public OutsideDesk
{
public:
    struct Patience {
        std::chrono::milliseconds untilTaken = std::chrono::seconds(20);
        std::chrono::milliseconds untilTested = std::chrono::minutes(3);
        std::chrono::milliseconds untilRead = std::chrono::minutes(10);
    };

    RequestDesk(storage::Database &database, const Clock &clock, const security::SecretBox &secrets);
    RequestDesk(storage::Database &database, const Clock &clock, const security::SecretBox &secrets,
                const Patience &patience);
    /// Cancels what waits.
    ~RequestDesk() override;

    void test(const security::Actor &actor, const ConnectionTrial &trial, const CancelToken &cancel, Told told,
              Tested done) override;
    void refresh(const security::Actor &actor, const QString &kind, const QString &scope, const CancelToken &cancel,
                 Refreshed done) override;

private:
    [[nodiscard]] Result<RequestAnswer> await(qint64 id, std::chrono::milliseconds patience, const CancelToken &cancel,
                                              const Told &told);
    [[nodiscard]] Result<RequestAnswer> askAndWait(const QString &kind, const QJsonObject &wish, const QString &who,
                                                   std::chrono::milliseconds patience, const CancelToken &cancel,
                                                   const Told &told);

    Requests m_requests;
    const Patience m_patience;
    CancelToken m_closing;
    QThreadPool m_waiting;
};

} // namespace ponte::parameters
