// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include <QTest>

#include "core/lojaclick/outsidecalls.h"
#include "core/lojaclick/sgegateway.h"
#include "core/lojaclick/sgelookups.h"
#include "tests/core/lojaclick/scriptedrm.h"

using namespace ponte;
using namespace ponte::lojaclick;
using namespace Qt::StringLiterals;

namespace {

const QString processCall = u"ExecuteWithXmlParams EduMatriculaProcData"_s;
const QString ra = u"00878180"_s;

Sale sale()
{
    Sale sale;
    sale.id = u"LC-1"_s;
    sale.company = CompanyId(3);
    sale.branch = BranchId(3016);
    sale.level = LevelId(1);
    sale.guardian.name = u"Maria D'Ávila"_s;
    sale.guardian.cpf = u"39053344705"_s;
    sale.guardian.email = u"maria@example.com"_s;
    sale.guardian.mobile = u"41999990000"_s;
    sale.guardian.address = {u"80530902"_s, u"Rua A"_s, u"10"_s, {}, u"Centro"_s, u"Curitiba"_s, u"PR"_s};
    sale.student.name = u"João"_s;
    sale.student.cpf = u"39053344705"_s;
    sale.student.birthDate = QDate(2001, 5, 17);
    sale.student.birthState = u"PR"_s;
    sale.student.birthPlace = u"Curitiba"_s;
    sale.courseOfferId = 24;
    sale.termId = 77;
    sale.classCode = u"TEC.001"_s;
    sale.paymentPlan = u"PL12"_s;
    sale.enrollmentDate = QDate(2026, 11, 20);
    sale.soldAt = QDateTime::fromString(u"2026-11-20T14:03:22-03:00"_s, Qt::ISODate);
    return sale;
}

QString view(const QString &rows)
{
    return u"<NewDataSet>\r\n"_s + rows + u"\r\n</NewDataSet>";
}

const QString offerRow = u"<SHABILITACAOFILIAL><CODCOLIGADA>3</CODCOLIGADA><IDHABILITACAOFILIAL>24</IDHABILITACAOFILIAL>"
                         "<CODCURSO>C1</CODCURSO><CODHABILITACAO>H1</CODHABILITACAO><CODGRADE>G1</CODGRADE><CODTURNO>2</CODTURNO>"
                         "<CODFILIAL>3016</CODFILIAL><CODTIPOCURSO>1</CODTIPOCURSO></SHABILITACAOFILIAL>"_s;
const QString termRow = u"<SPLetivo><IDPERLET>77</IDPERLET><CODFILIAL>3016</CODFILIAL><CODTIPOCURSO>1</CODTIPOCURSO></SPLetivo>"_s;
const QString classRow = u"<STurma><CODTURMA>TEC.001</CODTURMA><CODFILIAL>3016</CODFILIAL>"
                         "<IDHABILITACAOFILIAL>24</IDHABILITACAOFILIAL></STurma>"_s;
const QString subjectRows = u"<STurmaDisc><IDTURMADISC>30002</IDTURMADISC><ATIVA>S</ATIVA></STurmaDisc>"
                            "<STurmaDisc><IDTURMADISC>30001</IDTURMADISC></STurmaDisc>"
                            "<STurmaDisc><IDTURMADISC>30003</IDTURMADISC><ATIVA>N</ATIVA></STurmaDisc>"_s;
const QString enrolledTerm = u"<SMatricPL><RA>00878180</RA><CODSTATUS>10</CODSTATUS><CODTURMA>TEC.001</CODTURMA></SMatricPL>"_s;

} // namespace

class TestSgeGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
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
    void enrollsInTheCourse();
    void findsEnrollments();
    void believesATermOnlyWhenItIsThere_data();
    void believesATermOnlyWhenItIsThere();
    void stopsWaitingWhenCancelled();
    void refusesWhatTheProcessRefuses();
    void keysAndPeriodOfSesi();
    void enrollsEachSubject();
    void namesTheSubjectThatIsRefused();
    void writesThePreContract();
    void findsThePreContract();
    void readsWhatAnActivationNeeds();
    void changesTheTermStatus();
    void leavesTheStatusAloneWhereItIsReached();
    void linksTheContractNumber();
    void readsLookups();
    void namesEveryCallOnce();

