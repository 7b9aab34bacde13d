// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/codecolours.h"

namespace ponte::ui {

namespace {

qsizetype endOfQuoted(QStringView line, qsizetype at)
{
    for (qsizetype end = at + 1; end < line.size(); ++end) {
        if (line[end] == u'\\')
            ++end;
        else if (line[end] == u'"')
            return end + 1;
    }
    return line.size();
}

qsizetype spanJson(QStringView line, qsizetype at, QList<CodeSpan> &spans)
{
    if (line[at] == u'"') {
        const qsizetype end = endOfQuoted(line, at);
        qsizetype next = end;
        while (next < line.size() && line[next] == u' ')
            ++next;
        if (next < line.size() && line[next] == u':')
            spans.append({at, end - at, CodeSpan::Role::Name});
        return end;
    }
    return at + 1;
}

qsizetype spanTag(QStringView line, qsizetype at, QList<CodeSpan> &spans)
{
    qsizetype end = at + 1;
    while (end < line.size() && !line[end].isSpace() && line[end] != u'>')
        ++end;
    if (line.mid(at).startsWith(u"<!--") || line.mid(at).startsWith(u"<![")) {
        spans.append({at, end - at, CodeSpan::Role::Mark});
        return end;
    }
    spans.append({at, end - at, CodeSpan::Role::Name});
    while (end < line.size() && line[end] != u'>') {
        if (line[end] != u'"') {
            ++end;
            continue;
        }
        const qsizetype quoted = line.indexOf(u'"', end + 1);
        const qsizetype after = quoted < 0 ? line.size() : quoted + 1;
        end = after;
    }
    if (end < line.size())
        spans.append({end, 1, CodeSpan::Role::Name});
    return end + 1;
}

char16_t visible(char16_t c)
{
    if (c < u' ' && c != u'\t')
        return char16_t(0x2400 + c);
    if (c == 0x7f)
        return u'␡';
    const bool turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
    const bool isWide = c == 0x2028 || c == 0x2029 || c == 0xfeff;
    return turns || isWide ? u'¤' : c == u'\t' ? u' ' : c;
}

} // namespace

QList<CodeSpan> codeSpans(QStringView line)
{
    QList<CodeSpan> spans;
    if (line.startsWith(u"# "))
        return {{0, line.size(), CodeSpan::Role::Heading}};
    // A text of JSON may hold XML, but not begin with it.
    const bool isXml = line.contains(u'<') && !line.startsWith(u'"') && !line.startsWith(u'{');
    const bool isJson = line.startsWith(u'"') || line.startsWith(u'{') || line.startsWith(u'[');
    for (qsizetype at = 0; at < line.size() && (isXml || isJson);) {
        if (!isXml)
            at = spanJson(line, at, spans);
        else if (line[at] == u'<')
            at = spanTag(line, at, spans);
        else
            ++at;
    }
    return spans;
}

QString visibleText(QStringView text)
{
    QString shown = text.toString();
    for (QChar &c : shown)
        c = QChar(visible(c.unicode()));
    return shown;
}

} // namespace ponte::ui
