// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadlines.h"

namespace ponte::ui {

namespace {

QStringView nameIn(QStringView tag)
{
    qsizetype begin = tag.startsWith(u"</") ? 2 : 1;
    qsizetype end = begin;
    while (end < tag.size() && !tag[end].isSpace() && tag[end] != u'>' && tag[end] != u'/')
        ++end;
    return tag.mid(begin, end - begin);
}

class XmlLiner final
{
public:
    XmlLiner(PayloadLines &lines, QStringView text)
        : m_lines(lines)
        , m_text(text)
    {}

    std::optional<PayloadProblem> run()
    {
        using Kind = PayloadProblem::Kind;
        qsizetype at = 0;
        while (at < m_text.size()) {
            if (m_lines.isFull())
                return PayloadProblem {Kind::TooManyLines, at};
            const qsizetype found = m_text.indexOf(u'<', at);
            const qsizetype tag = found < 0 ? m_text.size() : found;
            if (!text(m_text.mid(at, tag - at)))
                return PayloadProblem {Kind::Unexpected, at};
            if (found < 0)
                break;
            const qsizetype end = endOf(tag);
            if (end < 0)
                return PayloadProblem {Kind::EndsEarly, m_text.size()};
            if (!add(m_text.mid(tag, end - tag)))
                return PayloadProblem {Kind::EndTag, tag};
            at = end;
        }
        if (!m_open.empty())
            return PayloadProblem {Kind::EndsEarly, m_text.size()};
        return {};
    }

private:
    struct Open {
        QStringView name;
        quint32 line;
    };

    /// A '>' in the value of an attribute ends no tag.
    [[nodiscard]] qsizetype endOfTag(qsizetype tag) const
    {
        QChar quote;
        int brackets = 0;
        for (qsizetype at = tag + 1; at < m_text.size(); ++at) {
            const QChar c = m_text[at];
            if (!quote.isNull()) {
                if (c == quote)
                    quote = QChar();
            } else if (c == u'"' || c == u'\'') {
                quote = c;
            } else if (c == u'[') {
                ++brackets;
            } else if (c == u']') {
                --brackets;
            } else if (c == u'>' && brackets <= 0) {
                return at + 1;
            }
        }
        return -1;
    }

    [[nodiscard]] qsizetype endOf(qsizetype tag) const
    {
        const auto after = [&](QStringView mark) {
            const qsizetype found = m_text.indexOf(mark, tag);
            return found < 0 ? -1 : found + mark.size();
        };
        const QStringView rest = m_text.mid(tag, 9);
        if (rest.startsWith(u"<!--"))
            return after(u"-->");
        if (rest.startsWith(u"<![CDATA["))
            return after(u"]]>");
        if (rest.startsWith(u"<?"))
            return after(u"?>");
        return endOfTag(tag);
    }

    bool text(QStringView between)
    {
        if (between.trimmed().isEmpty())
            return true;
        m_lines.addLines(between);
        m_hasText = true;
        return !m_open.empty();
    }

    void newLine()
    {
        if (m_isFirst)
            m_isFirst = false;
        else
            m_lines.newLine(quint32(m_open.size()));
    }

    bool add(QStringView tag)
    {
        if (tag.startsWith(u"<![CDATA[")) {
            m_lines.addLines(tag);
            m_hasText = true;
            return !m_open.empty();
        }
        if (tag.startsWith(u"</"))
            return end(tag);
        const bool isSingle = tag.endsWith(u"/>") || tag.startsWith(u"<?") || tag.startsWith(u"<!");
        if (!m_hasText)
            newLine();
        const quint32 line = m_lines.current();
        m_lines.addLines(tag, quint32(m_open.size() + 1));
        m_hasText = false;
        m_lastWasStart = !isSingle;
        if (!isSingle)
            m_open.push_back({nameIn(tag), line});
        return true;
    }

    bool end(QStringView tag)
    {
        if (m_open.empty() || m_open.back().name != nameIn(tag))
            return false;
        const Open opened = m_open.back();
        m_open.pop_back();
        // An element that holds text alone stays in one line.
        if (!m_hasText && !m_lastWasStart)
            newLine();
        m_hasText = false;
        m_lastWasStart = false;
        m_lines.add(tag);
        m_lines.fold(opened.line, m_lines.current());
        return true;
    }

    PayloadLines &m_lines;
    const QStringView m_text;
    std::vector<Open> m_open;
    bool m_isFirst = true;
    bool m_hasText = false;
    bool m_lastWasStart = false;
};

} // namespace

std::optional<PayloadProblem> addXmlLines(PayloadLines &lines, QStringView document)
{
    return XmlLiner(lines, document).run();
}

} // namespace ponte::ui
