// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/activation.h"
#include "core/lojaclick/enrollmentplan.h"
#include "core/lojaclick/envelope.h"
#include "core/lojaclick/execution.h"

#include <functional>
#include <future>

namespace ponte::lojaclick {

/// Runs one accepted sale from its checks to its answer, as plain sequential code in a worker thread (loja-click.md
/// F0-11). A failed step stops it there; a repeat goes on from what exists. No RM write is tried twice.
///
/// What a step did is on its way to the database while the next one reads; before RM is written again it is there, with
/// the name of the step that writes.
class SaleImport
{
public:
    /// One CPF is one person in RM, whichever company sells; guardian and student may be the same.
    [[nodiscard]] static QStringList lockNames(const Sale &sale);

    /// `locked`: the locks of lockNames() where they were free when the sale was accepted.
    SaleImport(Environment &environment, Activation &activation, const Acceptance &acceptance,
               work::NaturalLocks::Guard locked, Sale sale, QString who, http::Client &client, CancelToken cancel);

    /// The answer, kept with the sale before it is returned. An answer of 503 without it being kept only if the lease
    /// or the database was lost.
    [[nodiscard]] ApiAnswer run();

private:
    struct Found;
    class Gate;
    [[nodiscard]] Result<> prepare();
    [[nodiscard]] Result<> runSteps(SgeGateway &sge);
    [[nodiscard]] Result<> activate();
    /// To a sale whose enrolment stands.
    [[nodiscard]] ApiAnswer answerFor(log::Status contract) const;
    [[nodiscard]] Result<> keepAnswer(storage::Connection &connection, const ApiAnswer &answer);
    [[nodiscard]] Result<Found> lookUp(SgeGateway &sge);
    [[nodiscard]] Result<> writeEnrollment(SgeGateway &sge, Found &found);
    [[nodiscard]] Result<> settleInterrupted(const Found &found);
    [[nodiscard]] Result<> saveGuardian(SgeGateway &sge, const Found &found);
    [[nodiscard]] Result<> saveStudent(SgeGateway &sge, const Found &found);
    [[nodiscard]] Result<> saveCourse(SgeGateway &sge, const Found &found);
    [[nodiscard]] Result<> saveTerm(SgeGateway &sge, const Found &found);
    [[nodiscard]] Result<> saveSubjects(SgeGateway &sge, const Found &found);
    [[nodiscard]] Result<> savePreContract(SgeGateway &sge, const Found &found);

    /// Notes that a functionality is under way before RM is written.
    [[nodiscard]] Result<> begin(const QString &functionality);
    /// Keeps what a functionality did, and names the next one, in one transaction that is waited for later.
    [[nodiscard]] Result<> done(const char *commitName, Execution execution, const QString &next);
    [[nodiscard]] Result<> keepLater(const char *commitName, std::function<Result<>(storage::Connection &)> work);
    /// Waits for what is on its way to the database. The first failure stays.
    [[nodiscard]] Result<> settled();
    /// Notes a failed functionality and answers its error.
    [[nodiscard]] tl::unexpected<Error> failed(const QString &functionality, const QString &keyValues,
                                               const Error &error, const rm::ExchangeLog &exchanges);
    [[nodiscard]] ApiAnswer finish(const Result<> &steps);
    [[nodiscard]] Result<log::Status> contractStatus();
    [[nodiscard]] Subject subject() const;
    [[nodiscard]] QString termKey(const QString &last) const;

    Environment &m_environment;
    Activation &m_activation;
    const SaleLease m_lease;
    SaleProgress m_progress;
    const bool m_startedBefore;
    const Sale m_sale;
    const QString m_who;
    http::Client &m_client;
    const CancelToken m_cancel;
    Settings m_settings;
    work::NaturalLocks::Guard m_locked;
    std::optional<ActivationLease> m_activationLease;
    std::optional<ApiAnswer> m_answer; ///< kept together with the contract's outcome
    std::optional<Execution> m_failure;
    std::future<Result<>> m_keeping; ///< the commit on its way
    Result<> m_kept; ///< how the ones before it ended
    bool m_wrote = false; ///< RM was or may have been written by this or an earlier try
};

} // namespace ponte::lojaclick
