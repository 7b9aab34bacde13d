// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/theme.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLabel>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// Asked for with the first icon: looking for icon themes takes longer than all else a window does before its first
/// paint.
void useIconTheme()
{
    const QString name = colors::isDark(QApplication::palette()) ? u"breeze-dark"_s : u"breeze"_s;
    if (QIcon::themeName() == name)
        return;
    // The offscreen platform knows no system folder of icons.
    QStringList paths = QIcon::themeSearchPaths();
    if (!paths.contains(u"/usr/share/icons"_s)) {
        paths.append(u"/usr/share/icons"_s);
        QIcon::setThemeSearchPaths(paths);
    }
    QIcon::setThemeName(name);
}

QFont programFont()
{
    QFont font(u"Inter"_s);
    font.setStyleHint(QFont::SansSerif);
    font.setPointSizeF(10.0);
    return font;
}

} // namespace

Theme::Theme(QApplication &application)
    : m_application(application)
    , m_systemScheme(colors::isDark(QGuiApplication::palette()) ? ColorScheme::Dark : ColorScheme::Light)
{
    QApplication::setStyle(new Style);
    QApplication::setFont(programFont());
    QApplication::setPalette(colors::light());
}

void Theme::setScheme(ColorScheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    m_application.setPalette(scheme == ColorScheme::Dark ? colors::dark() : colors::light());
    useIconTheme();
    Q_EMIT schemeChanged();
}

void Theme::choose(const QString &word)
{
    if (word == "light"_L1)
        setScheme(ColorScheme::Light);
    else if (word == "dark"_L1)
        setScheme(ColorScheme::Dark);
    else
        setScheme(m_systemScheme);
}

QFont fontOf(TextSize size)
{
    QFont font = QApplication::font();
    switch (size) {
    case TextSize::Small:
        font.setPointSizeF(9.0);
        break;
    case TextSize::Normal:
        break;
    case TextSize::Heading:
        font.setPointSizeF(13.0);
        font.setWeight(QFont::DemiBold);
        break;
    }
    return font;
}

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(9.5);
    return font;
}

void setMuted(QLabel *label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
}

QIcon themeIcon(const QString &name)
{
    // One sign for what failed, the one that records have; the icon theme's is a speech bubble.
    if (name == "dialog-error"_L1)
        return QIcon(u":/ponte/icons/status-error.svg"_s);
    useIconTheme();
    return QIcon::fromTheme(name);
}

} // namespace ponte::ui
