// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/processxml.h"

#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace ponte;
using namespace ponte::rm;
using namespace Qt::StringLiterals;

namespace {

const Context context {CompanyId(3), BranchId(3016), LevelId(1), u"lojaclick"_s};

EnrollmentTarget target()
{
    return {.context = context,
            .courseOfferId = 24,
            .termId = 77,
            .ra = u"00878180"_s,
            .classCode = u"TEC.001"_s,
            .status = u"10"_s,
            .date = QDate(2026, 11, 20),
            .period = 1,
            .termKind = 7,
            .paymentPlan = u"PL12"_s};
}

struct Member {
    QString path;
    QString space;
    QString value;
};

QList<Member> membersOf(const QString &xml)
{
    QList<Member> members;
    QStringList path;
    QList<qsizetype> open;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            path << reader.name().toString();
            open << members.size();
            members << Member {path.join(u'/'), reader.namespaceUri().toString(), {}};
        } else if (reader.isEndElement()) {
            path.removeLast();
            open.removeLast();
        } else if (reader.isCharacters()) {
            members[open.last()].value += reader.text();
        }
    }
    return reader.hasError() ? QList<Member>() : members;
}

QString valueOf(const QString &xml, const QString &path)
{
    const auto members = membersOf(xml);
    const auto it = std::find_if(members.begin(), members.end(), [&path](const Member &m) { return m.path == path; });
    return it == members.end() ? u"(absent)"_s : it->value;
}

QStringList namesBelow(const QString &xml, const QString &parent)
{
    QStringList names;
    for (const Member &member : membersOf(xml)) {
        if (member.path.startsWith(parent + u'/') && !member.path.sliced(parent.size() + 1).contains(u'/'))
            names << member.path.sliced(parent.size() + 1);
    }
    return names;
}

const QString root = u"EduMatriculaParamsProc"_s;
const QString term = root + u"/MatricPLParams"_s;
const QString subject = term + u"/Disciplinas/EduMatriculaDiscParams"_s;

} // namespace

class TestProcessXml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheTermDocument();
    void ordersMembersAsTheSerializerDemands_data();
    void ordersMembersAsTheSerializerDemands();
    void keysTheTermCall();
    void enrollsOneSubject();
    void changesTheStatus();
    void leavesAnEmptyPlanOut();
    void escapesWhatItIsGiven();
};

