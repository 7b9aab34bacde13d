// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/soap.h"

#include <QTest>

using namespace ponte;
using namespace ponte::rm;
using namespace Qt::StringLiterals;

namespace {

const SoapOperation readView {u"wsDataServer"_s,
                              u"IwsDataServer"_s,
                              u"ReadView"_s,
                              {{u"DataServerName"_s, u"EduTurmaData"_s},
                               {u"Filtro"_s, u"STURMA.NOME='Ação & <Saúde>'"_s},
                               {u"Contexto"_s, u"CODCOLIGADA=3;CODSISTEMA=S"_s}}};

QByteArray reply(const QByteArray &body)
{
    return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" + body
           + "</s:Body></s:Envelope>";
}

QByteArray saveReply(const QByteArray &result)
{
    return reply("<SaveRecordResponse xmlns=\"http://www.totvs.com/\">" + result + "</SaveRecordResponse>");
}

} // namespace

class TestSoap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheEnvelope();
    void writesAnOperationWithoutParameters();
    void readsAResult_data();
    void readsAResult();
    void readsAFault();
    void refusesWhatIsNoEnvelope_data();
    void refusesWhatIsNoEnvelope();
};

void TestSoap::writesTheEnvelope()
{
    QCOMPARE(readView.path(), u"/wsDataServer/IwsDataServer"_s);
    QCOMPARE(readView.action(), QByteArray("\"http://www.totvs.com/IwsDataServer/ReadView\""));
    QCOMPARE(QString::fromUtf8(readView.envelope()),
             u"<?xml version=\"1.0\" encoding=\"utf-8\"?>"
             "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
             "<ReadView xmlns=\"http://www.totvs.com/\"><DataServerName>EduTurmaData</DataServerName>"
             "<Filtro>STURMA.NOME=&apos;Ação &amp; &lt;Saúde&gt;&apos;</Filtro>"
             "<Contexto>CODCOLIGADA=3;CODSISTEMA=S</Contexto></ReadView></s:Body></s:Envelope>"_s);
}

void TestSoap::writesAnOperationWithoutParameters()
{
    const SoapOperation login {u"wsDataServer"_s, u"IwsBase"_s, u"AutenticaAcesso"_s};
    QCOMPARE(login.action(), QByteArray("\"http://www.totvs.com/IwsBase/AutenticaAcesso\""));
    QVERIFY(login.envelope().contains("<AutenticaAcesso xmlns=\"http://www.totvs.com/\"></AutenticaAcesso>"));
}

void TestSoap::readsAResult_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("result");
    QTest::newRow("key") << saveReply("<SaveRecordResult>3;00878180</SaveRecordResult>") << u"3;00878180"_s;
    QTest::newRow("escaped XML") << saveReply(
        "<SaveRecordResult>&lt;NewDataSet&gt;&#xD;\n  &lt;A/&gt;&lt;/NewDataSet&gt;"
        "</SaveRecordResult>") << u"<NewDataSet>\r\n  <A/></NewDataSet>"_s;
    QTest::newRow("CDATA") << saveReply(
        "<SaveRecordResult><![CDATA[<NewDataSet><A/></NewDataSet>]]></SaveRecordResult>")
                           << u"<NewDataSet><A/></NewDataSet>"_s;
    QTest::newRow("self-closed") << saveReply("<SaveRecordResult/>") << QString();
    QTest::newRow("nil") << saveReply(
        "<SaveRecordResult i:nil=\"true\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"/>")
                         << QString();
    QTest::newRow("another name") << saveReply("<SaveRecordAuthResult>1</SaveRecordAuthResult>") << u"1"_s;
    QTest::newRow("the word Fault in a result")
        << saveReply("<SaveRecordResult>Fault &lt;Fault/&gt;</SaveRecordResult>") << u"Fault <Fault/>"_s;
}

void TestSoap::readsAResult()
{
    QFETCH(QByteArray, body);
    const auto read = readSoapReply(body);
    QVERIFY(read);
    QVERIFY(!read->isFault);
    QVERIFY(read->hasResult);
    QTEST(read->result, "result");
}

void TestSoap::readsAFault()
{
    const auto read = readSoapReply(reply("<s:Fault><faultcode>s:Client</faultcode><faultstring xml:lang=\"pt-BR\">"
                                          "Classe não encontrada: EduNadaData</faultstring><detail><x:Trace "
                                          "xmlns:x=\"urn:x\">   at RM.Lib.X()</x:Trace></detail></s:Fault>"));
    QVERIFY(read);
    QVERIFY(read->isFault);
    QVERIFY(!read->hasResult);
    QCOMPARE(read->faultText, u"Classe não encontrada: EduNadaData\nat RM.Lib.X()"_s);
}

void TestSoap::refusesWhatIsNoEnvelope_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("page") << QByteArray("<html><body><p>Service unavailable</p></body></html>");
    QTest::newRow("truncated") << saveReply("<SaveRecordResult>3;0087").left(180);
    QTest::newRow("entities") << QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]>")
                                     + saveReply("<SaveRecordResult>&b;</SaveRecordResult>");
}

void TestSoap::refusesWhatIsNoEnvelope()
{
    QFETCH(QByteArray, body);
    QVERIFY(!readSoapReply(body));
}

QTEST_GUILESS_MAIN(TestSoap)
#include "tst_soap.moc"
