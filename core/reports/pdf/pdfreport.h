// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/reportwriter.h"

namespace ponte::reports::pdf {

/// Lets reports be written as PDF: A4, a cover with totals and charts, then the rows. Needs a QGuiApplication (of any
/// platform, "offscreen" too) and a font by the time a report is written; error code Usage without.
void addTo(ReportFormats &formats);

} // namespace ponte::reports::pdf
