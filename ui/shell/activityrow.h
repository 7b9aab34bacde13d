// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/widgets/activity.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ponte::ui {

/// One line of the activity page.
class ActivityRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityRow)

public:
    ActivityRow(int id, QWidget *parent);

    void show(const Activity::Entry &entry);

Q_SIGNALS:
    void cancelRequested(int id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] static QString stateText(const Activity::Entry &entry);

    const int m_id;
    std::function<void()> m_open;
    QLabel *m_title;
    QLabel *m_detail;
    QProgressBar *m_progress;
    QLabel *m_state;
    QPushButton *m_show;
    QPushButton *m_cancel;
};

} // namespace ponte::ui
