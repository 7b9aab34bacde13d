// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/sale.h"
#include "core/rm/client.h"
#include "core/rm/processxml.h"

#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace ponte::lojaclick {

/// What differs between installations of RM; belongs to the RM connection.
struct SgeSettings {
    bool globalGuardian = false; ///< guardians live in company 0 instead of the company of the sale
    int termKind = 1; ///< CodTipoMat
    int subjectKind = 1; ///< TipoMat
    QString contractServer = QStringLiteral("EduContratoData");
    QString contractNumberColumn = {}; ///< takes the ERP's number; empty for none
    bool changeStatus = true; ///< loja-click.md D0-29
};

/// How long a row is waited for after a process took its work as a job.
struct JobWait {
    int tries = 6;
    std::chrono::milliseconds interval = std::chrono::seconds(2);
    /// Waits; false if the work was cancelled. None: a wait that the client's CancelToken interrupts.
    std::function<bool(std::chrono::milliseconds)> wait = {};
};

struct GuardianKey {
    CompanyId company; ///< 0 for a global guardian
    QString code; ///< CODCFO
    bool operator==(const GuardianKey &) const = default;
};

struct StudentKey {
    QString ra;
    QString person; ///< CODPESSOA
    bool operator==(const StudentKey &) const = default;
};

/// What RM knows about the class that was sold.
struct OfferFacts {
    QString course, habilitation, matrix, shift; ///< CODCURSO, CODHABILITACAO, CODGRADE, CODTURNO
    QList<qint64> subjects; ///< IDTURMADISC of the class, ascending
};

struct TermEnrollment {
    QString status; ///< CODSTATUS
    QString classCode; ///< CODTURMA
    bool operator==(const TermEnrollment &) const = default;
};

struct PreContract {
    QString code; ///< CODCONTRATO
    QString status; ///< N normal, S cancelled
    QString number; ///< of the ERP, where a setting names its column
    bool operator==(const PreContract &) const = default;
};

/// The operations of Loja Click on RM. Blocks, in a worker thread; each looks before it writes, none tries a write
/// again. Every call is appended to `log`. Errors are those of rm::Client, and Rule (422: `field` names the member of
/// the sale), NotFound.
class SgeGateway
{
public:
    /// `context`: company, branch and level of the sale and the integration user.
    SgeGateway(rm::Client &client, SgeSettings settings, rm::Context context, Network network, JobWait jobWait = {});

    /// Refuses (Rule) where offer, term, class, branch and level do not fit together or the class has no subjects.
    [[nodiscard]] Result<OfferFacts> checkOffer(const Sale &sale, rm::ExchangeLog &log);

    /// By CPF or CNPJ, written with digits only or with its mask.
    [[nodiscard]] Result<std::optional<GuardianKey>> findGuardian(const QString &document, rm::ExchangeLog &log);
    /// Creates, or overwrites what is present and not empty in the message (loja-click.md D0-28); an existing guardian
    /// that already says so is not written.
    [[nodiscard]] Result<GuardianKey> saveGuardian(const Guardian &guardian, const std::optional<GuardianKey> &existing,
                                                   rm::ExchangeLog &log);

    /// CODIGO of the person.
    [[nodiscard]] Result<std::optional<QString>> findPerson(const QString &cpf, rm::ExchangeLog &log);
    /// The person as a student of the company.
    [[nodiscard]] Result<std::optional<StudentKey>> findStudent(const QString &person, rm::ExchangeLog &log);
    /// Person, then student, each created or updated; the student is linked to the guardian.
    [[nodiscard]] Result<StudentKey> saveStudent(const Student &student, const std::optional<QString> &person,
                                                 const std::optional<StudentKey> &existing, const GuardianKey &guardian,
                                                 rm::ExchangeLog &log);
    /// For the update call: the person of this CPF takes the fields that are not empty. NotFound if there is none; the
    /// RA is empty where the person is no student of the company.
    [[nodiscard]] Result<StudentKey> updateStudentByCpf(const Student &student, rm::ExchangeLog &log);

    [[nodiscard]] Result<bool> courseEnrollmentExists(const QString &ra, qint64 courseOfferId, rm::ExchangeLog &log);
    [[nodiscard]] Result<> saveCourseEnrollment(const Sale &sale, const QString &ra, const OfferFacts &offer,
                                                const QString &status, rm::ExchangeLog &log);

