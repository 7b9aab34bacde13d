// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integration/configurationchanges.h"

#include <algorithm>

namespace ponte::integration {

namespace {

/// Changes of parameters are made by people: more than this is beyond any history met.
constexpr int changesRead = 10'000;

bool countsFor(const parameters::Scope &scope, const log::RecordKey &key)
{
    switch (scope.kind) {
    case parameters::ScopeKind::Global:
        return true;
    case parameters::ScopeKind::Company:
        return scope.company == key.company;
    case parameters::ScopeKind::Level:
        return scope.company == key.company && scope.level == key.level;
    }
    return false;
}

} // namespace

Result<QList<parameters::HistoryEntry>> configurationChanges(storage::Connection &connection,
                                                             const parameters::Parameters &parameters,
                                                             const log::Record &record, const QDateTime &from,
                                                             const QDateTime &to)
{
    auto history = parameters.history(connection, changesRead);
    if (!history)
        return history;
    history->removeIf([&](const parameters::HistoryEntry &entry) {
        return entry.at <= from || entry.at > to || !countsFor(entry.scope, record.key);
    });
    std::stable_sort(history->begin(), history->end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return history;
}

} // namespace ponte::integration
