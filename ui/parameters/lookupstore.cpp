// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/parameters/lookupstore.h"

#include "core/base/logging.h"
#include "ui/widgets/activity.h"
#include "ui/widgets/answer.h"

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

LookupStore::~LookupStore()
{
    m_closing.cancel();
    for (const int job : std::as_const(m_jobs))
        m_session.activity.finish(job, Activity::Outcome::Cancelled);
}

void LookupStore::readFromRm(const QString &kind, const parameters::Scope &scope)
{
    const Name name {kind, lookupScope(kind, scope)};
    if (!m_session.outside || m_readings.value(name).isRunning)
        return;
    m_readings.insert(name, {true});
    const CancelToken cancel = m_closing;
    Activity &activity = m_session.activity;
    const int job = activity.start({u"lookup %1 %2"_s.arg(kind, name.second), [kind] { return titleOf(kind); }});
    m_jobs.insert(job);
    Q_EMIT changed();
    const auto keep = [this, name, job, &activity](const Result<int> &rows) {
        m_jobs.remove(job);
        m_readings.insert(name, {false, rows ? QString() : rows.error().message});
        activity.finish(job, rows ? Activity::Outcome::Done : Activity::Outcome::Failed,
                        rows ? tr("%n row(s)", nullptr, *rows) : rows.error().message);
        read(name);
        Q_EMIT changed();
    };
    m_session.outside->refresh(m_session.actor, kind, name.second, cancel, answerTo<Result<int>>(this, keep));
}

LookupStore::Reading LookupStore::reading(const QString &kind, const parameters::Scope &scope) const
{
    return m_readings.value({kind, lookupScope(kind, scope)});
}

QString LookupStore::titleOf(const QString &kind)
{
    if (kind == "statuses"_L1)
        return tr("Reading the enrolment statuses from RM");
    if (kind == "users"_L1)
        return tr("Reading the users from RM");
    return tr("Reading the lists from RM");
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
