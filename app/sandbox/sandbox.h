// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/broker/broker.h"
#include "app/sandbox/delayqueue.h"
#include "app/sandbox/erp/erp.h"
#include "app/sandbox/fault.h"
#include "app/sandbox/rm/rm.h"
#include "core/base/clock.h"
#include "core/http/server.h"

#include <QHostAddress>
#include <QJsonObject>

#include <memory>
#include <mutex>

namespace ponte::sandbox {

/// What a scenario file or the command line decides.
struct Setup {
    rm::RmSetup rm;
    QString brokerToken = QStringLiteral("sandbox-token");
    QJsonArray faults;
    bool deduplicate = true;

    /// `{"faults":[…],"deduplicate":…,"users":{…},"seed":{table:[rows]},"sentences":{…},"brokerToken":…}`, or a list of
    /// faults.
    [[nodiscard]] static Result<Setup> fromJson(const QByteArray &text);
};

/// The stand-ins for RM, the ERP and the Broker behind one address, and the control of their misbehaviour.
class Sandbox
{
public:
    explicit Sandbox(const Setup &setup);
    ~Sandbox();
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    [[nodiscard]] Result<> listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] quint16 port() const { return m_server.port(); }
    [[nodiscard]] QJsonObject state();

private:
    void handle(const http::ServerRequest &request, const http::Responder &responder);
    [[nodiscard]] OutsideSystem *systemFor(const QString &path, QString *name);
    void misbehave(OutsideSystem *system, const Fault &fault, const OutsideCall &call,
                   const http::ServerRequest &request, const http::Responder &responder);
    void respondAfter(std::chrono::milliseconds delay, http::ServerResponse response, const http::Responder &responder);
    void hang(const Fault &fault, const http::Responder &responder);

    [[nodiscard]] http::ServerResponse control(const http::ServerRequest &request);
    [[nodiscard]] http::ServerResponse addFault(const QByteArray &body);
    [[nodiscard]] http::ServerResponse reset();
    [[nodiscard]] QJsonObject stateLocked() const;
    [[nodiscard]] Result<> applySetup();

    const Setup m_setup;
    SystemClock m_clock;
    std::mutex m_mutex;
    FaultList m_faults;
    rm::Rm m_rm;
    Erp m_erp;
    Broker m_broker;
    std::vector<http::Responder> m_hanging;
    // Last, so that their threads end before what they touch.
    DelayQueue m_delays;
    http::Server m_server;
};

} // namespace ponte::sandbox
