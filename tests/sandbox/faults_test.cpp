// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "rig.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>
#include <QThread>

using namespace ponte;
using namespace ponte::sandbox;

/// Every scripted misbehaviour at every system: what the caller sees, and whether the effect happened.
class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void misbehaves_data();
    void misbehaves();
    void rmMisbehaves_data();
    void rmMisbehaves();
    void everyOperationCanFail_data();
    void everyOperationCanFail();
    void hangsWithoutHoldingUpOthers();
    void matchesFields();
    void matchesRmElements();
    void countsDown();
    void waitsBeforeAnswering();

private:
    static Result<http::Response> activate(Rig &rig, int deadlineMs = 60'000)
    {
        return rig.send("POST", QStringLiteral("/erp/contratos/efetivacao"), activationBody(),
                        jsonHeaders(http::basicAuthorization(QStringLiteral("integracao"), QStringLiteral("sandbox")),
                                    "3-LC0123456789abcdef"),
                        deadlineMs);
    }
    static Result<http::Response> notify(Rig &rig, int deadlineMs = 60'000)
    {
        return rig.send("POST", QStringLiteral("/broker/matriculas/confirmacao"), noticeBody(),
                        jsonHeaders("Bearer sandbox-token", "3-LC-1-1"), deadlineMs);
    }
    static int effects(Rig &rig, const QString &system)
    {
        const QString list = system == u"erp" ? QStringLiteral("contracts") : QStringLiteral("notices");
        return int(rig.sandbox.state().value(system).toObject().value(list).toArray().size());
    }
};

/// 0 stands for a call without a usable answer.
static void addFaultRows(const QString &prefix)
{
    const auto row = [&](const char *fault, int status, bool effect) {
        QTest::newRow(qPrintable(prefix + QLatin1String(fault))) << prefix << QByteArray(fault) << status << effect;
    };
    row("refuse", 422, false);
    row("reject", 400, false);
    row("500", 500, false);
    row("503", 503, false);
    row("401", 401, false);
    row("malformed", 200, false);
    row("huge", 200, false);
    row("hang", 0, false);
    row("drop", 0, false);
    row("truncate", 0, true);
    row("unknown_outcome", 0, true);
}

void FaultsTest::misbehaves_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("effect");
    addFaultRows(QStringLiteral("erp"));
    addFaultRows(QStringLiteral("broker"));
}

void FaultsTest::misbehaves()
{
    QFETCH(QString, system);
    QFETCH(QByteArray, fault);
    QFETCH(int, status);
    QFETCH(bool, effect);
    Rig rig;
    rig.addFault("{\"system\":\"" + system.toLatin1() + "\",\"fault\":\"" + fault + "\",\"times\":1}");
    const int deadline = fault == "hang" ? 1500 : 60'000;
    const auto call = [&](int limit) { return system == u"erp" ? activate(rig, limit) : notify(rig, limit); };
    const Result<http::Response> response = call(deadline);
    QCOMPARE(response ? response->status : 0, status);
    if (!response)
        QCOMPARE(response.error().code, ErrorCode::OutcomeUnknown);
    if (fault == "503")
        QCOMPARE(http::headerValue(response->headers, "Retry-After"), QByteArray("1"));
    if (fault == "malformed")
        QVERIFY(QJsonDocument::fromJson(response->body).isNull());
    if (fault == "huge")
        QVERIFY(response->body.size() > 4 * 1024 * 1024);
    QCOMPARE(effects(rig, system), effect ? 1 : 0);
    // Afterwards the system is well again.
    QVERIFY(call(60'000).has_value());
    QCOMPARE(effects(rig, system), 1);
}

void FaultsTest::rmMisbehaves_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<bool>("effect");
    QTest::newRow("refuse") << QByteArray("refuse") << 200 << QByteArray("Violação de chave estrangeira") << false;
    QTest::newRow("reject") << QByteArray("reject") << 500 << QByteArray("<s:Fault>") << false;
    QTest::newRow("fault200") << QByteArray("fault200") << 200 << QByteArray("<s:Fault>") << false;
    QTest::newRow("500") << QByteArray("500") << 500 << QByteArray("<html>") << false;
    QTest::newRow("503") << QByteArray("503") << 503 << QByteArray("<html>") << false;
    QTest::newRow("401") << QByteArray("401") << 401 << QByteArray() << false;
    QTest::newRow("malformed") << QByteArray("malformed") << 200 << QByteArray("<s:Body><") << false;
    QTest::newRow("huge") << QByteArray("huge") << 200 << QByteArray("xxxx") << false;
    QTest::newRow("drop") << QByteArray("drop") << 0 << QByteArray() << false;
    QTest::newRow("truncate") << QByteArray("truncate") << 0 << QByteArray() << true;
    QTest::newRow("unknown") << QByteArray("unknown_outcome") << 0 << QByteArray() << true;
    QTest::newRow("slow") << QByteArray("slow") << 200 << QByteArray("26620") << true;
}

void FaultsTest::rmMisbehaves()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, status);
    QFETCH(QByteArray, part);
    QFETCH(bool, effect);
    Rig rig;
    rig.addFault("{\"system\":\"rm\",\"operation\":\"SaveRecord/RhuPessoaData\",\"fault\":\"" + fault
                 + "\",\"times\":1,\"afterMs\":50}");
    const Pairs parameters {
        {QStringLiteral("DataServerName"), QStringLiteral("RhuPessoaData")},
        {QStringLiteral("XML"),
         QStringLiteral(
             "<RhuPessoa><PPessoa><CODIGO>0</CODIGO><NOME>A</NOME><DTNASCIMENTO>2001-05-17</DTNASCIMENTO>"
             "<ESTADONATAL>PR</ESTADONATAL><NATURALIDADE>X</NATURALIDADE><CEP>80530902</CEP></PPessoa></RhuPessoa>")},
        {QStringLiteral("Contexto"), Rig::senai()}};
    const auto response = rig.soap(QStringLiteral("SaveRecord"), parameters);
    QCOMPARE(response ? response->status : 0, status);
    if (response)
        QVERIFY2(response->body.contains(part), response->body.left(500).constData());
    QCOMPARE(rig.rows(QStringLiteral("PPESSOA")).size(), effect ? 1 : 0);
    if (fault == "huge")
        QVERIFY(response->body.size() > 20 * 1024 * 1024);
    // A scripted 401 is no wrong password, so it locks nobody.
    QVERIFY(rig.text(QStringLiteral("SaveRecord"), parameters).startsWith(u"2662"));
}

