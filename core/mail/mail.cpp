// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/mail/mail.h"

#include "core/mail/mimetext.h"

#include <QFileInfo>

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>

namespace ponte::mail {

using namespace Qt::StringLiterals;

namespace {

constexpr int pollMilliseconds = 1000;
constexpr int goodbye = 221;
constexpr int startInput = 354; ///< the server has asked for the message itself

struct EasyEnd {
    void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
};
struct MultiEnd {
    void operator()(CURLM *multi) const { curl_multi_cleanup(multi); }
};
struct ListEnd {
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
struct MimeEnd {
    void operator()(curl_mime *mime) const { curl_mime_free(mime); }
};
using List = std::unique_ptr<curl_slist, ListEnd>;

void append(List &list, const QByteArray &line)
{
    // The list is one object whose head stays or is made by the first line.
    curl_slist *grown = curl_slist_append(list.get(), line.constData());
    static_cast<void>(list.release());
    list.reset(grown);
}

void startLibrary()
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(started)
}

/// One exchange with the server, in the calling thread.
class Exchange
{
public:
    Exchange(const MailSettings &settings, const MailMessage &message)
        : m_settings(settings)
        , m_message(message)
        , m_easy(curl_easy_init())
        , m_mime(curl_mime_init(m_easy.get()))
    {}

    [[nodiscard]] Result<> run(const CancelToken &cancel)
    {
        setupServer();
        setupEnvelope();
        setupContent();
        return perform(cancel);
    }

    [[nodiscard]] MailTrial runTrial(const CancelToken &cancel)
    {
        m_isTrial = true;
        setupServer();
        curl_easy_setopt(m_easy.get(), CURLOPT_NOBODY, 1L);
        curl_easy_setopt(m_easy.get(), CURLOPT_CUSTOMREQUEST, "NOOP");
        if (const Result<> done = perform(cancel); !done)
            return {m_stage, done.error()};
        return {};
    }

private:
    [[nodiscard]] Result<> perform(const CancelToken &cancel)
    {
        const std::unique_ptr<CURLM, MultiEnd> multi(curl_multi_init());
        CURLM *const waiting = multi.get();
        const CancelToken::Registration wake = cancel.onCancel([waiting] { curl_multi_wakeup(waiting); });
        curl_multi_add_handle(multi.get(), m_easy.get());
        const std::optional<CURLcode> ended = loop(multi.get(), cancel);
        // The library says goodbye to the server and waits for its answer: not to one that has not answered before.
        if (ended != CURLE_OK && m_socket != CURL_SOCKET_BAD)
            ::shutdown(m_socket, SHUT_RDWR);
        curl_multi_remove_handle(multi.get(), m_easy.get());
        if (!ended)
            return m_lastCode == startInput ? unknown()
                                            : failure(ErrorCode::Cancelled, u"O envio da mensagem foi cancelado."_s);
        m_stage = stageOf(*ended);
        return *ended == CURLE_OK ? Result<>() : tl::unexpected(errorOf(*ended));
    }

    /// None where it was cancelled.
    [[nodiscard]] static std::optional<CURLcode> loop(CURLM *multi, const CancelToken &cancel)
    {
        int running = 1;
        while (true) {
            const CURLMcode stepped = curl_multi_perform(multi, &running);
            int left = 0;
            if (const CURLMsg *told = curl_multi_info_read(multi, &left); told && told->msg == CURLMSG_DONE)
                return told->data.result;
            if (cancel.isCancelled())
                return std::nullopt;
            if (stepped != CURLM_OK || running == 0)
                return CURLE_FAILED_INIT;
            curl_multi_poll(multi, nullptr, 0, pollMilliseconds, nullptr);
        }
    }

