// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/server.h"

#include "core/base/logging.h"
#include "core/http/reception.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QtEndian>

#include <microhttpd.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <optional>

namespace ponte::http {

namespace {

// The head of a request and the piece of its body at hand must fit; a longer head answers 431 or 414.
constexpr size_t memoryPerConnection = 32 * 1024;

// A client that misbehaves writes these lines, so that they are no warnings.
void logMessage(void *, const char *format, va_list arguments)
{
    std::array<char, 512> text {};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    qCDebug(lcHttp, "libmicrohttpd: %s", QByteArray(text.data()).trimmed().constData());
}

MHD_Result access(void *, MHD_Connection *, const char *, const char *method, const char *version, const char *data,
                  size_t *size, void **context)
{
    return static_cast<Reception *>(*context)->proceed(method, version, data, size);
}

void *beginRequest(void *core, const char *target, MHD_Connection *connection)
{
    return new Reception(*static_cast<ServerCore *>(core), connection, target);
}

void endRequest(void *, MHD_Connection *, void **context, MHD_RequestTerminationCode)
{
    delete static_cast<Reception *>(*context);
    *context = nullptr;
}

void noteConnection(void *closure, MHD_Connection *connection, void **context, MHD_ConnectionNotificationCode code)
{
    ServerCore &core = *static_cast<ServerCore *>(closure);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        const auto deadline = std::chrono::steady_clock::now() + core.limits.transfer;
        *context = new Watch::Handle(core.watch->add(socketOf(connection), deadline));
        return;
    }
    auto *handle = static_cast<Watch::Handle *>(*context);
    core.watch->remove(*handle);
    delete handle;
    *context = nullptr;
}

// The router decodes, so that an encoded slash is no slash.
size_t leaveEncoded(void *, MHD_Connection *, char *text)
{
    return std::strlen(text);
}

sockaddr_storage socketAddressOf(const QHostAddress &address, quint16 port)
{
    sockaddr_storage storage {};
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        auto *v4 = reinterpret_cast<sockaddr_in *>(&storage);
        v4->sin_family = AF_INET;
        v4->sin_port = qToBigEndian(port);
        v4->sin_addr.s_addr = qToBigEndian(address.toIPv4Address());
        return storage;
    }
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&storage);
    v6->sin6_family = AF_INET6;
    v6->sin6_port = qToBigEndian(port);
    v6->sin6_scope_id = address.scopeId().toUInt();
    const Q_IPV6ADDR bytes = address.toIPv6Address(); // zeros for Any
    std::memcpy(&v6->sin6_addr, &bytes, sizeof bytes);
    return storage;
}

unsigned flagsFor(const QHostAddress &address)
{
    // With epoll, libmicrohttpd 0.9.75 may abort the process in MHD_quiesce_daemon(), which takes the listening socket
    // out of the set while the server's thread does the same.
    unsigned flags = MHD_is_feature_supported(MHD_FEATURE_POLL) == MHD_YES ? unsigned(MHD_USE_POLL_INTERNAL_THREAD)
                                                                           : unsigned(MHD_USE_INTERNAL_POLLING_THREAD);
    flags |= MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC | MHD_USE_ERROR_LOG;
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        flags |= MHD_USE_IPv6;
    else if (address.protocol() != QAbstractSocket::IPv4Protocol)
        flags |= MHD_USE_DUAL_STACK;
    return flags;
}

Error startError(const QHostAddress &address, quint16 port)
{
    QTcpServer probe;
    probe.listen(address, port);
    if (probe.serverError() == QAbstractSocket::AddressInUseError)
        return {ErrorCode::PortInUse,
                QCoreApplication::translate("Http",
                                            "Port %1 of %2 is taken by another program. End that program, or choose "
                                            "another port.")
                    .arg(port)
                    .arg(address.toString())};
    return {ErrorCode::Internal,
            QCoreApplication::translate("Http",
                                        "Ponte cannot listen on port %1 of %2. Check that the address belongs to this "
                                        "computer and that the port is allowed.")
                .arg(port)
                .arg(address.toString()),
            probe.errorString()};
}

} // namespace

