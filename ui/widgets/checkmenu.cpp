// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/checkmenu.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestSummary = 168;

/// Ticking must not close the menu, since several choices are usual.
class StayingMenu final : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (QAction *action = activeAction(); action && action->isCheckable() && action->isEnabled())
            action->trigger();
        else
            QMenu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        QAction *action = activeAction();
        if (action && action->isCheckable() && event->key() == Qt::Key_Space)
            action->trigger();
        else
            QMenu::keyPressEvent(event);
    }
};

} // namespace

CheckMenu::CheckMenu(QWidget *parent)
    : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new StayingMenu(this));
}

void CheckMenu::setTitle(const QString &title)
{
    m_title = title;
    showSummary();
}

void CheckMenu::setChoices(const QList<Choice> &choices)
{
    const QStringList ticked = checked();
    menu()->clear();
    for (const Choice &choice : choices) {
        QAction *action = menu()->addAction(choice.icon, choice.text);
        action->setCheckable(true);
        action->setData(choice.id);
        action->setChecked(ticked.contains(choice.id));
        connect(action, &QAction::triggered, this, [this] {
            showSummary();
            Q_EMIT changed();
        });
    }
    showSummary();
}

QStringList CheckMenu::checked() const
{
    QStringList ids;
    for (const QAction *action : menu()->actions()) {
        if (action->isChecked())
            ids.append(action->data().toString());
    }
    return ids;
}

void CheckMenu::setChecked(const QStringList &ids)
{
    for (QAction *action : menu()->actions())
        action->setChecked(ids.contains(action->data().toString()));
    showSummary();
}

void CheckMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showSummary();
    QToolButton::changeEvent(event);
}

void CheckMenu::showSummary()
{
    QStringList texts;
    for (const QAction *action : menu()->actions()) {
        if (action->isChecked())
            texts.append(action->text());
    }
    QString summary = m_title;
    if (texts.size() == 1)
        summary = u"%1: %2"_s.arg(m_title, texts.first());
    else if (texts.size() > 1)
        summary = u"%1: %2"_s.arg(m_title, tr("%n chosen", nullptr, int(texts.size())));
    setText(fontMetrics().elidedText(summary, Qt::ElideRight, widestSummary));
    setAccessibleName(summary);
    setToolTip(texts.isEmpty() ? QString() : u"%1: %2"_s.arg(m_title, texts.join(u", "_s)));
}

} // namespace ponte::ui
