// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/indicators.h"

#include "ui/widgets/colors.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include <algorithm>

namespace ponte::ui::indicators {

namespace {

struct Look {
    QColor ground, line, mark;
    double width = 1.0;
};

Look lookOf(const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & (QStyle::State_On | QStyle::State_NoChange);
    Look look {palette.color(QPalette::Base), colors::fieldBorder(palette), colors::onAccent(palette)};
    if (!isEnabled) {
        look.line = colors::border(palette);
        look.ground = isOn ? colors::border(palette) : palette.color(QPalette::Window);
        look.mark = colors::muted(palette);
    } else if (isOn) {
        look.ground = look.line = colors::accent(palette);
    } else if (option.state & QStyle::State_MouseOver) {
        look.line = colors::accent(palette);
    }
    return look;
}

QRectF squareIn(const QRect &rect)
{
    const int side = std::min(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    return QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5);
}

} // namespace

void drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const Look look = lookOf(option);
    const QRectF box = squareIn(option.rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.line, look.width));
    painter.setBrush(look.ground);
    painter.drawRoundedRect(box, 3.0, 3.0);
    painter.setPen(QPen(look.mark, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (option.state & QStyle::State_On) {
        QPainterPath tick(QPointF(box.left() + 0.24 * box.width(), box.top() + 0.52 * box.height()));
        tick.lineTo(box.left() + 0.43 * box.width(), box.top() + 0.72 * box.height());
        tick.lineTo(box.left() + 0.77 * box.width(), box.top() + 0.30 * box.height());
        painter.drawPath(tick);
    } else if (option.state & QStyle::State_NoChange) {
        painter.drawLine(QPointF(box.left() + 0.26 * box.width(), box.center().y()),
                         QPointF(box.right() - 0.26 * box.width(), box.center().y()));
    }
    painter.restore();
}

void drawRadioButton(const QStyleOption &option, QPainter &painter)
{
    const Look look = lookOf(option);
    const QRectF circle = squareIn(option.rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.line, look.width));
    painter.setBrush(look.ground);
    painter.drawEllipse(circle);
    if (option.state & QStyle::State_On) {
        const double inset = 0.30 * circle.width();
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.mark);
        painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
    painter.restore();
}

void drawProgressGroove(const QStyleOption &option, QPainter &painter)
{
    const double radius = std::min(4.0, option.rect.height() / 2.0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors::border(option.palette));
    painter.drawRoundedRect(option.rect, radius, radius);
    painter.restore();
}

void drawProgress(const QStyleOption &option, QPainter &painter)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option);
    if (!bar)
        return;
    QRectF part = option.rect;
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    if (range > 0) {
        part.setWidth(part.width() * double(std::max(bar->progress, bar->minimum) - bar->minimum) / double(range));
    } else {
        // Nobody knows how long it takes: a third of the bar stands for "something is under way".
        part.setWidth(part.width() / 3.0);
        part.moveCenter(QRectF(option.rect).center());
    }
    if (part.width() <= 0)
        return;
    const double radius = std::min({4.0, option.rect.height() / 2.0, part.width() / 2.0});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors::accent(option.palette));
    painter.drawRoundedRect(part, radius, radius);
    painter.restore();
}

} // namespace ponte::ui::indicators
