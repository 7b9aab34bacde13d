// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"

#include <QJsonObject>

namespace ponte::agent {

/// A log record as scripts read it.
[[nodiscard]] QJsonObject recordJson(const log::Record &record);
/// One execution with its payload.
[[nodiscard]] QJsonObject itemJson(const log::Item &item, const log::Payload &payload);

} // namespace ponte::agent
