// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace ponte::mail {

/// "Subject: …" as RFC 5322 and 2047 want it: plain where it is ASCII, else encoded words, each line under 76
/// characters. Line breaks of the value become spaces, so that no value can add a header.
[[nodiscard]] QByteArray mailHeader(const QByteArray &name, const QString &value);

/// "Sun, 22 Nov 2026 17:03:22 +0000", in English whatever the program's language is.
[[nodiscard]] QByteArray mailDate(const QDateTime &time);

/// One address without a name: a local part, an @ and a domain, nothing that a server or a header could take for more.
[[nodiscard]] bool isMailAddress(const QString &text);

/// What is left of a file's name in ASCII, because mail programs disagree about any other.
[[nodiscard]] QByteArray plainFileName(const QString &name);

} // namespace ponte::mail
