// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/commands/parameterfile.h"

#include "core/base/json.h"
#include "core/parameters/parameterfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

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
    const QJsonObject root = parameters::fileDocument(*values);
    const qsizetype count = root.value(u"parameters"_s).toArray().size();
    const QByteArray text = QJsonDocument(root).toJson(QJsonDocument::Indented);
    const QString path = *invocation.arguments.word(0);
    if (path == u"-"_s) {
        invocation.output.document(root);
        invocation.output.line(QString::fromUtf8(text).trimmed());
        return ExitStatus::Done;
    }
    if (const Result<> written = writeParameterFile(path, text); !written)
        return tl::unexpected(written.error());
    invocation.output.document(QJsonObject {{u"file"_s, path}, {u"exported"_s, count}});
    invocation.output.line(u"%1: %2 values"_s.arg(path, QString::number(count)));
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
    const Result<QList<parameters::Change>> changes = parameters::fileChanges(store.schema(), document->root);
    if (!changes)
        return tl::unexpected(changes.error());
    if (const Result<> applied = store.apply(*actor, *changes); !applied)
        return tl::unexpected(applied.error());
    invocation.output.document(QJsonObject {{u"file"_s, path}, {u"imported"_s, changes->size()}});
    invocation.output.line(u"%1: %2 values stored"_s.arg(path, QString::number(changes->size())));
    return ExitStatus::Done;
}

} // namespace ponte::agent
