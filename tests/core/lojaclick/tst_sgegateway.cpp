// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/outsidecalls.h"
#include "core/lojaclick/sgelookups.h"
#include "tests/core/lojaclick/sgefixture.h"

#include <QTest>

using namespace ponte;
using namespace ponte::lojaclick;
using namespace Qt::StringLiterals;

namespace {

const QString ra = u"00878180"_s;
const QString offerRow =
    u"<SHABILITACAOFILIAL><CODCOLIGADA>3</CODCOLIGADA><IDHABILITACAOFILIAL>24</IDHABILITACAOFILIAL>"
    "<CODCURSO>C1</CODCURSO><CODHABILITACAO>H1</CODHABILITACAO><CODGRADE>G1</CODGRADE><CODTURNO>2</CODTURNO>"
    "<CODFILIAL>3016</CODFILIAL><CODTIPOCURSO>1</CODTIPOCURSO></SHABILITACAOFILIAL>"_s;
const QString termRow =
    u"<SPLetivo><IDPERLET>77</IDPERLET><CODFILIAL>3016</CODFILIAL><CODTIPOCURSO>1</CODTIPOCURSO></SPLetivo>"_s;
const QString classRow = u"<STurma><CODTURMA>TEC.001</CODTURMA><CODFILIAL>3016</CODFILIAL>"
                         "<IDHABILITACAOFILIAL>24</IDHABILITACAOFILIAL></STurma>"_s;
const QString subjectRows = u"<STurmaDisc><IDTURMADISC>30002</IDTURMADISC><ATIVA>S</ATIVA></STurmaDisc>"
                            "<STurmaDisc><IDTURMADISC>30001</IDTURMADISC></STurmaDisc>"
                            "<STurmaDisc><IDTURMADISC>30003</IDTURMADISC><ATIVA>N</ATIVA></STurmaDisc>"_s;

} // namespace

class TestSgeGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_sge = std::make_unique<SgeFixture>(); }
    void cleanup() { m_sge.reset(); }
    void checksTheOffer();
    void namesWhatDoesNotFit_data();
    void namesWhatDoesNotFit();
    void findsAGuardianByDigitsAndByMask();
    void prefersTheActiveGuardian();
    void createsAGuardian();
    void createsAGlobalGuardianOfACompany();
    void updatesOnlyWhatTheMessageSays();
    void leavesAnUnchangedGuardianAlone();
    void createsPersonThenStudent();
    void updatesAStudent();
    void leavesAnUnchangedStudentAlone();
    void stopsWhereThePersonIsRefused();
    void updatesByCpf();
    void readsLookups();
    void namesEveryCallOnce();

private:
    void offer(const QString &offerText, const QString &term, const QString &turma, const QString &subjects)
    {
        m_sge->rm.answer(u"ReadView EduHabilitacaoFilialData"_s, {view(offerText)});
        m_sge->rm.answer(u"ReadView EduPLetivoData"_s, {view(term)});
        m_sge->rm.answer(u"ReadView EduTurmaData"_s, {view(turma)});
        m_sge->rm.answer(u"ReadView EduTurmaDiscData"_s, {view(subjects)});
    }

    std::unique_ptr<SgeFixture> m_sge;
};

void TestSgeGateway::checksTheOffer()
{
    offer(offerRow, termRow, classRow, subjectRows);
    const auto facts = m_sge->gateway().checkOffer(sale(), m_sge->log);
    QVERIFY(facts);
    QCOMPARE(facts->course, u"C1"_s);
    QCOMPARE(facts->habilitation, u"H1"_s);
    QCOMPARE(facts->matrix, u"G1"_s);
    QCOMPARE(facts->shift, u"2"_s);
    QCOMPARE(facts->subjects, (QList<qint64> {30001, 30002}));
    QCOMPARE(m_sge->rm.calls().at(0).question,
             u"SHABILITACAOFILIAL.CODCOLIGADA=3 AND SHABILITACAOFILIAL.IDHABILITACAOFILIAL=24"_s);
    QCOMPARE(m_sge->rm.calls().at(2).question,
             u"STURMA.CODCOLIGADA=3 AND STURMA.IDPERLET=77 AND STURMA.CODTURMA='TEC.001'"_s);
    QCOMPARE(m_sge->rm.calls().at(0).context,
             u"CODCOLIGADA=3;CODFILIAL=3016;CODTIPOCURSO=1;CODSISTEMA=S;CODUSUARIO=lojaclick"_s);
    QCOMPARE(m_sge->log.size(), 4);
}

