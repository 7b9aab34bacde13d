// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

QList<Command> allCommands()
{
    return serveCommands() + migrateCommands() + parameterCommands() + connectionCommands() + networkCommands()
           + catalogCommands() + apiClientCommands() + peopleCommands() + profileCommands() + logCommands()
           + reprocessCommands() + reportCommands() + scheduleCommands() + noticeCommands() + diagnoseCommands()
           + generateCommands() + verifyCommands() + crashPointCommands();
}

QList<Option> commonOptions()
{
    return {
        {u"database"_s, u"ADDRESS"_s,
         u"sqlite:/path/file.db or postgresql://role@host:port/name; else PONTE_DATABASE, else the user's data folder"_s},
        {u"user"_s, u"NAME"_s, u"who acts, once people are known on SQLite; else PONTE_USER"_s},
        {u"json"_s, {}, u"one JSON document on standard output, messages on standard error"_s},
        {u"help"_s, {}, u"this text"_s},
    };
}

namespace {

QString optionLines(const QList<Option> &options)
{
    QString text;
    for (const Option &option : options) {
        const QString name = u"  --"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
        text += name.leftJustified(26) + u' ' + option.help + u'\n';
    }
    return text;
}

} // namespace

QString usageText(const QString &group)
{
    QString text = u"usage: ponte-agent COMMAND [options]\n\n"_s;
    for (const Command &command : allCommands()) {
        if (!group.isEmpty() && command.path.section(u' ', 0, 0) != group)
            continue;
        text += u"  "_s + command.path + (command.synopsis.isEmpty() ? QString() : u' ' + command.synopsis) + u'\n';
        text += u"        "_s + command.summary + u'\n';
    }
    text += u"\nEvery command takes --database ADDRESS, --json and --help.\n"_s;
    text += u"What LANGUAGE, LC_ALL, LC_MESSAGES or LANG names is spoken: Portuguese, English or Spanish.\n"_s;
    text +=
        u"Exit: 0 done, 2 usage, 3 refused, 4 an outside system failed, 5 database, 6 partly done, 7 port in use.\n"_s;
    return text;
}

QString helpText(const Command &command)
{
    return u"usage: ponte-agent "_s + command.path + u' ' + command.synopsis + u"\n\n"_s + command.summary + u"\n\n"_s
           + optionLines(command.grammar.options + commonOptions());
}

} // namespace ponte::agent
