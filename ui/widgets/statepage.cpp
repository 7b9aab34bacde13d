// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/widgets/statepage.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ponte::ui {

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_otherAction(new QPushButton(this))
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setFont(fontOf(TextSize::Heading));
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setMuted(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * gridUnit);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(2 * gridUnit);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * gridUnit);
    buttons->addStretch(1);
    buttons->addWidget(m_action);
    buttons->addWidget(m_otherAction);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &StatePage::actionTriggered);
    connect(m_otherAction, &QPushButton::clicked, this, &StatePage::otherActionTriggered);
    m_action->hide();
    m_otherAction->hide();
}

void StatePage::show(const QString &iconName, const QString &title, const QString &text, const QString &action,
                     const QString &otherAction)
{
    m_icon->setPixmap(iconName.isEmpty() ? QPixmap() : themeIcon(iconName).pixmap(48, 48));
    m_icon->setVisible(!iconName.isEmpty());
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_otherAction->setText(otherAction);
    m_otherAction->setVisible(!otherAction.isEmpty());
    setAccessibleName(title);
}

QString StatePage::title() const
{
    return m_title->text();
}

QString StatePage::text() const
{
    return m_text->text();
}

} // namespace ponte::ui
