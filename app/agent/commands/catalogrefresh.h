// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/agent/command.h"

namespace ponte::agent {

/// The key under which a list is kept: "", "3" or "3/1". Usage for an unknown kind and for a scope that does not fit
/// it.
[[nodiscard]] Result<QString> catalogScope(const QString &kind, const Arguments &arguments);

/// Reads lists from RM and keeps them.
Outcome refreshCatalog(Invocation &invocation);

} // namespace ponte::agent
