// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace ponte::json {

struct Limits {
    qsizetype bytes = 1 << 20;
    int depth = 32;
    qsizetype values = 50'000; ///< members and elements in all
};

/// A parsed object together with the exact text of its numbers, since a double cannot carry money.
struct Document {
    QJsonObject root;
    /// Dotted path, with array indices as segments → the number as it was written, e.g. "contrato.valorTotal" →
    /// "1500.10". A point or backslash inside of a member name is escaped by a backslash.
    QHash<QString, QString> numbers;
};

/// Parses one JSON object. Refuses invalid UTF-8, a duplicate member name, anything after the object, and input beyond
/// the limits; skips a byte order mark. Error code Validation; the message names the position.
[[nodiscard]] Result<Document> parseObject(const QByteArray &text, const Limits &limits = {});

/// Compact UTF-8 text.
[[nodiscard]] QByteArray toText(const QJsonObject &object);
[[nodiscard]] QByteArray toText(const QJsonArray &array);

} // namespace ponte::json
