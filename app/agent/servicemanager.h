// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

namespace ponte::agent {

/// Tells systemd that the program serves, or that it ends; nothing where systemd did not start it.
void notifyReady();
void notifyStopping();

} // namespace ponte::agent
