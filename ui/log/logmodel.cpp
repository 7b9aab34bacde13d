// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/logmodel.h"

#include "ui/widgets/griddelegate.h"
#include "ui/widgets/statustext.h"
#include "ui/widgets/timetext.h"

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// A page may have grown since it was read first; what does not fit goes to the next one.
constexpr int pageSlack = 64;
/// Rows before and after those in sight that are read ahead.
constexpr int rowsAhead = 64;

} // namespace

LogModel::LogModel(storage::ReadPool &reads, const Clock &clock, const LogNames &names, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reads(reads)
    , m_clock(clock)
    , m_names(names)
{
    m_chunks.reset(0);
    for (const log::Status status :
         {log::Status::Success, log::Status::Error, log::Status::Pending, log::Status::Cancelled})
        m_statusIcons.insert(status, statusIcon(status));
    m_readSoon.setSingleShot(true);
    connect(&m_readSoon, &QTimer::timeout, this, &LogModel::readWanted);
    // Scrolling must not ask for each row passed.
    m_askReprocessSoon.setSingleShot(true);
    m_askReprocessSoon.setInterval(std::chrono::milliseconds(60));
    connect(&m_askReprocessSoon, &QTimer::timeout, this, &LogModel::askForReprocess);
}

LogModel::~LogModel()
{
    for (storage::ReadTicket *ticket : {&m_firstTicket, &m_countTicket, &m_pageTicket, &m_newsTicket, &m_fetchTicket,
                                        &m_reprocessTicket, &m_locateTicket})
        ticket->cancel();
}

void LogModel::setQuery(const log::Filter &filter, const log::Sort &sort)
{
    m_filter = filter;
    m_sort = sort;
    reload();
}

void LogModel::reload()
{
    for (storage::ReadTicket *ticket :
         {&m_firstTicket, &m_countTicket, &m_pageTicket, &m_newsTicket, &m_fetchTicket, &m_locateTicket})
        ticket->cancel();
    m_isReadingPage = false;
    m_isAskingNews = false;
    m_wanted.clear();
    setState(State::Searching);
    readFirstPage();
}

void LogModel::setState(State state, const QString &errorText)
{
    m_state = state;
    m_errorText = errorText;
    Q_EMIT stateChanged();
}

void LogModel::readFirstPage()
{
    const auto work = [filter = m_filter, sort = m_sort, actor = m_actor](storage::Connection &connection) {
        Result<log::Page> page = log::LogReader(connection).page(filter, sort, {}, ChunkList::pageSize);
        if (page && actor)
            logqueries::maskFor(*actor, page->records);
        return page;
    };
    m_firstTicket = m_reads.read<log::Page>(this, work, [this](const Result<log::Page> &page) {
        if (page)
            showFirstPage(*page);
        else
            setState(State::Failed, page.error().message);
    });
}

void LogModel::showFirstPage(const log::Page &page)
{
    beginResetModel();
    m_pages.clear();
    m_pagesByAge.clear();
    m_waiting.clear();
    m_moreWaiting = false;
    m_counts.reset();
    m_firstVisible = 0;
    m_lastVisible = -1;
    m_chunks.reset(int(page.records.size()));
    if (page.hasNext) {
        m_chunks.append(ChunkList::pageSize);
        m_chunks.place(1, log::Cursor::of(page.records.last(), m_sort));
    }
    keep(m_chunks.at(0).id, page.records);
    m_readAt = m_clock.now();
    endResetModel();
    setState(State::Ready);
    Q_EMIT waitingChanged();
    Q_EMIT countsChanged();
    Q_EMIT refreshed();
    readCounts();
}

void LogModel::readCounts()
{
    const auto work = [filter = m_filter](storage::Connection &connection) {
        return logqueries::counts(connection, filter);
    };
    m_countTicket = m_reads.read<logqueries::Counts>(this, work, [this](const Result<logqueries::Counts> &counts) {
        if (counts)
            useCounts(*counts);
    });
}

void LogModel::useCounts(const logqueries::Counts &counts)
{
    const bool first = !m_counts.has_value();
    m_counts = counts;
    // Later the rows themselves tell where the end is; only the first count knows how far the scroll bar reaches.
    const int known = m_chunks.rowCount();
    // Kept counters know more rows than it is worth walking to; beyond these the rows tell by themselves.
    const int missing = int(qMin(counts.matching.value, log::exactCountLimit)) - known;
    if (first && missing > 0 && m_chunks.count() > 1) {
        beginInsertRows({}, known, known + missing - 1);
        m_chunks.append(missing);
        endInsertRows();
    } else if (first && missing < 0 && counts.matching.isExact && counts.matching.value < known
               && m_chunks.count() == 2) {
        resizeChunk(1, qMax(0, m_chunks.at(1).rows + missing));
    }
    Q_EMIT countsChanged();
}

void LogModel::setVisibleRows(int first, int last)
{
    m_firstVisible = qMax(0, first);
    m_lastVisible = qMin(last, m_chunks.rowCount() - 1);
    m_askReprocessSoon.start();
    if (m_lastVisible < m_firstVisible)
        return;
    for (const int row : {m_firstVisible - rowsAhead, m_lastVisible + rowsAhead, m_firstVisible, m_lastVisible}) {
        if (row >= 0 && row < m_chunks.rowCount())
            want(m_chunks.placeOf(row).chunk);
    }
}

void LogModel::want(int chunk) const
{
    const qint64 id = m_chunks.at(chunk).id;
    if (m_pages.contains(id))
        return;
    m_wanted.removeOne(id);
    m_wanted.append(id);
    if (m_wanted.size() > 3)
        m_wanted.removeFirst();
    m_readSoon.start(0);
}

void LogModel::readWanted()
{
    while (!m_isReadingPage && !m_wanted.isEmpty() && m_state == State::Ready) {
        const qint64 id = m_wanted.takeLast();
        for (int chunk = 0; chunk < m_chunks.count(); ++chunk) {
            if (m_chunks.at(chunk).id == id && !m_pages.contains(id)) {
                readChunk(chunk);
                break;
            }
        }
    }
}

void LogModel::readChunk(int chunk)
{
    const int from = m_chunks.lastPlaced(chunk);
    logqueries::Walk walk {m_filter, m_sort, m_chunks.at(from).after, {}};
    for (int i = from; i <= chunk; ++i)
        walk.limits.append(m_chunks.at(i).rows);
    const bool hasEnd = chunk + 1 < m_chunks.count() && m_chunks.at(chunk + 1).isPlaced;
    walk.limits.last() = hasEnd ? walk.limits.last() + pageSlack : ChunkList::pageSize;
    m_isReadingPage = true;
    const auto work = [walk, actor = m_actor](storage::Connection &connection) {
        Result<logqueries::WalkResult> result = logqueries::walk(connection, walk);
        if (result && actor)
            logqueries::maskFor(*actor, result->records);
        return result;
    };
    const qint64 firstId = m_chunks.at(from).id;
    m_pageTicket = m_reads.read<logqueries::WalkResult>(
        this, work, [this, firstId, from](const Result<logqueries::WalkResult> &result) {
            m_isReadingPage = false;
            if (!result) {
                setState(State::Ready, result.error().message);
                return;
            }
            showChunk(firstId, from, *result);
            readWanted();
        });
}

void LogModel::showChunk(qint64 chunkId, int from, const logqueries::WalkResult &result)
{
    // Rows that came in at the top meanwhile have moved the chunks.
    while (from < m_chunks.count() && m_chunks.at(from).id != chunkId)
        ++from;
    if (from >= m_chunks.count() || result.sizes.isEmpty())
        return;
    const int last = from + int(result.sizes.size()) - 1;
    QList<log::Record> records = result.records;
    for (int chunk = from; chunk < last; ++chunk)
        m_chunks.place(chunk + 1, result.ends.at(chunk - from));
    bool reachedEnd = !result.hasNext;
    if (last + 1 < m_chunks.count() && m_chunks.at(last + 1).isPlaced) {
        const log::Cursor end = *m_chunks.at(last + 1).after;
        const auto beyond = std::find_if(records.cbegin(), records.cend(), [&](const log::Record &record) {
            return standsBefore(end, log::Cursor::of(record, m_sort), m_sort);
        });
        reachedEnd = reachedEnd && beyond == records.cend();
        const bool overflows = beyond == records.cend() && result.hasNext && !records.isEmpty()
                               && standsBefore(log::Cursor::of(records.last(), m_sort), end, m_sort);
        records.resize(beyond - records.cbegin());
        if (overflows) {
            m_chunks.place(last + 1, log::Cursor::of(records.last(), m_sort));
            m_pages.remove(m_chunks.at(last + 1).id);
        }
    } else if (!reachedEnd) {
        if (last + 1 == m_chunks.count()) {
            beginInsertRows({}, m_chunks.rowCount(), m_chunks.rowCount() + ChunkList::pageSize - 1);
            m_chunks.append(ChunkList::pageSize);
            endInsertRows();
        }
        m_chunks.place(last + 1, log::Cursor::of(records.last(), m_sort));
    }
    if (reachedEnd && last + 1 < m_chunks.count())
        endAt(last + 1, m_chunks.rowCount() - m_chunks.firstRow(last + 1));
    resizeChunk(last, int(records.size()));
    keep(m_chunks.at(last).id, records);
    if (!records.isEmpty()) {
        const int row = m_chunks.firstRow(last);
        Q_EMIT dataChanged(index(row, 0), index(row + int(records.size()) - 1, logColumnCount - 1));
    }
}

void LogModel::endAt(int chunk, int rows)
{
    if (rows > 0)
        beginRemoveRows({}, m_chunks.rowCount() - rows, m_chunks.rowCount() - 1);
    m_chunks.truncate(chunk);
    if (rows > 0)
        endRemoveRows();
}

void LogModel::resizeChunk(int chunk, int rows)
{
    const int before = m_chunks.at(chunk).rows;
    const int end = m_chunks.firstRow(chunk) + before;
    if (rows < before) {
        beginRemoveRows({}, end - (before - rows), end - 1);
        m_chunks.resize(chunk, rows);
        endRemoveRows();
    } else if (rows > before) {
        beginInsertRows({}, end, end + (rows - before) - 1);
        m_chunks.resize(chunk, rows);
        endInsertRows();
    }
}

void LogModel::keep(qint64 chunkId, const QList<log::Record> &records)
{
    m_pages.insert(chunkId, records);
    m_pagesByAge.removeOne(chunkId);
    m_pagesByAge.append(chunkId);
    // The first chunk stays: read again from the top it would hold rows that were not let in yet.
    const qint64 first = m_chunks.at(0).id;
    while (m_pagesByAge.size() > heldPages) {
        const qsizetype oldest = m_pagesByAge.first() == first ? 1 : 0;
        m_pages.remove(m_pagesByAge.takeAt(oldest));
    }
}

const log::Record *LogModel::recordAt(int row) const
{
    if (row < 0 || row >= m_chunks.rowCount())
        return nullptr;
    const ChunkList::Place place = m_chunks.placeOf(row);
    const auto page = m_pages.constFind(m_chunks.at(place.chunk).id);
    if (page == m_pages.cend()) {
        want(place.chunk);
        return nullptr;
    }
    return place.offset < page->size() ? &page->at(place.offset) : nullptr;
}

int LogModel::rowOf(LogRecordId id) const
{
    for (int chunk = 0; chunk < m_chunks.count(); ++chunk) {
        const auto page = m_pages.constFind(m_chunks.at(chunk).id);
        if (page == m_pages.cend())
            continue;
        for (qsizetype i = 0; i < page->size(); ++i) {
            if (page->at(i).id == id)
                return m_chunks.firstRow(chunk) + int(i);
        }
    }
    return -1;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_chunks.rowCount();
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : logColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = LogColumn(index.column());
    if (role == TabularRole)
        return isTabular(column);
    if (role != Qt::DisplayRole && role != Qt::DecorationRole && role != Qt::ToolTipRole && role != MutedRole)
        return {};
    const log::Record *record = recordAt(index.row());
    if (!record)
        return role == Qt::DisplayRole ? QVariant(u"…"_s) : role == MutedRole ? QVariant(true) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return column == LogColumn::Status ? statusData(*record, role) : cellText(*record, column, cellContext());
    case Qt::DecorationRole:
        return column == LogColumn::Status ? statusData(*record, role) : QVariant();
    case Qt::ToolTipRole:
        if (column == LogColumn::Created)
            return utcText(record->createdAt);
        if (column == LogColumn::Changed)
            return utcText(record->changedAt);
        if (column == LogColumn::NextAttempt)
            return utcText(nextAttempt(*record, cellContext()));
        return column == LogColumn::Status ? statusData(*record, role) : cellText(*record, column, cellContext());
    case MutedRole:
        return column == LogColumn::KeyFields || column == LogColumn::Module || column == LogColumn::Signature;
    default:
        return {};
    }
}

QVariant LogModel::statusData(const log::Record &record, int role) const
{
    if (role == Qt::DecorationRole)
        return m_statusIcons.value(record.status);
    const bool isInReprocess = m_inReprocess.contains(record.id);
    if (role == Qt::ToolTipRole)
        return isInReprocess ? tr("%1, in reprocess. %2").arg(statusText(record.status), record.message)
                             : record.message;
    // The icon beside it goes on telling the status.
    return isInReprocess ? tr("In reprocess") : statusText(record.status);
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= logColumnCount)
        return {};
    return headerText(LogColumn(section));
}

void LogModel::setNextRuns(const QHash<CompanyId, QDateTime> &nextRuns)
{
    if (nextRuns == m_nextRuns)
        return;
    m_nextRuns = nextRuns;
    const int column = int(LogColumn::NextAttempt);
    if (m_chunks.rowCount() > 0)
        Q_EMIT dataChanged(index(0, column), index(m_chunks.rowCount() - 1, column));
}

void LogModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, logColumnCount - 1);
    if (m_chunks.rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_chunks.rowCount() - 1, logColumnCount - 1));
}

} // namespace ponte::ui
