// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/xml.h"

namespace ponte::xml {

namespace {

tl::unexpected<Error> refuse(const QString &reason, const QXmlStreamReader &reader, const QString &detail = {})
{
    return failure(ErrorCode::Validation,
                   QStringLiteral("O XML foi recusado na linha %1, coluna %2: %3.")
                       .arg(QString::number(reader.lineNumber()), QString::number(reader.columnNumber()), reason),
                   detail);
}

bool isCarriedByXml(char32_t c)
{
    return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
           || (c >= 0x10000 && c <= 0x10FFFF);
}

void appendEscaped(QString &out, QStringView unit, char32_t c)
{
    switch (c) {
    case U'&':
        out += QLatin1String("&amp;");
        break;
    case U'<':
        out += QLatin1String("&lt;");
        break;
    case U'>':
        out += QLatin1String("&gt;");
        break;
    case U'"':
        out += QLatin1String("&quot;");
        break;
    case U'\'':
        out += QLatin1String("&apos;");
        break;
    case U'\r':
        out += QLatin1String("&#13;");
        break; // a bare one reaches the reader as a line feed
    default:
        out += unit;
        break;
    }
}

} // namespace

Result<> read(const QByteArray &text, const std::function<Result<>(QXmlStreamReader &)> &visit, const Limits &limits)
{
    QXmlStreamReader reader(text);
    int depth = 0;
    qsizetype tokens = 0;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (++tokens > limits.tokens)
            return refuse(QStringLiteral("há elementos demais"), reader);
        if (token == QXmlStreamReader::DTD)
            return refuse(QStringLiteral("uma declaração DOCTYPE não é aceita"), reader);
        if (token == QXmlStreamReader::StartElement && ++depth > limits.depth)
            return refuse(QStringLiteral("há elementos aninhados demais"), reader);
        if (token == QXmlStreamReader::EndElement)
            --depth;
        if (token != QXmlStreamReader::StartElement && token != QXmlStreamReader::EndElement
            && token != QXmlStreamReader::Characters)
        {
            continue;
        }
        if (Result<> visited = visit(reader); !visited)
            return visited;
        // readElementText() and skipCurrentElement() leave the reader at the end of the element that was handed out.
        if (token == QXmlStreamReader::StartElement && reader.isEndElement())
            --depth;
    }
    if (reader.hasError())
        return refuse(QStringLiteral("ele não é bem formado"), reader, reader.errorString());
    return {};
}

QString escaped(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
        const QStringView unit = text.sliced(i, pair ? 2 : 1);
        if (isCarriedByXml(c))
            appendEscaped(out, unit, c);
        if (pair)
            ++i;
    }
    return out;
}

} // namespace ponte::xml
