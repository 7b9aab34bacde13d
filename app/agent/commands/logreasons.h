// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/agent/command.h"

namespace ponte::agent {

/// "logs explain", "logs diff" and "logs bundle": why a record is as it is.
[[nodiscard]] QList<Command> logReasons();

} // namespace ponte::agent
