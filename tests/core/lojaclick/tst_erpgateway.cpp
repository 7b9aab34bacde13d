// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/erpgateway.h"
#include "tests/core/rm/scriptedpeer.h"

#include <QTest>

using namespace ponte;
using namespace ponte::lojaclick;
using namespace Qt::StringLiterals;

namespace {

using Kind = ErpAnswer::Kind;
using Fault = http::ServerResponse::Fault;

const ActivationRequest request {.company = CompanyId(3),
                                 .branch = BranchId(3016),
                                 .ra = u"00878180"_s,
                                 .preContractId = u"LC0011"_s,
                                 .guardianCode = u"000123"_s,
                                 .saleId = u"LC-2026-1"_s,
                                 .total = Money {150000},
                                 .instalments = 12,
                                 .dueDay = 10,
                                 .paymentMethod = u"CARTÃO"_s};

const QByteArray accepted = R"({"numeroContrato":"ERP-77","situacao":"EFETIVADO"})";

http::ServerResponse reply(int status, const QByteArray &body)
{
    return {.status = status, .body = body};
}

http::ServerResponse token(const QByteArray &value)
{
    return reply(200, R"({"access_token":")" + value + R"(","token_type":"Bearer","expires_in":3600})");
}

} // namespace

class TestErpGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsTheExactRequest();
    void classifiesAnActivation_data();
    void classifiesAnActivation();
    void knowsWhatMayHaveArrived();
    void classifiesAVerification_data();
    void classifiesAVerification();
    void asksByBusinessKey();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void usesOneTokenForSeveralCalls();
    void renewsATokenThatEndedEarly();
    void stopsWhereTheTokenIsRefused_data();
    void stopsWhereTheTokenIsRefused();
    void masksSecrets();
    void checksTheHealth();
    void passesACancelOn();
    void sortsWhatTheSenderHoldsBack();

private:
    ErpGateway gateway() { return ErpGateway(m_http, m_connection, m_cancel); }
    void useToken() { m_connection.authentication = ErpConnection::Authentication::PasswordToken; }

    std::unique_ptr<ScriptedPeer> m_peer;
    http::Client m_http;
    ErpConnection m_connection;
    CancelToken m_cancel;
    rm::ExchangeLog m_log;
};

void TestErpGateway::init()
{
    m_peer = std::make_unique<ScriptedPeer>();
    m_connection = {};
    m_connection.url = m_peer->url();
    m_connection.url.setPath(u"/erp/"_s);
    m_connection.user = u"erp user"_s;
    m_connection.password = u"p&ss=42"_s;
    m_cancel = CancelToken();
    m_log.clear();
}

void TestErpGateway::cleanup()
{
    m_peer.reset();
}

void TestErpGateway::sendsTheExactRequest()
{
    m_peer->answerWith({reply(201, accepted)});
    const auto answer = gateway().activate(request, m_log);
    QVERIFY(answer);
    QCOMPARE(answer->kind, Kind::Accepted);
    QCOMPARE(answer->number, u"ERP-77"_s);
    QCOMPARE(answer->httpStatus, 201);
    const auto received = m_peer->requests().first();
    QCOMPARE(received.method, QByteArray("POST"));
    QCOMPARE(received.path, u"/erp/contratos/efetivacao"_s);
    QCOMPARE(received.headers.value("idempotency-key"), QByteArray("3-LC0011"));
    QCOMPARE(received.headers.value("content-type"), QByteArray("application/json; charset=utf-8"));
    QCOMPARE(received.headers.value("authorization"), "Basic " + QByteArray("erp user:p&ss=42").toBase64());
    const QString body = u"{\"codCfo\":\"000123\",\"codColigada\":3,\"codFilial\":3016,\"diaVencimento\":10,"
                         "\"formaPagamento\":\"CARTÃO\",\"idPreContrato\":\"LC0011\",\"idVenda\":\"LC-2026-1\","
                         "\"quantidadeParcelas\":12,\"ra\":\"00878180\",\"valorTotal\":\"1500.00\"}"_s;
    QCOMPARE(QString::fromUtf8(received.body), body);
    QCOMPARE(m_log.size(), 1);
    QCOMPARE(m_log.first().sent, body);
    QCOMPARE(m_log.first().received, QString::fromLatin1(accepted));
    QVERIFY(m_log.first().operation.startsWith(u"POST http://127.0.0.1:"_s));
}

