// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#pragma once

#include "core/log/payloaddiff.h"

#include <functional>

namespace ponte::log {

/// The lines of two texts side by side, in order; lines that stand once in each hold them together. In one pass each,
/// so large texts are no trouble. Stops where `tell` answers false.
void compareLines(
    QStringView left, QStringView right,
    const std::function<bool(PayloadDifference::Kind, qsizetype line, QStringView left, QStringView right)> &tell);

} // namespace ponte::log
