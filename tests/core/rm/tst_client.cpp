// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/xml.h"
#include "core/rm/client.h"
#include "core/rm/processxml.h"
#include "tests/core/rm/scriptedpeer.h"

#include <QTest>

using namespace ponte;
using namespace ponte::rm;
using namespace Qt::StringLiterals;

namespace {

const Context context {CompanyId(3), BranchId(3016), LevelId(1), u"lojaclick"_s};

QByteArray envelope(const QString &body)
{
    return (u"<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"_s + body
            + u"</s:Body></s:Envelope>")
        .toUtf8();
}

http::ServerResponse result(const QString &operation, const QString &text)
{
    return {.body = envelope(u"<%1Response xmlns=\"http://www.totvs.com/\"><%1Result>%2</%1Result></%1Response>"_s.arg(
                operation, xml::escaped(text))),
            .contentType = "text/xml; charset=utf-8"};
}

http::ServerResponse fault(int status, const QString &text)
{
    return {.status = status,
            .body = envelope(u"<s:Fault><faultcode>s:Client</faultcode><faultstring xml:lang=\"pt-BR\">"_s
                             + xml::escaped(text) + u"</faultstring></s:Fault>")};
}

const QString guardianXml = u"<FinCFOBR><FCFO><NOME>José D'Ávila & Filhos</NOME></FCFO></FinCFOBR>"_s;

} // namespace

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsTheExactRequest();
    void encodesCredentialsAsLatin1WhereAsked();
    void standsBelowAPath();
    void readsAView();
    void readsAnEmptyRecord();
    void takesAnEmptyResultForNoRows();
    void savesARecord();
    void refusesATextInsteadOfAKey();
    void runsAProcess_data();
    void runsAProcess();
    void sortsFailures_data();
    void sortsFailures();
    void sendsAWriteOnce();
    void tellsUnreachableFromUnknown();
    void doesNothingWhenCancelled();
    void passesOnWhatTheSenderHoldsBack();
    void masksThePassword();
    void keepsALongAnswerShort();
    void walksTwentyMegabytes();
    void authenticates();
    void checksTheService();

private:
    Client client() { return Client(m_http, m_connection); }
    Result<QStringList> save()
    {
        return client().saveRecord("rm.guardian.save", u"FinCFODataBR"_s, guardianXml, context,
                                   KeyShape().known(u"3"_s).newCode(), m_log);
    }

    std::unique_ptr<ScriptedPeer> m_peer;
    http::Client m_http;
    Connection m_connection;
    ExchangeLog m_log;
};

void TestClient::init()
{
    m_peer = std::make_unique<ScriptedPeer>();
    m_connection = {.url = m_peer->url(), .user = u"integração"_s, .password = u"segredo42"_s};
    m_log.clear();
}

void TestClient::cleanup()
{
    m_peer.reset();
}

void TestClient::sendsTheExactRequest()
{
    m_peer->answerWith({result(u"SaveRecord"_s, u"3;000123"_s)});
    QVERIFY(save());
    QCOMPARE(m_peer->requests().size(), 1);
    const auto request = m_peer->requests().first();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, u"/wsDataServer/IwsDataServer"_s);
    QCOMPARE(request.headers.value("content-type"), QByteArray("text/xml; charset=utf-8"));
    QCOMPARE(request.headers.value("soapaction"), QByteArray("\"http://www.totvs.com/IwsDataServer/SaveRecord\""));
    QCOMPARE(request.headers.value("authorization"), "Basic " + u"integração:segredo42"_s.toUtf8().toBase64());
    QCOMPARE(
        QString::fromUtf8(request.body),
        u"<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
        "<SaveRecord xmlns=\"http://www.totvs.com/\"><DataServerName>FinCFODataBR</DataServerName>"
        "<XML>&lt;FinCFOBR&gt;&lt;FCFO&gt;&lt;NOME&gt;José D&apos;Ávila &amp; Filhos&lt;/NOME&gt;&lt;/FCFO&gt;&lt;/FinCFOBR&gt;"
        "</XML><Contexto>CODCOLIGADA=3;CODFILIAL=3016;CODTIPOCURSO=1;CODSISTEMA=S;CODUSUARIO=lojaclick</Contexto>"
        "</SaveRecord></s:Body></s:Envelope>"_s);
}

void TestClient::encodesCredentialsAsLatin1WhereAsked()
{
    m_connection.latin1Credentials = true;
    m_peer->answerWith({result(u"SaveRecord"_s, u"3;000123"_s)});
    QVERIFY(save());
    QCOMPARE(m_peer->requests().first().headers.value("authorization"),
             "Basic " + u"integração:segredo42"_s.toLatin1().toBase64());
}

