// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/soap.h"

#include "core/base/xml.h"

namespace ponte::rm {

using namespace Qt::StringLiterals;

namespace {

/// Walks Envelope / Body / (Fault | …Response / …Result); names only, since prefixes and namespaces vary.
class ReplyReader
{
public:
    Result<> handle(QXmlStreamReader &reader)
    {
        if (reader.isStartElement()) {
            ++m_depth;
            start(reader.name());
        } else if (reader.isEndElement()) {
            if (m_depth == m_textDepth)
                finishText();
            --m_depth;
        } else if (m_textDepth > 0) {
            m_text += reader.text();
        }
        return {};
    }

    [[nodiscard]] bool isEnvelope() const { return m_inBody; }
    SoapReply reply;

private:
    void start(QStringView name)
    {
        m_rootIsEnvelope = m_rootIsEnvelope || (m_depth == 1 && name == "Envelope"_L1);
        if (m_depth == 2 && m_rootIsEnvelope && name == "Body"_L1)
            m_inBody = true;
        if (!m_inBody || m_textDepth > 0)
            return;
        if (m_depth == 3 && name == "Fault"_L1)
            reply.isFault = true;
        const bool isFaultText = reply.isFault && m_depth == 4 && (name == "faultstring"_L1 || name == "detail"_L1);
        const bool isResult = !reply.isFault && m_depth == 4 && name.endsWith("Result"_L1) && !reply.hasResult;
        if (isFaultText || isResult)
            m_textDepth = m_depth;
    }

    void finishText()
    {
        m_textDepth = 0;
        if (!reply.isFault) {
            reply.result = std::exchange(m_text, {});
            reply.hasResult = true;
            return;
        }
        const QString text = std::exchange(m_text, {}).trimmed();
        if (!reply.faultText.isEmpty() && !text.isEmpty())
            reply.faultText += u'\n';
        reply.faultText += text;
    }

    bool m_rootIsEnvelope = false;
    bool m_inBody = false;
    int m_depth = 0;
    int m_textDepth = 0;
    QString m_text;
};

} // namespace

QByteArray SoapOperation::action() const
{
    return '"' + (u"http://www.totvs.com/"_s + port + u'/' + name).toUtf8() + '"';
}

QByteArray SoapOperation::envelope() const
{
    QString text = u"<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                   "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"_s
                   + u'<' + name + u" xmlns=\"http://www.totvs.com/\">";
    for (const auto &[parameter, value] : parameters)
        text += u'<' + parameter + u'>' + xml::escaped(value) + u"</" + parameter + u'>';
    text += u"</" + name + u"></s:Body></s:Envelope>";
    return text.toUtf8();
}

Result<SoapReply> readSoapReply(const QByteArray &body)
{
    ReplyReader reply;
    const auto read = xml::read(body, [&reply](QXmlStreamReader &reader) { return reply.handle(reader); });
    if (!read)
        return tl::unexpected(read.error());
    if (!reply.isEnvelope())
        return failure(ErrorCode::Validation, u"A resposta não é um envelope SOAP."_s);
    return std::move(reply.reply);
}

} // namespace ponte::rm
