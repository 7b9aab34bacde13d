// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/sandbox/rm/database.h"

namespace ponte::sandbox::rm {

/// Fills an empty database with companies, branches, levels, statuses, users, offers, terms, plans and classes.
void seed(Database &database);

} // namespace ponte::sandbox::rm
