// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/result.h"

namespace ponte::agent {

/// How the program ends; scripts rely on the numbers.
enum class ExitStatus {
    Done = 0,
    Failed = 1, ///< a defect or an exhausted local resource
    Usage = 2,
    Refused = 3, ///< permission, validation, rule
    OutsideFailed = 4,
    DatabaseFailed = 5,
    PartlyDone = 6,
    PortInUse = 7,
};

using Outcome = Result<ExitStatus>;

/// The one place that turns a failure into the program's exit status.
[[nodiscard]] ExitStatus exitStatusOf(ErrorCode code);
/// The word for scripts that read the error as JSON, e.g. "validation".
[[nodiscard]] QString wordOf(ErrorCode code);

} // namespace ponte::agent