    void setupServer()
    {
        CURL *easy = m_easy.get();
        const auto milliseconds = [](std::chrono::milliseconds time) { return static_cast<long>(time.count()); };
        curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_words);
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        curl_easy_setopt(easy, CURLOPT_URL, m_settings.url.toEncoded().constData());
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
        curl_easy_setopt(easy, CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
        curl_easy_setopt(easy, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
        if (!m_settings.caFile.isEmpty()) {
            curl_easy_setopt(easy, CURLOPT_CAINFO, m_settings.caFile.toLocal8Bit().constData());
            curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
        }
        if (!m_settings.user.isEmpty()) {
            curl_easy_setopt(easy, CURLOPT_USERNAME, m_settings.user.toUtf8().constData());
            curl_easy_setopt(easy, CURLOPT_PASSWORD, m_settings.password.toUtf8().constData());
        }
        curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(m_settings.patience));
        curl_easy_setopt(easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, qMax(1L, milliseconds(m_settings.patience) / 1000));
        curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, milliseconds(m_settings.deadline));
        curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &Exchange::openSocket);
        curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
        curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &Exchange::closeSocket);
        curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
        curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &Exchange::handleLine);
        curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    }

    void setupEnvelope()
    {
        const QString domain = m_settings.from.section(u'@', -1);
        append(m_headers, "Date: " + mailDate(m_message.date));
        append(m_headers, "From: Ponte <" + m_settings.from.toLatin1() + ">");
        append(m_headers, "To: " + m_message.to.join(u",\r\n "_s).toLatin1());
        append(m_headers, mailHeader("Subject", m_message.subject));
        append(m_headers, "Message-ID: <" + plainFileName(m_message.id) + '@' + domain.toLatin1() + ">");
        append(m_headers, "Auto-Submitted: auto-generated");
        for (const QString &address : m_message.to)
            append(m_recipients, "<" + address.toLatin1() + ">");
        CURL *easy = m_easy.get();
        const QByteArray sender = "<" + m_settings.from.toLatin1() + ">";
        curl_easy_setopt(easy, CURLOPT_MAIL_FROM, sender.constData());
        curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, m_recipients.get());
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, m_headers.get());
    }

    static void setText(curl_mimepart *part, const QString &text, const char *type)
    {
        const QByteArray bytes = text.toUtf8();
        curl_mime_data(part, bytes.constData(), size_t(bytes.size()));
        curl_mime_type(part, type);
        curl_mime_encoder(part, "base64");
    }

    void setupContent()
    {
        curl_mime *both = curl_mime_init(m_easy.get());
        setText(curl_mime_addpart(both), m_message.text, "text/plain; charset=utf-8");
        if (!m_message.html.isEmpty())
            setText(curl_mime_addpart(both), m_message.html, "text/html; charset=utf-8");
        curl_mimepart *body = curl_mime_addpart(m_mime.get());
        curl_mime_subparts(body, both);
        curl_mime_type(body, "multipart/alternative");
        List inlined;
        append(inlined, "Content-Disposition: inline");
        curl_mime_headers(body, inlined.release(), 1);
        for (const MailAttachment &attachment : m_message.attachments) {
            curl_mimepart *part = curl_mime_addpart(m_mime.get());
            curl_mime_filedata(part, attachment.file.toLocal8Bit().constData());
            curl_mime_filename(part, plainFileName(attachment.name).constData());
            curl_mime_type(part, attachment.type.constData());
            curl_mime_encoder(part, "base64");
        }
        curl_easy_setopt(m_easy.get(), CURLOPT_MIMEPOST, m_mime.get());
    }

    static curl_socket_t openSocket(void *self, curlsocktype, curl_sockaddr *address)
    {
        auto *exchange = static_cast<Exchange *>(self);
        exchange->m_socket = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
        return exchange->m_socket;
    }

    static int closeSocket(void *self, curl_socket_t socket)
    {
        auto *exchange = static_cast<Exchange *>(self);
        if (exchange->m_socket == socket)
            exchange->m_socket = CURL_SOCKET_BAD;
        return ::close(socket);
    }

    static size_t handleLine(char *data, size_t size, size_t count, void *self)
    {
        auto *exchange = static_cast<Exchange *>(self);
        const QByteArray line = QByteArray(data, qsizetype(size * count)).trimmed();
        bool isCode = false;
        const int code = line.left(3).toInt(&isCode);
        // What the server says to a goodbye tells nothing of what came before.
        if (isCode && code != goodbye) {
            exchange->m_lastCode = code;
            exchange->m_lastLine = QString::fromUtf8(line);
        }
        return size * count;
    }

    [[nodiscard]] tl::unexpected<Error> unknown() const
    {
        return failure(ErrorCode::OutcomeUnknown,
                       u"A mensagem foi enviada a %1, que não disse se a aceitou."_s.arg(server()));
    }

    [[nodiscard]] MailStage stageOf(CURLcode code) const
    {
        curl_off_t connected = 0;
        curl_easy_getinfo(m_easy.get(), CURLINFO_CONNECT_TIME_T, &connected);
        switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return MailStage::Name;
        case CURLE_COULDNT_CONNECT:
            return MailStage::Address;
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_USE_SSL_FAILED:
        case CURLE_SSL_CONNECT_ERROR:
            return MailStage::Encryption;
        case CURLE_LOGIN_DENIED:
        case CURLE_AUTH_ERROR:
            return MailStage::Login;
        default:
            return connected > 0 ? MailStage::Answer : MailStage::Address;
        }
    }

    [[nodiscard]] QString server() const { return m_settings.url.authority(); }

    [[nodiscard]] Error errorOf(CURLcode code) const
    {
        const QString detail = u"%1 (%2): %3; %4"_s.arg(QString::fromUtf8(curl_easy_strerror(code)))
                                   .arg(int(code))
                                   .arg(QString::fromUtf8(m_words), m_lastLine);
        const auto told = [&](ErrorCode kind, const QString &message) { return Error {kind, message, detail, {}}; };
        if (code == CURLE_LOGIN_DENIED || code == CURLE_AUTH_ERROR)
            return told(ErrorCode::Unauthorized,
                        u"O servidor de e-mail %1 recusou o usuário ou a senha: %2"_s.arg(server(), m_lastLine));
        if (m_lastCode >= 400)
            return told(ErrorCode::Refused, (m_isTrial ? u"O servidor de e-mail %1 recusou a conexão: %2"_s
                                                       : u"O servidor de e-mail %1 recusou a mensagem: %2"_s)
                                                .arg(server(), m_lastLine));
        switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return told(ErrorCode::Unreachable,
                        u"Não há servidor de e-mail com o nome %1."_s.arg(m_settings.url.host()));
        case CURLE_COULDNT_CONNECT:
            return told(ErrorCode::Unreachable, u"Nenhum servidor de e-mail responde em %1."_s.arg(server()));
        case CURLE_PEER_FAILED_VERIFICATION:
            return told(
                ErrorCode::Unreachable,
                u"O certificado do servidor de e-mail %1 não é confiável; informe o arquivo da autoridade que o emitiu (CA)."_s
                    .arg(server()));
        case CURLE_SSL_CACERT_BADFILE:
            return told(ErrorCode::Unreachable,
                        u"O arquivo da autoridade certificadora %1 não pode ser lido."_s.arg(m_settings.caFile));
        case CURLE_USE_SSL_FAILED:
            return told(ErrorCode::Unreachable,
                        u"O servidor de e-mail %1 não oferece criptografia (STARTTLS)."_s.arg(server()));
        case CURLE_SSL_CONNECT_ERROR:
            return told(
                ErrorCode::Unreachable,
                u"Não houve conexão criptografada com o servidor de e-mail %1; smtps:// é para servidores que criptografam desde o primeiro byte, smtp:// para STARTTLS."_s
                    .arg(server()));
        case CURLE_READ_ERROR:
        case CURLE_FILE_COULDNT_READ_FILE:
            return told(ErrorCode::Internal, u"Um anexo não pôde ser lido."_s);
        case CURLE_OPERATION_TIMEDOUT:
            return m_lastCode == startInput
                       ? unknown().value()
                       : told(ErrorCode::TimedOut,
                              u"O servidor de e-mail %1 demorou demais para responder."_s.arg(server()));
        default:
            return m_lastCode == startInput
                       ? unknown().value()
                       : told(ErrorCode::Unreachable, u"A conexão com o servidor de e-mail %1 caiu."_s.arg(server()));
        }
    }

    const MailSettings &m_settings;
    const MailMessage &m_message;
    std::unique_ptr<CURL, EasyEnd> m_easy;
    std::unique_ptr<curl_mime, MimeEnd> m_mime;
    List m_headers, m_recipients;
    char m_words[CURL_ERROR_SIZE] = {};
    curl_socket_t m_socket = CURL_SOCKET_BAD;
    int m_lastCode = 0;
    MailStage m_stage = MailStage::Answer;
    bool m_isTrial = false;
    QString m_lastLine;
};

