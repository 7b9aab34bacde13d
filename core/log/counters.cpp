// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/log/counters.h"

#include <algorithm>

namespace ponte::log {

using namespace Qt::StringLiterals;

namespace {

/// Attempts are counted apart only of what may be attempted again.
bool isWaiting(Status status)
{
    return status == Status::Error || status == Status::Pending;
}

bool countsAttempts(const Filter &filter)
{
    return !filter.automaticAttemptsFrom || *filter.automaticAttemptsFrom <= 0
           || (!filter.statuses.isEmpty() && std::all_of(filter.statuses.begin(), filter.statuses.end(), isWaiting));
}

bool chooses(const Filter &filter, const CounterCell &cell)
{
    return (filter.statuses.isEmpty() || filter.statuses.contains(cell.status))
           && (filter.functionalities.isEmpty() || filter.functionalities.contains(cell.functionality))
           && (filter.modules.isEmpty() || filter.modules.contains(cell.module));
}

template<class Id>
QVariant idOrNull(const std::optional<Id> &id)
{
    return id ? QVariant(id->value()) : QVariant(QMetaType(QMetaType::LongLong));
}

} // namespace

Result<QList<CounterCell>> counterCells(storage::Connection &connection, const Filter &filter)
{
    const int attempts = countsAttempts(filter) ? filter.automaticAttemptsFrom.value_or(0) : 0;
    const auto rows = connection.query(
        u"log.counter_cells"_s,
        {{u":company"_s, idOrNull(filter.company)}, {u":level"_s, idOrNull(filter.level)}, {u":attempts"_s, attempts}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<CounterCell> cells;
    for (const storage::Row &row : *rows) {
        const CounterCell cell {CompanyId(row.number(u"company")), row.text(u"functionality"), row.text(u"module"),
                                statusFromWord(row.text(u"status")).value_or(Status::Error), row.number(u"n")};
        if (chooses(filter, cell))
            cells.append(cell);
    }
    return cells;
}

bool countersKnow(const Filter &filter)
{
    return countsAttempts(filter) && filter.origin.isEmpty() && filter.key.isEmpty() && filter.text.isEmpty()
           && filter.signature.isEmpty() && filter.ids.isEmpty() && !filter.createdFrom.isValid()
           && !filter.createdTo.isValid() && !filter.changedFrom.isValid() && !filter.changedTo.isValid();
}

} // namespace ponte::log
