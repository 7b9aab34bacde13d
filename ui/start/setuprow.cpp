// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/start/setuprow.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

SetupRow::SetupRow(QWidget *parent)
    : QWidget(parent)
    , m_state(new QLabel(this))
    , m_title(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_action(new QPushButton(this))
{
    QFont bold = fontOf(TextSize::Normal);
    bold.setWeight(QFont::Medium);
    m_title->setFont(bold);
    m_state->setFixedWidth(90);
    m_detail->setWordWrap(true);
    m_action->setMinimumWidth(150);
    setMuted(m_detail);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2 * gridUnit, 0, 2 * gridUnit + 1);
    layout->setSpacing(3 * gridUnit);
    layout->addWidget(m_state);
    layout->addLayout(texts, 1);
    layout->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &SetupRow::actionTriggered);
}

void SetupRow::show(bool isDone, const QString &title, const QString &detail, const QString &action)
{
    m_isDone = isDone;
    m_state->setText(isDone ? tr("✓ done") : tr("○ missing"));
    m_state->setForegroundRole(isDone ? QPalette::PlaceholderText : QPalette::WindowText);
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_action->setAccessibleName(u"%1: %2"_s.arg(title, action));
    setAccessibleName(u"%1: %2"_s.arg(title, m_state->text()));
    setAccessibleDescription(detail);
}

void SetupRow::focusAction()
{
    m_action->setFocus(Qt::OtherFocusReason);
}

void SetupRow::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors::border(palette()));
}

} // namespace ponte::ui