private:
    SgeGateway gateway(SgeSettings settings = {}, Network network = Network::Senai)
    {
        m_client = std::make_unique<rm::Client>(m_http, rm::Connection {.url = m_rm->url(), .user = u"u"_s, .password = u"pw12"_s},
                                                m_cancel);
        JobWait wait;
        wait.wait = [this](std::chrono::milliseconds time) {
            m_waits << time;
            return m_waits.size() < m_cancelAtWait;
        };
        return SgeGateway(*m_client, std::move(settings), {CompanyId(3), BranchId(3016), LevelId(1), u"lojaclick"_s}, network, wait);
    }
    void offer(const QString &offerText, const QString &term, const QString &turma, const QString &subjects)
    {
        m_rm->answer(u"ReadView EduHabilitacaoFilialData"_s, {view(offerText)});
        m_rm->answer(u"ReadView EduPLetivoData"_s, {view(term)});
        m_rm->answer(u"ReadView EduTurmaData"_s, {view(turma)});
        m_rm->answer(u"ReadView EduTurmaDiscData"_s, {view(subjects)});
    }

    std::unique_ptr<ScriptedRm> m_rm;
    http::Client m_http;
    CancelToken m_cancel;
    std::unique_ptr<rm::Client> m_client;
    rm::ExchangeLog m_log;
    QList<std::chrono::milliseconds> m_waits;
    int m_cancelAtWait = 1000;
};

void TestSgeGateway::init()
{
    m_rm = std::make_unique<ScriptedRm>();
    m_log.clear();
    m_waits.clear();
    m_cancelAtWait = 1000;
}

void TestSgeGateway::checksTheOffer()
{
    offer(offerRow, termRow, classRow, subjectRows);
    const auto facts = gateway().checkOffer(sale(), m_log);
    QVERIFY(facts);
    QCOMPARE(facts->course, u"C1"_s);
    QCOMPARE(facts->habilitation, u"H1"_s);
    QCOMPARE(facts->matrix, u"G1"_s);
    QCOMPARE(facts->shift, u"2"_s);
    QCOMPARE(facts->subjects, (QList<qint64> {30001, 30002}));
    QCOMPARE(m_rm->calls().at(0).question, u"SHABILITACAOFILIAL.CODCOLIGADA=3 AND SHABILITACAOFILIAL.IDHABILITACAOFILIAL=24"_s);
    QCOMPARE(m_rm->calls().at(2).question, u"STURMA.CODCOLIGADA=3 AND STURMA.IDPERLET=77 AND STURMA.CODTURMA='TEC.001'"_s);
    QCOMPARE(m_rm->calls().at(0).context, u"CODCOLIGADA=3;CODFILIAL=3016;CODTIPOCURSO=1;CODSISTEMA=S;CODUSUARIO=lojaclick"_s);
    QCOMPARE(m_log.size(), 4);
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
    QTest::newRow("offer of another branch") << QStringList {changed(offerRow, branch, otherBranch), termRow, classRow, subjectRows}
                                             << u"codFilial"_s;
    QTest::newRow("offer of another level") << QStringList {changed(offerRow, level, otherLevel), termRow, classRow, subjectRows}
                                            << u"codTipoCurso"_s;
    QTest::newRow("no term") << QStringList {offerRow, {}, classRow, subjectRows} << u"matricula.idPerlet"_s;
    QTest::newRow("term of another branch") << QStringList {offerRow, changed(termRow, branch, otherBranch), classRow, subjectRows}
                                            << u"codFilial"_s;
    QTest::newRow("no class") << QStringList {offerRow, termRow, {}, subjectRows} << u"matricula.codTurma"_s;
    QTest::newRow("class of another branch") << QStringList {offerRow, termRow, changed(classRow, branch, otherBranch), subjectRows}
                                             << u"codFilial"_s;
    QTest::newRow("class of another offer")
        << QStringList {offerRow, termRow, changed(classRow, matrix, u"<IDHABILITACAOFILIAL>25"_s), subjectRows}
        << u"matricula.idHabilitacaoFilial"_s;
    QTest::newRow("no subjects") << QStringList {offerRow, termRow, classRow, {}} << u"matricula.codTurma"_s;
}

void TestSgeGateway::namesWhatDoesNotFit()
{
    QFETCH(QStringList, rows);
    offer(rows[0], rows[1], rows[2], rows[3]);
    const auto facts = gateway().checkOffer(sale(), m_log);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::Rule);
    QTEST(facts.error().field, "field");
    QVERIFY(facts.error().message.endsWith(u'.'));
}

