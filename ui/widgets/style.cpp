// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/style.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/indicators.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QSpinBox>
#include <QStyleOption>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double cornerRadius = 4.0;
constexpr int fieldMargin = 6;
constexpr int controlHeight = 32;

class PainterState final
{
public:
    explicit PainterState(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~PainterState() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(PainterState)

private:
    QPainter *m_painter;
};

void drawRounded(QPainter *painter, const QRect &rect, const QColor &ground, const QColor &line, double width = 1.0)
{
    const PainterState state(painter);
    const double inset = width / 2.0;
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(ground);
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), cornerRadius, cornerRadius);
}

void drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget, bool focused)
{
    const QPalette &palette = option->palette;
    const bool invalid = widget && widget->property(invalidProperty).toBool();
    const QColor line = invalid   ? colors::error(palette)
                        : focused ? colors::accent(palette)
                                  : colors::fieldBorder(palette);
    drawRounded(painter, option->rect, palette.color(QPalette::Base), line, focused || invalid ? 2.0 : 1.0);
}

void drawChevron(QPainter *painter, const QRect &rect, const QColor &color, bool up = false)
{
    const PainterState state(painter);
    const QPointF center = QRectF(rect).center();
    const double rise = up ? -2.0 : 2.0;
    QPainterPath path(center + QPointF(-4.0, -rise));
    path.lineTo(center + QPointF(0.0, rise));
    path.lineTo(center + QPointF(4.0, -rise));
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
}

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && (option->state & QStyle::State_MouseOver);
    const bool primary = enabled && widget && widget->property(primaryProperty).toBool();
    QColor ground = palette.color(QPalette::Button);
    QColor line = enabled ? colors::fieldBorder(palette) : colors::border(palette);
    if (primary) {
        ground = line = colors::accent(palette);
        if (hovered || down)
            ground = line = ground.darker(colors::isDark(palette) ? 110 : 115);
    } else if (down) {
        ground = colors::border(palette);
    } else if (hovered) {
        ground = colors::hover(palette);
    }
    drawRounded(painter, option->rect, ground, line);
}

void drawToolButton(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    if (option->state & (QStyle::State_Sunken | QStyle::State_On))
        drawRounded(painter, option->rect, colors::border(palette), {});
    else if ((option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled))
        drawRounded(painter, option->rect, colors::hover(palette), {});
    else if (!(option->state & QStyle::State_AutoRaise))
        drawRounded(painter, option->rect, palette.color(QPalette::Button), colors::fieldBorder(palette));
}

void drawFocus(const QStyleOption *option, QPainter *painter)
{
    drawRounded(painter, option->rect, Qt::transparent, colors::accent(option->palette), 2.0);
}

void drawTab(const QStyleOptionTab *tab, QPainter *painter)
{
    const bool selected = tab->state & QStyle::State_Selected;
    const QPalette &palette = tab->palette;
    if (!selected && (tab->state & QStyle::State_MouseOver))
        painter->fillRect(tab->rect.adjusted(0, 2, 0, -2), colors::hover(palette));
    if (selected)
        painter->fillRect(QRect(tab->rect.left(), tab->rect.bottom() - 1, tab->rect.width(), 2),
                          colors::accent(palette));
    if (tab->state & QStyle::State_HasFocus)
        drawRounded(painter, tab->rect.adjusted(1, 1, -1, -3), Qt::transparent, colors::accent(palette));
}

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const QRect &rect = option->rect;
    const bool hovered = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    painter->fillRect(rect, hovered ? colors::hover(palette) : palette.color(QPalette::Window));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors::border(palette));
    painter->fillRect(QRect(rect.right(), rect.top() + 5, 1, rect.height() - 10), colors::border(palette));
}

/// A button that opens a menu: its text at the left, a chevron at the right, as wide as both.
bool isMenuButton(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    return button && (button->features & QStyleOptionToolButton::HasMenu)
           && !(button->features & QStyleOptionToolButton::MenuButtonPopup);
}

constexpr int chevronRoom = 24;
constexpr int menuButtonMargin = 10;
constexpr int iconExtent = 16;
constexpr int iconGap = 6;

/// What stands beside the chevron; an icon that has a text beside it is left to the text.
int menuButtonContent(const QStyleOptionToolButton &button)
{
    return button.text.isEmpty() ? iconExtent : button.fontMetrics.horizontalAdvance(button.text) + 2;
}

void drawMenuButton(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    const QPalette &palette = option->palette;
    const bool open = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    const bool focused = option->state & QStyle::State_HasFocus;
    const QColor ground = open      ? colors::border(palette)
                          : hovered ? colors::hover(palette)
                                    : palette.color(QPalette::Button);
    drawRounded(painter, option->rect, ground, focused ? colors::accent(palette) : colors::fieldBorder(palette),
                focused ? 2.0 : 1.0);
    painter->setPen(palette.color(QPalette::ButtonText));
    const QRect text = option->rect.adjusted(menuButtonMargin, 0, -chevronRoom, 0);
    if (button->text.isEmpty())
        button->icon.paint(painter, text, Qt::AlignVCenter | Qt::AlignLeft);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      widget->fontMetrics().elidedText(button->text, Qt::ElideRight, text.width()));
    drawChevron(painter,
                QRect(option->rect.right() - chevronRoom, option->rect.top(), chevronRoom, option->rect.height()),
                palette.color(QPalette::ButtonText));
}

