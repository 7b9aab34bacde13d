// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

class QWidget;

namespace ponte::testing {

/// The visible controls below `root` that take the focus and tell a screen reader nothing, by class and name.
[[nodiscard]] QString namelessControls(const QWidget &root);
/// Letters that two visible labels, buttons, tabs or menus below `root` claim as their mnemonic.
[[nodiscard]] QString doubledMnemonics(const QWidget &root);
/// Labels below `root` that lead to a field, but by no key; of several forms that are alike, one has the keys.
[[nodiscard]] QString fieldsWithoutMnemonic(const QWidget &root);

} // namespace ponte::testing