void TestSgeGateway::findsAGuardianByDigitsAndByMask()
{
    const auto none = gateway().findGuardian(u"39053344705"_s, m_log);
    QVERIFY(none && !none->has_value());
    QCOMPARE(m_rm->questions(u"ReadView FinCFODataBR"_s),
             (QStringList {u"FCFO.CODCOLIGADA=3 AND FCFO.CGCCFO='39053344705'"_s,
                           u"FCFO.CODCOLIGADA=3 AND FCFO.CGCCFO='390.533.447-05'"_s}));

    m_rm->answer(u"ReadView FinCFODataBR"_s,
                 {view({}), view(u"<FCFO><CODCOLIGADA>3</CODCOLIGADA><CODCFO>000123</CODCFO></FCFO>"_s)});
    const auto found = gateway().findGuardian(u"39053344705"_s, m_log);
    QVERIFY(found && found->has_value());
    QCOMPARE(**found, (GuardianKey {CompanyId(3), u"000123"_s}));

    const auto global = gateway({.globalGuardian = true}).findGuardian(u"39053344705"_s, m_log);
    QVERIFY(global);
    QVERIFY(m_rm->calls().last().question.startsWith(u"FCFO.CODCOLIGADA=0 AND "_s));
}

void TestSgeGateway::prefersTheActiveGuardian()
{
    m_rm->answer(u"ReadView FinCFODataBR"_s,
                 {view(u"<FCFO><CODCOLIGADA>3</CODCOLIGADA><CODCFO>001</CODCFO><ATIVO>0</ATIVO></FCFO>"
                       "<FCFO><CODCOLIGADA>3</CODCOLIGADA><CODCFO>009</CODCFO><ATIVO>1</ATIVO></FCFO>"
                       "<FCFO><CODCOLIGADA>3</CODCOLIGADA><CODCFO>005</CODCFO><ATIVO>1</ATIVO></FCFO>"_s)});
    const auto found = gateway().findGuardian(u"39053344705"_s, m_log);
    QVERIFY(found && found->has_value());
    QCOMPARE((*found)->code, u"005"_s);
}

