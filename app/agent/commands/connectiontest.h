// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/agent/command.h"

namespace ponte::agent {

/// Tries the connection that the command names, or all, and prints each check in its order.
Outcome testConnections(Invocation &invocation);

} // namespace ponte::agent
