// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/asidefile.h"

#include "core/reports/reporttext.h"
#include "core/reports/sha256.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <unistd.h>

#include <filesystem>

namespace ponte::reports {

using namespace Qt::StringLiterals;

namespace {

Error refusedTarget(const QString &file, const QString &reason)
{
    return {ErrorCode::Usage, ReportText::tr("The report %1 cannot be written: %2").arg(file, reason)};
}

bool isReadOnly(const QFileInfo &file)
{
    constexpr QFile::Permissions anybody = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
    return !file.isWritable() || !(file.permissions() & anybody);
}

} // namespace

Error writeError(const QString &file, const QString &reason)
{
    // People know the place, not the hidden folder beside it.
    static const QRegularExpression hidden(u"/\\.ponte-report-\\w{6}(?=/)"_s);
    return {ErrorCode::Internal,
            ReportText::tr("The report %1 cannot be written: %2").arg(QString(file).remove(hidden), reason)};
}

AsideFile::AsideFile(QString target, std::unique_ptr<QTemporaryDir> folder)
    : m_target(std::move(target))
    , m_folder(std::move(folder))
{}

Result<AsideFile> AsideFile::begin(const QString &target)
{
    QFileInfo file(target);
    if (file.isSymLink() && file.exists())
        file = QFileInfo(file.canonicalFilePath());
    const QFileInfo folder(file.absolutePath());
    if (!folder.isDir())
        return tl::unexpected(refusedTarget(
            target, ReportText::tr("there is no folder %1.").arg(QDir::toNativeSeparators(folder.filePath()))));
    if (file.exists() && !file.isFile())
        return tl::unexpected(refusedTarget(target, ReportText::tr("it is no ordinary file.")));
    if (file.exists() && isReadOnly(file))
        return tl::unexpected(refusedTarget(target, ReportText::tr("the file that stands there is read-only.")));
    auto aside = std::make_unique<QTemporaryDir>(folder.filePath() + u"/.ponte-report-XXXXXX"_s);
    if (!aside->isValid()) {
        const QString reason = folder.isWritable() ? aside->errorString()
                                                   : ReportText::tr("nothing may be written in the folder %1.")
                                                         .arg(QDir::toNativeSeparators(folder.filePath()));
        return tl::unexpected(refusedTarget(target, reason));
    }
    return AsideFile(file.absoluteFilePath(), std::move(aside));
}

QString AsideFile::path() const
{
    return m_folder->filePath(QFileInfo(m_target).fileName());
}

QString AsideFile::folder() const
{
    return m_folder->path();
}

Result<> AsideFile::appear()
{
    QFile file(path());
    // Renamed before its bytes are on the disk, it could stand there empty after a power cut.
    if (!file.open(QIODevice::ReadWrite) || ::fsync(file.handle()) != 0)
        return tl::unexpected(writeError(m_target, file.isOpen() ? qt_error_string() : file.errorString()));
    file.close();
    std::error_code error;
    std::filesystem::rename(std::filesystem::path(path().toStdU16String()),
                            std::filesystem::path(m_target.toStdU16String()), error);
    if (error)
        return tl::unexpected(writeError(m_target, QString::fromStdString(error.message())));
    return {};
}

Result<QByteArray> sha256OfFile(const QString &path)
{
    constexpr qint64 pieceSize = qint64(256) << 10;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(writeError(path, file.errorString()));
    Sha256 hash;
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (qint64 size = -1; size != 0;) {
        size = file.read(piece.data(), pieceSize);
        if (size < 0)
            return tl::unexpected(writeError(path, file.errorString()));
        hash.add({piece.constData(), size_t(size)});
    }
    QByteArray sum = hash.result();
    if (sum.isEmpty())
        return tl::unexpected(writeError(path, ReportText::tr("its SHA-256 cannot be reckoned.")));
    return sum;
}

} // namespace ponte::reports
