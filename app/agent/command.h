// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "app/agent/exitstatus.h"
#include "app/agent/invocation.h"

#include <QList>
#include <QString>

namespace ponte::agent {

/// One line of the table of commands.
struct Command {
    QString path; ///< "parameters set"
    QString synopsis; ///< what follows it in the usage line
    QString summary;
    Grammar grammar;
    Outcome (*run)(Invocation &) = nullptr;
};

/// Every command of the program, in the order of the help.
[[nodiscard]] QList<Command> allCommands();
/// The options that every command takes.
[[nodiscard]] QList<Option> commonOptions();

QList<Command> serveCommands();
QList<Command> migrateCommands();
QList<Command> parameterCommands();
QList<Command> connectionCommands();
QList<Command> networkCommands();
QList<Command> catalogCommands();
QList<Command> apiClientCommands();
QList<Command> peopleCommands();
QList<Command> profileCommands();
QList<Command> logCommands();
QList<Command> reprocessCommands();
QList<Command> reportCommands();
QList<Command> scheduleCommands();
QList<Command> noticeCommands();
QList<Command> diagnoseCommands();
QList<Command> generateCommands();
QList<Command> crashPointCommands();
QList<Command> verifyCommands();

/// The usage of the whole program, or of the group of commands that starts with this word.
[[nodiscard]] QString usageText(const QString &group = {});
[[nodiscard]] QString helpText(const Command &command);

} // namespace ponte::agent
