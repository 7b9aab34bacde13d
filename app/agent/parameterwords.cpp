// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/parameterwords.h"

#include "app/agent/scopeoptions.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;
using parameters::Scope;
using parameters::ScopeKind;

Result<const parameters::Definition *> definitionOf(const parameters::Schema &schema, const QString &key)
{
    if (const parameters::Definition *definition = schema.find(key))
        return definition;
    QStringList keys;
    for (const parameters::Definition &definition : schema.definitions)
        keys.append(definition.key);
    return failure(ErrorCode::Usage, u"There is no parameter '%1'; known are %2."_s.arg(key, keys.join(u", "_s)));
}

Result<Scope> scopeOf(const parameters::Definition &definition, std::optional<CompanyId> company,
                      std::optional<LevelId> level)
{
    const auto usage = [&](const QString &what) { return failure(ErrorCode::Usage, definition.key + u' ' + what); };
    switch (definition.scope) {
    case ScopeKind::Global:
        if (company || level)
            return usage(u"is the same for every company: leave out --company and --level."_s);
        return Scope::global();
    case ScopeKind::Company:
        if (level)
            return usage(u"belongs to a whole company: leave out --level."_s);
        if (!company)
            return usage(u"belongs to a company: --company is missing."_s);
        return Scope::ofCompany(*company);
    case ScopeKind::Level:
        if (!company || !level)
            return usage(u"belongs to an education level of a company: %1 missing."_s.arg(
                company ? u"--level is"_s : (level ? u"--company is"_s : u"--company and --level are"_s)));
        return Scope::ofLevel(*company, *level);
    }
    return failure(ErrorCode::Internal, u"The scope of %1 is not known."_s.arg(definition.key));
}

QJsonObject scopeJson(const Scope &scope)
{
    const bool hasCompany = scope.kind != ScopeKind::Global && scope.company.value() > 0;
    const bool hasLevel = scope.kind == ScopeKind::Level && scope.level.value() > 0;
    return {
        {u"company"_s, hasCompany ? QJsonValue(scope.company.value()) : QJsonValue()},
        {u"level"_s, hasLevel ? QJsonValue(scope.level.value()) : QJsonValue()},
    };
}

QString scopeText(const Scope &scope)
{
    if (scope.kind != ScopeKind::Global && scope.company.value() == 0)
        return u"-"_s;
    switch (scope.kind) {
    case ScopeKind::Global:
        return u"all"_s;
    case ScopeKind::Company:
        return QString::number(scope.company.value());
    case ScopeKind::Level:
        return u"%1, level %2"_s.arg(QString::number(scope.company.value()),
                                     scope.level.value() > 0 ? QString::number(scope.level.value()) : u"-"_s);
    }
    return {};
}

QJsonObject valueJson(const parameters::Value &value)
{
    QJsonObject object = scopeJson(value.scope);
    object.insert(u"key"_s, value.key);
    object.insert(u"isSet"_s, value.isSet);
    object.insert(u"isSecret"_s, value.isSecret);
    object.insert(u"value"_s, value.isSet && !value.isSecret ? QJsonValue(value.value) : QJsonValue());
    object.insert(u"version"_s, value.version);
    object.insert(u"changedAt"_s, jsonTime(value.changedAt));
    object.insert(u"changedBy"_s, jsonText(value.changedBy));
    return object;
}

QString valueText(const parameters::Value &value)
{
    if (!value.isSet)
        return u"(not set)"_s;
    return value.isSecret ? u"(set)"_s : value.value;
}

} // namespace ponte::agent
