// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QColor>
#include <QPalette>

namespace ponte::ui::colors {

/// The palette is the only carrier of the theme, so that a widget needs nothing but its own palette to look right.
[[nodiscard]] QPalette light();
[[nodiscard]] QPalette dark();

[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] QColor accent(const QPalette &palette);
[[nodiscard]] QColor onAccent(const QPalette &palette);
[[nodiscard]] QColor muted(const QPalette &palette); ///< secondary text, still WCAG AA on window and base
[[nodiscard]] QColor border(const QPalette &palette); ///< lines that only divide
[[nodiscard]] QColor fieldBorder(const QPalette &palette); ///< outlines of controls: 3:1 against their ground
[[nodiscard]] QColor error(const QPalette &palette);
[[nodiscard]] QColor hover(const QPalette &palette);

/// Grounds of the message strip.
[[nodiscard]] QColor errorGround(const QPalette &palette);
[[nodiscard]] QColor warningGround(const QPalette &palette);
[[nodiscard]] QColor infoGround(const QPalette &palette);

} // namespace ponte::ui::colors
