// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/work/schedulerule.h"

#include <QWidget>

class QLabel;

namespace ponte::ui {

/// What a schedule means: its rule in words, the next five runs, and how long an outage the automatic resend outlasts.
class RunPreview final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunPreview)

public:
    explicit RunPreview(QWidget *parent = nullptr);

    /// Nothing is shown while the rule is not valid.
    void show(const work::ScheduleRule &rule, const QString &zone, const QDateTime &now);
    void setCoverage(const QString &text);

private:
    QLabel *m_words;
    QLabel *m_heading;
    QLabel *m_runs;
    QLabel *m_coverage;
};

} // namespace ponte::ui
