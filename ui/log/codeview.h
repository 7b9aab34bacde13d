// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/log/coderows.h"

#include <QAbstractScrollArea>

#include <optional>

namespace ponte::ui {

/// Text to read and copy, however large: it paints the rows in sight and lays out nothing else. Fixed width, line
/// numbers, folding, colours for the names in JSON and XML. Never editable.
class CodeView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeView)

public:
    /// A place between two characters.
    struct Place {
        int line = 0;
        int column = 0;
        // clang-tidy 14 takes the zero that a generated comparison compares with for a null pointer.
        auto operator<=>(const Place &) const = default; // NOLINT(modernize-use-nullptr)
    };
    struct Hit {
        Place at;
        int length = 0;
    };
    /// How a line differs from the one beside it; Missing paints ground where the other side has a line.
    enum class LineMark { None, Changed, Added, Missing };

    explicit CodeView(QWidget *parent = nullptr);

    void setText(std::shared_ptr<const PayloadText> text);
    /// The same text with more lines at its end; what one reads stays in its place.
    void setMore(std::shared_ptr<const PayloadText> text);
    void setWrapping(bool wrap);
    void setNumbered(bool numbered);
    void setHits(const QList<Hit> &hits, int current);
    void setMarks(const QList<LineMark> &marks);
    /// Shown instead of the line's own number; 0 shows none.
    void setNumbers(const QList<int> &numbers);

    [[nodiscard]] const PayloadText &text() const { return m_rows.text(); }
    [[nodiscard]] QString toPlainText() const { return m_rows.text().text(); }
    [[nodiscard]] CodeRows &rows() { return m_rows; }
    [[nodiscard]] Place caret() const { return m_caret; }
    [[nodiscard]] Place selectionStart() const { return qMin(m_anchor, m_caret); }
    [[nodiscard]] QString selectedText() const;
    /// With a selection from there to the end of `length` characters; scrolls there and unfolds what hides it.
    void goTo(const Place &place, int length = 0);
    void setFolded(int line, bool folded);
    void foldAll();
    void unfoldAll();
    void copy() const;

Q_SIGNALS:
    void escaped();
    void findRequested();
    void findNextRequested(bool backwards);
    void menuRequested(const QPoint &globalPosition);
    void caretMoved();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct RowShape;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] double cellWidth() const;
    [[nodiscard]] int marginWidth() const;
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] Place placeAt(const QPoint &position) const;
    [[nodiscard]] RowShape shapeOf(const CodeRows::Row &row, int y) const;
    void arrange();
    void rearranged(int firstLine);
    void showCaret();
    void moveCaret(const Place &place, bool select);
    [[nodiscard]] std::optional<Place> moved(QKeyEvent *event) const;
    [[nodiscard]] bool fold(const QKeyEvent *event);
    void paintRow(QPainter &painter, const RowShape &shape) const;
    void paintGrounds(QPainter &painter, const RowShape &shape) const;
    void paintText(QPainter &painter, const RowShape &shape) const;
    void paintPiece(QPainter &painter, const QPointF &at, QStringView piece) const;
    void paintMargin(QPainter &painter, const RowShape &shape) const;
    void tellReader();

    CodeRows m_rows;
    bool m_isNumbered = true;
    bool m_isWrapping = false;
    Place m_caret;
    Place m_anchor;
    QList<Hit> m_hits;
    int m_currentHit = -1;
    QList<LineMark> m_marks;
    QList<int> m_numbers;
};

} // namespace ponte::ui
