// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/counters.h"
#include "core/log/logfilter.h"

namespace ponte::log {

/// Reads a page, or counts, at a cost that does not grow with the log: by one walk over an index in the page's order
/// for each company (and status, where success is not among them), by the records that an id, sale, word or rare
/// signature leads to, or not at all where the counters know that there is nothing.
class PageQuery
{
public:
    PageQuery(storage::Connection &connection, const Filter &filter, const Sort &sort, bool descending);

    [[nodiscard]] Result<QList<storage::Row>> rows(const std::optional<Cursor> &after, int limit);
    /// Stops counting at `most`, except where the counters know it.
    [[nodiscard]] Result<qint64> count(qint64 most);

private:
    struct Bounds {
        std::optional<qint64> behind, before; ///< ids
    };
    /// A walk over one index.
    struct Branch {
        CompanyId company;
        QString index;
        std::optional<Status> status;
        QString functionality;
    };

    [[nodiscard]] Result<> prepare();
    [[nodiscard]] Result<> boundIds();
    [[nodiscard]] Result<> lookForSignature();
    void chooseBranches();
    void addKindBranches();
    [[nodiscard]] bool isOpenOnly() const;
    [[nodiscard]] bool hasWords() const;

    /// "SELECT id AS match, … UNION ALL …" in no order; the first `limit` of each at least, 0: all.
    [[nodiscard]] QString walks(ConditionBuilder &builder, const std::optional<Cursor> &after, bool words,
                                int limit) const;
    /// The records that may match, found by what leads to few of them; words not beyond the id `end`.
    [[nodiscard]] QString leads(ConditionBuilder &builder, std::optional<qint64> end) const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] Result<std::optional<qint64>> endOfWords(const std::optional<Cursor> &after) const;
    [[nodiscard]] Result<QList<storage::Row>> readWalk(const std::optional<Cursor> &after, int limit);
    /// Of the first records of the walk, those that hold the words.
    [[nodiscard]] Result<QList<storage::Row>> readGlance(const std::optional<Cursor> &after, int limit);
    [[nodiscard]] Result<QList<storage::Row>> readLed(const std::optional<Cursor> &after, int limit);
    [[nodiscard]] Result<QList<storage::Row>> readLedUntil(const std::optional<Cursor> &after, int limit,
                                                           std::optional<qint64> end);
    [[nodiscard]] Result<QList<storage::Row>> read(const QString &from, const QString &where, int limit,
                                                   const ConditionBuilder &builder) const;
    [[nodiscard]] QString order(const QString &place, const QString &id) const;
    [[nodiscard]] QString fence() const;
    [[nodiscard]] QString indexed(const QString &index) const;

    storage::Connection &m_connection;
    Filter m_filter;
    const Sort m_sort;
    const bool m_descending;
    bool m_prepared = false;
    QList<CounterCell> m_cells;
    qint64 m_total = 0; ///< of the cells: no more than these match
    QList<Branch> m_branches;
    QHash<CompanyId, Bounds> m_bounds;
    bool m_isLed = false;
    bool m_byKind = false; ///< few enough to be read whole
};

} // namespace ponte::log
