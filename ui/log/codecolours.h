// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>
#include <QStringView>

namespace ponte::ui {

/// A part of a line that is painted in another colour.
struct CodeSpan {
    enum class Role { Heading, Name, Mark };
    qsizetype from = 0;
    qsizetype length = 0;
    Role role = Role::Name;
    bool operator==(const CodeSpan &) const = default;
};

/// The coloured parts of one line of JSON or XML, ascending; what lies between is plain.
[[nodiscard]] QList<CodeSpan> codeSpans(QStringView line);

/// What a person sees for a character that has no shape or turns the writing direction.
[[nodiscard]] QString visibleText(QStringView text);

} // namespace ponte::ui
