// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/agent/arguments.h"
#include "core/base/ids.h"

#include <QJsonValue>

namespace ponte::agent {

[[nodiscard]] Option companyOption(const QString &help = {});
[[nodiscard]] Option levelOption(const QString &help = {});
/// Error code Usage where the text is no number.
[[nodiscard]] Result<std::optional<CompanyId>> companyOf(const Arguments &arguments);
[[nodiscard]] Result<std::optional<LevelId>> levelOf(const Arguments &arguments);

/// ISO 8601 in UTC, or null where there is no time.
[[nodiscard]] QJsonValue jsonTime(const QDateTime &time);
/// Null for an empty text.
[[nodiscard]] QJsonValue jsonText(const QString &text);

} // namespace ponte::agent
