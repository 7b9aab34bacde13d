// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/lojaclick/activation.h"
#include "core/work/batchrunner.h"

namespace ponte::lojaclick {

/// Manual runs over contract activations, record by record of a batch (loja-click.md F0-23 to F0-30). They ignore the
/// automatic maximum and what the ERP asked to wait, and count apart. Thread-safe.
class Reprocess
{
public:
    Reprocess(Environment &environment, Activation &activation);

    /// The lease of each record, with its call in flight as before any call; none where another worker holds it or it
    /// succeeded meanwhile. Inside the transaction that claims the batch's entries.
    [[nodiscard]] Result<QHash<LogRecordId, std::any>> take(storage::Connection &connection,
                                                            const QList<LogRecordId> &records) const;
    /// Checks the record again, attempts it, and keeps the entry's outcome with that of the attempt.
    [[nodiscard]] std::optional<work::BatchOutcome> run(const work::BatchTask &task, http::Client &client,
                                                        const CancelToken &cancel);

private:
    Environment &m_environment;
    Activation &m_activation;
};

} // namespace ponte::lojaclick
