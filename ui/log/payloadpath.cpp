// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadpath.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>
#include <QXmlStreamReader>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// The length of "\"name\": " at the beginning of a line; 0 where there is none.
qsizetype nameLength(QStringView line)
{
    if (!line.startsWith(u'"'))
        return 0;
    qsizetype end = 1;
    while (end < line.size() && line[end] != u'"')
        end += line[end] == u'\\' ? 2 : 1;
    return line.mid(end).startsWith(u"\": ") ? end + 3 : 0;
}

bool isEnd(QStringView line)
{
    return line.startsWith(u'}') || line.startsWith(u']') || line.startsWith(u"</");
}

/// The line that a line ends, or the line itself.
int openerOf(const PayloadText &text, int line)
{
    if (!isEnd(text.line(line)))
        return line;
    for (int before = line - 1; before >= 0; --before) {
        if (text.foldEnd(before) == line)
            return before;
    }
    return line;
}

int parentOf(const PayloadText &text, int line)
{
    const int depth = text.depthOf(line);
    int before = line;
    while (before > 0 && depth > 0 && text.depthOf(before) >= depth)
        --before;
    return depth > 0 ? before : -1;
}

QString elementIn(QStringView line)
{
    static const QRegularExpression start(u"\\A<([^\\s/>!?]+)"_s);
    return start.match(line).captured(1);
}

int siblingsBefore(const PayloadText &text, int line, int parent, const QString &element)
{
    int count = 0;
    for (int before = parent + 1; before < line; ++before) {
        const bool isSibling = text.depthOf(before) == text.depthOf(line) && !isEnd(text.line(before));
        count += isSibling && (element.isEmpty() || elementIn(text.line(before)) == element) ? 1 : 0;
    }
    return count;
}

bool isAlone(const PayloadText &text, int line, const QString &element)
{
    for (int after = text.foldEnd(line) + 1; after < text.lineCount(); ++after) {
        if (text.depthOf(after) < text.depthOf(line))
            return true;
        if (text.depthOf(after) == text.depthOf(line) && elementIn(text.line(after)) == element)
            return false;
    }
    return true;
}

QString unquoted(QStringView value)
{
    const QJsonDocument document = QJsonDocument::fromJson(u"[%1]"_s.arg(value.toString()).toUtf8());
    return document.isArray() ? document.array().at(0).toString() : value.toString();
}

QString jsonSegment(const PayloadText &text, int line, int parent)
{
    static const QRegularExpression plain(u"\\A[\\p{L}_$][\\p{L}\\p{N}_$]*\\z"_s);
    const QStringView shown = text.line(line);
    if (const qsizetype length = nameLength(shown); length > 0) {
        const QString name = unquoted(shown.left(length - 2));
        return plain.match(name).hasMatch() ? u'.' + name : u"['%1']"_s.arg(QString(name).replace(u'\'', u"\\'"_s));
    }
    return u"[%1]"_s.arg(siblingsBefore(text, line, parent, {}));
}

QString xmlSegment(const PayloadText &text, int line, int parent)
{
    const QString element = elementIn(text.line(line));
    const int before = siblingsBefore(text, line, parent, element);
    if (before == 0 && isAlone(text, line, element))
        return u'/' + element;
    return u"/%1[%2]"_s.arg(element).arg(before + 1);
}

QString xmlValue(const QString &element)
{
    QXmlStreamReader reader(element);
    if (!reader.readNextStartElement())
        return element;
    const QString value = reader.readElementText();
    return reader.hasError() ? element : value;
}

} // namespace

QString pathOf(const PayloadText &text, int line)
{
    if (!text.isIndented() || text.line(line).startsWith(u"# "))
        return {};
    const int from = openerOf(text, line);
    const bool isXml = text.line(from).startsWith(u'<');
    QStringList segments;
    for (int at = from; at >= 0;) {
        const int parent = parentOf(text, at);
        if (isXml)
            segments.prepend(xmlSegment(text, at, parent));
        else if (parent >= 0)
            segments.prepend(jsonSegment(text, at, parent));
        at = parent;
    }
    return (isXml ? QString() : u"$"_s) + segments.join(QString());
}

QString valueOf(const PayloadText &text, int line)
{
    const int from = text.isIndented() ? openerOf(text, line) : line;
    const int to = text.foldEnd(from);
    QString value = text.text(from, to).trimmed();
    if (!text.isIndented())
        return value;
    if (value.startsWith(u'<'))
        return to == from ? xmlValue(value) : value;
    if (value.endsWith(u','))
        value.chop(1);
    value = value.mid(nameLength(value));
    return value.startsWith(u'"') ? unquoted(value) : value;
}

} // namespace ponte::ui
