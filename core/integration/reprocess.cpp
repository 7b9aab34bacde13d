// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integration/reprocess.h"

#include <algorithm>

namespace ponte::integration {

int ReprocessPlan::included() const
{
    return int(std::count_if(entries.begin(), entries.end(), [](const PlanEntry &entry) { return entry.included; }));
}

} // namespace ponte::integration