void TestSgeGateway::namesWhatDoesNotFit_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QString>("field");
    const auto changed = [](QString row, const QString &from, const QString &to) { return row.replace(from, to); };
    const QString branch = u"<CODFILIAL>3016"_s;
    const QString otherBranch = u"<CODFILIAL>3017"_s;
    const QString level = u"<CODTIPOCURSO>1"_s;
    const QString otherLevel = u"<CODTIPOCURSO>2"_s;
    const QString matrix = u"<IDHABILITACAOFILIAL>24"_s;
    QTest::newRow("no offer") << QStringList {{}, termRow, classRow, subjectRows} << u"matricula.idHabilitacaoFilial"_s;
    QTest::newRow("offer of another branch")
        << QStringList {changed(offerRow, branch, otherBranch), termRow, classRow, subjectRows} << u"codFilial"_s;
    QTest::newRow("offer of another level")
        << QStringList {changed(offerRow, level, otherLevel), termRow, classRow, subjectRows} << u"codTipoCurso"_s;
    QTest::newRow("no term") << QStringList {offerRow, {}, classRow, subjectRows} << u"matricula.idPerlet"_s;
    QTest::newRow("term of another branch")
        << QStringList {offerRow, changed(termRow, branch, otherBranch), classRow, subjectRows} << u"codFilial"_s;
    QTest::newRow("no class") << QStringList {offerRow, termRow, {}, subjectRows} << u"matricula.codTurma"_s;
    QTest::newRow("class of another branch")
        << QStringList {offerRow, termRow, changed(classRow, branch, otherBranch), subjectRows} << u"codFilial"_s;
    QTest::newRow("class of another offer")
        << QStringList {offerRow, termRow, changed(classRow, matrix, u"<IDHABILITACAOFILIAL>25"_s), subjectRows}
        << u"matricula.idHabilitacaoFilial"_s;
    QTest::newRow("no subjects") << QStringList {offerRow, termRow, classRow, {}} << u"matricula.codTurma"_s;
}

void TestSgeGateway::namesWhatDoesNotFit()
{
    QFETCH(QStringList, rows);
    offer(rows[0], rows[1], rows[2], rows[3]);
    const auto facts = m_sge->gateway().checkOffer(sale(), m_sge->log);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::Rule);
    QTEST(facts.error().field, "field");
    QVERIFY(facts.error().message.endsWith(u'.'));
}

void TestSgeGateway::findsAGuardianByDigitsAndByMask()
{
    const auto none = m_sge->gateway().findGuardian(u"39053344705"_s, m_sge->log);
    QVERIFY(none && !none->has_value());
    QCOMPARE(m_sge->rm.questions(u"ReadView FinCFODataBR"_s),
             (QStringList {u"FCFO.CODCOLIGADA=3 AND FCFO.CGCCFO='39053344705'"_s,
                           u"FCFO.CODCOLIGADA=3 AND FCFO.CGCCFO='390.533.447-05'"_s}));

    m_sge->rm.answer(u"ReadView FinCFODataBR"_s,
                     {view({}), view(u"<FCFO><CODCOLIGADA>3</CODCOLIGADA><CODCFO>000123</CODCFO></FCFO>"_s)});
    const auto found = m_sge->gateway().findGuardian(u"39053344705"_s, m_sge->log);
    QVERIFY(found && found->has_value());
    QCOMPARE(**found, (GuardianKey {CompanyId(3), u"000123"_s}));

    const auto global = m_sge->gateway({.globalGuardian = true}).findGuardian(u"39053344705"_s, m_sge->log);
    QVERIFY(global);
    QVERIFY(m_sge->rm.calls().last().question.startsWith(u"FCFO.CODCOLIGADA=0 AND "_s));
}

