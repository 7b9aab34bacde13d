// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/engine/engine.h"

namespace ponte::desktop {

constexpr char16_t sandboxListen[] = u"127.0.0.1:8090";

/// Points whatever is not set yet at the stand-in systems of ponte-sandbox; what is set stays. Blocks: not for the UI
/// thread.
[[nodiscard]] Result<> connectToSandbox(app::Services &services, const security::Actor &actor);

} // namespace ponte::desktop
