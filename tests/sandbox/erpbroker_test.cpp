// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "rig.h"

#include <QJsonDocument>
#include <QNetworkInterface>
#include <QTest>

using namespace ponte;
using namespace ponte::sandbox;

/// The ERP, the Broker and the control.
class ErpBrokerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erpActivatesOnce();
    void erpTrustsItsCallers();
    void erpGivesTokens();
    void erpRefusesWhatIsWrong_data();
    void erpRefusesWhatIsWrong();
    void brokerTakesANoticeOnce();
    void brokerRefusesWhatIsWrong();
    void stateShowsWhatArrived();
    void resetForgets();
    void controlRefusesWhatIsWrong();
    void controlAnswersOnLoopbackOnly();

private:
    static QByteArray basic()
    {
        return http::basicAuthorization(QStringLiteral("integracao"), QStringLiteral("sandbox"));
    }
    static Result<http::Response> activate(Rig &rig, const QByteArray &body = activationBody(),
                                           const QByteArray &key = "3-LC0123456789abcdef",
                                           const QByteArray &authorization = basic())
    {
        return rig.send("POST", QStringLiteral("/erp/contratos/efetivacao"), body, jsonHeaders(authorization, key));
    }
    static Result<http::Response> notify(Rig &rig, const QByteArray &body = noticeBody(),
                                         const QByteArray &key = "3-LC-1-1",
                                         const QByteArray &authorization = "Bearer sandbox-token")
    {
        return rig.send("POST", QStringLiteral("/broker/matriculas/confirmacao"), body,
                        jsonHeaders(authorization, key));
    }
    static QJsonObject object(const Result<http::Response> &response)
    {
        return QJsonDocument::fromJson(response.value().body).object();
    }
};

void ErpBrokerTest::erpActivatesOnce()
{
    Rig rig;
    const QString query = QStringLiteral("/erp/contratos?codColigada=3&idPreContrato=LC0123456789abcdef");
    const http::Headers headers {{"Authorization", basic()}};
    const auto before = rig.send("GET", query, {}, headers);
    QCOMPARE(object(before),
             QJsonObject({{QStringLiteral("hasNext"), false}, {QStringLiteral("items"), QJsonArray()}}));
    const auto first = activate(rig);
    QCOMPARE(first.value().status, 201);
    const QJsonObject contract {{QStringLiteral("numeroContrato"), QStringLiteral("40000001")},
                                {QStringLiteral("situacao"), QStringLiteral("EFETIVADO")}};
    QCOMPARE(object(first), contract);
    const auto second = activate(rig);
    QCOMPARE(second.value().status, 409);
    QCOMPARE(object(second), contract);
    QCOMPARE(object(rig.send("GET", query, {}, headers)).value(u"items").toArray(), QJsonArray {contract});
    const QJsonObject erp = rig.sandbox.state().value(u"erp").toObject();
    QCOMPARE(erp.value(u"calls").toObject().value(u"efetivacao").toInt(), 2);
    QCOMPARE(erp.value(u"effects").toObject().value(u"efetivacao").toInt(), 1);
    QCOMPARE(erp.value(u"contracts").toArray().size(), 1);
}

void ErpBrokerTest::erpTrustsItsCallers()
{
    Rig rig;
    rig.addFault(R"({"deduplicate":false})");
    QCOMPARE(activate(rig).value().status, 201);
    QCOMPARE(activate(rig).value().status, 201);
    QCOMPARE(rig.sandbox.state().value(u"erp").toObject().value(u"contracts").toArray().size(), 2);
    rig.addFault(R"({"deduplicate":true})");
    QCOMPARE(activate(rig).value().status, 409);
}

void ErpBrokerTest::erpGivesTokens()
{
    Rig rig;
    const QString path = QStringLiteral("/erp/api/oauth2/v1/token");
    const http::Headers form {{"Content-Type", "application/x-www-form-urlencoded"}};
    const auto given = rig.send("POST", path, "grant_type=password&username=integracao&password=sandbox", form);
    const QJsonObject token = object(given);
    QVERIFY(token.value(u"expires_in").toInt() > 0);
    QCOMPARE(token.value(u"token_type").toString(), QStringLiteral("Bearer"));
    const QByteArray bearer = "Bearer " + token.value(u"access_token").toString().toLatin1();
    QCOMPARE(activate(rig, activationBody(), "3-LC0123456789abcdef", bearer).value().status, 201);
    QCOMPARE(activate(rig, activationBody(), "3-LC0123456789abcdef", "Bearer other").value().status, 401);
    const auto refreshed =
        rig.send("POST", path,
                 "grant_type=refresh_token&refresh_token=" + token.value(u"refresh_token").toString().toLatin1(), form);
    QVERIFY(object(refreshed).value(u"access_token").isString());
    const auto byQuery =
        rig.send("POST", path + QStringLiteral("?grant_type=password&username=integracao&password=sandbox"), {}, form);
    QVERIFY(object(byQuery).value(u"access_token").isString());
    const auto wrong = rig.send("POST", path, "grant_type=password&username=integracao&password=x", form);
    QCOMPARE(wrong.value().status, 401);
}

