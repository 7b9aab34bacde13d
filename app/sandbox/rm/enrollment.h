// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/rm/processparams.h"
#include "app/sandbox/rm/recordwriter.h"

namespace ponte::sandbox::rm {

/// The process EduMatriculaProcData: enrols in a term and in subjects, and changes statuses.
class Enrollment
{
public:
    Enrollment(Database &database, const RecordWriter &writer);

    /// `1`, or why RM refuses.
    [[nodiscard]] QString execute(const EnrollmentParams &params);

private:
    [[nodiscard]] QString contextRefusal(const EnrollmentParams &params) const;
    [[nodiscard]] QString fitRefusal(const EnrollmentParams &params) const;
    [[nodiscard]] QString enterTerm(const EnrollmentParams &params);
    [[nodiscard]] QString courseRefusal(const EnrollmentParams &params) const;
    [[nodiscard]] QString enterSubjects(const EnrollmentParams &params);
    [[nodiscard]] QString enterSubject(const EnrollmentParams &params, const Members &subject);
    [[nodiscard]] QString subjectRefusal(const EnrollmentParams &params, const Members &subject,
                                         const Row &offered) const;
    [[nodiscard]] QString changeStatus(const EnrollmentParams &params);
    [[nodiscard]] QString createContract(const EnrollmentParams &params);
    [[nodiscard]] QString put(const QString &table, const QList<QPair<QString, QString>> &values);
    [[nodiscard]] QString termKey(const EnrollmentParams &params) const;
    /// Whether the place (a class or a class-subject) has as many rows in \`taken\` as MAXALUNOS allows.
    [[nodiscard]] bool isFull(const Table &places, const Row &place, const QString &taken,
                              const QStringList &columns) const;

    Database &m_database;
    const RecordWriter &m_writer;
};

} // namespace ponte::sandbox::rm
