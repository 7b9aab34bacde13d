// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/desktop/options.h"

#include "ui/widgets/language.h"

#include <QCommandLineParser>

namespace ponte::desktop {

using namespace Qt::StringLiterals;

namespace {

Result<> readListen(const QString &text, Options &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(qMax<qsizetype>(0, colon));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    const QHostAddress address = host == "localhost"_L1 ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    if (address.isNull() || !isNumber || port > 65535)
        return failure(ErrorCode::Usage,
                       u"--listen must be an address and a port, like 127.0.0.1:8080, not '%1'."_s.arg(text));
    options.listenAddress = address;
    options.listenPort = quint16(port);
    return {};
}

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"database"_s,
                      u"sqlite:/path/file.db or postgresql://role@host/name; PONTE_DATABASE says the same"_s,
                      u"address"_s});
    parser.addOption({u"language"_s, u"pt_BR, en or es"_s, u"code"_s});
    parser.addOption(
        {u"listen"_s, u"where sales come in on an embedded database; 127.0.0.1:8080 if left out"_s, u"host:port"_s});
    parser.addOption(
        {u"open"_s, u"the view of a link that was copied from the monitor, like ponte:log?status=error"_s, u"link"_s});
    parser.addOption({u"sandbox"_s, u"start the stand-in systems too, and use them where no connection is set"_s});
    parser.addOption({{u"h"_s, u"help"_s}, u"show this"_s});
    parser.addOption({u"version"_s, u"show the version"_s});
}

} // namespace

Result<Options> Options::parse(const QStringList &words)
{
    QCommandLineParser parser;
    describe(parser);
    // Words for Qt itself, such as -platform, were taken out by then.
    if (!parser.parse(QStringList {u"ponte"_s} + words))
        return failure(ErrorCode::Usage, parser.errorText());
    const QStringList others = parser.positionalArguments();
    if (!others.isEmpty())
        return failure(ErrorCode::Usage, u"'%1' is not understood; see  ponte --help"_s.arg(others.first()));
    Options options;
    options.help = parser.isSet(u"help"_s);
    options.version = parser.isSet(u"version"_s);
    options.sandbox = parser.isSet(u"sandbox"_s);
    options.link = parser.value(u"open"_s).trimmed();
    if (parser.isSet(u"open"_s) && !options.link.startsWith("ponte:"_L1))
        return failure(ErrorCode::Usage,
                       u"--open must be a link like ponte:log?status=error, not '%1'."_s.arg(options.link));
    options.language = parser.value(u"language"_s);
    if (!options.language.isEmpty() && !ui::Language::available().contains(options.language))
        return failure(ErrorCode::Usage, u"--language is one of %1, not '%2'."_s.arg(
                                             ui::Language::available().join(u", "_s), options.language));
    if (parser.isSet(u"listen"_s)) {
        if (const Result<> read = readListen(parser.value(u"listen"_s), options); !read)
            return tl::unexpected(read.error());
    }
    const QString address =
        parser.isSet(u"database"_s) ? parser.value(u"database"_s) : qEnvironmentVariable("PONTE_DATABASE");
    if (address.isEmpty()) {
        options.database = storage::Address::standard();
        return options;
    }
    const Result<storage::Address> database = storage::Address::parse(address);
    if (!database)
        return tl::unexpected(database.error());
    options.database = *database;
    options.isDatabaseGiven = true;
    return options;
}

QString Options::helpText()
{
    QCommandLineParser parser;
    describe(parser);
    parser.setApplicationDescription(u"The console of Ponte."_s);
    return parser.helpText();
}

} // namespace ponte::desktop
