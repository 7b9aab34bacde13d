// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/activationrules.h"
#include "core/lojaclick/environment.h"
#include "core/lojaclick/salestore.h"

#include <mutex>

namespace ponte::lojaclick {

/// The right to attempt one contract activation.
struct ActivationLease {
    LogRecordId record;
    CompanyId company;
    QString saleId;
    ActivationState state; ///< as claimed
    log::CallState callState = log::CallState::None; ///< of an earlier attempt; other than None: ask the ERP first
    qint64 owner = 0;
    qint64 number = 0;
    QString lastMessage = {}; ///< of the record, as claimed
    bool begun = false; ///< the call is on record as in flight already
    QDateTime notBefore = {}; ///< UTC; what the ERP asked to wait for, as claimed
    bool anew = false; ///< the count of automatic attempts begins anew with an attempt that is made (D0-04)
};

struct AttemptReport {
    ActivationState state; ///< after the attempt
    QString message;
    bool called = false; ///< false where nothing could be asked of the ERP: RM away, destination stopped
    bool answered = false; ///< the ERP accepted or refused
    bool away = false; ///< ERP or RM down, paused or stopped: other records would fare no better now
};

/// Runs in the transaction that keeps the outcome of an attempt.
using AlsoKeep = std::function<Result<>(storage::Connection &, const AttemptReport &)>;

/// Makes pre-contracts effective in the ERP: the first time for a sale, again for people and schedules. The rules of an
/// attempt are the same each time (loja-click.md F0-30).
class Activation
{
public:
    explicit Activation(Environment &environment);

    /// Inside the transaction that records the pre-contract: the record is born Pending and leased, its call in flight,
    /// before any call is made (loja-click.md D0-01). None where an earlier try of the sale knows the outcome already.
    [[nodiscard]] Result<std::optional<ActivationLease>> giveBirth(storage::Connection &connection, const Sale &sale,
                                                                   const QString &ra, const QString &preContract,
                                                                   const QDateTime &now) const;
    /// None where another worker holds the record ("em processamento") or it succeeded meanwhile.
    [[nodiscard]] Result<std::optional<ActivationLease>> claim(LogRecordId record);
    /// Claims those of the records that can be claimed within a transaction of the caller, with their calls in flight
    /// already: there it costs no commit of its own. An attempt that ends before its call puts that back.
    [[nodiscard]] Result<QList<ActivationLease>> claimBegun(storage::Connection &connection,
                                                            const QList<LogRecordId> &records) const;
    /// How many records a batch may work on at once: enough that the ERP's limit is used while others read RM or wait
    /// for the database, less those that runs by schedule have taken.
    [[nodiscard]] int atOnce() const;
    /// What a run by schedule takes of them while it lives: at least one, and all runs together at most half, since
    /// each costs a connection to the database and a person's batch must go on beside them.
    class Places
    {
    public:
        Places(Activation &activation, qsizetype wanted);
        ~Places();
        Q_DISABLE_COPY_MOVE(Places)
        [[nodiscard]] int count() const { return m_count; }

    private:
        Activation &m_activation;
        const int m_count;
    };

    /// One attempt: asks first where the outcome of an earlier one is unknown, sends, asks once more where the record
    /// would be cancelled with an unknown outcome, keeps item, status and notices in one transaction, and gives the
    /// lease back. `who` is shown in the item. A manual attempt, and one with `probe`, calls an ERP that is paused
    /// because it was down. Error only where the database failed, before anything was sent: then the lease is given
    /// back as it was, as soon as the database is there again.
    [[nodiscard]] Result<AttemptReport> attempt(const ActivationLease &lease, AttemptKind kind, const QString &who,
                                                http::Client &client, const CancelToken &cancel, bool probe = false,
                                                const AlsoKeep &also = {});

    /// Keeps what a refused permission makes of the record (Cancelado where the maximum was lowered) and gives the
    /// lease back.
    [[nodiscard]] Result<> giveUp(const ActivationLease &lease, const AttemptPermission &permission,
                                  const QString &who);

private:
    struct Course;
    [[nodiscard]] Result<std::optional<ActivationLease>> claimIn(storage::Connection &connection,
                                                                 LogRecordId record) const;
    [[nodiscard]] int allPlaces() const;
    [[nodiscard]] int takePlaces(qsizetype wanted);
    [[nodiscard]] Result<Course> follow(const ActivationLease &lease, AttemptKind kind, http::Client &client,
                                        const CancelToken &cancel, bool probe);
    void giveBack(const ActivationLease &lease, const CancelToken &cancel);
    [[nodiscard]] Result<ErpAnswer> call(const ActivationLease &lease, Course &course, http::Client &client,
                                         const CancelToken &cancel, bool probe);
    [[nodiscard]] Result<> begin(const ActivationLease &lease);
    [[nodiscard]] Result<ActivationRequest> rebuildRequest(Course &course, http::Client &client,
                                                           const CancelToken &cancel);
    [[nodiscard]] Result<AttemptReport> keepUntilKept(const ActivationLease &lease, AttemptKind kind,
                                                      const QString &who, const Course &course,
                                                      const CancelToken &cancel, const AlsoKeep &also);
    [[nodiscard]] Result<AttemptReport> keep(const ActivationLease &lease, AttemptKind kind, const QString &who,
                                             const Course &course, const AlsoKeep &also);
    [[nodiscard]] Result<> enqueueEffects(storage::Connection &connection, const Course &course,
                                          const QDateTime &now) const;

    Environment &m_environment;
    mutable std::mutex m_mutex;
    int m_taken = 0; ///< places of runs by schedule
};

} // namespace ponte::lojaclick