struct Server::Private : ServerCore {
    MHD_Daemon *daemon = nullptr;
    quint16 port = 0;
    std::optional<Socket> closedListener; ///< stays open until the end, lest its number be used again too early

    MHD_Daemon *start(const QHostAddress &address, quint16 wanted);
};

MHD_Daemon *Server::Private::start(const QHostAddress &address, quint16 wanted)
{
    const sockaddr_storage bound = socketAddressOf(address, wanted);
    auto *core = static_cast<ServerCore *>(this);
    const MHD_OptionItem end {MHD_OPTION_END, 0, nullptr};
    const std::array options {
        MHD_OptionItem {MHD_OPTION_CONNECTION_LIMIT, intptr_t(limits.connections), nullptr},
        MHD_OptionItem {MHD_OPTION_CONNECTION_TIMEOUT, intptr_t(limits.idle.count()), nullptr},
        MHD_OptionItem {MHD_OPTION_STRICT_FOR_CLIENT, 1, nullptr},
        MHD_OptionItem {MHD_OPTION_URI_LOG_CALLBACK, reinterpret_cast<intptr_t>(&beginRequest), core},
        MHD_OptionItem {MHD_OPTION_NOTIFY_COMPLETED, reinterpret_cast<intptr_t>(&endRequest), core},
        MHD_OptionItem {MHD_OPTION_NOTIFY_CONNECTION, reinterpret_cast<intptr_t>(&noteConnection), core},
        MHD_OptionItem {MHD_OPTION_UNESCAPE_CALLBACK, reinterpret_cast<intptr_t>(&leaveEncoded), nullptr},
        MHD_OptionItem {MHD_OPTION_SOCK_ADDR, 0, const_cast<sockaddr_storage *>(&bound)},
        // A pool of one is refused.
        limits.threads > 1 ? MHD_OptionItem {MHD_OPTION_THREAD_POOL_SIZE, intptr_t(limits.threads), nullptr} : end,
        end,
    };
    return MHD_start_daemon(flagsFor(address), wanted, nullptr, nullptr, &access, core, MHD_OPTION_EXTERNAL_LOGGER,
                            &logMessage, nullptr, MHD_OPTION_CONNECTION_MEMORY_LIMIT, memoryPerConnection,
                            MHD_OPTION_ARRAY, options.data(), MHD_OPTION_END);
}

Server::Server()
    : d(std::make_unique<Private>())
{}

Server::~Server()
{
    stop();
}

Result<> Server::listen(const QHostAddress &address, quint16 port, Handler handler, const Limits &limits)
{
    if (d->daemon != nullptr)
        return failure(ErrorCode::Internal, QCoreApplication::translate("Http", "The server is listening already."));
    auto errorBody = std::move(d->errorBody);
    d = std::make_unique<Private>();
    d->errorBody = std::move(errorBody);
    d->handler = std::move(handler);
    d->limits = limits;
    d->watch = std::make_unique<Watch>();
    d->daemon = d->start(address, port);
    // Where the computer has no IPv6, all addresses are those of IPv4.
    if (d->daemon == nullptr && address == QHostAddress(QHostAddress::Any))
        d->daemon = d->start(QHostAddress(QHostAddress::AnyIPv4), port);
    if (d->daemon == nullptr) {
        d->watch.reset();
        return tl::unexpected<Error>(startError(address, port));
    }
    d->port = MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    return {};
}

quint16 Server::port() const
{
    return d->port;
}

void Server::setErrorBody(std::function<QByteArray(int, const QString &)> body)
{
    d->errorBody = std::move(body);
}

void Server::stopAccepting()
{
    if (d->daemon == nullptr || d->closedListener)
        return;
    d->isClosing = true;
    d->closedListener = MHD_quiesce_daemon(d->daemon);
    endTransmission(*d->closedListener);
}

void Server::stop()
{
    if (d->daemon == nullptr)
        return;
    stopAccepting();
    d->finishAll();
    MHD_stop_daemon(d->daemon);
    d->daemon = nullptr;
    closeSocket(*d->closedListener);
    d->closedListener.reset();
    d->watch.reset();
    d->port = 0;
}

} // namespace ponte::http
