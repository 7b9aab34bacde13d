// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "app/agent/shelllanguage.h"
#include "core/base/logging.h"
#include "ponte_version.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLoggingCategory>

#include <langinfo.h>

#include <algorithm>
#include <clocale>
#include <memory>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

/// The command that the words start with, and the words that belong to it; common options may stand before it.
struct Choice {
    const Command *command = nullptr;
    QString group; ///< the first word, where it names a group alone
    QStringList words;
};

Choice chooseCommand(const QList<Command> &commands, const QStringList &words)
{
    Choice choice;
    QStringList rest = words;
    while (!rest.isEmpty() && rest.first().startsWith(u"--"_s)) {
        const bool hasValue = rest.first() == u"--database"_s && rest.size() > 1;
        for (int i = 0; i < (hasValue ? 2 : 1); ++i)
            choice.words.append(rest.takeFirst());
    }
    for (int length = 2; length > 0; --length) {
        const QString path = QStringList(rest.mid(0, length)).join(u' ');
        const auto found = std::find_if(commands.begin(), commands.end(),
                                        [&](const Command &command) { return command.path == path; });
        if (found != commands.end()) {
            choice.command = &*found;
            choice.words += rest.mid(length);
            return choice;
        }
    }
    const QString first = rest.value(0);
    if (std::any_of(commands.begin(), commands.end(),
                    [&](const Command &command) { return command.path.section(u' ', 0, 0) == first; }))
        choice.group = first;
    choice.words += rest;
    return choice;
}

ExitStatus withoutCommand(const Choice &choice, const QStringList &words)
{
    if (words.contains(u"--help"_s) || words.contains(u"help"_s)) {
        Output(false).line(usageText(choice.group).trimmed());
        return ExitStatus::Done;
    }
    if (words == QStringList {u"--version"_s}) {
        Output(false).line(u"ponte-agent "_s + QString::fromUtf8(PONTE_VERSION));
        return ExitStatus::Done;
    }
    Output output(words.contains(u"--json"_s));
    QString message = u"Which command? See  ponte-agent --help"_s;
    if (!choice.group.isEmpty())
        message = u"'%1' needs a command after it; see  ponte-agent %1 --help"_s.arg(choice.group);
    else if (!words.isEmpty())
        message = u"There is no command '%1'; see  ponte-agent --help"_s.arg(choice.words.value(0));
    output.failed({ErrorCode::Usage, message});
    return ExitStatus::Usage;
}

ExitStatus runCommand(const Command &command, const QStringList &words)
{
    Grammar grammar = command.grammar;
    // A command whose own --user is another's name hears of the person by the environment.
    const bool ownsUser = std::any_of(grammar.options.begin(), grammar.options.end(),
                                      [](const Option &option) { return option.name == u"user"_s; });
    grammar.options += commonOptions();
    Result<Arguments> arguments = Arguments::parse(grammar, words);
    if (words.contains(u"--help"_s) && (!arguments || arguments->has(u"help"_s))) {
        Output(false).line(helpText(command).trimmed());
        return ExitStatus::Done;
    }
    Output output(arguments ? arguments->has(u"json"_s) : words.contains(u"--json"_s));
    if (!arguments) {
        Error error = arguments.error();
        error.message += u" Usage: ponte-agent "_s + command.path + u' ' + command.synopsis;
        output.failed(error);
        return ExitStatus::Usage;
    }
    const QString person =
        (ownsUser ? std::nullopt : arguments->text(u"user"_s)).value_or(qEnvironmentVariable("PONTE_USER"));
    Invocation invocation(std::move(*arguments), output, person);
    const Outcome outcome = command.run(invocation);
    if (!outcome)
        output.failed(outcome.error());
    if (!output.finish()) {
        output.note(u"Standard output cannot be written."_s);
        return ExitStatus::Failed;
    }
    return outcome ? *outcome : exitStatusOf(outcome.error().code);
}

// Arguments and file names are UTF-8 to this program; Qt would warn of another locale and switch anyway.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

/// What may draw a PDF needs fonts, though never a screen; everything else starts without them.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, const QStringList &words)
{
    const bool mayDraw = words.contains(u"serve"_s) || words.contains(u"schedule"_s)
                         || (words.contains(u"report"_s) && !words.filter(u"pdf"_s).isEmpty());
    if (!mayDraw)
        return std::make_unique<QCoreApplication>(argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Of folders that only a desktop session has; the rules are set anew below.
    QLoggingCategory::setFilterRules(u"default.warning=false"_s);
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int runProgram(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromUtf8(argv[i]));
    // Asked before the locale is changed.
    const QString language = languageOfShell();
    useUtf8();
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv, words);
    QCoreApplication::setApplicationName(u"ponte-agent"_s);
    QCoreApplication::setApplicationVersion(QString::fromUtf8(PONTE_VERSION));
    installLogging();
    const ShellLanguage spoken(language);
    // A command tells its failure itself, in one line; what runs on and on tells what happens.
    QLoggingCategory::setFilterRules(u"ponte.*.info=false\nponte.*.warning=false"_s);

    const QList<Command> commands = allCommands();
    const Choice choice = chooseCommand(commands, words);
    const ExitStatus status =
        choice.command ? runCommand(*choice.command, choice.words) : withoutCommand(choice, words);
    return static_cast<int>(status);
}

} // namespace ponte::agent

int main(int argc, char **argv)
{
    return ponte::agent::runProgram(argc, argv);
}
