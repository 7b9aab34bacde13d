// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/parameters/parameterfile.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ponte::parameters {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView fileFormat = "ponte-parameters"_L1;
constexpr int fileVersion = 1;

class FileText
{
    Q_DECLARE_TR_FUNCTIONS(ParameterFile)
};

tl::unexpected<Error> unsound(const QString &message)
{
    return failure(ErrorCode::Validation, message);
}

/// 0 where the member is absent or null.
Result<qint64> entryNumber(const QJsonObject &entry, const QString &name)
{
    const QJsonValue value = entry.value(name);
    if (value.isNull() || value.isUndefined())
        return 0;
    const qint64 number = value.toInteger(0);
    if (number < 1)
        return unsound(FileText::tr("'%1' must be a whole number from 1.").arg(name));
    return number;
}

QString wantedScope(ScopeKind kind)
{
    switch (kind) {
    case ScopeKind::Global:
        return FileText::tr("%1 is kept for all companies: leave out 'company' and 'level'.");
    case ScopeKind::Company:
        return FileText::tr("%1 is kept per company: give 'company' and no 'level'.");
    case ScopeKind::Level:
        return FileText::tr("%1 is kept per company and level: give 'company' and 'level'.");
    }
    return {};
}

Result<Scope> entryScope(const Definition &definition, const QJsonObject &entry)
{
    const Result<qint64> company = entryNumber(entry, u"company"_s);
    const Result<qint64> level = entryNumber(entry, u"level"_s);
    if (!company || !level)
        return tl::unexpected(company ? level.error() : company.error());
    Scope scope {definition.scope, CompanyId(*company), LevelId(*level)};
    const bool hasCompany = definition.scope != ScopeKind::Global;
    const bool hasLevel = definition.scope == ScopeKind::Level;
    if (hasCompany != (*company > 0) || hasLevel != (*level > 0))
        return unsound(wantedScope(definition.scope).arg(definition.key));
    return scope;
}

Result<Change> entryChange(const Schema &schema, const QJsonObject &entry)
{
    const QString key = entry.value(u"key"_s).toString();
    const Definition *definition = schema.find(key);
    if (!definition)
        return unsound(FileText::tr("There is no parameter '%1'.").arg(key));
    if (definition->kind == ValueKind::Secret)
        return unsound(FileText::tr("%1 is a secret, which no file carries.").arg(key));
    if (!entry.value(u"value"_s).isString())
        return unsound(FileText::tr("The value of %1 must be a text.").arg(key));
    const Result<Scope> scope = entryScope(*definition, entry);
    if (!scope)
        return tl::unexpected(scope.error());
    return Change {key, *scope, entry.value(u"value"_s).toString()};
}

} // namespace

QJsonObject fileDocument(const QList<Value> &values)
{
    const auto numberOrNull = [](qint64 number) { return number > 0 ? QJsonValue(number) : QJsonValue(); };
    QJsonArray entries;
    for (const Value &value : values) {
        if (!value.isSet || value.isSecret)
            continue;
        entries.append(QJsonObject {{u"company"_s, numberOrNull(value.scope.company.value())},
                                    {u"level"_s, numberOrNull(value.scope.level.value())},
                                    {u"key"_s, value.key},
                                    {u"value"_s, value.value}});
    }
    return {{u"format"_s, QString(fileFormat)}, {u"version"_s, fileVersion}, {u"parameters"_s, entries}};
}

Result<QList<Change>> fileChanges(const Schema &schema, const QJsonObject &root)
{
    if (root.value(u"format"_s).toString() != fileFormat || root.value(u"version"_s).toInt() != fileVersion
        || !root.value(u"parameters"_s).isArray())
        return unsound(FileText::tr("The file is not one that an export of parameters writes."));
    QList<Change> changes;
    const QJsonArray entries = root.value(u"parameters"_s).toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const Result<Change> change = entryChange(schema, entries.at(i).toObject());
        if (!change)
            return unsound(FileText::tr("Entry %1: %2").arg(QString::number(i + 1), change.error().message));
        changes.append(*change);
    }
    return changes;
}

} // namespace ponte::parameters
