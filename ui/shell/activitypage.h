// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/widgets/place.h"

#include <QHash>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace ponte::ui {

class Activity;
class ActivityRow;
class StatePage;

/// "Atividades": what runs, how far it is, and what ended lately.
class ActivityPage final : public Place
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityPage)

public:
    explicit ActivityPage(Activity &activity, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showEntries();
    void retranslate();

    Activity &m_activity;
    QLabel *m_heading;
    QPushButton *m_forget;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    QVBoxLayout *m_rowLayout;
    QHash<int, ActivityRow *> m_rows;
};

} // namespace ponte::ui
