// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadtext.h"

#include <QStringList>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int payloadIndent = 2;

class JsonIndenter final
{
public:
    explicit JsonIndenter(QStringView text)
        : m_text(text)
    {}

    /// Empty where the text is no whole document.
    QString run()
    {
        while (m_at < m_text.size()) {
            if (!step())
                return {};
        }
        return m_open.isEmpty() ? m_out : QString();
    }

private:
    void newLine() { m_out += u'\n' + QString(m_open.size() * payloadIndent, u' '); }

    bool step()
    {
        const QChar c = m_text.at(m_at++);
        switch (c.unicode()) {
        case '{':
        case '[':
            return open(c);
        case '}':
        case ']':
            return close(c);
        case ',':
            m_out += c;
            newLine();
            return !m_open.isEmpty();
        case ':':
            m_out += u": ";
            return !m_open.isEmpty();
        case '"':
            return string();
        default:
            if (!c.isSpace())
                m_out += c;
            return true;
        }
    }

    bool open(QChar c)
    {
        const QChar end = c == u'{' ? u'}' : u']';
        qsizetype next = m_at;
        while (next < m_text.size() && m_text.at(next).isSpace())
            ++next;
        m_out += c;
        if (next < m_text.size() && m_text.at(next) == end) {
            m_out += end;
            m_at = next + 1;
            return true;
        }
        m_open.append(end);
        newLine();
        return true;
    }

    bool close(QChar c)
    {
        if (m_open.isEmpty() || m_open.takeLast() != c)
            return false;
        newLine();
        m_out += c;
        return true;
    }

    bool string()
    {
        const qsizetype begin = m_at - 1;
        while (m_at < m_text.size() && m_text.at(m_at) != u'"')
            m_at += m_text.at(m_at) == u'\\' ? 2 : 1;
        if (m_at >= m_text.size())
            return false;
        ++m_at;
        m_out += m_text.mid(begin, m_at - begin);
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QString m_out;
    QList<QChar> m_open;
};

class XmlIndenter final
{
public:
    explicit XmlIndenter(QStringView text)
        : m_text(text)
    {}

    QString run()
    {
        qsizetype at = 0;
        while (at < m_text.size()) {
            const qsizetype tag = m_text.indexOf(u'<', at);
            if (tag < 0)
                return m_text.mid(at).trimmed().isEmpty() && m_depth == 0 ? m_out : QString();
            if (const QStringView between = m_text.mid(at, tag - at); !between.trimmed().isEmpty()) {
                m_out += between;
                m_hasText = true;
            }
            const qsizetype end = endOf(tag);
            if (end < 0 || !add(m_text.mid(tag, end - tag)))
                return {};
            at = end;
        }
        return m_depth == 0 ? m_out : QString();
    }

private:
    [[nodiscard]] qsizetype endOf(qsizetype tag) const
    {
        const QStringView rest = m_text.mid(tag);
        const auto after = [&](QStringView mark) {
            const qsizetype found = m_text.indexOf(mark, tag);
            return found < 0 ? -1 : found + mark.size();
        };
        if (rest.startsWith(u"<!--"))
            return after(u"-->");
        if (rest.startsWith(u"<![CDATA["))
            return after(u"]]>");
        return after(u">");
    }

    void newLine()
    {
        if (!m_out.isEmpty())
            m_out += u'\n' + QString(m_depth * payloadIndent, u' ');
    }

    bool add(QStringView tag)
    {
        if (tag.startsWith(u"<![CDATA[")) {
            m_out += tag;
            m_hasText = true;
            return true;
        }
        if (tag.startsWith(u"</")) {
            if (--m_depth < 0)
                return false;
            // An element that holds text alone stays in one line.
            if (!m_hasText && !m_lastWasStart)
                newLine();
            m_hasText = false;
            m_lastWasStart = false;
            m_out += tag;
            return true;
        }
        const bool isSingle = tag.endsWith(u"/>") || tag.startsWith(u"<?") || tag.startsWith(u"<!");
        if (!m_hasText)
            newLine();
        m_out += tag;
        m_hasText = false;
        m_lastWasStart = !isSingle;
        if (!isSingle)
            ++m_depth;
        return true;
    }

    QStringView m_text;
    QString m_out;
    int m_depth = 0;
    bool m_hasText = false;
    bool m_lastWasStart = false;
};

QString indentedDocument(const QString &document)
{
    const QString text = document.trimmed();
    QString result;
    if (text.startsWith(u'{') || text.startsWith(u'['))
        result = JsonIndenter(text).run();
    else if (text.startsWith(u'<'))
        result = XmlIndenter(text).run();
    return result.isEmpty() ? document : result;
}

} // namespace

QString indented(const QString &payload)
{
    if (!payload.startsWith(u"# "))
        return indentedDocument(payload);
    // Several exchanges stand below one another, each under a heading.
    QStringList blocks;
    qsizetype at = 0;
    while (at < payload.size()) {
        const qsizetype next = payload.indexOf(u"\n# ", at);
        const QString block = payload.mid(at, next < 0 ? -1 : next - at).trimmed();
        const qsizetype headingEnd = block.indexOf(u'\n');
        blocks.append(headingEnd < 0 ? block
                                     : block.left(headingEnd + 1) + indentedDocument(block.mid(headingEnd + 1)));
        at = next < 0 ? payload.size() : next + 1;
    }
    return blocks.join(u"\n\n"_s);
}

} // namespace ponte::ui
