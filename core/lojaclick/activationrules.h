// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"

#include <optional>

namespace ponte::lojaclick {

/// Who or what starts an attempt: the sale itself, a schedule (automatic, counts), or a person (manual, ignores the
/// maximum).
enum class AttemptKind { First, Automatic, Manual };

enum class AttemptResult {
    Accepted,
    Refused, ///< the ERP answered and refused
    NoAnswer, ///< unreachable, time-out, 5xx, stopped credentials
};

struct ActivationState {
    log::Status status = log::Status::Pending;
    int automaticAttempts = 0;
    int manualAttempts = 0;
    QString cancelledReason = {};
    bool operator==(const ActivationState &) const = default;
};

/// Whether an attempt may be made at all, and what the record becomes if not.
struct AttemptPermission {
    bool allowed = false;
    ActivationState state; ///< after the decision; differs only where the maximum cancels without a call
    QString reason; ///< why not, for a person
};

/// Pure; the table of loja-click.md 0.2 with D0-01 to D0-06. `maximum` none: never automatically. `lastError` goes into
/// the reason of a cancellation.
[[nodiscard]] AttemptPermission mayAttempt(const ActivationState &state, AttemptKind kind, std::optional<int> maximum,
                                           const QString &lastError);
/// Pure; the state from which an attempt starts where a person lets the automatic attempts begin anew (D0-04).
[[nodiscard]] ActivationState begunAnew(const ActivationState &state);
/// Pure; what the record becomes after an allowed attempt. `lastError` goes into the reason of a cancellation.
[[nodiscard]] ActivationState afterAttempt(const ActivationState &state, AttemptKind kind, AttemptResult result,
                                           std::optional<int> maximum, const QString &lastError);

} // namespace ponte::lojaclick