void TestSgeGateway::createsAGuardian()
{
    m_rm->answer(u"SaveRecord FinCFODataBR"_s, {u"3;000123"_s});
    const auto key = gateway().saveGuardian(sale().guardian, std::nullopt, m_log);
    QVERIFY(key);
    QCOMPARE(*key, (GuardianKey {CompanyId(3), u"000123"_s}));
    QCOMPARE(m_rm->calls().first().question,
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
    m_rm->answer(u"SaveRecord FinCFODataBR"_s, {u"0;C7"_s});
    const auto key = gateway({.globalGuardian = true}).saveGuardian(company, std::nullopt, m_log);
    QVERIFY(key);
    QCOMPARE(key->company, CompanyId(0));
    QVERIFY(m_rm->calls().first().question.contains(u"<CODCOLIGADA>0</CODCOLIGADA>"_s));
    QVERIFY(m_rm->calls().first().question.contains(u"<PESSOAFISOUJUR>J</PESSOAFISOUJUR>"_s));
}

void TestSgeGateway::updatesOnlyWhatTheMessageSays()
{
    m_rm->answer(u"ReadRecord FinCFODataBR"_s,
                 {u"<FinCFOBR><FCFO><CODCOLIGADA>3</CODCOLIGADA><CODCFO>000123</CODCFO><NOME>Velho</NOME><PAGREC>2</PAGREC><ATIVO>0</ATIVO>"
                  "<CGCCFO>390.533.447-05</CGCCFO><TELEFONE>4133330000</TELEFONE><CODMUNICIPIO>4106902</CODMUNICIPIO></FCFO>"
                  "<FCFOCOMPL><CODCFO>000123</CODCFO></FCFOCOMPL></FinCFOBR>"_s});
    m_rm->answer(u"SaveRecord FinCFODataBR"_s, {u"3;000123"_s});
    const auto key = gateway().saveGuardian(sale().guardian, GuardianKey {CompanyId(3), u"000123"_s}, m_log);
    QVERIFY(key);
    QCOMPARE(m_rm->calls().first().question, u"3;000123"_s);
    const QString xml = m_rm->calls().last().question;
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
    m_rm->answer(u"ReadRecord FinCFODataBR"_s, {u"<FinCFOBR><fcfo><NOME>Maria</NOME><PAGREC>1</PAGREC><ATIVO>1</ATIVO>"
                                                "<CGCCFO>39053344705</CGCCFO><EMAIL>x@y</EMAIL></fcfo></FinCFOBR>"_s});
    Guardian guardian;
    guardian.name = u"Maria"_s;
    guardian.cpf = u"39053344705"_s;
    const auto key = gateway().saveGuardian(guardian, GuardianKey {CompanyId(3), u"000123"_s}, m_log);
    QVERIFY(key);
    QCOMPARE(m_rm->operations(), QStringList {u"ReadRecord FinCFODataBR"_s});
}

void TestSgeGateway::createsPersonThenStudent()
{
    m_rm->answer(u"SaveRecord RhuPessoaData"_s, {u"26620"_s});
    m_rm->answer(u"SaveRecord EduAlunoData"_s, {u"3;00878180"_s});
    const auto key = gateway().saveStudent(sale().student, std::nullopt, std::nullopt, {CompanyId(0), u"000123"_s}, m_log);
    QVERIFY(key);
    QCOMPARE(*key, (StudentKey {ra, u"26620"_s}));
    QCOMPARE(m_rm->calls().at(0).question,
             u"<RhuPessoa><PPessoa><CODIGO>0</CODIGO><NACIONALIDADE>10</NACIONALIDADE><IDPAIS>1</IDPAIS><NOME>João</NOME>"
             "<DTNASCIMENTO>2001-05-17T00:00:00</DTNASCIMENTO><ESTADONATAL>PR</ESTADONATAL><NATURALIDADE>Curitiba</NATURALIDADE>"
             "<CPF>39053344705</CPF></PPessoa><VPCompl><CODPESSOA>0</CODPESSOA></VPCompl></RhuPessoa>"_s);
    QCOMPARE(m_rm->calls().at(1).question,
             u"<EduAluno><SAluno><CODCOLIGADA>3</CODCOLIGADA><RA>0</RA><CODPESSOA>26620</CODPESSOA><CODTIPOCURSO>1</CODTIPOCURSO>"
             "<CODCOLCFO>0</CODCOLCFO><CODCFO>000123</CODCFO></SAluno><SAlunoCompl><CODCOLIGADA>3</CODCOLIGADA><RA>0</RA>"
             "</SAlunoCompl></EduAluno>"_s);
}

void TestSgeGateway::updatesAStudent()
{
    m_rm->answer(u"ReadView RhuPessoaData"_s, {view(u"<PPESSOA><CODIGO>30000</CODIGO></PPESSOA><PPESSOA><CODIGO>26620</CODIGO></PPESSOA>"_s)});
    m_rm->answer(u"ReadView EduAlunoData"_s, {view(u"<SALUNO><RA>00878180</RA></SALUNO>"_s)});
    m_rm->answer(u"ReadRecord RhuPessoaData"_s, {u"<RhuPessoa><PPessoa><CODIGO>26620</CODIGO><NOME>Antigo</NOME></PPessoa></RhuPessoa>"_s});
    m_rm->answer(u"ReadRecord EduAlunoData"_s,
                 {u"<EduAluno><SAluno><CODCOLIGADA>3</CODCOLIGADA><RA>00878180</RA><CODPESSOA>26620</CODPESSOA><CODCFO>000001</CODCFO>"
                  "</SAluno></EduAluno>"_s});
    m_rm->answer(u"SaveRecord RhuPessoaData"_s, {u"26620"_s});
    m_rm->answer(u"SaveRecord EduAlunoData"_s, {u"3;00878180"_s});
    SgeGateway sge = gateway();
    const auto person = sge.findPerson(u"39053344705"_s, m_log);
    QVERIFY(person && person->has_value());
    QCOMPARE(**person, u"26620"_s);
    const auto student = sge.findStudent(**person, m_log);
    QVERIFY(student && student->has_value());
    QCOMPARE(m_rm->calls().last().question, u"SALUNO.CODCOLIGADA=3 AND SALUNO.CODPESSOA=26620"_s);
    const auto saved = sge.saveStudent(sale().student, *person, *student, {CompanyId(3), u"000123"_s}, m_log);
    QVERIFY(saved);
    QCOMPARE(saved->ra, ra);
    QVERIFY(m_rm->questions(u"SaveRecord RhuPessoaData"_s).first().contains(u"<NOME>João</NOME>"_s));
    QVERIFY(m_rm->questions(u"SaveRecord EduAlunoData"_s).first().contains(u"<CODCFO>000123</CODCFO><CODCOLCFO>3</CODCOLCFO>"_s));
}

void TestSgeGateway::leavesAnUnchangedStudentAlone()
{
    m_rm->answer(u"ReadRecord RhuPessoaData"_s,
                 {u"<RhuPessoa><PPessoa><NOME>João</NOME><DTNASCIMENTO>2001-05-17T03:00:00</DTNASCIMENTO><ESTADONATAL>PR</ESTADONATAL>"
                  "<NATURALIDADE>Curitiba</NATURALIDADE><CPF>39053344705</CPF></PPessoa></RhuPessoa>"_s});
    m_rm->answer(u"ReadRecord EduAlunoData"_s, {u"<EduAluno><SAluno><CODCOLCFO>3</CODCOLCFO><CODCFO>000123</CODCFO></SAluno></EduAluno>"_s});
    const auto saved =
        gateway().saveStudent(sale().student, u"26620"_s, StudentKey {ra, u"26620"_s}, {CompanyId(3), u"000123"_s}, m_log);
    QVERIFY(saved);
    QCOMPARE(m_rm->operations(), (QStringList {u"ReadRecord RhuPessoaData"_s, u"ReadRecord EduAlunoData"_s}));
}

void TestSgeGateway::stopsWhereThePersonIsRefused()
{
    m_rm->answer(u"SaveRecord RhuPessoaData"_s, {u"O(s) campo(s) abaixo deve(m) estar preenchido(s):\r\nCEP\r\n"_s});
    const auto key = gateway().saveStudent(sale().student, std::nullopt, std::nullopt, {CompanyId(3), u"1"_s}, m_log);
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::Refused);
    QCOMPARE(key.error().message, u"O(s) campo(s) abaixo deve(m) estar preenchido(s): CEP"_s);
    QCOMPARE(m_rm->calls().size(), 1);
}

