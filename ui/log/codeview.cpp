// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/codeview.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTold = 200;

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.';
}

} // namespace

CodeView::CodeView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFont(codeFont());
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    arrange();
}

void CodeView::setText(std::shared_ptr<const PayloadText> text)
{
    m_rows.setText(std::move(text));
    m_caret = {};
    m_anchor = {};
    m_hits.clear();
    m_currentHit = -1;
    m_marks.clear();
    m_numbers.clear();
    arrange();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    tellReader();
    viewport()->update();
}

void CodeView::setMore(std::shared_ptr<const PayloadText> text)
{
    const int first = verticalScrollBar()->value();
    m_rows.setText(std::move(text));
    const int last = this->text().lineCount() - 1;
    for (Place *place : {&m_caret, &m_anchor}) {
        place->line = qMin(place->line, last);
        place->column = qMin(place->column, int(this->text().line(place->line).size()));
    }
    arrange();
    verticalScrollBar()->setValue(first);
}

void CodeView::setWrapping(bool wrap)
{
    const int line = m_rows.at(verticalScrollBar()->value()).line;
    m_isWrapping = wrap;
    arrange();
    verticalScrollBar()->setValue(m_rows.rowOf(line));
}

void CodeView::setNumbered(bool numbered)
{
    m_isNumbered = numbered;
    arrange();
}

void CodeView::setHits(const QList<Hit> &hits, int current)
{
    m_hits = hits;
    m_currentHit = current;
    viewport()->update();
}

void CodeView::setMarks(const QList<LineMark> &marks)
{
    m_marks = marks;
    viewport()->update();
}

void CodeView::setNumbers(const QList<int> &numbers)
{
    m_numbers = numbers;
    viewport()->update();
}

QString CodeView::selectedText() const
{
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    const PayloadText &all = text();
    if (from.line == to.line)
        return all.line(from.line).mid(from.column, to.column - from.column).toString();
    QString selected = all.line(from.line).mid(from.column).toString() + u'\n';
    if (to.line - from.line > 1)
        selected += all.text(from.line + 1, to.line - 1) + u'\n';
    return selected + QString(all.indentOf(to.line), u' ') + all.line(to.line).left(to.column);
}

void CodeView::copy() const
{
    if (const QString selected = selectedText(); !selected.isEmpty())
        QApplication::clipboard()->setText(selected);
}

void CodeView::goTo(const Place &place, int length)
{
    if (text().lineCount() == 0)
        return;
    if (m_rows.reveal(place.line))
        rearranged(m_rows.at(verticalScrollBar()->value()).line);
    m_anchor = place;
    m_caret = {place.line, place.column + length};
    showCaret();
}

void CodeView::setFolded(int line, bool folded)
{
    const int first = m_rows.at(verticalScrollBar()->value()).line;
    m_rows.setFolded(line, folded);
    rearranged(first);
}

void CodeView::foldAll()
{
    m_rows.foldFrom(1);
    rearranged(0);
}

void CodeView::unfoldAll()
{
    const int first = m_rows.at(verticalScrollBar()->value()).line;
    m_rows.unfoldAll();
    rearranged(first);
}

void CodeView::rearranged(int firstLine)
{
    arrange();
    verticalScrollBar()->setValue(m_rows.rowOf(firstLine));
    viewport()->update();
}

int CodeView::rowHeight() const
{
    return qMax(1, int(std::ceil(QFontMetricsF(font()).lineSpacing())) + 1);
}

double CodeView::cellWidth() const
{
    return QFontMetricsF(font()).horizontalAdvance(QString(100, u'0')) / 100.0;
}

int CodeView::marginWidth() const
{
    if (!m_isNumbered)
        return 3 * gridUnit;
    const int digits = int(QString::number(qMax(99, text().lineCount())).size());
    return int(cellWidth() * digits) + 7 * gridUnit;
}

int CodeView::visibleRows() const
{
    return qMax(1, viewport()->height() / rowHeight());
}

void CodeView::arrange()
{
    const int room = viewport()->width() - marginWidth() - gridUnit;
    const int columns = qMax(1, int(room / cellWidth()));
    m_rows.setColumns(m_isWrapping ? columns : 0);
    verticalScrollBar()->setPageStep(visibleRows());
    verticalScrollBar()->setRange(0, qMax(0, m_rows.rowCount() - visibleRows()));
    horizontalScrollBar()->setPageStep(columns);
    horizontalScrollBar()->setSingleStep(4);
    horizontalScrollBar()->setRange(0, m_isWrapping ? 0 : qMax(0, text().longestLine() + 2 - columns));
    viewport()->update();
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    const int line = m_rows.at(verticalScrollBar()->value()).line;
    QAbstractScrollArea::resizeEvent(event);
    arrange();
    if (m_isWrapping)
        verticalScrollBar()->setValue(m_rows.rowOf(line));
}

void CodeView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

