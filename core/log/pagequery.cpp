// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/log/pagequery.h"

#include "core/log/searchwords.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace ponte::log {

using namespace Qt::StringLiterals;
using storage::Backend;
using storage::Row;

namespace {

constexpr qint64 fewRecords = 300; ///< are fetched and sorted faster than a walk passes the others
constexpr qint64 rareKind = 50'000; ///< of ten million: the walk over all kinds would pass too many others
constexpr qint64 walkSpeed = 4;
constexpr qsizetype mostKindBranches = 24;
constexpr std::array wordsAtOnce {300, 3'000}; ///< newest (or oldest) records of words that are looked at first
constexpr int glance = 1'000; ///< records of the walk that tell whether words are common
constexpr qsizetype commonInGlance = 5;
constexpr qint64 idsPerSpread = 10; ///< between two records that hold a common word; those of one sale stand closer
constexpr int walkBeyond = 2; ///< times the rows in which a page of common words is expected
constexpr qsizetype countedByWalk = 50; ///< in a glance: so common that a walk counts faster than the index of words
/// Connections of PostgreSQL that insert at the same time do not see each other's times.
constexpr qint64 unseenSkew = 600'000;
constexpr qint64 mostGroups = 64; ///< of ids that are named one by one
constexpr qint64 groupsBeyond = 16; ///< times as many, where a word was not met
constexpr qint64 noOrder = 1'000'000'000'000'000;

QString indexName(SortColumn column, bool open)
{
    switch (column) {
    case SortColumn::Id:
        return open ? u"log_record_open_id"_s : u"log_record_by_id"_s;
    case SortColumn::CreatedAt:
        return open ? u"log_record_open_created"_s : u"log_record_by_created"_s;
    case SortColumn::ChangedAt:
        break;
    }
    return open ? u"log_record_open_changed"_s : u"log_record_by_changed"_s;
}

/// Whether words are met all along the glance, and not in the records of one sale that happens to lie in it.
bool areSpread(const QList<Row> &found)
{
    const auto [lowest, highest] = std::minmax_element(
        found.begin(), found.end(), [](const Row &a, const Row &b) { return a.number(u"id") < b.number(u"id"); });
    return highest->number(u"id") - lowest->number(u"id") >= idsPerSpread * (found.size() - 1);
}

} // namespace

PageQuery::PageQuery(storage::Connection &connection, const Filter &filter, const Sort &sort, bool descending)
    : m_connection(connection)
    , m_filter(filter)
    , m_sort(sort)
    , m_descending(descending)
{}

bool PageQuery::isOpenOnly() const
{
    return !m_filter.signature.isEmpty()
           || (!m_filter.statuses.isEmpty() && !m_filter.statuses.contains(Status::Success));
}

bool PageQuery::hasWords() const
{
    return !m_filter.key.isEmpty() || !m_filter.text.isEmpty();
}

Result<> PageQuery::prepare()
{
    if (m_prepared)
        return {};
    // What has a signature is an error that nobody put right yet.
    if (!m_filter.signature.isEmpty()) {
        if (m_filter.statuses.isEmpty())
            m_filter.statuses = {Status::Error, Status::Pending, Status::Cancelled};
        m_filter.statuses.removeAll(Status::Success);
    }
    const Result<QList<CounterCell>> cells = counterCells(m_connection, m_filter);
    if (!cells)
        return tl::unexpected(cells.error());
    m_cells = *cells;
    m_total = 0;
    for (const CounterCell &cell : std::as_const(m_cells))
        m_total += cell.records;
    m_isLed = !m_filter.ids.isEmpty() || !m_filter.origin.isEmpty();
    if (!m_isLed && !m_filter.signature.isEmpty()) {
        if (Result<> looked = lookForSignature(); !looked)
            return looked;
    }
    chooseBranches();
    if (!m_isLed) {
        if (Result<> bound = boundIds(); !bound)
            return bound;
    }
    m_prepared = true;
    return {};
}

Result<> PageQuery::lookForSignature()
{
    // So many rows are fetched in the time in which a walk over what is open finds a page of them.
    const auto few = qint64(std::sqrt(double(walkSpeed * m_total)));
    const auto found = m_connection.queryText(
        u"SELECT count(*) AS n FROM (SELECT 1 FROM log_record WHERE signature = :signature AND signature <> '' LIMIT %1) AS few"_s
            .arg(few + 1),
        {{u":signature"_s, m_filter.signature}});
    if (!found)
        return tl::unexpected(found.error());
    m_isLed = found->first().number(u"n") <= few;
    return {};
}

void PageQuery::addKindBranches()
{
    QSet<QString> seen;
    for (const CounterCell &cell : std::as_const(m_cells)) {
        const QString kind = QString::number(cell.company.value()) + cell.functionality + toWord(cell.status);
        if (!seen.contains(kind))
            m_branches.append({cell.company, u"log_record_company_functionality"_s, cell.status, cell.functionality});
        seen.insert(kind);
    }
}

void PageQuery::chooseBranches()
{
    m_branches.clear();
    const bool open = isOpenOnly();
    // The index of kinds knows neither level nor attempts.
    const bool isNarrow = !open && (!m_filter.functionalities.isEmpty() || !m_filter.modules.isEmpty())
                          && !m_filter.level && !m_filter.automaticAttemptsFrom;
    const bool few = m_total <= fewRecords;
    if (isNarrow && (few || (m_sort.column == SortColumn::Id && m_total < rareKind))) {
        addKindBranches();
        m_byKind = few && m_branches.size() <= mostKindBranches;
        if (m_branches.size() <= mostKindBranches)
            return;
        m_branches.clear();
    }
    QSet<QString> seen;
    for (const CounterCell &cell : std::as_const(m_cells)) {
        const Branch branch {
            cell.company, indexName(m_sort.column, open), open ? std::optional(cell.status) : std::nullopt, {}};
        const QString name = QString::number(cell.company.value()) + (open ? toWord(cell.status) : QString());
        if (!seen.contains(name))
            m_branches.append(branch);
        seen.insert(name);
    }
}

/// A period of creation in the order of ids: ids follow the time but for the skew that is kept.
Result<> PageQuery::boundIds()
{
    const bool bounded = m_filter.createdFrom.isValid() || m_filter.createdTo.isValid();
    if (!bounded || m_sort.column != SortColumn::Id)
        return {};
    const auto kept = m_connection.first(u"log.skew"_s);
    if (!kept)
        return tl::unexpected(kept.error());
    const qint64 skew = (*kept)->number(u"skew") + (m_connection.backend() == Backend::Sqlite ? 0 : unseenSkew);
    if (skew >= noOrder)
        return {};
    const auto look = [this](const QString &name, CompanyId company, const QDateTime &time,
                             std::optional<qint64> &id) -> Result<> {
        const auto row = m_connection.first(name, {{u":company"_s, company.value()}, {u":time"_s, time}});
        if (!row)
            return tl::unexpected(row.error());
        if (*row)
            id = (*row)->number(u"id");
        return {};
    };
    for (const Branch &branch : std::as_const(m_branches)) {
        if (m_bounds.contains(branch.company))
            continue;
        Bounds bounds;
        Result<> done;
        if (m_filter.createdFrom.isValid())
            done = look(u"log.last_id_until"_s, branch.company, m_filter.createdFrom.addMSecs(-skew), bounds.behind);
        if (done && m_filter.createdTo.isValid())
            done = look(u"log.first_id_from"_s, branch.company, m_filter.createdTo.addMSecs(skew), bounds.before);
        if (!done)
            return done;
        m_bounds.insert(branch.company, bounds);
    }
    return {};
}

QString PageQuery::indexed(const QString &index) const
{
    return m_connection.backend() == Backend::Sqlite ? u" INDEXED BY "_s + index : QString();
}

/// One bound on each side: of two, SQLite would walk by the first and pass all that the second refuses.
void PageQuery::addStretch(ConditionBuilder &builder, Filter &filter, Bounds bounds, const Stretch &stretch) const
{
    if (m_sort.column == SortColumn::Id) {
        for (const auto &[place, low, shift] :
             {std::tuple(stretch.after, !m_descending, 0), std::tuple(stretch.until, m_descending, 1)})
        {
            if (!place)
                continue;
            std::optional<qint64> &bound = low ? bounds.behind : bounds.before;
            const qint64 id = place->id + (low ? -shift : shift);
            bound = !bound ? id : low ? std::max(*bound, id) : std::min(*bound, id);
        }
        if (bounds.behind)
            builder.add(u"id > "_s + builder.bind(*bounds.behind));
        if (bounds.before)
            builder.add(u"id < "_s + builder.bind(*bounds.before));
        return;
    }
    const bool created = m_sort.column == SortColumn::CreatedAt;
    QDateTime &from = created ? filter.createdFrom : filter.changedFrom;
    QDateTime &to = created ? filter.createdTo : filter.changedTo;
    if (stretch.after) {
        QDateTime &period = m_descending ? to : from;
        const qint64 edge = period.toMSecsSinceEpoch();
        const bool isInside = m_descending ? stretch.after->value < edge : stretch.after->value >= edge;
        if (!period.isValid() || isInside) {
            period = {};
            builder.addAfter(m_sort, *stretch.after, m_descending);
        }
    }
    if (stretch.until) {
        // It lies in the period, since a walk led there.
        (m_descending ? from : to) = {};
        builder.add(u'(' + columnOf(m_sort.column) + u", id)"_s + (m_descending ? u" >= "_s : u" <= "_s) + u'('
                    + builder.bind(stretch.until->value) + u", "_s + builder.bind(stretch.until->id) + u')');
    }
}

QString PageQuery::walks(ConditionBuilder &builder, const Stretch &stretch, bool words, int limit) const
{
    // PostgreSQL does not know that ids follow the time, and would rather sort the whole period.
    if (m_sort.column == SortColumn::Id && m_connection.backend() == Backend::PostgreSql)
        builder.keepTimesFromIndex();
    // SQLite merges ordered walks by itself; PostgreSQL rather sorts them whole, unless each ends.
    const QString inOrder = limit > 0 && m_branches.size() > 1 && m_connection.backend() == Backend::PostgreSql
                                ? order(columnOf(m_sort.column), u"id"_s) + u" LIMIT "_s + QString::number(limit)
                                : QString();
    const QString place =
        m_sort.column == SortColumn::Id ? QString() : u", "_s + columnOf(m_sort.column) + u" AS place"_s;
    QStringList selects;
    for (const Branch &branch : m_branches) {
        Filter filter = m_filter;
        filter.company = branch.company;
        if (branch.status)
            filter.statuses = {*branch.status};
        if (!branch.functionality.isEmpty())
            filter.functionalities = {branch.functionality};
        if (!words) {
            filter.key.clear();
            filter.text.clear();
        }
        if (filter.functionalities.isEmpty() && !filter.modules.isEmpty()) {
            // The index knows functionalities only.
            for (const CounterCell &cell : m_cells)
                filter.functionalities.append(cell.functionality);
            filter.functionalities.removeDuplicates();
        }
        const bool open = isOpenOnly() && branch.functionality.isEmpty();
        if (!open && branch.status && *branch.status != Status::Success)
            filter.statuses = {*branch.status};
        builder.addScope(filter);
        // PostgreSQL takes its conditions for independent, expects next to nothing and sorts all that is of the kind.
        const bool isOnTheWay = branch.functionality.isEmpty() && m_connection.backend() == Backend::PostgreSql;
        builder.addKinds(filter, isOnTheWay ? u"functionality || ''"_s : u"functionality"_s);
        addStretch(builder, filter, m_bounds.value(branch.company), stretch);
        builder.addRest(filter);
        const QString select =
            u"SELECT id AS match"_s + place + u" FROM log_record"_s + indexed(branch.index) + builder.takeWhere();
        selects.append(inOrder.isEmpty() ? select : u'(' + select + inOrder + u')');
    }
    return selects.join(u" UNION ALL "_s);
}

/// Keeps the database from mixing this with what stands around it, whose order would tempt it to read everything.
QString PageQuery::fence() const
{
    return m_connection.backend() == Backend::Sqlite ? u" LIMIT -1"_s : u" OFFSET 0"_s;
}

QString PageQuery::leads(ConditionBuilder &builder, const Stretch &ids) const
{
    const bool sqlite = m_connection.backend() == Backend::Sqlite;
    if (!m_filter.ids.isEmpty() || !m_filter.origin.isEmpty()) {
        Filter lead;
        lead.ids = m_filter.ids;
        lead.origin = m_filter.origin;
        QStringList companies;
        for (const CounterCell &cell : m_cells)
            companies.append(QString::number(cell.company.value()));
        companies.removeDuplicates();
        if (!lead.origin.isEmpty() && !companies.isEmpty())
            builder.add(u"company IN ("_s + companies.join(u", "_s) + u')');
        builder.addRest(lead);
        return u"SELECT id AS match FROM log_record"_s + builder.takeWhere() + fence();
    }
    if (!m_filter.signature.isEmpty() && m_isLed) {
        builder.add(u"signature = "_s + builder.bind(m_filter.signature));
        builder.add(u"signature <> ''"_s);
        return u"SELECT id AS match FROM log_record"_s + builder.takeWhere() + fence();
    }
    if (sqlite) {
        QStringList bounds;
        if (ids.after && m_sort.column == SortColumn::Id)
            bounds.append((m_descending ? u" < "_s : u" > "_s) + builder.bind(ids.after->id));
        if (ids.until)
            bounds.append((m_descending ? u" >= "_s : u" <= "_s) + builder.bind(ids.until->id));
        QString until;
        QString dueUntil;
        for (const QString &bound : std::as_const(bounds)) {
            until += u" AND rowid"_s + bound;
            dueUntil += (dueUntil.isEmpty() ? u" WHERE id"_s : u" AND id"_s) + bound;
        }
        return u"SELECT rowid AS match FROM log_words WHERE log_words MATCH "_s + builder.bind(words()) + until
               + u" UNION SELECT id FROM log_words_due"_s + dueUntil;
    }
    builder.addParts(words());
    if (ids.until) {
        const qint64 from = ids.after.value_or(*ids.until).id / idsPerGroup;
        const qint64 until = ids.until->id / idsPerGroup;
        builder.addParts(groupQuery(std::min(from, until), std::max(from, until)));
    }
    return u"SELECT * FROM log_record"_s + builder.takeWhere() + fence();
}

QString PageQuery::recordsOf(const QString &leads, const QString &where) const
{
    if (leadsToRecords())
        return u" FROM ("_s + leads + u") AS log_record"_s + where;
    const QString also = where.isEmpty() ? QString() : u" AND "_s + where.mid(QStringView(u" WHERE ").size());
    return u" FROM ("_s + leads + u") AS page CROSS JOIN log_record WHERE log_record.id = page.match"_s + also;
}

QString PageQuery::order(const QString &place, const QString &id) const
{
    const QString direction = m_descending ? u" DESC"_s : u" ASC"_s;
    if (m_sort.column == SortColumn::Id)
        return u" ORDER BY "_s + id + direction;
    return u" ORDER BY "_s + place + direction + u", "_s + id + direction;
}

Result<QList<Row>> PageQuery::read(const QString &from, const QString &where, int limit,
                                   const ConditionBuilder &builder) const
{
    const QString also = where.isEmpty() ? QString() : u" AND "_s + where.mid(QStringView(u" WHERE ").size());
    return m_connection.queryText(u"SELECT "_s + recordColumns() + u" FROM ("_s + from
                                      + u") AS page CROSS JOIN log_record WHERE log_record.id = page.match"_s + also
                                      + order(columnOf(m_sort.column), u"id"_s) + u" LIMIT "_s + QString::number(limit),
                                  builder.bindings());
}

Result<std::optional<Cursor>> PageQuery::placeBehind(const std::optional<Cursor> &after, int rows) const
{
    ConditionBuilder builder(m_connection.backend());
    const QString place = m_sort.column == SortColumn::Id ? u"match"_s : u"place"_s;
    const auto found = m_connection.queryText(u"SELECT match, %1 AS value FROM ("_s.arg(place)
                                                  + walks(builder, {after, {}}, false, rows + 1) + u") AS walked"_s
                                                  + order(u"place"_s, u"match"_s) + u" LIMIT 1 OFFSET %1"_s.arg(rows),
                                              builder.bindings());
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return std::optional<Cursor>();
    return std::optional(Cursor {found->first().number(u"value"), found->first().number(u"match")});
}

Result<QList<Row>> PageQuery::readCommon(const std::optional<Cursor> &after, int limit, qsizetype inGlance)
{
    const auto end = placeBehind(after, int(walkBeyond * glance * limit / inGlance));
    if (!end)
        return tl::unexpected(end.error());
    auto rows = readWalk({after, *end}, limit);
    if (!rows || !*end || rows->size() >= limit)
        return rows;
    return readLed(after, limit);
}

Result<QList<Row>> PageQuery::readWalk(const Stretch &stretch, int limit)
{
    ConditionBuilder builder(m_connection.backend());
    QString from = walks(builder, stretch, true, limit);
    if (!m_byKind)
        from += order(u"place"_s, u"match"_s) + u" LIMIT "_s + QString::number(limit);
    return read(from, {}, limit, builder);
}

Result<QList<Row>> PageQuery::readGlance(const std::optional<Cursor> &after, int limit)
{
    ConditionBuilder builder(m_connection.backend());
    const QString from = walks(builder, {after, {}}, false, glance) + order(u"place"_s, u"match"_s) + u" LIMIT "_s
                         + QString::number(glance);
    builder.addWords(m_filter);
    const QString where = builder.takeWhere();
    return read(from, where, limit, builder);
}

QString PageQuery::words() const
{
    if (m_connection.backend() == Backend::Sqlite)
        return wordQuery(typed());
    // Each further word of a code costs more to read than it leaves out.
    const QString telling = tellingWord(typed());
    return partQuery(telling.isEmpty() ? typed() : telling);
}

Result<std::optional<Cursor>> PageQuery::endOfWords(const std::optional<Cursor> &after, int records) const
{
    if (m_connection.backend() != Backend::Sqlite || m_isLed || m_sort.column != SortColumn::Id)
        return std::optional<Cursor>();
    ConditionBuilder builder(Backend::Sqlite);
    builder.add(u"log_words MATCH "_s + builder.bind(words()));
    if (after)
        builder.add((m_descending ? u"rowid < "_s : u"rowid > "_s) + builder.bind(after->id));
    const QString where = builder.takeWhere();
    const auto rows =
        m_connection.queryText(u"SELECT rowid AS id FROM log_words"_s + where + u" ORDER BY rowid "_s
                                   + (m_descending ? u"DESC"_s : u"ASC"_s) + u" LIMIT 1 OFFSET %1"_s.arg(records),
                               builder.bindings());
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return std::optional<Cursor>();
    return std::optional(Cursor {rows->first().number(u"id"), rows->first().number(u"id")});
}

Result<QList<Row>> PageQuery::readGroups(const std::optional<Cursor> &after, int limit)
{
    const auto ends = m_connection.queryText(u"SELECT min(id) AS lowest, max(id) AS highest FROM log_record"_s);
    if (!ends)
        return tl::unexpected(ends.error());
    const qint64 lowest = ends->first().number(u"lowest");
    const qint64 highest = ends->first().number(u"highest");
    const qint64 beginning = m_descending ? highest + 1 : lowest - 1;
    const Cursor start = after.value_or(Cursor {beginning, beginning});
    for (qint64 groups = 1; groups <= mostGroups;) {
        const qint64 group = start.id / idsPerGroup + (m_descending ? -groups : groups);
        const qint64 until = group * idsPerGroup + (m_descending ? 0 : idsPerGroup - 1);
        if (m_descending ? until <= lowest : until >= highest)
            break;
        auto rows = readLedUntil({start, Cursor {until, until}}, limit);
        if (!rows || rows->size() >= limit)
            return rows;
        groups = rows->isEmpty() ? groups * groupsBeyond : groups * walkBeyond * limit / rows->size() + 1;
    }
    return readLedUntil({after, {}}, limit);
}

/// In the order of ids SQLite's index of words tells where its next few hundred, then thousand records end.
Result<QList<Row>> PageQuery::readLed(const std::optional<Cursor> &after, int limit)
{
    if (m_connection.backend() == Backend::PostgreSql) {
        const bool isCommon = !m_isLed && m_sort.column == SortColumn::Id && tellingWord(typed()).isEmpty();
        return isCommon ? readGroups(after, limit) : readLedUntil({after, {}}, limit);
    }
    for (const int records : wordsAtOnce) {
        const Result<std::optional<Cursor>> end = endOfWords(after, records);
        if (!end)
            return tl::unexpected(end.error());
        if (!*end)
            break;
        auto rows = readLedUntil({after, *end}, limit);
        if (!rows || rows->size() >= limit)
            return rows;
    }
    return readLedUntil({after, {}}, limit);
}

Result<QList<Row>> PageQuery::readLedUntil(const Stretch &stretch, int limit)
{
    ConditionBuilder builder(m_connection.backend());
    const QString from = leads(builder, stretch);
    builder.addScope(m_filter);
    builder.addKinds(m_filter);
    builder.addRest(m_filter);
    if (stretch.after)
        builder.addAfter(m_sort, *stretch.after, m_descending);
    const QString where = builder.takeWhere();
    return m_connection.queryText(u"SELECT "_s + recordColumns() + recordsOf(from, where)
                                      + order(columnOf(m_sort.column), u"id"_s) + u" LIMIT "_s + QString::number(limit),
                                  builder.bindings());
}

Result<QList<Row>> PageQuery::rows(const std::optional<Cursor> &after, int limit)
{
    if (const Result<> ready = prepare(); !ready)
        return tl::unexpected(ready.error());
    if (m_cells.isEmpty())
        return QList<Row>();
    if (m_isLed)
        return readLed(after, limit);
    const bool indexKnowsWords = hasWords() && !words().isEmpty();
    if (!indexKnowsWords || m_byKind)
        return readWalk({after, {}}, limit);
    if (!tellingWord(typed()).isEmpty())
        return readLed(after, limit);
    auto first = readGlance(after, limit);
    if (!first || first->size() >= limit || m_total <= glance)
        return first;
    if (first->size() < commonInGlance || !areSpread(*first))
        return readLed(after, limit);
    return readCommon(after, limit, first->size());
}

Result<qint64> PageQuery::count(qint64 most)
{
    if (const Result<> ready = prepare(); !ready)
        return tl::unexpected(ready.error());
    if (m_cells.isEmpty())
        return 0;
    if (countersKnow(m_filter))
        return m_total;
    bool led = m_isLed;
    if (!led && !m_byKind && hasWords() && !words().isEmpty()) {
        led = !tellingWord(typed()).isEmpty();
        const auto first = led ? Result<QList<Row>>() : readGlance({}, int(countedByWalk));
        if (!first)
            return tl::unexpected(first.error());
        led = led || first->size() < countedByWalk;
    }
    ConditionBuilder builder(m_connection.backend());
    QString from;
    if (led) {
        from = leads(builder, {});
        builder.addScope(m_filter);
        builder.addKinds(m_filter);
        builder.addRest(m_filter);
        from = u"SELECT 1 AS one"_s + recordsOf(from, builder.takeWhere());
    } else {
        from = u"SELECT 1 AS one FROM ("_s + walks(builder, {}, true, 0) + u") AS walked"_s;
    }
    const auto counted = m_connection.queryText(
        u"SELECT count(*) AS n FROM (%1 LIMIT %2) AS found"_s.arg(from, QString::number(most)), builder.bindings());
    if (!counted)
        return tl::unexpected(counted.error());
    return counted->first().number(u"n");
}

} // namespace ponte::log
