// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/call.h"

#include "ponte_version.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>

namespace ponte::http {

namespace {

// Servers close what is idle after 5 s or more; the shorter our own limit, the less often a request crosses such a
// close.
constexpr long keepIdleSeconds = 2;
// libcurl wakes by itself for its own timers; this only bounds the time without any.
constexpr int longestPollMs = 60'000;

QString placeOf(const QUrl &url)
{
    const int standard = url.scheme() == QLatin1String("https") ? 443 : 80;
    QString host = url.host();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    return host + u':' + QString::number(url.port(standard));
}

bool isErrorOfTls(CURLcode code)
{
    switch (code) {
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ENGINE_SETFAILED:
        return true;
    default:
        return false;
    }
}

} // namespace

Call::Call(CURLM *connections, CURL *transfer, const Request &request)
    : m_connections(connections)
    , m_transfer(transfer)
    , m_request(request)
{}

Call::~Call()
{
    // The handle outlives the call, but nothing that was set on it does.
    curl_easy_reset(m_transfer);
}

template<typename Value>
void Call::set(CURLoption option, Value value)
{
    curl_easy_setopt(m_transfer, option, value);
}

bool Call::isSafe() const
{
    return m_request.body.isEmpty() && (m_request.method == "GET" || m_request.method == "HEAD");
}

void Call::prepare(std::chrono::milliseconds timeLeft)
{
    // Credentials come in the caller's Authorization header alone.
    set(CURLOPT_URL, m_request.url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment).constData());
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    // A name that is still being looked up is not waited for at the end of the call.
    set(CURLOPT_QUICK_EXIT, 1L);
    set(CURLOPT_MAXAGE_CONN, keepIdleSeconds);
    // 0 would mean that there is no limit.
    const long limit = long(std::max(timeLeft, std::chrono::milliseconds(1)).count());
    set(CURLOPT_TIMEOUT_MS, limit);
    set(CURLOPT_CONNECTTIMEOUT_MS, limit);
    set(CURLOPT_ERRORBUFFER, m_words);
    set(CURLOPT_USERAGENT, "Ponte/" PONTE_VERSION);
    addHeaders();

    set(CURLOPT_CUSTOMREQUEST, m_request.method.constData());
    if (m_request.method == "HEAD" && isSafe())
        set(CURLOPT_NOBODY, 1L);
    else
        set(CURLOPT_MAXFILESIZE_LARGE, curl_off_t(m_request.maximumAnswerBytes));
    if (!isSafe()) {
        // Read by a function that cannot start again: what libcurl would repeat by itself after a peer has closed a
        // kept connection without an answer, it gives up instead.
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_INFILESIZE_LARGE, curl_off_t(m_request.body.size()));
        set(CURLOPT_READDATA, static_cast<void *>(this));
        set(
            CURLOPT_READFUNCTION, +[](char *room, size_t size, size_t count, void *self) -> size_t {
                return static_cast<Call *>(self)->giveBody(room, size * count);
            });
        // Without a body there is nothing that could not be repeated, so these never meet a kept connection.
        if (m_request.body.isEmpty())
            set(CURLOPT_FRESH_CONNECT, 1L);
    }
    set(CURLOPT_HEADERDATA, static_cast<void *>(this));
    set(
        CURLOPT_HEADERFUNCTION, +[](char *data, size_t size, size_t count, void *self) -> size_t {
            return static_cast<Call *>(self)->takeHeader({data, qsizetype(size * count)});
        });
    set(CURLOPT_WRITEDATA, static_cast<void *>(this));
    set(
        CURLOPT_WRITEFUNCTION, +[](char *data, size_t size, size_t count, void *self) -> size_t {
            return static_cast<Call *>(self)->takeBody({data, qsizetype(size * count)});
        });
}

void Call::addHeaders()
{
    // libcurl would ask before a long body whether it may send it, and wait a second for the answer.
    addHeader("Expect:");
    // What is unpacked on the way no longer has the length that was announced.
    if (headerValue(m_request.headers, "Accept-Encoding").isEmpty())
        addHeader("Accept-Encoding: identity");
    for (const auto &[name, value] : m_request.headers)
        addHeader(name + (value.trimmed().isEmpty() ? QByteArray(";") : ": " + value));
    set(CURLOPT_HTTPHEADER, m_sentHeaders.get());
}

