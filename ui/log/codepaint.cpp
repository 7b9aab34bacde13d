// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/codecolours.h"
#include "ui/log/codeview.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// Beyond this the colours of a line would cost more than they tell.
constexpr qsizetype longestColoured = 4000;

/// Of those every character takes one cell, so that they may be drawn at once.
bool isEven(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < QChar(0x250); });
}

} // namespace

/// What a row shows, and where.
struct CodeView::RowShape {
    CodeRows::Row row;
    int y = 0;
    int first = 0; ///< character in the first cell in sight
    int count = 0; ///< characters in sight
    double left = 0; ///< where the first character stands
    bool isLastPart = true;
};

CodeView::RowShape CodeView::shapeOf(const CodeRows::Row &row, int y) const
{
    const int length = int(text().line(row.line).size());
    const int perRow = m_rows.columns() > 0 ? m_rows.charactersPerRow(row.line) : length;
    const int begin = m_rows.columns() > 0 ? row.part * perRow : 0;
    const int end = m_rows.isFolded(row.line) ? length : qMin(length, begin + perRow);
    const int indent = text().indentOf(row.line);
    const int skipped = qMax(0, horizontalScrollBar()->value() - indent);
    const int columns = int(viewport()->width() / cellWidth()) + 2;
    RowShape shape;
    shape.row = row;
    shape.y = y;
    shape.first = qMin(end, begin + skipped);
    shape.count = qMin(end - shape.first, columns);
    shape.left = marginWidth() + (indent + skipped - horizontalScrollBar()->value()) * cellWidth();
    shape.isLastPart = end == length;
    return shape;
}

void CodeView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(font());
    const int height = rowHeight();
    const int top = verticalScrollBar()->value();
    const int first = event->rect().top() / height;
    const int last = qMin(event->rect().bottom() / height, m_rows.rowCount() - top - 1);
    for (int row = first; row <= last; ++row)
        paintRow(painter, shapeOf(m_rows.at(top + row), row * height));
    const QRect margin(0, 0, m_isNumbered ? marginWidth() - gridUnit : 0, viewport()->height());
    painter.fillRect(margin, palette().color(QPalette::AlternateBase));
    for (int row = first; row <= last; ++row)
        paintMargin(painter, shapeOf(m_rows.at(top + row), row * height));
}

void CodeView::paintRow(QPainter &painter, const RowShape &shape) const
{
    paintGrounds(painter, shape);
    paintText(painter, shape);
    const double x = shape.left + shape.count * cellWidth();
    if (m_rows.isFolded(shape.row.line)) {
        const int hidden = text().foldEnd(shape.row.line) - shape.row.line;
        painter.setPen(colors::muted(palette()));
        const QRectF rect(x + cellWidth(), shape.y, viewport()->width(), rowHeight());
        painter.drawText(rect, int(Qt::AlignVCenter | Qt::AlignLeft), tr("… %Ln line(s)", nullptr, hidden));
    }
    const int column = m_caret.column - shape.first;
    if (hasFocus() && m_caret.line == shape.row.line && column >= 0
        && (column < shape.count || (shape.isLastPart && column == shape.count)))
    {
        const double at = shape.left + column * cellWidth();
        painter.fillRect(QRectF(at, shape.y, 1.5, rowHeight()), palette().color(QPalette::Text));
    }
}

void CodeView::paintGrounds(QPainter &painter, const RowShape &shape) const
{
    const int line = shape.row.line;
    const QRect row(0, shape.y, viewport()->width(), rowHeight());
    switch (m_marks.value(line, LineMark::None)) {
    case LineMark::None:
        break;
    case LineMark::Changed:
        painter.fillRect(row, colors::warningGround(palette()));
        break;
    case LineMark::Added:
        painter.fillRect(row, colors::infoGround(palette()));
        break;
    case LineMark::Missing:
        painter.fillRect(row, QBrush(colors::border(palette()), Qt::BDiagPattern));
        break;
    }
    const auto fill = [&](int from, int to, const QColor &color) {
        const int begin = qBound(0, from - shape.first, shape.count);
        const int end = qBound(0, to - shape.first, shape.count);
        if (end > begin)
            painter.fillRect(
                QRectF(shape.left + begin * cellWidth(), shape.y, (end - begin) * cellWidth(), rowHeight()), color);
    };
    auto hit = std::lower_bound(m_hits.begin(), m_hits.end(), Place {line, 0},
                                [](const Hit &before, const Place &place) { return before.at < place; });
    for (; hit != m_hits.end() && hit->at.line == line; ++hit)
        fill(hit->at.column, hit->at.column + hit->length, colors::warningGround(palette()));
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    if (from != to && line >= from.line && line <= to.line) {
        const QPalette::ColorGroup group = hasFocus() || m_currentHit >= 0 ? QPalette::Active : QPalette::Inactive;
        fill(line == from.line ? from.column : 0, line == to.line ? to.column : int(text().line(line).size()),
             palette().color(group, QPalette::Highlight));
    }
}