void TestProcessXml::writesTheTermDocument()
{
    const QString xsd = u" xmlns:c=\"http://www.w3.org/2001/XMLSchema\""_s;
    const auto pair = [&xsd](const QString &key, const QString &type, const QString &value) {
        return QString(u"<b:KeyValueOfanyTypeanyType><b:Key i:type=\"c:string\"" + xsd + u">$" + key
                       + u"</b:Key><b:Value i:type=\"c:" + type + u'"' + xsd + u'>' + value
                       + u"</b:Value></b:KeyValueOfanyTypeanyType>");
    };
    const QString totvs = u" xmlns=\"http://www.totvs.com/\""_s;
    const QString arrays = u"http://schemas.microsoft.com/2003/10/Serialization/Arrays"_s;
    const auto key = [](const QString &type, const QString &value) {
        return QString(u"<a:anyType i:type=\"b:" + type + u"\" xmlns:b=\"http://www.w3.org/2001/XMLSchema\">" + value
                       + u"</a:anyType>");
    };
    const QString expected =
        u"<EduMatriculaParamsProc z:Id=\"i1\" xmlns=\"http://www.totvs.com.br/RM/\""
        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
        " xmlns:z=\"http://schemas.microsoft.com/2003/10/Serialization/\">"
        "<ActionModule"_s
        + totvs + u">S</ActionModule><ActionName" + totvs + u">EduMatriculaProcAction</ActionName><CodUsuario" + totvs
        + u">lojaclick</CodUsuario><Context z:Id=\"i2\"" + totvs
        + u" xmlns:a=\"http://www.totvs.com.br/RM/\"><a:_params xmlns:b=\"" + arrays + u"\">"
        + pair(u"CODCOLIGADA"_s, u"int"_s, u"3"_s) + pair(u"CODFILIAL"_s, u"int"_s, u"3016"_s)
        + pair(u"CODTIPOCURSO"_s, u"int"_s, u"1"_s) + pair(u"CODSISTEMA"_s, u"string"_s, u"S"_s)
        + pair(u"CODUSUARIO"_s, u"string"_s, u"lojaclick"_s)
        + u"</a:_params><a:Environment>DotNet</a:Environment></Context><MasterActionName" + totvs
        + u">EduHabilitacaoAlunoAction</MasterActionName><PrimaryKeyList" + totvs + u" xmlns:a=\"" + arrays
        + u"\"><a:ArrayOfanyType>" + key(u"short"_s, u"3"_s) + key(u"int"_s, u"24"_s) + key(u"string"_s, u"00878180"_s)
        + u"</a:ArrayOfanyType></PrimaryKeyList><PrimaryKeyNames" + totvs + u" xmlns:a=\"" + arrays
        + u"\"><a:string>CODCOLIGADA</a:string><a:string>IDHABILITACAOFILIAL</a:string><a:string>RA</a:string>"
          "</PrimaryKeyNames><PrimaryKeyTableName"
        + totvs + u">SHabilitacaoAluno</PrimaryKeyTableName><ProcessName" + totvs
        + u">Matricular aluno</ProcessName><ServerName" + totvs
        + u">EduMatriculaProcData</ServerName><CadastrarDisciplinas>false</CadastrarDisciplinas><MatricPLParams z:Id=\"i3\">"
          "<CadastrarContrato>false</CadastrarContrato><CodColigada>3</CodColigada><CodFilial>3016</CodFilial>"
          "<CodPlanoPgto>PL12</CodPlanoPgto><CodStatus>10</CodStatus><CodTipoCurso>1</CodTipoCurso><CodTipoMat>7</CodTipoMat>"
          "<CodTurma>TEC.001</CodTurma><CodUsuario>lojaclick</CodUsuario><DataMatricula>2026-11-20T00:00:00</DataMatricula>"
          "<DiaFixo>Nao</DiaFixo><Disciplinas></Disciplinas><GerarLancamento>Nao</GerarLancamento><GerarLog>true</GerarLog>"
          "<IdHabilitacaoFilial>24</IdHabilitacaoFilial><IdPerLet>77</IdPerLet><MudancaStatus>false</MudancaStatus>"
          "<Periodo>1</Periodo><RA>00878180</RA><TipoOperacao>Inclusao</TipoOperacao></MatricPLParams>"
          "<MatricularDisc>Nao</MatricularDisc></EduMatriculaParamsProc>";
    QCOMPARE(termEnrollmentXml(target()), expected);
}

void TestProcessXml::ordersMembersAsTheSerializerDemands_data()
{
    QTest::addColumn<QString>("xml");
    QTest::newRow("term") << termEnrollmentXml(target());
    QTest::newRow("subject") << subjectEnrollmentXml(target(), 30001, 3);
    QTest::newRow("status") << statusChangeXml(target(), u"11"_s);
}

void TestProcessXml::ordersMembersAsTheSerializerDemands()
{
    QFETCH(QString, xml);
    QStringList base;
    QStringList own;
    for (const Member &member : membersOf(xml)) {
        if (member.path.count(u'/') != 1)
            continue;
        const bool isBase = member.space == "http://www.totvs.com/"_L1;
        QVERIFY2(!isBase || own.isEmpty(), "a member of the base class comes late");
        (isBase ? base : own) << member.path;
    }
    QVERIFY(base.size() > 5);
    QVERIFY(std::is_sorted(base.begin(), base.end()));
    QVERIFY(std::is_sorted(own.begin(), own.end()));
    const QStringList termNames = namesBelow(xml, term);
    QVERIFY(termNames.size() > 15);
    QVERIFY(std::is_sorted(termNames.begin(), termNames.end()));
    const QStringList subjectNames = namesBelow(xml, subject);
    QVERIFY(std::is_sorted(subjectNames.begin(), subjectNames.end()));
}

