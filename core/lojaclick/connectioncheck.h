// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/http/client.h"
#include "core/lojaclick/brokergateway.h"
#include "core/lojaclick/erpgateway.h"
#include "core/rm/connection.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace ponte::lojaclick {

/// One check of a connection test.
struct CheckStep {
    enum class Kind { Name, Address, Tls, Credentials, Call };
    enum class Outcome {
        Passed,
        Warned, ///< works, but not as one expects
        Failed,
        Skipped, ///< not judged, since an earlier check failed or there is nothing to check
    };
    Kind kind = Kind::Name;
    Outcome outcome = Outcome::Passed;
    QString message; ///< a whole sentence: what was seen, or the exact failure
};

/// Tries an outside system in the order in which things go wrong: is its name known, does its address answer, is its
/// certificate good, are the credentials taken, does one harmless call work. The first failure ends the test, so that
/// wrong credentials are tried once only. Blocks, in a worker thread.
class ConnectionCheck
{
public:
    using Told = std::function<void(const CheckStep &)>;

    /// `told` runs for each check as it ends, in the calling thread.
    explicit ConnectionCheck(http::Client &http, CancelToken cancel = {}, Told told = {});

    /// `integrationUsers`: those of the companies; RM stamps what is written with the user of the connection, so
    /// another one is warned of.
    [[nodiscard]] QList<CheckStep> rm(const rm::Connection &connection, const QStringList &integrationUsers);
    [[nodiscard]] QList<CheckStep> erp(const ErpConnection &connection);
    [[nodiscard]] QList<CheckStep> broker(const BrokerConnection &connection);

private:
    [[nodiscard]] QList<CheckStep> reach(const QUrl &url, std::chrono::milliseconds timeout) const;
    void note(QList<CheckStep> &steps, const QList<CheckStep> &more) const;
    void fillSkipped(QList<CheckStep> &steps) const;

    http::Client &m_http;
    CancelToken m_cancel;
    const Told m_told;
};

[[nodiscard]] bool hasFailed(const QList<CheckStep> &steps);
/// Stable words: "name", "address", "tls", "credentials", "call".
[[nodiscard]] QString toWord(CheckStep::Kind kind);
/// Stable words: "passed", "warning", "failed", "skipped".
[[nodiscard]] QString toWord(CheckStep::Outcome outcome);

} // namespace ponte::lojaclick
