// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/signature.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace ponte::log {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 500;
constexpr qsizetype longestDetail = 20'000; ///< characters of the detail that are looked at
constexpr qsizetype hashDigits = 16;

const QString valueSlot = u"‹n›"_s;
const QString textSlot = u"‹texto›"_s;
const QString addressSlot = u"‹endereço›"_s;

QRegularExpression pattern(const QString &text)
{
    QRegularExpression expression(text, QRegularExpression::UseUnicodePropertiesOption
                                            | QRegularExpression::CaseInsensitiveOption);
    expression.optimize();
    Q_ASSERT(expression.isValid());
    return expression;
}

/// The parts of a message that vary, and before them those that look so but name a cause. The first alternative that
/// fits at a place wins.
const QRegularExpression &partsOfMessage()
{
    static const QRegularExpression expression = pattern(
        // Codes of databases, systems and HTTP.
        uR"((?<code>\bHTTP(?:[ /]status)?[ /]\d{3}\b|\b(?:ORA|PLS|TNS|SQL|SQLSTATE|FE|ERR)-?\d{2,6}\b)"
        uR"(|\b(?:msg|error|erro|code|código)[ :]{1,2}\d{1,5}\b(?![.,:;/-]\d)|\bUTF-?8\b)"
        // What is named as a thing of the schema keeps its name, unless a document's number stands there.
        uR"(|\b(?:constraint|table|tabela|column|coluna|campo|parâmetro|parameter|index|índice)s?\s+(?:["'](?![^"'\n]*\d{3}\.?\d{3})[^"'\n]{1,80}["'])"
        uR"(|“(?![^”\n]*\d{3}\.?\d{3})[^”\n]{1,80}”))"
        uR"()|(?<address>\b[a-z][a-z0-9+.-]{0,30}://[^\s"'<>]+|(?<![\w.+-])[\w.+-]{1,100}@[\w-]+(?:\.[\w-]+)+))"
        // An apostrophe inside a name does not end a quotation.
        uR"(|(?<text>"[^"\n]*"|(?<!\w)'[^\n]*?'(?!\w)|“[^”\n]*”|‘[^’\n]*’|«[^»\n]*»))"
        // Any run of letters and digits with a digit in it, masked documents, dates and times.
        uR"(|(?<value>[\d*]{3}\.[\d*]{3}\.[\d*]{3}-[\d*]{2}|\*{3,})"
        uR"(|\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b)"
        uR"(|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)"
        uR"(|\d+(?:[.,;:/-]\d+)*(?![\p{L}\d])|(?<![\p{L}\d])(?=[\p{L}._-]{0,60}\d)[\p{L}\d]+(?:[._-][\p{L}\d]+)*))"_s);
    return expression;
}

/// A list of values says no more than one of them.
const QRegularExpression &repeatedValues()
{
    static const QRegularExpression expression = pattern(uR"(‹n›(?:(?:\s+(?:e|and|às)\s+|[\s,;/.-]+)‹n›)+)"_s);
    return expression;
}

const QRegularExpression &causeInDetail()
{
    static const QRegularExpression expression =
        pattern(uR"(\bconstraint\s+["'](?<name>[^"'\n]{1,80})["']|\b(?<code>ORA-\d{5})\b)"_s);
    return expression;
}

QString withSlots(const QString &message)
{
    QString text;
    qsizetype end = 0;
    auto matches = partsOfMessage().globalMatch(message);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        text += QStringView(message).sliced(end, match.capturedStart() - end);
        if (match.hasCaptured(u"code"))
            text += match.capturedView();
        else
            text += match.hasCaptured(u"text") ? textSlot : match.hasCaptured(u"address") ? addressSlot : valueSlot;
        end = match.capturedEnd();
    }
    text += QStringView(message).sliced(end);
    text = text.simplified();
    return text.replace(repeatedValues(), valueSlot);
}

} // namespace

QString causeIn(const QString &detail)
{
    if (detail.isEmpty())
        return {};
    const auto match = causeInDetail().match(detail.left(longestDetail));
    return match.hasCaptured(u"name") ? match.captured(u"name") : match.captured(u"code");
}

Signature signatureOf(const QString &message, const QString &cause)
{
    QString text = withSlots(message).left(longestText);
    if (text.isEmpty())
        return {};
    if (!cause.isEmpty() && !text.contains(cause))
        text += u" ["_s + cause + u']';
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    return {QString::number(signatureVersion) + u'-' + QString::fromLatin1(hash.left(hashDigits)), text};
}

} // namespace ponte::log