bool CodeView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // What a page finds with the same keys is something else.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Find) || key->key() == Qt::Key_F3 || key->matches(QKeySequence::Copy)
            || key->matches(QKeySequence::SelectAll))
        {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

CodeView::Place CodeView::placeAt(const QPoint &position) const
{
    const int row = verticalScrollBar()->value() + qMax(0, position.y()) / rowHeight();
    const CodeRows::Row found = m_rows.at(row);
    const int perRow = m_rows.columns() > 0 ? m_rows.charactersPerRow(found.line) : 0;
    const double cells = (position.x() - marginWidth()) / cellWidth() + horizontalScrollBar()->value();
    const int column = qRound(cells) - text().indentOf(found.line) + found.part * perRow;
    return {found.line, std::clamp(column, 0, int(text().line(found.line).size()))};
}

void CodeView::moveCaret(const Place &place, bool select)
{
    m_caret = place;
    if (!select)
        m_anchor = place;
    showCaret();
}

void CodeView::showCaret()
{
    const int row = m_rows.rowOf(m_caret.line, m_caret.column);
    QScrollBar *vertical = verticalScrollBar();
    if (row < vertical->value())
        vertical->setValue(row);
    else if (row >= vertical->value() + visibleRows())
        vertical->setValue(row - visibleRows() + 1);
    QScrollBar *horizontal = horizontalScrollBar();
    const int cell = text().indentOf(m_caret.line) + m_caret.column;
    if (cell < horizontal->value() || cell >= horizontal->value() + horizontal->pageStep())
        horizontal->setValue(qMax(0, cell - horizontal->pageStep() / 2));
    tellReader();
    viewport()->update();
    Q_EMIT caretMoved();
}

void CodeView::tellReader()
{
    setAccessibleDescription(text().line(m_caret.line).left(longestTold).toString());
}

std::optional<CodeView::Place> CodeView::moved(QKeyEvent *event) const
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::ShiftModifier & ~Qt::KeypadModifier;
    const auto lineAway = [this](int lines) {
        const int line = m_rows.stepped(m_caret.line, lines);
        return Place {line, qMin(m_caret.column, int(text().line(line).size()))};
    };
    const int last = text().lineCount() - 1;
    if (modifiers == Qt::ControlModifier) {
        if (event->key() == Qt::Key_Home)
            return Place {};
        if (event->key() == Qt::Key_End)
            return Place {last, int(text().line(last).size())};
        return {};
    }
    if (modifiers != Qt::NoModifier)
        return {};
    switch (event->key()) {
    case Qt::Key_Up:
        return lineAway(-1);
    case Qt::Key_Down:
        return lineAway(1);
    case Qt::Key_PageUp:
        return lineAway(-visibleRows());
    case Qt::Key_PageDown:
        return lineAway(visibleRows());
    case Qt::Key_Left:
        return Place {m_caret.line, qMax(0, m_caret.column - 1)};
    case Qt::Key_Right:
        return Place {m_caret.line, qMin(m_caret.column + 1, int(text().line(m_caret.line).size()))};
    case Qt::Key_Home:
        return Place {m_caret.line, 0};
    case Qt::Key_End:
        return Place {m_caret.line, int(text().line(m_caret.line).size())};
    default:
        return {};
    }
}

bool CodeView::fold(const QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Minus:
        setFolded(m_caret.line, true);
        return true;
    case Qt::Key_Plus:
        setFolded(m_caret.line, false);
        return true;
    case Qt::Key_Asterisk:
        unfoldAll();
        return true;
    default:
        return false;
    }
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    const int last = text().lineCount() - 1;
    if (event->matches(QKeySequence::Find)) {
        Q_EMIT findRequested();
    } else if (event->key() == Qt::Key_F3) {
        Q_EMIT findNextRequested(event->modifiers().testFlag(Qt::ShiftModifier));
    } else if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = {};
        m_caret = {last, int(text().line(last).size())};
        viewport()->update();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT escaped();
    } else if (const std::optional<Place> place = moved(event)) {
        moveCaret(*place, event->modifiers().testFlag(Qt::ShiftModifier));
    } else if (!fold(event)) {
        event->ignore();
    }
}

void CodeView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint position = event->position().toPoint();
    const Place place = placeAt(position);
    if (position.x() < marginWidth() && m_rows.canFold(place.line))
        setFolded(place.line, !m_rows.isFolded(place.line));
    else
        moveCaret(place, event->modifiers().testFlag(Qt::ShiftModifier));
}

void CodeView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveCaret(placeAt(event->position().toPoint()), true);
}

void CodeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position().toPoint());
    const QStringView line = text().line(place.line);
    int from = place.column;
    int to = place.column;
    while (from > 0 && isWordPart(line[from - 1]))
        --from;
    while (to < line.size() && isWordPart(line[to]))
        ++to;
    m_anchor = {place.line, from};
    moveCaret({place.line, to}, true);
}

void CodeView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && selectedText().isEmpty())
        moveCaret(placeAt(event->pos()), false);
    const int row = m_rows.rowOf(m_caret.line) - verticalScrollBar()->value();
    const QPoint below(marginWidth(), (row + 1) * rowHeight());
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    Q_EMIT menuRequested(isByMouse ? event->globalPos() : viewport()->mapToGlobal(below));
}

} // namespace ponte::ui
