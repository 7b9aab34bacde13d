// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "rig.h"

#include <QTest>

using namespace ponte;
using namespace ponte::sandbox;

/// SaveRecord, ReadRecord and the deletions.
class RmRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersNewRows();
    void namesMissingFields();
    void updatesBlankWhatIsLeftOut();
    void stampsTheBasicUser();
    void refusesBrokenForeignKeys();
    void refusesUnauthorisedTables_data();
    void refusesUnauthorisedTables();
    void refusesASecondCpf();
    void refusesOtherContexts();
    void refusesWhatDoesNotFit();
    void acceptsAProlog();
    void returnsPersonAndComplement();
    void savesContracts();
    void deletes();
};

static QPair<QString, QString> column(const char *name, const char *value)
{
    return {QString::fromUtf8(name), QString::fromUtf8(value)};
}

static QString savePerson(Rig &rig, const Pairs &columns)
{
    return rig.save(QStringLiteral("RhuPessoaData"), QStringLiteral("RhuPessoa"), QStringLiteral("PPessoa"), columns);
}

static QString saveGuardian(Rig &rig, const Pairs &columns, const QString &context = Rig::senai())
{
    return rig.save(QStringLiteral("FinCFODataBR"), QStringLiteral("FinCFOBR"), QStringLiteral("FCFO"), columns,
                    context);
}

static Pairs person(const char *cpf = "39053344705")
{
    return {column("CODIGO", "0"),
            column("NOME", "José & <Ávila> D'Água"),
            column("DTNASCIMENTO", "2001-05-17"),
            column("ESTADONATAL", "PR"),
            column("NATURALIDADE", "Curitiba"),
            column("CEP", "80530902"),
            column("EMAIL", "a@exemplo.br"),
            column("CPF", cpf)};
}

static Pairs guardian(const char *company = "3", const char *code = "0")
{
    return {column("CODCOLIGADA", company), column("CODCFO", code),   column("NOME", "João"),
            column("NOMEFANTASIA", "João"), column("PAGREC", "1"),    column("ATIVO", "1"),
            column("PESSOAFISOUJUR", "F"),  column("CEP", "80530902")};
}

void RmRecordsTest::numbersNewRows()
{
    Rig rig;
    QCOMPARE(savePerson(rig, person()), QStringLiteral("26620"));
    QCOMPARE(savePerson(rig, person("11144477735")), QStringLiteral("26621"));
    QCOMPARE(saveGuardian(rig, guardian()), QStringLiteral("3;000123"));
    QCOMPARE(saveGuardian(rig, guardian("3", "-1")), QStringLiteral("3;000124"));
    QCOMPARE(saveGuardian(rig, guardian("0")), QStringLiteral("0;000123"));
    QCOMPARE(saveGuardian(rig, guardian("3", "000124")), QStringLiteral("3;000124"));
    QCOMPARE(rig.rows(QStringLiteral("FCFO")).size(), 3);
    QCOMPARE(rig.rows(QStringLiteral("PPESSOA")).first().toObject().value(u"NOME").toString(),
             QStringLiteral("José & <Ávila> D'Água"));
}

void RmRecordsTest::namesMissingFields()
{
    Rig rig;
    const QString answer = savePerson(rig, {column("CODIGO", "0"), column("NOME", "A"), column("CEP", "")});
    QVERIFY(answer.startsWith(u"O(s) campo(s) abaixo deve(m) estar preenchido(s):"));
    for (const char *caption : {"Data de Nascimento", "Estado Natal", "Naturalidade", "CEP"})
        QVERIFY2(answer.contains(QString::fromUtf8(caption)), caption);
    QVERIFY(!answer.contains(u"DTNASCIMENTO"));
    QVERIFY(!answer.contains(u"- Nome"));
    QVERIFY(rig.rows(QStringLiteral("PPESSOA")).isEmpty());
    QVERIFY(saveGuardian(rig, {column("CODCOLIGADA", "3"), column("CODCFO", "0"), column("NOME", "A")})
                .contains(u"Nome Fantasia"));
}

