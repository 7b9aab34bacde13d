// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QLoggingCategory>

namespace ponte {

Q_DECLARE_LOGGING_CATEGORY(lcStorage)
Q_DECLARE_LOGGING_CATEGORY(lcHttp)
Q_DECLARE_LOGGING_CATEGORY(lcWork)
Q_DECLARE_LOGGING_CATEGORY(lcRm)
Q_DECLARE_LOGGING_CATEGORY(lcLojaClick)
Q_DECLARE_LOGGING_CATEGORY(lcSecurity)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

/// Sends messages to stderr as one line each, redacted, with time and category. Call once at start.
void installLogging();

} // namespace ponte
