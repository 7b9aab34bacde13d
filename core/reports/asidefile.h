// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace ponte::reports {

/// A file that is made in a hidden folder beside its place and appears there whole or not at all. Whatever is left
/// unfinished goes with the object.
///
/// Errors: Usage where the file can never be written there (no folder, no permission, no ordinary file, read-only),
/// Internal where the disk refuses.
class AsideFile
{
public:
    [[nodiscard]] static Result<AsideFile> begin(const QString &target);

    /// Where to write; nothing is there yet.
    [[nodiscard]] QString path() const;
    /// For what the making needs beside; goes with it.
    [[nodiscard]] QString folder() const;
    /// Moves it to its place, once it is on the disk.
    [[nodiscard]] Result<> appear();

private:
    AsideFile(QString target, std::unique_ptr<QTemporaryDir> folder);

    QString m_target;
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// SHA-256 of a file, hex.
[[nodiscard]] Result<QByteArray> sha256OfFile(const QString &path);

/// "The report X cannot be written: …" with the code of the rule above.
[[nodiscard]] Error writeError(const QString &file, const QString &reason);

} // namespace ponte::reports
