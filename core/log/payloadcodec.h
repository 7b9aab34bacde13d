// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ponte::log {

/// A payload as it is kept: zstd over UTF-8; empty for an empty text.
[[nodiscard]] QByteArray compressed(const QString &text);
/// None where the bytes are no payload.
[[nodiscard]] std::optional<QString> unpacked(const QByteArray &bytes);
/// The text for a person: where the bytes are no payload, a sentence that says so.
[[nodiscard]] QString decompressed(const QByteArray &bytes);

} // namespace ponte::log
