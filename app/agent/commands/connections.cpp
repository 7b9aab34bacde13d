// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "app/agent/commands/connectiontest.h"
#include "app/agent/scopeoptions.h"
#include "core/lojaclick/descriptor.h"
#include "core/mail/mimetext.h"

#include <QFileInfo>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

Result<std::optional<QJsonObject>> readSettings(const Arguments &arguments)
{
    QJsonObject settings;
    for (const QString &pair : arguments.list(u"setting"_s)) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1)
            return failure(ErrorCode::Usage, u"--setting must be like name=value, not '%1'."_s.arg(pair));
        const QString value = pair.mid(equals + 1);
        settings.insert(pair.left(equals), jsonText(value));
    }
    return settings.isEmpty() ? std::optional<QJsonObject>() : settings;
}

bool isMail(const QString &name)
{
    return name == QStringView(parameters::mailConnection);
}

/// --from and --ca-file, which only a mail server has.
Result<QJsonObject> readMailWords(const Arguments &arguments, bool forMail)
{
    QJsonObject words;
    const std::optional<QString> from = arguments.text(u"from"_s);
    const std::optional<QString> caFile = arguments.text(u"ca-file"_s);
    if ((from || caFile) && !forMail)
        return failure(ErrorCode::Usage, u"--from and --ca-file belong to mail."_s);
    if (from && !mail::isMailAddress(*from))
        return failure(ErrorCode::Validation, u"--from must be an e-mail address, not '%1'."_s.arg(*from), {},
                       u"from"_s);
    if (from)
        words.insert(u"from"_s, *from);
    // The programs that send run elsewhere in the file system than whoever types this.
    if (caFile)
        words.insert(u"caFile"_s, caFile->isEmpty() ? QString() : QFileInfo(*caFile).absoluteFilePath());
    return words;
}

Result<parameters::ConnectionChange> readConnectionChange(const Arguments &arguments)
{
    parameters::ConnectionChange change;
    change.name = *arguments.word(0);
    if (change.name != u"rm"_s && change.name != u"erp"_s && !isMail(change.name))
        return failure(
            ErrorCode::Usage,
            u"The connections are rm, erp and mail, not '%1'; the Broker's address is a parameter."_s.arg(change.name));
    if (const std::optional<QString> url = arguments.text(u"url"_s))
        change.url = QUrl(*url, QUrl::StrictMode);
    change.user = arguments.text(u"user"_s);
    // The ranges are checked where the values are kept; here it only has to be a number.
    const auto concurrency = arguments.number(u"concurrency"_s, 0);
    const auto timeout = arguments.number(u"timeout"_s, 0);
    if (!concurrency || !timeout)
        return tl::unexpected(concurrency ? timeout.error() : concurrency.error());
    if (*concurrency)
        change.concurrency = static_cast<int>(**concurrency);
    if (*timeout)
        change.timeoutSeconds = static_cast<int>(**timeout);
    auto settings = readSettings(arguments);
    if (!settings)
        return tl::unexpected(settings.error());
    const Result<QJsonObject> ofMail = readMailWords(arguments, isMail(change.name));
    if (!ofMail)
        return tl::unexpected(ofMail.error());
    if (!ofMail->isEmpty()) {
        QJsonObject both = settings->value_or(QJsonObject());
        for (auto word = ofMail->begin(); word != ofMail->end(); ++word)
            both.insert(word.key(), word.value());
        *settings = both;
    }
    change.extra = *settings;
    return change;
}

QJsonObject connectionJson(const parameters::ConnectionSettings &settings)
{
    return {
        {u"name"_s, settings.name},
        {u"url"_s, settings.url.toString()},
        {u"user"_s, jsonText(settings.user)},
        {u"concurrency"_s, settings.concurrency > 0 ? QJsonValue(settings.concurrency) : QJsonValue()},
        {u"timeout"_s, settings.timeoutSeconds > 0 ? QJsonValue(settings.timeoutSeconds) : QJsonValue()},
        {u"settings"_s, settings.extra},
        {u"version"_s, settings.version},
    };
}

