// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/commandline.h"

#include "app/sandbox/campus.h"

#include <QCommandLineParser>
#include <QFile>

#include <cstdio>

namespace ponte::sandbox {

QString helpText()
{
    return QStringLiteral(R"(ponte-sandbox: stand-ins for RM, ERP and Broker, and a shop that sells

ponte-sandbox serve [--listen 127.0.0.1:8090] [--scenario FILE] [--seed S]
  RM      http://HOST:PORT/wsDataServer, /wsProcess, /wsConsultaSQL   Basic integracao / sandbox (or lojaclick / sandbox);
          six wrong passwords lock a user until the reset
  ERP     http://HOST:PORT/erp      Basic integracao / sandbox, or a token from /erp/api/oauth2/v1/token
  Broker  http://HOST:PORT/broker   Bearer sandbox-token
  --seed S   varies the form of RM's answers, the same way for the same S and request; without it they are plain
  --scenario FILE   {"faults":[...],"deduplicate":true,"users":{"name":"password"},"seed":{"STURMA":[{...}]},
                     "sentences":{"3|S|NAME":[{...}]},"brokerToken":"..."} or a list of faults
  Control, from loopback only: GET /sandbox/state[/rm|/erp|/broker], /sandbox/catalog, /sandbox/faults;
  POST /sandbox/reset, /sandbox/faults; DELETE /sandbox/faults. A fault:
    {"system":"rm|erp|broker","operation":"efetivacao","match":{"idVenda":"LC-1-1"},"fault":"refuse","times":1,"afterMs":0}
    operations  rm: SaveRecord, SaveRecord/FinCFODataBR, ...  erp: efetivacao consulta token health  broker: confirmacao health
    faults      refuse (422 or RM's error text) reject (400 or SOAP Fault) 500 503 401 malformed huge drop hang: no effect
                slow truncate unknown_outcome: the effect happens    rm only: fault200 job
    match       members by dotted path; for rm elements of the request by name
    times       how often, for ever if left out    afterMs  the wait before the answer
    also        "message": the text of a refusal   "retryAfter": seconds with 503
    {"deduplicate":false} lets the ERP ("system":"broker": the Broker) take a repeated Idempotency-Key as a new request
  Prints one line when ready. Exit 0 after SIGTERM, 2 usage, 7 port in use.

ponte-sandbox sell --to URL --user U --password-stdin --count N [--rate N/s] [--seed S] [--company 2,3,4]
                   [--concurrency N] [--verbose]
  Posts N sales LC-S-1 ... LC-S-N and repeats those answered 503 or 429. Exit 0 if all were answered Sucesso, 2 usage, 4 otherwise.

Companies: 2 SESI, 3 SENAI, 4 IEL; GET /sandbox/catalog shows branches, levels, statuses, terms, plans and classes.
)");
}

static tl::unexpected<Error> usage(const QString &message)
{
    return failure(ErrorCode::Usage, message);
}

/// Parses without the parser's own exits, so that every mistake ends the same way.
static Result<> parseArguments(QCommandLineParser *parser, const QStringList &arguments)
{
    if (!parser->parse(QStringList {QStringLiteral("ponte-sandbox")} + arguments))
        return usage(parser->errorText());
    if (!parser->positionalArguments().isEmpty())
        return usage(QStringLiteral("unexpected word: ") + parser->positionalArguments().constFirst());
    return {};
}

static Result<quint64> wholeNumber(const QCommandLineParser &parser, const QString &name, quint64 least)
{
    bool ok = false;
    const quint64 value = parser.value(name).toULongLong(&ok);
    if (!ok || value < least)
        return usage(QStringLiteral("--%1 is a whole number from %2").arg(name).arg(least));
    return value;
}

static Result<> readListen(const QString &text, ServeOptions *options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (host == u"localhost")
        host = QStringLiteral("127.0.0.1");
    bool ok = false;
    options->port = text.mid(colon + 1).toUShort(&ok);
    if (colon < 1 || !ok || !options->address.setAddress(host))
        return usage(QStringLiteral("--listen is ADDRESS:PORT, such as 127.0.0.1:8090"));
    return {};
}

Result<ServeOptions> readServeOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QString listen = QStringLiteral("listen");
    const QString scenario = QStringLiteral("scenario");
    const QString seed = QStringLiteral("seed");
    parser.addOptions({{listen, {}, listen, QStringLiteral("127.0.0.1:8090")},
                       {scenario, {}, scenario},
                       {seed, {}, seed, QStringLiteral("0")}});
    if (const Result<> parsed = parseArguments(&parser, arguments); !parsed)
        return tl::unexpected(parsed.error());
    ServeOptions options;
    if (const Result<> read = readListen(parser.value(listen), &options); !read)
        return tl::unexpected(read.error());
    if (parser.isSet(scenario)) {
        QFile file(parser.value(scenario));
        if (!file.open(QIODevice::ReadOnly))
            return usage(QStringLiteral("cannot read %1: %2").arg(file.fileName(), file.errorString()));
        const Result<Setup> setup = Setup::fromJson(file.readAll());
        if (!setup)
            return usage(file.fileName() + QStringLiteral(": ") + setup.error().message);
        options.setup = *setup;
    }
    const Result<quint64> number = wholeNumber(parser, seed, 0);
    if (!number)
        return tl::unexpected(number.error());
    options.setup.rm.seed = *number;
    return options;
}

static Result<QList<int>> readCompanies(const QString &text)
{
    QList<int> companies;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        if (!campusOf(part.toInt()))
            return usage(QStringLiteral("--company is a list of 2, 3 and 4"));
        companies.append(part.toInt());
    }
    return companies;
}

