// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/answer.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <microhttpd.h>

#include <algorithm>
#include <cstring>

namespace ponte::http {

namespace {

ssize_t readFirstHalf(void *closure, uint64_t position, char *buffer, size_t size)
{
    const QByteArray &body = *static_cast<QByteArray *>(closure);
    const uint64_t half = uint64_t(body.size()) / 2;
    if (position >= half)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    const size_t count = std::min<uint64_t>(size, half - position);
    std::memcpy(buffer, body.constData() + position, count);
    return ssize_t(count);
}

void deleteBody(void *closure)
{
    delete static_cast<QByteArray *>(closure);
}

MHD_Response *responseWith(QByteArray bytes, bool cut)
{
    // Taken over instead of copied, since answers of a stand-in may be large.
    auto *body = new QByteArray(std::move(bytes));
    MHD_Response *response = nullptr;
    if (cut)
        response =
            MHD_create_response_from_callback(uint64_t(body->size()), 16 * 1024, readFirstHalf, body, deleteBody);
    else
        response = MHD_create_response_from_buffer_with_free_callback_cls(size_t(body->size()), body->data(),
                                                                          deleteBody, body);
    if (response == nullptr)
        delete body;
    return response;
}

} // namespace

MHD_Response *prepareAnswer(ServerResponse response, bool close)
{
    if (response.status < 200 || response.status > 599) {
        qCWarning(lcHttp, "A handler answered with the impossible status %d.", response.status);
        return nullptr;
    }
    MHD_Response *prepared = responseWith(std::move(response.body), response.fault == ServerResponse::Fault::CutInBody);
    if (prepared == nullptr)
        return nullptr;
    if (!response.contentType.isEmpty())
        response.headers.emplaceFront(MHD_HTTP_HEADER_CONTENT_TYPE, response.contentType);
    if (close)
        response.headers.emplaceBack(MHD_HTTP_HEADER_CONNECTION, "close");
    for (const auto &[name, value] : std::as_const(response.headers)) {
        // Refused are line breaks, and what libmicrohttpd sets by itself.
        if (MHD_add_response_header(prepared, name.constData(), value.constData()) != MHD_YES)
            qCWarning(lcHttp, "An answer goes out without its header %s, which is not allowed.", name.constData());
    }
    return prepared;
}

QByteArray plainErrorBody(int status, const QString &message)
{
    return QJsonDocument(QJsonObject {{QStringLiteral("code"), status}, {QStringLiteral("message"), message}})
        .toJson(QJsonDocument::Compact);
}

QString tooLongMessage(qint64 limit)
{
    return QCoreApplication::translate("Http", "The body of the request is longer than %1 bytes.").arg(limit);
}

} // namespace ponte::http
