// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/contract.h"

namespace ponte::sandbox::rm {

static QString messageName(const Operation &operation, const char *direction)
{
    return operation.contract + u'_' + operation.name + u'_' + QLatin1String(direction) + QStringLiteral("Message");
}

static QList<Operation> allOperations(const Service &service)
{
    QList<Operation> all;
    QStringList seen;
    for (const Port &port : service.ports) {
        for (const Operation &operation : port.operations) {
            if (!seen.contains(operation.action())) {
                seen.append(operation.action());
                all.append(operation);
            }
        }
    }
    return all;
}

static QString messages(const Service &service)
{
    QString text;
    for (const Operation &operation : allOperations(service)) {
        text += QStringLiteral("<wsdl:message name=\"%1\"><wsdl:part name=\"parameters\" element=\"tns:%3\"/>"
                               "</wsdl:message><wsdl:message name=\"%2\"><wsdl:part name=\"parameters\" "
                               "element=\"tns:%3Response\"/></wsdl:message>")
                    .arg(messageName(operation, "Input"), messageName(operation, "Output"), operation.name);
    }
    return text;
}

static QString portType(const Port &port)
{
    QString text = QStringLiteral("<wsdl:portType name=\"%1\">").arg(port.name);
    for (const Operation &operation : port.operations) {
        text += QStringLiteral("<wsdl:operation name=\"%1\"><wsdl:input wsam:Action=\"%2\" message=\"tns:%3\"/>"
                               "<wsdl:output wsam:Action=\"%2Response\" message=\"tns:%4\"/></wsdl:operation>")
                    .arg(operation.name, operation.action(), messageName(operation, "Input"),
                         messageName(operation, "Output"));
    }
    return text + QStringLiteral("</wsdl:portType>");
}

static QString binding(const Port &port)
{
    QString text = QStringLiteral("<wsdl:binding name=\"RM_%1\" type=\"tns:%1\"><soap:binding "
                                  "transport=\"http://schemas.xmlsoap.org/soap/http\"/>")
                       .arg(port.name);
    for (const Operation &operation : port.operations) {
        text += QStringLiteral("<wsdl:operation name=\"%1\"><soap:operation soapAction=\"%2\" style=\"document\"/>"
                               "<wsdl:input><soap:body use=\"literal\"/></wsdl:input>"
                               "<wsdl:output><soap:body use=\"literal\"/></wsdl:output></wsdl:operation>")
                    .arg(operation.name, operation.action());
    }
    return text + QStringLiteral("</wsdl:binding>");
}

/// Of xsd0, xsd1 and so on.
static const QStringList &schemaSpaces()
{
    static const QStringList spaces {
        QStringLiteral("http://www.totvs.com/"),
        QStringLiteral("http://schemas.microsoft.com/2003/10/Serialization/"),
        QStringLiteral("http://schemas.datacontract.org/2004/07/System"),
        QStringLiteral("http://schemas.datacontract.org/2004/07/System.Reflection"),
    };
    return spaces;
}

static QString imports(const Service &service, const QString &base)
{
    QString text;
    for (int i = 0; i < schemaSpaces().size(); ++i) {
        text += QStringLiteral("<xsd:import schemaLocation=\"%1/%2/mex?xsd=xsd%3\" namespace=\"%4\"/>")
                    .arg(base, service.name, QString::number(i), schemaSpaces().at(i));
    }
    return text;
}

QByteArray wsdl(const Service &service, const QString &base)
{
    QString text =
        QStringLiteral("<?xml version=\"1.0\" encoding=\"utf-8\"?><wsdl:definitions name=\"%1\" "
                       "targetNamespace=\"http://www.totvs.com/\" xmlns:wsdl=\"http://schemas.xmlsoap.org/wsdl/\" "
                       "xmlns:wsam=\"http://www.w3.org/2007/05/addressing/metadata\" "
                       "xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xmlns:tns=\"http://www.totvs.com/\" "
                       "xmlns:soap=\"http://schemas.xmlsoap.org/wsdl/soap/\"><wsdl:types><xsd:schema "
                       "targetNamespace=\"http://www.totvs.com/Imports\">%2</xsd:schema></wsdl:types>")
            .arg(service.name, imports(service, base));
    text += messages(service);
    for (const Port &port : service.ports)
        text += portType(port);
    for (const Port &port : service.ports)
        text += binding(port);
    text += QStringLiteral("<wsdl:service name=\"%1\">").arg(service.name);
    for (const Port &port : service.ports) {
        text += QStringLiteral("<wsdl:port name=\"RM_%1\" binding=\"tns:RM_%1\"><soap:address location=\"%2/%3/%1\"/>"
                               "</wsdl:port>")
                    .arg(port.name, base, service.name);
    }
    return (text + QStringLiteral("</wsdl:service></wsdl:definitions>")).toUtf8();
}

static QString resultType(const Operation &operation)
{
    if (operation.contract == u"IRMSServer")
        return QStringLiteral("type=\"xs:boolean\"");
    if (operation.name == u"IsValidDataServer")
        return QStringLiteral("nillable=\"true\" type=\"xs:anyType\"");
    return QStringLiteral("nillable=\"true\" type=\"xs:string\"");
}

static QString wrapperElement(const QString &name, const QString &content)
{
    return QStringLiteral("<xs:element name=\"%1\"><xs:complexType><xs:sequence>%2</xs:sequence></xs:complexType>"
                          "</xs:element>")
        .arg(name, content);
}

QByteArray wsdlSchema(const Service &service, const QString &name)
{
    static const QStringList known {QStringLiteral("xsd0"), QStringLiteral("xsd1"), QStringLiteral("xsd2"),
                                    QStringLiteral("xsd3")};
    const qsizetype index = known.indexOf(name);
    if (index < 0)
        return {};
    if (index > 0) {
        return QStringLiteral("<?xml version=\"1.0\" encoding=\"utf-8\"?><xs:schema targetNamespace=\"%1\" "
                              "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>")
            .arg(schemaSpaces().at(index))
            .toUtf8();
    }
    QString text =
        QStringLiteral("<?xml version=\"1.0\" encoding=\"utf-8\"?><xs:schema elementFormDefault=\"qualified\" "
                       "targetNamespace=\"http://www.totvs.com/\" xmlns:tns=\"http://www.totvs.com/\" "
                       "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">");
    for (const Operation &operation : allOperations(service)) {
        QString parameters;
        for (const QString &parameter : operation.parameters) {
            const QString type = parameter == u"codColigada" ? QStringLiteral("type=\"xs:int\"")
                                                             : QStringLiteral("nillable=\"true\" type=\"xs:string\"");
            parameters += QStringLiteral("<xs:element minOccurs=\"0\" name=\"%1\" %2/>").arg(parameter, type);
        }
        text += wrapperElement(operation.name, parameters);
        text += wrapperElement(operation.name + QStringLiteral("Response"),
                               QStringLiteral("<xs:element minOccurs=\"0\" name=\"%1Result\" %2/>")
                                   .arg(operation.name, resultType(operation)));
    }
    return (text + QStringLiteral("</xs:schema>")).toUtf8();
}

} // namespace ponte::sandbox::rm
