// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "tests/core/lojaclick/sgefixture.h"

#include <QTest>

using namespace ponte;
using namespace ponte::lojaclick;
using namespace Qt::StringLiterals;

namespace {

const QString processCall = u"ExecuteWithXmlParams EduMatriculaProcData"_s;
const QString ra = u"00878180"_s;
const QString enrolledTerm =
    u"<SMatricPL><RA>00878180</RA><CODSTATUS>10</CODSTATUS><CODTURMA>TEC.001</CODTURMA></SMatricPL>"_s;

} // namespace

class TestSgeEnrollmentGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_sge = std::make_unique<SgeFixture>(); }
    void cleanup() { m_sge.reset(); }
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

private:
    std::unique_ptr<SgeFixture> m_sge;
};

void TestSgeEnrollmentGateway::enrollsInTheCourse()
{
    m_sge->rm.answer(u"SaveRecord EduHabilitacaoAlunoData"_s, {u"3;24;00878180"_s});
    const OfferFacts facts {u"C1"_s, u"H1"_s, u"G1"_s, u"2"_s, {}};
    QVERIFY(m_sge->gateway().saveCourseEnrollment(sale(), ra, facts, u"10"_s, m_sge->log));
    QCOMPARE(
        m_sge->rm.calls().first().question,
        u"<EduHabilitacaoAluno><SHabilitacaoAluno><CODCOLIGADA>3</CODCOLIGADA><IDHABILITACAOFILIAL>24</IDHABILITACAOFILIAL>"
        "<RA>00878180</RA><CODCURSO>C1</CODCURSO><CODHABILITACAO>H1</CODHABILITACAO><CODGRADE>G1</CODGRADE><CODFILIAL>3016</CODFILIAL>"
        "<CODTURNO>2</CODTURNO><CODSTATUS>10</CODSTATUS><CODTIPOCURSO>1</CODTIPOCURSO></SHabilitacaoAluno></EduHabilitacaoAluno>"_s);
}

void TestSgeEnrollmentGateway::findsEnrollments()
{
    SgeGateway sge = m_sge->gateway();
    QCOMPARE(*sge.courseEnrollmentExists(ra, 24, m_sge->log), false);
    QVERIFY(!sge.termEnrollment(sale(), ra, m_sge->log)->has_value());
    QVERIFY(sge.enrolledSubjects(ra, 77, m_sge->log)->isEmpty());
    m_sge->rm.answer(u"ReadView EduHabilitacaoAlunoData"_s,
                     {view(u"<SHabilitacaoAluno><RA>00878180</RA></SHabilitacaoAluno>"_s)});
    m_sge->rm.answer(u"ReadView EduMatricPLData"_s, {view(enrolledTerm)});
    m_sge->rm.answer(u"ReadView EduMatriculaData"_s,
                     {view(u"<SMATRICULA><IDTURMADISC>30002</IDTURMADISC></SMATRICULA>"
                           "<SMATRICULA><IDTURMADISC>30001</IDTURMADISC></SMATRICULA>"_s)});
    QCOMPARE(*sge.courseEnrollmentExists(ra, 24, m_sge->log), true);
    const auto term = sge.termEnrollment(sale(), ra, m_sge->log);
    QVERIFY(term && term->has_value());
    QCOMPARE(**term, (TermEnrollment {u"10"_s, u"TEC.001"_s}));
    QCOMPARE(*sge.enrolledSubjects(ra, 77, m_sge->log), (QList<qint64> {30001, 30002}));
    QCOMPARE(m_sge->rm.calls().last().question,
             u"SMATRICULA.CODCOLIGADA=3 AND SMATRICULA.IDPERLET=77 AND SMATRICULA.RA='00878180'"_s);
}

void TestSgeEnrollmentGateway::believesATermOnlyWhenItIsThere_data()
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
    QTest::newRow("already there, but not")
        << u"O aluno já está matriculado no período letivo."_s << 0 << 6 << int(ErrorCode::Refused);
}

void TestSgeEnrollmentGateway::believesATermOnlyWhenItIsThere()
{
    QFETCH(QString, answer);
    QFETCH(int, rowAtRead);
    QFETCH(int, error);
    m_sge->rm.answer(processCall, {answer});
    QStringList reads;
    for (int i = 1; i < rowAtRead; ++i)
        reads << view({});
    if (rowAtRead > 0)
        m_sge->rm.answer(u"ReadView EduMatricPLData"_s, reads << view(enrolledTerm));
    const auto enrolled = m_sge->gateway().enrollTerm(sale(), ra, u"10"_s, m_sge->log);
    QCOMPARE(enrolled ? -1 : int(enrolled.error().code), error);
    QTEST(int(m_sge->waits.size()), "waits");
    QCOMPARE(m_sge->rm.questions(processCall).size(), 1);
    if (!m_sge->waits.isEmpty())
        QCOMPARE(m_sge->waits.first(), std::chrono::milliseconds(2000));
}

