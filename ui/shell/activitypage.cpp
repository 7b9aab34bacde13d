// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/shell/activitypage.h"

#include "ui/shell/activityrow.h"
#include "ui/widgets/activity.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ActivityPage::ActivityPage(Activity &activity, QWidget *parent)
    : Place(parent)
    , m_activity(activity)
    , m_heading(new QLabel(this))
    , m_forget(new QPushButton(this))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
{
    m_heading->setFont(fontOf(TextSize::Heading));
    m_forget->setObjectName(u"forgetEnded"_s);
    auto *list = new QWidget(this);
    m_rowLayout = new QVBoxLayout(list);
    m_rowLayout->setContentsMargins(0, 0, 0, 0);
    m_rowLayout->setSpacing(0);
    m_rowLayout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(list);
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(scroll);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_forget);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * gridUnit, 5 * gridUnit, 6 * gridUnit, 4 * gridUnit);
    layout->setSpacing(3 * gridUnit);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    connect(m_forget, &QPushButton::clicked, &m_activity, &Activity::forgetEnded);
    connect(&m_activity, &Activity::changed, this, &ActivityPage::showEntries);
    retranslate();
}

QString ActivityPage::id() const
{
    return u"activity"_s;
}

QString ActivityPage::title() const
{
    return tr("Activity");
}

QString ActivityPage::iconName() const
{
    return u"view-calendar-list"_s;
}

void ActivityPage::showEntries()
{
    const QList<Activity::Entry> entries = m_activity.entries();
    QHash<int, ActivityRow *> kept;
    int position = 0;
    // Rows stay the same widgets, so that a button keeps the focus while the numbers beside it move.
    for (const Activity::Entry &entry : entries) {
        ActivityRow *row = m_rows.take(entry.id);
        if (!row) {
            row = new ActivityRow(entry.id, this);
            connect(row, &ActivityRow::cancelRequested, &m_activity, &Activity::cancel);
        }
        row->show(entry);
        m_rowLayout->removeWidget(row);
        m_rowLayout->insertWidget(position++, row);
        kept.insert(entry.id, row);
    }
    for (ActivityRow *row : std::as_const(m_rows))
        row->deleteLater();
    m_rows = kept;
    m_forget->setEnabled(
        std::any_of(entries.begin(), entries.end(), [](const Activity::Entry &entry) { return !entry.isRunning; }));
    m_stack->setCurrentIndex(entries.isEmpty() ? 0 : 1);
}

void ActivityPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Place::changeEvent(event);
}

void ActivityPage::retranslate()
{
    setAccessibleName(title());
    m_heading->setText(title());
    m_forget->setText(tr("Clear wha&t has ended"));
    m_statePage->show(u"view-calendar-list"_s, tr("Nothing is running"),
                      tr("Exports, reprocesses, tests of connections and readings of lists appear here while they run. "
                         "Leaving a page does not stop them."));
    showEntries();
}

} // namespace ponte::ui