void RmRecordsTest::updatesBlankWhatIsLeftOut()
{
    Rig rig;
    QCOMPARE(savePerson(rig, person()), QStringLiteral("26620"));
    Pairs part = person();
    part.first().second = QStringLiteral("26620");
    part.removeIf([](const auto &entry) { return entry.first == u"EMAIL"; });
    QCOMPARE(savePerson(rig, part), QStringLiteral("26620"));
    QVERIFY(!rig.rows(QStringLiteral("PPESSOA")).first().toObject().contains(u"EMAIL"));
}

void RmRecordsTest::stampsTheBasicUser()
{
    Rig rig;
    QVERIFY(rig.enrolInCourse());
    const QJsonObject student = rig.rows(QStringLiteral("SALUNO")).first().toObject();
    QCOMPARE(student.value(u"RECCREATEDBY").toString(), QStringLiteral("integracao"));
    QCOMPARE(student.value(u"RECMODIFIEDBY").toString(), QStringLiteral("integracao"));
    QVERIFY(!student.value(u"RECCREATEDON").toString().isEmpty());
    QVERIFY(!rig.record(QStringLiteral("RhuPessoaData"), QStringLiteral("26620")).contains(u"RECCREATEDBY"));
    QVERIFY(rig.record(QStringLiteral("EduAlunoData"), QStringLiteral("3;00878180")).contains(u"RECCREATEDBY"));
}

void RmRecordsTest::refusesBrokenForeignKeys()
{
    Rig rig;
    const QString answer = rig.save(
        QStringLiteral("EduAlunoData"), QStringLiteral("EduAluno"), QStringLiteral("SAluno"),
        {column("CODCOLIGADA", "3"), column("RA", "0"), column("CODPESSOA", "99"), column("CODTIPOCURSO", "1")});
    QVERIFY(answer.startsWith(u"Violação de chave estrangeira\r\n"));
    QCOMPARE(answer.count(QString(QString(39, u'=') + u'\r')), 4);
    QVERIFY(answer.contains(u"Possíveis causas:"));
    QVERIFY(answer.contains(u"   at RM."));
    QVERIFY(answer.contains(u"FOREIGN KEY constraint \"FKSALUNO_PPESSOA\""));
    QVERIFY(answer.contains(u"INSERT INTO [SALUNO]"));
    QVERIFY(rig.rows(QStringLiteral("SALUNO")).isEmpty());
    QVERIFY(rig.enrolInCourse() || !rig.rows(QStringLiteral("SALUNO")).isEmpty());
    // A course whose columns are not those of the offer.
    QVERIFY(rig.save(QStringLiteral("EduHabilitacaoAlunoData"), QStringLiteral("EduHabilitacaoAluno"),
                     QStringLiteral("SHabilitacaoAluno"),
                     {column("CODCOLIGADA", "3"), column("IDHABILITACAOFILIAL", "24"), column("RA", "00878181"),
                      column("CODCURSO", "OUTRO"), column("CODHABILITACAO", "001"), column("CODGRADE", "2026"),
                      column("CODFILIAL", "3016"), column("CODTURNO", "1")})
                .startsWith(u"Violação de chave estrangeira"));
}

void RmRecordsTest::refusesUnauthorisedTables_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("tag");
    QTest::newRow("term") << QStringLiteral("EduMatricPLData") << QStringLiteral("SMatricPL");
    QTest::newRow("subject") << QStringLiteral("EduMatriculaData") << QStringLiteral("SMatricula");
}

void RmRecordsTest::refusesUnauthorisedTables()
{
    QFETCH(QString, server);
    QFETCH(QString, tag);
    Rig rig;
    QCOMPARE(rig.save(server, tag, tag, {column("CODCOLIGADA", "3")}),
             QStringLiteral("Você não está autorizado a inserir registros!"));
}

void RmRecordsTest::refusesASecondCpf()
{
    Rig rig;
    QCOMPARE(savePerson(rig, person()), QStringLiteral("26620"));
    const QString answer = savePerson(rig, person());
    QVERIFY(answer.startsWith(u"Chave duplicada"));
    QVERIFY(answer.contains(QString(39, u'=')));
    QCOMPARE(rig.rows(QStringLiteral("PPESSOA")).size(), 1);
}

