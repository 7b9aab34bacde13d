// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/codeview.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

/// Beyond this the colours would cost more than they tell.
constexpr qsizetype longestColoured = 300'000;

class NameColours final : public QSyntaxHighlighter
{
public:
    NameColours(QTextDocument *document, const QWidget &widget)
        : QSyntaxHighlighter(document)
        , m_widget(widget)
    {}

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression jsonName(u"\"(?:[^\"\\\\]|\\\\.)*\"(?=\\s*:)"_s);
        static const QRegularExpression xmlName(u"</?[\\w:.-]+|/?>"_s);
        if (document()->characterCount() > longestColoured)
            return;
        if (text.startsWith(u"# ")) {
            QTextCharFormat heading;
            heading.setFontWeight(QFont::DemiBold);
            setFormat(0, int(text.size()), heading);
            return;
        }
        for (const QRegularExpression &name : {jsonName, xmlName}) {
            QRegularExpressionMatchIterator matches = name.globalMatch(text);
            while (matches.hasNext()) {
                const QRegularExpressionMatch match = matches.next();
                setFormat(int(match.capturedStart()), int(match.capturedLength()), colors::accent(m_widget.palette()));
            }
        }
    }

private:
    const QWidget &m_widget;
};

} // namespace

class CodeView::Margin final : public QWidget
{
public:
    explicit Margin(CodeView *view)
        : QWidget(view)
        , m_view(view)
    {}

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintMargin(event); }

private:
    CodeView *m_view;
};

CodeView::CodeView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_margin(new Margin(this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setFont(codeFont());
    setWrapping(false);
    new NameColours(document(), *this);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::layoutMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    });
    layoutMargin();
}

void CodeView::setCode(const QString &text)
{
    setPlainText(text);
    moveCursor(QTextCursor::Start);
}

void CodeView::setWrapping(bool wrap)
{
    setLineWrapMode(wrap ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    setWordWrapMode(wrap ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
}

void CodeView::setNumbered(bool numbered)
{
    m_isNumbered = numbered;
    m_margin->setVisible(numbered);
    layoutMargin();
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layoutMargin();
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        if (auto *colours = findChild<QSyntaxHighlighter *>())
            colours->rehighlight();
        if (auto *colours = document()->findChild<QSyntaxHighlighter *>())
            colours->rehighlight();
    }
}

void CodeView::layoutMargin()
{
    const int digits = int(QString::number(qMax(99, blockCount())).size());
    const int width = m_isNumbered ? fontMetrics().horizontalAdvance(u'9') * digits + 4 * gridUnit : 0;
    setViewportMargins(width, 0, 0, 0);
    const QRect contents = contentsRect();
    m_margin->setGeometry(contents.left(), contents.top(), width, contents.height());
}

void CodeView::paintMargin(QPaintEvent *event)
{
    QPainter painter(m_margin);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(colors::muted(palette()));
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const double height = blockBoundingRect(block).height();
        if (block.isVisible() && top + height >= event->rect().top())
            painter.drawText(0, int(top), m_margin->width() - 2 * gridUnit, fontMetrics().height(), Qt::AlignRight,
                             QString::number(block.blockNumber() + 1));
        top += height;
        block = block.next();
    }
}

} // namespace ponte::ui
