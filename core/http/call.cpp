// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/http/call.h"

#include "ponte_version.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QTimer>

namespace ponte::http {

namespace {

// Servers close what is idle after 5 s or more; the shorter our own limit, the less often a request crosses such a
// close.
constexpr int keepIdleSeconds = 2;
constexpr qint64 readAheadBytes = 256 * 1024;

QNetworkRequest networkRequestOf(const Request &request)
{
    QUrl url = request.url;
    // Qt would log in with these by itself; credentials come in the caller's Authorization header alone.
    url.setUserInfo(QString());
    url.setFragment(QString());

    QNetworkRequest result(url);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Manual also keeps Qt from answering a 401 by sending again.
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    result.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute, keepIdleSeconds);

    result.setRawHeader("User-Agent", "Ponte/" PONTE_VERSION);
    // Unpacked by Qt, a body no longer has the length that was announced, and a cut would go unnoticed.
    result.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : request.headers)
        result.setRawHeader(name, value);
    return result;
}

// Qt reports an HTTP status from 400 as an error of the reply.
bool isErrorOfStatus(QNetworkReply::NetworkError error, int status)
{
    switch (error) {
    case QNetworkReply::NoError:
        return true;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return status == 407;
    case QNetworkReply::ContentReSendError:
        // Qt prepares for following these even where it must not, and finds that it cannot repeat the body.
        return status == 307 || status == 308;
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return status >= 400;
    default:
        return false;
    }
}

// Without a length the body lasts until the peer closes, and Qt takes this, depending on the moment, for the end of the
// answer or for a reason to send again, which the upload refuses.
bool isEndOfUnmeasuredBody(const QNetworkReply &reply)
{
    return (reply.error() == QNetworkReply::ContentReSendError || reply.error() == QNetworkReply::RemoteHostClosedError)
           && !reply.hasRawHeader("Content-Length") && !reply.hasRawHeader("Transfer-Encoding");
}

QString placeOf(const QUrl &url)
{
    const int standard = url.scheme() == QLatin1String("https") ? 443 : 80;
    QString host = url.host();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    return host + u':' + QString::number(url.port(standard));
}

} // namespace

Call::Call(QNetworkAccessManager &manager, const Request &request)
    : m_manager(manager)
    , m_request(request)
{}

Call::~Call() = default;

bool Call::isSafe() const
{
    return m_request.body.isEmpty() && (m_request.method == "GET" || m_request.method == "HEAD");
}

void Call::start()
{
    QNetworkRequest request = networkRequestOf(m_request);
    if (isSafe()) {
        m_reply.reset(m_request.method == "HEAD" ? m_manager.head(request) : m_manager.get(request));
        QObject::connect(m_reply.get(), &QNetworkReply::requestSent, &m_loop, [this] { m_wrote = true; });
    } else {
        m_upload = std::make_unique<Upload>(m_request.body);
        // Without it Qt would read the whole body into a buffer from which it can send again.
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        m_reply.reset(m_manager.sendCustomRequest(request, m_request.method, m_upload.get()));
        QObject::connect(m_reply.get(), &QNetworkReply::uploadProgress, &m_loop,
                         [this](qint64 sent) { m_wrote = m_wrote || sent > 0; });
    }
    // Qt's own thread would read ahead of this one as long as more keeps coming, and tell nothing meanwhile. Limited
    // before it has sent the request, it closes the connection after every few answers.
    QObject::connect(m_reply.get(), &QNetworkReply::requestSent, &m_loop,
                     [this] { m_reply->setReadBufferSize(readAheadBytes); });
    QObject::connect(m_reply.get(), &QNetworkReply::metaDataChanged, &m_loop, [this] { readHead(); });
    QObject::connect(m_reply.get(), &QNetworkReply::readyRead, &m_loop, [this] { readSome(); });
    QObject::connect(m_reply.get(), &QNetworkReply::finished, &m_loop, [this] { finish(End::Finished); });
}

void Call::readHead()
{
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (length > m_request.maximumAnswerBytes && m_request.method != "HEAD")
        finish(End::TooLong);
}

void Call::readSome()
{
    m_body += m_reply->readAll();
    if (m_body.size() > m_request.maximumAnswerBytes)
        finish(End::TooLong);
}

