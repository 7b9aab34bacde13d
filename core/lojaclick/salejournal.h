// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/envelope.h"
#include "core/lojaclick/environment.h"
#include "core/lojaclick/execution.h"
#include "core/lojaclick/salestore.h"

#include <functional>
#include <future>

namespace ponte::lojaclick {

/// What a running sale puts on record, under its lease: the functionality under way, what each did, the answer.
///
/// What a functionality did is on its way to the database while the next one reads; settled() is called before RM is
/// written again. Belongs to the sale's own thread.
class SaleJournal
{
    Q_DISABLE_COPY_MOVE(SaleJournal)

public:
    /// Further rows of the same transaction, written in the Writer's thread.
    using AlsoKeep = std::function<Result<>(storage::Connection &, const SaleProgress &, const QDateTime &now)>;

    /// `sale` outlives the journal.
    SaleJournal(Environment &environment, const SaleLease &lease, SaleProgress progress, const Sale &sale, QString who);

    [[nodiscard]] SaleProgress &progress() { return m_progress; }
    [[nodiscard]] const SaleProgress &progress() const { return m_progress; }
    [[nodiscard]] Subject subject() const;
    /// What each functionality from here on works with.
    void useConfiguration(qint64 version) { m_configuration = version; }

    /// Notes that a functionality is under way before RM is written.
    [[nodiscard]] Result<> begin(const QString &functionality);
    /// Keeps what a functionality did, and names the next one, in one transaction that is waited for later.
    [[nodiscard]] Result<> done(const char *commitName, Execution execution, const QString &next,
                                const AlsoKeep &also = {});
    /// Notes a functionality that failed, kept with the answer, and answers its error.
    [[nodiscard]] tl::unexpected<Error> failed(const QString &functionality, const QString &keyValues,
                                               const Error &error, const rm::ExchangeLog &exchanges);
    /// Waits for what is on its way to the database. The first failure stays.
    [[nodiscard]] Result<> settled();

    /// Gives the lease back with the answer; Conflict where another program has the sale in hand.
    [[nodiscard]] Result<> keepAnswer(storage::Connection &connection, const ApiAnswer &answer) const;
    /// The last transaction: what failed, if it is to be told, and the answer.
    [[nodiscard]] Result<> end(const char *commitName, const ApiAnswer &answer, bool tellFailure,
                               const std::function<Result<>(storage::Connection &)> &also);

private:
    [[nodiscard]] Result<> keepLater(const char *commitName, std::function<Result<>(storage::Connection &)> work);

    Environment &m_environment;
    const SaleLease m_lease;
    SaleProgress m_progress;
    const Sale &m_sale;
    const QString m_who;
    std::optional<qint64> m_configuration;
    std::optional<Execution> m_failure;
    std::future<Result<>> m_keeping; ///< the commit on its way
    Result<> m_kept; ///< how the ones before it ended
    bool m_wrote; ///< RM was or may have been written by this or an earlier try
};

} // namespace ponte::lojaclick