void ErpBrokerTest::erpRefusesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("status");
    const QByteArray key = "3-LC0123456789abcdef";
    QTest::newRow("no json") << QByteArray("{") << key << 400;
    QTest::newRow("no key") << activationBody() << QByteArray() << 400;
    QTest::newRow("other key") << activationBody() << QByteArray("3-LC-1-1") << 400;
    QTest::newRow("money as number") << activationBody().replace("\"1500.00\"", "1500.00") << key << 400;
    QTest::newRow("money with comma") << activationBody().replace("1500.00", "1500,00") << key << 400;
    QTest::newRow("no guardian") << activationBody().replace("codCfo", "outro") << key << 400;
    QTest::newRow("sound") << activationBody() << key << 201;
}

void ErpBrokerTest::erpRefusesWhatIsWrong()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, key);
    QFETCH(int, status);
    Rig rig;
    const auto response = activate(rig, body, key);
    QCOMPARE(response.value().status, status);
    if (status == 400) {
        for (const char *member : {"code", "message", "detailedMessage", "details"})
            QVERIFY2(object(response).contains(QLatin1String(member)), member);
    }
    QCOMPARE(activate(rig, body, key, {}).value().status, 401);
    QCOMPARE(rig.send("GET", QStringLiteral("/erp/health")).value().status, 401);
    QCOMPARE(rig.send("GET", QStringLiteral("/erp/health"), {}, {{"Authorization", basic()}}).value().status, 200);
    QCOMPARE(rig.send("GET", QStringLiteral("/erp/nada")).value().status, 404);
    const auto other = rig.send("GET", QStringLiteral("/erp/contratos/efetivacao"));
    QCOMPARE(other.value().status, 405);
    QCOMPARE(http::headerValue(other->headers, "Allow"), QByteArray("POST"));
}

void ErpBrokerTest::brokerTakesANoticeOnce()
{
    Rig rig;
    const auto first = notify(rig);
    QCOMPARE(first.value().status, 200);
    const auto second = notify(rig);
    QCOMPARE(second.value().status, 200);
    QCOMPARE(second->body, first->body);
    const QJsonObject broker = rig.sandbox.state().value(u"broker").toObject();
    QCOMPARE(broker.value(u"calls").toObject().value(u"confirmacao").toInt(), 2);
    QCOMPARE(broker.value(u"effects").toObject().value(u"confirmacao").toInt(), 1);
    const QJsonArray notices = broker.value(u"notices").toArray();
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().toObject().value(u"IdUnico").toString(), QStringLiteral("LC-1-1"));
    QCOMPARE(notices.first().toObject().value(u"idempotencyKey").toString(), QStringLiteral("3-LC-1-1"));
}

void ErpBrokerTest::brokerRefusesWhatIsWrong()
{
    Rig rig;
    QCOMPARE(notify(rig, noticeBody(), "3-LC-1-1", "Bearer other").value().status, 401);
    QCOMPARE(notify(rig, noticeBody(), "3-LC-1-1", {}).value().status, 401);
    QCOMPARE(notify(rig, noticeBody(), "LC-1-1").value().status, 400);
    QCOMPARE(notify(rig, noticeBody().replace("NumeroContrato", "Outro")).value().status, 400);
    QCOMPARE(rig.send("GET", QStringLiteral("/broker/health")).value().status, 401);
    QCOMPARE(rig.send("GET", QStringLiteral("/broker/health"), {}, {{"Authorization", "Bearer sandbox-token"}})
                 .value()
                 .status,
             200);
    QVERIFY(rig.sandbox.state().value(u"broker").toObject().value(u"notices").toArray().isEmpty());
}

