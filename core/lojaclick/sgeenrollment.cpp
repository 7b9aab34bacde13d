// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/outsidecalls.h"
#include "core/lojaclick/sgegateway.h"
#include "core/rm/filter.h"

#include <algorithm>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;

namespace {

/// RM says so by a text where a row exists already; the row itself decides.
bool saysAlreadyEnrolled(const QString &text)
{
    return text.contains(u"já está cursando"_s, Qt::CaseInsensitive)
           || text.contains(u"já está matriculado"_s, Qt::CaseInsensitive);
}

QString listed(const QList<qint64> &numbers)
{
    QStringList texts;
    for (const qint64 number : numbers)
        texts << QString::number(number);
    return texts.join(u", "_s);
}

} // namespace

Result<bool> SgeGateway::courseEnrollmentExists(const QString &ra, qint64 courseOfferId, rm::ExchangeLog &log)
{
    const QString table = u"SHABILITACAOALUNO"_s;
    const QString filter = rm::Filter(table)
                               .equals(u"CODCOLIGADA", m_context.company.value())
                               .equals(u"IDHABILITACAOFILIAL", courseOfferId)
                               .equals(u"RA", ra)
                               .toText();
    const auto set = m_client.readView(call::courseFind, u"EduHabilitacaoAlunoData"_s, filter, m_context, log);
    if (!set)
        return tl::unexpected(set.error());
    return set->first(table) != nullptr;
}

Result<> SgeGateway::saveCourseEnrollment(const Sale &sale, const QString &ra, const OfferFacts &offer,
                                          const QString &status, rm::ExchangeLog &log)
{
    const QString server = u"EduHabilitacaoAlunoData"_s;
    const QString company = QString::number(m_context.company.value());
    const QString courseOffer = QString::number(sale.courseOfferId);
    const QList<QPair<QString, QString>> columns {{u"CODCOLIGADA"_s, company},
                                                  {u"IDHABILITACAOFILIAL"_s, courseOffer},
                                                  {u"RA"_s, ra},
                                                  {u"CODCURSO"_s, offer.course},
                                                  {u"CODHABILITACAO"_s, offer.habilitation},
                                                  {u"CODGRADE"_s, offer.matrix},
                                                  {u"CODFILIAL"_s, QString::number(m_context.branch.value())},
                                                  {u"CODTURNO"_s, offer.shift},
                                                  {u"CODSTATUS"_s, status},
                                                  {u"CODTIPOCURSO"_s, QString::number(m_context.level.value())}};
    const QString xml = rm::recordXml(rm::dataSetNameOf(server), {{u"SHabilitacaoAluno"_s, columns}});
    const auto shape = rm::KeyShape().known(company).known(courseOffer).known(ra);
    const auto key = m_client.saveRecord(call::courseSave, server, xml, m_context, shape, log);
    if (!key)
        return tl::unexpected(key.error());
    return {};
}

Result<std::optional<TermEnrollment>> SgeGateway::readTerm(const char *name, const Sale &sale, const QString &ra,
                                                           rm::ExchangeLog &log)
{
    const QString table = u"SMATRICPL"_s;
    const QString filter = rm::Filter(table)
                               .equals(u"CODCOLIGADA", m_context.company.value())
                               .equals(u"IDPERLET", sale.termId)
                               .equals(u"IDHABILITACAOFILIAL", sale.courseOfferId)
                               .equals(u"RA", ra)
                               .toText();
    const auto set = m_client.readView(name, u"EduMatricPLData"_s, filter, m_context, log);
    if (!set)
        return tl::unexpected(set.error());
    const rm::Row *row = set->first(table);
    if (!row)
        return std::nullopt;
    return TermEnrollment {row->value(u"CODSTATUS"_s), row->value(u"CODTURMA"_s)};
}

Result<std::optional<TermEnrollment>> SgeGateway::termEnrollment(const Sale &sale, const QString &ra,
                                                                 rm::ExchangeLog &log)
{
    return readTerm(call::termFind, sale, ra, log);
}

/// The answer, or RM's refusal where the text is none of those that a row may confirm.
Result<rm::ProcessAnswer> SgeGateway::runEnrollment(const char *name, const QString &xml, rm::ExchangeLog &log)
{
    auto answer = m_client.executeProcess(name, rm::enrollmentProcess, xml, log);
    if (answer && answer->kind == rm::ProcessAnswer::Kind::Text && !saysAlreadyEnrolled(answer->text))
        return failure(ErrorCode::Refused, rm::headline(answer->text), answer->text);
    return answer;
}

