// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/enrollment.h"

#include "app/sandbox/rm/refusals.h"

#include <algorithm>

namespace ponte::sandbox::rm {

static const QString &done()
{
    static const QString text = QStringLiteral("1");
    return text;
}

static QString keyText(const QStringList &parts)
{
    return parts.join(u';');
}

Enrollment::Enrollment(Database &database, const RecordWriter &writer)
    : m_database(database)
    , m_writer(writer)
{}

QString Enrollment::execute(const EnrollmentParams &params)
{
    QString refusal = params.refusal;
    if (refusal.isEmpty())
        refusal = contextRefusal(params);
    if (!refusal.isEmpty())
        return refusal;
    if (params.changesStatus())
        return changeStatus(params);
    refusal = fitRefusal(params);
    if (!refusal.isEmpty())
        return refusal;
    const bool byTerm = params.keyTable.compare(u"SMatricPL", Qt::CaseInsensitive) == 0 || params.keyNames.size() == 4;
    const bool entered = m_database.table(QStringLiteral("SMATRICPL")).find(termKey(params)) != nullptr;
    if (!entered && byTerm && !params.subjects.isEmpty())
        return refusals::noRow();
    if (entered && params.subjects.isEmpty())
        return QStringLiteral("O aluno já está matriculado neste período letivo.");
    if (!entered) {
        refusal = enterTerm(params);
        if (!refusal.isEmpty())
            return refusal;
    }
    return enterSubjects(params);
}

QString Enrollment::contextRefusal(const EnrollmentParams &params) const
{
    const QStringList needed {QStringLiteral("CODCOLIGADA"), QStringLiteral("CODFILIAL"),
                              QStringLiteral("CODTIPOCURSO"), QStringLiteral("CODSISTEMA"),
                              QStringLiteral("CODUSUARIO")};
    for (const QString &key : needed) {
        if (params.context.value(key).isEmpty())
            return refusals::invalidContext();
    }
    if (params.keyNames.isEmpty() || params.keyNames.size() != params.keyValues.size())
        return refusals::noRow();
    const QString company = params.term.value(QStringLiteral("CodColigada"));
    const QString branch = params.term.value(QStringLiteral("CodFilial"));
    if (company != params.context.company() || company != params.key(QStringLiteral("CODCOLIGADA"))
        || branch != params.context.branch())
        return refusals::otherContext();
    if (params.term.value(QStringLiteral("RA")) != params.key(QStringLiteral("RA")))
        return refusals::noRow();
    return {};
}

QString Enrollment::termKey(const EnrollmentParams &params) const
{
    return keyText({params.term.value(QStringLiteral("CodColigada")), params.term.value(QStringLiteral("IdPerLet")),
                    params.term.value(QStringLiteral("IdHabilitacaoFilial")), params.term.value(QStringLiteral("RA"))});
}

/// Offer, term and class must exist and belong to the branch and level of the call.
QString Enrollment::fitRefusal(const EnrollmentParams &params) const
{
    const QString company = params.term.value(QStringLiteral("CodColigada"));
    const QString branch = params.term.value(QStringLiteral("CodFilial"));
    const QString level = params.term.value(QStringLiteral("CodTipoCurso"));
    const QString offerId = params.term.value(QStringLiteral("IdHabilitacaoFilial"));
    const QString termId = params.term.value(QStringLiteral("IdPerLet"));
    const Table &offers = m_database.table(QStringLiteral("SHABILITACAOFILIAL"));
    const Table &terms = m_database.table(QStringLiteral("SPLETIVO"));
    const Table &classes = m_database.table(QStringLiteral("STURMA"));
    const Row *offer = offers.find(keyText({company, offerId}));
    const Row *term = terms.find(keyText({company, termId}));
    const Row *schoolClass =
        classes.find(keyText({company, branch, termId, params.term.value(QStringLiteral("CodTurma"))}));
    const auto belongs = [&](const Table &table, const Row *row) {
        return row && table.value(*row, QStringLiteral("CODFILIAL")) == branch
               && table.value(*row, QStringLiteral("CODTIPOCURSO")) == level;
    };
    if (!belongs(offers, offer) || offers.value(*offer, QStringLiteral("ATIVO")) == u"N")
        return QStringLiteral("Matriz aplicada não encontrada para a filial e o nível de ensino informados.");
    if (!belongs(terms, term))
        return QStringLiteral("Período letivo não encontrado para a filial e o nível de ensino informados.");
    if (terms.value(*term, QStringLiteral("ENCERRADO")) == u"S")
        return QStringLiteral("O período letivo está encerrado.");
    if (!belongs(classes, schoolClass) || classes.value(*schoolClass, QStringLiteral("IDHABILITACAOFILIAL")) != offerId)
        return QStringLiteral("Turma não encontrada para a matriz aplicada e o período letivo informados.");
    return {};
}

/// Beyond basic education a pupil needs the course before the term.
QString Enrollment::courseRefusal(const EnrollmentParams &params) const
{
    const QString company = params.term.value(QStringLiteral("CodColigada"));
    const Table &levels = m_database.table(QStringLiteral("STIPOCURSO"));
    const Row *level = levels.find(keyText({company, params.term.value(QStringLiteral("CodTipoCurso"))}));
    const bool basic = level && levels.value(*level, QStringLiteral("APRESENTACAO")) == u"0";
    const bool byCourse =
        params.keyTable.compare(u"SMatricPL", Qt::CaseInsensitive) != 0 && params.keyNames.size() == 3;
    if (basic && !byCourse)
        return {};
    const QString key = keyText(
        {company, params.term.value(QStringLiteral("IdHabilitacaoFilial")), params.term.value(QStringLiteral("RA"))});
    return m_database.table(QStringLiteral("SHABILITACAOALUNO")).find(key) ? QString() : refusals::noRow();
}

bool Enrollment::isFull(const Table &places, const Row &place, const QString &taken, const QStringList &columns) const
{
    const Table &rows = m_database.table(taken);
    const int capacity = places.value(place, QStringLiteral("MAXALUNOS")).toInt();
    const QString first = places.value(place, columns.first());
    if (capacity <= 0 || rows.count(columns.first(), first) < capacity)
        return false;
    const QList<const Row *> candidates = rows.lookup(columns.first(), first);
    const auto same = [&](const Row *row) {
        return std::all_of(columns.begin(), columns.end(), [&](const QString &column) {
            return rows.value(*row, column) == places.value(place, column);
        });
    };
    return std::count_if(candidates.begin(), candidates.end(), same) >= capacity;
}

QString Enrollment::put(const QString &name, const QList<QPair<QString, QString>> &values)
{
    Table &table = m_database.table(name);
    Row row = table.emptyRow();
    for (const auto &[column, text] : values) {
        if (text.isEmpty())
            continue;
        const int position = table.definition().position(column);
        const std::optional<QString> value = normalised(table.definition().columns.at(position), text);
        if (!value)
            return QStringLiteral("Input string was not in a correct format.");
        row[position] = *value;
    }
    QStringList missing;
    for (int i = 0; i < row.size(); ++i) {
        if (table.definition().columns.at(i).required && row.at(i).isNull())
            missing.append(table.definition().columns.at(i).caption);
    }
    if (!missing.isEmpty())
        return refusals::missingFields(missing);
    if (const ForeignKey *broken = m_database.brokenForeignKey(table, row))
        return refusals::brokenForeignKey(table.definition(), *broken, row);
    m_writer.stamp(table, &row, nullptr);
    table.put(row);
    return {};
}

QString Enrollment::enterTerm(const EnrollmentParams &params)
{
    QString refusal = courseRefusal(params);
    if (!refusal.isEmpty())
        return refusal;
    const Members &term = params.term;
    const QString company = term.value(QStringLiteral("CodColigada"));
    const Table &classes = m_database.table(QStringLiteral("STURMA"));
    const Row *schoolClass =
        classes.find(keyText({company, term.value(QStringLiteral("CodFilial")), term.value(QStringLiteral("IdPerLet")),
                              term.value(QStringLiteral("CodTurma"))}));
    if (isFull(classes, *schoolClass, QStringLiteral("SMATRICPL"),
               {QStringLiteral("CODTURMA"), QStringLiteral("CODCOLIGADA"), QStringLiteral("IDPERLET")}))
        return QStringLiteral("A turma %1 está cheia.").arg(term.value(QStringLiteral("CodTurma")));
    refusal = put(QStringLiteral("SMATRICPL"),
                  {{QStringLiteral("CODCOLIGADA"), company},
                   {QStringLiteral("IDPERLET"), term.value(QStringLiteral("IdPerLet"))},
                   {QStringLiteral("IDHABILITACAOFILIAL"), term.value(QStringLiteral("IdHabilitacaoFilial"))},
                   {QStringLiteral("RA"), term.value(QStringLiteral("RA"))},
                   {QStringLiteral("CODFILIAL"), term.value(QStringLiteral("CodFilial"))},
                   {QStringLiteral("CODTIPOCURSO"), term.value(QStringLiteral("CodTipoCurso"))},
                   {QStringLiteral("CODTURMA"), term.value(QStringLiteral("CodTurma"))},
                   {QStringLiteral("PERIODO"), term.value(QStringLiteral("Periodo"))},
                   {QStringLiteral("CODSTATUS"), term.value(QStringLiteral("CodStatus"))},
                   {QStringLiteral("CODTIPOMAT"), term.value(QStringLiteral("CodTipoMat"))},
                   {QStringLiteral("CODPLANOPGTO"), term.value(QStringLiteral("CodPlanoPgto"))},
                   {QStringLiteral("DTMATRICULA"), term.value(QStringLiteral("DataMatricula"))},
                   {QStringLiteral("CODUSUARIO"), term.value(QStringLiteral("CodUsuario"))}});
    if (refusal.isEmpty() && term.value(QStringLiteral("CadastrarContrato")) == u"true")
        refusal = createContract(params);
    return refusal;
}

QString Enrollment::createContract(const EnrollmentParams &params)
{
    const Members &term = params.term;
    const QString number =
        QString::number(m_database.table(QStringLiteral("SCONTRATO")).rows().size() + 1).rightJustified(6, u'0');
    return put(QStringLiteral("SCONTRATO"),
               {{QStringLiteral("CODCOLIGADA"), term.value(QStringLiteral("CodColigada"))},
                {QStringLiteral("RA"), term.value(QStringLiteral("RA"))},
                {QStringLiteral("IDPERLET"), term.value(QStringLiteral("IdPerLet"))},
                {QStringLiteral("CODCONTRATO"), number},
                {QStringLiteral("IDHABILITACAOFILIAL"), term.value(QStringLiteral("IdHabilitacaoFilial"))},
                {QStringLiteral("CODPLANOPGTO"), term.value(QStringLiteral("CodPlanoPgto"))},
                {QStringLiteral("DTCONTRATO"), term.value(QStringLiteral("DataMatricula"))},
                {QStringLiteral("TIPOCONTRATO"), QStringLiteral("P")},
                {QStringLiteral("STATUS"), QStringLiteral("N")}});
}

QString Enrollment::enterSubjects(const EnrollmentParams &params)
{
    QString result = done();
    for (const Members &subject : params.subjects) {
        const QString refusal = enterSubject(params, subject);
        if (!refusal.isEmpty())
            result = refusal;
    }
    return result;
}

QString Enrollment::subjectRefusal(const EnrollmentParams &params, const Members &subject, const Row &offered) const
{
    const Table &offers = m_database.table(QStringLiteral("STURMADISC"));
    const auto differs = [&](const QString &column, const QString &member) {
        return offers.value(offered, column) != params.term.value(member);
    };
    if (differs(QStringLiteral("IDPERLET"), QStringLiteral("IdPerLet"))
        || differs(QStringLiteral("CODFILIAL"), QStringLiteral("CodFilial"))
        || differs(QStringLiteral("CODTURMA"), QStringLiteral("CodTurma"))
        || differs(QStringLiteral("IDHABILITACAOFILIAL"), QStringLiteral("IdHabilitacaoFilial")))
        return QStringLiteral("A disciplina não pertence à turma, ao período letivo e à matriz aplicada informados.");
    if (subject.value(QStringLiteral("RA")) != params.term.value(QStringLiteral("RA")))
        return refusals::noRow();
    if (offers.value(offered, QStringLiteral("ATIVA")) != u"S"
        || offers.value(offered, QStringLiteral("DISPONIVELMATRICULA")) != u"S")
        return QStringLiteral("A disciplina não está disponível para matrícula.");
    const QString key = keyText({subject.value(QStringLiteral("CodColigada")),
                                 subject.value(QStringLiteral("IdTurmaDisc")), subject.value(QStringLiteral("RA"))});
    if (m_database.table(QStringLiteral("SMATRICULA")).find(key))
        return QStringLiteral("O aluno já está cursando a disciplina");
    if (isFull(offers, offered, QStringLiteral("SMATRICULA"),
               {QStringLiteral("IDTURMADISC"), QStringLiteral("CODCOLIGADA")}))
        return QStringLiteral("A turma/disciplina está cheia.");
    return {};
}

QString Enrollment::enterSubject(const EnrollmentParams &params, const Members &subject)
{
    const QString company = subject.value(QStringLiteral("CodColigada"));
    const QString id = subject.value(QStringLiteral("IdTurmaDisc"));
    if (company != params.context.company())
        return refusals::otherContext();
    const Row *offered = m_database.table(QStringLiteral("STURMADISC")).find(keyText({company, id}));
    if (!offered)
        return QStringLiteral("Turma/disciplina não encontrada.");
    const QString refusal = subjectRefusal(params, subject, *offered);
    if (!refusal.isEmpty())
        return refusal;
    return put(QStringLiteral("SMATRICULA"),
               {{QStringLiteral("CODCOLIGADA"), company},
                {QStringLiteral("IDTURMADISC"), id},
                {QStringLiteral("RA"), subject.value(QStringLiteral("RA"))},
                {QStringLiteral("IDPERLET"), subject.value(QStringLiteral("IdPerLet"))},
                {QStringLiteral("IDHABILITACAOFILIAL"), subject.value(QStringLiteral("IdHabilitacaoFilial"))},
                {QStringLiteral("CODFILIAL"), subject.value(QStringLiteral("CodFilial"))},
                {QStringLiteral("CODTIPOCURSO"), subject.value(QStringLiteral("CodTipoCurso"))},
                {QStringLiteral("CODSTATUS"), subject.value(QStringLiteral("CodStatus"))},
                {QStringLiteral("TIPOMAT"), subject.value(QStringLiteral("TipoMat"))},
                {QStringLiteral("TIPODISCIPLINA"), subject.value(QStringLiteral("TipoDisciplina")).left(1)},
                {QStringLiteral("DTMATRICULA"), subject.value(QStringLiteral("DataMatricula"))},
                {QStringLiteral("CODUSUARIO"), subject.value(QStringLiteral("CodUsuario"))}});
}

QString Enrollment::changeStatus(const EnrollmentParams &params)
{
    Table &table = m_database.table(QStringLiteral("SMATRICPL"));
    const Row *known = table.find(termKey(params));
    if (!known)
        return refusals::noRow();
    if (params.newStatus().isEmpty())
        return refusals::missingFields({QStringLiteral("Nova Situação de Matrícula")});
    Row row = *known;
    table.setValue(row, QStringLiteral("CODSTATUS"), params.newStatus());
    if (const ForeignKey *broken = m_database.brokenForeignKey(table, row))
        return refusals::brokenForeignKey(table.definition(), *broken, row);
    m_writer.stamp(table, &row, known);
    table.put(row);
    return done();
}

} // namespace ponte::sandbox::rm
