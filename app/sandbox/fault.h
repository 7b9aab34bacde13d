// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace ponte::sandbox {

enum class FaultKind {
    Refuse, ///< a business refusal: 422, or RM's error text with HTTP 200
    Reject, ///< the request is not accepted: 400, or a SOAP Fault
    Hang, ///< no answer; afterMs limits the wait, then the connection is closed
    Slow, ///< the right answer, afterMs late (5000 by default)
    Drop, ///< the connection is closed without an answer and without an effect
    InternalError, ///< 500
    Unavailable, ///< 503 with Retry-After
    Malformed, ///< 200 with something that cannot be read, no effect
    Truncate, ///< the right answer cut in its body, after the effect
    Huge, ///< 200 with an answer beyond every limit, no effect
    Unauthorized, ///< 401
    UnknownOutcome, ///< the effect happens, the connection is closed without an answer
    FaultWithOk, ///< RM: a SOAP Fault with HTTP 200
    Job, ///< RM: a process answers a job number and works afterMs later (800 by default)
};

/// One scripted misbehaviour of an outside system.
struct Fault {
    QString system; ///< rm, erp or broker
    QString operation; ///< empty for any; for RM also "SaveRecord/FinCFODataBR"
    QJsonObject match; ///< fields of the request that must be equal
    FaultKind kind = FaultKind::InternalError;
    int times = -1; ///< how often it still happens; -1 is for ever
    std::optional<std::chrono::milliseconds> after;
    QString message; ///< replaces the standard text of refuse, reject and faultWithOk
    int retryAfter = 1; ///< seconds, of 503
};

/// The values that a request has under a field name, e.g. a dotted path in JSON or an element name in XML.
using FieldLookup = std::function<QStringList(const QString &field)>;

class FaultList
{
public:
    /// Errors name the member that is wrong.
    [[nodiscard]] Result<> add(const QJsonObject &description);
    /// The first fault that fits, counted down.
    [[nodiscard]] std::optional<Fault> take(const QString &system, const QStringList &operationNames,
                                            const FieldLookup &fields);
    [[nodiscard]] bool isEmpty() const { return m_faults.isEmpty(); }
    void clear() { m_faults.clear(); }
    [[nodiscard]] QJsonArray toJson() const;

private:
    QList<Fault> m_faults;
};

} // namespace ponte::sandbox
