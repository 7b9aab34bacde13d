// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/lojaclick/enrollmentplan.h"

#include <QSet>

namespace ponte::lojaclick {

EnrollmentPlan planEnrollment(const EnrollmentFacts &facts)
{
    EnrollmentPlan plan;
    QSet<qint64> enrolled(facts.enrolledSubjects.begin(), facts.enrolledSubjects.end());
    for (const qint64 subject : facts.classSubjects) {
        if (enrolled.contains(subject))
            continue;
        plan.missingSubjects << subject;
        enrolled.insert(subject);
    }

    // A class without subjects has nothing that the student could have taken already.
    const bool allEnrolled = plan.missingSubjects.isEmpty() && !facts.classSubjects.isEmpty();
    if (allEnrolled && !facts.startedByThisSale) {
        plan.refusedAllEnrolled = true;
        return plan;
    }
    if (facts.network != Network::Sesi && !facts.courseExists)
        plan.steps << Step::CourseEnrollment;
    if (!facts.termExists)
        plan.steps << Step::TermEnrollment;
    if (!plan.missingSubjects.isEmpty())
        plan.steps << Step::SubjectEnrollment;
    plan.steps << Step::PreContract;
    return plan;
}

} // namespace ponte::lojaclick
