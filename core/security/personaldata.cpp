// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/security/personaldata.h"

#include "core/base/values.h"

#include <QHash>
#include <QRegularExpression>

#include <array>
#include <optional>

namespace ponte::security {

using namespace Qt::StringLiterals;

namespace {

enum class PersonalKind { Document, Email, Phone, Card, Whole };

constexpr qsizetype longestName = 64;
const QString hidden = u"***"_s;

PersonalKind kindOfKnownName(const QString &name, bool &known)
{
    static const QHash<QString, PersonalKind> names = [] {
        QHash<QString, PersonalKind> hash;
        for (const char16_t *whole : {u"rg",
                                      u"cartidentidade",
                                      u"identidade",
                                      u"tituloeleitor",
                                      u"passaporte",
                                      u"pispasep",
                                      u"cep",
                                      u"rua",
                                      u"logradouro",
                                      u"endereco",
                                      u"address",
                                      u"numero",
                                      u"nro",
                                      u"complemento",
                                      u"bairro",
                                      u"datanascimento",
                                      u"dtnascimento",
                                      u"datanasc",
                                      u"dtnasc",
                                      u"nascimento",
                                      u"birthdate",
                                      u"nomemae",
                                      u"nomepai",
                                      u"mae",
                                      u"pai",
                                      u"filiacao",
                                      u"cvv",
                                      u"cvc",
                                      u"codigoseguranca",
                                      u"validadecartao"})
            hash.insert(QString::fromUtf16(whole), PersonalKind::Whole);
        for (const char16_t *phone : {u"tel", u"telex", u"fax", u"ddd", u"whatsapp", u"phone", u"mobile"})
            hash.insert(QString::fromUtf16(phone), PersonalKind::Phone);
        for (const char16_t *card : {u"cartao", u"numerocartao", u"nrcartao", u"numcartao", u"cardnumber", u"pan"})
            hash.insert(QString::fromUtf16(card), PersonalKind::Card);
        hash.insert(u"documento"_s, PersonalKind::Document);
        return hash;
    }();
    const auto found = names.constFind(name);
    known = found != names.constEnd();
    return known ? *found : PersonalKind::Whole;
}

/// Of a member, element, column or parameter; none where it names nothing personal.
std::optional<PersonalKind> kindOf(QStringView name)
{
    if (name.isEmpty() || name.size() > longestName)
        return std::nullopt;
    QString plain;
    for (const QChar c : name) {
        // A prefix of a name space, or the path before the last member.
        if (c == u':' || c == u'.')
            plain.clear();
        else if (c.unicode() < 128 && c.isLetterOrNumber())
            plain += c.toLower();
        else if (c.isLetter())
            plain += c.decomposition().isEmpty() ? c.toLower() : c.decomposition().at(0).toLower();
    }
    while (!plain.isEmpty() && plain.back().isDigit())
        plain.chop(1);
    bool known = false;
    const PersonalKind kind = kindOfKnownName(plain, known);
    if (known)
        return kind;
    if (plain.startsWith("cpf"_L1) || plain.endsWith("cpf"_L1) || plain.startsWith("cnpj"_L1)
        || plain.endsWith("cnpj"_L1) || plain.startsWith("cgc"_L1))
        return PersonalKind::Document;
    if (plain.startsWith("email"_L1) || plain.endsWith("email"_L1))
        return PersonalKind::Email;
    for (const auto start : {"telefone"_L1, "celular"_L1, "fone"_L1}) {
        if (plain.startsWith(start))
            return PersonalKind::Phone;
    }
    if (plain.startsWith("endereco"_L1) || plain.startsWith("logradouro"_L1))
        return PersonalKind::Whole;
    return std::nullopt;
}

/// What is masked already stays as it is, since a star stands for a digit.
bool isDigitOrStar(QChar c)
{
    return c.isDigit() || c == u'*';
}

qsizetype countOfDigits(QStringView text)
{
    return std::count_if(text.begin(), text.end(), isDigitOrStar);
}

/// Stars instead of the digits at whose place `keep` has none.
QString starred(QStringView text, const std::function<bool(qsizetype place)> &keep)
{
    QString masked;
    qsizetype place = 0;
    for (const QChar c : text)
        masked += !isDigitOrStar(c) || keep(place++) ? c : QChar(u'*');
    return masked;
}

/// Of a CPF the six digits in the middle stay, as federal bodies publish it; of a CNPJ the six after the first two.
QString maskedDocument(QStringView text)
{
    const qsizetype digits = countOfDigits(text);
    if (digits == 11)
        return starred(text, [](qsizetype place) { return place >= 3 && place < 9; });
    if (digits == 14)
        return starred(text, [](qsizetype place) { return place >= 2 && place < 8; });
    return hidden;
}

QString maskedEmail(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    return at < 1 ? hidden : text.first(1) + hidden + text.sliced(at);
}

QString maskedBy(PersonalKind kind, QStringView value)
{
    switch (kind) {
    case PersonalKind::Document:
        return maskedDocument(value);
    case PersonalKind::Email:
        return maskedEmail(value);
    case PersonalKind::Phone: {
        const qsizetype count = countOfDigits(value);
        return count < 6 ? hidden : starred(value, [count](qsizetype place) { return place >= count - 2; });
    }
    case PersonalKind::Card:
        if (value.startsWith(u"**** ") || digitsOf(value).size() >= 12)
            return u"**** "_s + digitsOf(value).right(4);
        return hidden;
    case PersonalKind::Whole:
        return hidden;
    }
    return hidden;
}

bool hasLuhnDigit(QStringView digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        int digit = digits.at(digits.size() - 1 - i).digitValue();
        if (i % 2 == 1)
            digit = digit > 4 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

/// A number of the card schemes in use, so that ids of the same length are left alone.
bool isCard(QStringView digits)
{
    if (digits.size() < 13 || digits.size() > 19 || !hasLuhnDigit(digits))
        return false;
    const int two = digits.first(2).toInt();
    const int four = digits.first(4).toInt();
    return digits.front() == u'4' || (two >= 51 && two <= 55) || (four >= 2221 && four <= 2720) || two == 34
           || two == 37 || two == 36 || two == 38 || two == 65 || two == 50 || two == 63 || four == 6011;
}

/// Area code and a mobile number.
bool isMobile(QStringView digits)
{
    return digits.size() == 11 && digits.at(0) != u'0' && digits.at(1) != u'0' && digits.at(2) == u'9';
}

const QRegularExpression &personalPatterns()
{
    static const QRegularExpression expression = [] {
        QRegularExpression patterns(
            uR"((?<document>(?<!\d)(?:\d{3}\.\d{3}\.\d{3}-\d{2}|\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2})(?!\d)))"
            uR"(|(?<phone>(?<![\d+])(?:\+55[ -]?)?\(\d{2}\)[ ]?9?\d{4}[ -]?\d{4}(?!\d))"
            uR"(|(?<!\d)\+55[ -]?\d{2}[ -]?9?\d{4}[ -]?\d{4}(?!\d)|(?<![\d.,-])(?:\d{2}[ -])?9\d{4}-\d{4}(?![\d-])))"
            uR"(|(?<card>(?<![\d-])\d{4}([ -])\d{4}\g{-1}\d{4}\g{-1}\d{1,7}(?![\d-])))"
            uR"(|(?<digits>(?<![\p{L}\d])(?<!\d[.,])\d{11,19}(?![\p{L}\d])))"
            uR"(|(?<email>(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+))"_s,
            QRegularExpression::UseUnicodePropertiesOption);
        patterns.optimize();
        Q_ASSERT(patterns.isValid());
        return patterns;
    }();
    return expression;
}

QString maskedMatch(const QRegularExpressionMatch &match)
{
    const QStringView found = match.capturedView();
    if (match.hasCaptured(u"document"))
        return maskedDocument(found);
    if (match.hasCaptured(u"phone"))
        return maskedBy(PersonalKind::Phone, found);
    if (match.hasCaptured(u"email"))
        return maskedEmail(found);
    if (match.hasCaptured(u"card"))
        return isCard(digitsOf(found)) ? maskedBy(PersonalKind::Card, found) : found.toString();
    if (isValidCpf(found) || isValidCnpj(found))
        return maskedDocument(found);
    if (isMobile(found))
        return maskedBy(PersonalKind::Phone, found);
    return isCard(found) ? maskedBy(PersonalKind::Card, found) : found.toString();
}

void appendMaskedText(QString &masked, const QString &text, qsizetype from, qsizetype to)
{
    if (from >= to)
        return;
    const QString part = text.mid(from, to - from);
    qsizetype end = 0;
    auto matches = personalPatterns().globalMatch(part);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        masked += QStringView(part).sliced(end, match.capturedStart() - end);
        masked += maskedMatch(match);
        end = match.capturedEnd();
    }
    masked += QStringView(part).sliced(end);
}

/// Finds the values that stand under personal names, in one pass over text of any shape.
class PayloadMasker
{
public:
    explicit PayloadMasker(const QString &text)
        : m_text(text)
        , m_view(text)
    {
        m_masked.reserve(text.size());
    }

