// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/processxml.h"

#include "core/base/xml.h"

namespace ponte::rm {

using namespace Qt::StringLiterals;

namespace {

constexpr auto schemaNamespace = "http://www.w3.org/2001/XMLSchema"_L1;
constexpr auto arraysNamespace = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"_L1;

struct Key {
    QString name;
    QString type;
    QString value;
};

struct Document {
    QString action;
    QString masterAction;
    QString processName;
    bool keyedByTerm = false;
    bool enrollsSubjects = false;
    QString termParams = {}; ///< members of MatricPLParams
};

QString element(const QString &name, const QString &value)
{
    return u'<' + name + u'>' + xml::escaped(value) + u"</" + name + u'>';
}

QString element(const QString &name, qint64 value)
{
    return element(name, QString::number(value));
}

QString baseElement(const QString &name, const QString &value)
{
    return u'<' + name + u" xmlns=\"http://www.totvs.com/\">" + xml::escaped(value) + u"</" + name + u'>';
}

QString contextPair(const QString &key, const QString &type, const QString &value)
{
    return u"<b:KeyValueOfanyTypeanyType><b:Key i:type=\"c:string\" xmlns:c=\""_s + schemaNamespace + u"\">$" + key
           + u"</b:Key><b:Value i:type=\"c:" + type + u"\" xmlns:c=\"" + schemaNamespace + u"\">" + xml::escaped(value)
           + u"</b:Value></b:KeyValueOfanyTypeanyType>";
}

QString contextXml(const Context &context)
{
    const QString number = u"int"_s;
    const QString text = u"string"_s;
    return u"<Context z:Id=\"i2\" xmlns=\"http://www.totvs.com/\" xmlns:a=\"http://www.totvs.com.br/RM/\">"
           "<a:_params xmlns:b=\""_s
           + arraysNamespace + u"\">" + contextPair(u"CODCOLIGADA"_s, number, QString::number(context.company.value()))
           + contextPair(u"CODFILIAL"_s, number, QString::number(context.branch.value()))
           + contextPair(u"CODTIPOCURSO"_s, number, QString::number(context.level.value()))
           + contextPair(u"CODSISTEMA"_s, text, u"S"_s) + contextPair(u"CODUSUARIO"_s, text, context.user)
           + u"</a:_params><a:Environment>DotNet</a:Environment></Context>";
}

QList<Key> keysOf(const EnrollmentTarget &target, bool byTerm)
{
    const Key company {u"CODCOLIGADA"_s, u"short"_s, QString::number(target.context.company.value())};
    const Key offer {u"IDHABILITACAOFILIAL"_s, u"int"_s, QString::number(target.courseOfferId)};
    const Key term {u"IDPERLET"_s, u"int"_s, QString::number(target.termId)};
    const Key student {u"RA"_s, u"string"_s, target.ra};
    return byTerm ? QList<Key> {company, term, offer, student} : QList<Key> {company, offer, student};
}

QString primaryKeyXml(const QList<Key> &keys)
{
    QString values;
    QString names;
    for (const Key &key : keys) {
        values += u"<a:anyType i:type=\"b:" + key.type + u"\" xmlns:b=\"" + schemaNamespace + u"\">"
                  + xml::escaped(key.value) + u"</a:anyType>";
        names += u"<a:string>" + key.name + u"</a:string>";
    }
    const QString space = u" xmlns=\"http://www.totvs.com/\" xmlns:a=\""_s + arraysNamespace + u"\">";
    return u"<PrimaryKeyList" + space + u"<a:ArrayOfanyType>" + values + u"</a:ArrayOfanyType></PrimaryKeyList>"
           + u"<PrimaryKeyNames" + space + names + u"</PrimaryKeyNames>";
}

QString documentXml(const EnrollmentTarget &target, const Document &document)
{
    return u"<EduMatriculaParamsProc z:Id=\"i1\" xmlns=\"http://www.totvs.com.br/RM/\""
           " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
           " xmlns:z=\"http://schemas.microsoft.com/2003/10/Serialization/\">"_s
           + baseElement(u"ActionModule"_s, u"S"_s) + baseElement(u"ActionName"_s, document.action)
           + baseElement(u"CodUsuario"_s, target.context.user) + contextXml(target.context)
           + baseElement(u"MasterActionName"_s, document.masterAction)
           + primaryKeyXml(keysOf(target, document.keyedByTerm))
           + baseElement(u"PrimaryKeyTableName"_s, document.keyedByTerm ? u"SMatricPL"_s : u"SHabilitacaoAluno"_s)
           + baseElement(u"ProcessName"_s, document.processName)
           + baseElement(u"ServerName"_s, QString(enrollmentProcess))
           + element(u"CadastrarDisciplinas"_s, document.enrollsSubjects ? u"true"_s : u"false"_s)
           + u"<MatricPLParams z:Id=\"i3\">" + document.termParams + u"</MatricPLParams>"
           + element(u"MatricularDisc"_s, document.enrollsSubjects ? u"Sim"_s : u"Nao"_s)
           + u"</EduMatriculaParamsProc>";
}

// The server's local time without a zone, as RM keeps dates.
QString dateText(QDate date)
{
    return date.toString(u"yyyy-MM-dd"_s) + u"T00:00:00";
}

QString subjectXml(const EnrollmentTarget &target, qint64 classSubjectId, int subjectKind)
{
    return u"<EduMatriculaDiscParams z:Id=\"i4\">"_s + element(u"CodColigada"_s, target.context.company.value())
           + element(u"CodFilial"_s, target.context.branch.value()) + element(u"CodStatus"_s, target.status)
           + element(u"CodTipoCurso"_s, target.context.level.value()) + element(u"CodTurma"_s, target.classCode)
           + element(u"CodUsuario"_s, target.context.user) + element(u"DataMatricula"_s, dateText(target.date))
           + element(u"GerarLogMatricPL"_s, u"false"_s) + element(u"IdHabilitacaoFilial"_s, target.courseOfferId)
           + element(u"IdPerLet"_s, target.termId) + element(u"IdTurmaDisc"_s, classSubjectId)
           + element(u"RA"_s, target.ra) + element(u"TipoDisciplina"_s, u"Normal"_s)
           + element(u"TipoMat"_s, subjectKind) + u"</EduMatriculaDiscParams>";
}

struct TermChoice {
    QString subjects = {};
    QString newStatus = {};
    QString operation = {}; ///< TipoOperacao; empty where the call includes nothing
};

QString termParamsXml(const EnrollmentTarget &target, const TermChoice &choice)
{
    QString members = element(u"CadastrarContrato"_s, u"false"_s)
                      + element(u"CodColigada"_s, target.context.company.value())
                      + element(u"CodFilial"_s, target.context.branch.value());
    if (!target.paymentPlan.isEmpty())
        members += element(u"CodPlanoPgto"_s, target.paymentPlan);
    members += element(u"CodStatus"_s, target.status);
    if (!choice.newStatus.isEmpty())
        members += element(u"CodStatusNovo"_s, choice.newStatus);
    members += element(u"CodTipoCurso"_s, target.context.level.value()) + element(u"CodTipoMat"_s, target.termKind)
               + element(u"CodTurma"_s, target.classCode) + element(u"CodUsuario"_s, target.context.user)
               + element(u"DataMatricula"_s, dateText(target.date)) + element(u"DiaFixo"_s, u"Nao"_s) + u"<Disciplinas>"
               + choice.subjects + u"</Disciplinas>" + element(u"GerarLancamento"_s, u"Nao"_s)
               + element(u"GerarLog"_s, u"true"_s) + element(u"IdHabilitacaoFilial"_s, target.courseOfferId)
               + element(u"IdPerLet"_s, target.termId)
               + element(u"MudancaStatus"_s, choice.newStatus.isEmpty() ? u"false"_s : u"true"_s)
               + element(u"Periodo"_s, target.period) + element(u"RA"_s, target.ra);
    if (!choice.operation.isEmpty())
        members += element(u"TipoOperacao"_s, choice.operation);
    return members;
}

QString masterActionOf(bool keyedByTerm)
{
    return keyedByTerm ? u"EduMatricPLAction"_s : u"EduHabilitacaoAlunoAction"_s;
}

} // namespace

QString termEnrollmentXml(const EnrollmentTarget &target)
{
    return documentXml(target, {.action = u"EduMatriculaProcAction"_s,
                                .masterAction = masterActionOf(target.keyedByTerm),
                                .processName = u"Matricular aluno"_s,
                                .keyedByTerm = target.keyedByTerm,
                                .termParams = termParamsXml(target, {.operation = u"Inclusao"_s})});
}

QString subjectEnrollmentXml(const EnrollmentTarget &target, qint64 classSubjectId, int subjectKind)
{
    const QString subject = subjectXml(target, classSubjectId, subjectKind);
    return documentXml(target,
                       {.action = u"EduMatriculaDiscAction"_s,
                        .masterAction = masterActionOf(true),
                        .processName = u"Matricular aluno nas disciplinas"_s,
                        .keyedByTerm = true,
                        .enrollsSubjects = true,
                        .termParams = termParamsXml(target, {.subjects = subject, .operation = u"Inclusao"_s})});
}

QString statusChangeXml(const EnrollmentTarget &target, const QString &newStatus)
{
    // No TipoOperacao: the call includes nothing, and an unknown word there would make the whole document unreadable.
    return documentXml(target, {.action = u"EduMatriculaProcAction"_s,
                                .masterAction = masterActionOf(target.keyedByTerm),
                                .processName = u"Matricular aluno"_s,
                                .keyedByTerm = target.keyedByTerm,
                                .termParams = termParamsXml(target, {.newStatus = newStatus})});
}

} // namespace ponte::rm
