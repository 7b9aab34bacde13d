// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/reportwriter.h"

namespace ponte::reports {

/// The receipt and the figures as HTML, escaped.
[[nodiscard]] QString htmlCover(const ReportHead &head);
[[nodiscard]] QString htmlFigures(const ReportHead &head);
/// Style and script of the page.
[[nodiscard]] QString htmlStyle();
[[nodiscard]] QString htmlScript();

} // namespace ponte::reports
