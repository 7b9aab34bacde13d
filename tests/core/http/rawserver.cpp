// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "rawserver.h"

#include <QTcpSocket>

#include <sys/socket.h>

#include <memory>

namespace ponte::http::test {

RawServer::RawServer(Behaviour behaviour, Greeting greeting)
    : m_behaviour(std::move(behaviour))
    , m_greeting(std::move(greeting))
{
    m_server = new QTcpServer;
    m_server->listen(QHostAddress(QHostAddress::LocalHost));
    m_port = m_server->serverPort();
    m_server->moveToThread(&m_thread);
    connect(m_server, &QTcpServer::newConnection, m_server, [this] { welcome(); });
    connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

RawServer::~RawServer()
{
    m_thread.quit();
    m_thread.wait();
}

void RawServer::welcome()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        int number = 0;
        {
            const QMutexLocker lock(&m_mutex);
            number = ++m_connections;
        }
        connect(socket, &QTcpSocket::disconnected, socket, [this] {
            const QMutexLocker lock(&m_mutex);
            ++m_farewells;
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket, buffer] { read(*socket, *buffer); });
        if (m_greeting)
            m_greeting(*socket, number);
    }
}

void RawServer::read(QTcpSocket &socket, QByteArray &buffer)
{
    buffer += socket.readAll();
    for (;;) {
        const qsizetype headSize = buffer.indexOf("\r\n\r\n") + 4;
        if (headSize < 4)
            return;
        const QByteArray mark = "\r\ncontent-length:";
        const qsizetype at = buffer.left(headSize).toLower().indexOf(mark);
        qsizetype length = 0;
        if (at >= 0)
            length =
                buffer.mid(at + mark.size(), buffer.indexOf("\r\n", at + 2) - at - mark.size()).trimmed().toLongLong();
        if (buffer.size() < headSize + length)
            return;
        const QByteArray request = buffer.left(headSize + length);
        buffer.remove(0, request.size());
        int number = 0;
        {
            const QMutexLocker lock(&m_mutex);
            m_requests.append(request);
            number = int(m_requests.size());
        }
        m_behaviour(socket, request, number);
    }
}

QUrl RawServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path));
}

QByteArrayList RawServer::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

int RawServer::connections() const
{
    const QMutexLocker lock(&m_mutex);
    return m_connections;
}

int RawServer::farewells() const
{
    const QMutexLocker lock(&m_mutex);
    return m_farewells;
}

void RawServer::hangUp()
{
    QMetaObject::invokeMethod(
        m_server,
        [this] {
            for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
                ::shutdown(int(socket->socketDescriptor()), SHUT_WR);
        },
        Qt::BlockingQueuedConnection);
}

RawServer::Behaviour RawServer::always(const QByteArray &answer)
{
    return [answer](QTcpSocket &socket, const QByteArray &, int) { socket.write(answer); };
}

QByteArray RawServer::answer(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Word\r\n" + headers
           + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void RawServer::reset(QTcpSocket &socket)
{
    const linger now {1, 0};
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket.abort();
}

} // namespace ponte::http::test
