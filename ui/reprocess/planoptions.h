// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/batch.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QSpinBox;

namespace ponte::ui {

/// How a plan is to run: how many of it, how fast, carefully, and with the automatic attempts counted anew.
class PlanOptions final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanOptions)

public:
    explicit PlanOptions(QWidget *parent = nullptr);

    [[nodiscard]] std::optional<int> first() const;
    [[nodiscard]] work::BatchOptions options() const;
    /// Whether a number of "first" is typed and not yet told.
    [[nodiscard]] bool isSettling() const { return m_settle.isActive(); }

Q_SIGNALS:
    void firstEdited(); ///< at once: the plan shown is no longer what is asked for
    void firstChosen(); ///< once the typing has paused: another plan is to be made

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_firstLabel;
    QSpinBox *m_first;
    QLabel *m_rateLabel;
    QSpinBox *m_rate;
    QCheckBox *m_canary;
    QCheckBox *m_reset;
    QTimer m_settle;
};

} // namespace ponte::ui
