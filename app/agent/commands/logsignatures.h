// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/agent/command.h"

namespace ponte::agent {

/// "logs signatures": the causes of errors and how many records each has.
[[nodiscard]] Command logSignatures();

} // namespace ponte::agent
