// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QFont>
#include <QIcon>
#include <QObject>

class QApplication;
class QLabel;
class QWidget;

namespace ponte::ui {

enum class ColorScheme { Light, Dark };

/// Style, palette, fonts and icon theme of the whole program. Icons that widgets hold change with the scheme, because
/// QIcon::fromTheme resolves by theme name when it is asked.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QApplication &application);

    [[nodiscard]] ColorScheme scheme() const { return m_scheme; }
    void setScheme(ColorScheme scheme);
    /// "light", "dark", or anything else for what the system had when the program started.
    void choose(const QString &word);

Q_SIGNALS:
    void schemeChanged();

private:
    QApplication &m_application;
    const ColorScheme m_systemScheme;
    ColorScheme m_scheme = ColorScheme::Light;
};

/// The three sizes of text.
enum class TextSize { Small, Normal, Heading };
[[nodiscard]] QFont fontOf(TextSize size);
[[nodiscard]] QFont codeFont();

/// Gives a label the colour of secondary text, which follows the palette.
void setMuted(QLabel *label);

/// An icon by freedesktop name, from the Breeze theme or the program's own.
[[nodiscard]] QIcon themeIcon(const QString &name);

constexpr int gridUnit = 4;

} // namespace ponte::ui
