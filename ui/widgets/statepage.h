// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ponte::ui {

/// What stands where data would be: nothing there yet, being read, or failed. Says what to do next.
class StatePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatePage)

public:
    explicit StatePage(QWidget *parent = nullptr);

    void show(const QString &iconName, const QString &title, const QString &text, const QString &action = {},
              const QString &otherAction = {});
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void otherActionTriggered();

private:
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_otherAction;
};

} // namespace ponte::ui
