// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/client.h"

#include <QList>
#include <QString>

#include <cstdlib>

namespace ponte::fuzz {

inline void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// An outside system that answers every call by the fuzzed text: a status (or one of the words of `silenceNamed`) on
/// the first line, header lines, an empty line, the body. A text that does not begin so is the body of a 200.
class Peer final : public http::Sender
{
public:
    explicit Peer(const QByteArray &text);

    /// These come first, one for each call.
    void answerFirst(QList<http::Response> responses) { m_first = std::move(responses); }

    [[nodiscard]] Result<http::Response> send(const http::Request &request, const CancelToken &cancel) override;

    [[nodiscard]] const Result<http::Response> &answer() const { return m_answer; }
    [[nodiscard]] qsizetype calls() const { return m_calls; }

private:
    Result<http::Response> m_answer;
    QList<http::Response> m_first;
    qsizetype m_calls = 0;
};

/// What was kept of the calls, and what was said, must not show the secret.
void requireHidden(const QString &secret, const QString &text);

} // namespace ponte::fuzz
