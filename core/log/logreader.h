// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "core/storage/connection.h"

#include <QList>
#include <QStringList>

namespace ponte::log {

/// The same words in the console, the command line, reports and schedules. Empty members do not restrict.
struct Filter {
    std::optional<CompanyId> company;
    std::optional<LevelId> level;
    QList<Status> statuses;
    QStringList functionalities, modules;
    QString origin;
    QString key; ///< part of the key values; case does not matter
    QString text; ///< part of the key values, of the latest message or of the origin; case does not matter
    QString signature;
    QDateTime createdFrom, createdTo, changedFrom, changedTo; ///< from inclusive, to exclusive
    QList<LogRecordId> ids;
    std::optional<int> automaticAttemptsFrom; ///< at least so many automatic attempts
    bool operator==(const Filter &) const = default;
};

enum class SortColumn { Id, CreatedAt, ChangedAt };

/// The orders in which a page of this filter costs the same however large the log is: a period of changes is read in
/// the order of changes, one of creation by id or creation, a text by id. Another order is answered too, later.
[[nodiscard]] QList<SortColumn> offeredSorts(const Filter &filter);

struct Sort {
    SortColumn column = SortColumn::Id;
    bool descending = true;
    bool operator==(const Sort &) const = default;
};

/// The place after (or before) which a page starts: the sort column's value and the id of a row.
struct Cursor {
    qint64 value = 0;
    qint64 id = 0;
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static std::optional<Cursor> fromText(const QString &text);
    [[nodiscard]] static Cursor of(const Record &record, const Sort &sort);
};

struct Page {
    QList<Record> records;
    bool hasNext = false;
};

struct Count {
    qint64 value = 0;
    bool isExact = true; ///< false: more than value
};

constexpr qint64 exactCountLimit = 10'000;

/// Reads of the log; stateless, on the caller's connection.
class LogReader
{
public:
    explicit LogReader(storage::Connection &connection);

    /// By keyset, never by offset: the rows that follow `after` in the sort's order. `backward` reads those before it,
    /// and still answers in the sort's order.
    [[nodiscard]] Result<Page> page(const Filter &filter, const Sort &sort, std::optional<Cursor> after, int limit,
                                    bool backward = false) const;
    /// Exact up to exactCountLimit, and beyond it where the kept counters know: for company, level, statuses,
    /// functionalities, modules and attempts alone.
    [[nodiscard]] Result<Count> count(const Filter &filter) const;
    /// All that the filter chooses, ascending: for work over records, not for screens.
    [[nodiscard]] Result<QList<LogRecordId>> ids(const Filter &filter) const;
    [[nodiscard]] Result<std::optional<Record>> record(LogRecordId id) const;
    [[nodiscard]] Result<std::optional<Record>> record(CompanyId company, const QString &origin,
                                                       const QString &functionality) const;
    /// Oldest first.
    [[nodiscard]] Result<QList<Item>> items(LogRecordId record) const;
    [[nodiscard]] Result<Payload> payload(LogItemId item) const;

private:
    storage::Connection &m_connection;
};

} // namespace ponte::log
