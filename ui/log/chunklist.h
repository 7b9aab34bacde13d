// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"

#include <QList>

#include <optional>

namespace ponte::ui {

/// Where the rows of a result stand that is read page by page and by keyset: a chunk is a run of rows, and what is
/// needed to read it is the cursor of the row before it. A cursor costs 16 bytes, so that rows once passed can be
/// dropped and read again.
class ChunkList final
{
public:
    static constexpr int pageSize = 256;

    struct Chunk {
        qint64 id = 0; ///< stable while chunks before it come and go
        int rows = 0;
        bool isPlaced = false; ///< `after` is known; false until the chunk before it was read
        std::optional<log::Cursor> after = {}; ///< none in the first chunk: from the top
    };
    struct Place {
        int chunk = 0;
        int offset = 0;
    };

    /// One placed chunk of that many rows.
    void reset(int rows);
    /// Chunks of up to pageSize, not placed.
    void append(int rows);
    /// Puts rows before all others, into the first chunk.
    void prepend(int rows);
    /// The first chunk keeps its first `rows`; the others become a chunk that starts after `after`.
    void splitFirst(int rows, log::Cursor after);
    void resize(int chunk, int rows);
    void place(int chunk, log::Cursor after);
    /// Drops the chunk and all after it.
    void truncate(int chunk);

    [[nodiscard]] int rowCount() const { return m_rowCount; }
    [[nodiscard]] int count() const { return int(m_chunks.size()); }
    [[nodiscard]] const Chunk &at(int chunk) const { return m_chunks.at(chunk); }
    [[nodiscard]] int firstRow(int chunk) const { return m_firstRows.at(chunk); }
    [[nodiscard]] Place placeOf(int row) const;
    /// The chunk itself or the last placed one before it, from which reading has to start.
    [[nodiscard]] int lastPlaced(int chunk) const;

private:
    void number();

    QList<Chunk> m_chunks;
    QList<int> m_firstRows;
    int m_rowCount = 0;
    qint64 m_lastId = 0;
};

/// Whether a row with the cursor `left` stands before one with `right`.
[[nodiscard]] bool standsBefore(const log::Cursor &left, const log::Cursor &right, const log::Sort &sort);

} // namespace ponte::ui
