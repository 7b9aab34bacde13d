// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"

#include <QJsonObject>

namespace ponte::reports {

/// What a filter restricts, in the words of the command line; times in UTC. Receipts and answers carry it.
[[nodiscard]] QJsonObject filterWords(const log::Filter &filter);

} // namespace ponte::reports
