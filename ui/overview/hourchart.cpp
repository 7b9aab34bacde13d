// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/overview/hourchart.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timetext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>
#include <QToolTip>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int scaleHeight = 20;
constexpr int topSpace = 18;

/// The next number that is read at a glance.
qint64 roundUp(qint64 value)
{
    qint64 step = 1;
    while (true) {
        for (const qint64 tenths : {10, 12, 15, 20, 30, 40, 50, 60, 80}) {
            if (tenths * step % 10 == 0 && tenths * step / 10 >= value)
                return tenths * step / 10;
        }
        step *= 10;
    }
}

QString hourText(const QDateTime &hour)
{
    return hour.toTimeZone(displayZone()).toString(u"HH:mm"_s);
}

} // namespace

HourChart::HourChart(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"hourChart"_s);
    setFocusPolicy(Qt::StrongFocus);
    setFont(fontOf(TextSize::Small));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
}

void HourChart::setHours(const QList<log::HourCount> &hours)
{
    if (hours == m_hours)
        return;
    m_hours = hours;
    qint64 most = 1;
    for (const log::HourCount &hour : hours)
        most = qMax(most, hour.created);
    m_top = roundUp(most);
    m_current = qMin(m_current, int(hours.size()) - 1);
    describe();
    update();
}

QRect HourChart::plot() const
{
    return rect().adjusted(0, topSpace, 0, -scaleHeight);
}

QRectF HourChart::bar(int hour, qint64 count) const
{
    const QRect area = plot();
    const double step = double(area.width()) / qMax<qsizetype>(1, m_hours.size());
    // One record among thousands is still seen.
    const double height = count == 0 ? 0.0 : qMax(2.0, area.height() * double(count) / double(m_top));
    return {area.left() + hour * step + 1.0, area.bottom() + 1 - height, step - 2.0, height};
}

int HourChart::hourAt(const QPoint &at) const
{
    if (m_hours.isEmpty() || !rect().contains(at))
        return -1;
    return std::clamp(int(at.x() * m_hours.size() / qMax(1, width())), 0, int(m_hours.size()) - 1);
}

QString HourChart::textOf(int hour) const
{
    const log::HourCount &count = m_hours.at(hour);
    return tr("%1 to %2: %3 created, %4 of them in error now")
        .arg(hourText(count.hour), hourText(count.hour.addSecs(3600)), QLocale().toString(count.created),
             QLocale().toString(count.failed));
}

void HourChart::paintScale(QPainter &painter) const
{
    const QRect area = plot();
    painter.setPen(colors::muted(palette()));
    painter.drawText(QRect(0, 0, width(), topSpace), int(Qt::AlignLeft | Qt::AlignTop), QLocale().toString(m_top));
    const int every = width() < 480 ? 6 : 3;
    for (int hour = 0; hour < m_hours.size(); hour += every) {
        const QRectF place = bar(hour, 0);
        painter.drawText(QRectF(place.left(), area.bottom() + 2, 60, scaleHeight),
                         int(Qt::AlignLeft | Qt::AlignVCenter), hourText(m_hours.at(hour).hour));
    }
    painter.setPen(colors::border(palette()));
    painter.drawLine(area.left(), area.top(), area.right(), area.top());
    painter.drawLine(area.left(), area.bottom() + 1, area.right(), area.bottom() + 1);
}

void HourChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintScale(painter);
    for (int hour = 0; hour < m_hours.size(); ++hour) {
        const log::HourCount &count = m_hours.at(hour);
        painter.fillRect(bar(hour, count.created), colors::accent(palette()));
        if (count.failed == 0)
            continue;
        // Lines beside the colour, for eyes that do not tell the two apart.
        const QRectF failed = bar(hour, count.failed);
        painter.fillRect(failed, colors::error(palette()));
        painter.fillRect(failed, QBrush(palette().color(QPalette::Base), Qt::BDiagPattern));
    }
    if (hasFocus() && m_current >= 0) {
        const QRectF current = bar(m_current, m_top).adjusted(-1, 0, 1, 0);
        painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
        painter.drawRect(current);
    }
}

bool HourChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int hour = hourAt(help->pos());
    if (hour < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), textOf(hour), this);
    return true;
}

void HourChart::mousePressEvent(QMouseEvent *event)
{
    const int hour = hourAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || hour < 0)
        return;
    m_current = hour;
    Q_EMIT hourChosen(m_hours.at(hour));
}

void HourChart::keyPressEvent(QKeyEvent *event)
{
    const bool isStep = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isStep && !m_hours.isEmpty()) {
        const int last = int(m_hours.size()) - 1;
        const int from = m_current < 0 ? last + (event->key() == Qt::Key_Left ? 1 : 0) : m_current;
        m_current = std::clamp(from + (event->key() == Qt::Key_Left ? -1 : 1), 0, last);
        describe();
        update();
    } else if (isEnter && m_current >= 0) {
        Q_EMIT hourChosen(m_hours.at(m_current));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void HourChart::describe()
{
    qint64 created = 0;
    qint64 failed = 0;
    for (const log::HourCount &hour : std::as_const(m_hours)) {
        created += hour.created;
        failed += hour.failed;
    }
    setAccessibleName(tr("Records created in the last 24 hours, by hour"));
    setAccessibleDescription(
        m_current >= 0
            ? textOf(m_current)
            : tr("%1 created, %2 of them in error now").arg(QLocale().toString(created), QLocale().toString(failed)));
}

void HourChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

} // namespace ponte::ui
