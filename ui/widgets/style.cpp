// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/style.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/indicators.h"
#include "ui/widgets/shapes.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QPainter>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

bool isGrid(const QWidget *widget)
{
    return qobject_cast<const QAbstractItemView *>(widget);
}

} // namespace

Style::Style()
    : QProxyStyle(u"fusion"_s)
{}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            shapes::drawField(option, painter, widget, option->state & State_HasFocus);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_PanelButtonCommand:
        shapes::drawButton(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        shapes::drawToolButton(option, painter);
        return;
    case PE_FrameFocusRect:
        if (!isGrid(widget))
            shapes::drawFocus(option, painter);
        return;
    case PE_Frame:
    case PE_FrameTabWidget:
        painter->save();
        painter->setPen(colors::border(option->palette));
        painter->setBrush(Qt::NoBrush);
        if (element == PE_Frame)
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          colors::border(option->palette));
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case PE_IndicatorCheckBox:
        indicators::drawCheckBox(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        indicators::drawRadioButton(*option, *painter);
        return;
    case PE_IndicatorArrowDown:
        shapes::drawChevron(painter, option->rect, option->palette.color(QPalette::ButtonText));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            shapes::drawTab(tab, painter);
        return;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            shapes::drawHeader(header, painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          colors::border(option->palette));
        return;
    case CE_Splitter: {
        const QRect &rect = option->rect;
        const bool horizontal = option->state & State_Horizontal;
        painter->fillRect(horizontal ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                                     : QRect(rect.left(), rect.center().y(), rect.width(), 1),
                          colors::border(option->palette));
        return;
    }
    case CE_ProgressBarGroove:
        indicators::drawProgressGroove(*option, *painter);
        return;
    case CE_ProgressBarContents:
        indicators::drawProgress(*option, *painter);
        return;
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && widget && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button->icon.isNull())
        {
            shapes::drawLabelBesideIcon(*button, painter, widget);
            return;
        }
        break;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && !combo->editable) {
            QStyleOptionComboBox copy = *combo;
            const int icon = combo->currentIcon.isNull() ? 0 : combo->iconSize.width() + shapes::iconGap;
            const int room = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width() - icon - 2;
            copy.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, room);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && widget && widget->property(primaryProperty).toBool() && (option->state & State_Enabled))
        {
            QStyleOptionButton copy = *button;
            copy.palette.setColor(QPalette::ButtonText, colors::onAccent(option->palette));
            if (!copy.icon.isNull())
                copy.icon = shapes::tinted(copy.icon, colors::onAccent(option->palette), widget->devicePixelRatioF());
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        const auto *box = qobject_cast<const QComboBox *>(widget);
        const bool focused = (option->state & State_HasFocus) || (box && box->isEditable() && box->hasFocus());
        QStyleOptionComplex field = *option;
        if (combo && !combo->editable && (option->state & State_Enabled))
            field.palette.setColor(QPalette::Base, option->palette.color(QPalette::Button));
        if (!combo || combo->frame)
            shapes::drawField(&field, painter, widget, focused);
        shapes::drawChevron(painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget),
                            option->palette.color(QPalette::ButtonText));
        return;
    }
    if (control == CC_SpinBox) {
        shapes::drawSpinBox(option, painter, widget, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget),
                            subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget));
        return;
    }
    if (control == CC_ToolButton && shapes::isMenuButton(option)) {
        shapes::drawMenuButton(option, painter, widget);
        return;
    }
    if (control == CC_ScrollBar) {
        shapes::drawScrollBar(option, painter, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    // Every menu bar asks for these; Fusion would load the plug-ins of all image formats for them.
    if (icon != SP_ToolBarHorizontalExtensionButton && icon != SP_ToolBarVerticalExtensionButton)
        return QProxyStyle::standardIcon(icon, option, widget);
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    shapes::drawChevron(&painter, pixmap.rect(), QApplication::palette().color(QPalette::ButtonText));
    return pixmap;
}

} // namespace ponte::ui
