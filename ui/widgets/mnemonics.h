// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>

class QLabel;
class QWidget;

namespace ponte::ui {

/// Gives each label a letter (Alt and the letter lead to its field) that nothing else seen in the window has: the first
/// of a word where that is free. For labels whose texts nobody here wrote, such as those of parameters.
void giveMnemonics(const QWidget &window, const QList<QLabel *> &labels);

} // namespace ponte::ui
