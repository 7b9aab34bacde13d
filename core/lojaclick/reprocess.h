// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/integration/reprocess.h"
#include "core/lojaclick/activation.h"

namespace ponte::lojaclick {

/// Manual runs over contract activations (loja-click.md F0-23 to F0-30). They ignore the automatic maximum and count
/// apart.
class Reprocess
{
public:
    Reprocess(Environment &environment, Activation &activation);

    /// A selection that holds a record which may not be run again is refused whole, with the ids named (loja-click.md
    /// D0-23).
    [[nodiscard]] Result<integration::ReprocessPlan> plan(const security::Actor &actor,
                                                          const integration::ReprocessRequest &request);
    /// Executes exactly the included ids, each checked again; blocks until the end or the cancel.
    [[nodiscard]] Result<integration::BatchReport> execute(const security::Actor &actor,
                                                           const integration::ReprocessPlan &plan,
                                                           const integration::BatchOptions &options,
                                                           const CancelToken &cancel);

private:
    [[nodiscard]] integration::BatchReport::Line run(LogRecordId id, const QString &who, bool resetAttempts,
                                                     http::Client &client, const CancelToken &cancel);
    Environment &m_environment;
    Activation &m_activation;
};

} // namespace ponte::lojaclick
