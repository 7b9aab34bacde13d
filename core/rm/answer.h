// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace ponte::rm {

/// What the key that SaveRecord answers must look like; anything else is RM's refusal (totvs-rm.md 1.8).
class KeyShape
{
public:
    /// A part that was sent and must come back as it is.
    KeyShape &known(const QString &text);
    /// A number above 0 that RM gives.
    KeyShape &newNumber();
    /// A code that RM gives: letters, digits and `. _ / -`, not 0.
    KeyShape &newCode();

    /// The parts of the key, or an error Refused with RM's text.
    [[nodiscard]] Result<QStringList> match(const QString &answer) const;

private:
    enum class Kind { Known, Number, Code };
    struct Part {
        Kind kind;
        QString text;
    };
    [[nodiscard]] static bool fits(const Part &part, const QString &text);
    QList<Part> m_parts;
};

/// The first line of what RM says, without stack, SQL and separators; where a list follows a colon it is taken in.
[[nodiscard]] QString headline(const QString &text);

} // namespace ponte::rm
