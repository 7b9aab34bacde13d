// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/similar.h"

#include "core/log/logreader.h"

#include <algorithm>

namespace ponte::log {

namespace {

/// More functionalities than any integration has.
constexpr int recordsOfOrigin = 200;

} // namespace

Result<std::optional<Record>> similarSuccess(storage::Connection &connection, const Record &record)
{
    Filter filter;
    filter.company = record.key.company;
    filter.level = record.key.level;
    filter.functionalities = {record.key.functionality};
    filter.statuses = {Status::Success};
    // One record per functionality of an origin, so that the second is of another one.
    const Result<Page> page = LogReader(connection).page(filter, {}, std::nullopt, 2);
    if (!page)
        return tl::unexpected(page.error());
    const auto other = std::find_if(page->records.begin(), page->records.end(),
                                    [&](const Record &candidate) { return candidate.key.origin != record.key.origin; });
    return other == page->records.end() ? std::nullopt : std::optional(*other);
}

Result<QList<Record>> ofSameOrigin(storage::Connection &connection, const Record &record)
{
    Filter filter;
    filter.company = record.key.company;
    filter.origin = record.key.origin;
    Sort sort;
    sort.descending = false;
    const Result<Page> page = LogReader(connection).page(filter, sort, std::nullopt, recordsOfOrigin);
    if (!page)
        return tl::unexpected(page.error());
    return page->records;
}

} // namespace ponte::log
