// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/lojaclick/sgegateway.h"
#include "core/parameters/stamp.h"
#include "core/storage/connection.h"

#include <optional>

namespace ponte::lojaclick {

/// The right of one worker to run one sale; every write names its number, so that a stale worker cannot win.
struct SaleLease {
    CompanyId company;
    QString id;
    qint64 owner = 0;
    qint64 number = 0;
};

/// What a sale has reached in RM.
struct SaleProgress {
    QString step; ///< the functionality in flight; empty for none
    bool bound = false; ///< the content belongs to the id: something may have been written in RM
    QString ra;
    GuardianKey guardian;
    QString preContract;
};

struct StoredSale {
    Sale sale;
    QString contentHash;
    enum class State { Running, Failed, Done } state = State::Running;
    qint64 leaseOwner = 0; ///< 0: free
    SaleProgress progress;
    QString contractNumber;
    QDateTime activatedAt;
    int answerStatus = 0;
    QByteArray answer;
};

/// A sale, and what was configured for its company in the moment of reading it.
struct SaleNow {
    StoredSale stored;
    parameters::Stamp stamp;
};

struct Acceptance {
    enum class Kind {
        Run, ///< the lease is ours
        Busy, ///< another worker runs it
        Replay, ///< done with the same content: the stored answer
        Different, ///< other content, and RM was written
    };
    Kind kind = Kind::Run;
    SaleLease lease;
    SaleProgress progress; ///< of an earlier try
    std::optional<StoredSale> stored; ///< Busy, Replay, Different
};

/// Table `sale`; every function runs inside the caller's transaction or on its read connection.
namespace salestore {

[[nodiscard]] Result<std::optional<StoredSale>> find(storage::Connection &connection, CompanyId company,
                                                     const QString &id);
/// With the settings' stamp in the same read.
[[nodiscard]] Result<std::optional<SaleNow>> findNow(storage::Connection &connection, CompanyId company,
                                                     const QString &id);
/// Stores and leases in one transaction (durable before any outside call). A lease of `owner` itself is taken over:
/// inside one program the caller makes sure that a sale runs once.
[[nodiscard]] Result<Acceptance> accept(storage::Connection &connection, const Sale &sale, const QString &contentHash,
                                        qint64 owner, const QDateTime &now);
/// Error code Conflict where the lease was lost.
[[nodiscard]] Result<> mark(storage::Connection &connection, const SaleLease &lease, const SaleProgress &progress,
                            const QDateTime &now);
/// Keeps the answer and gives the lease back. Conflict as above.
[[nodiscard]] Result<> finish(storage::Connection &connection, const SaleLease &lease, bool done, bool bound,
                              int status, const QByteArray &answer, const QDateTime &now);
[[nodiscard]] Result<> setContractNumber(storage::Connection &connection, CompanyId company, const QString &id,
                                         const QString &number, const QDateTime &now);

/// Frees what a dead program held; a step in flight becomes Erro "interrompida" (of an activation only an item is
/// added).
[[nodiscard]] Result<> release(storage::Connection &connection, qint64 deadOwner, const QDateTime &now);

} // namespace salestore

} // namespace ponte::lojaclick