void CodeView::paintText(QPainter &painter, const RowShape &shape) const
{
    const QStringView line = text().line(shape.row.line);
    const PayloadText::Kind kind = text().kind();
    const bool isColoured = kind != PayloadText::Kind::Text && line.size() <= longestColoured;
    const QList<CodeSpan> spans = isColoured ? codeSpans(line) : QList<CodeSpan>();
    const qsizetype end = shape.first + shape.count;
    qsizetype at = shape.first;
    const auto draw = [&](qsizetype to, const CodeSpan *span) {
        to = qMin(to, end);
        if (to <= at)
            return;
        QFont face = font();
        if (span && span->role == CodeSpan::Role::Heading)
            face.setWeight(QFont::DemiBold);
        painter.setFont(face);
        painter.setPen(!span || span->role == CodeSpan::Role::Heading ? palette().color(QPalette::Text)
                       : span->role == CodeSpan::Role::Name           ? colors::accent(palette())
                                                                      : colors::muted(palette()));
        paintPiece(painter, {shape.left + double(at - shape.first) * cellWidth(), double(shape.y)},
                   line.mid(at, to - at));
        at = to;
    };
    for (const CodeSpan &span : spans) {
        draw(span.from, nullptr);
        draw(span.from + span.length, &span);
    }
    draw(end, nullptr);
    painter.setFont(font());
}

void CodeView::paintPiece(QPainter &painter, const QPointF &at, QStringView piece) const
{
    const QFontMetricsF metrics(painter.font());
    const double baseline = at.y() + (rowHeight() - metrics.height()) / 2.0 + metrics.ascent();
    if (isEven(piece)) {
        painter.drawText(QPointF(at.x(), baseline), piece.toString());
        return;
    }
    const QString shown = visibleText(piece);
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const bool isPair = shown[i].isHighSurrogate() && i + 1 < shown.size();
        painter.drawText(QPointF(at.x() + double(i) * cellWidth(), baseline), shown.mid(i, isPair ? 2 : 1));
        i += isPair ? 1 : 0;
    }
}

void CodeView::paintMargin(QPainter &painter, const RowShape &shape) const
{
    if (shape.row.part > 0 || !m_isNumbered)
        return;
    const int line = shape.row.line;
    const int number = m_numbers.isEmpty() ? line + 1 : m_numbers.value(line, 0);
    painter.setPen(m_caret.line == line ? palette().color(QPalette::Text) : colors::muted(palette()));
    const QRect rect(0, shape.y, marginWidth() - 6 * gridUnit, rowHeight());
    const bool isLeftOut = number == 0 && m_marks.value(line, LineMark::None) == LineMark::None;
    if (number > 0 || isLeftOut)
        painter.drawText(rect, int(Qt::AlignRight | Qt::AlignVCenter), isLeftOut ? u"⋯"_s : QString::number(number));
    if (!m_rows.canFold(line))
        return;
    const double x = marginWidth() - 3.5 * gridUnit;
    const double y = shape.y + rowHeight() / 2.0;
    const QPolygonF triangle = m_rows.isFolded(line) ? QPolygonF({{x - 2, y - 4}, {x + 2.5, y}, {x - 2, y + 4}})
                                                     : QPolygonF({{x - 4, y - 2}, {x + 4, y - 2}, {x, y + 2.5}});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors::muted(palette()));
    painter.drawPolygon(triangle);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace ponte::ui
