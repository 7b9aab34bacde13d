// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/shapes.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QSpinBox>

namespace ponte::ui::shapes {

namespace {

constexpr double cornerRadius = 4.0;

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

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const QRect &rect = option->rect;
    const bool hovered = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    painter->fillRect(rect, hovered ? colors::hover(palette) : palette.color(QPalette::Window));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors::border(palette));
    painter->fillRect(QRect(rect.right(), rect.top() + 5, 1, rect.height() - 10), colors::border(palette));
}

} // namespace

void drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget, bool focused)
{
    const QPalette &palette = option->palette;
    const bool invalid = widget && widget->property(invalidProperty).toBool();
    const QColor line = invalid   ? colors::error(palette)
                        : focused ? colors::accent(palette)
                                  : colors::fieldBorder(palette);
    drawRounded(painter, option->rect, palette.color(QPalette::Base), line, focused || invalid ? 2.0 : 1.0);
}

void drawChevron(QPainter *painter, const QRect &rect, const QColor &color, bool up)
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

bool isMenuButton(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    return button && (button->features & QStyleOptionToolButton::HasMenu)
           && !(button->features & QStyleOptionToolButton::MenuButtonPopup);
}

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

} // namespace ponte::ui::shapes
