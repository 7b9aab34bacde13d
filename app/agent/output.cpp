// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/output.h"

#include "app/agent/exitstatus.h"

#include <QJsonDocument>

#include <cstdio>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

bool writeAll(std::FILE *file, const QByteArray &bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, file) == size && std::fflush(file) == 0;
}

QString withoutControls(const QString &text, bool keepLines)
{
    QString result = text;
    for (QChar &c : result) {
        const bool isKept = keepLines && (c == u'\n' || c == u'\t');
        if (c.category() == QChar::Other_Control && !isKept)
            c = u' ';
    }
    return result;
}

} // namespace

Output::Output(bool json)
    : m_json(json)
{}

void Output::line(const QString &text)
{
    if (!m_json)
        write(text.toUtf8() + '\n');
}

void Output::table(const QStringList &headers, const QList<QStringList> &rows)
{
    if (m_json)
        return;
    QList<QStringList> lines {headers};
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(onOneLine(cell));
        lines.append(cells);
    }
    QList<qsizetype> widths(headers.size());
    for (const QStringList &cells : std::as_const(lines)) {
        for (qsizetype i = 0; i < cells.size(); ++i)
            widths[i] = qMax(widths.at(i), cells.at(i).size());
    }
    for (const QStringList &cells : std::as_const(lines)) {
        QString text;
        for (qsizetype i = 0; i < cells.size(); ++i)
            text += cells.at(i).leftJustified(widths.at(i) + 2);
        while (text.endsWith(u' '))
            text.chop(1);
        line(text);
    }
}

void Output::document(const QJsonObject &object)
{
    if (!m_json)
        return;
    m_hasDocument = true;
    write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Output::document(const QJsonArray &array)
{
    if (!m_json)
        return;
    m_hasDocument = true;
    write(QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n');
}

void Output::note(const QString &text) const
{
    // A message that cannot be told has no other place to go.
    (void)writeAll(stderr, "ponte-agent: " + onOneLine(text).toUtf8() + '\n');
}

void Output::failed(const Error &error)
{
    const bool namesField = error.field.isEmpty() || error.message.contains(error.field);
    note(namesField ? error.message : error.field + u": "_s + error.message);
    if (m_hasDocument)
        return;
    QJsonObject told {{u"code"_s, wordOf(error.code)}, {u"message"_s, error.message}};
    if (!error.field.isEmpty())
        told.insert(u"field"_s, error.field);
    document(QJsonObject {{u"error"_s, told}});
}

bool Output::finish() const
{
    return m_isSound && std::fflush(stdout) == 0;
}

void Output::write(const QByteArray &bytes)
{
    m_isSound = writeAll(stdout, bytes) && m_isSound;
}

QString onOneLine(const QString &text)
{
    return withoutControls(text, false);
}

QString harmless(const QString &text)
{
    return withoutControls(text, true);
}

} // namespace ponte::agent
