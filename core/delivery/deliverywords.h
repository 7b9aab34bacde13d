// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

namespace ponte::delivery {

/// What a delivered message says, in pt_BR, en or es, whatever language the program itself speaks; the id itself where
/// there is no such word.
[[nodiscard]] QString deliveryWord(QStringView language, QStringView id);

} // namespace ponte::delivery