    QString run()
    {
        while (m_at < m_view.size()) {
            const QChar c = m_view.at(m_at);
            if (c == u'"')
                member();
            else if (c == u'=')
                assignment();
            else if (c == u'<' || c == u'&' || c == u'\\')
                element();
            else
                ++m_at;
        }
        appendMaskedText(m_masked, m_text, m_done, m_view.size());
        return m_masked;
    }

private:
    [[nodiscard]] qsizetype backslashesBefore(qsizetype place) const
    {
        qsizetype first = place;
        while (first > 0 && m_view.at(first - 1) == u'\\')
            --first;
        return place - first;
    }

    /// Whether the quote at `place` ends a text that began with so many backslashes, as nested JSON does.
    [[nodiscard]] bool closes(qsizetype place, qsizetype depth) const
    {
        return backslashesBefore(place) % (2 * (depth + 1)) == depth;
    }

    [[nodiscard]] qsizetype afterSpaces(qsizetype place) const
    {
        while (place < m_view.size() && m_view.at(place).isSpace())
            ++place;
        return place;
    }

    /// The quote that ends the text which begins at `from`; -1 where none does within `most`.
    [[nodiscard]] qsizetype closingQuote(qsizetype from, qsizetype depth, qsizetype most) const
    {
        const qsizetype last = std::min(m_view.size(), most < 0 ? m_view.size() : from + most);
        for (qsizetype i = m_view.indexOf(u'"', from); i >= 0 && i < last; i = m_view.indexOf(u'"', i + 1)) {
            if (closes(i, depth))
                return i;
        }
        return -1;
    }

