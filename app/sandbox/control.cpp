// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/sandbox.h"

#include <QJsonDocument>

namespace ponte::sandbox {

static http::ServerResponse controlError(int status, const QString &message, const QString &field = {})
{
    QJsonObject body {{QStringLiteral("error"), message}};
    if (!field.isEmpty())
        body.insert(QStringLiteral("field"), field);
    return jsonResponse(status, body);
}

http::ServerResponse Sandbox::control(const http::ServerRequest &request)
{
    if (!request.peer.isLoopback())
        return controlError(403, QStringLiteral("the control addresses answer on loopback only"));
    const QString name = request.path.section(u'/', 2);
    const bool get = request.method == "GET";
    const bool post = request.method == "POST";
    const std::lock_guard lock(m_mutex);
    if (name == u"state" && get)
        return jsonResponse(200, stateLocked());
    if (name == u"state/rm" && get)
        return jsonResponse(200, m_rm.state());
    if (name == u"state/erp" && get)
        return jsonResponse(200, m_erp.state());
    if (name == u"state/broker" && get)
        return jsonResponse(200, m_broker.state());
    if (name == u"catalog" && get)
        return jsonResponse(200, m_rm.catalog());
    if (name == u"reset" && post)
        return reset();
    if (name == u"faults" && get)
        return jsonResponse(200, {{QStringLiteral("faults"), m_faults.toJson()}});
    if (name == u"faults" && post)
        return addFault(request.body);
    if (name == u"faults" && request.method == "DELETE") {
        m_faults.clear();
        return jsonResponse(200, {{QStringLiteral("faults"), m_faults.toJson()}});
    }
    return controlError(
        404, QStringLiteral(
                 "GET state, state/rm, state/erp, state/broker, catalog, faults; POST reset, faults; DELETE faults"));
}

http::ServerResponse Sandbox::reset()
{
    m_delays.clear();
    m_faults.clear();
    m_rm.reset();
    m_erp.reset();
    m_broker.reset();
    http::ServerResponse closed;
    closed.fault = http::ServerResponse::Fault::CloseWithoutAnswer;
    for (const http::Responder &responder : m_hanging)
        responder.respond(closed);
    m_hanging.clear();
    if (const Result<> applied = applySetup(); !applied)
        return controlError(500, applied.error().message, applied.error().field);
    return jsonResponse(200, {{QStringLiteral("reset"), true}});
}

http::ServerResponse Sandbox::addFault(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonArray list = document.isArray() ? document.array() : QJsonArray {document.object()};
    if (document.isNull())
        return controlError(400, QStringLiteral("the body is one fault or a list of faults, as JSON"));
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        const QJsonValue deduplicate = object.value(u"deduplicate");
        if (deduplicate.isBool() && object.value(u"system").toString() == u"broker")
            m_broker.setDeduplicating(deduplicate.toBool());
        else if (deduplicate.isBool())
            m_erp.setDeduplicating(deduplicate.toBool());
        if (deduplicate.isBool() && !object.contains(u"fault"))
            continue;
        if (const Result<> added = m_faults.add(object); !added)
            return controlError(400, added.error().message, added.error().field);
    }
    return jsonResponse(200, {{QStringLiteral("faults"), m_faults.toJson()}});
}

Result<Setup> Setup::fromJson(const QByteArray &text)
{
    Setup setup;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (document.isNull())
        return failure(ErrorCode::Validation, QStringLiteral("the scenario is no JSON: ") + problem.errorString());
    if (document.isArray()) {
        setup.faults = document.array();
    } else {
        const QJsonObject object = document.object();
        setup.faults = object.value(u"faults").toArray();
        setup.deduplicate = object.value(u"deduplicate").toBool(true);
        setup.brokerToken = object.value(u"brokerToken").toString(setup.brokerToken);
        setup.rm.tables = object.value(u"seed").toObject();
        setup.rm.sentences = object.value(u"sentences").toObject();
        const QJsonObject users = object.value(u"users").toObject();
        for (auto it = users.begin(); it != users.end(); ++it)
            setup.rm.users.insert(it.key(), it.value().toString());
    }
    FaultList check;
    for (const QJsonValue &fault : std::as_const(setup.faults)) {
        if (const Result<> added = check.add(fault.toObject()); !added)
            return tl::unexpected(added.error());
    }
    return setup;
}

} // namespace ponte::sandbox
