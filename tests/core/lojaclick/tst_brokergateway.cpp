// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/brokergateway.h"
#include "tests/core/rm/scriptedpeer.h"

#include <QTest>

using namespace ponte;
using namespace ponte::lojaclick;
using namespace Qt::StringLiterals;

namespace {

using Kind = BrokerAnswer::Kind;

const Confirmation confirmation {.saleId = u"LC-2026-1"_s,
                                 .company = CompanyId(3),
                                 .ra = u"00878180"_s,
                                 .preContractId = u"LC0011"_s,
                                 .status = u"11"_s,
                                 .contractNumber = u"ERP-77"_s,
                                 .activatedAt =
                                     QDateTime(QDate(2026, 11, 20), QTime(14, 3, 22), Qt::OffsetFromUTC, -3 * 3600)};

} // namespace

class TestBrokerGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsTheExactRequest();
    void classifies_data();
    void classifies();
    void retriesWithoutAnAnswer();
    void honoursRetryAfter();
    void masksTheToken();
    void checksTheHealth();
    void passesACancelOn();

private:
    BrokerGateway gateway() { return BrokerGateway(m_http, m_connection, m_cancel); }

    std::unique_ptr<ScriptedPeer> m_peer;
    http::Client m_http;
    BrokerConnection m_connection;
    CancelToken m_cancel;
    rm::ExchangeLog m_log;
};

void TestBrokerGateway::init()
{
    m_peer = std::make_unique<ScriptedPeer>();
    m_connection.address = m_peer->url();
    m_connection.token = u"tok-42"_s;
    m_cancel = CancelToken();
    m_log.clear();
}

void TestBrokerGateway::cleanup()
{
    m_peer.reset();
}

void TestBrokerGateway::sendsTheExactRequest()
{
    m_peer->answerWith({{.status = 201}});
    const auto answer = gateway().confirm(confirmation, m_log);
    QVERIFY(answer);
    QCOMPARE(answer->kind, Kind::Delivered);
    const auto received = m_peer->requests().first();
    QCOMPARE(received.method, QByteArray("POST"));
    QCOMPARE(received.path, u"/matriculas/confirmacao"_s);
    QCOMPARE(received.headers.value("authorization"), QByteArray("Bearer tok-42"));
    QCOMPARE(received.headers.value("idempotency-key"), QByteArray("3-LC-2026-1"));
    QCOMPARE(received.headers.value("content-type"), QByteArray("application/json; charset=utf-8"));
    QCOMPARE(received.body, QByteArray(R"({"CodColigada":3,"CodStatus":"11","DataEfetivacao":"2026-11-20T17:03:22Z",)"
                                       R"("IdPreContrato":"LC0011","IdUnico":"LC-2026-1","NumeroContrato":"ERP-77",)"
                                       R"("Ra":"00878180","Situacao":"Matriculado"})"));
    QCOMPARE(m_log.first().sent, QString::fromUtf8(received.body));
}

void TestBrokerGateway::classifies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("message");
    const QString received = u"O Broker recebeu a confirmação."_s;
    QTest::newRow("200") << 200 << QByteArray("anything") << Kind::Delivered << received;
    QTest::newRow("204") << 204 << QByteArray() << Kind::Delivered << received;
    QTest::newRow("409") << 409 << QByteArray() << Kind::Delivered << received;
    QTest::newRow("401") << 401 << QByteArray() << Kind::StopCredentials
                         << u"O Broker recusou o token **** (HTTP 401)."_s;
    QTest::newRow("403") << 403 << QByteArray() << Kind::StopCredentials
                         << u"O Broker recusou o token **** (HTTP 403)."_s;
    QTest::newRow("400") << 400 << QByteArray() << Kind::NeedsPerson << u"O Broker recusou a confirmação (HTTP 400)."_s;
    QTest::newRow("422") << 422 << QByteArray(R"({"Mensagem":"Venda desconhecida"})") << Kind::NeedsPerson
                         << u"O Broker recusou a confirmação: Venda desconhecida"_s;
    QTest::newRow("404") << 404 << QByteArray("<html/>") << Kind::NeedsPerson
                         << u"O Broker recusou a confirmação (HTTP 404)."_s;
    QTest::newRow("301") << 301 << QByteArray() << Kind::Retry
                         << u"O Broker redireciona para outro endereço, o que não é seguido (HTTP 301)."_s;
    for (const int status : {408, 429, 500, 502, 503}) {
        QTest::addRow("%d", status) << status << QByteArray() << Kind::Retry
                                    << u"O Broker não está atendendo (HTTP %1)."_s.arg(status);
    }
}

void TestBrokerGateway::classifies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_peer->answerWith({{.status = status, .body = body}});
    const auto answer = gateway().confirm(confirmation, m_log);
    QVERIFY(answer);
    QTEST(answer->kind, "kind");
    QTEST(answer->message, "message");
    QCOMPARE(answer->httpStatus, status);
    QCOMPARE(m_peer->requests().size(), 1);
}

void TestBrokerGateway::retriesWithoutAnAnswer()
{
    m_peer->answerWith({{.fault = http::ServerResponse::Fault::CloseWithoutAnswer}});
    const auto closed = gateway().confirm(confirmation, m_log);
    QVERIFY(closed);
    QCOMPARE(closed->kind, Kind::Retry);
    QCOMPARE(closed->message, u"O Broker não deu uma resposta utilizável."_s);
    QCOMPARE(m_peer->requests().size(), 1);

    m_peer.reset();
    const auto absent = gateway().confirm(confirmation, m_log);
    QVERIFY(absent);
    QCOMPARE(absent->kind, Kind::Retry);
    QCOMPARE(absent->httpStatus, 0);
    QCOMPARE(absent->message, u"Não foi possível conectar ao Broker."_s);
}

void TestBrokerGateway::honoursRetryAfter()
{
    m_peer->answerWith({{.status = 429, .headers = {{"Retry-After", "90"}}}});
    QCOMPARE(gateway().confirm(confirmation, m_log)->retryAfter, std::chrono::seconds(90));
}

void TestBrokerGateway::masksTheToken()
{
    m_peer->answerWith({{.status = 400, .body = R"({"Mensagem":"tok-42"})"}});
    const auto answer = gateway().confirm(confirmation, m_log);
    QVERIFY(answer);
    QVERIFY(!rm::receivedText(m_log).contains(u"tok-42"_s));
    QVERIFY(!answer->message.contains(u"tok-42"_s));
}

void TestBrokerGateway::checksTheHealth()
{
    m_peer->answerWith({{.status = 200}, {.status = 401}});
    const auto answer = gateway().health(m_log);
    QVERIFY(answer);
    QCOMPARE(answer->kind, Kind::Delivered);
    QCOMPARE(answer->message, u"O Broker respondeu."_s);
    QCOMPARE(m_peer->requests().first().path, u"/health"_s);
    QCOMPARE(m_peer->requests().first().method, QByteArray("GET"));
    QCOMPARE(gateway().health(m_log)->kind, Kind::StopCredentials);
}

void TestBrokerGateway::passesACancelOn()
{
    m_cancel.cancel();
    const auto answer = gateway().confirm(confirmation, m_log);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    QVERIFY(m_peer->requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestBrokerGateway)
#include "tst_brokergateway.moc"
