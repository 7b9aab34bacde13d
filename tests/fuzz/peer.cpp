// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/fuzz/peer.h"

#include <optional>

namespace ponte::fuzz {

namespace {

std::optional<Error> silenceNamed(const QByteArray &word)
{
    if (word == "cut")
        return Error {ErrorCode::OutcomeUnknown, QStringLiteral("cut in the middle"), {}, {}};
    if (word == "unreachable")
        return Error {ErrorCode::Unreachable, QStringLiteral("nobody listens"), {}, {}};
    if (word == "late")
        return Error {ErrorCode::TimedOut, QStringLiteral("no connection in time"), {}, {}};
    if (word == "held")
        return Error {ErrorCode::Unreachable, QStringLiteral("the destination is paused"), {}, QStringLiteral("rm")};
    if (word == "cancelled")
        return Error {ErrorCode::Cancelled, QStringLiteral("cancelled"), {}, {}};
    return std::nullopt;
}

QByteArray takeLine(QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    const QByteArray line = end < 0 ? text : text.first(end);
    text = end < 0 ? QByteArray() : text.sliced(end + 1);
    return line.endsWith('\r') ? line.chopped(1) : line;
}

Result<http::Response> answerOf(QByteArray text)
{
    const QByteArray whole = text;
    const QByteArray first = takeLine(text);
    if (const auto silence = silenceNamed(first))
        return tl::unexpected(*silence);
    bool isNumber = false;
    const int status = first.toInt(&isNumber);
    if (!isNumber || status < 100 || status > 599)
        return http::Response {.status = 200, .body = whole};
    http::Response response {.status = status};
    for (QByteArray line = takeLine(text); !line.isEmpty(); line = takeLine(text)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            response.headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    response.body = text;
    return response;
}

} // namespace

Peer::Peer(const QByteArray &text)
    : m_answer(answerOf(text))
{
    // A warning per run would cost more than the run.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
}

Result<http::Response> Peer::send(const http::Request &, const CancelToken &)
{
    ++m_calls;
    return m_first.isEmpty() ? m_answer : Result<http::Response>(m_first.takeFirst());
}

void requireHidden(const QString &secret, const QString &text)
{
    require(!text.contains(secret));
}

} // namespace ponte::fuzz
