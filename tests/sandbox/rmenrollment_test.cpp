// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "rig.h"

#include <QTest>

using namespace ponte;
using namespace ponte::sandbox;

/// The process EduMatriculaProcData.
class RmEnrollmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enrolsInTermAndSubjects();
    void changesTheStatusOfTheTerm();
    void enrolsPupilsWithoutACourse();
    void refuses_data();
    void refuses();
    void refusesFullClasses();
    void ignoresMembersOutOfOrder();
    void ignoresMembersOfOtherNamespaces();
    void worksLaterAsAJob();
    void answersBySeedWithJobs();
    void refusesOtherDocuments();
};

void RmEnrollmentTest::enrolsInTermAndSubjects()
{
    Rig rig;
    QVERIFY(rig.enrolInCourse());
    QCOMPARE(rig.process(Rig::ProcessDocument().toXml()), QStringLiteral("1"));
    const QJsonObject term = rig.rows(QStringLiteral("SMATRICPL")).first().toObject();
    QCOMPARE(term.value(u"CODSTATUS").toInt(), 10);
    QCOMPARE(term.value(u"CODTURMA").toString(), QStringLiteral("TEC.001.006017"));
    QCOMPARE(term.value(u"CODUSUARIO").toString(), QStringLiteral("lojaclick"));
    QCOMPARE(term.value(u"RECCREATEDBY").toString(), QStringLiteral("integracao"));
    QCOMPARE(term.value(u"DTMATRICULA").toString(), QStringLiteral("2026-11-20T00:00:00"));
    for (const char *subject : {"7701", "7702", "7703", "7704"}) {
        QCOMPARE(rig.process(
                     Rig::ProcessDocument {.keyTable = QStringLiteral("SMatricPL"), .subject = QLatin1String(subject)}
                         .toXml()),
                 QStringLiteral("1"));
    }
    QCOMPARE(rig.rows(QStringLiteral("SMATRICULA")).size(), 4);
    QCOMPARE(
        rig.process(
            Rig::ProcessDocument {.keyTable = QStringLiteral("SMatricPL"), .subject = QStringLiteral("7702")}.toXml()),
        QStringLiteral("O aluno já está cursando a disciplina"));
    // Further subjects of another class of the same term.
    QCOMPARE(rig.process(Rig::ProcessDocument {.keyTable = QStringLiteral("SMatricPL"),
                                               .schoolClass = QStringLiteral("TEC.001.006018"),
                                               .subject = QStringLiteral("7705")}
                             .toXml()),
             QStringLiteral("1"));
    QCOMPARE(rig.rows(QStringLiteral("SMATRICULA")).size(), 5);
    QCOMPARE(rig.rows(QStringLiteral("SMATRICPL")).size(), 1);
    QVERIFY(rig.rows(QStringLiteral("SCONTRATO")).isEmpty());
    QVERIFY(rig.view(QStringLiteral("EduMatricPLData"), QStringLiteral("SMATRICPL.RA='00878180'"))
                .contains(u"<SMatricPL>"));
}

void RmEnrollmentTest::changesTheStatusOfTheTerm()
{
    Rig rig;
    QVERIFY(rig.enrolInCourse());
    Rig::ProcessDocument change {.newStatus = QStringLiteral("11")};
    QCOMPARE(rig.process(change.toXml()), QStringLiteral("There is no row at position 0."));
    QCOMPARE(rig.process(Rig::ProcessDocument().toXml()), QStringLiteral("1"));
    QCOMPARE(rig.process(change.toXml()), QStringLiteral("1"));
    QCOMPARE(rig.rows(QStringLiteral("SMATRICPL")).first().toObject().value(u"CODSTATUS").toInt(), 11);
    change.newStatus = QStringLiteral("99");
    QVERIFY(rig.process(change.toXml()).contains(u"FKSMATRICPL_SSTATUS"));
    QCOMPARE(rig.rows(QStringLiteral("SMATRICPL")).first().toObject().value(u"CODSTATUS").toInt(), 11);
}

