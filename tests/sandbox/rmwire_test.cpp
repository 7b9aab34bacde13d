// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "rig.h"

#include <QTest>

using namespace ponte;
using namespace ponte::sandbox;

/// Addresses, SOAPAction, credentials and the forms of answers.
class RmWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesItsServices_data();
    void describesItsServices();
    void refusesPostsToTheDescription();
    void acceptsInSilenceWithoutFullAction_data();
    void acceptsInSilenceWithoutFullAction();
    void refusesActionsOfOtherPorts();
    void refusesOtherContentTypes();
    void locksAfterSixWrongPasswords();
    void readsPasswordsInBothEncodings();
    void answersItsBaseOperations();
    void skipsElementsOutOfOrder();
    void faultsAndEmptyAnswers();
    void readsWithEscapedLineEnds();
    void variesAnswersBySeed();
    void schemaTellsColumns();
    void sentences();
};

void RmWireTest::describesItsServices_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QByteArray>("operation");
    QTest::newRow("data") << QStringLiteral("wsDataServer")
                          << QByteArray("http://www.totvs.com/IwsDataServer/SaveRecord");
    QTest::newRow("sql") << QStringLiteral("wsConsultaSQL")
                         << QByteArray("http://www.totvs.com/IwsConsultaSQL/RealizarConsultaSQL");
    QTest::newRow("process") << QStringLiteral("wsProcess")
                             << QByteArray("http://www.totvs.com/IwsProcess/ExecuteWithXmlParams");
}

void RmWireTest::describesItsServices()
{
    QFETCH(QString, service);
    QFETCH(QByteArray, operation);
    Rig rig;
    const auto wsdl = rig.send("GET", u'/' + service + QStringLiteral("/MEX?wsdl"));
    QVERIFY(wsdl.has_value());
    QCOMPARE(wsdl->status, 200);
    QVERIFY(wsdl->body.contains(QByteArray("soapAction=\"" + operation + '"')));
    // The login belongs to one port alone.
    const QByteArray binding = "<wsdl:binding name=\"RM_Iws" + service.mid(2).toLatin1();
    const QByteArray own = wsdl->body.mid(wsdl->body.indexOf(binding));
    QVERIFY(!own.left(own.indexOf("</wsdl:binding>")).contains("AutenticaAcesso"));
    QVERIFY(wsdl->body.contains("IwsBase/AutenticaAcesso"));
    for (const char *name : {"xsd0", "xsd1", "xsd2", "xsd3"}) {
        const auto schema = rig.send("GET", u'/' + service + QStringLiteral("/mex?xsd=") + QLatin1String(name));
        QCOMPARE(schema.value().status, 200);
        // A schema has the namespace under which the description imports it.
        const QByteArray import = QByteArray(name) + "\" namespace=\"";
        const qsizetype at = wsdl->body.indexOf(import) + import.size();
        const QByteArray space = wsdl->body.mid(at, wsdl->body.indexOf('"', at) - at);
        QVERIFY(space.startsWith("http://"));
        QVERIFY(schema->body.contains(QByteArray("targetNamespace=\"" + space + '"')));
    }
    QCOMPARE(rig.send("GET", u'/' + service + QStringLiteral("/Nothing")).value().status, 404);
}

void RmWireTest::refusesPostsToTheDescription()
{
    Rig rig;
    QCOMPARE(rig.send("POST", QStringLiteral("/wsDataServer/MEX"), "<a/>").value().status, 404);
    QCOMPARE(rig.send("POST", QStringLiteral("/wsDataServer/MEX?wsdl"), "<a/>").value().status, 404);
}

void RmWireTest::acceptsInSilenceWithoutFullAction_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("empty") << QByteArray("\"\"");
    QTest::newRow("short") << QByteArray("\"ReadView\"");
    QTest::newRow("relative") << QByteArray("IwsDataServer/ReadView");
}

