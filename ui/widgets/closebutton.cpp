// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/closebutton.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace ponte::ui {

CloseButton::CloseButton(QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CloseButton::setMeaning(const QString &text)
{
    setToolTip(text);
    setAccessibleName(text);
}

QSize CloseButton::sizeHint() const
{
    return {24, 24};
}

void CloseButton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    painter.setPen(QPen(palette().color(group, QPalette::WindowText), 1.5, Qt::SolidLine, Qt::RoundCap));
    const QPointF center = QRectF(rect()).center();
    constexpr double arm = 3.75;
    painter.drawLine(center + QPointF(-arm, -arm), center + QPointF(arm, arm));
    painter.drawLine(center + QPointF(arm, -arm), center + QPointF(-arm, arm));
}

} // namespace ponte::ui
