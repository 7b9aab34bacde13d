// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace ponte::test {

/// A certificate for this machine, signed by itself, made by openssl.
struct Certificate {
    QString file, key;
    [[nodiscard]] static Certificate make(const QString &folder, const QString &name);
};

/// The mail server of tests/support in a process of its own.
class MailServer
{
public:
    explicit MailServer(const QStringList &options);
    ~MailServer();
    Q_DISABLE_COPY_MOVE(MailServer)

    [[nodiscard]] int port() const { return m_port; }
    /// The next line that it says; empty where none comes.
    [[nodiscard]] QString line();
    /// The next message that it takes over.
    [[nodiscard]] QJsonObject message();
    void stop();

private:
    QProcess m_process;
    int m_port = 0;
};

} // namespace ponte::test