void FaultsTest::everyOperationCanFail_data()
{
    QTest::addColumn<QByteArray>("system");
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *system, const char *operation, const char *method, const char *path) {
        QTest::newRow(operation) << QByteArray(system) << QByteArray(operation) << QByteArray(method)
                                 << QString::fromLatin1(path);
    };
    row("erp", "efetivacao", "POST", "/erp/contratos/efetivacao");
    row("erp", "consulta", "GET", "/erp/contratos?codColigada=3&idPreContrato=X");
    row("erp", "token", "POST", "/erp/api/oauth2/v1/token");
    row("erp", "health", "GET", "/erp/health");
    row("broker", "confirmacao", "POST", "/broker/matriculas/confirmacao");
    row("broker", "health", "GET", "/broker/health");
    for (const char *name :
         {"ReadView", "ReadRecord", "SaveRecord", "DeleteRecordByKey", "GetSchema", "IsValidDataServer"})
        row("rm", name, "SOAP", "IwsDataServer");
    row("rm", "AutenticaAcesso", "SOAP", "IwsBase");
    row("rm", "CheckServiceActivity", "SOAP", "IRMSServer");
}

void FaultsTest::everyOperationCanFail()
{
    QFETCH(QByteArray, system);
    QFETCH(QByteArray, operation);
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    Rig rig;
    rig.addFault("{\"system\":\"" + system + "\",\"operation\":\"" + operation
                 + "\",\"fault\":\"503\",\"retryAfter\":7}");
    Result<http::Response> response;
    if (method == "SOAP") {
        Rig::SoapOptions options;
        options.port = path;
        response = rig.soap(QString::fromLatin1(operation), {}, options);
    } else {
        response = rig.send(method, path, method == "POST" ? QByteArray("{}") : QByteArray(),
                            jsonHeaders("Bearer sandbox-token", "k"));
    }
    QCOMPARE(response.value().status, 503);
    QCOMPARE(http::headerValue(response->headers, "Retry-After"), QByteArray("7"));
}

