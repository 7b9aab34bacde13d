// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/storage/connection.h"

#include <QString>

#include <memory>

namespace ponte::bench {

/// The log of so many records on "sqlite" or "postgresql": taken from build/bench-data (PONTE_BENCH_DATA) where an
/// earlier run left it, else made, which takes minutes. Exits where that fails.
[[nodiscard]] storage::Address sampleDatabase(const QString &backend, qint64 records);
[[nodiscard]] std::unique_ptr<storage::Connection> readerOf(const storage::Address &address);

} // namespace ponte::bench
