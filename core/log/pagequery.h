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
    /// What a walk passes: the rows behind a place, up to and with another one.
    struct Stretch {
        std::optional<Cursor> after, until;
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
    [[nodiscard]] QString walks(ConditionBuilder &builder, const Stretch &stretch, bool words, int limit) const;
    void addStretch(ConditionBuilder &builder, Filter &filter, Bounds bounds, const Stretch &stretch) const;
    /// The place so many rows of the walk behind another one; none where it ends before.
    [[nodiscard]] Result<std::optional<Cursor>> placeBehind(const std::optional<Cursor> &after, int rows) const;
    /// The records that may match, found by what leads to few of them; those that words lead to only in a stretch of
    /// ids, where the order is theirs. PostgreSQL's words lead to whole records, others to "match", an id.
    [[nodiscard]] QString leads(ConditionBuilder &builder, const Stretch &ids) const;
    [[nodiscard]] bool leadsToRecords() const
    {
        return m_connection.backend() == storage::Backend::PostgreSql && !m_isLed;
    }
    /// " FROM … WHERE …" over the records that were led to.
    [[nodiscard]] QString recordsOf(const QString &leads, const QString &where) const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] const QString &typed() const { return m_filter.key.isEmpty() ? m_filter.text : m_filter.key; }
    /// So many of the words' records behind a place; none where they end before, or their order is another one.
    [[nodiscard]] Result<std::optional<Cursor>> endOfWords(const std::optional<Cursor> &after, int records) const;
    [[nodiscard]] Result<QList<storage::Row>> readWalk(const Stretch &stretch, int limit);
    /// As far as a page of words reaches that are as common as `inGlance` of a glance say; then by the index of words.
    [[nodiscard]] Result<QList<storage::Row>> readCommon(const std::optional<Cursor> &after, int limit,
                                                         qsizetype inGlance);
    /// Of the first records of the walk, those that hold the words.
    [[nodiscard]] Result<QList<storage::Row>> readGlance(const std::optional<Cursor> &after, int limit);
    [[nodiscard]] Result<QList<storage::Row>> readLed(const std::optional<Cursor> &after, int limit);
    /// Along the groups of ids of PostgreSQL's index, as far as a page reaches.
    [[nodiscard]] Result<QList<storage::Row>> readGroups(const std::optional<Cursor> &after, int limit);
    [[nodiscard]] Result<QList<storage::Row>> readLedUntil(const Stretch &stretch, int limit);
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
