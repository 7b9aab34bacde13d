// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace ponte::sandbox {

/// Users with their passwords, as HTTP Basic sends them: in UTF-8 or in ISO-8859-1.
class Credentials
{
public:
    /// `lockAfter` wrong passwords lock a user until reset; 0 never locks.
    explicit Credentials(int lockAfter = 0)
        : m_lockAfter(lockAfter)
    {}

    void setPassword(const QString &user, const QString &password) { m_passwords.insert(user, password); }
    void clear();
    /// The user of an Authorization header; empty where it is missing, wrong or locked.
    [[nodiscard]] QString userOf(const QByteArray &authorization);
    [[nodiscard]] bool accepts(const QString &user, const QString &password) const;

private:
    int m_lockAfter;
    QHash<QString, QString> m_passwords;
    QHash<QString, int> m_wrong;
};

} // namespace ponte::sandbox