void TestSgeGateway::updatesByCpf()
{
    Student update;
    update.cpf = u"39053344705"_s;
    update.email = u"novo@example.com"_s;
    const auto unknown = gateway().updateStudentByCpf(update, m_log);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);

    m_rm->answer(u"ReadView RhuPessoaData"_s, {view(u"<PPESSOA><CODIGO>26620</CODIGO></PPESSOA>"_s)});
    m_rm->answer(u"ReadView EduAlunoData"_s, {view(u"<SALUNO><RA>00878180</RA></SALUNO>"_s)});
    m_rm->answer(u"ReadRecord RhuPessoaData"_s,
                 {u"<RhuPessoa><PPessoa><CODIGO>26620</CODIGO><NOME>João</NOME><CPF>39053344705</CPF></PPessoa></RhuPessoa>"_s});
    m_rm->answer(u"SaveRecord RhuPessoaData"_s, {u"26620"_s});
    const auto key = gateway().updateStudentByCpf(update, m_log);
    QVERIFY(key);
    QCOMPARE(key->ra, ra);
    QCOMPARE(m_rm->calls().last().question, u"<RhuPessoa><PPessoa><CODIGO>26620</CODIGO><CPF>39053344705</CPF>"
                                            "<EMAIL>novo@example.com</EMAIL><NOME>João</NOME></PPessoa></RhuPessoa>"_s);
}

void TestSgeGateway::enrollsInTheCourse()
{
    m_rm->answer(u"SaveRecord EduHabilitacaoAlunoData"_s, {u"3;24;00878180"_s});
    const OfferFacts facts {u"C1"_s, u"H1"_s, u"G1"_s, u"2"_s, {}};
    QVERIFY(gateway().saveCourseEnrollment(sale(), ra, facts, u"10"_s, m_log));
    QCOMPARE(m_rm->calls().first().question,
             u"<EduHabilitacaoAluno><SHabilitacaoAluno><CODCOLIGADA>3</CODCOLIGADA><IDHABILITACAOFILIAL>24</IDHABILITACAOFILIAL>"
             "<RA>00878180</RA><CODCURSO>C1</CODCURSO><CODHABILITACAO>H1</CODHABILITACAO><CODGRADE>G1</CODGRADE><CODFILIAL>3016</CODFILIAL>"
             "<CODTURNO>2</CODTURNO><CODSTATUS>10</CODSTATUS><CODTIPOCURSO>1</CODTIPOCURSO></SHabilitacaoAluno></EduHabilitacaoAluno>"_s);
}

void TestSgeGateway::findsEnrollments()
{
    SgeGateway sge = gateway();
    QCOMPARE(*sge.courseEnrollmentExists(ra, 24, m_log), false);
    QVERIFY(!sge.termEnrollment(sale(), ra, m_log)->has_value());
    QVERIFY(sge.enrolledSubjects(ra, 77, m_log)->isEmpty());
    m_rm->answer(u"ReadView EduHabilitacaoAlunoData"_s, {view(u"<SHabilitacaoAluno><RA>00878180</RA></SHabilitacaoAluno>"_s)});
    m_rm->answer(u"ReadView EduMatricPLData"_s, {view(enrolledTerm)});
    m_rm->answer(u"ReadView EduMatriculaData"_s, {view(u"<SMATRICULA><IDTURMADISC>30002</IDTURMADISC></SMATRICULA>"
                                                       "<SMATRICULA><IDTURMADISC>30001</IDTURMADISC></SMATRICULA>"_s)});
    QCOMPARE(*sge.courseEnrollmentExists(ra, 24, m_log), true);
    const auto term = sge.termEnrollment(sale(), ra, m_log);
    QVERIFY(term && term->has_value());
    QCOMPARE(**term, (TermEnrollment {u"10"_s, u"TEC.001"_s}));
    QCOMPARE(*sge.enrolledSubjects(ra, 77, m_log), (QList<qint64> {30001, 30002}));
    QCOMPARE(m_rm->calls().last().question, u"SMATRICULA.CODCOLIGADA=3 AND SMATRICULA.IDPERLET=77 AND SMATRICULA.RA='00878180'"_s);
}