void RmRecordsTest::refusesOtherContexts()
{
    Rig rig;
    const QString other = QStringLiteral("Contexto informado no XML é diferente do contexto da requisição");
    QCOMPARE(saveGuardian(rig, guardian("2")), other);
    QVERIFY(saveGuardian(rig, guardian("0"), QStringLiteral("CODCOLIGADA=0;CODSISTEMA=F"))
                .startsWith(u"Contexto inválido"));
    QVERIFY(rig.enrolInCourse());
    QCOMPARE(rig.save(QStringLiteral("EduHabilitacaoAlunoData"), QStringLiteral("EduHabilitacaoAluno"),
                      QStringLiteral("SHabilitacaoAluno"),
                      {column("CODCOLIGADA", "3"), column("CODFILIAL", "4016"), column("RA", "00878180")}),
             other);
    QVERIFY(rig.save(QStringLiteral("EduAlunoData"), QStringLiteral("EduAluno"), QStringLiteral("SAluno"),
                     {column("CODCOLIGADA", "3"), column("RA", "0"), column("CODPESSOA", "26620"),
                      column("CODTIPOCURSO", "1")},
                     QStringLiteral("CODCOLIGADA=3;CODFILIAL=3016"))
                .startsWith(u"Contexto inválido"));
}

void RmRecordsTest::refusesWhatDoesNotFit()
{
    Rig rig;
    Pairs columns = person();
    columns.append(column("NADA", "1"));
    QCOMPARE(savePerson(rig, columns), QStringLiteral("Column 'NADA' does not belong to table PPessoa."));
    QVERIFY(savePerson(rig, person("390.533.447-05")).contains(u"String or binary data would be truncated."));
    columns = person();
    columns[2].second = QStringLiteral("17/05/2001");
    QCOMPARE(savePerson(rig, columns), QStringLiteral("Falha ao converver XML para Objeto DataSet"));
    const Pairs broken {{QStringLiteral("DataServerName"), QStringLiteral("RhuPessoaData")},
                        {QStringLiteral("XML"), QStringLiteral("<RhuPessoa><PPessoa>")},
                        {QStringLiteral("Contexto"), Rig::senai()}};
    QCOMPARE(rig.text(QStringLiteral("SaveRecord"), broken),
             QStringLiteral("Falha ao converver XML para Objeto DataSet"));
    QCOMPARE(rig.save(QStringLiteral("RhuPessoaData"), QStringLiteral("RhuPessoa"), QStringLiteral("Outra"), {}),
             QStringLiteral("There is no row at position 0."));
    QVERIFY(rig.rows(QStringLiteral("PPESSOA")).isEmpty());
}

void RmRecordsTest::acceptsAProlog()
{
    Rig rig;
    const Pairs parameters {
        {QStringLiteral("DataServerName"), QStringLiteral("RhuPessoaData")},
        {QStringLiteral("XML"),
         QStringLiteral(
             "<?xml version=\"1.0\" encoding=\"utf-16\"?><RhuPessoa><PPESSOA><CODIGO>0</CODIGO><NOME>Ção</NOME>"
             "<DTNASCIMENTO>2001-05-17T00:00:00</DTNASCIMENTO><ESTADONATAL>PR</ESTADONATAL>"
             "<NATURALIDADE>Maringá</NATURALIDADE><CEP>80530902</CEP></PPESSOA><VPCompl><CODPESSOA>0</CODPESSOA>"
             "</VPCompl></RhuPessoa>")},
        {QStringLiteral("Contexto"), Rig::senai()}};
    QCOMPARE(rig.text(QStringLiteral("SaveRecord"), parameters), QStringLiteral("26620"));
    QCOMPARE(rig.rows(QStringLiteral("PPESSOA")).first().toObject().value(u"NOME").toString(), QStringLiteral("Ção"));
}

