// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/payloadlines.h"

#include <QRegularExpression>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

bool isJsonSpace(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\r' || c == u'\t';
}

bool isLiteral(QStringView word)
{
    static const QRegularExpression number(u"\\A-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\\z"_s);
    // Most numbers are short and whole, which needs no pattern.
    bool isWhole = word.size() < 16 && !(word.size() > 1 && word.startsWith(u'0'));
    for (const QChar c : word)
        isWhole = isWhole && c >= u'0' && c <= u'9';
    return isWhole || word == u"null" || word == u"true" || word == u"false" || number.match(word).hasMatch();
}

/// Keeps its own stack, because a document may be as deep as it is long.
class JsonLiner final
{
public:
    JsonLiner(PayloadLines &lines, QStringView text)
        : m_lines(lines)
        , m_text(text)
    {}

    std::optional<PayloadProblem> run()
    {
        for (skipSpace(); m_at < m_text.size(); skipSpace()) {
            if (m_lines.isFull())
                return PayloadProblem {PayloadProblem::Kind::TooManyLines, m_at};
            const qsizetype begin = m_at;
            if (!step())
                return PayloadProblem {m_endsEarly ? PayloadProblem::Kind::EndsEarly : PayloadProblem::Kind::Unexpected,
                                       m_endsEarly ? m_text.size() : begin};
        }
        if (m_expected != Expected::Nothing)
            return PayloadProblem {PayloadProblem::Kind::EndsEarly, m_text.size()};
        return {};
    }

private:
    enum class Expected { Value, ValueOrEnd, Name, NameOrEnd, Colon, CommaOrEnd, Nothing };
    struct Open {
        quint32 line;
        bool isObject;
    };

    void skipSpace()
    {
        while (m_at < m_text.size() && isJsonSpace(m_text[m_at]))
            ++m_at;
    }

    [[nodiscard]] bool expectsValue() const
    {
        return m_expected == Expected::Value || m_expected == Expected::ValueOrEnd;
    }

    void newLine() { m_lines.newLine(quint32(m_open.size())); }

    void endValue() { m_expected = m_open.empty() ? Expected::Nothing : Expected::CommaOrEnd; }

    bool step()
    {
        const QChar c = m_text[m_at];
        switch (c.unicode()) {
        case '{':
        case '[':
            return open(c);
        case '}':
        case ']':
            return close(c);
        case ',':
            return comma();
        case ':':
            if (m_expected != Expected::Colon)
                return false;
            ++m_at;
            m_lines.add(u": ");
            m_expected = Expected::Value;
            return true;
        case '"':
            return string();
        default:
            return literal();
        }
    }

    bool open(QChar c)
    {
        if (!expectsValue())
            return false;
        ++m_at;
        m_lines.add(c);
        skipSpace();
        const QChar end = c == u'{' ? u'}' : u']';
        if (m_at < m_text.size() && m_text[m_at] == end) {
            ++m_at;
            m_lines.add(end);
            endValue();
            return true;
        }
        m_open.push_back({m_lines.current(), c == u'{'});
        newLine();
        m_expected = c == u'{' ? Expected::NameOrEnd : Expected::ValueOrEnd;
        return true;
    }

    bool close(QChar c)
    {
        if (m_expected != Expected::CommaOrEnd || m_open.back().isObject != (c == u'}'))
            return false;
        ++m_at;
        const Open opened = m_open.back();
        m_open.pop_back();
        newLine();
        m_lines.add(c);
        m_lines.fold(opened.line, m_lines.current());
        endValue();
        return true;
    }

    bool comma()
    {
        if (m_expected != Expected::CommaOrEnd)
            return false;
        ++m_at;
        m_lines.add(u',');
        newLine();
        m_expected = m_open.back().isObject ? Expected::Name : Expected::Value;
        return true;
    }

    bool string()
    {
        const bool isName = m_expected == Expected::Name || m_expected == Expected::NameOrEnd;
        if (!isName && !expectsValue())
            return false;
        const qsizetype begin = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != u'"')
            m_at += m_text[m_at] == u'\\' ? 2 : 1;
        if (m_at >= m_text.size()) {
            m_endsEarly = true;
            return false;
        }
        ++m_at;
        m_lines.addLines(m_text.mid(begin, m_at - begin));
        if (isName)
            m_expected = Expected::Colon;
        else
            endValue();
        return true;
    }

    bool literal()
    {
        if (!expectsValue())
            return false;
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !isJsonSpace(m_text[m_at]) && !QStringView(u",]}:\"{[").contains(m_text[m_at]))
            ++m_at;
        const QStringView word = m_text.mid(begin, m_at - begin);
        if (!isLiteral(word)) {
            m_endsEarly = m_at >= m_text.size();
            return false;
        }
        m_lines.add(word);
        endValue();
        return true;
    }

    PayloadLines &m_lines;
    const QStringView m_text;
    qsizetype m_at = 0;
    Expected m_expected = Expected::Value;
    bool m_endsEarly = false;
    std::vector<Open> m_open;
};

} // namespace

std::optional<PayloadProblem> addJsonLines(PayloadLines &lines, QStringView document)
{
    return JsonLiner(lines, document).run();
}

} // namespace ponte::ui
