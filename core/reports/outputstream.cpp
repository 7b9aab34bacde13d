// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/outputstream.h"

#include "core/reports/asidefile.h"
#include "core/reports/sha256.h"

#include <QFile>

namespace ponte::reports {

OutputStream::~OutputStream()
{
    stop();
}

Result<> OutputStream::open(const QString &path)
{
    m_path = path;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(writeError(path, file.errorString()));
    m_piece.reserve(pieceSize + (size_t(64) << 10));
    m_thread = std::thread([this] { run(); });
    return {};
}

Result<> OutputStream::state() const
{
    const std::lock_guard lock(m_mutex);
    if (m_problem.isNull())
        return {};
    return tl::unexpected(writeError(m_path, m_problem));
}

Result<> OutputStream::close()
{
    pass();
    stop();
    return state();
}

void OutputStream::pass()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_pieces.size() < mostPieces; });
    m_pieces.push_back(std::move(m_piece));
    if (m_spare.empty()) {
        m_piece = std::string();
        m_piece.reserve(pieceSize + (size_t(64) << 10));
    } else {
        m_piece = std::move(m_spare.front());
        m_spare.pop_front();
    }
    lock.unlock();
    m_changed.notify_all();
}

void OutputStream::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isLast = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void OutputStream::run()
{
    QFile file(m_path);
    Sha256 hash;
    bool isSound = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return !m_pieces.empty() || m_isLast; });
        if (m_pieces.empty())
            break;
        std::string piece = std::move(m_pieces.front());
        m_pieces.pop_front();
        lock.unlock();
        m_changed.notify_all();
        // After a refusal the rest is only taken away, so that nobody waits for ever.
        if (isSound) {
            isSound = file.write(piece.data(), qint64(piece.size())) == qint64(piece.size());
            hash.add(piece);
        }
        const QString problem = isSound ? QString() : file.errorString();
        piece.clear();
        lock.lock();
        m_spare.push_back(std::move(piece));
        if (!isSound && m_problem.isNull()) {
            m_problem = problem;
            m_isSound = false;
        }
    }
    m_sha256 = hash.result();
}

} // namespace ponte::reports
