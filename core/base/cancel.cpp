// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/cancel.h"

#include <stop_token>
#include <utility>

namespace ponte {

struct CancelToken::State {
    std::stop_source source;
};

CancelToken::CancelToken()
    : m_state(std::make_shared<State>())
{}

void CancelToken::cancel()
{
    // A callback may destroy the token it was registered on, so the source is kept alive here.
    const std::shared_ptr<State> state = m_state;
    state->source.request_stop();
}

bool CancelToken::isCancelled() const
{
    return m_state->source.stop_requested();
}

CancelToken::Registration CancelToken::onCancel(std::function<void()> callback) const
{
    using Callback = std::stop_callback<std::function<void()>>;
    Registration registration;
    auto held = std::make_shared<Callback>(m_state->source.get_token(), std::move(callback));
    // Dropping the stop_callback is the release: it waits for a run of the callback in another thread, so that whatever
    // the callback refers to may be destroyed right after the registration.
    registration.m_release = [held = std::move(held)] {};
    return registration;
}

CancelToken::Registration::Registration(Registration &&other) noexcept
    : m_release(std::exchange(other.m_release, nullptr))
{}

CancelToken::Registration &CancelToken::Registration::operator=(Registration &&other) noexcept
{
    if (this != &other)
        m_release = std::exchange(other.m_release, nullptr);
    return *this;
}

CancelToken::Registration::~Registration() = default;

} // namespace ponte