void TestErpGateway::classifiesAnActivation_data()
{
    QTest::addColumn<http::ServerResponse>("response");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("mayHaveArrived");
    QTest::addColumn<QString>("message");
    const QByteArray refusal =
        R"({"code":"E1","message":"Limite de crédito","detailedMessage":"SELECT 1","details":[]})";
    const QString refused = u"O ERP recusou a efetivação do contrato: Limite de crédito"_s;
    QTest::newRow("200") << reply(200, accepted) << Kind::Accepted << false
                         << u"O contrato ERP-77 foi efetivado no ERP."_s;
    QTest::newRow("409") << reply(409, accepted) << Kind::Accepted << false
                         << u"O contrato ERP-77 já estava efetivado no ERP."_s;
    QTest::newRow("number as a number") << reply(200, R"({"numeroContrato":77,"situacao":"efetivado"})")
                                        << Kind::Accepted << false << u"O contrato 77 foi efetivado no ERP."_s;
    QTest::newRow("400") << reply(400, refusal) << Kind::Refused << false << refused;
    QTest::newRow("404") << reply(404, "<html/>") << Kind::Refused << false
                         << u"O ERP recusou a efetivação do contrato (HTTP 404)."_s;
    QTest::newRow("control characters") << reply(400, R"({"message": "Limite\u0000 de\n cr\u00e9dito"})")
                                        << Kind::Refused << false << refused;
    QTest::newRow("422") << reply(422, refusal) << Kind::Refused << false << refused;
    QTest::newRow("RM's envelope") << reply(
        422, R"({"messages":[{"code":"7","detail":"Sem plano"}],"length":0,"data":null})")
                                   << Kind::Refused << false << u"O ERP recusou a efetivação do contrato: Sem plano"_s;
    QTest::newRow("customised envelope") << reply(
        422, R"({"Status":"Erro","Mensagem":"","DetalheErros":[{"Mensagem":"Sem CFO"}]})")
                                         << Kind::Refused << false
                                         << u"O ERP recusou a efetivação do contrato: Sem CFO"_s;
    QTest::newRow("413") << reply(413, {}) << Kind::Refused << false
                         << u"O ERP recusou a efetivação do contrato (HTTP 413)."_s;
    QTest::newRow("401") << reply(401, {}) << Kind::Stopped << false << u"O ERP recusou as credenciais (HTTP 401)."_s;
    QTest::newRow("403") << reply(403, {}) << Kind::Stopped << false << u"O ERP recusou as credenciais (HTTP 403)."_s;
    QTest::newRow("302") << http::ServerResponse {.status = 302, .headers = {{"Location", "http://elsewhere/"}}}
                         << Kind::Redirected << true
                         << u"O ERP redireciona para outro endereço, o que não é seguido (HTTP 302)."_s;
    for (const int status : {408, 429, 500, 503}) {
        QTest::addRow("%d", status) << reply(status, refusal) << Kind::Unanswered << true
                                    << u"O ERP não está atendendo (HTTP %1)."_s.arg(status);
    }
    const QString unreadable = u"A resposta do ERP não pôde ser lida (HTTP 200)."_s;
    QTest::newRow("no JSON") << reply(200, "<html>ok</html>") << Kind::Unanswered << true << unreadable;
    QTest::newRow("truncated JSON") << reply(200, accepted.chopped(3)) << Kind::Unanswered << true << unreadable;
    QTest::newRow("no number") << reply(200, R"({"situacao":"EFETIVADO"})") << Kind::Unanswered << true << unreadable;
    QTest::newRow("not effective") << reply(200, R"({"numeroContrato":"7","situacao":"PENDENTE"})") << Kind::Unanswered
                                   << true << unreadable;
    QTest::newRow("empty 200") << reply(200, {}) << Kind::Unanswered << true << unreadable;
    QTest::newRow("409 of another kind") << reply(409, "conflict") << Kind::Unanswered << true
                                         << u"A resposta do ERP não pôde ser lida (HTTP 409)."_s;
    QTest::newRow("202") << reply(202, accepted) << Kind::Unanswered << true
                         << u"A resposta do ERP não pôde ser lida (HTTP 202)."_s;
    const QString unusable = u"O ERP não deu uma resposta utilizável; o contrato pode ter sido efetivado."_s;
    QTest::newRow("endless") << reply(200, QByteArray(5 * 1024 * 1024, ' ') + accepted) << Kind::Unanswered << true
                             << unusable;
    QTest::newRow("closed") << http::ServerResponse {.fault = Fault::CloseWithoutAnswer} << Kind::Unanswered << true
                            << unusable;
    QTest::newRow("cut") << http::ServerResponse {.body = accepted, .fault = Fault::CutInBody} << Kind::Unanswered
                         << true << unusable;
}

