// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

namespace ponte::reports {

/// A word of reports in pt_BR, en or es; the id itself where there is none.
[[nodiscard]] QString reportWord(QStringView language, QStringView id);

} // namespace ponte::reports
