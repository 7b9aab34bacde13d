// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>

class QAction;
class QLineEdit;
class QListWidget;
class QMenuBar;

namespace ponte::ui {

/// All actions of the program in one list that narrows while one types (Ctrl+K). Only the keyboard is needed: the
/// arrows choose, Enter does it, Escape leaves.
class CommandPalette final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    struct Command {
        QPointer<QAction> action;
        QString text; ///< the way to it, such as "View › Theme › Dark"
    };

    explicit CommandPalette(const QList<Command> &commands, QWidget *parent);

    /// Every action that can be done now, by the way of its menus.
    [[nodiscard]] static QList<Command> commandsOf(const QMenuBar &menus);
    [[nodiscard]] static Command commandOf(const QString &group, QAction *action);

Q_SIGNALS:
    void linkEntered(const QString &link); ///< "ponte:…", typed or pasted in place of a command

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMatches();
    void run();

    const QList<Command> m_commands;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace ponte::ui
