// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/sale.h"

#include <QList>

namespace ponte::lojaclick {

/// The steps of one sale that write to RM, in the order of loja-click.md F0-11.
enum class Step { Guardian, Student, CourseEnrollment, TermEnrollment, SubjectEnrollment, PreContract };

/// What RM holds for the student and the class of the sale when the enrolment is planned.
struct EnrollmentFacts {
    Network network = Network::Senai;
    bool courseExists = false; ///< a row of SHABILITACAOALUNO for the offer; meaningless for SESI
    bool termExists = false; ///< a row of SMATRICPL for offer and term
    QList<qint64> classSubjects; ///< IDTURMADISC of the class
    QList<qint64> enrolledSubjects; ///< IDTURMADISC of the student's SMATRICULA in this term
    bool startedByThisSale =
        false; ///< an earlier try of this sale wrote already, so that "all enrolled" is its own work
};

struct EnrollmentPlan {
    QList<Step> steps; ///< of CourseEnrollment, TermEnrollment, SubjectEnrollment, PreContract
    QList<qint64> missingSubjects; ///< in the order of the class
    bool refusedAllEnrolled = false; ///< "Aluno já matriculado em todas as disciplinas da turma" (loja-click.md D0-14)
};

/// Pure. Cases by existence: loja-click.md F0-13, F0-14, D0-12 to D0-14.
[[nodiscard]] EnrollmentPlan planEnrollment(const EnrollmentFacts &facts);

} // namespace ponte::lojaclick