void RmWireTest::acceptsInSilenceWithoutFullAction()
{
    QFETCH(QByteArray, action);
    Rig rig;
    Rig::SoapOptions options;
    options.action = action;
    const auto response =
        rig.soap(QStringLiteral("ReadView"), {{QStringLiteral("DataServerName"), QStringLiteral("X")}}, options);
    QCOMPARE(response.value().status, 202);
    QVERIFY(response->body.isEmpty());
    const QJsonObject rm = rig.sandbox.state().value(u"rm").toObject();
    QCOMPARE(rm.value(u"violations").toObject().value(u"missingSoapAction").toInt(), 1);
    QVERIFY(rm.value(u"calls").toObject().isEmpty());
}

void RmWireTest::refusesActionsOfOtherPorts()
{
    Rig rig;
    Rig::SoapOptions options;
    options.contract = QStringLiteral("IwsBase");
    QVERIFY(rig.text(QStringLiteral("AutenticaAcesso"), {}, options).contains(u"ContractFilter mismatch"));
}

void RmWireTest::refusesOtherContentTypes()
{
    Rig rig;
    Rig::SoapOptions options;
    options.contentType = "application/soap+xml";
    QCOMPARE(rig.soap(QStringLiteral("ReadView"), {}, options).value().status, 415);
}

void RmWireTest::locksAfterSixWrongPasswords()
{
    Rig rig;
    Rig::SoapOptions wrong;
    wrong.authorization = http::basicAuthorization(QStringLiteral("integracao"), QStringLiteral("wrong"));
    wrong.port = QStringLiteral("IwsBase");
    Rig::SoapOptions right;
    right.port = QStringLiteral("IwsBase");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(rig.soap(QStringLiteral("AutenticaAcesso"), {}, wrong).value().status, 401);
    // A right password in between starts the count again.
    QCOMPARE(rig.text(QStringLiteral("AutenticaAcesso"), {}, right), QStringLiteral("1"));
    for (int i = 0; i < 6; ++i)
        QCOMPARE(rig.soap(QStringLiteral("AutenticaAcesso"), {}, wrong).value().status, 401);
    QCOMPARE(rig.soap(QStringLiteral("AutenticaAcesso"), {}, right).value().status, 401);
    rig.control("POST", QStringLiteral("reset"));
    QCOMPARE(rig.text(QStringLiteral("AutenticaAcesso"), {}, right), QStringLiteral("1"));
    right.authorization.clear();
    QCOMPARE(rig.soap(QStringLiteral("AutenticaAcesso"), {}, right).value().status, 401);
}

void RmWireTest::readsPasswordsInBothEncodings()
{
    Setup setup;
    setup.rm.users.insert(QStringLiteral("integração"), QStringLiteral("sénha: ç"));
    Rig rig(setup);
    for (const bool latin1 : {false, true}) {
        Rig::SoapOptions options;
        options.port = QStringLiteral("IwsBase");
        options.authorization =
            http::basicAuthorization(QStringLiteral("integração"), QStringLiteral("sénha: ç"), latin1);
        QCOMPARE(rig.text(QStringLiteral("AutenticaAcesso"), {}, options), QStringLiteral("1"));
    }
}

void RmWireTest::answersItsBaseOperations()
{
    Rig rig;
    for (const char *service : {"wsDataServer", "wsProcess", "wsConsultaSQL"}) {
        Rig::SoapOptions open;
        open.service = QLatin1String(service);
        open.port = QStringLiteral("IRMSServer");
        open.authorization.clear();
        QCOMPARE(rig.text(QStringLiteral("CheckServiceActivity"), {}, open), QStringLiteral("true"));
        Rig::SoapOptions base;
        base.service = QLatin1String(service);
        base.port = QStringLiteral("IwsBase");
        QCOMPARE(rig.text(QStringLiteral("AutenticaAcesso"), {}, base), QStringLiteral("1"));
    }
    const Pairs known {{QStringLiteral("DataServerName"), QStringLiteral("EduAlunoData")}};
    QCOMPARE(rig.text(QStringLiteral("IsValidDataServer"), known), QStringLiteral("true"));
    const Pairs unknown {{QStringLiteral("DataServerName"), QStringLiteral("EduNadaData")}};
    QCOMPARE(rig.text(QStringLiteral("IsValidDataServer"), unknown),
             QStringLiteral("FAULT: Classe não encontrada: EduNadaData"));
}