void TestProcessXml::keysTheTermCall()
{
    EnrollmentTarget sesi = target();
    sesi.keyedByTerm = true;
    sesi.period = 6;
    const QString xml = termEnrollmentXml(sesi);
    QCOMPARE(valueOf(xml, root + u"/PrimaryKeyTableName"_s), u"SMatricPL"_s);
    QVERIFY(xml.contains(u"<a:string>CODCOLIGADA</a:string><a:string>IDPERLET</a:string>"
                         "<a:string>IDHABILITACAOFILIAL</a:string><a:string>RA</a:string>"_s));
    QVERIFY(xml.contains(
        u">3</a:anyType><a:anyType i:type=\"b:int\" xmlns:b=\"http://www.w3.org/2001/XMLSchema\">77</a:anyType>"_s));
    QCOMPARE(valueOf(xml, term + u"/Periodo"_s), u"6"_s);
}

void TestProcessXml::enrollsOneSubject()
{
    const QString xml = subjectEnrollmentXml(target(), 30001, 3);
    QCOMPARE(valueOf(xml, root + u"/ActionName"_s), u"EduMatriculaDiscAction"_s);
    QCOMPARE(valueOf(xml, root + u"/PrimaryKeyTableName"_s), u"SMatricPL"_s);
    QCOMPARE(valueOf(xml, root + u"/CadastrarDisciplinas"_s), u"true"_s);
    QCOMPARE(valueOf(xml, root + u"/MatricularDisc"_s), u"Sim"_s);
    QCOMPARE(valueOf(xml, subject + u"/IdTurmaDisc"_s), u"30001"_s);
    QCOMPARE(valueOf(xml, subject + u"/CodStatus"_s), u"10"_s);
    QCOMPARE(valueOf(xml, subject + u"/TipoMat"_s), u"3"_s);
    QCOMPARE(valueOf(xml, subject + u"/TipoDisciplina"_s), u"Normal"_s);
    QCOMPARE(valueOf(xml, subject + u"/CodUsuario"_s), u"lojaclick"_s);
    QCOMPARE(xml.count(u"<IdTurmaDisc>"_s), 1);
}

void TestProcessXml::changesTheStatus()
{
    const QString xml = statusChangeXml(target(), u"11"_s);
    QCOMPARE(valueOf(xml, term + u"/CodStatus"_s), u"10"_s);
    QCOMPARE(valueOf(xml, term + u"/CodStatusNovo"_s), u"11"_s);
    QCOMPARE(valueOf(xml, term + u"/MudancaStatus"_s), u"true"_s);
    QCOMPARE(valueOf(xml, term + u"/TipoOperacao"_s), u"(absent)"_s);
    QCOMPARE(valueOf(xml, root + u"/PrimaryKeyTableName"_s), u"SHabilitacaoAluno"_s);
}

void TestProcessXml::leavesAnEmptyPlanOut()
{
    EnrollmentTarget withoutPlan = target();
    withoutPlan.paymentPlan.clear();
    QCOMPARE(valueOf(termEnrollmentXml(withoutPlan), term + u"/CodPlanoPgto"_s), u"(absent)"_s);
}

void TestProcessXml::escapesWhatItIsGiven()
{
    EnrollmentTarget odd = target();
    odd.classCode = u"A<&>'\"ç"_s;
    const QString xml = termEnrollmentXml(odd);
    QCOMPARE(valueOf(xml, term + u"/CodTurma"_s), odd.classCode);
}

QTEST_GUILESS_MAIN(TestProcessXml)
#include "tst_processxml.moc"
