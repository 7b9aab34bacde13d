// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

class QPainter;
class QStyleOption;

namespace ponte::ui::indicators {

// What the style draws small: outlines keep 3:1 against their ground in both themes.
void drawCheckBox(const QStyleOption &option, QPainter &painter);
void drawRadioButton(const QStyleOption &option, QPainter &painter);
/// The ground of a progress bar, and the part of it that is done.
void drawProgressGroove(const QStyleOption &option, QPainter &painter);
void drawProgress(const QStyleOption &option, QPainter &painter);

} // namespace ponte::ui::indicators