void RmEnrollmentTest::enrolsPupilsWithoutACourse()
{
    Rig rig;
    const QString context =
        QStringLiteral("CODCOLIGADA=2;CODFILIAL=2016;CODTIPOCURSO=1;CODSISTEMA=S;CODUSUARIO=lojaclick");
    QVERIFY(rig.enrolInCourse());
    QCOMPARE(rig.save(QStringLiteral("EduAlunoData"), QStringLiteral("EduAluno"), QStringLiteral("SAluno"),
                      {{QStringLiteral("CODCOLIGADA"), QStringLiteral("2")},
                       {QStringLiteral("RA"), QStringLiteral("0")},
                       {QStringLiteral("CODPESSOA"), QStringLiteral("26620")},
                       {QStringLiteral("CODTIPOCURSO"), QStringLiteral("1")}},
                      context),
             QStringLiteral("2;00878180"));
    Rig::ProcessDocument pupil;
    pupil.company = 2;
    pupil.schoolClass = QStringLiteral("FUN.001.006017");
    QCOMPARE(rig.process(pupil.toXml()), QStringLiteral("There is no row at position 0."));
    pupil.keyTable = QStringLiteral("SMatricPL");
    QCOMPARE(rig.process(pupil.toXml()), QStringLiteral("1"));
    QCOMPARE(rig.rows(QStringLiteral("SMATRICPL")).size(), 1);
    QCOMPARE(rig.rows(QStringLiteral("SHABILITACAOALUNO")).size(), 1);
}

void RmEnrollmentTest::refuses_data()
{
    QTest::addColumn<QString>("xml");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const Rig::ProcessDocument &document, const char *message) {
        QTest::newRow(name) << document.toXml() << QString::fromUtf8(message);
    };
    row("class", {.schoolClass = QStringLiteral("NADA")}, "Turma não encontrada");
    row("plan", {.plan = QStringLiteral("PL99")}, "\"dbo.SPLANOPGTO\"");
    row("status", {.status = QStringLiteral("77")}, "\"dbo.SSTATUS\"");
    row("no status", {.status = QString()}, "Situação de Matrícula");
    row("pupil", {.ra = QStringLiteral("00000000")}, "There is no row at position 0.");
    row("no course", {.keyTable = QStringLiteral("SMatricPL"), .ra = QStringLiteral("00000000")},
        "There is no row at position 0.");
    row("subject without term", {.keyTable = QStringLiteral("SMatricPL"), .subject = QStringLiteral("7701")},
        "There is no row at position 0.");
    row("subject of another class", {.subject = QStringLiteral("7705")}, "A disciplina não pertence");
    row("unknown subject", {.subject = QStringLiteral("1")}, "Turma/disciplina não encontrada");
    const QString sound = Rig::ProcessDocument().toXml();
    const auto changed = [&](const char *name, const QString &from, const QString &to, const char *message) {
        QTest::newRow(name) << QString(sound).replace(from, to) << QString::fromUtf8(message);
    };
    changed("branch", QStringLiteral("<CodFilial>3016"), QStringLiteral("<CodFilial>4016"),
            "Contexto informado no XML");
    changed("level", QStringLiteral("<CodTipoCurso>1"), QStringLiteral("<CodTipoCurso>7"),
            "Matriz aplicada não encontrada");
    changed("term", QStringLiteral("<IdPerLet>77"), QStringLiteral("<IdPerLet>87"), "Período letivo não encontrado");
    changed("no context", QStringLiteral("$CODUSUARIO"), QStringLiteral("$OUTRO"), "Contexto inválido");
}

void RmEnrollmentTest::refuses()
{
    QFETCH(QString, xml);
    QFETCH(QString, message);
    Rig rig;
    QVERIFY(rig.enrolInCourse());
    const QString answer = rig.process(xml);
    QVERIFY2(answer.contains(message), qPrintable(answer));
    QVERIFY(rig.rows(QStringLiteral("SMATRICULA")).isEmpty());
}

void RmEnrollmentTest::refusesFullClasses()
{
    Setup setup;
    const auto schoolClass = [](int company, int places) {
        return QJsonObject {{QStringLiteral("CODCOLIGADA"), company},
                            {QStringLiteral("CODFILIAL"), 3016},
                            {QStringLiteral("IDPERLET"), 77},
                            {QStringLiteral("CODTURMA"), QStringLiteral("TEC.001.006017")},
                            {QStringLiteral("IDHABILITACAOFILIAL"), 24},
                            {QStringLiteral("CODTIPOCURSO"), 1},
                            {QStringLiteral("MAXALUNOS"), places}};
    };
    QJsonObject other = schoolClass(3, 0);
    other.insert(QStringLiteral("RA"), QStringLiteral("1"));
    other.insert(QStringLiteral("CODSTATUS"), 11);
    other.remove(QStringLiteral("MAXALUNOS"));
    setup.rm.tables = {{QStringLiteral("STURMA"), QJsonArray {schoolClass(3, 1)}},
                       {QStringLiteral("SMATRICPL"), QJsonArray {other}}};
    Rig rig(setup);
    QVERIFY(rig.enrolInCourse());
    QCOMPARE(rig.process(Rig::ProcessDocument().toXml()), QStringLiteral("A turma TEC.001.006017 está cheia."));
    QCOMPARE(rig.rows(QStringLiteral("SMATRICPL")).size(), 1);
}

