// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/schedulerule.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QSpinBox;
class QTimeEdit;

namespace ponte::ui {

/// When a schedule runs: a kind, and the fields that this kind needs.
class RuleEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleEditor)

public:
    explicit RuleEditor(QWidget *parent = nullptr);

    void setRule(const work::ScheduleRule &rule);
    [[nodiscard]] work::ScheduleRule rule() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupFields();
    void setupLayout();
    void showKind();
    void retranslate();
    [[nodiscard]] work::ScheduleRule::Kind kind() const;

    QComboBox *m_kind;
    QSpinBox *m_minutes;
    QDateEdit *m_date;
    QLabel *m_at;
    QTimeEdit *m_time;
    QWidget *m_weekdayRow;
    std::array<QCheckBox *, 7> m_weekdays {}; ///< Monday first
};

} // namespace ponte::ui
