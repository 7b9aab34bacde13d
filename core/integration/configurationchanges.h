// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "core/parameters/parameters.h"
#include "core/storage/connection.h"

#include <QDateTime>

namespace ponte::integration {

/// What was changed in the parameters that count for a record, after `from` and up to `to`, oldest first: what tells
/// the configuration of two of its executions apart. Values of secrets stay empty.
[[nodiscard]] Result<QList<parameters::HistoryEntry>> configurationChanges(storage::Connection &connection,
                                                                           const parameters::Parameters &parameters,
                                                                           const log::Record &record,
                                                                           const QDateTime &from, const QDateTime &to);

} // namespace ponte::integration