void TestSgeGateway::prefersTheActiveGuardian()
{
    m_sge->rm.answer(u"ReadView FinCFODataBR"_s,
                     {view(u"<FCFO><CODCOLIGADA>3</CODCOLIGADA><CODCFO>001</CODCFO><ATIVO>0</ATIVO></FCFO>"
                           "<FCFO><CODCOLIGADA>3</CODCOLIGADA><CODCFO>009</CODCFO><ATIVO>1</ATIVO></FCFO>"
                           "<FCFO><CODCOLIGADA>3</CODCOLIGADA><CODCFO>005</CODCFO><ATIVO>1</ATIVO></FCFO>"_s)});
    const auto found = m_sge->gateway().findGuardian(u"39053344705"_s, m_sge->log);
    QVERIFY(found && found->has_value());
    QCOMPARE((*found)->code, u"005"_s);
}

void TestSgeGateway::createsAGuardian()
{
    m_sge->rm.answer(u"SaveRecord FinCFODataBR"_s, {u"3;000123"_s});
    const auto key = m_sge->gateway().saveGuardian(sale().guardian, std::nullopt, m_sge->log);
    QVERIFY(key);
    QCOMPARE(*key, (GuardianKey {CompanyId(3), u"000123"_s}));
    QCOMPARE(
        m_sge->rm.calls().first().question,
        u"<FinCFOBR><FCFO><CODCOLIGADA>3</CODCOLIGADA><CODCFO>0</CODCFO><IDCFO>0</IDCFO>"
        "<NOMEFANTASIA>Maria D&apos;Ávila</NOMEFANTASIA><PAGREC>1</PAGREC><ATIVO>1</ATIVO><PESSOAFISOUJUR>F</PESSOAFISOUJUR>"
        "<NOME>Maria D&apos;Ávila</NOME><CGCCFO>39053344705</CGCCFO><RUA>Rua A</RUA><NUMERO>10</NUMERO><BAIRRO>Centro</BAIRRO>"
        "<CIDADE>Curitiba</CIDADE><CODETD>PR</CODETD><CEP>80530902</CEP><TELEX>41999990000</TELEX>"
        "<EMAIL>maria@example.com</EMAIL></FCFO></FinCFOBR>"_s);
}

void TestSgeGateway::createsAGlobalGuardianOfACompany()
{
    Guardian company = sale().guardian;
    company.cpf.clear();
    company.cnpj = u"11222333000181"_s;
    m_sge->rm.answer(u"SaveRecord FinCFODataBR"_s, {u"0;C7"_s});
    const auto key = m_sge->gateway({.globalGuardian = true}).saveGuardian(company, std::nullopt, m_sge->log);
    QVERIFY(key);
    QCOMPARE(key->company, CompanyId(0));
    QVERIFY(m_sge->rm.calls().first().question.contains(u"<CODCOLIGADA>0</CODCOLIGADA>"_s));
    QVERIFY(m_sge->rm.calls().first().question.contains(u"<PESSOAFISOUJUR>J</PESSOAFISOUJUR>"_s));
}

void TestSgeGateway::updatesOnlyWhatTheMessageSays()
{
    m_sge->rm.answer(
        u"ReadRecord FinCFODataBR"_s,
        {u"<FinCFOBR><FCFO><CODCOLIGADA>3</CODCOLIGADA><CODCFO>000123</CODCFO><NOME>Velho</NOME><PAGREC>2</PAGREC><ATIVO>0</ATIVO>"
         "<CGCCFO>390.533.447-05</CGCCFO><TELEFONE>4133330000</TELEFONE><CODMUNICIPIO>4106902</CODMUNICIPIO></FCFO>"
         "<FCFOCOMPL><CODCFO>000123</CODCFO></FCFOCOMPL></FinCFOBR>"_s});
    m_sge->rm.answer(u"SaveRecord FinCFODataBR"_s, {u"3;000123"_s});
    const auto key =
        m_sge->gateway().saveGuardian(sale().guardian, GuardianKey {CompanyId(3), u"000123"_s}, m_sge->log);
    QVERIFY(key);
    QCOMPARE(m_sge->rm.calls().first().question, u"3;000123"_s);
    const QString xml = m_sge->rm.calls().last().question;
    QVERIFY(xml.contains(u"<NOME>Maria D&apos;Ávila</NOME>"_s));
    QVERIFY(xml.contains(u"<CGCCFO>39053344705</CGCCFO>"_s));
    QVERIFY(xml.contains(u"<TELEFONE>4133330000</TELEFONE>"_s));
    QVERIFY(xml.contains(u"<CODMUNICIPIO>4106902</CODMUNICIPIO>"_s));
    QVERIFY(xml.contains(u"<PAGREC>3</PAGREC>"_s));
    QVERIFY(xml.contains(u"<ATIVO>1</ATIVO>"_s));
    QVERIFY(xml.contains(u"<FCFOCOMPL>"_s));
    QVERIFY(!xml.contains(u"COMPLEMENTO"_s));
}

