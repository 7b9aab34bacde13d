// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/hashingfile.h"

namespace ponte::reports {

HashingFile::HashingFile(const QString &path)
    : m_file(path)
    , m_hash(QCryptographicHash::Sha256)
{}

bool HashingFile::begin()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        setErrorString(m_file.errorString());
        return false;
    }
    return open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

bool HashingFile::commit()
{
    if (m_file.commit())
        return true;
    setErrorString(m_file.errorString());
    return false;
}

QByteArray HashingFile::sha256() const
{
    return m_hash.result().toHex();
}

qint64 HashingFile::readData(char *, qint64)
{
    return -1;
}

qint64 HashingFile::writeData(const char *data, qint64 size)
{
    const qint64 written = m_file.write(data, size);
    if (written > 0)
        m_hash.addData(QByteArrayView(data, written));
    if (written != size)
        setErrorString(m_file.errorString());
    return written;
}

} // namespace ponte::reports