void TestClient::standsBelowAPath()
{
    m_connection.url.setPath(u"/rm/"_s);
    m_peer->answerWith({result(u"ExecuteWithXmlParams"_s, u"1"_s)});
    QVERIFY(client().executeProcess("rm.term.enroll", enrollmentProcess, u"<a/>"_s, m_log));
    QCOMPARE(m_peer->requests().first().path, u"/rm/wsProcess/IwsProcess"_s);
    QCOMPARE(m_peer->requests().first().headers.value("soapaction"),
             QByteArray("\"http://www.totvs.com/IwsProcess/ExecuteWithXmlParams\""));
}

void TestClient::readsAView()
{
    m_peer->answerWith(
        {result(u"ReadView"_s, u"<NewDataSet>\r\n  <SStatus>\r\n    <CODSTATUS>10</CODSTATUS>\r\n    "
                               "<DESCRICAO>Pré Matriculado</DESCRICAO>\r\n  </SStatus>\r\n</NewDataSet>"_s)});
    const auto set =
        client().readView("rm.lookup.statuses", u"EduStatusData"_s, u"SSTATUS.CODCOLIGADA=3"_s, context, m_log);
    QVERIFY(set);
    QCOMPARE(set->first(u"SSTATUS")->value(u"DESCRICAO"_s), u"Pré Matriculado"_s);
    QCOMPARE(m_log.size(), 1);
    QCOMPARE(m_log.first().operation, u"ReadView EduStatusData"_s);
    QCOMPARE(m_log.first().sent, u"Filtro: SSTATUS.CODCOLIGADA=3\nContexto: "_s + context.toText());
    QVERIFY(m_log.first().received.startsWith(u"<NewDataSet>"_s));
    QCOMPARE(m_log.first().httpStatus, 200);
}

void TestClient::readsAnEmptyRecord()
{
    m_peer->answerWith({result(u"ReadRecord"_s, u"<EduAluno />"_s)});
    const auto set = client().readRecord("rm.student.read", u"EduAlunoData"_s, u"3;00878180"_s, context, m_log);
    QVERIFY(set);
    QVERIFY(set->isEmpty());
    QVERIFY(m_peer->requests().first().body.contains("<PrimaryKey>3;00878180</PrimaryKey>"));
}

void TestClient::takesAnEmptyResultForNoRows()
{
    m_peer->answerWith({{.body = envelope(u"<ReadViewResponse><ReadViewResult/></ReadViewResponse>"_s)}});
    const auto set = client().readView("x", u"EduStatusData"_s, u"1=1"_s, context, m_log);
    QVERIFY(set);
    QVERIFY(set->isEmpty());
}

void TestClient::savesARecord()
{
    m_peer->answerWith({result(u"SaveRecord"_s, u"3;000123"_s)});
    const auto key = save();
    QVERIFY(key);
    QCOMPARE(*key, (QStringList {u"3"_s, u"000123"_s}));
    QCOMPARE(m_log.first().received, u"3;000123"_s);
    QCOMPARE(m_log.first().sent, guardianXml + u"\nContexto: "_s + context.toText());
}

void TestClient::refusesATextInsteadOfAKey()
{
    const QString text =
        u"Violação de chave estrangeira\r\n=======================================\r\n   at RM.A.B()\r\n"
        "=======================================\r\nINSERT INTO FCFO"_s;
    m_peer->answerWith({result(u"SaveRecord"_s, text)});
    const auto key = save();
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::Refused);
    QCOMPARE(key.error().message, u"Violação de chave estrangeira"_s);
    QCOMPARE(key.error().detail, text);
    QCOMPARE(m_log.first().received, text);
}

void TestClient::runsAProcess_data()
{
    using Kind = ProcessAnswer::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("job");
    QTest::newRow("done") << u"1"_s << int(Kind::Done) << QString();
    QTest::newRow("job") << u" 900472\r\n"_s << int(Kind::Job) << u"900472"_s;
    QTest::newRow("job in a text") << u"Processo enviado. Id do Job:900472 ExecId:1"_s << int(Kind::Job) << u"900472"_s;
    QTest::newRow("already") << u"O aluno já está cursando a disciplina"_s << int(Kind::Text) << QString();
    QTest::newRow("refusal") << u"Existem débitos anteriores para o sacado"_s << int(Kind::Text) << QString();
    QTest::newRow("zero") << u"0"_s << int(Kind::Text) << QString();
    QTest::newRow("nothing") << QString() << int(Kind::Text) << QString();
}

