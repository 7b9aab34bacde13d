// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/integration/runtime.h"

namespace ponte::lojaclick {

[[nodiscard]] std::unique_ptr<integration::Runtime> makeRuntime(const integration::RuntimeParts &parts);

} // namespace ponte::lojaclick
