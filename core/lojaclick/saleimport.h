// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/activation.h"
#include "core/lojaclick/enrollmentplan.h"
#include "core/lojaclick/envelope.h"
#include "core/lojaclick/salejournal.h"

namespace ponte::lojaclick {

/// Runs one accepted sale from its checks to its answer, as plain sequential code in a worker thread (loja-click.md
/// F0-11). A failed step stops it there; a repeat goes on from what exists. No RM write is tried twice.
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
    [[nodiscard]] Result<Found> lookUp(SgeGateway &sge);
    [[nodiscard]] Result<> writeEnrollment(SgeGateway &sge, Found &found);
    [[nodiscard]] Result<> settleInterrupted(const Found &found);
    [[nodiscard]] Result<> saveGuardian(SgeGateway &sge, const Found &found);
    [[nodiscard]] Result<> saveStudent(SgeGateway &sge, const Found &found);
    [[nodiscard]] Result<> saveCourse(SgeGateway &sge, const Found &found);
    [[nodiscard]] Result<> saveTerm(SgeGateway &sge, const Found &found);
    [[nodiscard]] Result<> saveSubjects(SgeGateway &sge, const Found &found);
    [[nodiscard]] Result<> savePreContract(SgeGateway &sge, const Found &found);
    [[nodiscard]] Result<> handOver(storage::Connection &connection, const SaleProgress &progress,
                                    const QDateTime &now);
    [[nodiscard]] ApiAnswer finish(const Result<> &steps);
    [[nodiscard]] Result<log::Status> contractStatus();
    [[nodiscard]] QString termKey(const QString &last) const;

    Environment &m_environment;
    Activation &m_activation;
    const bool m_startedBefore;
    const Sale m_sale;
    const QString m_who;
    http::Client &m_client;
    const CancelToken m_cancel;
    Settings m_settings;
    work::NaturalLocks::Guard m_locked;
    std::optional<ActivationLease> m_activationLease;
    std::optional<ApiAnswer> m_answer; ///< kept together with the contract's outcome
    SaleJournal m_journal;
};

} // namespace ponte::lojaclick
