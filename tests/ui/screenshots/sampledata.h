// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "tests/ui/support/stage.h"

namespace ponte::testing {

/// A morning of the shop: sales that went through, and each way in which one can fail.
void fillWithSales(Stage &stage);
/// Schedules of the kinds there are, with what their last runs did.
void fillWithSchedules(Stage &stage);

} // namespace ponte::testing
