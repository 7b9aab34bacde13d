// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpSocket>

#include <sys/socket.h>

namespace ponte::http::test {

/// A client that sends what it is told, byte for byte.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_connected = m_socket.waitForConnected(5000);
    }

    [[nodiscard]] bool isConnected() const { return m_connected; }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5000)) {
        }
    }

    /// Head and body of one answer with Content-Length; what is missing at the deadline is missing.
    QByteArray receive(bool withBody = true)
    {
        QByteArray &buffer = m_buffer;
        while (!buffer.contains("\r\n\r\n") && readMore()) {
        }
        const qsizetype headSize = buffer.indexOf("\r\n\r\n") + 4;
        const QByteArray mark = "Content-Length: ";
        const qsizetype at = buffer.indexOf(mark);
        qsizetype length = 0;
        if (withBody && at >= 0 && at < headSize)
            length = buffer.mid(at + mark.size(), buffer.indexOf("\r\n", at) - at - mark.size()).toLongLong();
        while (buffer.size() < headSize + length && readMore()) {
        }
        const QByteArray answer = buffer.left(headSize + length);
        buffer.remove(0, answer.size());
        return answer;
    }

    /// Everything until the peer closes; `closed` tells whether it did.
    QByteArray receiveAll(bool *closed = nullptr)
    {
        while (readMore()) {
        }
        if (closed != nullptr)
            *closed = m_socket.state() == QAbstractSocket::UnconnectedState;
        return std::exchange(m_buffer, {});
    }

    /// Leaves with a reset instead of a farewell.
    void reset()
    {
        const linger now {1, 0};
        ::setsockopt(int(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        m_socket.abort();
    }

private:
    bool readMore()
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(10000))
            return false;
        m_buffer += m_socket.readAll();
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_buffer;
    bool m_connected = false;
};

} // namespace ponte::http::test
