// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>

namespace ponte::agent {

struct Option {
    QString name; ///< without the dashes
    QString value; ///< how help calls the value; empty for a switch
    QString help;
    bool isList = false; ///< may be given again, and separates by commas
};

/// Which words a command takes.
struct Grammar {
    QStringList positionals = {}; ///< how messages call them, e.g. "KEY"
    int required = 0; ///< so many of them must be there
    int freeAt = -1; ///< the position whose word may start with a dash, like a value of -1
    QList<Option> options = {};
};

/// The words after the command, taken apart. A word after `--`, and one at the free position that is no option of the
/// command, is never taken for an option; an option's value is taken as it stands.
class Arguments
{
public:
    /// Error code Usage with what is wrong.
    [[nodiscard]] static Result<Arguments> parse(const Grammar &grammar, const QStringList &words);

    [[nodiscard]] bool has(const QString &option) const;
    [[nodiscard]] std::optional<QString> text(const QString &option) const;
    /// The pieces of a list option.
    [[nodiscard]] QStringList list(const QString &option) const;
    /// Error code Usage where the text is no whole number of the range.
    [[nodiscard]] Result<std::optional<qint64>> number(const QString &option, qint64 minimum = 1,
                                                       qint64 maximum = std::numeric_limits<qint32>::max()) const;
    /// The positional word, if given.
    [[nodiscard]] std::optional<QString> word(int position) const;

private:
    struct Parser;
    QStringList m_words;
    QHash<QString, QStringList> m_values;
};

/// A whole number of the range without sign, spaces or grouping.
[[nodiscard]] std::optional<qint64> wholeNumber(QStringView text, qint64 minimum, qint64 maximum);

} // namespace ponte::agent
