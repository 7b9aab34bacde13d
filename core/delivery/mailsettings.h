// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/mail/mail.h"
#include "core/parameters/connections.h"

namespace ponte::delivery {

/// What is stored of the connection "mail", with whatever is missing left empty.
[[nodiscard]] mail::MailSettings mailSettingsOf(const parameters::ConnectionSettings &stored);

/// The connection "mail" as it is stored: its address, user, sealed password and, among its further settings, the
/// sender ("from") and the file of an authority ("caFile").
///
/// Errors: Rule where no mail server is set up or its sender is missing, Permission where this program does not hold
/// the installation's key, Database.
[[nodiscard]] Result<mail::MailSettings> readMailSettings(storage::Connection &reader,
                                                          const parameters::Connections &connections);

} // namespace ponte::delivery
