// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
// How large the style makes things, and where their parts stand.

#include "ui/widgets/shapes.h"
#include "ui/widgets/style.h"

namespace ponte::ui {

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if ((control == CC_ComboBox && part == SC_ComboBoxEditField)
        || (control == CC_SpinBox && part == SC_SpinBoxEditField))
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(shapes::fieldMargin, 0, 0, 0);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    // Without arrows the whole length belongs to the handle.
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    const int handle = range > 0 ? qMax(28, int(qint64(length) * bar->pageStep / (range + bar->pageStep))) : length;
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto along = [&](int from, int size) {
        const QRect rect =
            horizontal ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return along(0, length);
    case SC_ScrollBarSlider:
        return along(start, handle);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    default:
        return {};
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? rect.adjusted(shapes::fieldMargin, 0, -shapes::fieldMargin, 0) : rect;
    }
    return rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
        return 9;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 32;
    case PM_TabBarTabVSpace:
        return 16;
    case PM_HeaderMargin:
        return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_UnderlineShortcut:
        return hint == SH_UnderlineShortcut;
    case SH_ComboBox_Popup:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_ToolButton:
        if (shapes::isMenuButton(option))
            result = {shapes::menuButtonContent(*qstyleoption_cast<const QStyleOptionToolButton *>(option))
                          + shapes::menuButtonMargin + shapes::chevronRoom,
                      qMax(result.height(), shapes::controlHeight)};
        else if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
                 button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button->icon.isNull())
            result.setWidth(option->fontMetrics.size(Qt::TextShowMnemonic, button->text).width() + shapes::iconExtent
                            + shapes::iconGap + 2 * shapes::menuButtonMargin);
        break;
    case CT_PushButton:
        result = {result.width() + 16, qMax(result.height(), shapes::controlHeight)};
        break;
    case CT_SpinBox:
        // Fusion adds its own frame to the height of the field inside, which has ours already.
        result = {result.width() + shapes::fieldMargin, qMax(size.height(), shapes::controlHeight)};
        break;
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_HeaderSection:
        result.setHeight(qMax(result.height(), shapes::controlHeight));
        break;
    case CT_ItemViewItem:
        result.setHeight(qMax(result.height(), 24));
        break;
    case CT_MenuItem:
        result.setHeight(qMax(result.height(), 28));
        break;
    default:
        break;
    }
    return result;
}

} // namespace ponte::ui
