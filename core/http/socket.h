// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QtGlobal>

#ifdef Q_OS_WIN
    #include <winsock2.h>
    #include <ws2tcpip.h>
#else
    #include <netinet/in.h>
    #include <sys/socket.h>
    #include <unistd.h>

    #include <cerrno>
#endif

namespace ponte::http {

#ifdef Q_OS_WIN
using Socket = SOCKET;
#else
using Socket = int;
#endif

inline void endTransmission(Socket socket)
{
#ifdef Q_OS_WIN
    ::shutdown(socket, SD_BOTH);
#else
    ::shutdown(socket, SHUT_RDWR);
#endif
}

inline void closeSocket(Socket socket)
{
#ifdef Q_OS_WIN
    ::closesocket(socket);
#else
    ::close(socket);
#endif
}

/// Whether the peer of a non-blocking socket has closed or reset its side.
[[nodiscard]] inline bool hasPeerLeft(Socket socket)
{
    char byte = 0;
    const auto size = ::recv(socket, &byte, 1, MSG_PEEK);
    if (size >= 0)
        return size == 0;
#ifdef Q_OS_WIN
    return WSAGetLastError() != WSAEWOULDBLOCK;
#else
    return errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR;
#endif
}

} // namespace ponte::http
