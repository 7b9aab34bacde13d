// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/arguments.h"

#include <algorithm>

namespace ponte::agent {

using namespace Qt::StringLiterals;

struct Arguments::Parser {
    const Grammar &grammar;
    const QStringList &words;
    Arguments result = {};
    qsizetype at = 0;

    [[nodiscard]] const Option *find(const QString &name) const
    {
        const auto found = std::find_if(grammar.options.begin(), grammar.options.end(),
                                        [&](const Option &option) { return option.name == name; });
        return found == grammar.options.end() ? nullptr : &*found;
    }

    Result<> takePositional(const QString &word)
    {
        if (result.m_words.size() >= grammar.positionals.size())
            return failure(ErrorCode::Usage, u"Unexpected word '%1'."_s.arg(word));
        result.m_words.append(word);
        return {};
    }

    Result<> takeOption(const Option &option, const QString &word)
    {
        const qsizetype equals = word.indexOf(u'=');
        if (!option.isList && result.m_values.contains(option.name))
            return failure(ErrorCode::Usage, u"--%1 is given twice."_s.arg(option.name));
        QStringList &values = result.m_values[option.name];
        if (option.value.isEmpty()) {
            if (equals >= 0)
                return failure(ErrorCode::Usage, u"--%1 takes no value."_s.arg(option.name));
        } else if (equals >= 0) {
            values.append(word.mid(equals + 1));
        } else if (at < words.size()) {
            values.append(words.at(at++));
        } else {
            return failure(ErrorCode::Usage, u"--%1 needs a value: %2."_s.arg(option.name, option.value));
        }
        return {};
    }

    Result<> take(const QString &word)
    {
        if (word.startsWith(u"--"_s)) {
            if (const Option *option = find(word.mid(2).section(u'=', 0, 0)))
                return takeOption(*option, word);
        }
        const bool isFree = result.m_words.size() == grammar.freeAt;
        if (word.size() > 1 && word.startsWith(u'-') && !isFree)
            return failure(ErrorCode::Usage, u"Unknown option '%1'."_s.arg(word));
        return takePositional(word);
    }

    Result<> run()
    {
        while (at < words.size()) {
            const QString &word = words.at(at++);
            if (word == u"--"_s)
                break;
            if (Result<> taken = take(word); !taken)
                return taken;
        }
        while (at < words.size()) {
            if (Result<> taken = takePositional(words.at(at++)); !taken)
                return taken;
        }
        if (result.m_words.size() < grammar.required)
            return failure(ErrorCode::Usage, u"%1 is missing."_s.arg(grammar.positionals.at(result.m_words.size())));
        return {};
    }
};

Result<Arguments> Arguments::parse(const Grammar &grammar, const QStringList &words)
{
    Parser parser {grammar, words};
    if (const Result<> done = parser.run(); !done)
        return tl::unexpected(done.error());
    return parser.result;
}

bool Arguments::has(const QString &option) const
{
    return m_values.contains(option);
}

std::optional<QString> Arguments::text(const QString &option) const
{
    const QStringList values = m_values.value(option);
    return values.isEmpty() ? std::optional<QString>() : values.first();
}

QStringList Arguments::list(const QString &option) const
{
    QStringList pieces;
    for (const QString &value : m_values.value(option)) {
        for (const QString &piece : value.split(u',', Qt::SkipEmptyParts)) {
            if (const QString trimmed = piece.trimmed(); !trimmed.isEmpty() && !pieces.contains(trimmed))
                pieces.append(trimmed);
        }
    }
    return pieces;
}

Result<std::optional<qint64>> Arguments::number(const QString &option, qint64 minimum, qint64 maximum) const
{
    const std::optional<QString> value = text(option);
    if (!value)
        return std::optional<qint64>();
    const std::optional<qint64> number = wholeNumber(*value, minimum, maximum);
    if (!number)
        return failure(ErrorCode::Usage, u"--%1 must be a whole number from %2 to %3, not '%4'."_s.arg(
                                             option, QString::number(minimum), QString::number(maximum), *value));
    return number;
}

std::optional<QString> Arguments::word(int position) const
{
    return position < m_words.size() ? std::optional<QString>(m_words.at(position)) : std::nullopt;
}

std::optional<qint64> wholeNumber(QStringView text, qint64 minimum, qint64 maximum)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok || number < minimum || number > maximum)
        return std::nullopt;
    return number;
}

} // namespace ponte::agent
