// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/security/passwords.h"

#include <QCoreApplication>

#include <sodium.h>

namespace ponte::security {

Result<QString> passwordHash(const QString &password)
{
    const QByteArray text = password.toUtf8();
    char hash[crypto_pwhash_STRBYTES];
    if (sodium_init() < 0
        || crypto_pwhash_str(hash, text.constData(), size_t(text.size()), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                             crypto_pwhash_MEMLIMIT_INTERACTIVE)
               != 0)
        return failure(ErrorCode::Internal, QCoreApplication::translate(
                                                "Security", "There is not enough memory to keep a password safely."));
    return QString::fromLatin1(hash);
}

bool isPassword(const QString &hash, const QString &password)
{
    const QByteArray kept = hash.toLatin1();
    const QByteArray text = password.toUtf8();
    return sodium_init() >= 0 && crypto_pwhash_str_verify(kept.constData(), text.constData(), size_t(text.size())) == 0;
}

void spendPasswordTime(const QString &password)
{
    Q_UNUSED(passwordHash(password));
}

} // namespace ponte::security