void Call::addHeader(const QByteArray &line)
{
    // The list is one object whose head stays or is made by the first line.
    curl_slist *grown = curl_slist_append(m_sentHeaders.get(), line.constData());
    static_cast<void>(m_sentHeaders.release());
    m_sentHeaders.reset(grown);
}

size_t Call::giveBody(char *room, size_t size)
{
    const qsizetype left = m_request.body.size() - m_given;
    // Asked for more than there is: the request began anew, on a body that is gone.
    if (left == 0)
        return CURL_READFUNC_ABORT;
    const qsizetype count = std::min(left, qsizetype(size));
    std::memcpy(room, m_request.body.constData() + m_given, size_t(count));
    m_given += count;
    return size_t(count);
}

size_t Call::takeHeader(QByteArrayView line)
{
    m_headBytes += line.size();
    if (m_headBytes > m_request.maximumAnswerBytes) {
        m_end = End::TooLong;
        return 0;
    }
    // Of several heads, such as one that only says "continue", the last one counts.
    if (line.startsWith("HTTP/")) {
        m_headers.clear();
        m_headEnded = false;
    } else if (line.trimmed().isEmpty()) {
        m_headEnded = true;
    } else if (const qsizetype colon = line.indexOf(':'); colon > 0) {
        m_headers.emplaceBack(line.first(colon).toByteArray(), line.sliced(colon + 1).trimmed().toByteArray());
    }
    return size_t(line.size());
}

size_t Call::takeBody(QByteArrayView piece)
{
    if (m_body.size() + piece.size() > m_request.maximumAnswerBytes) {
        m_end = End::TooLong;
        return 0;
    }
    m_body += piece;
    return size_t(piece.size());
}

void Call::transfer(const CancelToken &cancel)
{
    std::atomic<bool> isCancelled = false;
    // Its end waits for a callback that is running in another thread, so that none comes after the flag has gone.
    const auto registration = cancel.onCancel([this, &isCancelled] {
        isCancelled = true;
        curl_multi_wakeup(m_connections);
    });
    curl_multi_add_handle(m_connections, m_transfer);
    int running = 1;
    while (running > 0 && !isCancelled) {
        CURLMcode state = curl_multi_perform(m_connections, &running);
        if (state == CURLM_OK && running > 0 && !isCancelled)
            state = curl_multi_poll(m_connections, nullptr, 0, longestPollMs, nullptr);
        if (state != CURLM_OK) {
            m_code = CURLE_FAILED_INIT;
            break;
        }
    }
    int left = 0;
    if (const CURLMsg *message = curl_multi_info_read(m_connections, &left))
        m_code = message->data.result;
    else if (running > 0 && isCancelled)
        m_end = End::Cancelled;
    curl_multi_remove_handle(m_connections, m_transfer);
}

Result<Response> Call::run(std::chrono::milliseconds timeLeft, const CancelToken &cancel)
{
    prepare(timeLeft);
    transfer(cancel);
    if (m_code == CURLE_FILESIZE_EXCEEDED)
        m_end = End::TooLong;
    // libcurl is content with a head that breaks off, and with the last of two lengths.
    if (m_code == CURLE_OK && m_end == End::Finished && !isHeadSound())
        m_code = CURLE_WEIRD_SERVER_REPLY;

    if (m_end == End::Finished && m_code == CURLE_OK)
        return response();
    if (m_request.answered)
        *m_request.answered =
            m_end == End::TooLong || (m_end == End::Finished && m_headEnded && m_code != CURLE_OPERATION_TIMEDOUT);
    m_body.clear();
    return tl::unexpected<Error>(error());
}

bool Call::isCertainlyUnsent() const
{
    // A head whose body never came is no request. What libcurl counted as written is gone where it tried again.
    if (!m_request.body.isEmpty())
        return m_given == 0;
    long written = 0;
    curl_easy_getinfo(m_transfer, CURLINFO_REQUEST_SIZE, &written);
    return written == 0;
}

