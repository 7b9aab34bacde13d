// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/client.h"

#include "core/base/logging.h"
#include "core/base/redaction.h"
#include "core/rm/soap.h"

#include <QRegularExpression>

namespace ponte::rm {

using namespace Qt::StringLiterals;

namespace {

// Views of a whole catalogue reach tens of megabytes; other answers are keys and messages.
constexpr qint64 longestView = 64 * 1024 * 1024;
constexpr qint64 longestAnswer = 4 * 1024 * 1024;
// A catalogue is not kept whole with the exchange.
constexpr qsizetype longestKept = 1024 * 1024;

bool isXml(const QString &text)
{
    return text.trimmed().startsWith(u'<');
}

// Rows may speak of licences too.
bool saysNoLicence(const QString &text)
{
    static const QRegularExpression licence(u"excedeu\\b.{0,20}\\bn[uú]mero de licen[cç]as"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return !isXml(text) && licence.match(text).hasMatch();
}

bool saysWrongUser(const QString &text)
{
    static const QRegularExpression user(
        u"(usu[aá]rio|senha)\\b[^\\n]{0,40}\\b(inv[aá]lid|incorret|bloquead|expirad)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return user.match(text).hasMatch();
}

tl::unexpected<Error> noLicence(const QString &text)
{
    return failure(ErrorCode::Unreachable,
                   u"O SGE está sem licenças livres neste momento (Excedeu o número de licenças)."_s, text);
}

tl::unexpected<Error> wrongUser(const QString &detail)
{
    return failure(ErrorCode::Unauthorized, u"O SGE recusou o usuário ou a senha da integração."_s, detail);
}

QString place(const QUrl &url)
{
    return url.host() + (url.port() > 0 ? u':' + QString::number(url.port()) : QString());
}

/// Whether the caller's own side kept the call back: cancelled, or its destination is stopped or paused (`field` says
/// so).
bool wasKeptBack(const Error &error)
{
    const bool isSilence = error.code == ErrorCode::Unreachable || error.code == ErrorCode::TimedOut
                           || error.code == ErrorCode::OutcomeUnknown;
    return !isSilence || !error.field.isEmpty();
}

tl::unexpected<Error> transportFailure(const Error &error, const QUrl &url, bool writes)
{
    const QString detail = error.detail.isEmpty() ? error.message : error.message + u'\n' + error.detail;
    switch (error.code) {
    case ErrorCode::Unreachable:
        return failure(error.code, u"Não foi possível conectar ao SGE em "_s + place(url) + u'.', detail);
    case ErrorCode::TimedOut:
        return failure(error.code, u"A conexão com o SGE em "_s + place(url) + u" não foi aberta a tempo.", detail);
    case ErrorCode::OutcomeUnknown:
        return failure(error.code,
                       writes ? u"O SGE não deu uma resposta utilizável; a operação pode ter sido feita."_s
                              : u"O SGE não deu uma resposta utilizável."_s,
                       detail);
    default:
        return tl::unexpected(error);
    }
}

tl::unexpected<Error> statusFailure(int status, const QString &body, const QUrl &url)
{
    const QString http = u" (HTTP "_s + QString::number(status) + u").";
    if (status == 503 || status == 429)
        return failure(ErrorCode::Unreachable, u"O SGE não está atendendo neste momento"_s + http, body);
    if (status == 404)
        return failure(ErrorCode::Refused, u"O SGE não conhece o endereço "_s + url.toString() + http, body);
    if (status >= 300 && status < 400)
        return failure(ErrorCode::Refused, u"O SGE redireciona para outro endereço, o que não é seguido"_s + http,
                       body);
    if (status >= 400 && status < 500 && status != 408)
        return failure(ErrorCode::Refused, u"O SGE recusou a chamada"_s + http, body);
    return failure(ErrorCode::OutcomeUnknown, u"O SGE falhou sem dizer o resultado da operação"_s + http, body);
}

tl::unexpected<Error> faultFailure(const QString &text)
{
    if (saysNoLicence(text))
        return noLicence(text);
    if (saysWrongUser(text))
        return wrongUser(text);
    return failure(ErrorCode::Refused, headline(text), text);
}

/// What the answer says; a Fault counts before the status, since RM sends it with 500 and with 200 (totvs-rm.md 1.8).
Result<QString> understood(const http::Response &response, const QUrl &url, bool writes, Exchange &exchange)
{
    Result<SoapReply> reply = readSoapReply(response.body);
    if (reply && response.status == 200 && reply->hasResult) {
        exchange.received = reply->result;
        if (saysNoLicence(reply->result))
            return noLicence(reply->result);
        return std::move(reply->result);
    }
    const QString raw = QString::fromUtf8(response.body);
    exchange.received = reply && reply->isFault ? reply->faultText : raw;
    if (response.status == 401)
        return wrongUser(raw);
    if (response.status == 202 && response.body.trimmed().isEmpty()) {
        return failure(ErrorCode::Internal,
                       u"O SGE não reconheceu o cabeçalho SOAPAction da chamada (HTTP 202 sem conteúdo)."_s);
    }
    if (reply && reply->isFault)
        return faultFailure(reply->faultText);
    if (saysNoLicence(raw))
        return noLicence(raw);
    if (response.status != 200)
        return statusFailure(response.status, raw, url);
    return failure(ErrorCode::OutcomeUnknown,
                   writes ? u"A resposta do SGE não pôde ser lida; a operação pode ter sido feita."_s
                          : u"A resposta do SGE não pôde ser lida."_s,
                   reply ? raw : reply.error().message + u'\n' + raw);
}

/// Reads also answer refusals as plain text in a 200.
Result<> visitResult(const QString &text, const RowVisitor &visit)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    if (!isXml(trimmed))
        return failure(ErrorCode::Refused, headline(trimmed), trimmed);
    Result<> visitorSays;
    const auto guarded = [&](const Row &row) { return visitorSays = visit(row); };
    const Result<> rows = visitRows(trimmed.toUtf8(), guarded);
    if (rows || !visitorSays)
        return rows;
    return failure(ErrorCode::OutcomeUnknown, u"Os dados que o SGE enviou não puderam ser lidos."_s,
                   rows.error().message);
}

QString keptText(const QString &text, const QStringList &secrets)
{
    if (text.size() <= longestKept)
        return redacted(text, secrets);
    return redacted(text.first(longestKept), secrets) + u"\n… ("_s + QString::number(text.size())
           + u" caracteres ao todo)";
}

QString readableQuestion(const QString &subject, const QString &context)
{
    return subject + u"\nContexto: " + context;
}

ProcessAnswer processAnswer(const QString &text)
{
    static const QRegularExpression digits(u"\\A\\d+\\z"_s);
    static const QRegularExpression jobInText(u"Id do Job:\\s*(\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
    const QString answer = text.trimmed();
    if (answer == "1"_L1)
        return {ProcessAnswer::Kind::Done, {}, text};
    if (digits.match(answer).hasMatch() && answer.toLongLong() > 0)
        return {ProcessAnswer::Kind::Job, answer, text};
    if (const auto match = jobInText.match(answer); match.hasMatch())
        return {ProcessAnswer::Kind::Job, match.captured(1), text};
    return {ProcessAnswer::Kind::Text, {}, text};
}

} // namespace

struct Client::Call {
    QByteArray name;
    SoapOperation operation;
    QString title;
    QString sent;
    std::chrono::milliseconds deadline;
    qint64 maximumAnswerBytes = longestAnswer;
    bool writes = false;
};

Client::Client(http::Sender &http, Connection connection, CancelToken cancel)
    : m_http(http)
    , m_connection(std::move(connection))
    , m_cancel(std::move(cancel))
{}

QStringList Client::secrets() const
{
    return m_connection.password.isEmpty() ? QStringList() : QStringList {m_connection.password};
}

Error Client::masked(Error error) const
{
    error.message = redacted(error.message, secrets());
    error.detail = keptText(error.detail, secrets());
    return error;
}

Result<QString> Client::call(const Call &call, ExchangeLog &log)
{
    QUrl url = m_connection.url;
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + call.operation.path());

    http::Request request {.method = "POST", .url = url};
    request.headers = {{"Content-Type", "text/xml; charset=utf-8"},
                       {"SOAPAction", call.operation.action()},
                       {"Authorization", http::basicAuthorization(m_connection.user, m_connection.password,
                                                                  m_connection.latin1Credentials)}};
    request.body = call.operation.envelope();
    request.deadline = call.deadline;
    request.maximumAnswerBytes = call.maximumAnswerBytes;
    request.name = call.name;

    Exchange exchange {.operation = call.title, .sent = redacted(call.sent, secrets())};
    request.took = &exchange.duration;
    const Result<http::Response> response = m_http.send(request, m_cancel);
    if (!response) {
        if (wasKeptBack(response.error()))
            return tl::unexpected(response.error());
        log << exchange;
        qCWarning(lcRm).noquote() << call.title << response.error().message;
        return transportFailure(response.error(), url, call.writes);
    }
    exchange.httpStatus = response->status;
    Result<QString> answer = understood(*response, url, call.writes, exchange);
    exchange.received = keptText(exchange.received, secrets());
    log << exchange;
    if (!answer)
        return tl::unexpected(masked(answer.error()));
    return answer;
}

Result<> Client::visitView(const QByteArray &name, const QString &dataServer, const QString &filter,
                           const Context &context, const RowVisitor &visit, ExchangeLog &log)
{
    const Result<QString> text =
        call({name,
              {u"wsDataServer"_s,
               u"IwsDataServer"_s,
               u"ReadView"_s,
               {{u"DataServerName"_s, dataServer}, {u"Filtro"_s, filter}, {u"Contexto"_s, context.toText()}}},
              u"ReadView "_s + dataServer,
              readableQuestion(u"Filtro: "_s + filter, context.toText()),
              m_connection.readTimeout,
              longestView},
             log);
    if (!text)
        return tl::unexpected(text.error());
    if (const auto visited = visitResult(*text, visit); !visited)
        return tl::unexpected(masked(visited.error()));
    return {};
}

Result<DataSet> Client::readView(const QByteArray &name, const QString &dataServer, const QString &filter,
                                 const Context &context, ExchangeLog &log)
{
    DataSet set;
    const auto keep = [&set](const Row &row) -> Result<> {
        set.rows << row;
        return {};
    };
    if (const auto visited = visitView(name, dataServer, filter, context, keep, log); !visited)
        return tl::unexpected(visited.error());
    return set;
}

Result<DataSet> Client::readRecord(const QByteArray &name, const QString &dataServer, const QString &key,
                                   const Context &context, ExchangeLog &log)
{
    const Result<QString> text =
        call({name,
              {u"wsDataServer"_s,
               u"IwsDataServer"_s,
               u"ReadRecord"_s,
               {{u"DataServerName"_s, dataServer}, {u"PrimaryKey"_s, key}, {u"Contexto"_s, context.toText()}}},
              u"ReadRecord "_s + dataServer,
              readableQuestion(u"Chave: "_s + key, context.toText()),
              m_connection.readTimeout},
             log);
    if (!text)
        return tl::unexpected(text.error());
    DataSet set;
    const auto keep = [&set](const Row &row) -> Result<> {
        set.rows << row;
        return {};
    };
    if (const auto visited = visitResult(*text, keep); !visited)
        return tl::unexpected(masked(visited.error()));
    return set;
}

Result<QStringList> Client::saveRecord(const QByteArray &name, const QString &dataServer, const QString &xml,
                                       const Context &context, const KeyShape &shape, ExchangeLog &log)
{
    const Result<QString> text =
        call({name,
              {u"wsDataServer"_s,
               u"IwsDataServer"_s,
               u"SaveRecord"_s,
               {{u"DataServerName"_s, dataServer}, {u"XML"_s, xml}, {u"Contexto"_s, context.toText()}}},
              u"SaveRecord "_s + dataServer,
              readableQuestion(xml, context.toText()),
              m_connection.processTimeout,
              longestAnswer,
              true},
             log);
    if (!text)
        return tl::unexpected(text.error());
    auto key = shape.match(*text);
    if (!key)
        return tl::unexpected(masked(key.error()));
    return key;
}

Result<ProcessAnswer> Client::executeProcess(const QByteArray &name, const QString &process, const QString &xmlParams,
                                             ExchangeLog &log)
{
    const Result<QString> text = call({name,
                                       {u"wsProcess"_s,
                                        u"IwsProcess"_s,
                                        u"ExecuteWithXmlParams"_s,
                                        {{u"ProcessServerName"_s, process}, {u"strXmlParams"_s, xmlParams}}},
                                       u"ExecuteWithXmlParams "_s + process,
                                       xmlParams,
                                       m_connection.processTimeout,
                                       longestAnswer,
                                       true},
                                      log);
    if (!text)
        return tl::unexpected(text.error());
    return processAnswer(redacted(*text, secrets()));
}

Result<> Client::authenticate(const QByteArray &name, ExchangeLog &log)
{
    const Result<QString> text = call({name,
                                       {u"wsDataServer"_s, u"IwsBase"_s, u"AutenticaAcesso"_s},
                                       u"AutenticaAcesso"_s,
                                       u"Usuário: "_s + m_connection.user,
                                       m_connection.readTimeout},
                                      log);
    if (!text)
        return tl::unexpected(text.error());
    if (text->trimmed() != "1"_L1)
        return tl::unexpected(masked(wrongUser(*text).value()));
    return {};
}

Result<> Client::checkServiceActivity(const QByteArray &name, ExchangeLog &log)
{
    const Result<QString> text = call({name,
                                       {u"wsDataServer"_s, u"IRMSServer"_s, u"CheckServiceActivity"_s},
                                       u"CheckServiceActivity"_s,
                                       {},
                                       m_connection.readTimeout},
                                      log);
    if (!text)
        return tl::unexpected(text.error());
    if (text->trimmed().compare("true"_L1, Qt::CaseInsensitive) != 0)
        return tl::unexpected(masked({ErrorCode::Refused, u"O serviço do SGE não está ativo."_s, *text, {}}));
    return {};
}

} // namespace ponte::rm
