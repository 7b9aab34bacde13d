// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/logqueries.h"

#include "core/log/masking.h"
#include "ui/log/chunklist.h"

#include <QElapsedTimer>

namespace ponte::ui::logqueries {

void maskFor(const security::Actor &actor, QList<log::Record> &records)
{
    if (actor.require(security::Action::ViewPersonalData))
        return;
    for (log::Record &record : records) {
        if (!actor.require(security::Action::ViewPersonalData, record.key.company))
            record = log::masked(std::move(record));
    }
}

Result<WalkResult> walk(storage::Connection &connection, const Walk &walk)
{
    const log::LogReader reader(connection);
    WalkResult result;
    std::optional<log::Cursor> after = walk.after;
    for (const int limit : walk.limits) {
        Result<log::Page> page = reader.page(walk.filter, walk.sort, after, limit);
        if (!page)
            return tl::unexpected(page.error());
        result.sizes.append(int(page->records.size()));
        result.hasNext = page->hasNext;
        if (!page->records.isEmpty()) {
            after = log::Cursor::of(page->records.last(), walk.sort);
            result.ends.append(*after);
        }
        if (walk.keepAll)
            result.records += page->records;
        else
            result.records = std::move(page->records);
        if (!result.hasNext)
            break;
    }
    return result;
}

Result<std::optional<int>> rowOf(storage::Connection &connection, const log::Filter &filter, const log::Sort &sort,
                                 LogRecordId id, int limit)
{
    constexpr int step = 1024;
    const log::LogReader reader(connection);
    std::optional<log::Cursor> after;
    for (int from = 0; from < limit; from += step) {
        const Result<log::Page> page = reader.page(filter, sort, after, step);
        if (!page)
            return tl::unexpected(page.error());
        for (qsizetype i = 0; i < page->records.size(); ++i) {
            if (page->records.at(i).id == id)
                return std::optional<int>(from + int(i));
        }
        if (!page->hasNext)
            break;
        after = log::Cursor::of(page->records.last(), sort);
    }
    return std::optional<int>();
}

Result<Counts> counts(storage::Connection &connection, const log::Filter &filter)
{
    QElapsedTimer timer;
    timer.start();
    const log::LogReader reader(connection);
    log::Filter scope;
    scope.company = filter.company;
    scope.level = filter.level;
    const Result<log::Count> matching = reader.count(filter);
    if (!matching)
        return tl::unexpected(matching.error());
    const Result<log::Count> all = filter == scope ? matching : reader.count(scope);
    if (!all)
        return tl::unexpected(all.error());
    return Counts {*matching, *all, timer.elapsed()};
}

Result<Answer> news(storage::Connection &connection, const Ask &ask)
{
    const log::LogReader reader(connection);
    Answer answer;
    const Result<log::Page> head = reader.page(ask.filter, ask.sort, ask.top, ChunkList::pageSize, ask.top.has_value());
    if (!head)
        return tl::unexpected(head.error());
    answer.head = head->records;
    answer.hasMore = head->hasNext;
    if (!ask.watched.isEmpty()) {
        log::Filter watched;
        watched.ids = ask.watched;
        const Result<log::Page> page = reader.page(watched, {}, {}, int(ask.watched.size()));
        if (!page)
            return tl::unexpected(page.error());
        answer.watched = page->records;
    }
    if (ask.withCounts) {
        const Result<Counts> counted = counts(connection, ask.filter);
        if (!counted)
            return tl::unexpected(counted.error());
        answer.counts = *counted;
    }
    return answer;
}

} // namespace ponte::ui::logqueries
