// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/activation.h"
#include "core/lojaclick/enrollmentplan.h"
#include "core/lojaclick/envelope.h"
#include "core/lojaclick/execution.h"

namespace ponte::lojaclick {

/// Runs one accepted sale from its checks to its answer, as plain sequential code in a worker thread (loja-click.md
/// F0-11). A failed step stops it there; a repeat goes on from what exists. No RM write is tried twice.
class SaleImport
{
public:
    SaleImport(Environment &environment, Activation &activation, const Acceptance &acceptance, Sale sale, QString who,
               http::Client &client, CancelToken cancel);

    /// The answer, kept with the sale before it is returned. An answer of 503 without it being kept only if the lease
    /// or the database was lost.
    [[nodiscard]] ApiAnswer run();

private:
    struct Found;
    [[nodiscard]] Result<> prepare();
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
    /// Keeps what a functionality did, and names the next one, in one transaction.
    [[nodiscard]] Result<> done(const char *commitName, Execution execution, const QString &next);
    /// Notes a failed functionality and answers its error.
    [[nodiscard]] tl::unexpected<Error> failed(const QString &functionality, const QString &keyValues,
                                               const Error &error, const rm::ExchangeLog &exchanges);
    [[nodiscard]] ApiAnswer finish(const Result<> &result);
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
    std::optional<ActivationLease> m_activationLease;
    std::optional<Execution> m_failure;
    bool m_wrote = false; ///< RM was or may have been written by this or an earlier try
};

} // namespace ponte::lojaclick
