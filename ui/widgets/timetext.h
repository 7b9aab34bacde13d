// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace ponte::ui {

/// The one zone in which every time is shown.
[[nodiscard]] const QTimeZone &displayZone();
/// "22/11/2026 14:03:22" in the display zone; empty for an invalid time.
[[nodiscard]] QString timeText(const QDateTime &time);
/// "22/11/2026 17:03:22 UTC", for the hover text.
[[nodiscard]] QString utcText(const QDateTime &time);
/// "America/Sao_Paulo (UTC−03:00)", with the offset at the given instant.
[[nodiscard]] QString zoneText(const QDateTime &at);
/// "now", "2 s ago", "3 min ago"…
[[nodiscard]] QString ageText(const QDateTime &since, const QDateTime &now);

} // namespace ponte::ui