Result<> SgeGateway::enrollTerm(const Sale &sale, const QString &ra, const QString &status, rm::ExchangeLog &log)
{
    const auto answer = runEnrollment(call::termEnroll, rm::termEnrollmentXml(target(sale, ra, status)), log);
    if (!answer)
        return tl::unexpected(answer.error());
    return await(*answer, u"a matrícula no período letivo %1"_s.arg(sale.termId), [&]() -> Result<bool> {
        const auto row = readTerm(call::termReread, sale, ra, log);
        if (!row)
            return tl::unexpected(row.error());
        return row->has_value();
    });
}

Result<QList<qint64>> SgeGateway::readEnrolled(const char *name, const QString &ra, qint64 termId, rm::ExchangeLog &log)
{
    const QString table = u"SMATRICULA"_s;
    const QString filter = rm::Filter(table)
                               .equals(u"CODCOLIGADA", m_context.company.value())
                               .equals(u"IDPERLET", termId)
                               .equals(u"RA", ra)
                               .toText();
    const auto set = m_client.readView(name, u"EduMatriculaData"_s, filter, m_context, log);
    if (!set)
        return tl::unexpected(set.error());
    QList<qint64> subjects;
    for (const rm::Row &row : set->rowsOf(table)) {
        const qint64 id = row.number(u"IDTURMADISC"_s);
        if (id > 0 && !subjects.contains(id))
            subjects << id;
    }
    std::sort(subjects.begin(), subjects.end());
    return subjects;
}

Result<QList<qint64>> SgeGateway::enrolledSubjects(const QString &ra, qint64 termId, rm::ExchangeLog &log)
{
    return readEnrolled(call::subjectFind, ra, termId, log);
}

Result<> SgeGateway::enrollSubjects(const Sale &sale, const QString &ra, const QList<qint64> &subjects,
                                    const QString &status, rm::ExchangeLog &log)
{
    if (subjects.isEmpty())
        return {};
    rm::EnrollmentTarget where = target(sale, ra, status);
    // The term has its plan already.
    where.paymentPlan.clear();
    rm::ProcessAnswer last;
    for (const qint64 subject : subjects) {
        const QString xml = rm::subjectEnrollmentXml(where, subject, m_settings.subjectKind);
        const auto answer = runEnrollment(call::subjectEnroll, xml, log);
        if (!answer) {
            Error error = answer.error();
            if (error.code == ErrorCode::Refused)
                error.message = u"Disciplina %1: %2"_s.arg(QString::number(subject), error.message);
            return tl::unexpected(error);
        }
        // A job is the answer that explains a row that is late.
        if (last.kind != rm::ProcessAnswer::Kind::Job)
            last = *answer;
    }
    return await(last, u"a matrícula nas disciplinas %1"_s.arg(listed(subjects)), [&]() -> Result<bool> {
        const auto enrolled = readEnrolled(call::subjectReread, ra, sale.termId, log);
        if (!enrolled)
            return tl::unexpected(enrolled.error());
        return std::all_of(subjects.begin(), subjects.end(),
                           [&enrolled](qint64 subject) { return enrolled->contains(subject); });
    });
}

Result<> SgeGateway::changeTermStatus(const Sale &sale, const QString &ra, const QString &newStatus,
                                      rm::ExchangeLog &log)
{
    if (!m_settings.changeStatus)
        return {};
    const auto term = readTerm(call::statusFind, sale, ra, log);
    if (!term)
        return tl::unexpected(term.error());
    if (!*term) {
        return failure(ErrorCode::NotFound,
                       u"O aluno %1 não tem matrícula no período letivo %2."_s.arg(ra, QString::number(sale.termId)));
    }
    if ((*term)->status == newStatus)
        return {};
    rm::EnrollmentTarget where = target(sale, ra, (*term)->status);
    where.paymentPlan.clear();
    const auto answer = runEnrollment(call::statusChange, rm::statusChangeXml(where, newStatus), log);
    if (!answer)
        return tl::unexpected(answer.error());
    return await(*answer, u"a nova situação de matrícula %1"_s.arg(newStatus), [&]() -> Result<bool> {
        const auto row = readTerm(call::statusReread, sale, ra, log);
        if (!row)
            return tl::unexpected(row.error());
        return row->has_value() && (*row)->status == newStatus;
    });
}

} // namespace ponte::lojaclick
