// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QIcon>
#include <QStyleOption>

class QPainter;
class QWidget;

/// What the style draws of controls, in the colours of the option's palette; its measures are those of the style too.
namespace ponte::ui::shapes {

constexpr int fieldMargin = 6;
constexpr int controlHeight = 32;
constexpr int chevronRoom = 24;
constexpr int menuButtonMargin = 10;
constexpr int iconExtent = 16;
constexpr int iconGap = 6;

void drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget, bool focused);
void drawChevron(QPainter *painter, const QRect &rect, const QColor &color, bool up = false);
void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void drawToolButton(const QStyleOption *option, QPainter *painter);
void drawFocus(const QStyleOption *option, QPainter *painter);
void drawTab(const QStyleOptionTab *tab, QPainter *painter);
void drawHeader(const QStyleOptionHeader *header, QPainter *painter);
/// `up` and `down`: where its two arrows stand.
void drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget, const QRect &up,
                 const QRect &down);
void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QRect &slider);

/// A button that opens a menu: its text at the left, a chevron at the right, as wide as both.
[[nodiscard]] bool isMenuButton(const QStyleOption *option);
/// The width of what stands beside the chevron; an icon that has a text beside it is left to the text.
[[nodiscard]] int menuButtonContent(const QStyleOptionToolButton &button);
void drawMenuButton(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget);

/// Icon and text side by side in the middle; Fusion leaves no margin before the icon and a double one after the text.
void drawLabelBesideIcon(const QStyleOptionToolButton &button, QPainter *painter, const QWidget *widget);
/// Monochrome icons are made for the window's ground.
[[nodiscard]] QIcon tinted(const QIcon &icon, const QColor &color, double scale);

} // namespace ponte::ui::shapes
