// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/griddelegate.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QGlyphRun>
#include <QIcon>
#include <QPainter>
#include <QRawFont>

namespace ponte::ui {

namespace {

constexpr int cellMargin = 8;
constexpr int cellIconSize = 16;

/// Qt 6.4 offers no tabular figures, so each digit is set in the middle of a box as wide as the widest. False where the
/// text does not fit.
bool drawTabular(QPainter *painter, const QRect &rect, const QString &text, bool alignRight)
{
    const QRawFont font = QRawFont::fromFont(painter->font());
    const QList<quint32> digits = font.glyphIndexesForString(QStringLiteral("0123456789"));
    double widest = 0.0;
    for (const QPointF &advance : font.advancesForGlyphIndexes(digits))
        widest = qMax(widest, advance.x());
    const QList<quint32> glyphs = font.glyphIndexesForString(text);
    const QList<QPointF> advances = font.advancesForGlyphIndexes(glyphs);
    QList<QPointF> positions;
    positions.reserve(glyphs.size());
    double x = 0.0;
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        const bool isDigit = digits.contains(glyphs[i]);
        positions.append({x + (isDigit ? (widest - advances[i].x()) / 2.0 : 0.0), 0.0});
        x += isDigit ? widest : advances[i].x();
    }
    if (x > rect.width())
        return false;
    QGlyphRun run;
    run.setRawFont(font);
    run.setGlyphIndexes(glyphs);
    run.setPositions(positions);
    const double left = alignRight ? rect.right() + 1 - x : rect.left();
    const double baseline = rect.top() + (rect.height() + font.ascent() - font.descent()) / 2.0;
    painter->drawGlyphRun({left, double(qRound(baseline))}, run);
    return true;
}

bool isCurrentRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->currentIndex().row() == index.row();
}

} // namespace

void GridDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette::ColorGroup group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    QRect rect = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(rect, option.palette.color(group, QPalette::Highlight));
    if (index.column() == 0 && isCurrentRow(option, index))
        painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colors::accent(option.palette));
    rect.adjust(cellMargin, 0, -cellMargin, 0);
    const QVariant decoration = index.data(Qt::DecorationRole);
    if (decoration.isValid()) {
        const QRect icon(rect.left(), rect.center().y() - cellIconSize / 2 + 1, cellIconSize, cellIconSize);
        decoration.value<QIcon>().paint(painter, icon);
        rect.setLeft(icon.right() + 1 + gridUnit + 2);
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty() || rect.width() < cellMargin)
        return;
    const bool muted = index.data(MutedRole).toBool();
    painter->setPen(muted ? colors::muted(option.palette) : option.palette.color(QPalette::Text));
    painter->setFont(option.font);
    const bool alignRight = index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    if (index.data(TabularRole).toBool() && drawTabular(painter, rect, text, alignRight))
        return;
    painter->drawText(rect, int(Qt::AlignVCenter | (alignRight ? Qt::AlignRight : Qt::AlignLeft)),
                      option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width()));
}

QSize GridDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    return {option.fontMetrics.horizontalAdvance(text) + 2 * cellMargin, gridRowHeight};
}

} // namespace ponte::ui