void RmWireTest::skipsElementsOutOfOrder()
{
    Rig rig;
    const QString context = Rig::senai();
    const Pairs disordered {{QStringLiteral("DataServerName"), QStringLiteral("EduStatusData")},
                            {QStringLiteral("Contexto"), context},
                            {QStringLiteral("Filtro"), QStringLiteral("SSTATUS.CODCOLIGADA=3")}};
    QCOMPARE(rig.text(QStringLiteral("ReadView"), disordered),
             QStringLiteral("FAULT: Erro ao executar readview Filtro invalido"));
    const QJsonObject rm = rig.sandbox.state().value(u"rm").toObject();
    QCOMPARE(rm.value(u"violations").toObject().value(u"elementOrder").toInt(), 1);
    // What the contract does not know is no disorder.
    const Pairs foreign {{QStringLiteral("Other"), QStringLiteral("x")},
                         {QStringLiteral("DataServerName"), QStringLiteral("EduStatusData")},
                         {QStringLiteral("Filtro"), QStringLiteral("SSTATUS.CODCOLIGADA=3")},
                         {QStringLiteral("Contexto"), context}};
    QVERIFY(rig.text(QStringLiteral("ReadView"), foreign).contains(u"Pré Matriculado"));
}

void RmWireTest::faultsAndEmptyAnswers()
{
    Rig rig;
    QCOMPARE(rig.view(QStringLiteral("EduAlunoData"), QString()),
             QStringLiteral("FAULT: Erro ao executar readview Filtro invalido"));
    QCOMPARE(rig.view(QStringLiteral("EduAlunoData"), QStringLiteral("SALUNO.RA='nobody'")),
             QStringLiteral("<NewDataSet />"));
    QCOMPARE(rig.record(QStringLiteral("EduAlunoData"), QStringLiteral("3;00000000")), QStringLiteral("<EduAluno />"));
    const auto fault = rig.soap(QStringLiteral("ReadView"), {{QStringLiteral("DataServerName"), QStringLiteral("X")}});
    QCOMPARE(fault.value().status, 500);
    QVERIFY(fault->body.contains("<faultcode>s:Client</faultcode>"));
    // An educational view without a level shows nothing.
    QCOMPARE(rig.view(QStringLiteral("EduStatusData"), QStringLiteral("SSTATUS.CODCOLIGADA=3"),
                      QStringLiteral("CODCOLIGADA=3;CODFILIAL=3016")),
             QStringLiteral("<NewDataSet />"));
}

void RmWireTest::readsWithEscapedLineEnds()
{
    Rig rig;
    const auto response =
        rig.soap(QStringLiteral("ReadView"), {{QStringLiteral("DataServerName"), QStringLiteral("GlbColigadaData")},
                                              {QStringLiteral("Filtro"), QStringLiteral("GCOLIGADA.CODCOLIGADA=3")},
                                              {QStringLiteral("Contexto"), Rig::senai()}});
    QVERIFY(response.value().body.contains("&lt;NewDataSet&gt;&#xD;\n"));
    QVERIFY(response->body.contains("&lt;GColigada&gt;"));
    QVERIFY(!response->body.contains("CGC"));
}

