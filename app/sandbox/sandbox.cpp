// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/sandbox.h"

#include <QJsonDocument>

namespace ponte::sandbox {

Sandbox::Sandbox(const Setup &setup)
    : m_setup(setup)
    , m_rm(setup.rm, m_clock,
           [this](std::chrono::milliseconds delay, std::function<void()> work) {
               m_delays.add(delay, [this, later = std::move(work)] {
                   const std::lock_guard lock(m_mutex);
                   later();
               });
           })
    , m_erp(m_clock)
    , m_broker(m_clock, setup.brokerToken)
{}

Sandbox::~Sandbox()
{
    m_server.stop();
}

Result<> Sandbox::applySetup()
{
    m_erp.setDeduplicating(m_setup.deduplicate);
    for (const QJsonValue &fault : m_setup.faults) {
        if (const Result<> added = m_faults.add(fault.toObject()); !added)
            return added;
    }
    return {};
}

Result<> Sandbox::listen(const QHostAddress &address, quint16 port)
{
    if (const Result<> applied = applySetup(); !applied)
        return applied;
    http::Server::Limits limits;
    limits.bodyBytes = 8 * 1024 * 1024;
    limits.idle = std::chrono::seconds(600);
    return m_server.listen(
        address, port, [this](http::ServerRequest request, http::Responder responder) { handle(request, responder); },
        limits);
}

OutsideSystem *Sandbox::systemFor(const QString &path, QString *name)
{
    if (path.startsWith(u"/erp/")) {
        *name = QStringLiteral("erp");
        return &m_erp;
    }
    if (path.startsWith(u"/broker/")) {
        *name = QStringLiteral("broker");
        return &m_broker;
    }
    if (rm::Rm::owns(path)) {
        *name = QStringLiteral("rm");
        return &m_rm;
    }
    return nullptr;
}

void Sandbox::handle(const http::ServerRequest &request, const http::Responder &responder)
{
    if (request.path.startsWith(u"/sandbox/")) {
        responder.respond(control(request));
        return;
    }
    QString name;
    OutsideSystem *system = systemFor(request.path, &name);
    if (!system) {
        responder.respond(errorResponse(404, QStringLiteral("REQ404"), QStringLiteral("Endereço não encontrado")));
        return;
    }
    std::unique_lock lock(m_mutex);
    const std::unique_ptr<OutsideCall> call = system->identify(request);
    const auto fields = [&](const QString &field) { return call->field(field); };
    if (const std::optional<Fault> fault = m_faults.take(name, call->names, fields)) {
        misbehave(system, *fault, *call, request, responder);
        return;
    }
    const http::ServerResponse response = system->answer(*call, request);
    lock.unlock();
    responder.respond(response);
}

void Sandbox::misbehave(OutsideSystem *system, const Fault &fault, const OutsideCall &call,
                        const http::ServerRequest &request, const http::Responder &responder)
{
    using Cut = http::ServerResponse::Fault;
    const std::chrono::milliseconds after = fault.after.value_or(std::chrono::milliseconds(0));
    http::ServerResponse response;
    switch (fault.kind) {
    case FaultKind::Hang:
        hang(fault, responder);
        return;
    case FaultKind::Slow:
        respondAfter(fault.after.value_or(std::chrono::seconds(5)), system->answer(call, request), responder);
        return;
    case FaultKind::Job:
        response = system->answerByJob(call, request, fault.after.value_or(std::chrono::milliseconds(800)));
        responder.respond(response);
        return;
    case FaultKind::Drop:
        response.fault = Cut::CloseWithoutAnswer;
        break;
    case FaultKind::UnknownOutcome:
        response = system->answer(call, request);
        response.fault = Cut::CloseWithoutAnswer;
        break;
    case FaultKind::Truncate:
        response = system->answer(call, request);
        response.fault = Cut::CutInBody;
        break;
    default:
        response = system->faulty(fault, call);
    }
    respondAfter(after, response, responder);
}

void Sandbox::respondAfter(std::chrono::milliseconds delay, http::ServerResponse response,
                           const http::Responder &responder)
{
    if (delay.count() == 0)
        responder.respond(std::move(response));
    else
        m_delays.add(delay, [response = std::move(response), responder] { responder.respond(response); });
}

void Sandbox::hang(const Fault &fault, const http::Responder &responder)
{
    http::ServerResponse closed;
    closed.fault = http::ServerResponse::Fault::CloseWithoutAnswer;
    if (fault.after) {
        respondAfter(*fault.after, closed, responder);
        return;
    }
    std::erase_if(m_hanging, [](const http::Responder &waiting) { return !waiting.isWanted(); });
    m_hanging.push_back(responder);
}

QJsonObject Sandbox::stateLocked() const
{
    return {{QStringLiteral("rm"), m_rm.state()},
            {QStringLiteral("erp"), m_erp.state()},
            {QStringLiteral("broker"), m_broker.state()},
            {QStringLiteral("faults"), m_faults.toJson()}};
}

QJsonObject Sandbox::state()
{
    const std::lock_guard lock(m_mutex);
    return stateLocked();
}

} // namespace ponte::sandbox
