// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/client.h"
#include "core/rm/exchange.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace ponte::lojaclick {

/// `base` with `path` below it, whether or not the base ends with a slash.
[[nodiscard]] QUrl addressBelow(const QUrl &base, const QString &path);

/// "POST https://erp.example/contratos/efetivacao", without the query.
[[nodiscard]] QString operationName(const http::Request &request);

/// Whether the failure is the caller's own: cancelled, or held back since the destination is stopped or paused (`field`
/// says so). Such a call is no exchange.
[[nodiscard]] bool wasHeldBack(const Error &error);

/// The exchange as it is kept, with the secrets masked.
[[nodiscard]] rm::Exchange keptExchange(const http::Request &request, const QString &sent,
                                        std::chrono::milliseconds took, const Result<http::Response> &response,
                                        const QStringList &secrets);

/// Retry-After in seconds or as a date, which counts from the answer's own Date where it has one.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const http::Headers &headers);

/// What a refusal says, in one of three envelopes: the standard `message`, RM's `messages[].detail`, the customised
/// `Mensagem`. Empty if there is none.
[[nodiscard]] QString refusalText(const QByteArray &body);

/// A text, or a whole number as text; empty otherwise.
[[nodiscard]] QString textOf(const QJsonValue &value);

} // namespace ponte::lojaclick
