// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace ponte::reports {

/// Bytes on their way to a file: a thread of its own writes and hashes them, so that who makes them does neither.
/// A few pieces are on their way at most; append() waits where the disk is slower.
class OutputStream
{
public:
    OutputStream() = default;
    ~OutputStream();
    OutputStream(const OutputStream &) = delete;
    OutputStream &operator=(const OutputStream &) = delete;

    [[nodiscard]] Result<> open(const QString &path);
    void append(std::string_view text)
    {
        m_piece.append(text);
        if (m_piece.size() >= pieceSize)
            pass();
    }
    /// The piece that is being made, to add to; followed by passIfFull().
    [[nodiscard]] std::string &piece() { return m_piece; }
    void passIfFull()
    {
        if (m_piece.size() >= pieceSize)
            pass();
    }
    [[nodiscard]] bool isSound() const { return m_isSound; }
    /// Error code Internal with the disk's words once it has refused something.
    [[nodiscard]] Result<> state() const;
    /// Waits until all is written. Afterwards sha256() is known.
    [[nodiscard]] Result<> close();
    [[nodiscard]] QByteArray sha256() const { return m_sha256; } ///< hex

private:
    static constexpr size_t pieceSize = size_t(256) << 10;
    static constexpr size_t mostPieces = 8;

    void pass();
    void run();
    void stop();

    std::string m_piece;
    QByteArray m_sha256;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::string> m_pieces, m_spare;
    QString m_path, m_problem;
    std::atomic<bool> m_isSound = true;
    bool m_isLast = false;
    std::thread m_thread;
};

} // namespace ponte::reports