void FaultsTest::hangsWithoutHoldingUpOthers()
{
    Rig rig;
    rig.addFault(R"({"system":"erp","fault":"hang","times":2})");
    const auto hang = [&rig] {
        http::Client other;
        http::Request request;
        request.method = "POST";
        request.url = QUrl(QStringLiteral("http://127.0.0.1:%1/erp/contratos/efetivacao").arg(rig.sandbox.port()));
        request.body = activationBody();
        request.deadline = std::chrono::seconds(30);
        QVERIFY(!other.send(request).has_value());
    };
    const std::unique_ptr<QThread> waiting(QThread::create(hang));
    waiting->start();
    QTRY_COMPARE(rig.control("GET", QStringLiteral("faults"))
                     .value(u"faults")
                     .toArray()
                     .first()
                     .toObject()
                     .value(u"times")
                     .toInt(),
                 1);
    QCOMPARE(notify(rig).value().status, 200);
    QVERIFY(!waiting->isFinished());
    // The reset lets the hanging caller go.
    rig.control("POST", QStringLiteral("reset"));
    QVERIFY(waiting->wait(20'000));
}

void FaultsTest::matchesFields()
{
    Rig rig;
    rig.addFault(
        R"({"system":"erp","operation":"efetivacao","match":{"codColigada":3,"idVenda":"LC-1-2"},"fault":"refuse"})");
    QCOMPARE(activate(rig).value().status, 201);
    rig.addFault(
        R"({"system":"erp","operation":"efetivacao","match":{"codColigada":3,"idVenda":"LC-1-1"},"fault":"refuse",
                     "message":"Crédito recusado"})");
    const auto refused = activate(rig);
    QCOMPARE(refused.value().status, 422);
    QCOMPARE(QJsonDocument::fromJson(refused->body).object().value(u"message").toString(),
             QStringLiteral("Crédito recusado"));
    rig.addFault(R"({"system":"erp","operation":"consulta","match":{"idPreContrato":"X"},"fault":"500"})");
    const http::Headers headers {
        {"Authorization", http::basicAuthorization(QStringLiteral("integracao"), QStringLiteral("sandbox"))}};
    QCOMPARE(
        rig.send("GET", QStringLiteral("/erp/contratos?codColigada=3&idPreContrato=Y"), {}, headers).value().status,
        200);
    QCOMPARE(
        rig.send("GET", QStringLiteral("/erp/contratos?codColigada=3&idPreContrato=X"), {}, headers).value().status,
        500);
}

void FaultsTest::matchesRmElements()
{
    Rig rig;
    rig.addFault(R"({"system":"rm","operation":"SaveRecord","match":{"CGCCFO":"39053344705"},"fault":"refuse",
                     "message":"Cliente bloqueado"})");
    const auto save = [&](const char *document) {
        return rig.save(QStringLiteral("FinCFODataBR"), QStringLiteral("FinCFOBR"), QStringLiteral("FCFO"),
                        {{QStringLiteral("CODCOLIGADA"), QStringLiteral("3")},
                         {QStringLiteral("CODCFO"), QStringLiteral("0")},
                         {QStringLiteral("NOME"), QStringLiteral("A")},
                         {QStringLiteral("NOMEFANTASIA"), QStringLiteral("A")},
                         {QStringLiteral("PAGREC"), QStringLiteral("1")},
                         {QStringLiteral("ATIVO"), QStringLiteral("1")},
                         {QStringLiteral("PESSOAFISOUJUR"), QStringLiteral("F")},
                         {QStringLiteral("CGCCFO"), QLatin1String(document)}});
    };
    QCOMPARE(save("11144477735"), QStringLiteral("3;000123"));
    QCOMPARE(save("39053344705"), QStringLiteral("Cliente bloqueado"));
    rig.addFault(R"({"system":"rm","match":{"DataServerName":"GlbColigadaData"},"fault":"reject"})");
    QVERIFY(
        rig.view(QStringLiteral("GlbColigadaData"), QStringLiteral("1=1")).startsWith(u"FAULT: Usuário sem permissão"));
    QVERIFY(rig.view(QStringLiteral("GlbUsuarioData"), QStringLiteral("1=1")).contains(u"lojaclick"));
}

void FaultsTest::countsDown()
{
    Rig rig;
    rig.addFault(R"([{"system":"erp","fault":"503","times":2},{"system":"erp","fault":"500","times":1}])");
    QCOMPARE(activate(rig).value().status, 503);
    QCOMPARE(activate(rig).value().status, 503);
    QCOMPARE(activate(rig).value().status, 500);
    QCOMPARE(activate(rig).value().status, 201);
    const QJsonObject erp = rig.sandbox.state().value(u"erp").toObject();
    QCOMPARE(erp.value(u"calls").toObject().value(u"efetivacao").toInt(), 4);
    QCOMPARE(erp.value(u"effects").toObject().value(u"efetivacao").toInt(), 1);
}

void FaultsTest::waitsBeforeAnswering()
{
    Rig rig;
    rig.addFault(R"({"system":"erp","fault":"slow","times":1,"afterMs":400})");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(activate(rig).value().status, 201);
    QVERIFY(timer.elapsed() >= 400);
    rig.addFault(R"({"system":"broker","fault":"500","times":1,"afterMs":300})");
    timer.restart();
    QCOMPARE(notify(rig).value().status, 500);
    QVERIFY(timer.elapsed() >= 300);
    rig.addFault(R"({"system":"broker","fault":"hang","times":1,"afterMs":200})");
    timer.restart();
    QVERIFY(!notify(rig).has_value());
    QVERIFY(timer.elapsed() >= 200 && timer.elapsed() < 30'000);
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "faults_test.moc"
