// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/upload.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace ponte::http {

Upload::Upload(QByteArray body)
    : m_body(std::move(body))
{
    // Without a buffer of its own, the device gives away no more than Qt asked for.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 Upload::bytesAvailable() const
{
    return m_body.size() - m_taken;
}

qint64 Upload::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min(maxSize, qint64(m_body.size()) - m_taken);
    if (size <= 0)
        return -1;
    std::memcpy(data, m_body.constData() + m_taken, static_cast<size_t>(size));
    m_taken += size;
    return size;
}

} // namespace ponte::http
