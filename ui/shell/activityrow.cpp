// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/shell/activityrow.h"

#include "ui/widgets/colors.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ponte::ui {

using namespace Qt::StringLiterals;

ActivityRow::ActivityRow(int id, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_title(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_state(new QLabel(this))
    , m_show(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    QFont bold = fontOf(TextSize::Normal);
    bold.setWeight(QFont::Medium);
    m_title->setFont(bold);
    m_detail->setWordWrap(true);
    for (QLabel *label : {m_title, m_detail, m_state})
        label->setTextFormat(Qt::PlainText);
    setMuted(m_detail);
    m_progress->setFixedWidth(200);
    m_progress->setTextVisible(false);
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2 * gridUnit, 0, 2 * gridUnit + 1);
    layout->setSpacing(3 * gridUnit);
    layout->addLayout(texts, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_state);
    layout->addWidget(m_show);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(m_id); });
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (m_open)
            m_open();
    });
}

void ActivityRow::show(const Activity::Entry &entry)
{
    const QString title = entry.job.title();
    m_open = entry.job.open;
    m_title->setText(title);
    m_detail->setText(entry.detail);
    m_detail->setVisible(!entry.detail.isEmpty());
    // Bars count in int; a share of it is all that is seen.
    m_progress->setMaximum(entry.total > 0 ? 1000 : 0);
    m_progress->setValue(entry.total > 0 ? int(entry.done * 1000 / entry.total) : 0);
    m_progress->setVisible(entry.isRunning);
    m_progress->setAccessibleName(tr("Progress of %1").arg(title));
    m_state->setText(stateText(entry));
    m_state->setForegroundRole(!entry.isRunning && entry.outcome == Activity::Outcome::Failed ? QPalette::BrightText
                                                                                              : QPalette::WindowText);
    m_show->setText(tr("Show"));
    m_show->setAccessibleName(tr("Show %1").arg(title));
    m_show->setVisible(bool(entry.job.open));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel %1").arg(title));
    m_cancel->setVisible(entry.isRunning && entry.job.cancel);
    m_cancel->setEnabled(!entry.isStopping);
    setAccessibleName(title);
}

QString ActivityRow::stateText(const Activity::Entry &entry)
{
    if (entry.isRunning) {
        if (entry.isStopping)
            return tr("Stopping…");
        return entry.total > 0 ? tr("%1 of %2").arg(QLocale().toString(entry.done), QLocale().toString(entry.total))
                               : tr("Running");
    }
    switch (entry.outcome) {
    case Activity::Outcome::Done:
        return tr("Done");
    case Activity::Outcome::Failed:
        return tr("Failed");
    case Activity::Outcome::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

void ActivityRow::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors::border(palette()));
}

} // namespace ponte::ui
