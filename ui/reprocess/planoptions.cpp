// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reprocess/planoptions.h"

#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestFirst = 10'000'000;
constexpr int largestRate = 1000;

} // namespace

PlanOptions::PlanOptions(QWidget *parent)
    : QWidget(parent)
    , m_firstLabel(new QLabel(this))
    , m_first(new QSpinBox(this))
    , m_rateLabel(new QLabel(this))
    , m_rate(new QSpinBox(this))
    , m_canary(new QCheckBox(this))
    , m_reset(new QCheckBox(this))
{
    m_first->setObjectName(u"first"_s);
    m_first->setRange(0, largestFirst);
    m_first->setGroupSeparatorShown(true);
    m_firstLabel->setBuddy(m_first);
    m_rate->setObjectName(u"rate"_s);
    m_rate->setRange(0, largestRate);
    m_rateLabel->setBuddy(m_rate);
    for (QSpinBox *box : {m_first, m_rate})
        box->setMinimumWidth(128);
    m_canary->setObjectName(u"canary"_s);
    m_reset->setObjectName(u"resetAttempts"_s);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(2 * gridUnit);
    layout->setVerticalSpacing(gridUnit);
    layout->addWidget(m_firstLabel, 0, 0);
    layout->addWidget(m_first, 0, 1);
    layout->addWidget(m_rateLabel, 1, 0);
    layout->addWidget(m_rate, 1, 1);
    layout->setColumnMinimumWidth(2, 4 * gridUnit);
    layout->addWidget(m_canary, 0, 3);
    layout->addWidget(m_reset, 1, 3);
    layout->setColumnStretch(4, 1);
    m_settle.setSingleShot(true);
    m_settle.setInterval(std::chrono::milliseconds(400));
    connect(m_first, &QSpinBox::valueChanged, this, [this] {
        m_settle.start();
        Q_EMIT firstEdited();
    });
    connect(&m_settle, &QTimer::timeout, this, &PlanOptions::firstChosen);
    retranslate();
}

std::optional<int> PlanOptions::first() const
{
    return m_first->value() > 0 ? std::optional(m_first->value()) : std::nullopt;
}

work::BatchOptions PlanOptions::options() const
{
    work::BatchOptions options;
    options.resetAttempts = m_reset->isChecked();
    options.canary = m_canary->isChecked();
    if (m_rate->value() > 0)
        options.perSecond = m_rate->value();
    return options;
}

void PlanOptions::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PlanOptions::retranslate()
{
    m_firstLabel->setText(tr("Only the &first:"));
    m_first->setSpecialValueText(tr("all"));
    m_first->setAccessibleName(tr("Only the first records"));
    m_first->setToolTip(tr("The oldest ones by log id; 0 means all of them."));
    m_rateLabel->setText(tr("At most &per second:"));
    m_rate->setSpecialValueText(tr("no limit"));
    m_rate->setAccessibleName(tr("At most so many records per second"));
    m_rate->setToolTip(tr("Over all programs together; 0 means no limit."));
    m_canary->setText(tr("A few records firs&t"));
    m_canary->setToolTip(tr("Five records go first, then ten times as many each time. It pauses by itself when none of "
                            "the first ones gets an answer."));
    m_reset->setText(tr("Count automatic &attempts anew"));
    m_reset->setToolTip(tr("The count goes back to zero, so that a record that fails again is resent automatically: "
                           "also one that is Cancelled now."));
}

} // namespace ponte::ui