    [[nodiscard]] Result<std::optional<TermEnrollment>> termEnrollment(const Sale &sale, const QString &ra,
                                                                       rm::ExchangeLog &log);
    /// Succeeds only when the row was read afterwards; OutcomeUnknown if a job did not bring it in time.
    [[nodiscard]] Result<> enrollTerm(const Sale &sale, const QString &ra, const QString &status, rm::ExchangeLog &log);

    /// IDTURMADISC of the student in the term, ascending.
    [[nodiscard]] Result<QList<qint64>> enrolledSubjects(const QString &ra, qint64 termId, rm::ExchangeLog &log);
    /// One call per subject in the given order, then the rows are read; stops at the first refusal.
    [[nodiscard]] Result<> enrollSubjects(const Sale &sale, const QString &ra, const QList<qint64> &subjects,
                                          const QString &status, rm::ExchangeLog &log);

    [[nodiscard]] Result<std::optional<PreContract>> findPreContract(const QString &ra, qint64 termId,
                                                                     const QString &code, rm::ExchangeLog &log);
    [[nodiscard]] Result<> savePreContract(const Sale &sale, const QString &ra, const QString &code,
                                           rm::ExchangeLog &log);

    /// The student's link CODCOLCFO, CODCFO as it is now; NotFound without one.
    [[nodiscard]] Result<GuardianKey> readGuardianOfStudent(const QString &ra, rm::ExchangeLog &log);
    /// The contract as it is now; NotFound without one.
    [[nodiscard]] Result<PreContract> readContract(const QString &ra, qint64 termId, const QString &code,
                                                   rm::ExchangeLog &log);
    /// Moves the term enrolment to `newStatus`; nothing is written if it is there already or the setting forbids it.
    [[nodiscard]] Result<> changeTermStatus(const Sale &sale, const QString &ra, const QString &newStatus,
                                            rm::ExchangeLog &log);
    /// Nothing is written without a column for the number or if it says so already.
    [[nodiscard]] Result<> linkContractNumber(const QString &ra, qint64 termId, const QString &code,
                                              const QString &number, rm::ExchangeLog &log);

private:
    [[nodiscard]] Result<> checkCourseOffer(const Sale &sale, OfferFacts &facts, rm::ExchangeLog &log);
    [[nodiscard]] Result<> checkTerm(const Sale &sale, rm::ExchangeLog &log);
    [[nodiscard]] Result<> checkClass(const Sale &sale, rm::ExchangeLog &log);
    [[nodiscard]] Result<QList<qint64>> readSubjects(const Sale &sale, rm::ExchangeLog &log);
    [[nodiscard]] Result<QString> savePerson(const Student &student, const std::optional<QString> &person,
                                             rm::ExchangeLog &log);
    [[nodiscard]] Result<QString> saveStudentRow(const QString &person, const std::optional<StudentKey> &existing,
                                                 const GuardianKey &guardian, rm::ExchangeLog &log);
    [[nodiscard]] Result<std::optional<TermEnrollment>> readTerm(const char *name, const Sale &sale, const QString &ra,
                                                                 rm::ExchangeLog &log);
    [[nodiscard]] Result<QList<qint64>> readEnrolled(const char *name, const QString &ra, qint64 termId,
                                                     rm::ExchangeLog &log);
    [[nodiscard]] Result<std::optional<PreContract>> readPreContract(const char *name, const QString &ra, qint64 termId,
                                                                     const QString &code, rm::ExchangeLog &log);
    [[nodiscard]] rm::EnrollmentTarget target(const Sale &sale, const QString &ra, const QString &status) const;
    [[nodiscard]] Result<rm::ProcessAnswer> runEnrollment(const char *name, const QString &xml, rm::ExchangeLog &log);
    /// Asks `seen` at once and after each wait, until it says true.
    [[nodiscard]] Result<> await(const rm::ProcessAnswer &answer, const QString &what,
                                 const std::function<Result<bool>()> &seen) const;
    [[nodiscard]] CompanyId guardianCompany() const;
    [[nodiscard]] QString contractKey(const QString &ra, qint64 termId, const QString &code) const;

    rm::Client &m_client;
    SgeSettings m_settings;
    rm::Context m_context;
    Network m_network;
    JobWait m_jobWait;
};

} // namespace ponte::lojaclick
