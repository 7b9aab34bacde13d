// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/parameters/parameters.h"

#include "core/security/audit.h"

#include <QCoreApplication>

namespace ponte::parameters {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

QString wordOf(ScopeKind kind)
{
    switch (kind) {
    case ScopeKind::Global:
        return u"global"_s;
    case ScopeKind::Company:
        return u"company"_s;
    case ScopeKind::Level:
        return u"level"_s;
    }
    return {};
}

ScopeKind kindOf(const QString &word)
{
    return word == "level"_L1 ? ScopeKind::Level : word == "company"_L1 ? ScopeKind::Company : ScopeKind::Global;
}

Value valueOf(const storage::Row &row)
{
    Value value;
    value.key = row.text(u"key");
    value.scope = Scope::fromKey(kindOf(row.text(u"scope_kind")), row.text(u"scope_key")).value_or(Scope());
    value.isSecret = row.number(u"has_secret") != 0 || row.text(u"has_secret") == "true"_L1;
    value.value = row.text(u"value");
    value.isSet = value.isSecret || !value.value.isEmpty();
    value.version = row.number(u"version");
    value.changedAt = row.time(u"changed_at");
    value.changedBy = row.text(u"changed_by");
    return value;
}

storage::Bindings keyBindings(const QString &key, const Scope &scope)
{
    return {{u":scope_kind"_s, wordOf(scope.kind)}, {u":scope_key"_s, scope.key()}, {u":key"_s, key}};
}

QVariant nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType(QMetaType::QString)) : QVariant(text);
}

} // namespace

Parameters::Parameters(storage::Database &database, const Clock &clock, const security::SecretBox &secrets,
                       Schema schema)
    : m_database(database)
    , m_clock(clock)
    , m_secrets(secrets)
    , m_schema(std::move(schema))
{}

