// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QDateTime>

#include <chrono>

namespace ponte {

/// The only source of time for rules and stored values; tests replace it. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    /// The current instant in UTC, with millisecond precision.
    [[nodiscard]] virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
};

} // namespace ponte