void RmEnrollmentTest::ignoresMembersOutOfOrder()
{
    Rig rig;
    QVERIFY(rig.enrolInCourse());
    // A member that stands behind its place is not read, and nobody is told.
    const Rig::ProcessDocument late {.tail = QStringLiteral("<CadastrarContrato>true</CadastrarContrato>")};
    QCOMPARE(rig.process(late.toXml()), QStringLiteral("1"));
    QVERIFY(rig.rows(QStringLiteral("SCONTRATO")).isEmpty());
    QString disordered = Rig::ProcessDocument {.newStatus = QStringLiteral("11")}.toXml();
    disordered.replace(QStringLiteral("<CodStatusNovo>11</CodStatusNovo>"), QString());
    disordered.replace(QStringLiteral("<MudancaStatus>"),
                       QStringLiteral("<CodStatusNovo>11</CodStatusNovo><MudancaStatus>"));
    QVERIFY(rig.process(disordered).contains(u"Nova Situação de Matrícula"));
    QCOMPARE(rig.rows(QStringLiteral("SMATRICPL")).first().toObject().value(u"CODSTATUS").toInt(), 10);
    const QJsonObject rm = rig.sandbox.state().value(u"rm").toObject();
    QCOMPARE(rm.value(u"violations").toObject().value(u"memberOrder").toInt(), 2);
}

void RmEnrollmentTest::ignoresMembersOfOtherNamespaces()
{
    Rig rig;
    QVERIFY(rig.enrolInCourse());
    QString xml = Rig::ProcessDocument().toXml();
    xml.replace(QStringLiteral("<PrimaryKeyNames xmlns=\"http://www.totvs.com/\""), QStringLiteral("<PrimaryKeyNames"));
    QCOMPARE(rig.process(xml), QStringLiteral("There is no row at position 0."));
    // With a contract, to see that the member is read where it stands right.
    QCOMPARE(rig.process(Rig::ProcessDocument {.withContract = true}.toXml()), QStringLiteral("1"));
    QCOMPARE(rig.rows(QStringLiteral("SCONTRATO")).size(), 1);
}

void RmEnrollmentTest::worksLaterAsAJob()
{
    Rig rig;
    QVERIFY(rig.enrolInCourse());
    rig.addFault(R"({"system":"rm","operation":"ExecuteWithXmlParams/EduMatriculaProcData","fault":"job","times":1,
                     "afterMs":1500})");
    const QString job = rig.process(Rig::ProcessDocument().toXml());
    QVERIFY(job.toInt() > 1);
    const auto status = [&] {
        return rig.text(QStringLiteral("getProcessStatus"),
                        {{QStringLiteral("jobId"), job}, {QStringLiteral("execId"), QStringLiteral("1")}},
                        Rig::processOptions());
    };
    QCOMPARE(status(), QStringLiteral("0"));
    QVERIFY(rig.rows(QStringLiteral("SMATRICPL")).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(rig.rows(QStringLiteral("SMATRICPL")).size(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("2"), 20'000);
    QCOMPARE(rig.process(Rig::ProcessDocument().toXml()),
             QStringLiteral("O aluno já está matriculado neste período letivo."));
}

void RmEnrollmentTest::answersBySeedWithJobs()
{
    int jobs = 0;
    for (quint64 seed = 1; seed <= 12; ++seed) {
        Setup setup;
        setup.rm.seed = seed;
        Rig rig(setup);
        QVERIFY(rig.enrolInCourse());
        const QString answer = rig.process(Rig::ProcessDocument().toXml());
        jobs += answer != u"1";
        QVERIFY2(answer.contains(QRegularExpression(QStringLiteral("^1$|^\\d{6}$|Id do Job:\\d{6}"))),
                 qPrintable(answer));
        QTRY_COMPARE_WITH_TIMEOUT(rig.rows(QStringLiteral("SMATRICPL")).size(), 1, 20'000);
    }
    QVERIFY(jobs > 0 && jobs < 12);
}

void RmEnrollmentTest::refusesOtherDocuments()
{
    Rig rig;
    QVERIFY(rig.process(QStringLiteral("<Other/>")).contains(u"Expecting element 'EduMatriculaParamsProc'"));
    QVERIFY(rig.process(QStringLiteral("<Other>")).contains(u"There was an error deserializing"));
    QCOMPARE(rig.text(QStringLiteral("ExecuteWithXmlParams"),
                      {{QStringLiteral("ProcessServerName"), QStringLiteral("NadaData")}}, Rig::processOptions()),
             QStringLiteral("FAULT: Classe não encontrada: NadaData"));
}

QTEST_GUILESS_MAIN(RmEnrollmentTest)
#include "rmenrollment_test.moc"