Result<QList<Value>> Parameters::list(Connection &connection) const
{
    const auto rows = connection.query(u"parameters.values"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Value> values;
    for (const storage::Row &row : *rows) {
        if (m_schema.find(row.text(u"key")))
            values.append(valueOf(row));
    }
    return values;
}

Result<Value> Parameters::get(Connection &connection, const QString &key, const Scope &scope) const
{
    const auto row = connection.first(u"parameters.value"_s, keyBindings(key, scope));
    if (!row)
        return tl::unexpected(row.error());
    if (*row)
        return valueOf(**row);
    Value unset;
    unset.key = key;
    unset.scope = scope;
    return unset;
}

Result<QString> Parameters::reveal(Connection &connection, const QString &key, const Scope &scope) const
{
    const auto row = connection.first(u"parameters.value"_s, keyBindings(key, scope));
    if (!row)
        return tl::unexpected(row.error());
    if (!*row || (*row)->isNull(u"sealed"))
        return QString();
    return m_secrets.open((*row)->bytes(u"sealed"));
}

Result<QList<HistoryEntry>> Parameters::history(Connection &connection, int limit) const
{
    const auto rows = connection.query(u"parameters.history"_s, {{u":limit"_s, limit}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<HistoryEntry> entries;
    for (const storage::Row &row : *rows) {
        const ScopeKind kind = kindOf(row.text(u"scope_kind"));
        entries.append({row.number(u"id"), row.time(u"changed_at"), row.text(u"changed_by"), row.text(u"key"),
                        Scope::fromKey(kind, row.text(u"scope_key")).value_or(Scope()), row.text(u"old_value"),
                        row.text(u"new_value"), row.number(u"secret") != 0});
    }
    return entries;
}

Result<qint64> Parameters::version(Connection &connection)
{
    const auto row = connection.first(u"parameters.version"_s);
    if (!row)
        return tl::unexpected(row.error());
    return (*row)->number(u"version");
}

Result<> Parameters::check(Connection &connection, const Change &change) const
{
    const Definition *definition = m_schema.find(change.key);
    if (!definition)
        return failure(ErrorCode::Validation,
                       QCoreApplication::translate("Parameters", "There is no parameter '%1'.").arg(change.key), {},
                       change.key);
    if (definition->scope != change.scope.kind)
        return failure(
            ErrorCode::Validation,
            QCoreApplication::translate("Parameters", "The parameter '%1' is kept in another scope.").arg(change.key),
            {}, change.key);
    const QString message = validationMessage(*definition, change.value);
    if (!message.isEmpty())
        return failure(ErrorCode::Validation, message, {}, change.key);
    if (definition->kind != ValueKind::Lookup || change.value.isEmpty())
        return {};
    const QString scope = definition->lookup == "users"_L1 ? QString() : change.scope.key();
    const auto age =
        connection.first(u"parameters.lookup_age"_s, {{u":kind"_s, definition->lookup}, {u":scope"_s, scope}});
    if (!age)
        return tl::unexpected(age.error());
    // A list that was never read cannot refuse a code; the import itself meets a wrong one.
    if (!*age)
        return {};
    const auto known =
        connection.first(u"parameters.lookup_code"_s,
                         {{u":kind"_s, definition->lookup}, {u":scope"_s, scope}, {u":code"_s, change.value}});
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return failure(
            ErrorCode::Validation,
            QCoreApplication::translate("Parameters", "'%1' is not in the list read from RM.").arg(change.value), {},
            change.key);
    return {};
}

Result<> Parameters::store(Connection &connection, const security::Actor &actor, const Change &change) const
{
    const auto before = get(connection, change.key, change.scope);
    if (!before)
        return tl::unexpected(before.error());
    if (change.expectedVersion >= 0 && change.expectedVersion != before->version)
        return failure(
            ErrorCode::Conflict,
            QCoreApplication::translate("Parameters", "%1 changed this value meanwhile.").arg(before->changedBy), {},
            change.key);
    const bool secret = m_schema.find(change.key)->kind == ValueKind::Secret;
    if (!secret && before->value == change.value)
        return {};
    const bool sealing = secret && !change.value.isEmpty();
    storage::Bindings bindings = keyBindings(change.key, change.scope);
    bindings +=
        {{u":value"_s, secret ? QVariant(QMetaType(QMetaType::QString)) : nullIfEmpty(change.value)},
         {u":sealed"_s, sealing ? QVariant(m_secrets.seal(change.value)) : QVariant(QMetaType(QMetaType::QByteArray))},
         {u":now"_s, m_clock.now()},
         {u":who"_s, actor.name()}};
    if (const auto stored = connection.execute(u"parameters.store_value"_s, bindings); !stored)
        return tl::unexpected(stored.error());
    storage::Bindings history = keyBindings(change.key, change.scope);
    history += {{u":old_value"_s, nullIfEmpty(before->value)},
                {u":new_value"_s, secret ? QVariant(QMetaType(QMetaType::QString)) : nullIfEmpty(change.value)},
                {u":secret"_s, secret ? 1 : 0},
                {u":now"_s, m_clock.now()},
                {u":who"_s, actor.name()}};
    if (const auto added = connection.execute(u"parameters.add_history"_s, history); !added)
        return tl::unexpected(added.error());
    if (!secret)
        return {};
    return security::appendAudit(connection, actor, {u"parameter.secret"_s, u"parameter "_s + change.key},
                                 m_clock.now());
}

Result<> Parameters::applyIn(Connection &connection, const security::Actor &actor, const QList<Change> &changes) const
{
    for (const Change &change : changes) {
        if (Result<> sound = check(connection, change); !sound)
            return sound;
        if (Result<> stored = store(connection, actor, change); !stored)
            return stored;
    }
    connection.noteChange(u"parameters"_s);
    return {};
}

Result<> Parameters::apply(const security::Actor &actor, const QList<Change> &changes)
{
    if (Result<> allowed = actor.require(security::Action::ManageParameters); !allowed)
        return allowed;
    return m_database.writer().write<void>("parameters.apply",
                                           [&](Connection &connection) { return applyIn(connection, actor, changes); });
}

void Parameters::applyLater(const security::Actor &actor, const QList<Change> &changes,
                            std::function<void(const Result<> &)> done)
{
    if (const Result<> allowed = actor.require(security::Action::ManageParameters); !allowed) {
        done(allowed);
        return;
    }
    m_database.writer().post(
        "parameters.apply",
        [this, actor, changes](Connection &connection) { return applyIn(connection, actor, changes); },
        std::move(done));
}

} // namespace ponte::parameters