bool Call::isHeadSound() const
{
    const QByteArray length = headerValue(m_headers, "Content-Length");
    return m_headEnded && std::all_of(m_headers.begin(), m_headers.end(), [&](const auto &header) {
               return header.first.compare("Content-Length", Qt::CaseInsensitive) != 0 || header.second == length;
           });
}

Response Call::response() const
{
    long status = 0;
    curl_easy_getinfo(m_transfer, CURLINFO_RESPONSE_CODE, &status);
    return {.status = int(status), .headers = m_headers, .body = m_body};
}

Error Call::error() const
{
    const QString place = placeOf(m_request.url);
    const bool isUnsent = isCertainlyUnsent();
    switch (m_end) {
    case End::Finished:
        break;
    case End::TooLong:
        return {ErrorCode::OutcomeUnknown,
                QCoreApplication::translate(
                    "Http",
                    "%1 answered with more than %2 bytes, which Ponte does not read. Check there what became of the "
                    "request, and whether the address is the right one.")
                    .arg(place)
                    .arg(m_request.maximumAnswerBytes)};
    case End::Cancelled:
        if (isUnsent)
            return {ErrorCode::Cancelled,
                    QCoreApplication::translate("Http", "The call to %1 was cancelled before anything was sent.")
                        .arg(place)};
        return {ErrorCode::OutcomeUnknown,
                QCoreApplication::translate("Http",
                                            "The call to %1 was cancelled while it was under way. Check there what "
                                            "became of it before sending it again.")
                    .arg(place)};
    }
    return errorOfTransfer();
}

Error Call::errorOfTransfer() const
{
    const QString place = placeOf(m_request.url);
    const bool isUnsent = isCertainlyUnsent();
    const QString words = QString::fromUtf8(m_words[0] != '\0' ? m_words : curl_easy_strerror(m_code));
    const QString detail = QStringLiteral("libcurl %1: %2").arg(int(m_code)).arg(words);
    if (m_code == CURLE_OPERATION_TIMEDOUT) {
        if (isUnsent)
            return {ErrorCode::TimedOut,
                    QCoreApplication::translate("Http",
                                                "No connection to %1 came about in time; nothing was sent. Check the "
                                                "address in the parameters, the network and the firewall.")
                        .arg(place)};
        return {ErrorCode::OutcomeUnknown,
                QCoreApplication::translate("Http",
                                            "%1 received the request but did not answer in time. Check there what "
                                            "became of it before sending it again.")
                    .arg(place)};
    }
    if (!isUnsent)
        return {ErrorCode::OutcomeUnknown,
                QCoreApplication::translate("Http",
                                            "The connection to %1 ended before the whole answer had come. Check there "
                                            "what became of the request before sending it again.")
                    .arg(place),
                detail};
    if (m_code == CURLE_COULDNT_RESOLVE_HOST)
        return {ErrorCode::Unreachable,
                QCoreApplication::translate("Http",
                                            "The computer of %1 was not found. Check the address in the parameters and "
                                            "the name resolution of this computer.")
                    .arg(place),
                detail};
    long systemError = 0;
    curl_easy_getinfo(m_transfer, CURLINFO_OS_ERRNO, &systemError);
    if (m_code == CURLE_COULDNT_CONNECT && systemError == ECONNREFUSED)
        return {ErrorCode::Unreachable,
                QCoreApplication::translate("Http",
                                            "Nothing accepts connections at %1. Check the address in the parameters, "
                                            "and that the service is running.")
                    .arg(place),
                detail};
    if (isErrorOfTls(m_code))
        return {ErrorCode::Unreachable,
                QCoreApplication::translate("Http",
                                            "No secure connection to %1 could be made. Check that the address begins "
                                            "rightly with http or https, and the certificate of the service.")
                    .arg(place),
                detail};
    return {ErrorCode::Unreachable,
            QCoreApplication::translate("Http",
                                        "No usable connection to %1 came about; nothing was sent. Check the network, "
                                        "the firewall and the service.")
                .arg(place),
            detail};
}

} // namespace ponte::http