void TestSgeGateway::believesATermOnlyWhenItIsThere_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("rowAtRead"); // 0: never
    QTest::addColumn<int>("waits");
    QTest::addColumn<int>("error"); // -1: none
    QTest::newRow("done") << u"1"_s << 1 << 0 << -1;
    QTest::newRow("done, no row") << u"1"_s << 0 << 6 << int(ErrorCode::Refused);
    QTest::newRow("job, row later") << u"900472"_s << 4 << 3 << -1;
    QTest::newRow("job, no row") << u"900472"_s << 0 << 6 << int(ErrorCode::OutcomeUnknown);
    QTest::newRow("already there") << u"O aluno já está matriculado no período letivo."_s << 1 << 0 << -1;
    QTest::newRow("already there, but not") << u"O aluno já está matriculado no período letivo."_s << 0 << 6 << int(ErrorCode::Refused);
}

void TestSgeGateway::believesATermOnlyWhenItIsThere()
{
    QFETCH(QString, answer);
    QFETCH(int, rowAtRead);
    QFETCH(int, error);
    m_rm->answer(processCall, {answer});
    QStringList reads;
    for (int i = 1; i < rowAtRead; ++i)
        reads << view({});
    if (rowAtRead > 0)
        m_rm->answer(u"ReadView EduMatricPLData"_s, reads << view(enrolledTerm));
    const auto enrolled = gateway().enrollTerm(sale(), ra, u"10"_s, m_log);
    QCOMPARE(enrolled ? -1 : int(enrolled.error().code), error);
    QTEST(int(m_waits.size()), "waits");
    QCOMPARE(m_rm->questions(processCall).size(), 1);
    if (!m_waits.isEmpty())
        QCOMPARE(m_waits.first(), std::chrono::milliseconds(2000));
}

void TestSgeGateway::stopsWaitingWhenCancelled()
{
    m_rm->answer(processCall, {u"900472"_s});
    m_cancelAtWait = 2;
    const auto enrolled = gateway().enrollTerm(sale(), ra, u"10"_s, m_log);
    QVERIFY(!enrolled);
    QCOMPARE(enrolled.error().code, ErrorCode::OutcomeUnknown);
    QCOMPARE(m_waits.size(), 2);
}

void TestSgeGateway::refusesWhatTheProcessRefuses()
{
    m_rm->answer(processCall, {u"Existem débitos anteriores para o sacado\r\n   at RM.Edu.X()"_s});
    const auto enrolled = gateway().enrollTerm(sale(), ra, u"10"_s, m_log);
    QVERIFY(!enrolled);
    QCOMPARE(enrolled.error().code, ErrorCode::Refused);
    QCOMPARE(enrolled.error().message, u"Existem débitos anteriores para o sacado"_s);
    QCOMPARE(m_rm->calls().size(), 1);
}

void TestSgeGateway::keysAndPeriodOfSesi()
{
    m_rm->answer(processCall, {u"1"_s});
    m_rm->answer(u"ReadView EduMatricPLData"_s, {view(enrolledTerm)});
    Sale sesi = sale();
    sesi.grade = 6;
    QVERIFY(gateway({.termKind = 21}, Network::Sesi).enrollTerm(sesi, ra, u"10"_s, m_log));
    const QString xml = m_rm->calls().first().question;
    QVERIFY(xml.contains(u">SMatricPL</PrimaryKeyTableName>"_s));
    QVERIFY(xml.contains(u"<Periodo>6</Periodo>"_s));
    QVERIFY(xml.contains(u"<CodTipoMat>21</CodTipoMat>"_s));
}