    void replace(qsizetype from, qsizetype to, const QString &with)
    {
        appendMaskedText(m_masked, m_text, m_done, from);
        m_masked += with;
        m_done = to;
        m_at = to;
    }

    /// At a quote: masks the value (or the values of an array) if it opens a personal member's name.
    void member()
    {
        const qsizetype depth = backslashesBefore(m_at);
        const qsizetype end = closingQuote(m_at + 1, depth, longestName + depth + 1);
        if (end < 0) {
            ++m_at;
            return;
        }
        const qsizetype colon = afterSpaces(end + 1);
        if (colon >= m_view.size() || m_view.at(colon) != u':') {
            // What follows may be the opening quote of the next name.
            ++m_at;
            return;
        }
        const auto kind = kindOf(m_view.sliced(m_at + 1, end - depth - m_at - 1));
        m_at = afterSpaces(colon + 1);
        if (!kind || m_at >= m_view.size())
            return;
        if (m_view.at(m_at) != u'[') {
            value(*kind, depth);
            return;
        }
        do
            m_at = afterSpaces(m_at + 1);
        while (m_at < m_view.size() && value(*kind, depth) && (m_at = afterSpaces(m_at)) < m_view.size()
               && m_view.at(m_at) == u',');
    }

    bool value(PersonalKind kind, qsizetype depth)
    {
        const qsizetype quote = m_at + depth;
        if (quote < m_view.size() && m_view.at(quote) == u'"' && backslashesBefore(quote) == depth) {
            qsizetype end = closingQuote(quote + 1, depth, -1);
            if (end < 0)
                end = m_view.size() + depth;
            const QStringView content = m_view.sliced(quote + 1, std::max<qsizetype>(0, end - depth - quote - 1));
            if (!content.trimmed().isEmpty())
                replace(quote + 1, quote + 1 + content.size(), maskedBy(kind, content));
            m_at = std::min(end + 1, m_view.size());
            return true;
        }
        qsizetype end = m_at;
        while (end < m_view.size() && (m_view.at(end).isDigit() || QStringView(u"+-.eE").contains(m_view.at(end))))
            ++end;
        if (end == m_at || !m_view.at(m_at).isLetterOrNumber())
            return false;
        const QString quotes = QString(depth, u'\\') + u'"';
        replace(m_at, end, quotes + maskedBy(kind, m_view.sliced(m_at, end - m_at)) + quotes);
        return true;
    }

