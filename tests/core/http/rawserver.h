// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QByteArrayList>
#include <QMutex>
#include <QObject>
#include <QTcpServer>
#include <QThread>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace ponte::http::test {

/// A server without manners, in a thread of its own: what it does with a request is the test's business.
class RawServer : public QObject
{
    Q_OBJECT

public:
    /// Runs in the server's thread for each complete request; `number` counts them all, from 1.
    using Behaviour = std::function<void(QTcpSocket &socket, const QByteArray &request, int number)>;
    /// Runs for each new connection.
    using Greeting = std::function<void(QTcpSocket &socket, int number)>;

    explicit RawServer(Behaviour behaviour, Greeting greeting = {});
    ~RawServer() override;

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] QByteArrayList requests() const;
    [[nodiscard]] int connections() const;
    /// How many of them have ended.
    [[nodiscard]] int farewells() const;
    /// Ends every connection from this side, and returns when that is done. Any thread but the server's.
    void hangUp();

    static Behaviour always(const QByteArray &answer);
    static QByteArray answer(int status, const QByteArray &body, const QByteArray &headers = {});
    /// Leaves with a reset.
    static void reset(QTcpSocket &socket);

private:
    void welcome();
    void read(QTcpSocket &socket, QByteArray &buffer);

    Behaviour m_behaviour;
    Greeting m_greeting;
    QThread m_thread;
    QTcpServer *m_server = nullptr; ///< its children are the connections
    quint16 m_port = 0;
    mutable QMutex m_mutex;
    QByteArrayList m_requests;
    int m_connections = 0;
    int m_farewells = 0;
};

} // namespace ponte::http::test
