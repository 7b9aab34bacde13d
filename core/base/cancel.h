// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <functional>
#include <memory>

namespace ponte {

/// Tells work that it should stop; copies share one state. Thread-safe.
class CancelToken
{
public:
    CancelToken();
    /// Marks the token and runs the registered callbacks once, in the calling thread.
    void cancel();
    [[nodiscard]] bool isCancelled() const;

    /// Keeps a callback registered while it lives; registering on a cancelled token calls it at once.
    class Registration
    {
    public:
        Registration() = default;
        Registration(Registration &&other) noexcept;
        Registration &operator=(Registration &&other) noexcept;
        ~Registration();

    private:
        friend class CancelToken;
        std::function<void()> m_release;
    };
    [[nodiscard]] Registration onCancel(std::function<void()> callback) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace ponte
