// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"

namespace ponte::log {

// Copies with personal data masked, for everybody who may see the log and not the people behind it.

/// Key values, origin (which may hold a CPF), message and reason of a cancellation.
[[nodiscard]] Record masked(Record record);
[[nodiscard]] Item masked(Item item);
[[nodiscard]] Payload masked(const Payload &payload);

} // namespace ponte::log