void TestErpGateway::classifiesAnActivation()
{
    QFETCH(http::ServerResponse, response);
    m_peer->answerWith({response});
    const auto answer = gateway().activate(request, m_log);
    QVERIFY(answer);
    QTEST(answer->kind, "kind");
    QTEST(answer->mayHaveArrived, "mayHaveArrived");
    QTEST(answer->message, "message");
    QCOMPARE(m_peer->requests().size(), 1);
    QCOMPARE(m_log.size(), 1);
}

void TestErpGateway::knowsWhatMayHaveArrived()
{
    m_peer.reset();
    const auto answer = gateway().activate(request, m_log);
    QVERIFY(answer);
    QCOMPARE(answer->kind, Kind::Unanswered);
    QCOMPARE(answer->mayHaveArrived, false);
    QCOMPARE(answer->httpStatus, 0);
    QCOMPARE(answer->message, u"Não foi possível conectar ao ERP."_s);
    QCOMPARE(m_log.first().httpStatus, 0);
}

void TestErpGateway::classifiesAVerification_data()
{
    QTest::addColumn<http::ServerResponse>("response");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("effective") << reply(200,
                                        R"({"hasNext":false,"items":[{"numeroContrato":"1","situacao":"CANCELADO"},)"
                                        R"({"numeroContrato":"2","situacao":"EFETIVADO"}]})")
                               << Kind::Accepted;
    QTest::newRow("none") << reply(200, R"({"hasNext":false,"items":[]})") << Kind::Absent;
    QTest::newRow("cancelled only") << reply(200, R"({"items":[{"numeroContrato":"1","situacao":"CANCELADO"}]})")
                                    << Kind::Absent;
    QTest::newRow("no list") << reply(200, "{}") << Kind::Unanswered;
    QTest::newRow("404") << reply(404, "{}") << Kind::Unanswered;
    QTest::newRow("422") << reply(422, "{}") << Kind::Unanswered;
    QTest::newRow("500") << reply(500, "{}") << Kind::Unanswered;
    QTest::newRow("401") << reply(401, "{}") << Kind::Stopped;
    QTest::newRow("302") << reply(302, "{}") << Kind::Redirected;
    QTest::newRow("closed") << http::ServerResponse {.fault = Fault::CloseWithoutAnswer} << Kind::Unanswered;
}

void TestErpGateway::classifiesAVerification()
{
    QFETCH(http::ServerResponse, response);
    m_peer->answerWith({response});
    const auto answer = gateway().verify(CompanyId(3), u"LC0011"_s, m_log);
    QVERIFY(answer);
    QTEST(answer->kind, "kind");
    QCOMPARE(answer->mayHaveArrived, false);
    QCOMPARE(answer->number, answer->kind == Kind::Accepted ? u"2"_s : QString());
}

