// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/codefindbar.h"

#include "ui/widgets/closebutton.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

CodeFindBar::CodeFindBar(CodeView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_wanted(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_close(new CloseButton(this))
{
    m_wanted->setObjectName(u"findInPayload"_s);
    m_wanted->setClearButtonEnabled(true);
    m_wanted->installEventFilter(this);
    m_count->setObjectName(u"findCount"_s);
    setMuted(m_count);
    m_previous->setIcon(themeIcon(u"go-up"_s));
    m_next->setIcon(themeIcon(u"go-down"_s));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(gridUnit, gridUnit, gridUnit, gridUnit);
    layout->setSpacing(gridUnit);
    layout->addWidget(m_wanted, 1);
    layout->addWidget(m_count);
    for (QToolButton *button : {m_previous, m_next}) {
        button->setAutoRaise(true);
        layout->addWidget(button);
    }
    layout->addWidget(m_close);
    m_typed.setSingleShot(true);
    m_typed.setInterval(std::chrono::milliseconds(120));
    connect(&m_typed, &QTimer::timeout, this, &CodeFindBar::search);
    connect(m_wanted, &QLineEdit::textEdited, &m_typed, qOverload<>(&QTimer::start));
    connect(m_wanted, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            search();
    });
    connect(m_previous, &QToolButton::clicked, this, [this] { goOn(true); });
    connect(m_next, &QToolButton::clicked, this, [this] { goOn(false); });
    connect(m_close, &CloseButton::clicked, this, &CodeFindBar::close);
    connect(view, &CodeView::findRequested, this, &CodeFindBar::open);
    connect(view, &CodeView::findNextRequested, this, &CodeFindBar::goOn);
    retranslate();
    hide();
}

CodeFindBar::~CodeFindBar()
{
    m_cancel.cancel();
}

void CodeFindBar::open()
{
    show();
    const QString selected = m_view->selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n') && selected.size() < 200) {
        m_wanted->setText(selected);
        search();
    }
    m_wanted->setFocus(Qt::ShortcutFocusReason);
    m_wanted->selectAll();
}

void CodeFindBar::close()
{
    m_cancel.cancel();
    m_hits.clear();
    m_current = -1;
    m_view->setHits({}, -1);
    hide();
    m_view->setFocus(Qt::OtherFocusReason);
}

void CodeFindBar::searchAgain()
{
    if (isVisible())
        search();
}

void CodeFindBar::search()
{
    m_typed.stop();
    m_cancel.cancel();
    m_cancel = CancelToken();
    const QString wanted = m_wanted->text();
    if (wanted.isEmpty()) {
        showHits({});
        return;
    }
    m_isSearching = true;
    tellCount();
    using Hits = QList<CodeView::Hit>;
    const auto work = [text = m_view->rows().shared(), wanted, cancel = m_cancel]() -> Result<Hits> {
        return findInCode(*text, wanted, cancel);
    };
    m_hands.call<Hits>(this, work, [this, cancel = m_cancel](const Result<Hits> &hits) {
        if (!cancel.isCancelled())
            showHits(*hits);
    });
}

void CodeFindBar::showHits(const QList<CodeView::Hit> &hits)
{
    m_isSearching = false;
    m_hits = hits;
    m_current = -1;
    if (hits.isEmpty()) {
        m_view->setHits({}, -1);
        tellCount();
        return;
    }
    const auto from =
        std::lower_bound(hits.begin(), hits.end(), m_view->selectionStart(),
                         [](const CodeView::Hit &hit, const CodeView::Place &place) { return hit.at < place; });
    go(from == hits.end() ? 0 : int(from - hits.begin()));
}

void CodeFindBar::goOn(bool backwards)
{
    if (!isVisible()) {
        open();
        return;
    }
    if (m_typed.isActive()) {
        search();
        return;
    }
    const int count = int(m_hits.size());
    if (count > 0)
        go((m_current + (backwards ? count - 1 : 1)) % count);
}

void CodeFindBar::go(int hit)
{
    m_current = hit;
    m_view->setHits(m_hits, hit);
    m_view->goTo(m_hits.at(hit).at, m_hits.at(hit).length);
    tellCount();
}

void CodeFindBar::tellCount()
{
    const QLocale locale;
    if (m_wanted->text().isEmpty())
        m_count->clear();
    else if (m_isSearching)
        m_count->setText(tr("Searching…"));
    else if (m_hits.isEmpty())
        m_count->setText(tr("Not found"));
    else if (m_hits.size() >= mostCodeHits)
        m_count->setText(tr("%1 of more than %2").arg(locale.toString(m_current + 1), locale.toString(m_hits.size())));
    else
        m_count->setText(tr("%1 of %2").arg(locale.toString(m_current + 1), locale.toString(m_hits.size())));
}

bool CodeFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        goOn(key->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void CodeFindBar::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    m_wanted->setPlaceholderText(tr("Find in this text"));
    m_wanted->setAccessibleName(tr("Find in this text"));
    name(m_previous, tr("Previous hit (Shift+F3)"));
    name(m_next, tr("Next hit (F3)"));
    m_close->setMeaning(tr("Close search (Esc)"));
    tellCount();
}

} // namespace ponte::ui