void ErpBrokerTest::stateShowsWhatArrived()
{
    Rig rig;
    QVERIFY(rig.enrolInCourse());
    QCOMPARE(activate(rig).value().status, 201);
    const QJsonObject state = rig.control("GET", QStringLiteral("state"));
    const QJsonObject rm = state.value(u"rm").toObject();
    QCOMPARE(rm.value(u"calls").toObject().value(u"SaveRecord/FinCFODataBR").toInt(), 1);
    QStringList tables = rm.value(u"tables").toObject().keys();
    QCOMPARE(tables, QStringList({QStringLiteral("FCFO"), QStringLiteral("PPESSOA"), QStringLiteral("SALUNO"),
                                  QStringLiteral("SCONTRATO"), QStringLiteral("SHABILITACAOALUNO"),
                                  QStringLiteral("SMATRICPL"), QStringLiteral("SMATRICULA")}));
    const QJsonObject request = state.value(u"erp").toObject().value(u"requests").toArray().first().toObject();
    QCOMPARE(request.value(u"idempotencyKey").toString(), QStringLiteral("3-LC0123456789abcdef"));
    QCOMPARE(request.value(u"body").toObject().value(u"valorTotal").toString(), QStringLiteral("1500.00"));
    QCOMPARE(request.value(u"authorization").toString(), QStringLiteral("Basic"));
    QVERIFY(rig.control("GET", QStringLiteral("catalog")).value(u"STURMADISC").toArray().size() == 30);
}

void ErpBrokerTest::resetForgets()
{
    Setup setup;
    setup.faults = {QJsonObject {{QStringLiteral("system"), QStringLiteral("broker")}, {QStringLiteral("fault"), 500}}};
    Rig rig(setup);
    QVERIFY(rig.enrolInCourse());
    QCOMPARE(activate(rig).value().status, 201);
    rig.control("DELETE", QStringLiteral("faults"));
    QCOMPARE(notify(rig).value().status, 200);
    QCOMPARE(rig.control("POST", QStringLiteral("reset")).value(u"http").toInt(), 200);
    const QJsonObject state = rig.sandbox.state();
    QVERIFY(state.value(u"rm").toObject().value(u"calls").toObject().isEmpty());
    QVERIFY(state.value(u"erp").toObject().value(u"contracts").toArray().isEmpty());
    QVERIFY(state.value(u"broker").toObject().value(u"notices").toArray().isEmpty());
    // What the scenario asked for is there again, and the first numbers too.
    QCOMPARE(notify(rig).value().status, 500);
    QVERIFY(rig.enrolInCourse());
}

void ErpBrokerTest::controlRefusesWhatIsWrong()
{
    Rig rig;
    const auto status = [&](const QByteArray &body) {
        return rig.control("POST", QStringLiteral("faults"), body).value(u"http").toInt();
    };
    QCOMPARE(status("{"), 400);
    QCOMPARE(status(R"({"system":"sap","fault":"500"})"), 400);
    QCOMPARE(status(R"({"system":"erp","fault":"explode"})"), 400);
    QCOMPARE(status(R"({"system":"erp","fault":"500","times":0})"), 400);
    QCOMPARE(status(R"({"system":"erp","fault":"job"})"), 400);
    QCOMPARE(status(R"({"system":"erp","fault":"500","afterMs":-1})"), 400);
    QCOMPARE(rig.control("GET", QStringLiteral("faults")).value(u"faults").toArray().size(), 0);
    QCOMPARE(status(R"([{"system":"erp","fault":"500","times":2},{"system":"rm","fault":"401"}])"), 200);
    QCOMPARE(rig.control("GET", QStringLiteral("faults")).value(u"faults").toArray().size(), 2);
    QCOMPARE(rig.control("GET", QStringLiteral("nothing")).value(u"http").toInt(), 404);
}

void ErpBrokerTest::controlAnswersOnLoopbackOnly()
{
    Rig rig({}, QHostAddress::AnyIPv4);
    const QJsonObject whole = rig.control("GET", QStringLiteral("state"));
    QCOMPARE(whole.value(u"http").toInt(), 200);
    QJsonObject alone = rig.control("GET", QStringLiteral("state/broker"));
    QCOMPARE(alone.take(u"http").toInt(), 200);
    QCOMPARE(alone, whole.value(u"broker").toObject());
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (address.isLoopback() || address.protocol() != QAbstractSocket::IPv4Protocol)
            continue;
        http::Request request;
        request.url =
            QUrl(QStringLiteral("http://%1:%2/sandbox/state").arg(address.toString()).arg(rig.sandbox.port()));
        QCOMPARE(rig.client.send(request).value().status, 403);
        request.url.setPath(QStringLiteral("/erp/health"));
        QCOMPARE(rig.client.send(request).value().status, 401);
    }
}

QTEST_GUILESS_MAIN(ErpBrokerTest)
#include "erpbroker_test.moc"
