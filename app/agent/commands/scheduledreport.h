// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/agent/arguments.h"

#include <QJsonObject>

namespace ponte::agent {

/// What `schedule add --job report` takes beside the filter.
[[nodiscard]] QList<Option> scheduledReportOptions();

/// What a schedule of reports stores; empty where `isReport` is false. Error code Usage for words that do not fit.
[[nodiscard]] Result<QJsonObject> readScheduledReport(const Arguments &arguments, bool isReport);

} // namespace ponte::agent