void TestSgeGateway::enrollsEachSubject()
{
    m_rm->answer(processCall, {u"1"_s, u"O aluno já está cursando a disciplina"_s, u"900472"_s});
    m_rm->answer(u"ReadView EduMatriculaData"_s,
                 {view(u"<SMatricula><IDTURMADISC>30001</IDTURMADISC></SMatricula>"_s),
                  view(u"<SMatricula><IDTURMADISC>30001</IDTURMADISC></SMatricula><SMatricula><IDTURMADISC>30002</IDTURMADISC></SMatricula>"
                       "<SMatricula><IDTURMADISC>30003</IDTURMADISC></SMatricula>"_s)});
    QVERIFY(gateway({.subjectKind = 5}).enrollSubjects(sale(), ra, {30001, 30002, 30003}, u"10"_s, m_log));
    const QStringList documents = m_rm->questions(processCall);
    QCOMPARE(documents.size(), 3);
    QVERIFY(documents[1].contains(u"<IdTurmaDisc>30002</IdTurmaDisc>"_s));
    QVERIFY(documents[1].contains(u"<TipoMat>5</TipoMat>"_s));
    QVERIFY(!documents[1].contains(u"CodPlanoPgto"_s));
    QCOMPARE(m_waits.size(), 1);

    m_rm->answer(processCall, {u"1"_s});
    QVERIFY(gateway().enrollSubjects(sale(), ra, {}, u"10"_s, m_log));
}

void TestSgeGateway::namesTheSubjectThatIsRefused()
{
    m_rm->answer(processCall, {u"1"_s, u"Turma cheia"_s});
    const auto enrolled = gateway().enrollSubjects(sale(), ra, {30001, 30002, 30003}, u"10"_s, m_log);
    QVERIFY(!enrolled);
    QCOMPARE(enrolled.error().message, u"Disciplina 30002: Turma cheia"_s);
    QCOMPARE(m_rm->calls().size(), 2);
}

void TestSgeGateway::writesThePreContract()
{
    m_rm->answer(u"SaveRecord EduContratoData"_s, {u"3;00878180;77;LCabc"_s});
    QVERIFY(gateway().savePreContract(sale(), ra, u"LCabc"_s, m_log));
    QCOMPARE(m_rm->calls().first().question,
             u"<EduContrato><SContrato><CODCOLIGADA>3</CODCOLIGADA><RA>00878180</RA><IDPERLET>77</IDPERLET><CODCONTRATO>LCabc</CODCONTRATO>"
             "<DTCONTRATO>2026-11-20T14:03:22</DTCONTRATO><TIPOCONTRATO>P</TIPOCONTRATO><STATUS>N</STATUS></SContrato></EduContrato>"_s);
    m_rm->answer(u"SaveRecord EduContratoData"_s, {u"3;00878180;77;OUTRO"_s});
    QVERIFY(!gateway().savePreContract(sale(), ra, u"LCabc"_s, m_log));
}

void TestSgeGateway::findsThePreContract()
{
    m_rm->answer(u"ReadRecord EduContratoData"_s,
                 {u"<EduContrato />"_s, u"<EduContrato><SContrato><CODCONTRATO>LCabc</CODCONTRATO><STATUS>N</STATUS></SContrato></EduContrato>"_s});
    const auto none = gateway().findPreContract(ra, 77, u"LCabc"_s, m_log);
    QVERIFY(none && !none->has_value());
    QCOMPARE(m_rm->calls().first().question, u"3;00878180;77;LCabc"_s);
    const auto found = gateway().findPreContract(ra, 77, u"LCabc"_s, m_log);
    QVERIFY(found && found->has_value());
    QCOMPARE(**found, (PreContract {u"LCabc"_s, u"N"_s, {}}));
}

void TestSgeGateway::readsWhatAnActivationNeeds()
{
    m_rm->answer(u"ReadRecord EduAlunoData"_s,
                 {u"<EduAluno><SAluno><CODCOLCFO>0</CODCOLCFO><CODCFO>000123</CODCFO></SAluno></EduAluno>"_s,
                  u"<EduAluno><SAluno><RA>1</RA></SAluno></EduAluno>"_s});
    const auto guardian = gateway().readGuardianOfStudent(ra, m_log);
    QVERIFY(guardian);
    QCOMPARE(*guardian, (GuardianKey {CompanyId(0), u"000123"_s}));
    QCOMPARE(gateway().readGuardianOfStudent(ra, m_log).error().code, ErrorCode::NotFound);
    QCOMPARE(gateway().readContract(ra, 77, u"LCabc"_s, m_log).error().code, ErrorCode::NotFound);
}

void TestSgeGateway::changesTheTermStatus()
{
    m_rm->answer(processCall, {u"1"_s});
    const QString changed = QString(enrolledTerm).replace(u"<CODSTATUS>10"_s, u"<CODSTATUS>11"_s);
    m_rm->answer(u"ReadView EduMatricPLData"_s, {view(enrolledTerm), view(enrolledTerm), view(changed)});
    QVERIFY(gateway().changeTermStatus(sale(), ra, u"11"_s, m_log));
    const QString xml = m_rm->questions(processCall).first();
    QVERIFY(xml.contains(u"<CodStatus>10</CodStatus><CodStatusNovo>11</CodStatusNovo>"_s));
    QVERIFY(xml.contains(u"<MudancaStatus>true</MudancaStatus>"_s));
    QCOMPARE(m_waits.size(), 1);
}

