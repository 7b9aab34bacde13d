// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/api.h"

#include "core/base/logging.h"
#include "core/log/logreader.h"
#include "core/lojaclick/commitnames.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using http::Responder;
using http::ServerRequest;
using storage::Connection;

namespace {

void send(const Responder &responder, const ApiAnswer &answer)
{
    http::ServerResponse response;
    response.status = answer.httpStatus;
    response.body = answer.body;
    if (answer.retryAfter)
        response.headers.append(
            qMakePair(QByteArray("Retry-After"), QByteArray::number(qint64(answer.retryAfter->count()))));
    if (answer.httpStatus == 401)
        response.headers.append(
            qMakePair(QByteArray("WWW-Authenticate"), QByteArray("Basic realm=\"Ponte\", charset=\"UTF-8\"")));
    responder.respond(response);
}

ApiAnswer unauthorized(const Error &error)
{
    const int status = error.code == ErrorCode::Unauthorized ? 401 : 503;
    const QString message = outsideText(error);
    return errorAnswer(status, message, {{u"autenticacao"_s, {}, message}});
}

ApiAnswer wrongFields(const QList<FieldError> &errors)
{
    const QString message =
        errors.size() == 1 ? errors.first().message : u"A venda tem %1 campos com problema."_s.arg(errors.size());
    return errorAnswer(400, message, errors);
}

bool isJson(const ServerRequest &request)
{
    const QByteArray type = request.headers.value("content-type").toLower();
    return type.isEmpty() || type.split(';').first().trimmed() == "application/json";
}

} // namespace

Api::Api(Environment &environment, SaleDesk &desk, work::WorkerPool &front, work::WorkerPool &workers,
         security::ApiClients &clients)
    : m_environment(environment)
    , m_desk(desk)
    , m_front(front)
    , m_workers(workers)
    , m_clients(clients)
{}

void Api::addRoutes(http::Router &router)
{
    const auto route = [&](const char *method, const QString &pattern,
                           void (Api::*handler)(const ServerRequest &, const Responder &)) {
        router.add(method, pattern, [this, handler](ServerRequest request, const Responder &responder) {
            inFront(std::move(request), responder,
                    [this, handler](const ServerRequest &received, const Responder &answering) {
                        (this->*handler)(received, answering);
                    });
        });
    };
    route("POST", u"/api/cst/v1/lojaclick/matricula/inserirMatricula"_s, &Api::sell);
    route("GET", u"/api/cst/v1/lojaclick/matricula/{idVenda}"_s, &Api::ask);
    route("POST", u"/api/cst/v1/lojaclick/aluno/atualizaDadosAluno"_s, &Api::update);
    route("POST", u"/api/connect/token"_s, &Api::token);
}

void Api::inFront(ServerRequest request, const Responder &responder,
                  std::function<void(const ServerRequest &, const Responder &)> work)
{
    const bool taken = m_front.post([request = std::move(request), responder, work = std::move(work)](http::Client &) {
        work(request, responder);
    });
    if (!taken) {
        ApiAnswer busy = errorAnswer(429, u"Há chamadas demais em andamento; envie de novo em instantes."_s);
        busy.retryAfter = std::chrono::seconds(5);
        send(responder, busy);
    }
}

Result<security::Actor> Api::authenticated(const ServerRequest &request)
{
    return m_clients.authenticate(request.headers.value("authorization"));
}

tl::expected<Api::Admitted, ApiAnswer> Api::admit(const ServerRequest &request)
{
    const auto actor = authenticated(request);
    if (!actor)
        return tl::unexpected(unauthorized(actor.error()));
    if (!isJson(request))
        return tl::unexpected(errorAnswer(415, u"O corpo deve ser application/json."_s));
    const auto document = json::parseObject(request.body);
    if (!document)
        return tl::unexpected(errorAnswer(400, u"O JSON não pôde ser lido: "_s + document.error().message,
                                          {{u"json"_s, {}, document.error().message}}));
    return Admitted {*actor, *document};
}

Result<std::optional<Network>> Api::networkOf(CompanyId company)
{
    const auto connection = m_environment.database.reads().here();
    if (!connection)
        return tl::unexpected(connection.error());
    return m_environment.settings.network(**connection, company);
}

void Api::sell(const ServerRequest &request, const Responder &responder)
{
    const auto admitted = admit(request);
    if (!admitted)
        return send(responder, admitted.error());
    const security::Actor &actor = admitted->actor;
    const json::Document &document = admitted->document;
    const CompanyId company(document.root.value("codColigada"_L1).toInteger());
    const auto network = networkOf(company);
    if (!network)
        return send(responder, answerOf(network.error()));
    const SaleReading reading = readSale(document, *network);
    const auto refuse = [&](const ApiAnswer &answer) {
        noteRefusal(reading.sale, actor.name(), request.body, answer);
        send(responder, answer);
    };
    if (company.value() > 0) {
        if (const Result<> allowed = actor.require(security::Action::Reprocess, company); !allowed)
            return refuse(answerOf(allowed.error()));
    }
    if (!reading.errors.isEmpty())
        return refuse(wrongFields(reading.errors));
    m_desk.submit(reading.sale, actor.name(), [responder](const ApiAnswer &answer) { send(responder, answer); });
}