void TestSgeGateway::leavesAnUnchangedGuardianAlone()
{
    m_sge->rm.answer(u"ReadRecord FinCFODataBR"_s,
                     {u"<FinCFOBR><fcfo><NOME>Maria</NOME><PAGREC>1</PAGREC><ATIVO>1</ATIVO>"
                      "<CGCCFO>39053344705</CGCCFO><EMAIL>x@y</EMAIL></fcfo></FinCFOBR>"_s});
    Guardian guardian;
    guardian.name = u"Maria"_s;
    guardian.cpf = u"39053344705"_s;
    const auto key = m_sge->gateway().saveGuardian(guardian, GuardianKey {CompanyId(3), u"000123"_s}, m_sge->log);
    QVERIFY(key);
    QCOMPARE(m_sge->rm.operations(), QStringList {u"ReadRecord FinCFODataBR"_s});
}

void TestSgeGateway::createsPersonThenStudent()
{
    m_sge->rm.answer(u"SaveRecord RhuPessoaData"_s, {u"26620"_s});
    m_sge->rm.answer(u"SaveRecord EduAlunoData"_s, {u"3;00878180"_s});
    const auto key = m_sge->gateway().saveStudent(sale().student, std::nullopt, std::nullopt,
                                                  {CompanyId(0), u"000123"_s}, m_sge->log);
    QVERIFY(key);
    QCOMPARE(*key, (StudentKey {ra, u"26620"_s}));
    QCOMPARE(
        m_sge->rm.calls().at(0).question,
        u"<RhuPessoa><PPessoa><CODIGO>0</CODIGO><NACIONALIDADE>10</NACIONALIDADE><IDPAIS>1</IDPAIS><NOME>João</NOME>"
        "<DTNASCIMENTO>2001-05-17T00:00:00</DTNASCIMENTO><ESTADONATAL>PR</ESTADONATAL><NATURALIDADE>Curitiba</NATURALIDADE>"
        "<CPF>39053344705</CPF></PPessoa><VPCompl><CODPESSOA>0</CODPESSOA></VPCompl></RhuPessoa>"_s);
    QCOMPARE(
        m_sge->rm.calls().at(1).question,
        u"<EduAluno><SAluno><CODCOLIGADA>3</CODCOLIGADA><RA>0</RA><CODPESSOA>26620</CODPESSOA><CODTIPOCURSO>1</CODTIPOCURSO>"
        "<CODCOLCFO>0</CODCOLCFO><CODCFO>000123</CODCFO></SAluno><SAlunoCompl><CODCOLIGADA>3</CODCOLIGADA><RA>0</RA>"
        "</SAlunoCompl></EduAluno>"_s);
}