/// Icon and text side by side in the middle; Fusion leaves no margin before the icon and a double one after the text.
void drawLabelBesideIcon(const QStyleOptionToolButton &button, QPainter *painter, const QWidget *widget)
{
    const int text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const int start = button.rect.left() + qMax(0, (button.rect.width() - iconExtent - iconGap - text) / 2);
    const bool enabled = button.state & QStyle::State_Enabled;
    button.icon.paint(painter, QRect(start, button.rect.top(), iconExtent, button.rect.height()), Qt::AlignCenter,
                      enabled ? QIcon::Normal : QIcon::Disabled,
                      button.state & QStyle::State_On ? QIcon::On : QIcon::Off);
    const QRect rest = button.rect.adjusted(start - button.rect.left() + iconExtent + iconGap, 0, 0, 0);
    widget->style()->drawItemText(painter, rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic,
                                  button.palette, enabled, button.text, QPalette::ButtonText);
}

/// Monochrome icons are made for the window's ground.
QIcon tinted(const QIcon &icon, const QColor &color, double scale)
{
    QPixmap pixmap = icon.pixmap(QSize(iconExtent, iconExtent), scale);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRectF(QPointF(), pixmap.deviceIndependentSize()), color);
    return pixmap;
}

void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QRect &slider)
{
    const QPalette &palette = option->palette;
    const bool horizontal = option->state & QStyle::State_Horizontal;
    painter->fillRect(option->rect, palette.color(QPalette::Window));
    const bool active = option->activeSubControls & QStyle::SC_ScrollBarSlider;
    const QRect handle = horizontal ? slider.adjusted(1, 3, -1, -3) : slider.adjusted(3, 1, -3, -1);
    drawRounded(painter, handle, active ? colors::muted(palette) : colors::fieldBorder(palette), {});
}

void drawHeader(const QStyleOptionHeader *header, QPainter *painter)
{
    drawHeaderSection(header, painter);
    QRect text = header->rect.adjusted(8, 0, -8, 0);
    if (header->sortIndicator != QStyleOptionHeader::None) {
        // Qt calls the descending order "up"; people expect the arrow of the largest first to point down.
        drawChevron(painter, QRect(text.right() - 11, text.center().y() - 6, 12, 12), colors::accent(header->palette),
                    header->sortIndicator == QStyleOptionHeader::SortDown);
        text.setRight(text.right() - 14);
    }
    painter->setPen(header->palette.color(QPalette::ButtonText));
    painter->drawText(text, int(header->textAlignment) | Qt::TextSingleLine,
                      header->fontMetrics.elidedText(header->text, Qt::ElideRight, text.width()));
}

void drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget, const QRect &up,
                 const QRect &down)
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    if (spin->frame)
        drawField(option, painter, widget, option->state & QStyle::State_HasFocus);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto color = [spin](QAbstractSpinBox::StepEnabledFlag step) {
        return spin->stepEnabled & step ? spin->palette.color(QPalette::ButtonText) : colors::border(spin->palette);
    };
    drawChevron(painter, up.adjusted(0, 2, 0, 0), color(QAbstractSpinBox::StepUpEnabled), true);
    drawChevron(painter, down.adjusted(0, 0, 0, -2), color(QAbstractSpinBox::StepDownEnabled));
}

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
            drawField(option, painter, widget, option->state & State_HasFocus);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        drawToolButton(option, painter);
        return;
    case PE_FrameFocusRect:
        if (!isGrid(widget))
            drawFocus(option, painter);
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
        drawChevron(painter, option->rect, option->palette.color(QPalette::ButtonText));
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
            drawTab(tab, painter);
        return;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeader(header, painter);
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
            drawLabelBesideIcon(*button, painter, widget);
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
                copy.icon = tinted(copy.icon, colors::onAccent(option->palette), widget->devicePixelRatioF());
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
        QStyleOption field = *option;
        if (combo && !combo->editable && (option->state & State_Enabled))
            field.palette.setColor(QPalette::Base, option->palette.color(QPalette::Button));
        if (!combo || combo->frame)
            drawField(&field, painter, widget, focused);
        drawChevron(painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget),
                    option->palette.color(QPalette::ButtonText));
        return;
    }
    if (control == CC_SpinBox) {
        drawSpinBox(option, painter, widget, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget),
                    subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget));
        return;
    }
    if (control == CC_ToolButton && isMenuButton(option)) {
        drawMenuButton(option, painter, widget);
        return;
    }
    if (control == CC_ScrollBar) {
        drawScrollBar(option, painter, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if ((control == CC_ComboBox && part == SC_ComboBoxEditField)
        || (control == CC_SpinBox && part == SC_SpinBoxEditField))
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(fieldMargin, 0, 0, 0);
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
        return frame && frame->lineWidth > 0 ? rect.adjusted(fieldMargin, 0, -fieldMargin, 0) : rect;
    }
    return rect;
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    // Every menu bar asks for these; Fusion would load the plug-ins of all image formats for them.
    if (icon != SP_ToolBarHorizontalExtensionButton && icon != SP_ToolBarVerticalExtensionButton)
        return QProxyStyle::standardIcon(icon, option, widget);
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawChevron(&painter, pixmap.rect(), QApplication::palette().color(QPalette::ButtonText));
    return pixmap;
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
        if (isMenuButton(option))
            result = {menuButtonContent(*qstyleoption_cast<const QStyleOptionToolButton *>(option)) + menuButtonMargin
                          + chevronRoom,
                      qMax(result.height(), controlHeight)};
        else if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
                 button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button->icon.isNull())
            result.setWidth(option->fontMetrics.size(Qt::TextShowMnemonic, button->text).width() + iconExtent + iconGap
                            + 2 * menuButtonMargin);
        break;
    case CT_PushButton:
        result = {result.width() + 16, qMax(result.height(), controlHeight)};
        break;
    case CT_SpinBox:
        // Fusion adds its own frame to the height of the field inside, which has ours already.
        result = {result.width() + fieldMargin, qMax(size.height(), controlHeight)};
        break;
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_HeaderSection:
        result.setHeight(qMax(result.height(), controlHeight));
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
