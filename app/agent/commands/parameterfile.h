// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/agent/command.h"

namespace ponte::agent {

/// Writes every value that is set, except secrets, to the file that the command names.
Outcome exportParameters(Invocation &invocation);
/// Stores every value of the file that the command names, or none.
Outcome importParameters(Invocation &invocation);

} // namespace ponte::agent
