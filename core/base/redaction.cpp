// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/redaction.h"

#include "core/base/xml.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace ponte {

namespace {

constexpr QLatin1String HiddenText("****");

// A scanner of our own, since a regular expression gives up on hostile input by finding nothing: the secret would stay.
// What has been looked at is copied or hidden for good, so the time is linear in the text.
class Redactor
{
public:
    explicit Redactor(QStringView text)
        : m_text(text)
    {}
    [[nodiscard]] QString run();

private:
    [[nodiscard]] QChar at(qsizetype index) const { return index < m_text.size() ? m_text[index] : QChar(); }
    [[nodiscard]] bool standsAt(qsizetype index, QLatin1String what) const
    {
        return m_text.sliced(index).startsWith(what, Qt::CaseInsensitive);
    }
    [[nodiscard]] qsizetype afterBlanks(qsizetype index) const;
    [[nodiscard]] qsizetype afterQuote(qsizetype index) const;
    [[nodiscard]] qsizetype endOfQuoted(qsizetype start) const;
    [[nodiscard]] qsizetype endOfBrackets(qsizetype open) const;
    [[nodiscard]] qsizetype endOfBare(qsizetype start, bool inJson) const;
    [[nodiscard]] bool isElementName(qsizetype start, QLatin1String opening) const;

    void copyTo(qsizetype end);
    void hideTo(qsizetype end);
    void handleWord(qsizetype start);
    void hideAfterScheme();
    void hideMember(bool wholeLine);
    [[nodiscard]] bool hideElement(QStringView name, QLatin1String opening, QLatin1String closing);
    void hideUserInfo();