/// A refusal leaves a record, but never changes what an accepted sale has reached.
void Api::noteRefusal(const Sale &sale, const QString &who, const QByteArray &body, const ApiAnswer &answer)
{
    if (sale.id.isEmpty() || sale.company.value() <= 0)
        return;
    Execution execution {u"guardian"_s, {}, log::Status::Error, {}};
    const QJsonObject envelope = json::parseObject(answer.body).value_or(json::Document()).root;
    execution.message = envelope.value("Mensagem"_L1).toString();
    execution.exchanges = {
        {u"POST inserirMatricula"_s, QString::fromUtf8(body), QString::fromUtf8(answer.body), answer.httpStatus, {}}};
    execution.who = who;
    const Result<> kept =
        m_environment.database.writer().write<void>(commit::refuse, [&](Connection &connection) -> Result<> {
            const auto stored = salestore::find(connection, sale.company, sale.id);
            if (!stored)
                return tl::unexpected(stored.error());
            Subject subject {sale.company, sale.level, sale.id, sale.student.cpf};
            if (*stored) {
                subject = {(*stored)->sale.company, (*stored)->sale.level, sale.id, (*stored)->sale.student.cpf};
                if (!(*stored)->progress.preContract.isEmpty()) {
                    execution.functionality = u"pre_contract"_s;
                    execution.keyValues = u"%1;%2;%3"_s.arg((*stored)->progress.ra)
                                              .arg((*stored)->sale.termId)
                                              .arg((*stored)->progress.preContract);
                }
            }
            const bool keepStatus = *stored && (*stored)->state != StoredSale::State::Failed;
            const auto recorded =
                recordExecution(connection, subject, execution, m_environment.clock.now(), keepStatus);
            return recorded ? Result<>() : Result<>(tl::unexpected(recorded.error()));
        });
    if (!kept)
        qCWarning(lcLojaClick) << "the refusal of" << sale.id << "could not be noted:" << kept.error().message;
}

void Api::ask(const ServerRequest &request, const Responder &responder)
{
    const auto actor = authenticated(request);
    if (!actor)
        return send(responder, unauthorized(actor.error()));
    bool isNumber = false;
    const CompanyId company(request.query.queryItemValue(u"codColigada"_s).toLongLong(&isNumber));
    if (!isNumber || company.value() <= 0) {
        const QString message = u"Informe codColigada na consulta."_s;
        return send(responder, errorAnswer(400, message, {{u"obrigatorio"_s, u"codColigada"_s, message}}));
    }
    if (const Result<> allowed = actor->require(security::Action::ViewLog, company); !allowed)
        return send(responder, answerOf(allowed.error()));
    send(responder, storedAnswer(company, request.pathValues.value(u"idVenda"_s)));
}

ApiAnswer Api::storedAnswer(CompanyId company, const QString &saleId)
{
    const auto connection = m_environment.database.reads().here();
    if (!connection)
        return answerOf(connection.error());
    const auto stored = salestore::find(**connection, company, saleId);
    if (!stored)
        return answerOf(stored.error());
    if (!*stored)
        return answerOf({ErrorCode::NotFound,
                         u"A venda %1 não é conhecida na coligada %2."_s.arg(saleId).arg(company.value()),
                         {},
                         u"idVenda"_s});
    const bool unanswered = (*stored)->state == StoredSale::State::Running || (*stored)->answer.isEmpty();
    ApiAnswer answer {(*stored)->answerStatus, (*stored)->answer, {}};
    if (unanswered)
        answer = answerOf({ErrorCode::Unreachable, u"A venda ainda está em processamento."_s, {}, {}});
    else if ((*stored)->state != StoredSale::State::Done)
        return answer;
    const auto record = log::LogReader(**connection).record(company, saleId, u"contract_activation"_s);
    if (!record)
        return answerOf(record.error());
    if (!*record)
        return answer;
    if (!unanswered) {
        answer.body = withContractStatus(answer.body, (*record)->status);
        return answer;
    }
    // A program that ended after the enrolment left no answer, and the contract is repaired without the Broker.
    const SaleProgress &progress = (*stored)->progress;
    if ((*stored)->leaseOwner == 0 && !progress.preContract.isEmpty())
        return successAnswer((*stored)->sale,
                             {progress.ra, progress.guardian.code, progress.preContract, (*record)->status});
    return answer;
}