void RmRecordsTest::returnsPersonAndComplement()
{
    Rig rig;
    QVERIFY(rig.enrolInCourse());
    const QString record = rig.record(QStringLiteral("EduAlunoData"), QStringLiteral("3;00878180"));
    QVERIFY(record.contains(u"<CPF>39053344705</CPF>"));
    QVERIFY(record.contains(u"<SAlunoCompl>"));
    QVERIFY(!record.contains(u"OBSHIST"));
    // What was read may be saved again as it is.
    const Pairs parameters {{QStringLiteral("DataServerName"), QStringLiteral("EduAlunoData")},
                            {QStringLiteral("XML"), record},
                            {QStringLiteral("Contexto"), Rig::senai()}};
    QCOMPARE(rig.text(QStringLiteral("SaveRecord"), parameters), QStringLiteral("3;00878180"));
    QCOMPARE(rig.rows(QStringLiteral("SALUNO")).size(), 1);
    QCOMPARE(rig.record(QStringLiteral("EduAlunoData"), QStringLiteral("3;00878180"), QStringLiteral("CODCOLIGADA=3")),
             QStringLiteral("<EduAluno />"));
}

void RmRecordsTest::savesContracts()
{
    Rig rig;
    QVERIFY(rig.enrolInCourse());
    const Pairs contract {column("CODCOLIGADA", "3"),
                          column("RA", "00878180"),
                          column("IDPERLET", "77"),
                          column("CODCONTRATO", "LC0123456789abcdef"),
                          column("TIPOCONTRATO", "P"),
                          column("STATUS", "N"),
                          column("DTCONTRATO", "2026-11-20T14:03:22")};
    const QString key = QStringLiteral("3;00878180;77;LC0123456789abcdef");
    const auto save = [&](const Pairs &columns) {
        return rig.save(QStringLiteral("EduContratoData"), QStringLiteral("EduContrato"), QStringLiteral("SContrato"),
                        columns);
    };
    QCOMPARE(rig.record(QStringLiteral("EduContratoData"), key), QStringLiteral("<EduContrato />"));
    QCOMPARE(save(contract), key);
    QVERIFY(
        rig.record(QStringLiteral("EduContratoData"), key).contains(u"<DTCONTRATO>2026-11-20T14:03:22</DTCONTRATO>"));
    Pairs wrong = contract;
    wrong[2].second = QStringLiteral("99");
    QVERIFY(save(wrong).contains(u"FKSCONTRATO_SPLETIVO"));
    QVERIFY(rig.view(QStringLiteral("EduContratoData"), QStringLiteral("SCONTRATO.STATUS=0"))
                .contains(u"Conversion failed when converting the varchar value 'N'"));
}

void RmRecordsTest::deletes()
{
    Rig rig;
    QVERIFY(rig.enrolInCourse());
    const auto remove = [&](const QString &server, const QString &key) {
        return rig.text(QStringLiteral("DeleteRecordByKey"), {{QStringLiteral("DataServerName"), server},
                                                              {QStringLiteral("PrimaryKey"), key},
                                                              {QStringLiteral("Contexto"), Rig::senai()}});
    };
    QVERIFY(remove(QStringLiteral("EduAlunoData"), QStringLiteral("3;00878180"))
                .startsWith(u"Violação de chave estrangeira"));
    QVERIFY(remove(QStringLiteral("EduAlunoData"), QStringLiteral("3;00878180")).contains(u"REFERENCE constraint"));
    QCOMPARE(remove(QStringLiteral("EduHabilitacaoAlunoData"), QStringLiteral("3;24;00878180")), QString());
    const Pairs byXml {
        {QStringLiteral("DataServerName"), QStringLiteral("EduAlunoData")},
        {QStringLiteral("XML"),
         QStringLiteral("<EduAluno><SAluno><CODCOLIGADA>3</CODCOLIGADA><RA>00878180</RA></SAluno></EduAluno>")},
        {QStringLiteral("Contexto"), Rig::senai()}};
    QCOMPARE(rig.text(QStringLiteral("DeleteRecord"), byXml), QString());
    QVERIFY(rig.rows(QStringLiteral("SALUNO")).isEmpty());
    QCOMPARE(remove(QStringLiteral("GlbUsuarioData"), QStringLiteral("mestre")),
             QStringLiteral("Você não está autorizado a inserir registros!"));
}

QTEST_GUILESS_MAIN(RmRecordsTest)
#include "rmrecords_test.moc"
