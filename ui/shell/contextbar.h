// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace ponte::ui {

class Context;
class Directory;

/// Company and level at the top of the window: what a person works in, everywhere.
class ContextBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContextBar)

public:
    explicit ContextBar(QWidget *parent = nullptr);

    void attach(Context &context, const Directory &directory);
    void detach();
    void setPerson(const QString &name);

Q_SIGNALS:
    void commandsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void showChoices();
    void choose();

    Context *m_context = nullptr;
    const Directory *m_directory = nullptr;
    QLabel *m_companyLabel;
    QComboBox *m_company;
    QLabel *m_levelLabel;
    QComboBox *m_level;
    QPushButton *m_commands;
    QLabel *m_person;
};

} // namespace ponte::ui
