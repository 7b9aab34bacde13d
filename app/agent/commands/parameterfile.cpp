// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/commands/parameterfile.h"

#include "app/agent/parameterwords.h"
#include "core/base/json.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView fileFormat = "ponte-parameters"_L1;
constexpr int fileVersion = 1;

Result<> writeParameterFile(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::Usage, u"The file %1 cannot be written: %2"_s.arg(path, file.errorString()));
    if (file.write(text) != text.size() || !file.commit())
        return failure(ErrorCode::Internal, u"The file %1 cannot be written: %2"_s.arg(path, file.errorString()));
    return {};
}

Result<QByteArray> readParameterFile(const QString &path)
{
    const json::Limits limits;
    QFile file(path);
    const bool isOpen = path == u"-"_s ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return failure(ErrorCode::Usage, u"The file %1 cannot be read: %2"_s.arg(path, file.errorString()));
    // One byte more than is allowed lets the parser refuse a file that is too long.
    QByteArray text = file.read(limits.bytes + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::Usage, u"The file %1 cannot be read: %2"_s.arg(path, file.errorString()));
    return text;
}

template<class Id>
Result<std::optional<Id>> entryId(const QJsonObject &entry, const QString &name)
{
    const QJsonValue value = entry.value(name);
    if (value.isNull() || value.isUndefined())
        return std::optional<Id>();
    const qint64 number = value.toInteger(0);
    if (number < 1)
        return failure(ErrorCode::Validation, u"'%1' must be a whole number from 1."_s.arg(name));
    return std::optional<Id>(Id(number));
}

Result<parameters::Change> changeOf(const parameters::Schema &schema, const QJsonObject &entry)
{
    const auto definition = definitionOf(schema, entry.value(u"key"_s).toString());
    if (!definition)
        return tl::unexpected(definition.error());
    if ((*definition)->kind == parameters::ValueKind::Secret)
        return failure(ErrorCode::Validation,
                       u"%1 is a secret, which no file carries: use parameters set --stdin."_s.arg((*definition)->key));
    if (!entry.value(u"value"_s).isString())
        return failure(ErrorCode::Validation, u"The value of %1 must be a text."_s.arg((*definition)->key));
    const Result<std::optional<CompanyId>> company = entryId<CompanyId>(entry, u"company"_s);
    const Result<std::optional<LevelId>> level = entryId<LevelId>(entry, u"level"_s);
    if (!company || !level)
        return tl::unexpected(company ? level.error() : company.error());
    const Result<parameters::Scope> scope = scopeOf(**definition, *company, *level);
    if (!scope)
        return tl::unexpected(scope.error());
    return parameters::Change {.key = (*definition)->key, .scope = *scope, .value = entry.value(u"value"_s).toString()};
}

Result<QList<parameters::Change>> changesOf(const parameters::Schema &schema, const QJsonObject &root)
{
    if (root.value(u"format"_s).toString() != fileFormat || root.value(u"version"_s).toInt() != fileVersion
        || !root.value(u"parameters"_s).isArray())
        return failure(ErrorCode::Validation, u"The file is not one that  parameters export  writes."_s);
    QList<parameters::Change> changes;
    const QJsonArray entries = root.value(u"parameters"_s).toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        Result<parameters::Change> change = changeOf(schema, entries.at(i).toObject());
        if (!change) {
            // The words of a file are a value, not the caller's usage.
            return failure(ErrorCode::Validation,
                           u"Entry %1: %2"_s.arg(QString::number(i + 1), change.error().message));
        }
        changes.append(std::move(*change));
    }
    return changes;
}

} // namespace

Outcome exportParameters(Invocation &invocation)
{
    const Result<security::Actor> actor = invocation.actor(security::Action::ViewParameters);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const Result<QList<parameters::Value>> values = (*invocation.services())->parameters.list(**reader);
    if (!values)
        return tl::unexpected(values.error());
    QJsonArray entries;
    for (const parameters::Value &value : *values) {
        if (!value.isSet || value.isSecret)
            continue;
        QJsonObject entry = scopeJson(value.scope);
        entry.insert(u"key"_s, value.key);
        entry.insert(u"value"_s, value.value);
        entries.append(entry);
    }
    const QJsonObject root {
        {u"format"_s, QString(fileFormat)}, {u"version"_s, fileVersion}, {u"parameters"_s, entries}};
    const QByteArray text = QJsonDocument(root).toJson(QJsonDocument::Indented);
    const QString path = *invocation.arguments.word(0);
    if (path == u"-"_s) {
        invocation.output.document(root);
        invocation.output.line(QString::fromUtf8(text).trimmed());
        return ExitStatus::Done;
    }
    if (const Result<> written = writeParameterFile(path, text); !written)
        return tl::unexpected(written.error());
    invocation.output.document(QJsonObject {{u"file"_s, path}, {u"exported"_s, entries.size()}});
    invocation.output.line(u"%1: %2 values"_s.arg(path, QString::number(entries.size())));
    return ExitStatus::Done;
}

Outcome importParameters(Invocation &invocation)
{
    const QString path = *invocation.arguments.word(0);
    const Result<QByteArray> text = readParameterFile(path);
    if (!text)
        return tl::unexpected(text.error());
    const Result<json::Document> document = json::parseObject(*text);
    if (!document)
        return tl::unexpected(document.error());
    const Result<security::Actor> actor = invocation.actor(security::Action::ManageParameters);
    if (!actor)
        return tl::unexpected(actor.error());
    parameters::Parameters &store = (*invocation.services())->parameters;
    const Result<QList<parameters::Change>> changes = changesOf(store.schema(), document->root);
    if (!changes)
        return tl::unexpected(changes.error());
    if (const Result<> applied = store.apply(*actor, *changes); !applied)
        return tl::unexpected(applied.error());
    invocation.output.document(QJsonObject {{u"file"_s, path}, {u"imported"_s, changes->size()}});
    invocation.output.line(u"%1: %2 values stored"_s.arg(path, QString::number(changes->size())));
    return ExitStatus::Done;
}

} // namespace ponte::agent
