// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "tests/ui/support/stage.h"

namespace ponte::testing {

/// A morning of the shop: sales that went through, and each way in which one can fail.
void fillWithSales(Stage &stage);

} // namespace ponte::testing
