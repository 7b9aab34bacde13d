// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/answer.h"

#include <QRegularExpression>

#include <algorithm>

namespace ponte::rm {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestHeadline = 300;

// A single word on a line of its own can be an error too, hence the narrow alphabet and the length of RM's widest key
// column.
bool isCode(const QString &text)
{
    static const QRegularExpression code(u"\\A[A-Za-z0-9][A-Za-z0-9._/-]{0,24}\\z"_s);
    return code.match(text).hasMatch();
}

/// No sentence: a number, or parts joined by semicolons.
bool looksLikeKey(const QString &text)
{
    static const QRegularExpression key(u"\\A(-?[0-9]+|[A-Za-z0-9._/-]*(;[A-Za-z0-9._/-]*)+)\\z"_s);
    return key.match(text).hasMatch();
}

bool isSeparator(const QString &line)
{
    return line.size() >= 4 && std::all_of(line.begin(), line.end(), [](QChar c) { return c == u'='; });
}

bool isStack(const QString &line)
{
    return line.startsWith("at "_L1) || line.startsWith("em "_L1) || line.startsWith("--- "_L1);
}

QString withoutInlineStack(const QString &line)
{
    static const QRegularExpression stack(u"\\s+(at|em)\\s+(RM|System|Microsoft|TOTVS)\\.\\S.*"_s);
    return QString(line).remove(stack).trimmed();
}

QStringList headLines(const QString &text)
{
    QStringList lines;
    for (const QString &raw : text.split(u'\n')) {
        const QString line = raw.simplified();
        if (isSeparator(line) || isStack(line)) {
            if (lines.isEmpty())
                continue;
            break;
        }
        if (!line.isEmpty())
            lines << withoutInlineStack(line);
    }
    return lines;
}

} // namespace

KeyShape &KeyShape::known(const QString &text)
{
    m_parts << Part {Kind::Known, text};
    return *this;
}

KeyShape &KeyShape::newNumber()
{
    m_parts << Part {Kind::Number, {}};
    return *this;
}

KeyShape &KeyShape::newCode()
{
    m_parts << Part {Kind::Code, {}};
    return *this;
}

bool KeyShape::fits(const Part &part, const QString &text)
{
    switch (part.kind) {
    case Kind::Known:
        return text == part.text;
    case Kind::Number: {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber && number > 0;
    }
    case Kind::Code:
        return text != "0"_L1 && isCode(text);
    }
    return false;
}

Result<QStringList> KeyShape::match(const QString &answer) const
{
    const QString text = answer.trimmed();
    QStringList parts;
    if (!text.contains(u'\n') && !text.contains(u'\r'))
        parts = text.split(u';');
    bool isKey = parts.size() == m_parts.size();
    for (qsizetype i = 0; isKey && i < parts.size(); ++i) {
        parts[i] = parts[i].trimmed();
        isKey = fits(m_parts[i], parts[i]);
    }
    if (isKey)
        return parts;
    if (looksLikeKey(text))
        return failure(ErrorCode::Refused, u"O SGE devolveu uma chave inesperada: %1."_s.arg(text), answer);
    return failure(ErrorCode::Refused, headline(answer), answer);
}

QString headline(const QString &text)
{
    const QStringList lines = headLines(text);
    if (lines.isEmpty())
        return u"O SGE recusou a operação sem dizer o motivo."_s;
    QString line = lines.first();
    // The captions of missing fields are the message; possible causes are not.
    if (line.endsWith(u':') && lines.size() > 1)
        line += u' ' + lines.sliced(1).join(u", "_s);
    return line.size() > longestHeadline ? QString(line.first(longestHeadline - 1) + u'…') : line;
}

} // namespace ponte::rm
