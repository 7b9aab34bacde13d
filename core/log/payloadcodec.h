// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#pragma once

#include <QByteArray>
#include <QString>

namespace ponte::log {

/// A payload as it is kept: zstd over UTF-8; empty for an empty text.
[[nodiscard]] QByteArray compressed(const QString &text);
/// Empty where the bytes are no payload.
[[nodiscard]] QString decompressed(const QByteArray &bytes);

} // namespace ponte::log
