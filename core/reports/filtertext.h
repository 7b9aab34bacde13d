// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/reportorder.h"

namespace ponte::reports {

/// What the filter restricts, a phrase each, in the report's language: "Status: Erro, Pendente". One phrase that says
/// so where it restricts nothing. Personal data in it is masked unless the order shows it.
[[nodiscard]] QStringList filterPhrases(const ReportOrder &order, const integration::Descriptor &descriptor);
/// The filter without personal data, unless the order shows it: what a receipt may say.
[[nodiscard]] log::Filter tellableFilter(const ReportOrder &order);

} // namespace ponte::reports
