// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/shell/loginpage.h"

#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ponte::ui {

using namespace Qt::StringLiterals;

LoginPage::LoginPage(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_nameLabel(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_passwordLabel(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_enter(new QPushButton(this))
{
    m_name->setObjectName(u"loginName"_s);
    m_password->setObjectName(u"loginPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_problem->setObjectName(u"loginProblem"_s);
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->setWordWrap(true);
    m_enter->setObjectName(u"loginEnter"_s);
    m_enter->setProperty(primaryProperty, true);
    m_heading->setFont(fontOf(TextSize::Heading));
    m_nameLabel->setBuddy(m_name);
    m_passwordLabel->setBuddy(m_password);
    for (QLineEdit *line : {m_name, m_password}) {
        line->setFixedWidth(280);
        connect(line, &QLineEdit::returnPressed, this, &LoginPage::submit);
    }
    connect(m_enter, &QPushButton::clicked, this, &LoginPage::submit);
    auto *layout = new QGridLayout(this);
    layout->setVerticalSpacing(2 * gridUnit);
    layout->setHorizontalSpacing(3 * gridUnit);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(3, 1);
    layout->setRowStretch(0, 2);
    layout->addWidget(m_heading, 1, 1, 1, 2);
    layout->addWidget(m_nameLabel, 2, 1);
    layout->addWidget(m_name, 2, 2);
    layout->addWidget(m_passwordLabel, 3, 1);
    layout->addWidget(m_password, 3, 2);
    layout->addWidget(m_problem, 4, 1, 1, 2);
    layout->addWidget(m_enter, 5, 2, Qt::AlignLeft);
    layout->setRowStretch(6, 3);
    retranslate();
}

void LoginPage::ask(const QString &problem)
{
    m_problem->setText(problem);
    m_password->clear();
    m_enter->setEnabled(true);
    (m_name->text().isEmpty() ? m_name : m_password)->setFocus(Qt::OtherFocusReason);
}

void LoginPage::submit()
{
    if (!m_enter->isEnabled() || m_name->text().trimmed().isEmpty())
        return;
    m_enter->setEnabled(false);
    m_problem->clear();
    Q_EMIT loginRequested(m_name->text().trimmed(), m_password->text());
}

void LoginPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LoginPage::retranslate()
{
    m_heading->setText(tr("Who works here?"));
    m_nameLabel->setText(tr("Na&me"));
    m_name->setAccessibleName(tr("Name"));
    m_passwordLabel->setText(tr("Pass&word"));
    m_password->setAccessibleName(tr("Password"));
    m_enter->setText(tr("En&ter"));
}

} // namespace ponte::ui
