// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/mail/mimetext.h"

#include <QRegularExpression>

#include <algorithm>

namespace ponte::mail {

using namespace Qt::StringLiterals;

namespace {

/// Bytes of text in one encoded word: in base64, with its marks and the header's name, a line stays under 76
/// characters.
constexpr qsizetype wordBytes = 39;
constexpr qsizetype longestPlainLine = 900;
constexpr qsizetype longestAddress = 254;

bool isPlainHeader(const QString &text)
{
    return text.size() < longestPlainLine
           && std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

} // namespace

QByteArray mailHeader(const QByteArray &name, const QString &value)
{
    QString text = value;
    text.replace(QRegularExpression(u"[\\x00-\\x1f\\x7f]+"_s), u" "_s);
    if (isPlainHeader(text) && !text.contains("=?"_L1))
        return name + ": " + text.toLatin1();
    QList<QByteArray> words;
    QByteArray word;
    const QList<uint> characters = text.toUcs4();
    const auto close = [&] { words.append("=?UTF-8?B?" + std::exchange(word, {}).toBase64() + "?="); };
    for (const char32_t character : characters) {
        const QByteArray bytes = QString::fromUcs4(&character, 1).toUtf8();
        if (word.size() + bytes.size() > wordBytes)
            close();
        word += bytes;
    }
    if (!word.isEmpty())
        close();
    return name + ": " + words.join("\r\n ");
}

QByteArray mailDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " +0000";
}

bool isMailAddress(const QString &text)
{
    static const QRegularExpression form(
        uR"(^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$)"_s);
    return text.size() <= longestAddress && form.match(text).hasMatch();
}

QByteArray plainFileName(const QString &name)
{
    QByteArray plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD)) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        const bool isSafe = c.unicode() < 0x80 && (c.isLetterOrNumber() || u"._-"_s.contains(c));
        plain += isSafe ? char(c.unicode()) : '-';
    }
    return plain.isEmpty() ? QByteArray("file") : plain;
}

} // namespace ponte::mail