void Api::update(const ServerRequest &request, const Responder &responder)
{
    const auto admitted = admit(request);
    if (!admitted)
        return send(responder, admitted.error());
    const security::Actor &actor = admitted->actor;
    const json::Document &document = admitted->document;
    const StudentUpdateReading reading = readStudentUpdate(document);
    if (!reading.errors.isEmpty())
        return send(responder, wrongFields(reading.errors));
    if (const Result<> allowed = actor.require(security::Action::Reprocess, reading.update.company); !allowed)
        return send(responder, answerOf(allowed.error()));
    const bool taken =
        m_workers.post([this, update = reading.update, who = actor.name(), responder](http::Client &client) {
            send(responder, updateStudent(update, who, client));
        });
    if (!taken)
        send(responder, errorAnswer(429, u"Há chamadas demais em andamento; envie de novo em instantes."_s));
}

ApiAnswer Api::updateStudent(const StudentUpdate &update, const QString &who, http::Client &client)
{
    const auto connection = m_environment.database.reads().here();
    if (!connection)
        return answerOf(connection.error());
    SgeSettings sgeSettings;
    const auto network = m_environment.settings.network(**connection, update.company);
    const auto user = m_environment.settings.integrationUser(**connection, update.company);
    const auto reached = m_environment.settings.readRm(**connection, &sgeSettings);
    if (!network || !user || !reached)
        return answerOf(!network ? network.error() : !user ? user.error() : reached.error());
    m_environment.rm.configure(reached->version, reached->concurrency);
    const CancelToken cancel;
    const auto locked = m_environment.locks.acquire({u"document:"_s + update.cpf}, cancel);
    if (!locked)
        return answerOf(locked.error());
    work::Destination::Sender sender(m_environment.rm, client, 0);
    rm::Client rm(sender, reached->connection, cancel);
    // The message names neither branch nor level; a person belongs to none.
    SgeGateway sge(rm, sgeSettings, {update.company, BranchId(1), LevelId(1), *user}, network->value_or(Network::Senai),
                   m_environment.jobWait);
    rm::ExchangeLog exchanges;
    const auto updated = sge.updateStudentByCpf(update.fields, exchanges);
    Execution execution =
        updated ? Execution {u"student_update"_s, updated->ra, log::Status::Success, u"Dados atualizados."_s, exchanges}
                : failedExecution(u"student_update"_s, {}, updated.error(), exchanges);
    execution.who = who;
    const Result<> kept =
        m_environment.database.writer().write<void>(commit::studentUpdate, [&](Connection &writing) -> Result<> {
            const Subject subject {update.company, {}, u"CPF-"_s + update.cpf, update.cpf};
            const auto recorded = recordExecution(writing, subject, execution, m_environment.clock.now());
            return recorded ? Result<>() : Result<>(tl::unexpected(recorded.error()));
        });
    if (!kept)
        qCWarning(lcLojaClick) << "a student update could not be noted:" << kept.error().message;
    if (!updated)
        return answerOf(updated.error());
    const QJsonObject created {
        {u"CodColigada"_s, update.company.value()}, {u"Ra"_s, updated->ra}, {u"CPF"_s, update.cpf}};
    return {200,
            json::toText({{u"Status"_s, u"Sucesso"_s},
                          {u"Mensagem"_s, u"Dados do aluno atualizados."_s},
                          {u"DadosCriados"_s, created},
                          {u"DetalheErros"_s, QJsonArray()}}),
            {}};
}

void Api::token(const ServerRequest &request, const Responder &responder)
{
    const auto refuse = [&](int status, const QString &message) {
        send(responder, errorAnswer(status, message, {{u"autenticacao"_s, {}, message}}));
    };
    if (!isJson(request))
        return refuse(415, u"O corpo deve ser application/json."_s);
    const auto document = json::parseObject(request.body);
    if (!document)
        return refuse(400, u"O JSON não pôde ser lido: "_s + document.error().message);
    const QJsonObject &root = document->root;
    const bool refresh = root.value("grant_type"_L1).toString() == "refresh_token"_L1;
    const auto pair =
        refresh ? m_clients.refreshToken(root.value("refresh_token"_L1).toString())
                : m_clients.issueToken(root.value("username"_L1).toString(), root.value("password"_L1).toString());
    if (!pair)
        return refuse(pair.error().code == ErrorCode::Unauthorized ? 401 : 503, outsideText(pair.error()));
    send(responder, {200,
                     json::toText({{u"access_token"_s, pair->access},
                                   {u"refresh_token"_s, pair->refresh},
                                   {u"token_type"_s, u"Bearer"_s},
                                   {u"expires_in"_s, pair->expiresInSeconds}}),
                     {}});
}

} // namespace ponte::lojaclick
