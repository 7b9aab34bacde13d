// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/log/payloadtext.h"

namespace ponte::ui {

/// Two texts line by line: which line of one stands beside which of the other.
struct LinePair {
    int left = -1; ///< -1: the right line stands alone
    int right = -1;
    bool isSame = false;
    bool operator==(const LinePair &) const = default;
};

/// Indentation and the comma at the end of a line count for nothing. Where the texts differ too much for a good answer
/// in short time, lines are paired by their place. Pure; in any thread.
[[nodiscard]] std::vector<LinePair> linePairs(const PayloadText &left, const PayloadText &right);
/// Only what differs, with a few lines around; an empty pair (both -1) stands for what is left out.
[[nodiscard]] std::vector<LinePair> differingPairs(const std::vector<LinePair> &pairs);

} // namespace ponte::ui