    /// At an equals sign: an attribute, a query's or filter's parameter.
    void assignment()
    {
        qsizetype first = m_at;
        while (first > 0 && m_at - first < longestName
               && (m_view.at(first - 1).isLetterOrNumber() || QStringView(u"_:.").contains(m_view.at(first - 1))))
            --first;
        const auto kind = kindOf(m_view.sliced(first, m_at - first));
        ++m_at;
        if (!kind)
            return;
        while (m_at < m_view.size() && (m_view.at(m_at) == u' ' || m_view.at(m_at) == u'\\'))
            ++m_at;
        if (m_at >= m_view.size())
            return;
        const QChar quote = m_view.at(m_at);
        const bool quoted = quote == u'"' || quote == u'\'';
        const qsizetype from = quoted ? m_at + 1 : m_at;
        qsizetype to = from;
        while (to < m_view.size()
               && (quoted ? m_view.at(to) != quote && m_view.at(to) != u'\\'
                          : !m_view.at(to).isSpace() && !QStringView(u"&;,)<>\"'").contains(m_view.at(to))))
            ++to;
        m_at = from;
        if (to > from)
            replace(from, to, maskedBy(*kind, m_view.sliced(from, to - from)));
    }

    struct Bracket {
        QStringView open, close;
    };

    /// At what may open an element's tag, plain or escaped: masks the text up to the next tag if its name is personal.
    void element()
    {
        static constexpr std::array<Bracket, 5> brackets {{{u"<", u">"},
                                                           {u"&lt;", u"&gt;"},
                                                           {u"&amp;lt;", u"&amp;gt;"},
                                                           {u"\\u003c", u"\\u003e"},
                                                           {u"\\u003C", u"\\u003E"}}};
        const QStringView rest = m_view.sliced(m_at);
        const auto *bracket = std::find_if(brackets.begin(), brackets.end(),
                                           [rest](const Bracket &known) { return rest.startsWith(known.open); });
        ++m_at;
        if (bracket == brackets.end())
            return;
        const qsizetype name = m_at + bracket->open.size() - 1;
        qsizetype end = name;
        while (end < m_view.size() && end - name <= longestName
               && (m_view.at(end).isLetterOrNumber() || QStringView(u"_:.-").contains(m_view.at(end))))
            ++end;
        m_at = end;
        const auto kind = kindOf(m_view.sliced(name, end - name));
        if (!kind)
            return;
        constexpr qsizetype longestTag = 1000;
        const qsizetype tag = m_view.sliced(end, std::min(longestTag, m_view.size() - end)).indexOf(bracket->close);
        if (tag < 0 || (tag > 0 && m_view.at(end + tag - 1) == u'/') || m_view.sliced(end, tag).contains(bracket->open))
            return;
        qsizetype from = end + tag + bracket->close.size();
        QStringView close = bracket->open;
        if (m_view.sliced(from).startsWith(u"<![CDATA[")) {
            from += 9;
            close = u"]]>";
        }
        qsizetype to = m_view.indexOf(close, from);
        if (to < 0)
            to = m_view.size();
        if (!m_view.sliced(from, to - from).trimmed().isEmpty())
            replace(from, to, maskedBy(*kind, m_view.sliced(from, to - from)));
    }

    const QString &m_text;
    const QStringView m_view;
    QString m_masked;
    qsizetype m_at = 0;
    qsizetype m_done = 0; ///< what stands before is in m_masked
};

} // namespace

QString maskedText(const QString &text)
{
    QString masked;
    appendMaskedText(masked, text, 0, text.size());
    return masked;
}

QString maskedPayload(const QString &text)
{
    return PayloadMasker(text).run();
}

QString maskedValue(QStringView name, const QString &value)
{
    const auto kind = kindOf(name);
    return !kind || value.isEmpty() ? maskedText(value) : maskedBy(*kind, value);
}

} // namespace ponte::security
