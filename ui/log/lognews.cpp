// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
// The half of LogModel that keeps a view fresh, and that copies rows out of it.

#include "core/work/batch.h"
#include "ui/log/logmodel.h"

#include <algorithm>

namespace ponte::ui {

namespace {

constexpr qint64 cheapCountMilliseconds = 50;
constexpr int largestFirstChunk = 2 * ChunkList::pageSize;

bool looksDifferent(const log::Record &left, const log::Record &right)
{
    return left.changedAt != right.changedAt || left.status != right.status || left.keyValues != right.keyValues
           || left.keyFields != right.keyFields || left.items != right.items || left.leaseOwner != right.leaseOwner;
}

} // namespace

void LogModel::refresh()
{
    if (m_state == State::Failed) {
        reload();
        return;
    }
    m_askReprocessSoon.start();
    if (m_state != State::Ready || m_isAskingNews)
        return;
    logqueries::Ask ask {m_filter, m_sort, {}, {}, !m_counts || m_counts->milliseconds <= cheapCountMilliseconds};
    const log::Record *first = m_waiting.isEmpty() ? recordAt(0) : &m_waiting.first();
    if (first)
        ask.top = log::Cursor::of(*first, m_sort);
    for (int row = m_firstVisible; row <= m_lastVisible; ++row) {
        if (const log::Record *record = recordAt(row))
            ask.watched.append(record->id);
    }
    m_isAskingNews = true;
    const auto work = [ask, actor = m_actor](storage::Connection &connection) {
        Result<logqueries::Answer> answer = logqueries::news(connection, ask);
        if (answer && actor) {
            logqueries::maskFor(*actor, answer->head);
            logqueries::maskFor(*actor, answer->watched);
        }
        return answer;
    };
    m_newsTicket = m_reads.read<logqueries::Answer>(this, work, [this](const Result<logqueries::Answer> &answer) {
        m_isAskingNews = false;
        if (!answer) {
            setState(State::Ready, answer.error().message);
            return;
        }
        showNews(*answer);
    });
}

void LogModel::showNews(const logqueries::Answer &answer)
{
    m_readAt = m_clock.now();
    if (!m_errorText.isEmpty()) {
        setState(State::Ready);
        // Rows that could not be read are asked for again when they are painted.
        if (m_chunks.rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(m_chunks.rowCount() - 1, logColumnCount - 1));
    }
    updateRecords(answer.watched);
    if (answer.counts) {
        m_counts = answer.counts;
        Q_EMIT countsChanged();
    }
    if (m_chunks.rowCount() == 0 && !answer.head.isEmpty()) {
        reload();
        return;
    }
    if (!answer.head.isEmpty() && !m_moreWaiting) {
        // Sorted by change, a record can arrive twice while it waits; the later one counts.
        m_waiting.removeIf([&answer](const log::Record &waiting) {
            return std::any_of(answer.head.begin(), answer.head.end(),
                               [&waiting](const log::Record &record) { return record.id == waiting.id; });
        });
        m_waiting = answer.head + m_waiting;
        m_moreWaiting = answer.hasMore || m_waiting.size() > largestFirstChunk;
        if (m_following)
            letNewRowsIn();
        Q_EMIT waitingChanged();
    }
    Q_EMIT refreshed();
}

void LogModel::askForReprocess()
{
    QList<LogRecordId> watched;
    for (int row = m_firstVisible; row <= qMin(m_lastVisible, m_chunks.rowCount() - 1); ++row) {
        if (const log::Record *record = recordAt(row))
            watched.append(record->id);
    }
    m_reprocessTicket.cancel();
    const auto work = [watched](storage::Connection &connection) { return work::inBatch(connection, watched); };
    m_reprocessTicket = m_reads.read<QList<LogRecordId>>(this, work, [this](const Result<QList<LogRecordId>> &found) {
        // Where it fails the rows keep what they say; the next beat asks again.
        if (found)
            showReprocess(QSet<LogRecordId>(found->begin(), found->end()));
    });
}

void LogModel::showReprocess(const QSet<LogRecordId> &inReprocess)
{
    if (inReprocess == m_inReprocess)
        return;
    m_inReprocess = inReprocess;
    for (int row = m_firstVisible; row <= qMin(m_lastVisible, m_chunks.rowCount() - 1); ++row) {
        const QModelIndex status = index(row, int(LogColumn::Status));
        Q_EMIT dataChanged(status, status);
    }
}

void LogModel::updateRecords(const QList<log::Record> &records)
{
    for (const log::Record &record : records) {
        const int row = rowOf(record.id);
        if (row < 0)
            continue;
        const ChunkList::Place place = m_chunks.placeOf(row);
        log::Record &held = m_pages[m_chunks.at(place.chunk).id][place.offset];
        if (!looksDifferent(held, record))
            continue;
        held = record;
        Q_EMIT dataChanged(index(row, 0), index(row, logColumnCount - 1));
        Q_EMIT recordChanged(record.id);
    }
}

void LogModel::setFollowing(bool following)
{
    m_following = following;
    if (following && !m_waiting.isEmpty())
        letNewRowsIn();
}

void LogModel::letNewRowsIn()
{
    if (m_waiting.isEmpty())
        return;
    if (m_moreWaiting) {
        reload();
        return;
    }
    const QList<log::Record> head = std::exchange(m_waiting, {});
    insertHead(head);
    Q_EMIT waitingChanged();
}

void LogModel::insertHead(const QList<log::Record> &head)
{
    // Sorted by change, a record that changes moves to the top.
    const bool movesRows = m_sort.column == log::SortColumn::ChangedAt;
    if (movesRows) {
        Q_EMIT aboutToMoveRows();
        for (const log::Record &record : head)
            removeRecord(record.id);
    }
    QList<log::Record> records = head + m_pages.value(m_chunks.at(0).id);
    beginInsertRows({}, 0, int(head.size()) - 1);
    m_chunks.prepend(int(head.size()));
    m_pages[m_chunks.at(0).id] = records;
    endInsertRows();
    if (records.size() > largestFirstChunk) {
        const QList<log::Record> rest = records.mid(ChunkList::pageSize);
        records.resize(ChunkList::pageSize);
        m_chunks.splitFirst(ChunkList::pageSize, log::Cursor::of(records.last(), m_sort));
        m_pages[m_chunks.at(0).id] = records;
        keep(m_chunks.at(1).id, rest);
    }
    if (movesRows)
        Q_EMIT rowsWereMoved();
}

void LogModel::removeRecord(LogRecordId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    const ChunkList::Place place = m_chunks.placeOf(row);
    beginRemoveRows({}, row, row);
    m_pages[m_chunks.at(place.chunk).id].removeAt(place.offset);
    m_chunks.resize(place.chunk, m_chunks.at(place.chunk).rows - 1);
    endRemoveRows();
}

void LogModel::locate(LogRecordId id, std::function<void(int row)> done)
{
    m_locateTicket.cancel();
    const auto work = [filter = m_filter, sort = m_sort, id](storage::Connection &connection) {
        return logqueries::rowOf(connection, filter, sort, id, copyLimit);
    };
    m_locateTicket =
        m_reads.read<std::optional<int>>(this, work, [done = std::move(done)](const Result<std::optional<int>> &row) {
            done(row && row->has_value() ? **row : -1);
        });
}

void LogModel::fetch(const QList<int> &rows, std::function<void(const Result<QList<log::Record>> &)> done)
{
    if (rows.isEmpty())
        return;
    const QList<int> wanted = rows.first(std::min<qsizetype>(rows.size(), copyLimit));
    QList<log::Record> held;
    for (const int row : wanted) {
        if (const log::Record *record = recordAt(row))
            held.append(*record);
    }
    if (held.size() == wanted.size()) {
        done(held);
        return;
    }
    const int from = m_chunks.lastPlaced(m_chunks.placeOf(wanted.first()).chunk);
    const int to = m_chunks.placeOf(wanted.last()).chunk;
    const int firstRow = m_chunks.firstRow(from);
    logqueries::Walk walk {m_filter, m_sort, m_chunks.at(from).after, {}, true};
    for (int chunk = from; chunk <= to; ++chunk)
        walk.limits.append(m_chunks.at(chunk).rows);
    const auto work = [walk, actor = m_actor](storage::Connection &connection) {
        Result<logqueries::WalkResult> result = logqueries::walk(connection, walk);
        if (result && actor)
            logqueries::maskFor(*actor, result->records);
        return result;
    };
    m_fetchTicket = m_reads.read<logqueries::WalkResult>(
        this, work, [wanted, firstRow, done = std::move(done)](const Result<logqueries::WalkResult> &result) {
            if (!result) {
                done(tl::unexpected(result.error()));
                return;
            }
            QList<log::Record> records;
            for (const int row : wanted) {
                if (row - firstRow < result->records.size())
                    records.append(result->records.at(row - firstRow));
            }
            done(records);
        });
}

} // namespace ponte::ui