static Result<double> readRate(QString text)
{
    if (text.endsWith(u"/s"))
        text.chop(2);
    bool ok = false;
    const double rate = text.toDouble(&ok);
    if (!ok || rate < 0)
        return usage(QStringLiteral("--rate is a number of sales per second, such as 20/s"));
    return rate;
}

static QString passwordFromInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    QString line = QString::fromUtf8(input.readLine());
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

Result<ShopSettings> readSellOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("to"), {}, QStringLiteral("url")},
                       {QStringLiteral("user"), {}, QStringLiteral("name")},
                       {QStringLiteral("password-stdin"), {}},
                       {QStringLiteral("count"), {}, QStringLiteral("n")},
                       {QStringLiteral("rate"), {}, QStringLiteral("n/s"), QStringLiteral("0")},
                       {QStringLiteral("seed"), {}, QStringLiteral("s"), QStringLiteral("1")},
                       {QStringLiteral("company"), {}, QStringLiteral("list"), QStringLiteral("3")},
                       {QStringLiteral("concurrency"), {}, QStringLiteral("n"), QStringLiteral("4")},
                       {QStringLiteral("verbose"), {}}});
    if (const Result<> parsed = parseArguments(&parser, arguments); !parsed)
        return tl::unexpected(parsed.error());
    for (const char *needed : {"to", "user", "password-stdin", "count"}) {
        if (!parser.isSet(QLatin1String(needed)))
            return usage(QStringLiteral("--%1 is missing").arg(QLatin1String(needed)));
    }
    ShopSettings settings;
    settings.address = QUrl(parser.value(QStringLiteral("to")), QUrl::StrictMode);
    if (!settings.address.isValid() || !settings.address.scheme().startsWith(u"http"))
        return usage(QStringLiteral("--to is an address such as http://127.0.0.1:8080"));
    const Result<quint64> count = wholeNumber(parser, QStringLiteral("count"), 1);
    const Result<quint64> seed = wholeNumber(parser, QStringLiteral("seed"), 0);
    const Result<quint64> concurrency = wholeNumber(parser, QStringLiteral("concurrency"), 1);
    for (const Result<quint64> &number : {count, seed, concurrency}) {
        if (!number)
            return tl::unexpected(number.error());
    }
    const Result<QList<int>> companies = readCompanies(parser.value(QStringLiteral("company")));
    if (!companies)
        return tl::unexpected(companies.error());
    const Result<double> rate = readRate(parser.value(QStringLiteral("rate")));
    if (!rate)
        return tl::unexpected(rate.error());
    settings.user = parser.value(QStringLiteral("user"));
    settings.password = passwordFromInput();
    settings.count = *count;
    settings.seed = *seed;
    settings.concurrency = static_cast<int>(std::min<quint64>(*concurrency, 256));
    settings.companies = *companies;
    settings.perSecond = *rate;
    settings.verbose = parser.isSet(QStringLiteral("verbose"));
    return settings;
}

} // namespace ponte::sandbox
