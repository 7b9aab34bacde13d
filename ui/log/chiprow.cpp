// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/chiprow.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestChip = 280;

} // namespace

ChipRow::ChipRow(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    layout->addStretch(1);
    // Many chips must not make the window wider than the screen.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    hide();
}

void ChipRow::setChips(const QList<Chip> &chips)
{
    if (chips == m_chips)
        return;
    m_chips = chips;
    qDeleteAll(findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly));
    auto *row = static_cast<QHBoxLayout *>(layout());
    for (qsizetype i = 0; i < chips.size(); ++i) {
        const Chip &chip = chips.at(i);
        auto *button = new QToolButton(this);
        button->setObjectName(chip.id);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMinimumHeight(28);
        button->setText(button->fontMetrics().elidedText(chip.text, Qt::ElideMiddle, widestChip) + u" \u00d7"_s);
        button->setAccessibleName(tr("%1: take back").arg(chip.text));
        button->setToolTip(tr("%1: take back").arg(chip.text));
        row->insertWidget(int(i), button);
        // Queued, because the answer to it removes the button that was clicked.
        connect(
            button, &QToolButton::clicked, this, [this, id = chip.id] { Q_EMIT removed(id); }, Qt::QueuedConnection);
    }
    setVisible(!chips.isEmpty());
}

} // namespace ponte::ui
