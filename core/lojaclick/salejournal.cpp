// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/lojaclick/salejournal.h"

#include "core/lojaclick/commitnames.h"

#include <algorithm>

namespace ponte::lojaclick {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

int writesIn(const rm::ExchangeLog &exchanges)
{
    return int(std::count_if(exchanges.begin(), exchanges.end(), [](const rm::Exchange &exchange) {
        return exchange.operation.startsWith("SaveRecord"_L1) || exchange.operation.startsWith("Execute"_L1);
    }));
}

/// Whether an error tells for certain that RM did not do what the last write asked.
bool certainlyNotWritten(ErrorCode code)
{
    return code == ErrorCode::Refused || code == ErrorCode::Unreachable || code == ErrorCode::TimedOut
           || code == ErrorCode::Unauthorized || code == ErrorCode::Cancelled || code == ErrorCode::Rule;
}

} // namespace

SaleJournal::SaleJournal(Environment &environment, const SaleLease &lease, SaleProgress progress, const Sale &sale,
                         QString who)
    : m_environment(environment)
    , m_lease(lease)
    , m_progress(std::move(progress))
    , m_sale(sale)
    , m_who(std::move(who))
    , m_wrote(m_progress.bound)
{
    m_progress.step.clear();
}

Subject SaleJournal::subject() const
{
    return {m_sale.company, m_sale.level, m_sale.id, m_sale.student.cpf};
}

Result<> SaleJournal::begin(const QString &functionality)
{
    m_progress.step = functionality;
    m_progress.bound = true;
    return keepLater(commit::begin, [this, progress = m_progress](Connection &connection) {
        return salestore::mark(connection, m_lease, progress, m_environment.clock.now());
    });
}

Result<> SaleJournal::done(const char *commitName, Execution execution, const QString &next, const AlsoKeep &also)
{
    m_wrote = m_wrote || writesIn(execution.exchanges) > 0;
    execution.who = m_who;
    execution.configurationVersion = m_configuration;
    pack(execution);
    m_progress.step = next;
    return keepLater(commitName, [this, execution, also, progress = m_progress](Connection &connection) -> Result<> {
        const QDateTime now = m_environment.clock.now();
        if (Result<> marked = salestore::mark(connection, m_lease, progress, now); !marked)
            return marked;
        if (const auto recorded = recordExecution(connection, subject(), execution, now); !recorded)
            return tl::unexpected(recorded.error());
        return also ? also(connection, progress, now) : Result<>();
    });
}

tl::unexpected<Error> SaleJournal::failed(const QString &functionality, const QString &keyValues, const Error &error,
                                          const rm::ExchangeLog &exchanges)
{
    const int writes = writesIn(exchanges);
    m_wrote = m_wrote || writes > (certainlyNotWritten(error.code) ? 1 : 0);
    m_failure = failedExecution(functionality, keyValues, error, exchanges);
    return tl::unexpected(error);
}

Result<> SaleJournal::keepLater(const char *commitName, std::function<Result<>(Connection &)> work)
{
    if (Result<> before = settled(); !before)
        return before;
    const auto promise = std::make_shared<std::promise<Result<>>>();
    m_keeping = promise->get_future();
    m_environment.database.writer().post(commitName, std::move(work),
                                         [promise](const Result<> &result) { promise->set_value(result); });
    return {};
}

Result<> SaleJournal::settled()
{
    if (!m_keeping.valid())
        return m_kept;
    const Result<> result = m_keeping.get();
    if (m_kept)
        m_kept = result;
    return m_kept;
}

Result<> SaleJournal::keepAnswer(Connection &connection, const ApiAnswer &answer) const
{
    return salestore::finish(connection, m_lease, answer.httpStatus == 200, m_wrote, answer.httpStatus, answer.body,
                             m_environment.clock.now());
}

Result<> SaleJournal::end(const char *commitName, const ApiAnswer &answer, bool tellFailure,
                          const std::function<Result<>(Connection &)> &also)
{
    std::optional<Execution> failure = tellFailure ? m_failure : std::nullopt;
    if (failure) {
        failure->who = m_who;
        failure->configurationVersion = m_configuration;
        pack(*failure);
    }
    return m_environment.database.writer().write<void>(commitName, [&](Connection &connection) -> Result<> {
        if (failure) {
            const auto recorded = recordExecution(connection, subject(), *failure, m_environment.clock.now());
            if (!recorded)
                return tl::unexpected(recorded.error());
        }
        if (Result<> kept = keepAnswer(connection, answer); !kept)
            return kept;
        return also(connection);
    });
}

} // namespace ponte::lojaclick
