// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/reports/pdf/charts.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace ponte::reports::pdf {

using namespace Qt::StringLiterals;

namespace {

/// A round step that gives about five lines.
double niceStep(double most)
{
    const double rough = std::max(most, 1.0) / 5;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (const double step = factor * power; step >= rough)
            return std::max(1.0, std::ceil(step));
    }
    return std::max(1.0, power * 10);
}

QString scaleText(double value)
{
    QString text = QString::number(qint64(value));
    for (qsizetype at = text.size() - 3; at > 0; at -= 3)
        text.insert(at, QChar(0x202f)); // a narrow space, which groups in every language
    return text;
}

/// Where values and labels stand.
struct Frame {
    QRectF plot;
    double most = 1; ///< value at the top
    double slot = 1; ///< width of a label

    [[nodiscard]] double y(double value) const { return plot.bottom() - plot.height() * value / most; }
};

Frame drawFrame(QPainter &painter, const QRectF &area, const QStringList &labels, double most, const ChartLook &look)
{
    const QFontMetricsF metrics(painter.font());
    const double step = niceStep(most);
    Frame frame;
    frame.most = std::max(step, std::ceil(most / step) * step);
    const double left = metrics.horizontalAdvance(scaleText(frame.most)) + metrics.height() * 0.6;
    frame.plot = area.adjusted(left, metrics.height() * 0.6, 0, -metrics.height() * 1.5);
    frame.slot = frame.plot.width() / double(std::max<qsizetype>(1, labels.size()));
    for (double value = 0; value <= frame.most + step / 2; value += step) {
        const double y = frame.y(value);
        painter.setPen(QPen(look.grid, metrics.height() * 0.05));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        painter.setPen(look.text);
        const QString text = scaleText(value);
        painter.drawText(QPointF(frame.plot.left() - metrics.height() * 0.4 - metrics.horizontalAdvance(text),
                                 y + metrics.ascent() * 0.4),
                         text);
    }
    double widest = 1;
    for (const QString &label : labels)
        widest = std::max(widest, metrics.horizontalAdvance(label));
    const auto every = std::max<qsizetype>(1, qsizetype(std::ceil((widest + metrics.height()) / frame.slot)));
    painter.setPen(look.text);
    for (qsizetype i = 0; i < labels.size(); i += every) {
        const double middle = frame.plot.left() + (double(i) + 0.5) * frame.slot;
        const double start = std::clamp(middle - metrics.horizontalAdvance(labels.at(i)) / 2, area.left(),
                                        area.right() - metrics.horizontalAdvance(labels.at(i)));
        painter.drawText(QPointF(start, area.bottom() - metrics.descent()), labels.at(i));
    }
    return frame;
}

} // namespace

void paintBars(QPainter &painter, const QRectF &area, const QStringList &labels, const QList<ChartSeries> &series,
               const ChartLook &look)
{
    double most = 0;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        double sum = 0;
        for (const ChartSeries &one : series)
            sum += one.values.value(i);
        most = std::max(most, sum);
    }
    const Frame frame = drawFrame(painter, area, labels, most, look);
    const double gap = std::min(frame.slot * 0.2, frame.plot.width() * 0.01);
    const double width = std::min(frame.slot - gap, frame.plot.width() * 0.12);
    for (qsizetype i = 0; i < labels.size(); ++i) {
        double sum = 0;
        for (const ChartSeries &one : series) {
            const double value = one.values.value(i);
            if (value <= 0)
                continue;
            const double top = frame.y(sum + value);
            painter.fillRect(
                QRectF(frame.plot.left() + (double(i) + 0.5) * frame.slot - width / 2, top, width, frame.y(sum) - top),
                one.color);
            sum += value;
        }
    }
}

void paintLines(QPainter &painter, const QRectF &area, const QStringList &labels, const QList<ChartSeries> &series,
                const ChartLook &look)
{
    double most = 0;
    for (const ChartSeries &one : series) {
        for (const double value : one.values)
            most = std::max(most, value);
    }
    const Frame frame = drawFrame(painter, area, labels, most, look);
    const double thickness = QFontMetricsF(painter.font()).height() * 0.15;
    for (const ChartSeries &one : series) {
        QPolygonF line;
        for (qsizetype i = 0; i < std::min(one.values.size(), labels.size()); ++i)
            line.append({frame.plot.left() + (double(i) + 0.5) * frame.slot, frame.y(one.values.at(i))});
        painter.setPen(QPen(one.color, thickness, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
        // A single value has no line.
        if (line.size() == 1)
            painter.drawPoint(line.first());
    }
}

void paintLyingBars(QPainter &painter, const QRectF &area, const QStringList &labels, const QList<ChartSeries> &series,
                    const ChartLook &look)
{
    const QFontMetricsF metrics(painter.font());
    double most = 1;
    double labelWidth = 0;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        double sum = 0;
        for (const ChartSeries &one : series)
            sum += one.values.value(i);
        most = std::max(most, sum);
        labelWidth = std::max(labelWidth, metrics.horizontalAdvance(labels.at(i)));
    }
    const double valueWidth = metrics.horizontalAdvance(scaleText(most)) + metrics.height();
    const QRectF plot = area.adjusted(labelWidth + metrics.height() * 0.6, 0, -valueWidth, 0);
    const double slot = area.height() / double(std::max<qsizetype>(1, labels.size()));
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const double middle = area.top() + (double(i) + 0.5) * slot;
        const double base = middle + metrics.ascent() * 0.4;
        painter.setPen(look.text);
        painter.drawText(QPointF(plot.left() - metrics.height() * 0.6 - metrics.horizontalAdvance(labels.at(i)), base),
                         labels.at(i));
        double sum = 0;
        for (const ChartSeries &one : series) {
            const double value = one.values.value(i);
            painter.fillRect(QRectF(plot.left() + plot.width() * sum / most, middle - slot * 0.32,
                                    plot.width() * value / most, slot * 0.64),
                             one.color);
            sum += value;
        }
        painter.setPen(look.text);
        painter.drawText(QPointF(plot.left() + plot.width() * sum / most + metrics.height() * 0.4, base),
                         scaleText(sum));
    }
}

} // namespace ponte::reports::pdf
