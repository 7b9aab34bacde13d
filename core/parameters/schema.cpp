// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/parameters/schema.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace ponte::parameters {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("Parameters", text);
}

} // namespace

Scope Scope::global()
{
    return {};
}

Scope Scope::ofCompany(CompanyId company)
{
    return {ScopeKind::Company, company, {}};
}

Scope Scope::ofLevel(CompanyId company, LevelId level)
{
    return {ScopeKind::Level, company, level};
}

QString Scope::key() const
{
    switch (kind) {
    case ScopeKind::Global:
        return {};
    case ScopeKind::Company:
        return QString::number(company.value());
    case ScopeKind::Level:
        return u"%1/%2"_s.arg(company.value()).arg(level.value());
    }
    return {};
}

std::optional<Scope> Scope::fromKey(ScopeKind kind, const QString &key)
{
    const QStringList parts = key.isEmpty() ? QStringList() : key.split(u'/');
    if (parts.size() != (kind == ScopeKind::Global ? 0 : kind == ScopeKind::Company ? 1 : 2))
        return {};
    Scope scope;
    scope.kind = kind;
    if (!parts.isEmpty())
        scope.company = CompanyId(parts.first().toLongLong());
    if (parts.size() > 1)
        scope.level = LevelId(parts.at(1).toLongLong());
    return scope;
}

const Definition *Schema::find(const QString &key) const
{
    const auto found = std::find_if(definitions.begin(), definitions.end(),
                                    [&](const Definition &definition) { return definition.key == key; });
    return found == definitions.end() ? nullptr : &*found;
}

QString validationMessage(const Definition &definition, const QString &value)
{
    if (value.isEmpty())
        return {};
    if (value.size() > 2000)
        return sentence(QT_TRANSLATE_NOOP("Parameters", "At most 2000 characters."));
    switch (definition.kind) {
    case ValueKind::Url: {
        const QUrl url(value, QUrl::StrictMode);
        const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        if (!url.isValid() || !web || url.host().isEmpty())
            return sentence(
                QT_TRANSLATE_NOOP("Parameters", "Enter a whole address, such as https://broker.example/api."));
        if (!url.userInfo().isEmpty())
            return sentence(QT_TRANSLATE_NOOP("Parameters", "The address must not hold a user or password."));
        return {};
    }
    case ValueKind::Integer: {
        bool ok = false;
        const int number = value.toInt(&ok);
        if (!ok || number < definition.minimum || number > definition.maximum || QString::number(number) != value)
            return sentence(QT_TRANSLATE_NOOP("Parameters", "Enter a whole number from %1 to %2, or leave it empty."))
                .arg(definition.minimum)
                .arg(definition.maximum);
        return {};
    }
    case ValueKind::Secret:
    case ValueKind::Text:
    case ValueKind::Lookup:
        return value.trimmed() == value
                   ? QString()
                   : sentence(QT_TRANSLATE_NOOP("Parameters", "Remove the spaces at the beginning or end."));
    }
    return {};
}

} // namespace ponte::parameters
