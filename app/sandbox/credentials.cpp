// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/credentials.h"

namespace ponte::sandbox {

void Credentials::clear()
{
    m_passwords.clear();
    m_wrong.clear();
}

bool Credentials::accepts(const QString &user, const QString &password) const
{
    const auto known = m_passwords.constFind(user);
    return known != m_passwords.constEnd() && *known == password;
}

QString Credentials::userOf(const QByteArray &authorization)
{
    if (authorization.left(6).toLower() != "basic ")
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(authorization.mid(6).trimmed());
    const qsizetype colon = decoded ? (*decoded).indexOf(':') : -1;
    if (colon < 0)
        return {};
    const QByteArray name = (*decoded).left(colon);
    const QByteArray word = (*decoded).mid(colon + 1);
    for (const bool latin1 : {false, true}) {
        const QString user = latin1 ? QString::fromLatin1(name) : QString::fromUtf8(name);
        if (!m_passwords.contains(user))
            continue;
        if (m_lockAfter > 0 && m_wrong.value(user) >= m_lockAfter)
            return {};
        if (word == m_passwords.value(user).toUtf8() || word == m_passwords.value(user).toLatin1()) {
            m_wrong.remove(user);
            return user;
        }
        ++m_wrong[user];
        return {};
    }
    return {};
}

} // namespace ponte::sandbox
