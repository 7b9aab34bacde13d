// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/client.h"

#include "core/base/crashpoint.h"
#include "core/http/call.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <csignal>

namespace ponte::http {

namespace {

std::atomic<Qt::HANDLE> forbiddenThread = nullptr;

bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
    });
}

// A line break would let a value smuggle in a header, or a second request.
bool isHeaderValue(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

Result<> check(const Request &request)
{
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty()
        || (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return failure(ErrorCode::Unreachable,
                       QCoreApplication::translate("Http",
                                                   "\"%1\" is not an address that can be called. Correct it in the "
                                                   "parameters; it begins with http:// or https://.")
                           .arg(request.url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)));
    const bool isSound =
        isToken(request.method) && std::all_of(request.headers.begin(), request.headers.end(), [](const auto &header) {
            return isToken(header.first) && isHeaderValue(header.second);
        });
    if (!isSound)
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate("Http",
                                                   "The request to %1 was not sent, since it has a header that HTTP "
                                                   "does not allow. Check user names and tokens in the parameters.")
                           .arg(request.url.host()));
    return {};
}

} // namespace

namespace {

// A worker calls one system after another, and few of them.
constexpr long keptConnections = 8;

void startLibrary()
{
    static const CURLcode started = [] {
#ifdef SIGPIPE
        // Not every TLS library writes to a closed connection without it.
        std::signal(SIGPIPE, SIG_IGN);
#endif
        return curl_global_init(CURL_GLOBAL_DEFAULT);
    }();
    if (started != CURLE_OK)
        qFatal("libcurl does not start: %s", curl_easy_strerror(started));
}

} // namespace

struct Client::Private {
    // Made by the first call, so that they belong to the thread that calls. The connections are kept beyond a transfer.
    CURLM *connections = nullptr;
    CURL *transfer = nullptr;
    QThread *thread = nullptr;

    Private() = default;
    ~Private();
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    void start();
    Result<Response> send(const Request &request, const CancelToken &cancel);
};

Client::Private::~Private()
{
    curl_easy_cleanup(transfer);
    curl_multi_cleanup(connections);
}

void Client::Private::start()
{
    startLibrary();
    connections = curl_multi_init();
    transfer = curl_easy_init();
    if (connections == nullptr || transfer == nullptr)
        qFatal("libcurl has no memory for a call");
    curl_multi_setopt(connections, CURLMOPT_MAXCONNECTS, keptConnections);
    thread = QThread::currentThread();
}

Result<Response> Client::Private::send(const Request &request, const CancelToken &cancel)
{
    if (transfer == nullptr)
        start();
    Q_ASSERT_X(thread == QThread::currentThread(), "http::Client", "a Client belongs to one thread");

    QElapsedTimer clock;
    clock.start();
    Result<Response> result = Call(connections, transfer, request).run(request.deadline, cancel);
    if (request.took)
        *request.took = std::chrono::milliseconds(clock.elapsed());
    return result;
}

Client::Client()
    : d(std::make_unique<Private>())
{}

Client::~Client() = default;

Result<Response> Client::send(const Request &request, const CancelToken &cancel)
{
    if (forbiddenThread.load(std::memory_order_relaxed) == QThread::currentThreadId())
        qFatal("http::Client::send() was called in the thread that must not block");
    if (const Result<> checked = check(request); !checked)
        return tl::unexpected<Error>(checked.error());
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled,
                       QCoreApplication::translate("Http", "The call to %1 was cancelled before anything was sent.")
                           .arg(request.url.host()));

    const QByteArray point = request.name.isEmpty() ? QByteArray() : "call." + request.name;
    if (!point.isEmpty())
        crashPoint(point, Side::Before);
    Result<Response> result = d->send(request, cancel);
    if (!point.isEmpty())
        crashPoint(point, Side::After);
    return result;
}

QByteArray headerValue(const Headers &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

void forbidHere()
{
    forbiddenThread.store(QThread::currentThreadId(), std::memory_order_relaxed);
}

QByteArray basicAuthorization(const QString &user, const QString &password, bool latin1)
{
    const QString pair = user + u':' + password;
    return "Basic " + (latin1 ? pair.toLatin1() : pair.toUtf8()).toBase64();
}

} // namespace ponte::http
