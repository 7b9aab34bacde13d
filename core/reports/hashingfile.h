// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QCryptographicHash>
#include <QIODevice>
#include <QSaveFile>

namespace ponte::reports {

/// A file written aside and renamed at the end, with the hash of what went into it.
class HashingFile final : public QIODevice
{
    Q_OBJECT

public:
    explicit HashingFile(const QString &path);

    [[nodiscard]] bool begin();
    /// Makes the file appear under its name.
    [[nodiscard]] bool commit();
    [[nodiscard]] QByteArray sha256() const; ///< hex
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QSaveFile m_file;
    QCryptographicHash m_hash;
};

} // namespace ponte::reports
