// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadtext.h"

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int payloadIndent = 2;

bool isControl(QChar c)
{
    return (c < u' ' && c != u'\n' && c != u'\r' && c != u'\t') || c == QChar(0x7f);
}

/// The kind that the first character promises.
PayloadText::Kind promisedKind(QStringView text)
{
    if (text.isEmpty())
        return PayloadText::Kind::Nothing;
    if (text.startsWith(u'{') || text.startsWith(u'['))
        return PayloadText::Kind::Json;
    return text.startsWith(u'<') ? PayloadText::Kind::Xml : PayloadText::Kind::Text;
}

std::optional<PayloadProblem> addDocumentLines(PayloadLines &lines, QStringView text)
{
    return text.startsWith(u'<') ? addXmlLines(lines, text) : addJsonLines(lines, text);
}

} // namespace

std::shared_ptr<const PayloadText> PayloadText::make(const QString &payload, Form form)
{
    auto made = std::make_shared<PayloadText>();
    if (form == Form::Indented)
        made->setIndented(payload, false);
    else
        made->setStored(payload);
    made->measure(payload);
    return made;
}

std::shared_ptr<const PayloadText> PayloadText::beginning(const QString &cut, Form form)
{
    auto made = std::make_shared<PayloadText>();
    if (form == Form::Indented)
        made->setIndented(cut, true);
    else
        made->setStored(cut);
    made->m_problem.reset();
    for (PayloadLine &line : made->m_lines)
        line.foldEnd = -1;
    made->measure({});
    return made;
}

std::shared_ptr<const PayloadText> PayloadText::chosen(const PayloadText &text, const std::vector<int> &lines)
{
    auto made = std::make_shared<PayloadText>();
    made->m_body = text.m_body;
    made->m_kind = text.m_kind;
    made->m_isIndented = text.m_isIndented;
    made->m_lines.reserve(lines.size());
    for (const int line : lines) {
        made->m_lines.push_back(line < 0 ? PayloadLine() : text.m_lines[size_t(line)]);
        made->m_lines.back().foldEnd = -1;
    }
    if (lines.empty())
        made->m_lines.emplace_back();
    made->measure({});
    return made;
}

void PayloadText::setStored(const QString &payload)
{
    m_kind = promisedKind(QStringView(payload).trimmed());
    m_body = payload;
    m_lines.clear();
    const QStringView text(payload);
    qsizetype at = 0;
    while (at <= text.size()) {
        const qsizetype next = text.indexOf(u'\n', at);
        qsizetype end = next < 0 ? text.size() : next;
        PayloadLine line;
        for (; at < end && text[at] == u'\t'; ++at)
            line.depth += 2;
        if (end > at && text[end - 1] == u'\r')
            --end;
        line.start = quint32(at);
        line.length = quint32(end - at);
        if (next < 0 && line.length == 0 && !m_lines.empty())
            break;
        m_lines.push_back(line);
        if (next < 0)
            break;
        at = next + 1;
    }
}

void PayloadText::setIndented(const QString &payload, bool isCut)
{
    if (payload.startsWith(u"# "))
        setExchanges(payload);
    else if (!setDocument(payload, isCut))
        setStored(payload);
}

bool PayloadText::setDocument(const QString &document, bool isCut)
{
    const QStringView text = QStringView(document).trimmed();
    m_kind = promisedKind(text);
    if (m_kind != Kind::Json && m_kind != Kind::Xml)
        return false;
    // At most a space joins each colon.
    PayloadLines lines(text.size() + text.count(u':') + 1);
    lines.newLine(0);
    m_problem = addDocumentLines(lines, text);
    if (m_problem && !isCut) {
        m_problem->offset += text.utf16() - QStringView(document).utf16();
        return false;
    }
    m_isIndented = true;
    m_lines = lines.takeLines();
    m_body = lines.takeText();
    return true;
}

void PayloadText::setExchanges(const QString &payload)
{
    m_kind = Kind::Exchanges;
    const QStringView all(payload);
    // A document that turns out to be broken may have been added once before it is added as it is.
    PayloadLines lines(2 * (all.size() + all.count(u':') + 1));
    qsizetype at = 0;
    while (at < all.size()) {
        const qsizetype next = all.indexOf(u"\n# ", at);
        const QStringView block = all.mid(at, next < 0 ? -1 : next - at).trimmed();
        if (!lines.isEmpty())
            lines.newLine(0);
        lines.newLine(0);
        const quint32 heading = lines.current();
        const qsizetype headingEnd = block.indexOf(u'\n');
        lines.add(block.left(headingEnd < 0 ? block.size() : headingEnd));
        if (headingEnd >= 0) {
            const QStringView document = block.mid(headingEnd + 1).trimmed();
            const Kind kind = promisedKind(document);
            PayloadLines tried(document.size() + document.count(u':') + 1);
            std::optional<PayloadProblem> problem;
            if (kind == Kind::Json || kind == Kind::Xml) {
                tried.newLine(0);
                problem = addDocumentLines(tried, document);
            }
            if ((kind == Kind::Json || kind == Kind::Xml) && !problem) {
                lines.newLine(0);
                (void)addDocumentLines(lines, document);
            } else {
                if (problem && !m_problem)
                    m_problem = PayloadProblem {problem->kind, problem->offset + (document.utf16() - all.utf16())};
                lines.newLine(0);
                lines.addLines(document);
            }
            lines.fold(heading, lines.current());
        }
        at = next < 0 ? all.size() : next + 1;
    }
    m_isIndented = true;
    m_lines = lines.takeLines();
    m_body = lines.takeText();
}

void PayloadText::measure(const QString &payload)
{
    for (const QChar c : payload) {
        m_controls += isControl(c) ? 1 : 0;
        m_replaced += c == QChar::ReplacementCharacter ? 1 : 0;
        m_bytes += c < QChar(0x80) ? 1 : c < QChar(0x800) || c.isSurrogate() ? 2 : 3;
    }
    for (size_t line = 0; line < m_lines.size(); ++line) {
        m_longest = qMax(m_longest, int(m_lines[line].length) + indentOf(int(line)));
        m_depth = qMax(m_depth, int(m_lines[line].depth));
    }
}

QStringView PayloadText::line(int line) const
{
    const PayloadLine &found = m_lines[size_t(line)];
    return QStringView(m_body).mid(found.start, found.length);
}

int PayloadText::indentOf(int line) const
{
    return qMin(int(m_lines[size_t(line)].depth), deepestIndent) * payloadIndent;
}

int PayloadText::foldEnd(int line) const
{
    return qMax(line, int(m_lines[size_t(line)].foldEnd));
}

int PayloadText::lineAt(qsizetype bodyOffset) const
{
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), bodyOffset,
                                        [](qsizetype offset, const PayloadLine &line) { return offset < line.start; });
    return qMax(0, int(after - m_lines.begin()) - 1);
}

QString PayloadText::text(int first, int last) const
{
    QString result;
    for (int at = first; at <= last && at < lineCount(); ++at) {
        if (at > first)
            result += u'\n';
        result += QString(indentOf(at), u' ');
        result += line(at);
    }
    return result;
}

QString indented(const QString &payload)
{
    const auto made = PayloadText::make(payload, PayloadText::Form::Indented);
    const bool isBroken = made->problem() && made->kind() != PayloadText::Kind::Exchanges;
    return made->kind() == PayloadText::Kind::Text || isBroken ? payload : made->text();
}

} // namespace ponte::ui
