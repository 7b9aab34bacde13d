// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/element.h"

#include <QXmlStreamReader>

namespace ponte::sandbox::rm {

const Element *Element::child(QStringView localName) const
{
    for (const Element &element : children) {
        if (element.name == localName)
            return &element;
    }
    return nullptr;
}

QString Element::childText(QStringView localName) const
{
    const Element *found = child(localName);
    return found ? found->text : QString();
}

static Element started(const QXmlStreamReader &reader)
{
    Element element;
    element.name = reader.name().toString();
    element.space = reader.namespaceUri().toString();
    const QStringView nil =
        reader.attributes().value(QStringLiteral("http://www.w3.org/2001/XMLSchema-instance"), QStringLiteral("nil"));
    element.nil = nil == u"true" || nil == u"1";
    return element;
}

static std::optional<Element> parseWith(QXmlStreamReader &reader, QString *reason)
{
    constexpr std::size_t deepest = 100;
    std::vector<Element> open;
    std::optional<Element> root;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            if (open.size() >= deepest)
                reader.raiseError(QStringLiteral("nested too deeply"));
            open.push_back(started(reader));
            break;
        case QXmlStreamReader::EndElement: {
            Element done = std::move(open.back());
            open.pop_back();
            if (open.empty())
                root = std::move(done);
            else
                open.back().children.push_back(std::move(done));
            break;
        }
        case QXmlStreamReader::Characters:
            if (!open.empty())
                open.back().text += reader.text();
            break;
        case QXmlStreamReader::DTD:
            reader.raiseError(QStringLiteral("a document type is not allowed"));
            break;
        default:
            break;
        }
    }
    if (reader.hasError()) {
        if (reason)
            *reason = reader.errorString();
        return std::nullopt;
    }
    return root;
}

std::optional<Element> parseElement(const QString &text, QString *reason)
{
    QXmlStreamReader reader(text);
    return parseWith(reader, reason);
}

std::optional<Element> parseElement(const QByteArray &text, QString *reason)
{
    QXmlStreamReader reader(text);
    return parseWith(reader, reason);
}

} // namespace ponte::sandbox::rm
