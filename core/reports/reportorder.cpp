// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/reportorder.h"

namespace ponte::reports {

using namespace Qt::StringLiterals;

QString toWord(Format format)
{
    switch (format) {
    case Format::Csv:
        return u"csv"_s;
    case Format::Xlsx:
        return u"xlsx"_s;
    case Format::Pdf:
        return u"pdf"_s;
    case Format::Html:
        return u"html"_s;
    }
    return {};
}

std::optional<Format> formatFromWord(QStringView word)
{
    for (const Format format : {Format::Csv, Format::Xlsx, Format::Pdf, Format::Html}) {
        if (word == toWord(format))
            return format;
    }
    return {};
}

QJsonObject Receipt::toJson() const
{
    return {
        {u"filter"_s, filter},
        {u"zone"_s, zone},
        {u"generatedAt"_s, generatedAt.toUTC().toString(Qt::ISODateWithMs)},
        {u"by"_s, by},
        {u"rows"_s, rows},
        {u"complete"_s, complete},
        {u"sha256"_s, QString::fromLatin1(sha256)},
    };
}

} // namespace ponte::reports