void TestErpGateway::asksByBusinessKey()
{
    m_peer->answerWith({reply(200, R"({"items":[]})")});
    QVERIFY(gateway().verify(CompanyId(3), u"LC 00+11"_s, m_log));
    const auto received = m_peer->requests().first();
    QCOMPARE(received.method, QByteArray("GET"));
    QCOMPARE(received.path, u"/erp/contratos"_s);
    QCOMPARE(received.query.queryItemValue(u"codColigada"_s), u"3"_s);
    QCOMPARE(received.query.queryItemValue(u"idPreContrato"_s, QUrl::FullyDecoded), u"LC 00+11"_s);
    QCOMPARE(m_log.first().sent, u"codColigada=3&idPreContrato=LC%2000%2B11"_s);
}

void TestErpGateway::readsRetryAfter_data()
{
    QTest::addColumn<http::Headers>("headers");
    QTest::addColumn<qint64>("seconds"); // -1: none
    QTest::newRow("none") << http::Headers {} << qint64(-1);
    QTest::newRow("seconds") << http::Headers {{"Retry-After", "120"}} << qint64(120);
    QTest::newRow("date") << http::Headers {{"Date", "Fri, 20 Nov 2026 10:00:00 GMT"},
                                            {"Retry-After", "Fri, 20 Nov 2026 10:05:00 GMT"}}
                          << qint64(300);
    QTest::newRow("past date") << http::Headers {{"Retry-After", "Fri, 20 Nov 2020 10:05:00 GMT"}} << qint64(0);
    QTest::newRow("rubbish") << http::Headers {{"Retry-After", "soon"}} << qint64(-1);
    QTest::newRow("negative") << http::Headers {{"Retry-After", "-5"}} << qint64(-1);
    QTest::newRow("for ever") << http::Headers {{"Retry-After", "99999999999"}} << qint64(30 * 24 * 3600);
}

void TestErpGateway::readsRetryAfter()
{
    QFETCH(http::Headers, headers);
    m_peer->answerWith({{.status = 503, .headers = headers}});
    const auto answer = gateway().activate(request, m_log);
    QVERIFY(answer);
    QTEST(qint64(answer->retryAfter ? answer->retryAfter->count() : -1), "seconds");
}