void TestClient::runsAProcess()
{
    QFETCH(QString, text);
    m_peer->answerWith({result(u"ExecuteWithXmlParams"_s, text)});
    const auto answer =
        client().executeProcess("rm.term.enroll", enrollmentProcess, u"<EduMatriculaParamsProc/>"_s, m_log);
    QVERIFY(answer);
    QTEST(int(answer->kind), "kind");
    QTEST(answer->job, "job");
    QCOMPARE(m_log.first().sent, u"<EduMatriculaParamsProc/>"_s);
    QVERIFY(m_peer->requests().first().body.contains("<ProcessServerName>EduMatriculaProcData</ProcessServerName>"
                                                     "<strXmlParams>&lt;EduMatriculaParamsProc/&gt;</strXmlParams>"));
}

void TestClient::sortsFailures_data()
{
    QTest::addColumn<http::ServerResponse>("response");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    const QString unknownClass = u"Classe não encontrada: FinNada"_s;
    const QString noLicence = u"O SGE está sem licenças livres neste momento (Excedeu o número de licenças)."_s;
    const QString unreadable = u"A resposta do SGE não pôde ser lida; a operação pode ter sido feita."_s;
    QTest::newRow("fault 500") << fault(500, unknownClass) << ErrorCode::Refused << unknownClass;
    QTest::newRow("fault 200") << fault(200, unknownClass + u"\r\n   at RM.Lib.Get()") << ErrorCode::Refused
                               << unknownClass;
    QTest::newRow("wrong password") << http::ServerResponse {.status = 401} << ErrorCode::Unauthorized
                                    << u"O SGE recusou o usuário ou a senha da integração."_s;
    QTest::newRow("forbidden") << http::ServerResponse {.status = 403} << ErrorCode::Refused
                               << u"O SGE recusou a chamada (HTTP 403)."_s;
    QTest::newRow("locked user") << fault(500, u"Usuário bloqueado por excesso de tentativas."_s)
                                 << ErrorCode::Unauthorized << u"O SGE recusou o usuário ou a senha da integração."_s;
    QTest::newRow("no right") << fault(500, u"Usuário sem permissão para executar o DataServer informado."_s)
                              << ErrorCode::Refused << u"Usuário sem permissão para executar o DataServer informado."_s;
    QTest::newRow("no licence in a fault")
        << fault(500, u"Excedeu o número de licenças."_s) << ErrorCode::Unreachable << noLicence;
    QTest::newRow("no licence in a result")
        << result(u"SaveRecord"_s, u"Excedeu o número de licenças"_s) << ErrorCode::Unreachable << noLicence;
    QTest::newRow("503") << http::ServerResponse {.status = 503, .body = "busy"} << ErrorCode::Unreachable
                         << u"O SGE não está atendendo neste momento (HTTP 503)."_s;
    QTest::newRow("short SOAPAction")
        << http::ServerResponse {.status = 202} << ErrorCode::Internal
        << u"O SGE não reconheceu o cabeçalho SOAPAction da chamada (HTTP 202 sem conteúdo)."_s;
    QTest::newRow("page of a proxy") << http::ServerResponse {.status = 502, .body = "<html>bad gateway</html>"}
                                     << ErrorCode::OutcomeUnknown
                                     << u"O SGE falhou sem dizer o resultado da operação (HTTP 502)."_s;
    QTest::newRow("redirect") << http::ServerResponse {.status = 302, .headers = {{"Location", "http://x/"}}}
                              << ErrorCode::Refused
                              << u"O SGE redireciona para outro endereço, o que não é seguido (HTTP 302)."_s;
    QTest::newRow("no XML") << http::ServerResponse {.body = "hello"} << ErrorCode::OutcomeUnknown << unreadable;
    QTest::newRow("empty 200") << http::ServerResponse {} << ErrorCode::OutcomeUnknown << unreadable;
    QTest::newRow("no result") << http::ServerResponse {.body = envelope(u"<SaveRecordResponse/>"_s)}
                               << ErrorCode::OutcomeUnknown << unreadable;
}

void TestClient::sortsFailures()
{
    QFETCH(http::ServerResponse, response);
    m_peer->answerWith({response});
    const auto key = save();
    QVERIFY(!key);
    QTEST(key.error().code, "code");
    QTEST(key.error().message, "message");
    QCOMPARE(m_peer->requests().size(), 1);
    QCOMPARE(m_log.size(), 1);
    QCOMPARE(m_log.first().httpStatus, response.status);
}

void TestClient::sendsAWriteOnce()
{
    m_peer->answerWith({{.fault = http::ServerResponse::Fault::CloseWithoutAnswer}});
    const auto key = save();
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::OutcomeUnknown);
    QCOMPARE(m_peer->requests().size(), 1);
    QCOMPARE(m_log.first().received, QString());
}

void TestClient::tellsUnreachableFromUnknown()
{
    m_peer->answerWith({{.body = QByteArray(1000, 'x'), .fault = http::ServerResponse::Fault::CutInBody}});
    QCOMPARE(save().error().code, ErrorCode::OutcomeUnknown);

    m_peer.reset();
    const auto key = save();
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::Unreachable);
    QVERIFY(key.error().message.startsWith(u"Não foi possível conectar ao SGE em 127.0.0.1:"_s));
    QCOMPARE(m_log.last().httpStatus, 0);
}

