// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/reception.h"

#include "core/base/logging.h"
#include "core/http/answer.h"

#include <QCoreApplication>

#include <algorithm>
#include <exception>
#include <limits>
#include <utility>

namespace ponte::http {

namespace {

struct Head {
    QHash<QByteArray, QByteArray> headers;
    int lengths = 0; ///< how many Content-Length
    int encodings = 0; ///< how many Transfer-Encoding
};

MHD_Result collectHeader(void *closure, MHD_ValueKind, const char *key, const char *value)
{
    Head &head = *static_cast<Head *>(closure);
    const QByteArray name = QByteArray(key).toLower();
    head.lengths += name == "content-length" ? 1 : 0;
    head.encodings += name == "transfer-encoding" ? 1 : 0;
    QByteArray &slot = head.headers[name];
    // Repeated headers are one list; where one value is expected, a list of two is none.
    slot = slot.isNull() ? QByteArray(value != nullptr ? value : "") : slot + ", " + value;
    return MHD_YES;
}

QHostAddress peerOf(MHD_Connection *connection)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (info == nullptr || info->client_addr == nullptr)
        return {};
    const QHostAddress address(info->client_addr);
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

Watch::Time fromNow(std::chrono::seconds delay)
{
    return std::chrono::steady_clock::now() + delay;
}

} // namespace

Watch::Handle watchOf(MHD_Connection *connection)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return *static_cast<Watch::Handle *>(info->socket_context);
}

Socket socketOf(MHD_Connection *connection)
{
    return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
}

Reception::Reception(ServerCore &core, MHD_Connection *connection, QByteArray target)
    : m_core(core)
    , m_connection(connection)
    , m_watch(watchOf(connection))
    , m_exchange(std::make_shared<Exchange>(connection, socketOf(connection)))
    , m_target(std::move(target))
{
    m_core.watch->bringForward(m_watch, fromNow(m_core.limits.transfer));
}

Reception::~Reception()
{
    m_exchange->complete();
    if (m_isOpen)
        m_core.close(m_exchange);
    m_core.watch->setDeadline(m_watch, fromNow(m_core.limits.idle + m_core.limits.transfer));
}

MHD_Result Reception::proceed(const char *method, const char *version, const char *data, size_t *size)
{
    switch (m_stage) {
    case Stage::Head:
        return takeHead(method, version);
    case Stage::Body:
        if (*size == 0)
            return handOver();
        return takeBody(data, std::exchange(*size, 0));
    case Stage::Handed:
        return answerOrWait();
    }
    return MHD_NO;
}

void Reception::readTarget()
{
    // A proxy may send the whole address.
    for (const char *scheme : {"http://", "https://"}) {
        if (m_target.startsWith(scheme)) {
            const qsizetype path = m_target.indexOf('/', qstrlen(scheme));
            m_target = path < 0 ? QByteArray("/") : m_target.mid(path);
        }
    }
    const qsizetype mark = m_target.indexOf('?');
    m_request.rawPath = mark < 0 ? m_target : m_target.left(mark);
    m_request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(m_request.rawPath));
    if (mark >= 0)
        m_request.query = QUrlQuery(QString::fromUtf8(m_target.mid(mark + 1)));
}

MHD_Result Reception::takeHead(const char *method, const char *version)
{
    m_stage = Stage::Body;
    Head head;
    MHD_get_connection_values(m_connection, MHD_HEADER_KIND, collectHeader, &head);
    m_request.method = method;
    m_request.headers = std::move(head.headers);
    m_request.peer = peerOf(m_connection);
    readTarget();

    // Two ideas of where the body ends are two ideas of where the next request begins.
    const bool isChunked = m_request.headers.value("transfer-encoding").compare("chunked", Qt::CaseInsensitive) == 0;
    if (head.lengths > 1 || head.encodings > 1 || (head.encodings == 1 && (head.lengths > 0 || !isChunked))
        || (head.encodings == 1 && qstrcmp(version, MHD_HTTP_VERSION_1_1) != 0))
        return refuse(400, QCoreApplication::translate("Http", "The length of the request is ambiguous."));

    bool isNumber = true;
    qint64 length = head.lengths == 0 ? 0 : m_request.headers.value("content-length").toLongLong(&isNumber);
    if (!isNumber)
        length = std::numeric_limits<qint64>::max();
    const bool isAsking = m_request.headers.contains("expect");
    const bool isDrainable = length <= m_core.limits.drainBytes && !isAsking;
    if (length > m_core.limits.bodyBytes && !isDrainable)
        return refuse(413, tooLongMessage(m_core.limits.bodyBytes));
    if (length > 0 && length <= m_core.limits.bodyBytes)
        m_request.body.reserve(std::min<qint64>(length, 64 * 1024));
    return MHD_YES;
}

MHD_Result Reception::takeBody(const char *data, size_t size)
{
    m_received += qint64(size);
    if (m_received <= m_core.limits.bodyBytes) {
        m_request.body.append(data, qsizetype(size));
        return MHD_YES;
    }
    m_request.body = QByteArray();
    // No answer can be given in the middle of a body, so what exceeds this limit too is closed without.
    return m_received <= std::max(m_core.limits.drainBytes, m_core.limits.bodyBytes) ? MHD_YES : MHD_NO;
}

MHD_Result Reception::handOver()
{
    m_stage = Stage::Handed;
    m_core.watch->setDeadline(m_watch, Watch::never);
    if (m_received > m_core.limits.bodyBytes)
        return refuse(413, tooLongMessage(m_core.limits.bodyBytes));
    m_isOpen = m_core.open(m_exchange);
    if (!m_isOpen)
        return answer(m_core.stoppingResponse(), true);
    callHandler();
    return answerOrWait();
}

Responder Reception::responder() const
{
    Responder responder;
    responder.m_state = std::make_shared<Responder::State>(m_exchange, [error = m_core.errorBody] {
        ServerResponse response;
        response.status = 500;
        const QString message =
            QCoreApplication::translate("Http", "The request was not answered, because of a defect.");
        response.body = error ? error(500, message) : plainErrorBody(500, message);
        return response;
    });
    return responder;
}

void Reception::callHandler()
{
    // The caller is C code, through which an exception must not pass.
    try {
        m_core.handler(std::move(m_request), responder());
    } catch (const std::exception &e) {
        qCWarning(lcHttp, "A request handler threw: %s", e.what());
    }
}

MHD_Result Reception::answerOrWait()
{
    std::optional<ServerResponse> response = m_exchange->answerOrSuspend();
    return response ? answer(std::move(*response), m_core.isClosing) : MHD_YES;
}

MHD_Result Reception::refuse(int status, const QString &message)
{
    return answer(m_core.errorResponse(status, message), true);
}

MHD_Result Reception::answer(ServerResponse response, bool close)
{
    if (response.fault == ServerResponse::Fault::CloseWithoutAnswer)
        return MHD_NO;
    m_core.watch->setDeadline(m_watch, fromNow(m_core.limits.transfer));
    const unsigned status = unsigned(response.status);
    MHD_Response *prepared = prepareAnswer(std::move(response), close);
    if (prepared == nullptr)
        return MHD_NO;
    const MHD_Result result = MHD_queue_response(m_connection, status, prepared);
    MHD_destroy_response(prepared);
    return result;
}

} // namespace ponte::http