void TestSgeEnrollmentGateway::stopsWaitingWhenCancelled()
{
    m_sge->rm.answer(processCall, {u"900472"_s});
    m_sge->cancelAtWait = 2;
    const auto enrolled = m_sge->gateway().enrollTerm(sale(), ra, u"10"_s, m_sge->log);
    QVERIFY(!enrolled);
    QCOMPARE(enrolled.error().code, ErrorCode::OutcomeUnknown);
    QCOMPARE(m_sge->waits.size(), 2);
}

void TestSgeEnrollmentGateway::refusesWhatTheProcessRefuses()
{
    m_sge->rm.answer(processCall, {u"Existem débitos anteriores para o sacado\r\n   at RM.Edu.X()"_s});
    const auto enrolled = m_sge->gateway().enrollTerm(sale(), ra, u"10"_s, m_sge->log);
    QVERIFY(!enrolled);
    QCOMPARE(enrolled.error().code, ErrorCode::Refused);
    QCOMPARE(enrolled.error().message, u"Existem débitos anteriores para o sacado"_s);
    QCOMPARE(m_sge->rm.calls().size(), 1);
}

void TestSgeEnrollmentGateway::keysAndPeriodOfSesi()
{
    m_sge->rm.answer(processCall, {u"1"_s});
    m_sge->rm.answer(u"ReadView EduMatricPLData"_s, {view(enrolledTerm)});
    Sale sesi = sale();
    sesi.grade = 6;
    QVERIFY(m_sge->gateway({.termKind = 21}, Network::Sesi).enrollTerm(sesi, ra, u"10"_s, m_sge->log));
    const QString xml = m_sge->rm.calls().first().question;
    QVERIFY(xml.contains(u">SMatricPL</PrimaryKeyTableName>"_s));
    QVERIFY(xml.contains(u"<Periodo>6</Periodo>"_s));
    QVERIFY(xml.contains(u"<CodTipoMat>21</CodTipoMat>"_s));
}

void TestSgeEnrollmentGateway::enrollsEachSubject()
{
    m_sge->rm.answer(processCall, {u"1"_s, u"O aluno já está cursando a disciplina"_s, u"900472"_s});
    m_sge->rm.answer(
        u"ReadView EduMatriculaData"_s,
        {view(u"<SMatricula><IDTURMADISC>30001</IDTURMADISC></SMatricula>"_s),
         view(
             u"<SMatricula><IDTURMADISC>30001</IDTURMADISC></SMatricula><SMatricula><IDTURMADISC>30002</IDTURMADISC></SMatricula>"
             "<SMatricula><IDTURMADISC>30003</IDTURMADISC></SMatricula>"_s)});
    QVERIFY(m_sge->gateway({.subjectKind = 5}).enrollSubjects(sale(), ra, {30001, 30002, 30003}, u"10"_s, m_sge->log));
    const QStringList documents = m_sge->rm.questions(processCall);
    QCOMPARE(documents.size(), 3);
    QVERIFY(documents[1].contains(u"<IdTurmaDisc>30002</IdTurmaDisc>"_s));
    QVERIFY(documents[1].contains(u"<TipoMat>5</TipoMat>"_s));
    QVERIFY(!documents[1].contains(u"CodPlanoPgto"_s));
    QCOMPARE(m_sge->waits.size(), 1);

    m_sge->rm.answer(processCall, {u"1"_s});
    QVERIFY(m_sge->gateway().enrollSubjects(sale(), ra, {}, u"10"_s, m_sge->log));
}

void TestSgeEnrollmentGateway::namesTheSubjectThatIsRefused()
{
    m_sge->rm.answer(processCall, {u"1"_s, u"Turma cheia"_s});
    const auto enrolled = m_sge->gateway().enrollSubjects(sale(), ra, {30001, 30002, 30003}, u"10"_s, m_sge->log);
    QVERIFY(!enrolled);
    QCOMPARE(enrolled.error().message, u"Disciplina 30002: Turma cheia"_s);
    QCOMPARE(m_sge->rm.calls().size(), 2);
}

void TestSgeEnrollmentGateway::writesThePreContract()
{
    m_sge->rm.answer(u"SaveRecord EduContratoData"_s, {u"3;00878180;77;LCabc"_s});
    QVERIFY(m_sge->gateway().savePreContract(sale(), ra, u"LCabc"_s, m_sge->log));
    QCOMPARE(
        m_sge->rm.calls().first().question,
        u"<EduContrato><SContrato><CODCOLIGADA>3</CODCOLIGADA><RA>00878180</RA><IDPERLET>77</IDPERLET><CODCONTRATO>LCabc</CODCONTRATO>"
        "<DTCONTRATO>2026-11-20T14:03:22</DTCONTRATO><TIPOCONTRATO>P</TIPOCONTRATO><STATUS>N</STATUS></SContrato></EduContrato>"_s);
    m_sge->rm.answer(u"SaveRecord EduContratoData"_s, {u"3;00878180;77;OUTRO"_s});
    QVERIFY(!m_sge->gateway().savePreContract(sale(), ra, u"LCabc"_s, m_sge->log));
}