void TestSgeGateway::updatesAStudent()
{
    m_sge->rm.answer(u"ReadView RhuPessoaData"_s,
                     {view(u"<PPESSOA><CODIGO>30000</CODIGO></PPESSOA><PPESSOA><CODIGO>26620</CODIGO></PPESSOA>"_s)});
    m_sge->rm.answer(u"ReadView EduAlunoData"_s, {view(u"<SALUNO><RA>00878180</RA></SALUNO>"_s)});
    m_sge->rm.answer(u"ReadRecord RhuPessoaData"_s,
                     {u"<RhuPessoa><PPessoa><CODIGO>26620</CODIGO><NOME>Antigo</NOME></PPessoa></RhuPessoa>"_s});
    m_sge->rm.answer(
        u"ReadRecord EduAlunoData"_s,
        {u"<EduAluno><SAluno><CODCOLIGADA>3</CODCOLIGADA><RA>00878180</RA><CODPESSOA>26620</CODPESSOA><CODCFO>000001</CODCFO>"
         "</SAluno></EduAluno>"_s});
    m_sge->rm.answer(u"SaveRecord RhuPessoaData"_s, {u"26620"_s});
    m_sge->rm.answer(u"SaveRecord EduAlunoData"_s, {u"3;00878180"_s});
    SgeGateway sge = m_sge->gateway();
    const auto person = sge.findPerson(u"39053344705"_s, m_sge->log);
    QVERIFY(person && person->has_value());
    QCOMPARE(**person, u"26620"_s);
    const auto student = sge.findStudent(**person, m_sge->log);
    QVERIFY(student && student->has_value());
    QCOMPARE(m_sge->rm.calls().last().question, u"SALUNO.CODCOLIGADA=3 AND SALUNO.CODPESSOA=26620"_s);
    const auto saved = sge.saveStudent(sale().student, *person, *student, {CompanyId(3), u"000123"_s}, m_sge->log);
    QVERIFY(saved);
    QCOMPARE(saved->ra, ra);
    QVERIFY(m_sge->rm.questions(u"SaveRecord RhuPessoaData"_s).first().contains(u"<NOME>João</NOME>"_s));
    QVERIFY(m_sge->rm.questions(u"SaveRecord EduAlunoData"_s)
                .first()
                .contains(u"<CODCFO>000123</CODCFO><CODCOLCFO>3</CODCOLCFO>"_s));
}

void TestSgeGateway::leavesAnUnchangedStudentAlone()
{
    m_sge->rm.answer(
        u"ReadRecord RhuPessoaData"_s,
        {u"<RhuPessoa><PPessoa><NOME>João</NOME><DTNASCIMENTO>2001-05-17T03:00:00</DTNASCIMENTO><ESTADONATAL>PR</ESTADONATAL>"
         "<NATURALIDADE>Curitiba</NATURALIDADE><CPF>39053344705</CPF></PPessoa></RhuPessoa>"_s});
    m_sge->rm.answer(u"ReadRecord EduAlunoData"_s,
                     {u"<EduAluno><SAluno><CODCOLCFO>3</CODCOLCFO><CODCFO>000123</CODCFO></SAluno></EduAluno>"_s});
    const auto saved = m_sge->gateway().saveStudent(sale().student, u"26620"_s, StudentKey {ra, u"26620"_s},
                                                    {CompanyId(3), u"000123"_s}, m_sge->log);
    QVERIFY(saved);
    QCOMPARE(m_sge->rm.operations(), (QStringList {u"ReadRecord RhuPessoaData"_s, u"ReadRecord EduAlunoData"_s}));
}

void TestSgeGateway::stopsWhereThePersonIsRefused()
{
    m_sge->rm.answer(u"SaveRecord RhuPessoaData"_s,
                     {u"O(s) campo(s) abaixo deve(m) estar preenchido(s):\r\nCEP\r\n"_s});
    const auto key =
        m_sge->gateway().saveStudent(sale().student, std::nullopt, std::nullopt, {CompanyId(3), u"1"_s}, m_sge->log);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::Refused);
    QCOMPARE(key.error().message, u"O(s) campo(s) abaixo deve(m) estar preenchido(s): CEP"_s);
    QCOMPARE(m_sge->rm.calls().size(), 1);
}