void TestClient::doesNothingWhenCancelled()
{
    CancelToken cancel;
    cancel.cancel();
    Client cancelled(m_http, m_connection, cancel);
    const auto answer = cancelled.executeProcess("rm.term.enroll", enrollmentProcess, u"<a/>"_s, m_log);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    QVERIFY(m_peer->requests().isEmpty());
}

void TestClient::passesOnWhatTheSenderHoldsBack()
{
    struct Paused final : http::Sender {
        Result<http::Response> send(const http::Request &, const CancelToken &) override
        {
            return failure(ErrorCode::Unreachable, u"em pausa"_s, {}, u"rm"_s);
        }
    } paused;
    Client held(paused, m_connection);
    const auto set = held.readView("x", u"EduStatusData"_s, u"1=1"_s, context, m_log);
    QVERIFY(!set);
    QCOMPARE(set.error().message, u"em pausa"_s);
    QVERIFY(m_log.isEmpty());
}

void TestClient::masksThePassword()
{
    m_peer->answerWith({fault(500, u"Falha: Basic aW50ZWdyYWNhbw== senha=segredo42"_s)});
    const auto key = save();
    QVERIFY(!key);
    const QString all = key.error().message + key.error().detail + receivedText(m_log) + sentText(m_log);
    QVERIFY2(!all.contains(u"segredo42"_s), qUtf8Printable(all));
}

void TestClient::keepsALongAnswerShort()
{
    QString rows;
    for (int i = 0; i < 40'000; ++i)
        rows += u"<GUSUARIO><CODUSUARIO>%1</CODUSUARIO><NOME>Ação &amp; Cia</NOME></GUSUARIO>\r\n"_s.arg(i);
    m_peer->answerWith({result(u"ReadView"_s, u"<NewDataSet>"_s + rows + u"</NewDataSet>")});
    const auto set = client().readView("rm.lookup.users", u"GlbUsuarioData"_s, u"1=1"_s, context, m_log);
    QVERIFY(set);
    QCOMPARE(set->rows.size(), 40'000);
    QCOMPARE(set->rows.last().value(u"NOME"_s), u"Ação & Cia"_s);
    QVERIFY(m_log.first().received.size() < 1'100'000);
    QVERIFY(m_log.first().received.endsWith(u" caracteres ao todo)"_s));
}

void TestClient::walksTwentyMegabytes()
{
    m_connection.readTimeout = std::chrono::minutes(5); // for slow builds
    QString rows;
    qsizetype count = 0;
    while (rows.size() < 20 * 1024 * 1024)
        rows += u"<GUSUARIO><CODUSUARIO>%1</CODUSUARIO><NOME>Ação &amp; Cia</NOME></GUSUARIO>\r\n"_s.arg(++count);
    m_peer->answerWith({result(u"ReadView"_s, u"<NewDataSet>"_s + rows + u"</NewDataSet>")});
    qsizetype seen = 0;
    const auto visit = [&seen](const Row &row) -> Result<> {
        seen += row.value(u"NOME"_s) == u"Ação & Cia" ? 1 : 0;
        return {};
    };
    QVERIFY(client().visitView("rm.lookup.users", u"GlbUsuarioData"_s, u"1=1"_s, context, visit, m_log));
    QCOMPARE(seen, count);
}

void TestClient::authenticates()
{
    m_peer->answerWith({result(u"AutenticaAcesso"_s, u"1"_s), {.status = 401}, result(u"AutenticaAcesso"_s, u"0"_s)});
    QVERIFY(client().authenticate("rm.test.login", m_log));
    QCOMPARE(m_peer->requests().first().path, u"/wsDataServer/IwsBase"_s);
    QCOMPARE(client().authenticate("rm.test.login", m_log).error().code, ErrorCode::Unauthorized);
    QCOMPARE(client().authenticate("rm.test.login", m_log).error().code, ErrorCode::Unauthorized);
}

void TestClient::checksTheService()
{
    m_peer->answerWith(
        {result(u"CheckServiceActivity"_s, u"true"_s), {.status = 401}, result(u"CheckServiceActivity"_s, u"false"_s)});
    QVERIFY(client().checkServiceActivity("rm.test.activity", m_log));
    QCOMPARE(m_peer->requests().first().path, u"/wsDataServer/IRMSServer"_s);
    QVERIFY(m_peer->requests().first().headers.contains("authorization"));
    QCOMPARE(client().checkServiceActivity("rm.test.activity", m_log).error().code, ErrorCode::Unauthorized);
    QVERIFY(!client().checkServiceActivity("rm.test.activity", m_log));
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
