// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/schedulerule.h"

#include <QStringList>

namespace ponte::work {

/// "toda segunda e quarta às 22:00 (Brasília)", in the program's language.
[[nodiscard]] QString ruleWords(const ScheduleRule &rule, const QString &zone);

/// How people call a zone: "Brasília" for America/Sao_Paulo; the city of its IANA name where there is no better word.
[[nodiscard]] QString zoneWords(const QString &zone);

/// What a dialog offers: the zones of Brazil first, then all others by name.
[[nodiscard]] QStringList offeredZones();

/// "2 dias 1 h 30 min".
[[nodiscard]] QString durationWords(std::chrono::minutes duration);

/// How long an outage of the ERP the automatic resend outlasts, as a sentence; says so too where nothing is resent
/// because the maximum is empty.
[[nodiscard]] QString coverageWords(const ScheduleRule &rule, std::optional<int> maximum);

} // namespace ponte::work
