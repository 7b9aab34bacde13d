// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/agent/invocation.h"
#include "core/log/types.h"

namespace ponte::agent {

/// Whether the personal data of a record's payloads may be printed whole; if so, the audit knows before they are.
[[nodiscard]] Result<bool> revealsPayloads(Invocation &invocation, const security::Actor &actor,
                                           const log::Record &record, const QString &command);
/// The records as this person may see them, the audit being told of people that are shown.
[[nodiscard]] Result<QList<log::Record>> shownRecords(Invocation &invocation, const security::Actor &actor,
                                                      const QList<log::Record> &records);

} // namespace ponte::agent
