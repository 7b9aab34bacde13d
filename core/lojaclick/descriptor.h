// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/integration/descriptor.h"

namespace ponte::lojaclick {

/// Loja Click as data: labels of the customer's specification, loja-click.md D0-19.
[[nodiscard]] const integration::Descriptor &descriptor();

namespace parameter {
inline constexpr char16_t brokerAddress[] = u"lojaclick.broker.address";
inline constexpr char16_t brokerToken[] = u"lojaclick.broker.token";
inline constexpr char16_t preEnrollmentStatus[] = u"lojaclick.status.pre_enrollment";
inline constexpr char16_t enrollmentStatus[] = u"lojaclick.status.enrollment";
inline constexpr char16_t integrationUser[] = u"lojaclick.integration_user";
inline constexpr char16_t resendMaximum[] = u"lojaclick.resend.max_attempts";
inline constexpr char16_t contractDeadline[] = u"lojaclick.contract.deadline_hours";
} // namespace parameter

} // namespace ponte::lojaclick
