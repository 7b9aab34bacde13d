// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/log/searchwords.h"

#include <QSet>

#include <algorithm>
#include <string>

namespace ponte::log {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestPart = 3;
constexpr qsizetype tellingNumber = 5; ///< a word with a digit, so long that not many records hold it
constexpr qsizetype tellingFew = 6; ///< so long that few do, unless it is made of leading zeros
constexpr qsizetype beyondZeros = 4;
constexpr qsizetype longestWord = 48; ///< ends further inside are not indexed
constexpr std::size_t partLength = 4; ///< of PostgreSQL's index

struct Word {
    QString text;
    bool endsHere = false; ///< something that is no part of a word follows
};

QList<Word> wordsIn(const QString &text)
{
    QList<Word> words;
    QString current;
    for (const QChar c : text) {
        // SQLite's tokenizer "ascii" and PostgreSQL's index split at the same places: both keep whatever is not ASCII.
        if (c.unicode() >= 0x80 || c.isLetterOrNumber()) {
            current.append(c);
        } else if (!current.isEmpty()) {
            words.append({current, true});
            current.clear();
        }
    }
    if (!current.isEmpty())
        words.append({current, false});
    return words;
}

bool hasDigit(const Word &word)
{
    return std::any_of(word.text.begin(), word.text.end(), [](QChar c) { return c.isDigit(); });
}

/// Without the shortest, which an index does not know or which stand in so many records that they cost more to read
/// than they leave out.
QList<Word> wordsThatLead(const QString &typed)
{
    QList<Word> words = wordsIn(typed);
    const bool hasNumber = std::any_of(words.begin(), words.end(), [](const Word &word) {
        return word.text.size() >= tellingNumber && hasDigit(word);
    });
    words.removeIf([hasNumber](const Word &word) {
        return word.text.size() < shortestPart || (hasNumber && word.text.size() == shortestPart);
    });
    return words;
}

} // namespace

QString searchedText(const QString &keyValues, const QString &message, const QString &origin)
{
    return keyValues + u'\n' + message + u'\n' + origin;
}

QString indexedWords(const QString &text)
{
    QSet<QStringView> seen;
    QString indexed;
    const QList<Word> words = wordsIn(text.toLower());
    for (const Word &word : words) {
        const qsizetype last = std::min(word.text.size() - shortestPart, longestWord);
        for (qsizetype from = 0; from <= last; ++from) {
            const QStringView end = QStringView(word.text).mid(from);
            if (seen.contains(end))
                continue;
            seen.insert(end);
            if (!indexed.isEmpty())
                indexed.append(u' ');
            indexed.append(end);
        }
    }
    return indexed;
}

QString wordQuery(const QString &typed)
{
    QStringList parts;
    const QList<Word> words = wordsThatLead(typed.toLower());
    for (const Word &word : words) {
        if (word.text.size() > longestWord)
            parts.append(u'"' + word.text.left(longestWord) + u"\" *"_s);
        else
            parts.append(u'"' + word.text + (word.endsHere ? u"\""_s : u"\" *"_s));
    }
    return parts.join(u" AND "_s);
}

QString partQuery(const QString &typed)
{
    QStringList parts;
    const QList<Word> words = wordsThatLead(typed);
    for (const Word &word : words) {
        // PostgreSQL counts characters, not their halves.
        const std::u32string text = word.text.toStdU32String();
        const auto part = [&text](std::size_t from) -> QString {
            return u'\'' + QString::fromStdU32String(text.substr(from, partLength)) + u'\'';
        };
        if (text.size() == shortestPart)
            parts.append(part(0) + (word.endsHere ? QString() : u":*"_s));
        for (std::size_t from = 0; from + partLength < text.size(); from += partLength / 2)
            parts.append(part(from));
        if (text.size() >= partLength)
            parts.append(part(text.size() - partLength));
    }
    parts.removeDuplicates();
    return parts.join(u" & "_s);
}

QString groupQuery(qint64 first, qint64 last)
{
    QStringList groups;
    for (qint64 group = first; group <= last; ++group)
        groups.append(u"'#"_s + QString::number(group) + u'\'');
    return groups.join(u" | "_s);
}

QString tellingWord(const QString &typed)
{
    QString telling;
    const QList<Word> words = wordsIn(typed.toLower());
    for (const Word &word : words) {
        const auto zeros = std::find_if(word.text.begin(), word.text.end(), [](QChar c) { return c != u'0'; });
        if (word.text.size() >= tellingFew && word.text.end() - zeros >= beyondZeros && hasDigit(word)
            && word.text.size() > telling.size())
            telling = word.text;
    }
    return telling;
}

Result<> indexDueWords(storage::Connection &connection, int limit)
{
    if (connection.backend() != storage::Backend::Sqlite)
        return {};
    const auto due = connection.query(u"log.words_due"_s, {{u":limit"_s, limit}});
    if (!due)
        return tl::unexpected(due.error());
    for (const storage::Row &row : *due) {
        const storage::Bindings id {{u":id"_s, row.number(u"id")}};
        if (!row.isNull(u"indexed")) {
            const auto forgotten = connection.execute(
                u"log.forget_words"_s, id + storage::Bindings {{u":words"_s, indexedWords(row.text(u"indexed"))}});
            if (!forgotten)
                return tl::unexpected(forgotten.error());
        }
        const QString text = searchedText(row.text(u"key_values"), row.text(u"message"), row.text(u"origin"));
        const auto indexed =
            connection.execute(u"log.index_words"_s, id + storage::Bindings {{u":words"_s, indexedWords(text)}});
        if (!indexed)
            return tl::unexpected(indexed.error());
    }
    if (due->isEmpty())
        return {};
    const auto done = connection.execute(u"log.words_done"_s, {{u":last"_s, due->last().number(u"id")}});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

} // namespace ponte::log