Outcome setConnection(Invocation &invocation)
{
    Result<parameters::ConnectionChange> change = readConnectionChange(invocation.arguments);
    if (!change)
        return tl::unexpected(change.error());
    const bool readsPassword = invocation.arguments.has(u"password-stdin"_s);
    if (!readsPassword && !change->url && !change->user && !change->concurrency && !change->timeoutSeconds
        && !change->extra)
        return failure(ErrorCode::Usage,
                       u"Nothing to change: give --url, --user, --password-stdin or another option."_s);
    const Result<security::Actor> actor = invocation.actor(security::Action::ManageConnections);
    if (!actor)
        return tl::unexpected(actor.error());
    if (readsPassword) {
        const Result<QString> password = standardInput();
        if (!password)
            return tl::unexpected(password.error());
        if (password->isEmpty())
            return failure(ErrorCode::Usage, u"No password came on standard input."_s);
        change->password = *password;
    }
    app::Services &services = **invocation.services();
    if (const Result<> stored = services.connections.set(*actor, *change); !stored)
        return tl::unexpected(stored.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto settings = services.connections.get(**reader, change->name);
    if (!settings)
        return tl::unexpected(settings.error());
    invocation.output.document(connectionJson(settings->value_or(parameters::ConnectionSettings())));
    invocation.output.line(
        isMail(change->name)
            ? u"mail is stored; scheduled reports use it. Try it with  ponte-agent connections test mail"_s
            : u"%1 is stored; try it with  ponte-agent connections test %1"_s.arg(change->name));
    return ExitStatus::Done;
}

Outcome listConnections(Invocation &invocation)
{
    const Result<security::Actor> actor = invocation.actor(security::Action::ViewParameters);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const app::Services &services = **invocation.services();
    QJsonArray items;
    QList<QStringList> rows;
    for (const QString &name : {u"rm"_s, u"erp"_s, u"mail"_s}) {
        const auto settings = services.connections.get(**reader, name);
        if (!settings)
            return tl::unexpected(settings.error());
        if (!*settings)
            continue;
        const auto orDefault = [](int number) { return number > 0 ? QString::number(number) : u"default"_s; };
        items.append(connectionJson(**settings));
        rows.append({name, (*settings)->url.toString(), (*settings)->user, orDefault((*settings)->concurrency),
                     orDefault((*settings)->timeoutSeconds)});
    }
    const auto broker = services.parameters.get(**reader, QString::fromUtf16(lojaclick::parameter::brokerAddress),
                                                parameters::Scope::global());
    if (!broker)
        return tl::unexpected(broker.error());
    if (broker->isSet) {
        parameters::ConnectionSettings settings;
        settings.name = u"broker"_s;
        settings.url = QUrl(broker->value);
        settings.version = broker->version;
        items.append(connectionJson(settings));
        rows.append({u"broker"_s, broker->value, {}, u"default"_s, u"default"_s});
    }
    invocation.output.document(QJsonObject {{u"items"_s, items}});
    invocation.output.table({u"Name"_s, u"Address"_s, u"User"_s, u"Concurrency"_s, u"Time-out"_s}, rows);
    return ExitStatus::Done;
}

} // namespace

QList<Command> connectionCommands()
{
    const QList<Option> options {
        {u"url"_s, u"U"_s,
         u"whole address, such as https://rm.example:8051; of mail smtps://host:465 or, with STARTTLS, smtp://host:587"_s},
        {u"user"_s, u"U"_s, u"who the program logs in as"_s},
        {u"password-stdin"_s, {}, u"read the password from standard input"_s},
        {u"concurrency"_s, u"N"_s, u"calls in flight per program, 1 to 64"_s},
        {u"timeout"_s, u"S"_s, u"seconds for a whole call, 1 to 600"_s},
        {u"from"_s, u"A"_s, u"mail: the sender's address"_s},
        {u"ca-file"_s, u"FILE"_s, u"mail: an authority of your own, PEM; empty for those the system trusts"_s},
        {u"setting"_s, u"NAME=VALUE"_s, u"of the adapter; without a value it goes back to its default"_s, true},
    };
    return {
        {u"connections set"_s,
         u"rm|erp|mail --url U [--user U] [--password-stdin] [--concurrency N] [--timeout S] [--setting NAME=VALUE] [--from A] [--ca-file FILE]"_s,
         u"Says how an outside system is reached; what is left out stays as it is."_s,
         {.positionals = {u"rm|erp|mail"_s}, .required = 1, .options = options},
         setConnection},
        {u"connections list"_s, {}, u"The connections, without passwords."_s, {}, listConnections},
        {u"connections test"_s,
         u"[rm|erp|broker|mail]"_s,
         u"Tries name, address, TLS, credentials and one harmless call; exit 4 where one fails."_s,
         {.positionals = {u"rm|erp|broker|mail"_s}},
         testConnections},
    };
}

} // namespace ponte::agent