void TestSgeGateway::leavesTheStatusAloneWhereItIsReached()
{
    QVERIFY(gateway({.changeStatus = false}).changeTermStatus(sale(), ra, u"11"_s, m_log));
    QVERIFY(m_rm->calls().isEmpty());
    m_rm->answer(u"ReadView EduMatricPLData"_s, {view(enrolledTerm)});
    QVERIFY(gateway().changeTermStatus(sale(), ra, u"10"_s, m_log));
    QCOMPARE(m_rm->calls().size(), 1);
    m_rm->answer(u"ReadView EduMatricPLData"_s, {view({})});
    QCOMPARE(gateway().changeTermStatus(sale(), ra, u"11"_s, m_log).error().code, ErrorCode::NotFound);
}

void TestSgeGateway::linksTheContractNumber()
{
    QVERIFY(gateway().linkContractNumber(ra, 77, u"LCabc"_s, u"ERP-1"_s, m_log));
    QVERIFY(m_rm->calls().isEmpty());
    m_rm->answer(u"ReadRecord EduContratoData"_s, {u"<EduContrato><SContrato><CODCONTRATO>LCabc</CODCONTRATO></SContrato></EduContrato>"_s});
    m_rm->answer(u"SaveRecord EduContratoData"_s, {u"3;00878180;77;LCabc"_s});
    QVERIFY(gateway({.contractNumberColumn = u"numcontratoerp"_s}).linkContractNumber(ra, 77, u"LCabc"_s, u"ERP-1"_s, m_log));
    QCOMPARE(m_rm->calls().last().question, u"<EduContrato><SContrato><CODCONTRATO>LCabc</CODCONTRATO>"
                                            "<NUMCONTRATOERP>ERP-1</NUMCONTRATOERP></SContrato></EduContrato>"_s);
}

void TestSgeGateway::readsLookups()
{
    gateway();
    SgeLookups lookups(*m_client, {});
    m_rm->answer(u"ReadView EduStatusData"_s, {view(u"<SSTATUS><CODSTATUS>11</CODSTATUS><DESCRICAO>Matriculado</DESCRICAO></SSTATUS>"
                                                    "<SSTATUS><CODSTATUS>9</CODSTATUS><DESCRICAO>Outro</DESCRICAO></SSTATUS>"_s)});
    m_rm->answer(u"ReadView GlbColigadaData"_s, {view(u"<GColigada><CODCOLIGADA>0</CODCOLIGADA></GColigada><GColigada>"
                                                      "<CODCOLIGADA>3</CODCOLIGADA><NOME>SENAI Regional</NOME></GColigada>"_s)});
    m_rm->answer(u"ReadView EduFilialData"_s, {view(u"<GFilial><CODFILIAL>3016</CODFILIAL><NOMEFANTASIA>Centro</NOMEFANTASIA></GFilial>"_s)});
    m_rm->answer(u"ReadView EduTipoCursoData"_s, {view(u"<STIPOCURSO><CODTIPOCURSO>1</CODTIPOCURSO><NOME>Técnico</NOME></STIPOCURSO>"_s)});
    m_rm->answer(u"ReadView GlbUsuarioData"_s, {view(u"<GUSUARIO><CODUSUARIO>lojaclick</CODUSUARIO><NOME>Loja</NOME></GUSUARIO>"
                                                     "<GPERMIS><CODUSUARIO>x</CODUSUARIO></GPERMIS>"_s)});
    QCOMPARE(*lookups.readStatuses(CompanyId(3), LevelId(1), m_log),
             (QList<LookupRow> {{u"9"_s, u"Outro"_s}, {u"11"_s, u"Matriculado"_s}}));
    QCOMPARE(m_rm->calls().last().question, u"SSTATUS.CODCOLIGADA=3 AND SSTATUS.CODTIPOCURSO=1"_s);
    QCOMPARE(*lookups.readCompanies(m_log), (QList<LookupRow> {{u"3"_s, u"SENAI Regional"_s}}));
    QCOMPARE(*lookups.readBranches(CompanyId(3), m_log), (QList<LookupRow> {{u"3016"_s, u"Centro"_s}}));
    QCOMPARE(*lookups.readLevels(CompanyId(3), m_log), (QList<LookupRow> {{u"1"_s, u"Técnico"_s}}));
    QCOMPARE(*lookups.readUsers(m_log), (QList<LookupRow> {{u"lojaclick"_s, u"Loja"_s}}));
    QVERIFY(m_rm->calls().last().context.endsWith(u"CODUSUARIO=u"_s));
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
