// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/zipentries.h"

#include "core/reports/asidefile.h"
#include "core/reports/reporttext.h"

#include <QFile>
#include <QtEndian>

namespace ponte::reports {

namespace {

// PKWARE APPNOTE 4.3.12 and 4.3.16.
constexpr quint32 entryMark = 0x02014b50;
constexpr qsizetype entrySize = 46;
constexpr qsizetype endSize = 22;
const QByteArray endMark("PK\x05\x06");

quint32 number32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

quint16 number16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

} // namespace

Result<QHash<QString, qint64>> zipEntrySizes(const QString &path)
{
    const auto broken = [&path] {
        return tl::unexpected(writeError(path, ReportText::tr("the packed file is not whole.")));
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(writeError(path, file.errorString()));
    const qint64 tailSize = std::min<qint64>(file.size(), 65'557);
    file.seek(file.size() - tailSize);
    const QByteArray tail = file.read(tailSize);
    const qsizetype end = tail.lastIndexOf(endMark);
    if (end < 0 || end + endSize > tail.size())
        return broken();
    file.seek(number32(tail, end + 16));
    const QByteArray directory = file.read(number32(tail, end + 12));
    QHash<QString, qint64> sizes;
    for (qsizetype at = 0; at < directory.size();) {
        if (at + entrySize > directory.size() || number32(directory, at) != entryMark)
            return broken();
        const qsizetype nameSize = number16(directory, at + 28);
        const QString name = QString::fromUtf8(directory.mid(at + entrySize, nameSize));
        sizes.insert(name, number32(directory, at + 24));
        at += entrySize + nameSize + number16(directory, at + 30) + number16(directory, at + 32);
    }
    if (sizes.size() != number16(tail, end + 10))
        return broken();
    return sizes;
}

} // namespace ponte::reports
