// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"

#include <QJsonObject>

#include <optional>

namespace ponte::log {

/// What a filter restricts, in the words of the command line; times in UTC. Receipts, answers and schedules carry it.
[[nodiscard]] QJsonObject filterWords(const Filter &filter);
/// The filter that these words say; none where a word or value is unknown, so that nothing is chosen by mistake.
[[nodiscard]] std::optional<Filter> filterFromWords(const QJsonObject &words);

} // namespace ponte::log
