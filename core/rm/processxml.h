// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/rm/connection.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace ponte::rm {

/// The process by which RM enrols in a term and in subjects (totvs-rm.md 3.5).
inline constexpr QLatin1String enrollmentProcess("EduMatriculaProcData");

/// The enrolment that a call of the process is about.
struct EnrollmentTarget {
    Context context;
    qint64 courseOfferId = 0; ///< IDHABILITACAOFILIAL
    qint64 termId = 0; ///< IDPERLET
    QString ra;
    QString classCode; ///< CODTURMA
    QString status; ///< CODSTATUS
    QDate date; ///< DataMatricula
    int period = 1; ///< Periodo: the série for SESI
    int termKind = 1; ///< CodTipoMat
    QString paymentPlan; ///< CodPlanoPgto; empty for none
    /// The table whose keys the call carries: SHabilitacaoAluno, for SESI SMatricPL.
    bool keyedByTerm = false;
};

/// EduMatriculaParamsProc documents in the order that .NET's DataContractSerializer demands: members of the base class
/// first, then those of the class, each in ordinal order; a member out of order would be ignored without a word.
[[nodiscard]] QString termEnrollmentXml(const EnrollmentTarget &target);
/// One subject; keyed by SMatricPL always.
[[nodiscard]] QString subjectEnrollmentXml(const EnrollmentTarget &target, qint64 classSubjectId, int subjectKind);
/// Moves the term from `target.status` to `newStatus`.
[[nodiscard]] QString statusChangeXml(const EnrollmentTarget &target, const QString &newStatus);

} // namespace ponte::rm
