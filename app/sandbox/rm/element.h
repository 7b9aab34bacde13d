// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace ponte::sandbox::rm {

/// An XML element as a tree, small enough to be kept whole.
struct Element {
    QString name; ///< local name
    QString space; ///< namespace
    QString text; ///< character data directly inside
    bool nil = false; ///< xsi:nil
    std::vector<Element> children;

    /// The first child of that local name, in any namespace.
    [[nodiscard]] const Element *child(QStringView localName) const;
    [[nodiscard]] QString childText(QStringView localName) const;
};

/// Reads a document whatever encoding its prolog claims, since RM passes documents as strings. Nothing, and a reason,
/// where it is not well-formed, declares a document type or nests too deeply.
[[nodiscard]] std::optional<Element> parseElement(const QString &text, QString *reason = nullptr);
/// The same for a document that came as bytes.
[[nodiscard]] std::optional<Element> parseElement(const QByteArray &text, QString *reason = nullptr);

} // namespace ponte::sandbox::rm
