// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/sparkline.h"

#include "ui/log/signaturemodel.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace ponte::ui {

namespace {

constexpr int barWidth = 5;
constexpr int barGap = 1;

} // namespace

void SparklineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isActive = option.state & QStyle::State_Active;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect,
                          option.palette.color(isActive ? QPalette::Active : QPalette::Inactive, QPalette::Highlight));
    const auto days = index.data(SignatureModel::DaysRole).value<QList<qint64>>();
    const qint64 most = days.isEmpty() ? 0 : *std::max_element(days.begin(), days.end());
    const QRect area = option.rect.adjusted(2 * gridUnit, gridUnit, -2 * gridUnit, -gridUnit);
    const int width = int(days.size()) * (barWidth + barGap);
    for (int day = 0; day < days.size(); ++day) {
        const qint64 count = days.at(day);
        // A day with one error among thousands is still seen.
        const int height = count == 0 ? 1 : qMax(2, int(count * area.height() / most));
        const QRect bar(area.left() + day * (barWidth + barGap), area.bottom() - height + 1, barWidth, height);
        painter->fillRect(bar, count == 0 ? colors::fieldBorder(option.palette) : colors::accent(option.palette));
    }
    const QRect text = option.rect.adjusted(4 * gridUnit + width, 0, -gridUnit, 0);
    painter->setFont(option.font);
    painter->setPen(colors::muted(option.palette));
    const QString shown = QLocale().toString(std::accumulate(days.begin(), days.end(), qint64(0)));
    if (text.width() > option.fontMetrics.horizontalAdvance(shown))
        painter->drawText(text, int(Qt::AlignVCenter | Qt::AlignLeft), shown);
}

} // namespace ponte::ui