void TestErpGateway::usesOneTokenForSeveralCalls()
{
    useToken();
    m_peer->answerWith({token("abc123"), reply(200, R"({"items":[]})"), reply(200, accepted)});
    ErpGateway erp = gateway();
    QCOMPARE(erp.verify(CompanyId(3), u"LC0011"_s, m_log)->kind, Kind::Absent);
    QCOMPARE(erp.activate(request, m_log)->kind, Kind::Accepted);
    const auto requests = m_peer->requests();
    QCOMPARE(requests.size(), 3);
    QCOMPARE(requests[0].path, u"/erp/api/oauth2/v1/token"_s);
    QCOMPARE(requests[0].headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
    QVERIFY(!requests[0].headers.contains("authorization"));
    QCOMPARE(requests[0].body, QByteArray("grant_type=password&username=erp%20user&password=p%26ss%3D42"));
    QCOMPARE(requests[1].headers.value("authorization"), QByteArray("Bearer abc123"));
    QCOMPARE(requests[2].headers.value("authorization"), QByteArray("Bearer abc123"));
}

void TestErpGateway::renewsATokenThatEndedEarly()
{
    useToken();
    m_peer->answerWith(
        {token("first1"), reply(200, R"({"items":[]})"), reply(401, {}), token("second2"), reply(200, accepted)});
    ErpGateway erp = gateway();
    QVERIFY(erp.verify(CompanyId(3), u"LC0011"_s, m_log));
    QCOMPARE(erp.activate(request, m_log)->kind, Kind::Accepted);
    QCOMPARE(m_peer->requests().last().headers.value("authorization"), QByteArray("Bearer second2"));

    m_peer->answerWith({token("third3"), reply(401, {})});
    QCOMPARE(gateway().activate(request, m_log)->kind, Kind::Stopped);
    QCOMPARE(m_peer->requests().size(), 7);
}

void TestErpGateway::stopsWhereTheTokenIsRefused_data()
{
    QTest::addColumn<http::ServerResponse>("response");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("401") << reply(401, {}) << Kind::Stopped;
    QTest::newRow("400") << reply(400, R"({"error":"invalid_grant"})") << Kind::Stopped;
    QTest::newRow("500") << reply(500, {}) << Kind::Unanswered;
    QTest::newRow("unreadable") << reply(200, "{}") << Kind::Unanswered;
    QTest::newRow("closed") << http::ServerResponse {.fault = Fault::CloseWithoutAnswer} << Kind::Unanswered;
}

void TestErpGateway::stopsWhereTheTokenIsRefused()
{
    QFETCH(http::ServerResponse, response);
    useToken();
    m_peer->answerWith({response});
    const auto answer = gateway().activate(request, m_log);
    QVERIFY(answer);
    QTEST(answer->kind, "kind");
    QCOMPARE(answer->mayHaveArrived, false);
    QCOMPARE(m_peer->requests().size(), 1);
}

void TestErpGateway::masksSecrets()
{
    useToken();
    m_peer->answerWith({token("abc123"), reply(422, R"({"message":"token abc123 / p&ss=42"})")});
    const auto answer = gateway().activate(request, m_log);
    QVERIFY(answer);
    const QString kept = rm::sentText(m_log) + rm::receivedText(m_log) + answer->message;
    QVERIFY2(!kept.contains(u"abc123"_s), qUtf8Printable(kept));
    QVERIFY2(!kept.contains(u"p&ss=42"_s), qUtf8Printable(kept));
}

void TestErpGateway::checksTheHealth()
{
    m_peer->answerWith({reply(200, {}), reply(404, {}), reply(503, {})});
    QCOMPARE(gateway().health(m_log)->kind, Kind::Accepted);
    QCOMPARE(m_peer->requests().first().path, u"/erp/health"_s);
    QCOMPARE(gateway().health(m_log)->kind, Kind::Refused);
    QCOMPARE(gateway().health(m_log)->kind, Kind::Unanswered);
}

void TestErpGateway::passesACancelOn()
{
    m_cancel.cancel();
    const auto answer = gateway().activate(request, m_log);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    QVERIFY(m_peer->requests().isEmpty());
}

void TestErpGateway::sortsWhatTheSenderHoldsBack()
{
    struct Held final : http::Sender {
        Error error;
        Result<http::Response> send(const http::Request &, const CancelToken &) override
        {
            return tl::unexpected(error);
        }
    } held;
    ErpGateway erp(held, m_connection);
    held.error = {ErrorCode::Unauthorized, u"parado"_s, {}, {}};
    const auto stopped = erp.activate(request, m_log);
    QVERIFY(stopped);
    QCOMPARE(stopped->kind, Kind::Stopped);
    QCOMPARE(stopped->message, u"parado"_s);
    held.error = {ErrorCode::Unreachable, u"em pausa"_s, {}, u"erp"_s};
    const auto paused = erp.activate(request, m_log);
    QVERIFY(paused);
    QCOMPARE(paused->kind, Kind::Unanswered);
    QCOMPARE(paused->mayHaveArrived, false);
    QCOMPARE(paused->message, u"em pausa"_s);
    held.error = {ErrorCode::Database, u"sem banco"_s, {}, {}};
    const auto broken = erp.activate(request, m_log);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::Database);
    QVERIFY(m_log.isEmpty());
}

QTEST_GUILESS_MAIN(TestErpGateway)
#include "tst_erpgateway.moc"
