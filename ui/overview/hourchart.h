// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/totals.h"

#include <QWidget>

namespace ponte::ui {

/// The work of the last 24 hours, a bar for each: how many records were created, and which part of them is in error
/// now. A click, or the arrows and Enter, choose an hour.
class HourChart final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HourChart)

public:
    explicit HourChart(QWidget *parent = nullptr);

    void setHours(const QList<log::HourCount> &hours);
    [[nodiscard]] QSize sizeHint() const override { return {420, 180}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 120}; }
    [[nodiscard]] int currentHour() const { return m_current; }

Q_SIGNALS:
    void hourChosen(const ponte::log::HourCount &hour);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] QRectF bar(int hour, qint64 count) const;
    [[nodiscard]] int hourAt(const QPoint &at) const;
    [[nodiscard]] QString textOf(int hour) const;
    void paintScale(QPainter &painter) const;
    void describe();

    QList<log::HourCount> m_hours;
    qint64 m_top = 1; ///< of the scale
    int m_current = -1;
};

} // namespace ponte::ui
