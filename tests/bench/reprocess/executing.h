// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

namespace ponte::bench {

/// Records per second through a serving agent, refused and accepted by an ERP that takes 50 ms, against 32 threads of
/// the same HTTP client that make the ERP's calls alone. Prints the agent's largest memory too.
/// Batches whose records the ERP accepts, or refuses, every one.
void measureExecution(const QString &backend, int records, bool accepted);

} // namespace ponte::bench
