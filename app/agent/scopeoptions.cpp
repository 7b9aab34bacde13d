// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/scopeoptions.h"

#include <QDateTime>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

template<class Id>
Result<std::optional<Id>> idOption(const Arguments &arguments, const QString &option)
{
    const Result<std::optional<qint64>> number = arguments.number(option);
    if (!number)
        return tl::unexpected(number.error());
    return *number ? std::optional<Id>(Id(**number)) : std::nullopt;
}

} // namespace

Option companyOption(const QString &help)
{
    return {u"company"_s, u"N"_s, help.isEmpty() ? u"RM's company (coligada)"_s : help};
}

Option levelOption(const QString &help)
{
    return {u"level"_s, u"N"_s, help.isEmpty() ? u"education level (nível de ensino) inside the company"_s : help};
}

Result<std::optional<CompanyId>> companyOf(const Arguments &arguments)
{
    return idOption<CompanyId>(arguments, u"company"_s);
}

Result<std::optional<LevelId>> levelOf(const Arguments &arguments)
{
    return idOption<LevelId>(arguments, u"level"_s);
}

QJsonValue jsonTime(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue jsonText(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace ponte::agent
