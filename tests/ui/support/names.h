// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

class QWidget;

namespace ponte::testing {

/// The visible controls below `root` that take the focus and tell a screen reader nothing, by class and name.
[[nodiscard]] QString namelessControls(const QWidget &root);
/// Letters that two visible labels or buttons below `root` claim as their mnemonic.
[[nodiscard]] QString doubledMnemonics(const QWidget &root);

} // namespace ponte::testing
