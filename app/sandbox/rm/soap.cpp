// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/soap.h"

#include "app/sandbox/rm/element.h"
#include "core/base/xml.h"

namespace ponte::sandbox::rm {

static const QString &envelopeSpace()
{
    static const QString space = QStringLiteral("http://schemas.xmlsoap.org/soap/envelope/");
    return space;
}

static const QString &serviceSpace()
{
    static const QString space = QStringLiteral("http://www.totvs.com/");
    return space;
}

static void readParameters(const Element &request, const Operation &operation, SoapCall *call)
{
    qsizetype next = 0;
    for (const Element &element : request.children) {
        if (element.space != serviceSpace())
            continue;
        const qsizetype index = operation.parameters.indexOf(element.name, next);
        if (index < 0) {
            if (operation.parameters.contains(element.name))
                call->outOfOrder.append(element.name);
            continue;
        }
        next = index + 1;
        if (!element.nil)
            call->parameters.insert(element.name, element.text.isNull() ? QLatin1String("") : element.text);
    }
}

SoapCall readEnvelope(const QByteArray &body, const Operation &operation)
{
    SoapCall call;
    QString reason;
    const std::optional<Element> root = parseElement(body, &reason);
    if (!root) {
        call.fault = QStringLiteral("There was an error reading the message: %1").arg(reason);
        return call;
    }
    const Element *content = root->child(u"Body");
    if (root->name != u"Envelope" || root->space != envelopeSpace() || !content || content->space != envelopeSpace()) {
        call.fault = QStringLiteral("The message version of the incoming message does not match that of the encoder.");
        return call;
    }
    if (content->children.size() != 1 || content->children.front().name != operation.name
        || content->children.front().space != serviceSpace())
    {
        call.fault = QStringLiteral("Error in deserializing body of request message for operation '%1'. "
                                    "OperationFormatter could not deserialize any information from the Message.")
                         .arg(operation.name);
        return call;
    }
    readParameters(content->children.front(), operation, &call);
    return call;
}

static QByteArray enveloped(const QString &content)
{
    return (QStringLiteral("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>") + content
            + QStringLiteral("</s:Body></s:Envelope>"))
        .toUtf8();
}

static QByteArray responseWith(const QString &operation, const QString &result)
{
    return enveloped(QStringLiteral("<%1Response xmlns=\"http://www.totvs.com/\">").arg(operation) + result
                     + QStringLiteral("</%1Response>").arg(operation));
}

QByteArray resultEnvelope(const QString &operation, const QString &result, Wrapping wrapping)
{
    if (result.isEmpty())
        return responseWith(operation, QStringLiteral("<%1Result/>").arg(operation));
    QString text;
    if (wrapping == Wrapping::CData) {
        text = result;
        text.remove(u'\r').replace(QStringLiteral("]]>"), QStringLiteral("]]]]><![CDATA[>"));
        text = QStringLiteral("<![CDATA[") + text + QStringLiteral("]]>");
    } else {
        // RM writes carriage returns as hexadecimal references.
        text = xml::escaped(result).replace(QStringLiteral("&#13;"), QStringLiteral("&#xD;"));
    }
    return responseWith(operation, QStringLiteral("<%1Result>").arg(operation) + text
                                       + QStringLiteral("</%1Result>").arg(operation));
}

QByteArray booleanEnvelope(const QString &operation, bool result, bool any)
{
    const QString type =
        any ? QStringLiteral(" i:type=\"x:boolean\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" "
                             "xmlns:x=\"http://www.w3.org/2001/XMLSchema\"")
            : QString();
    return responseWith(operation,
                        QStringLiteral("<%1Result%2>%3</%1Result>")
                            .arg(operation, type, result ? QStringLiteral("true") : QStringLiteral("false")));
}

QByteArray faultEnvelope(const QString &code, const QString &text)
{
    return enveloped(QStringLiteral("<s:Fault><faultcode>") + code
                     + QStringLiteral("</faultcode><faultstring xml:lang=\"pt-BR\">") + xml::escaped(text)
                     + QStringLiteral("</faultstring></s:Fault>"));
}

} // namespace ponte::sandbox::rm
