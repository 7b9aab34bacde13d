// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ponte::ui {

/// One line of the checklist: done or not, what is missing, and the way there.
class SetupRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupRow)

public:
    explicit SetupRow(QWidget *parent);

    void show(bool isDone, const QString &title, const QString &detail, const QString &action);
    [[nodiscard]] bool isDone() const { return m_isDone; }
    void focusAction();

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isDone = false;
    QLabel *m_state;
    QLabel *m_title;
    QLabel *m_detail;
    QPushButton *m_action;
};

} // namespace ponte::ui
