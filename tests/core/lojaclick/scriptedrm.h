// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/xml.h"
#include "tests/core/rm/scriptedpeer.h"

#include <QHash>
#include <QStringList>
#include <QXmlStreamReader>

namespace ponte {

/// An RM that answers each operation on each data server ("ReadView FinCFODataBR") with the texts that a test lays out;
/// without one, reads find nothing and writes are refused.
class ScriptedRm
{
public:
    struct Call {
        QString operation; ///< "SaveRecord FinCFODataBR"
        QString question; ///< filter, key or XML
        QString context;
    };

    ScriptedRm()
        : m_peer([this](const http::ServerRequest &request) { return answerTo(request); })
    {}

    /// The next answers to this operation; the last one stays.
    void answer(const QString &operation, const QStringList &texts) { m_texts.insert(operation, texts); }
    /// The whole response instead of a text, once, before any text.
    void fail(const QString &operation, const http::ServerResponse &response)
    {
        m_failures.insert(operation, response);
    }

    [[nodiscard]] QUrl url() const { return m_peer.url(); }
    [[nodiscard]] QList<Call> calls() const { return m_calls; }
    [[nodiscard]] QStringList operations() const
    {
        QStringList names;
        for (const Call &call : m_calls)
            names << call.operation;
        return names;
    }
    [[nodiscard]] QStringList questions(const QString &operation) const
    {
        QStringList found;
        for (const Call &call : m_calls) {
            if (call.operation == operation)
                found << call.question;
        }
        return found;
    }

private:
    http::ServerResponse answerTo(const http::ServerRequest &request)
    {
        const Call call = read(request.body);
        m_calls << call;
        const QString operation = call.operation.section(u' ', 0, 0);
        if (m_failures.contains(call.operation))
            return m_failures.take(call.operation);
        QString text = operation.startsWith(QStringLiteral("Read")) ? QStringLiteral("<NewDataSet/>")
                                                                    : QStringLiteral("Chave duplicada");
        if (QStringList &texts = m_texts[call.operation]; !texts.isEmpty())
            text = texts.size() > 1 ? texts.takeFirst() : texts.first();
        const QString body =
            QStringLiteral("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                           "<%1Response xmlns=\"http://www.totvs.com/\"><%1Result>%2</%1Result></%1Response>"
                           "</s:Body></s:Envelope>")
                .arg(operation, xml::escaped(text));
        return {.body = body.toUtf8(), .contentType = "text/xml; charset=utf-8"};
    }

    static Call read(const QByteArray &body)
    {
        Call call;
        QXmlStreamReader reader(body);
        QStringList values;
        QString operation;
        for (int depth = 0; !reader.atEnd();) {
            reader.readNext();
            if (reader.isStartElement() && ++depth == 3)
                operation = reader.name().toString();
            if (reader.isStartElement() && depth == 4) {
                values << reader.readElementText();
                --depth;
            } else if (reader.isEndElement()) {
                --depth;
            }
        }
        call.operation = operation + u' ' + values.value(0);
        call.question = values.value(1);
        call.context = values.value(2);
        return call;
    }

    // One call at a time: the client waits for each answer, which orders the threads.
    QHash<QString, QStringList> m_texts;
    QHash<QString, http::ServerResponse> m_failures;
    QList<Call> m_calls;
    ScriptedPeer m_peer;
};

} // namespace ponte
