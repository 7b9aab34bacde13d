// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/reports/pdf/charts.h"

#include <QWidget>

namespace ponte::ui {

/// One chart, drawn as the reports draw it, in the colours of the theme; a screen reader is told its numbers.
class ChartView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartView)

public:
    enum class Kind { Bars, LyingBars };

    explicit ChartView(Kind kind, QWidget *parent = nullptr);

    /// The colours of the series are not read: they are those of the theme, by the series' order.
    void setChart(const QString &title, const QStringList &labels, const QList<reports::pdf::ChartSeries> &series);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 140}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLegend(QPainter &painter, const QRectF &area) const;

    const Kind m_kind;
    QString m_title;
    QStringList m_labels;
    QList<reports::pdf::ChartSeries> m_series;
};

} // namespace ponte::ui
