// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reports/chartview.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>

#include <array>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 26;

/// Success, error, pending, cancelled; apart for colour-blind eyes too, and named by the legend.
QColor seriesColor(const QPalette &palette, qsizetype index)
{
    static constexpr std::array<std::pair<QRgb, QRgb>, 4> tones {
        {{0x2f7d57, 0x57b489}, {0xc2362b, 0xee7b6f}, {0xb7791f, 0xe0ae4f}, {0x6b7280, 0x9aa3af}}};
    const auto &[light, dark] = tones.at(size_t(index) % tones.size());
    return QColor::fromRgb(colors::isDark(palette) ? dark : light);
}

} // namespace

ChartView::ChartView(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChartView::setChart(const QString &title, const QStringList &labels,
                         const QList<reports::pdf::ChartSeries> &series)
{
    m_title = title;
    m_labels = labels;
    m_series = series;
    setAccessibleName(title);
    QStringList told;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        QStringList values;
        for (const reports::pdf::ChartSeries &each : series)
            values.append(u"%1 %2"_s.arg(each.name, QLocale().toString(qint64(each.values.value(i)))));
        told.append(u"%1: %2"_s.arg(labels.at(i), values.join(u", "_s)));
    }
    setAccessibleDescription(told.join(u"; "_s));
    updateGeometry();
    update();
}

QSize ChartView::sizeHint() const
{
    const int legend = 12 * gridUnit;
    return {420, m_kind == Kind::LyingBars ? legend + 12 * gridUnit + int(m_labels.size()) * rowHeight : 220};
}

void ChartView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF titleArea(0, 0, width(), 6 * gridUnit);
    painter.drawText(titleArea, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setFont(fontOf(TextSize::Small));
    paintLegend(painter, QRectF(0, titleArea.bottom(), width(), 5 * gridUnit));
    QList<reports::pdf::ChartSeries> series = m_series;
    for (qsizetype i = 0; i < series.size(); ++i)
        series[i].color = series.size() > 1 ? seriesColor(palette(), i) : colors::accent(palette());
    const reports::pdf::ChartLook look {palette().color(QPalette::WindowText), colors::border(palette())};
    const QRectF plot(0, 12 * gridUnit, width() - 1, height() - 12 * gridUnit - 1);
    if (m_kind == Kind::LyingBars)
        reports::pdf::paintLyingBars(painter, plot, m_labels, series, look);
    else
        reports::pdf::paintBars(painter, plot, m_labels, series, look);
}

void ChartView::paintLegend(QPainter &painter, const QRectF &area) const
{
    if (m_series.size() < 2)
        return;
    qreal x = area.left();
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const QRectF mark(x, area.center().y() - gridUnit, 2 * gridUnit, 2 * gridUnit);
        painter.fillRect(mark, seriesColor(palette(), i));
        const qreal textWidth = painter.fontMetrics().horizontalAdvance(m_series.at(i).name);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(mark.right() + gridUnit, area.top(), textWidth + gridUnit, area.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, m_series.at(i).name);
        x = mark.right() + gridUnit + textWidth + 4 * gridUnit;
    }
}

} // namespace ponte::ui