void RmWireTest::variesAnswersBySeed()
{
    QSet<QString> tags;
    bool cdata = false;
    bool schema = false;
    bool faultWithOk = false;
    bool emptyNull = false;
    for (quint64 seed = 1; seed <= 24; ++seed) {
        Setup setup;
        setup.rm.seed = seed;
        Rig rig(setup);
        const Pairs parameters {{QStringLiteral("DataServerName"), QStringLiteral("GlbColigadaData")},
                                {QStringLiteral("Filtro"), QStringLiteral("GCOLIGADA.CODCOLIGADA=3")},
                                {QStringLiteral("Contexto"), Rig::senai()}};
        const auto first = rig.soap(QStringLiteral("ReadView"), parameters);
        QCOMPARE(rig.soap(QStringLiteral("ReadView"), parameters).value().body, first.value().body);
        cdata = cdata || first->body.contains("<![CDATA[");
        const QString text = rig.text(QStringLiteral("ReadView"), parameters);
        schema = schema || text.contains(u"<xs:schema");
        emptyNull = emptyNull || text.contains(u"xml:space=\"preserve\"");
        for (const QString &tag :
             {QStringLiteral("GColigada"), QStringLiteral("GCOLIGADA"), QStringLiteral("gcoligada")}) {
            if (text.contains(QString(u'<' + tag + QStringLiteral(">\r\n")))
                || text.contains(QString(u'<' + tag + QStringLiteral(">\n"))))
                tags.insert(tag);
        }
        const auto fault =
            rig.soap(QStringLiteral("ReadView"), {{QStringLiteral("DataServerName"), QStringLiteral("X")}});
        faultWithOk = faultWithOk || (fault.value().status == 200 && fault->body.contains("<s:Fault>"));
    }
    QCOMPARE(tags.size(), 3);
    QVERIFY(cdata && schema && faultWithOk && emptyNull);
}

void RmWireTest::schemaTellsColumns()
{
    Rig rig;
    const QString schema =
        rig.text(QStringLiteral("GetSchema"), {{QStringLiteral("DataServerName"), QStringLiteral("RhuPessoaData")},
                                               {QStringLiteral("Contexto"), Rig::senai()}});
    QVERIFY(schema.startsWith(u"<RhuPessoa>"));
    QVERIFY(schema.contains(u"msdata:IsDataSet=\"true\""));
    QVERIFY(schema.contains(u"name=\"NATURALIDADE\" msdata:Caption=\"Naturalidade\" minOccurs=\"0\""));
    QVERIFY(schema.contains(u"<xs:maxLength value=\"120\" />"));
    QVERIFY(schema.contains(u"msdata:PrimaryKey=\"true\""));
    QVERIFY(!schema.contains(u"RECCREATEDBY"));
    QCOMPARE(
        rig.text(QStringLiteral("GetSchema"), {{QStringLiteral("DataServerName"), QStringLiteral("EduAlunoData")}}),
        QStringLiteral("FAULT: Object reference not set to an instance of an object."));
}

void RmWireTest::sentences()
{
    Setup setup;
    setup.rm.sentences = {{QStringLiteral("3|S|TESTE"), QJsonArray {QJsonObject {{QStringLiteral("A"), 1}}}},
                          {QStringLiteral("3|S|VAZIA"), QJsonArray()}};
    Rig rig(setup);
    Rig::SoapOptions options;
    options.service = QStringLiteral("wsConsultaSQL");
    options.port = QStringLiteral("IwsConsultaSQL");
    const auto ask = [&](const QString &name) {
        return rig.text(QStringLiteral("RealizarConsultaSQL"),
                        {{QStringLiteral("codSentenca"), name},
                         {QStringLiteral("codColigada"), QStringLiteral("3")},
                         {QStringLiteral("codSistema"), QStringLiteral("S")}},
                        options);
    };
    QVERIFY(ask(QStringLiteral("TESTE")).contains(u"<Resultado>"));
    QCOMPARE(ask(QStringLiteral("VAZIA")), QStringLiteral("<NewDataSet />"));
    QVERIFY(ask(QStringLiteral("NADA")).contains(u"3|S|NADA"));
}

QTEST_GUILESS_MAIN(RmWireTest)
#include "rmwire_test.moc"
