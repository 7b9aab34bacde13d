// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/batch.h"

#include <QWidget>

#include <array>

class QLabel;

namespace ponte::ui {

/// The counts of a batch as the sum that they are: planned = succeeded + failed + skipped + not attempted + remaining.
class Counters final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Counters)

public:
    explicit Counters(QWidget *parent = nullptr);

    void setCounts(const work::BatchCounts &counts);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    static constexpr int cellCount = 6;
    std::array<QLabel *, cellCount> m_numbers {};
    std::array<QLabel *, cellCount> m_captions {};
    work::BatchCounts m_counts;
};

} // namespace ponte::ui
