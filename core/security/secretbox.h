// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"
#include "core/storage/database.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace ponte::security {

/// Seals secrets to the installation's public key; only a program that holds the private key opens them. On SQLite the
/// key is the file `<database>.key` (0600), made by whoever opens first; on PostgreSQL the file named by PONTE_KEY or
/// the systemd credential `ponte.key`, else one in the user's data folder, made by `migrate`. Thread-safe after load.
class SecretBox
{
public:
    /// Reads the public key, making the pair where there is none and `mayCreate` allows it. A database whose key file
    /// is missing still loads, without the right to open.
    [[nodiscard]] static Result<SecretBox> load(storage::Database &database, bool mayCreate);

    [[nodiscard]] bool canOpen() const { return !m_privateKey.isEmpty(); }
    [[nodiscard]] QByteArray seal(const QString &secret) const;
    /// Error code Permission where this program holds no key.
    [[nodiscard]] Result<QString> open(const QByteArray &sealed) const;
    [[nodiscard]] QString keyFile() const { return m_keyFile; }

private:
    class Opened;

    QByteArray m_publicKey;
    QByteArray m_privateKey;
    QString m_keyFile;
    std::shared_ptr<Opened> m_opened; ///< shared by copies
};

} // namespace ponte::security
