// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "core/storage/connection.h"

#include <QList>

#include <optional>

namespace ponte::log {

/// The newest success of the same company, level and functionality from another origin: what this record could have
/// looked like.
[[nodiscard]] Result<std::optional<Record>> similarSuccess(storage::Connection &connection, const Record &record);
/// All records of the same origin (Loja Click: the sale), this one too, in the order in which they came to be.
[[nodiscard]] Result<QList<Record>> ofSameOrigin(storage::Connection &connection, const Record &record);

} // namespace ponte::log