void TestSgeGateway::updatesByCpf()
{
    Student update;
    update.cpf = u"39053344705"_s;
    update.email = u"novo@example.com"_s;
    const auto unknown = m_sge->gateway().updateStudentByCpf(update, m_sge->log);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);

    m_sge->rm.answer(u"ReadView RhuPessoaData"_s, {view(u"<PPESSOA><CODIGO>26620</CODIGO></PPESSOA>"_s)});
    m_sge->rm.answer(u"ReadView EduAlunoData"_s, {view(u"<SALUNO><RA>00878180</RA></SALUNO>"_s)});
    m_sge->rm.answer(
        u"ReadRecord RhuPessoaData"_s,
        {u"<RhuPessoa><PPessoa><CODIGO>26620</CODIGO><NOME>João</NOME><CPF>39053344705</CPF></PPessoa></RhuPessoa>"_s});
    m_sge->rm.answer(u"SaveRecord RhuPessoaData"_s, {u"26620"_s});
    const auto key = m_sge->gateway().updateStudentByCpf(update, m_sge->log);
    QVERIFY(key);
    QCOMPARE(key->ra, ra);
    QCOMPARE(m_sge->rm.calls().last().question,
             u"<RhuPessoa><PPessoa><CODIGO>26620</CODIGO><CPF>39053344705</CPF>"
             "<EMAIL>novo@example.com</EMAIL><NOME>João</NOME></PPessoa></RhuPessoa>"_s);
}

void TestSgeGateway::readsLookups()
{
    m_sge->gateway();
    SgeLookups lookups(*m_sge->client, {});
    m_sge->rm.answer(u"ReadView EduStatusData"_s,
                     {view(u"<SSTATUS><CODSTATUS>11</CODSTATUS><DESCRICAO>Matriculado</DESCRICAO></SSTATUS>"
                           "<SSTATUS><CODSTATUS>9</CODSTATUS><DESCRICAO>Outro</DESCRICAO></SSTATUS>"_s)});
    m_sge->rm.answer(u"ReadView GlbColigadaData"_s,
                     {view(u"<GColigada><CODCOLIGADA>0</CODCOLIGADA></GColigada><GColigada>"
                           "<CODCOLIGADA>3</CODCOLIGADA><NOME>SENAI Regional</NOME></GColigada>"_s)});
    m_sge->rm.answer(u"ReadView EduFilialData"_s,
                     {view(u"<GFilial><CODFILIAL>3016</CODFILIAL><NOMEFANTASIA>Centro</NOMEFANTASIA></GFilial>"_s)});
    m_sge->rm.answer(u"ReadView EduTipoCursoData"_s,
                     {view(u"<STIPOCURSO><CODTIPOCURSO>1</CODTIPOCURSO><NOME>Técnico</NOME></STIPOCURSO>"_s)});
    m_sge->rm.answer(u"ReadView GlbUsuarioData"_s,
                     {view(u"<GUSUARIO><CODUSUARIO>lojaclick</CODUSUARIO><NOME>Loja</NOME></GUSUARIO>"
                           "<GPERMIS><CODUSUARIO>x</CODUSUARIO></GPERMIS>"_s)});
    QCOMPARE(*lookups.readStatuses(CompanyId(3), LevelId(1), m_sge->log),
             (QList<LookupRow> {{u"9"_s, u"Outro"_s}, {u"11"_s, u"Matriculado"_s}}));
    QCOMPARE(m_sge->rm.calls().last().question, u"SSTATUS.CODCOLIGADA=3 AND SSTATUS.CODTIPOCURSO=1"_s);
    QCOMPARE(*lookups.readCompanies(m_sge->log), (QList<LookupRow> {{u"3"_s, u"SENAI Regional"_s}}));
    QCOMPARE(*lookups.readBranches(CompanyId(3), m_sge->log), (QList<LookupRow> {{u"3016"_s, u"Centro"_s}}));
    QCOMPARE(*lookups.readLevels(CompanyId(3), m_sge->log), (QList<LookupRow> {{u"1"_s, u"Técnico"_s}}));
    QCOMPARE(*lookups.readUsers(m_sge->log), (QList<LookupRow> {{u"lojaclick"_s, u"Loja"_s}}));
    QVERIFY(m_sge->rm.calls().last().context.endsWith(u"CODUSUARIO=u"_s));
}

void TestSgeGateway::namesEveryCallOnce()
{
    const QByteArrayList names = outsideCalls();
    QCOMPARE(QSet<QByteArray>(names.begin(), names.end()).size(), names.size());
    QVERIFY(names.contains("rm.guardian.save"));
    QVERIFY(names.contains("broker.confirm"));
}

QTEST_GUILESS_MAIN(TestSgeGateway)
#include "tst_sgegateway.moc"
