// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/agent/invocation.h"
#include "core/log/logreader.h"

#include <QList>

namespace ponte::agent {

/// The words that choose log records, the same for every command that takes a filter.
[[nodiscard]] QList<Option> filterOptions();

/// Reads them; a date without a time is a day of the zone that reports are written in, and --to takes that day in
/// whole. Error code Usage.
[[nodiscard]] Result<log::Filter> readFilter(const Arguments &arguments);

/// Refuses (Usage) words that no integration knows and a filter without company where more than one is configured.
[[nodiscard]] Result<> checkFilter(const log::Filter &filter, Invocation &invocation);

} // namespace ponte::agent
