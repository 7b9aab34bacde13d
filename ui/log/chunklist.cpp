// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/chunklist.h"

#include <algorithm>
#include <tuple>

namespace ponte::ui {

void ChunkList::reset(int rows)
{
    m_chunks = {Chunk {++m_lastId, rows, true}};
    number();
}

void ChunkList::append(int rows)
{
    for (int left = rows; left > 0; left -= pageSize)
        m_chunks.append(Chunk {++m_lastId, std::min(left, pageSize)});
    number();
}

void ChunkList::prepend(int rows)
{
    m_chunks.first().rows += rows;
    number();
}

void ChunkList::splitFirst(int rows, log::Cursor after)
{
    Chunk &first = m_chunks.first();
    const Chunk rest {++m_lastId, first.rows - rows, true, after};
    first.rows = rows;
    m_chunks.insert(1, rest);
    number();
}

void ChunkList::resize(int chunk, int rows)
{
    m_chunks[chunk].rows = rows;
    number();
}

void ChunkList::place(int chunk, log::Cursor after)
{
    m_chunks[chunk].isPlaced = true;
    m_chunks[chunk].after = after;
}

void ChunkList::truncate(int chunk)
{
    m_chunks.resize(chunk);
    number();
}

ChunkList::Place ChunkList::placeOf(int row) const
{
    // A chunk may have become empty; the last one that starts at or before the row is the one that holds it.
    const auto next = std::upper_bound(m_firstRows.begin(), m_firstRows.end(), row);
    const int chunk = int(next - m_firstRows.begin()) - 1;
    return {chunk, row - m_firstRows.at(chunk)};
}

int ChunkList::lastPlaced(int chunk) const
{
    while (chunk > 0 && !m_chunks.at(chunk).isPlaced)
        --chunk;
    return chunk;
}

void ChunkList::number()
{
    m_firstRows.resize(m_chunks.size());
    m_rowCount = 0;
    for (qsizetype i = 0; i < m_chunks.size(); ++i) {
        m_firstRows[i] = m_rowCount;
        m_rowCount += m_chunks.at(i).rows;
    }
}

bool standsBefore(const log::Cursor &left, const log::Cursor &right, const log::Sort &sort)
{
    const auto key = [](const log::Cursor &cursor) { return std::make_tuple(cursor.value, cursor.id); };
    return sort.descending ? key(left) > key(right) : key(left) < key(right);
}

} // namespace ponte::ui
