// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/http/servercore.h"

#include <microhttpd.h>

namespace ponte::http {

/// One request as libmicrohttpd brings it, from its first line until its answer is sent. Lives in the server's thread.
class Reception
{
public:
    Reception(ServerCore &core, MHD_Connection *connection, QByteArray target);
    ~Reception();
    Reception(const Reception &) = delete;
    Reception &operator=(const Reception &) = delete;

    /// libmicrohttpd calls once for the head, then for each piece of the body, then without one, and after each resume.
    [[nodiscard]] MHD_Result proceed(const char *method, const char *version, const char *data, size_t *size);

private:
    enum class Stage { Head, Body, Handed };

    [[nodiscard]] MHD_Result takeHead(const char *method, const char *version);
    [[nodiscard]] MHD_Result takeBody(const char *data, size_t size);
    [[nodiscard]] MHD_Result handOver();
    [[nodiscard]] MHD_Result answerOrWait();
    [[nodiscard]] MHD_Result refuse(int status, const QString &message);
    [[nodiscard]] MHD_Result answer(ServerResponse response, bool close);
    [[nodiscard]] Responder responder() const;
    void readTarget();
    void callHandler();

    ServerCore &m_core;
    MHD_Connection *m_connection;
    Watch::Handle m_watch;
    std::shared_ptr<Exchange> m_exchange;
    QByteArray m_target;
    ServerRequest m_request;
    Stage m_stage = Stage::Head;
    qint64 m_received = 0;
    bool m_isOpen = false; ///< known to the core
};

/// The watch entry of a connection, made when it begins.
[[nodiscard]] Watch::Handle watchOf(MHD_Connection *connection);
[[nodiscard]] Socket socketOf(MHD_Connection *connection);

} // namespace ponte::http
