// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/values.h"

#include <algorithm>

namespace ponte {

namespace {

// QChar::isDigit() also accepts the digits of other scripts, which neither RM nor arithmetic on them would bear.
bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool areDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isAsciiDigit);
}

int digitAt(QStringView digits, qsizetype index)
{
    return digits[index].unicode() - u'0';
}

/// The modulo-11 digit of CPF and CNPJ over the first `length` digits; weights run 2, 3, … from the right up to
/// `maxWeight`.
int checkDigit(QStringView digits, qsizetype length, int maxWeight)
{
    int sum = 0;
    int weight = 2;
    for (qsizetype i = length - 1; i >= 0; --i) {
        sum += digitAt(digits, i) * weight;
        weight = weight == maxWeight ? 2 : weight + 1;
    }
    const int rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
}

bool hasCheckDigits(QStringView digits, qsizetype length, int maxWeight)
{
    if (digits.size() != length || !areDigits(digits))
        return false;
    // Equal digits throughout satisfy the arithmetic, yet were never given to anyone.
    if (std::all_of(digits.begin(), digits.end(), [first = digits.front()](QChar c) { return c == first; }))
        return false;
    return checkDigit(digits, length - 2, maxWeight) == digitAt(digits, length - 2)
           && checkDigit(digits, length - 1, maxWeight) == digitAt(digits, length - 1);
}

} // namespace

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (isAsciiDigit(c))
            digits += c;
    }
    return digits;
}

bool isValidCpf(QStringView digits)
{
    return hasCheckDigits(digits, 11, 11);
}

bool isValidCnpj(QStringView digits)
{
    return hasCheckDigits(digits, 14, 9);
}

QString withDocumentMask(QStringView digits)
{
    if (digits.size() == 11 && areDigits(digits)) {
        return digits.first(3) % u'.' % digits.sliced(3, 3) % u'.' % digits.sliced(6, 3) % u'-' % digits.last(2);
    }
    if (digits.size() == 14 && areDigits(digits)) {
        return digits.first(2) % u'.' % digits.sliced(2, 3) % u'.' % digits.sliced(5, 3) % u'/' % digits.sliced(8, 4)
               % u'-' % digits.last(2);
    }
    return digits.toString();
}

std::optional<Money> Money::fromText(QStringView text)
{
    constexpr qsizetype MaxWholeDigits = 12;
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView decimals = point < 0 ? QStringView() : text.sliced(point + 1);
    if (whole.isEmpty() || whole.size() > MaxWholeDigits || !areDigits(whole))
        return std::nullopt;
    if (point >= 0 && (decimals.isEmpty() || decimals.size() > 2 || !areDigits(decimals)))
        return std::nullopt;

    qint64 cents = whole.toLongLong() * 100;
    if (!decimals.isEmpty())
        cents += digitAt(decimals, 0) * 10;
    if (decimals.size() > 1)
        cents += digitAt(decimals, 1);
    return Money {cents};
}

QString Money::toText() const
{
    // An unsigned magnitude, since the lowest qint64 has no positive counterpart.
    const quint64 magnitude = cents < 0 ? 0 - static_cast<quint64>(cents) : static_cast<quint64>(cents);
    const QString sign = cents < 0 ? QStringLiteral("-") : QString();
    return sign + QString::number(magnitude / 100) + u'.' + QString::number(magnitude % 100).rightJustified(2, u'0');
}

} // namespace ponte
