// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/reprocess/counters.h"

#include "ui/reprocess/batchtext.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace ponte::ui {

using namespace Qt::StringLiterals;

Counters::Counters(QWidget *parent)
    : QWidget(parent)
{
    static constexpr std::array names {"planned", "succeeded", "failed", "skipped", "notAttempted", "remaining"};
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(3 * gridUnit);
    layout->setVerticalSpacing(0);
    for (int cell = 0; cell < cellCount; ++cell) {
        auto *number = new QLabel(this);
        number->setObjectName(QLatin1String(names.at(size_t(cell))));
        number->setFont(fontOf(TextSize::Heading));
        auto *caption = new QLabel(this);
        setMuted(caption);
        if (cell > 0) {
            auto *sign = new QLabel(cell == 1 ? u"="_s : u"+"_s, this);
            sign->setFont(fontOf(TextSize::Heading));
            setMuted(sign);
            layout->addWidget(sign, 0, 2 * cell - 1);
        }
        layout->addWidget(number, 0, 2 * cell);
        layout->addWidget(caption, 1, 2 * cell);
        m_numbers.at(size_t(cell)) = number;
        m_captions.at(size_t(cell)) = caption;
    }
    layout->setColumnStretch(2 * cellCount - 1, 1);
    retranslate();
}

void Counters::setCounts(const work::BatchCounts &counts)
{
    m_counts = counts;
    const std::array values {counts.planned, counts.succeeded,    counts.failed,
                             counts.skipped, counts.notAttempted, counts.remaining()};
    for (size_t cell = 0; cell < cellCount; ++cell)
        m_numbers.at(cell)->setText(QLocale().toString(values.at(cell)));
    setAccessibleName(tr("%1 planned: %2").arg(QLocale().toString(counts.planned), countsText(counts)));
}

void Counters::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Counters::retranslate()
{
    const QStringList captions {tr("planned"), tr("succeeded"),     tr("failed"),
                                tr("skipped"), tr("not attempted"), tr("remaining")};
    for (size_t cell = 0; cell < cellCount; ++cell)
        m_captions.at(cell)->setText(captions.at(int(cell)));
    setCounts(m_counts);
}

} // namespace ponte::ui
