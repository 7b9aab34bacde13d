// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/parameters/lookupstore.h"

#include "core/base/logging.h"

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// The scope under which the cache keeps a kind of lookup.
QString lookupScope(const QString &kind, const parameters::Scope &scope)
{
    if (kind == "statuses"_L1)
        return scope.key();
    if (kind == "levels"_L1 || kind == "branches"_L1)
        return QString::number(scope.company.value());
    return {};
}

} // namespace

LookupStore::LookupStore(const Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{}

std::optional<parameters::Lookup> LookupStore::lookup(const QString &kind, const parameters::Scope &scope)
{
    const Name name {kind, lookupScope(kind, scope)};
    const auto found = m_lookups.constFind(name);
    if (found != m_lookups.cend())
        return *found;
    if (!m_asked.contains(name))
        read(name);
    return {};
}

void LookupStore::refresh()
{
    for (const Name &name : m_lookups.keys())
        read(name);
}

void LookupStore::read(const Name &name)
{
    m_asked.insert(name);
    const auto work = [&lookups = m_session.lookups, name](storage::Connection &connection) {
        return lookups.get(connection, name.first, name.second);
    };
    m_session.database.reads().read<parameters::Lookup>(
        this, work, [this, name](const Result<parameters::Lookup> &lookup) {
            m_asked.remove(name);
            if (!lookup) {
                qCWarning(lcUi) << "lookup" << name.first << "could not be read:" << lookup.error().message;
                return;
            }
            m_lookups.insert(name, *lookup);
            Q_EMIT changed();
        });
}

} // namespace ponte::ui
