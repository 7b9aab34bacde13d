// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/fault.h"
#include "core/http/server.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>

namespace ponte::sandbox {

/// Runs work on the sandbox's data after a delay.
using Later = std::function<void(std::chrono::milliseconds, std::function<void()>)>;

/// What a system understood of a request before it acts on it.
struct OutsideCall {
    virtual ~OutsideCall() = default;
    QStringList names; ///< the operation, most general first; empty where the address is unknown
    [[nodiscard]] virtual QStringList field(const QString &name) const = 0;
};

/// A stand-in for one outside system. Not thread-safe: the sandbox calls it under its lock.
class OutsideSystem
{
public:
    virtual ~OutsideSystem() = default;

    /// Reads a request and counts it; nothing is changed by it.
    [[nodiscard]] virtual std::unique_ptr<OutsideCall> identify(const http::ServerRequest &request) = 0;
    /// The right answer, with its effect.
    [[nodiscard]] virtual http::ServerResponse answer(const OutsideCall &call, const http::ServerRequest &request) = 0;
    /// The answer of a fault that replaces the right one.
    [[nodiscard]] virtual http::ServerResponse faulty(const Fault &fault, const OutsideCall &call) = 0;
    /// The right answer where the work is done later by a job; nothing where the system has no jobs.
    [[nodiscard]] virtual http::ServerResponse answerByJob(const OutsideCall &call, const http::ServerRequest &request,
                                                           std::chrono::milliseconds delay)
    {
        Q_UNUSED(delay)
        return answer(call, request);
    }
    [[nodiscard]] virtual QJsonObject state() const = 0;
    virtual void reset() = 0;
};

} // namespace ponte::sandbox