void TestSgeEnrollmentGateway::findsThePreContract()
{
    m_sge->rm.answer(
        u"ReadRecord EduContratoData"_s,
        {u"<EduContrato />"_s,
         u"<EduContrato><SContrato><CODCONTRATO>LCabc</CODCONTRATO><STATUS>N</STATUS></SContrato></EduContrato>"_s});
    const auto none = m_sge->gateway().findPreContract(ra, 77, u"LCabc"_s, m_sge->log);
    QVERIFY(none && !none->has_value());
    QCOMPARE(m_sge->rm.calls().first().question, u"3;00878180;77;LCabc"_s);
    const auto found = m_sge->gateway().findPreContract(ra, 77, u"LCabc"_s, m_sge->log);
    QVERIFY(found && found->has_value());
    QCOMPARE(**found, (PreContract {u"LCabc"_s, u"N"_s, {}}));
}

void TestSgeEnrollmentGateway::readsWhatAnActivationNeeds()
{
    m_sge->rm.answer(u"ReadRecord EduAlunoData"_s,
                     {u"<EduAluno><SAluno><CODCOLCFO>0</CODCOLCFO><CODCFO>000123</CODCFO></SAluno></EduAluno>"_s,
                      u"<EduAluno><SAluno><RA>1</RA></SAluno></EduAluno>"_s});
    const auto guardian = m_sge->gateway().readGuardianOfStudent(ra, m_sge->log);
    QVERIFY(guardian);
    QCOMPARE(*guardian, (GuardianKey {CompanyId(0), u"000123"_s}));
    QCOMPARE(m_sge->gateway().readGuardianOfStudent(ra, m_sge->log).error().code, ErrorCode::NotFound);
    QCOMPARE(m_sge->gateway().readContract(ra, 77, u"LCabc"_s, m_sge->log).error().code, ErrorCode::NotFound);
}

void TestSgeEnrollmentGateway::changesTheTermStatus()
{
    m_sge->rm.answer(processCall, {u"1"_s});
    const QString changed = QString(enrolledTerm).replace(u"<CODSTATUS>10"_s, u"<CODSTATUS>11"_s);
    m_sge->rm.answer(u"ReadView EduMatricPLData"_s, {view(enrolledTerm), view(enrolledTerm), view(changed)});
    QVERIFY(m_sge->gateway().changeTermStatus(sale(), ra, u"11"_s, m_sge->log));
    const QString xml = m_sge->rm.questions(processCall).first();
    QVERIFY(xml.contains(u"<CodStatus>10</CodStatus><CodStatusNovo>11</CodStatusNovo>"_s));
    QVERIFY(xml.contains(u"<MudancaStatus>true</MudancaStatus>"_s));
    QCOMPARE(m_sge->waits.size(), 1);
}

void TestSgeEnrollmentGateway::leavesTheStatusAloneWhereItIsReached()
{
    QVERIFY(m_sge->gateway({.changeStatus = false}).changeTermStatus(sale(), ra, u"11"_s, m_sge->log));
    QVERIFY(m_sge->rm.calls().isEmpty());
    m_sge->rm.answer(u"ReadView EduMatricPLData"_s, {view(enrolledTerm)});
    QVERIFY(m_sge->gateway().changeTermStatus(sale(), ra, u"10"_s, m_sge->log));
    QCOMPARE(m_sge->rm.calls().size(), 1);
    m_sge->rm.answer(u"ReadView EduMatricPLData"_s, {view({})});
    QCOMPARE(m_sge->gateway().changeTermStatus(sale(), ra, u"11"_s, m_sge->log).error().code, ErrorCode::NotFound);
}

void TestSgeEnrollmentGateway::linksTheContractNumber()
{
    QVERIFY(m_sge->gateway().linkContractNumber(ra, 77, u"LCabc"_s, u"ERP-1"_s, m_sge->log));
    QVERIFY(m_sge->rm.calls().isEmpty());
    m_sge->rm.answer(u"ReadRecord EduContratoData"_s,
                     {u"<EduContrato><SContrato><CODCONTRATO>LCabc</CODCONTRATO></SContrato></EduContrato>"_s});
    m_sge->rm.answer(u"SaveRecord EduContratoData"_s, {u"3;00878180;77;LCabc"_s});
    QVERIFY(m_sge->gateway({.contractNumberColumn = u"numcontratoerp"_s})
                .linkContractNumber(ra, 77, u"LCabc"_s, u"ERP-1"_s, m_sge->log));
    QCOMPARE(m_sge->rm.calls().last().question, u"<EduContrato><SContrato><CODCONTRATO>LCabc</CODCONTRATO>"
                                                "<NUMCONTRATOERP>ERP-1</NUMCONTRATOERP></SContrato></EduContrato>"_s);
}

QTEST_GUILESS_MAIN(TestSgeEnrollmentGateway)
#include "tst_sgeenrollmentgateway.moc"
