// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/log/quicktext.h"

#include "core/base/values.h"

#include <algorithm>

namespace ponte::log {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype cpfDigits = 11;
constexpr qsizetype longestPlainId = 7;

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool isLetter(QChar character)
{
    return (character >= u'a' && character <= u'z') || (character >= u'A' && character <= u'Z');
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool isCpf(const QString &text)
{
    const bool looksSo = std::all_of(text.begin(), text.end(),
                                     [](QChar c) { return isDigit(c) || c == u'.' || c == u'-' || c == u' '; });
    const QString digits = digitsOf(text);
    return looksSo && digits.size() == cpfDigits && isValidCpf(digits);
}

bool isSaleId(QStringView text)
{
    const auto allowed = [](QChar c) { return isDigit(c) || isLetter(c) || c == u'.' || c == u'_' || c == u'-'; };
    return text.contains(u'-') && std::all_of(text.begin(), text.end(), allowed)
           && std::any_of(text.begin(), text.end(), isDigit) && std::any_of(text.begin(), text.end(), isLetter);
}

bool isLogId(QStringView digits)
{
    return isDigits(digits) && digits.toLongLong() > 0;
}

} // namespace

QuickText quickText(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    if (text.startsWith(u'#') && isLogId(text.mid(1).trimmed()))
        return {QuickKind::LogId, text.mid(1).trimmed()};
    if (isCpf(text))
        return {QuickKind::Cpf, digitsOf(text)};
    if (isDigits(text)) {
        const bool isId = text.size() <= longestPlainId && !text.startsWith(u'0');
        return {isId ? QuickKind::LogId : QuickKind::Key, text};
    }
    return {isSaleId(text) ? QuickKind::SaleId : QuickKind::Text, text};
}

void applyQuickText(Filter &filter, const QuickText &quick)
{
    filter.ids.clear();
    filter.key.clear();
    filter.origin.clear();
    filter.text.clear();
    switch (quick.kind) {
    case QuickKind::Nothing:
        break;
    case QuickKind::LogId:
        filter.ids = {LogRecordId(quick.value.toLongLong())};
        break;
    case QuickKind::Cpf:
    case QuickKind::Key:
        filter.key = quick.value;
        break;
    case QuickKind::SaleId:
    case QuickKind::Text:
        filter.text = quick.value;
        break;
    }
}

} // namespace ponte::log