void Call::finish(End end)
{
    m_end = end;
    m_loop.quit();
}

Result<Response> Call::run(std::chrono::milliseconds timeLeft, const CancelToken &cancel)
{
    QTimer deadline;
    deadline.setSingleShot(true);
    deadline.setTimerType(Qt::PreciseTimer);
    QObject::connect(&deadline, &QTimer::timeout, &m_loop, [this] { finish(End::Deadline); });
    deadline.start(timeLeft);

    start();
    {
        // Its end waits for a callback that is running in another thread, so that none comes after the loop has gone.
        const auto registration = cancel.onCancel([this] {
            QMetaObject::invokeMethod(
                &m_loop, [this] { finish(End::Cancelled); }, Qt::QueuedConnection);
        });
        m_loop.exec();
    }
    m_reply->disconnect(&m_loop);
    if (m_end != End::Finished)
        m_reply->abort();
    else if (m_body.size() + m_reply->bytesAvailable() > m_request.maximumAnswerBytes)
        m_end = End::TooLong;
    else
        m_body += m_reply->readAll();

    if (isAnswerComplete())
        return response();
    m_body.clear();
    return tl::unexpected<Error>(error());
}

bool Call::metClosedConnection() const
{
    const QNetworkReply::NetworkError code = m_reply->error();
    return m_end == End::Finished && !isSafe() && isCertainlyUnsent()
           && (code == QNetworkReply::ContentReSendError || code == QNetworkReply::RemoteHostClosedError);
}

bool Call::isCertainlyUnsent() const
{
    if (isSafe())
        return !m_wrote;
    // What Qt took may be on its way while we stop waiting; if Qt itself ended the call, it reported each write before.
    if (!m_request.body.isEmpty())
        return m_upload->taken() == 0 || (m_end == End::Finished && !m_wrote);
    const QNetworkReply::NetworkError code = m_reply->error();
    return m_end == End::Finished
           && (code == QNetworkReply::HostNotFoundError || code == QNetworkReply::ConnectionRefusedError
               || code == QNetworkReply::SslHandshakeFailedError);
}

bool Call::isAnswerComplete() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_end != End::Finished || status < 200)
        return false;
    if (!isErrorOfStatus(m_reply->error(), status) && !isEndOfUnmeasuredBody(*m_reply))
        return false;
    if (m_request.method == "HEAD" || status == 204 || status == 304 || !m_reply->hasRawHeader("Content-Length"))
        return true;
    bool isNumber = false;
    return m_reply->rawHeader("Content-Length").toLongLong(&isNumber) == m_body.size() && isNumber;
}

Response Call::response() const
{
    Response response;
    response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    response.headers = m_reply->rawHeaderPairs();
    response.body = m_body;
    return response;
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
    case End::Deadline:
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
    return errorOfQt();
}

Error Call::errorOfQt() const
{
    const QString place = placeOf(m_request.url);
    const QNetworkReply::NetworkError code = m_reply->error();
    const QString words = code == QNetworkReply::ContentReSendError ? QStringLiteral("closed without a whole answer")
                                                                    : m_reply->errorString();
    const QString detail = QStringLiteral("QNetworkReply %1: %2").arg(int(code)).arg(words);
    if (!isCertainlyUnsent())
        return {ErrorCode::OutcomeUnknown,
                QCoreApplication::translate("Http",
                                            "The connection to %1 ended before the whole answer had come. Check there "
                                            "what became of the request before sending it again.")
                    .arg(place),
                detail};
    if (code == QNetworkReply::HostNotFoundError)
        return {ErrorCode::Unreachable,
                QCoreApplication::translate("Http",
                                            "The computer of %1 was not found. Check the address in the parameters and "
                                            "the name resolution of this computer.")
                    .arg(place),
                detail};
    if (code == QNetworkReply::ConnectionRefusedError)
        return {ErrorCode::Unreachable,
                QCoreApplication::translate("Http",
                                            "Nothing accepts connections at %1. Check the address in the parameters, "
                                            "and that the service is running.")
                    .arg(place),
                detail};
    if (code == QNetworkReply::SslHandshakeFailedError)
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
