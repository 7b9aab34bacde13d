// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/configurationat.h"

#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostChanges = 100'000;

struct SettingState {
    QString value;
    QDateTime secretSince; ///< of a secret: its latest change until then; invalid: never set
    bool isKnownSecret = false;
};

QString quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

parameters::Scope scopeOf(const parameters::Definition &definition, const log::RecordKey &key)
{
    switch (definition.scope) {
    case parameters::ScopeKind::Global:
        return parameters::Scope::global();
    case parameters::ScopeKind::Company:
        return parameters::Scope::ofCompany(key.company);
    case parameters::ScopeKind::Level:
        return parameters::Scope::ofLevel(key.company, key.level);
    }
    return {};
}

/// Goes back from what is stored now, one change after the other.
SettingState stateAt(const parameters::Definition &definition, const parameters::Scope &scope,
                     const QList<parameters::Value> &values, const QList<parameters::HistoryEntry> &history,
                     const log::Item &item)
{
    SettingState state;
    state.isKnownSecret = definition.kind == parameters::ValueKind::Secret;
    for (const parameters::Value &value : values) {
        if (value.key == definition.key && value.scope == scope)
            state.value = value.value;
    }
    for (const parameters::HistoryEntry &entry : history) {
        if (entry.key != definition.key || entry.scope != scope)
            continue;
        if (item.configurationVersion > 0 ? entry.version <= item.configurationVersion : entry.at <= item.createdAt) {
            state.secretSince = entry.at;
            break;
        }
        state.value = entry.oldValue;
    }
    return state;
}

} // namespace

Result<QString> configurationAt(storage::Connection &connection, const parameters::Parameters &parameters,
                                const log::RecordKey &key, const log::Item &item)
{
    const Result<QList<parameters::Value>> values = parameters.list(connection);
    if (!values)
        return tl::unexpected(values.error());
    const Result<QList<parameters::HistoryEntry>> history = parameters.history(connection, mostChanges);
    if (!history)
        return tl::unexpected(history.error());
    QStringList members;
    for (const parameters::Definition &definition : parameters.schema().definitions) {
        const SettingState state = stateAt(definition, scopeOf(definition, key), *values, *history, item);
        const QString name = QCoreApplication::translate("Parameters", definition.label);
        QString value = state.value;
        if (state.isKnownSecret)
            value = state.secretSince.isValid()
                        ? QCoreApplication::translate("Configuration", "set on %1").arg(timeText(state.secretSince))
                        : QString();
        const bool isNumber = definition.kind == parameters::ValueKind::Integer;
        members.append(quoted(name) + u':' + (value.isEmpty() ? u"null"_s : isNumber ? value : quoted(value)));
    }
    return u'{' + members.join(u',') + u'}';
}

} // namespace ponte::ui
