// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/colors.h"

namespace ponte::ui::colors {

namespace {

struct Tones {
    QRgb window, base, alternate, text, muted, border, fieldBorder, button, highlight, inactiveHighlight, accent,
        onAccent;
    QRgb error;
};

constexpr Tones lightTones {
    0xfff4f5f7, 0xffffffff, 0xfff9fafb, 0xff1b1f24, 0xff57606a, 0xffd5dae0, 0xff858f9a,
    0xffffffff, 0xffd3e5f8, 0xffe4e8ed, 0xff0b5cad, 0xffffffff, 0xffb42318,
};

constexpr Tones darkTones {
    0xff1d2025, 0xff16191d, 0xff1a1d22, 0xffe4e7eb, 0xffb4bec9, 0xff363c44, 0xff6c7783,
    0xff2a2e35, 0xff24456a, 0xff2d333b, 0xff64aef5, 0xff0b1624, 0xffff8f85,
};

QPalette paletteOf(const Tones &tones)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb tone) { palette.setColor(role, QColor::fromRgb(tone)); };
    set(QPalette::Window, tones.window);
    set(QPalette::WindowText, tones.text);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::Text, tones.text);
    set(QPalette::PlaceholderText, tones.muted);
    set(QPalette::Button, tones.button);
    set(QPalette::ButtonText, tones.text);
    set(QPalette::BrightText, tones.error);
    set(QPalette::ToolTipBase, tones.base);
    set(QPalette::ToolTipText, tones.text);
    set(QPalette::Highlight, tones.highlight);
    set(QPalette::HighlightedText, tones.text);
    set(QPalette::Link, tones.accent);
    set(QPalette::LinkVisited, tones.accent);
    set(QPalette::Light, tones.base);
    set(QPalette::Midlight, tones.alternate);
    set(QPalette::Mid, tones.border);
    set(QPalette::Dark, tones.fieldBorder);
    set(QPalette::Shadow, tones.onAccent);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, QColor::fromRgb(tones.inactiveHighlight));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(tones.fieldBorder));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor::fromRgb(tones.window));
    palette.setColor(QPalette::Disabled, QPalette::Button, QColor::fromRgb(tones.window));
    return palette;
}

QColor pick(const QPalette &palette, QRgb onLight, QRgb onDark)
{
    return QColor::fromRgb(isDark(palette) ? onDark : onLight);
}

} // namespace

QPalette light()
{
    return paletteOf(lightTones);
}

QPalette dark()
{
    return paletteOf(darkTones);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Base).lightness() < 128;
}

QColor accent(const QPalette &palette)
{
    return palette.color(QPalette::Link);
}

QColor onAccent(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Shadow);
}

QColor muted(const QPalette &palette)
{
    return palette.color(QPalette::PlaceholderText);
}

QColor border(const QPalette &palette)
{
    return palette.color(QPalette::Mid);
}

QColor fieldBorder(const QPalette &palette)
{
    return palette.color(QPalette::Dark);
}

QColor error(const QPalette &palette)
{
    return palette.color(QPalette::BrightText);
}

QColor hover(const QPalette &palette)
{
    return pick(palette, 0xffe9edf2, 0xff31363e);
}

QColor errorGround(const QPalette &palette)
{
    return pick(palette, 0xfffdecea, 0xff3a2023);
}

QColor warningGround(const QPalette &palette)
{
    return pick(palette, 0xfffdf3dc, 0xff37301b);
}

QColor infoGround(const QPalette &palette)
{
    return pick(palette, 0xffe6f0fb, 0xff1d3047);
}

} // namespace ponte::ui::colors