    QStringView m_text;
    qsizetype m_copied = 0; ///< all before it is in m_out, as it was or hidden
    qsizetype m_cursor = 0; ///< all before it has been looked at
    qsizetype m_noAtBefore = 0; ///< the end of an address known to hold no at sign, so that it is searched once
    QString m_out;
};

bool isWordCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

bool wordIs(QStringView word, QLatin1String what)
{
    return word.compare(what, Qt::CaseInsensitive) == 0;
}

/// Whether a word ends like one of the names below, so that most words are not compared with each of them.
bool mayBeName(QStringView word)
{
    if (word.size() < 3)
        return false;
    constexpr std::array endings {u"rd", u"wd", u"ha", u"en", u"et", u"er", u"ic", u"on"};
    // Lowercase for letters; what other characters become ends like none of them.
    const char16_t last = word[word.size() - 1].unicode() | 0x20;
    const char16_t before = word[word.size() - 2].unicode() | 0x20;
    return std::any_of(endings.begin(), endings.end(),
                       [=](const char16_t *ending) { return ending[0] == before && ending[1] == last; });
}

// By the end of the word, so that client_secret, brokerToken and novaSenha need no list of their own.
bool isSecretName(QStringView word)
{
    static constexpr std::array endings {QLatin1String("password"), QLatin1String("passwd"), QLatin1String("pwd"),
                                         QLatin1String("senha"),    QLatin1String("token"),  QLatin1String("secret")};
    return std::any_of(endings.begin(), endings.end(),
                       [word](QLatin1String ending) { return word.endsWith(ending, Qt::CaseInsensitive); });
}

bool isEndOfAddress(QChar c)
{
    return c.isSpace() || isQuote(c) || c == u'<' || c == u'>';
}

// A password may hold an unescaped slash; what follows the colon is no port then.
bool mayHoldSlashedPassword(QStringView authority)
{
    const qsizetype colon = authority.indexOf(u':');
    if (colon < 0 || authority.startsWith(u'['))
        return false;
    const QStringView port = authority.sliced(colon + 1);
    return !std::all_of(port.begin(), port.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

qsizetype Redactor::afterBlanks(qsizetype index) const
{
    while (index < m_text.size() && m_text[index].isSpace())
        ++index;
    return index;
}

/// Over one quote with the backslashes that escape it where JSON stands inside of JSON; `index` itself where there is
/// none.
qsizetype Redactor::afterQuote(qsizetype index) const
{
    qsizetype end = index;
    while (at(end) == u'\\')
        ++end;
    return isQuote(at(end)) ? end + 1 : index;
}

/// Where the closing quote, with its backslashes, begins for a text that starts behind an opening one; else the end.
qsizetype Redactor::endOfQuoted(qsizetype start) const
{
    const QChar quote = m_text[start - 1];
    qsizetype level = 0;
    while (level < start - 1 && m_text[start - 2 - level] == u'\\')
        ++level;
    qsizetype backslashes = 0;
    for (qsizetype i = start; i < m_text.size(); ++i) {
        // Each level of nesting doubles the backslashes and adds one before a quote: the closing one is told by the
        // rest.
        if (m_text[i] == quote && backslashes % (2 * (level + 1)) == level)
            return i - level;
        backslashes = m_text[i] == u'\\' ? backslashes + 1 : 0;
    }
    return m_text.size();
}

qsizetype Redactor::endOfBrackets(qsizetype open) const
{
    int depth = 0;
    for (qsizetype i = open; i < m_text.size(); ++i) {
        const QChar c = m_text[i];
        if (c == u'"') {
            i = endOfQuoted(i + 1);
            while (at(i) == u'\\')
                ++i;
        } else if (c == u'{' || c == u'[') {
            ++depth;
        } else if ((c == u'}' || c == u']') && --depth == 0) {
            return i + 1;
        }
    }
    return m_text.size();
}

qsizetype Redactor::endOfBare(qsizetype start, bool inJson) const
{
    qsizetype end = start;
    for (; end < m_text.size(); ++end) {
        const QChar c = m_text[end];
        if (c.isSpace() || isQuote(c) || c == u'&' || c == u'<' || c == u'>')
            break;
        if (inJson && (c == u',' || c == u'}' || c == u']'))
            break;
    }
    return end;
}

/// Whether the word that starts there is the name in `<name` or `<prefix:name`.
bool Redactor::isElementName(qsizetype start, QLatin1String opening) const
{
    qsizetype begin = start;
    if (begin > 0 && m_text[begin - 1] == u':') {
        --begin;
        while (begin > 0 && isWordCharacter(m_text[begin - 1]))
            --begin;
    }
    return m_text.first(begin).endsWith(opening);
}

void Redactor::copyTo(qsizetype end)
{
    m_out += m_text.sliced(m_copied, end - m_copied);
    m_copied = end;
    m_cursor = end;
}

void Redactor::hideTo(qsizetype end)
{
    m_out += HiddenText;
    m_copied = end;
    m_cursor = end;
}

/// "Bearer abc": one run of characters after the scheme.
void Redactor::hideAfterScheme()
{
    qsizetype start = m_cursor;
    while (at(start) == u' ' || at(start) == u'\t')
        ++start;
    qsizetype end = start;
    while (end < m_text.size() && !m_text[end].isSpace() && !isQuote(m_text[end]) && m_text[end] != u'<'
           && m_text[end] != u'\\' && m_text[end] != u',')
    {
        ++end;
    }
    if (start == m_cursor || end == start)
        return;
    copyTo(start);
    hideTo(end);
}

/// What follows a name as `: value`, `=value` or `": "value"`.
void Redactor::hideMember(bool wholeLine)
{
    const qsizetype nameEnd = afterQuote(m_cursor);
    const bool inJson = nameEnd > m_cursor;
    const qsizetype separator = afterBlanks(nameEnd);
    if ((at(separator) != u':' && at(separator) != u'=') || at(separator + 1) == u':')
        return;
    qsizetype start = separator + 1;
    while (at(start) == u'=' || at(start) == u'>')
        ++start;
    start = afterBlanks(start);

    if (const qsizetype inside = afterQuote(start); inside > start) {
        copyTo(inside);
        hideTo(endOfQuoted(inside));
        return;
    }
    qsizetype end = endOfBare(start, inJson);
    if (inJson && (at(start) == u'{' || at(start) == u'[')) {
        end = endOfBrackets(start);
    } else if (wholeLine && !inJson) {
        while (end < m_text.size() && m_text[end] != u'\n' && m_text[end] != u'\r')
            ++end;
    }
    if (end == start)
        return;
    // What was JSON stays JSON.
    const QStringView quote = inJson ? m_text.sliced(m_cursor, nameEnd - m_cursor) : QStringView();
    copyTo(start);
    m_out += quote;
    hideTo(end);
    m_out += quote;
}

/// The content of an element, and its attributes with it; false where this is no element with content.
bool Redactor::hideElement(QStringView name, QLatin1String opening, QLatin1String closing)
{
    qsizetype tagEnd = m_cursor;
    while (tagEnd < m_text.size() && !standsAt(tagEnd, closing)) {
        if (standsAt(tagEnd, opening))
            return false;
        ++tagEnd;
    }
    const bool nameEnds = tagEnd == m_cursor || at(m_cursor).isSpace();
    if (tagEnd >= m_text.size() || !nameEnds || m_text[tagEnd - 1] == u'/')
        return false;

    const qsizetype start = tagEnd + closing.size();
    qsizetype end = start;
    for (; end < m_text.size(); ++end) {
        if (!standsAt(end, opening) || at(end + opening.size()) != u'/')
            continue;
        qsizetype word = end + opening.size() + 1;
        qsizetype wordEnd = word;
        while (isWordCharacter(at(wordEnd)) || at(wordEnd) == u':') {
            if (at(wordEnd++) == u':')
                word = wordEnd;
        }
        if (m_text.sliced(word, wordEnd - word).compare(name, Qt::CaseInsensitive) == 0)
            break;
    }
    copyTo(m_cursor);
    m_out += closing;
    hideTo(end);
    return true;
}

/// The user and password of an address, from behind its `://`.
void Redactor::hideUserInfo()
{
    qsizetype end = m_cursor;
    while (end < m_text.size() && !isEndOfAddress(m_text[end]) && !QStringView(u"/?#\\").contains(m_text[end]))
        ++end;
    const QStringView authority = m_text.sliced(m_cursor, end - m_cursor);
    qsizetype sign = authority.lastIndexOf(u'@');
    if (sign < 0 && mayHoldSlashedPassword(authority) && end >= m_noAtBefore) {
        while (end < m_text.size() && !isEndOfAddress(m_text[end]))
            ++end;
        sign = m_text.sliced(m_cursor, end - m_cursor).lastIndexOf(u'@');
        m_noAtBefore = sign < 0 ? end : 0;
    }
    if (sign > 0) {
        copyTo(m_cursor);
        hideTo(m_cursor + sign);
    }
}

void Redactor::handleWord(qsizetype start)
{
    const QStringView word = m_text.sliced(start, m_cursor - start);
    if (!mayBeName(word))
        return;
    if (wordIs(word, QLatin1String("bearer")) || wordIs(word, QLatin1String("basic"))) {
        hideAfterScheme();
        return;
    }
    const bool authorization = wordIs(word, QLatin1String("authorization"));
    if (!authorization && !isSecretName(word))
        return;
    constexpr std::array brackets {std::array {QLatin1String("<"), QLatin1String(">")},
                                   std::array {QLatin1String("&lt;"), QLatin1String("&gt;")}};
    for (const auto &[opening, closing] : brackets) {
        if (isElementName(start, opening) && hideElement(word, opening, closing))
            return;
    }
    hideMember(authorization);
}

QString Redactor::run()
{
    m_out.reserve(m_text.size());
    while (m_cursor < m_text.size()) {
        const qsizetype start = m_cursor;
        while (isWordCharacter(at(m_cursor)))
            ++m_cursor;
        if (m_cursor > start) {
            handleWord(start);
        } else if (at(m_cursor) == u':' && standsAt(m_cursor, QLatin1String("://"))) {
            m_cursor += 3;
            hideUserInfo();
        } else {
            ++m_cursor;
        }
    }
    copyTo(m_text.size());
    return m_out;
}

/// The secret texts as they are and as addresses, JSON and XML spell them; longer ones first, so that no rest stays
/// behind.
QStringList spellings(const QStringList &secrets)
{
    QStringList all;
    for (const QString &secret : secrets) {
        if (secret.isEmpty())
            continue;
        QString json = secret;
        json.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
        all << secret << json << xml::escaped(secret) << QString::fromLatin1(QUrl::toPercentEncoding(secret));
    }
    all.removeDuplicates();
    all.removeAll(QString());
    std::stable_sort(all.begin(), all.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return all;
}

} // namespace

QString redacted(const QString &text, const QStringList &secrets)
{
    QString known = text;
    for (const QString &secret : spellings(secrets))
        known.replace(secret, HiddenText);
    return Redactor(known).run();
}

} // namespace ponte