Result<> checkMessage(const MailSettings &settings, const MailMessage &message)
{
    if (!isMailAddress(settings.from))
        return failure(ErrorCode::Validation, u"O remetente '%1' não é um endereço de e-mail."_s.arg(settings.from), {},
                       u"from"_s);
    if (message.to.isEmpty())
        return failure(ErrorCode::Validation, u"A mensagem não tem destinatário."_s, {}, u"to"_s);
    for (const QString &address : message.to) {
        if (!isMailAddress(address))
            return failure(ErrorCode::Validation, u"'%1' não é um endereço de e-mail."_s.arg(address), {}, u"to"_s);
    }
    for (const MailAttachment &attachment : message.attachments) {
        if (!QFileInfo(attachment.file).isReadable())
            return failure(ErrorCode::Internal, u"O anexo %1 não pode ser lido."_s.arg(attachment.file));
    }
    return {};
}

} // namespace

Result<> sendMail(const MailSettings &settings, const MailMessage &message, const CancelToken &cancel)
{
    if (Result<> sound = checkMessage(settings, message); !sound)
        return sound;
    startLibrary();
    return Exchange(settings, message).run(cancel);
}

MailTrial tryMailServer(const MailSettings &settings, const CancelToken &cancel)
{
    startLibrary();
    const MailMessage none;
    return Exchange(settings, none).runTrial(cancel);
}

} // namespace ponte::mail
