// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "app/agent/filteroptions.h"
#include "app/engine/stopsignal.h"
#include "core/reports/logreport.h"
#include "core/reports/pdf/pdfreport.h"
#include "core/security/audit.h"

#include <QEventLoop>

#include <unistd.h>

#include <cstdio>
#include <thread>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

template<class Kind>
QString knownWords(const QList<Kind> &all)
{
    QStringList words;
    for (const Kind kind : all)
        words.append(reports::toWord(kind));
    return words.join(u", "_s);
}

const QList<reports::Format> &reportFormats()
{
    static const QList<reports::Format> all {reports::Format::Csv, reports::Format::Xlsx, reports::Format::Pdf,
                                             reports::Format::Html};
    return all;
}

Result<reports::Format> readFormat(const Arguments &arguments)
{
    const QString known = knownWords(reportFormats());
    const std::optional<QString> word = arguments.text(u"format"_s);
    if (!word)
        return failure(ErrorCode::Usage, u"--format is missing: %1."_s.arg(known));
    const std::optional<reports::Format> format = reports::formatFromWord(*word);
    if (!format)
        return failure(ErrorCode::Usage, u"--format knows %1, not '%2'."_s.arg(known, *word));
    return *format;
}

Result<QList<reports::Column>> readColumns(const Arguments &arguments)
{
    if (!arguments.has(u"columns"_s))
        return reports::standardColumns();
    QList<reports::Column> columns;
    for (const QString &word : arguments.list(u"columns"_s)) {
        const std::optional<reports::Column> column = reports::columnFromWord(word);
        if (!column)
            return failure(ErrorCode::Usage,
                           u"--columns knows %1, not '%2'."_s.arg(knownWords(reports::allColumns()), word));
        columns.append(*column);
    }
    if (columns.isEmpty())
        return failure(ErrorCode::Usage,
                       u"--columns needs at least one of %1."_s.arg(knownWords(reports::allColumns())));
    return columns;
}

Result<reports::ReportOrder::Csv> readCsvForm(const Arguments &arguments, reports::Format format)
{
    for (const QString &option : {u"separator"_s, u"no-bom"_s}) {
        if (arguments.has(option) && format != reports::Format::Csv)
            return failure(ErrorCode::Usage, u"--%1 goes with --format csv alone."_s.arg(option));
    }
    const QString separator = arguments.text(u"separator"_s).value_or(u";"_s);
    if (separator != u";"_s && separator != u","_s)
        return failure(ErrorCode::Usage, u"--separator knows ';' and ',', not '%1'."_s.arg(separator));
    return reports::ReportOrder::Csv {separator.front(), !arguments.has(u"no-bom"_s)};
}

Result<reports::ReportOrder> readReportOrder(const Arguments &arguments)
{
    const Result<reports::Format> format = readFormat(arguments);
    if (!format)
        return tl::unexpected(format.error());
    const std::optional<QString> file = arguments.text(u"output"_s);
    if (!file || file->isEmpty())
        return failure(ErrorCode::Usage, u"--output FILE is missing."_s);
    const Result<log::Filter> filter = readFilter(arguments);
    if (!filter)
        return tl::unexpected(filter.error());
    const Result<reports::ReportLanguage> language =
        reports::ReportLanguage::find(arguments.text(u"language"_s).value_or(u"pt_BR"_s));
    if (!language)
        return tl::unexpected(language.error());
    const Result<QList<reports::Column>> columns = readColumns(arguments);
    if (!columns)
        return tl::unexpected(columns.error());
    const Result<reports::ReportOrder::Csv> csv = readCsvForm(arguments, *format);
    if (!csv)
        return tl::unexpected(csv.error());
    return reports::ReportOrder {.filter = *filter,
                                 .language = *language,
                                 .format = *format,
                                 .columns = *columns,
                                 .withItems = arguments.has(u"items"_s),
                                 .csv = *csv,
                                 .file = *file};
}

/// On a terminal, a line that is written over.
reports::ProgressListener progressLine()
{
    if (::isatty(STDERR_FILENO) == 0)
        return {};
    return [](const reports::ReportProgress &progress) {
        QString text =
            u"\r%1 / %2 rows, %3/s"_s.arg(progress.rows).arg(progress.total).arg(qint64(progress.rowsPerSecond));
        if (progress.remaining)
            text += u", %1 s left"_s.arg(progress.remaining->count());
        (void)std::fputs(qPrintable(text + u"   "_s), stderr);
        if (progress.phase == reports::ReportProgress::Phase::Finishing)
            (void)std::fputs("\r\033[K", stderr);
    };
}

reports::ReportFormats agentFormats()
{
    reports::ReportFormats formats = reports::ReportFormats::standard();
    reports::pdf::addTo(formats);
    return formats;
}

/// Runs it in a thread of its own, so that SIGINT and SIGTERM are heard; they cancel it.
Result<reports::Receipt> writeStoppably(const std::function<Result<reports::Receipt>(const CancelToken &)> &write)
{
    CancelToken cancel;
    const app::StopSignal stop;
    QObject::connect(&stop, &app::StopSignal::received, &stop, [cancel]() mutable { cancel.cancel(); });
    Result<reports::Receipt> receipt = reports::Receipt();
    QEventLoop waiting;
    std::thread work([&] {
        receipt = write(cancel);
        QMetaObject::invokeMethod(&waiting, &QEventLoop::quit, Qt::QueuedConnection);
    });
    waiting.exec();
    work.join();
    return receipt;
}

Outcome runReport(Invocation &invocation)
{
    Result<reports::ReportOrder> order = readReportOrder(invocation.arguments);
    if (!order)
        return tl::unexpected(order.error());
    if (const Result<> sound = checkFilter(order->filter, invocation); !sound)
        return tl::unexpected(sound.error());
    const Result<security::Actor> actor = invocation.actor(security::Action::ExportReports, order->filter.company);
    if (!actor)
        return tl::unexpected(actor.error());
    // Who may not see personal data gets it masked; who may can still hand a masked file to others.
    order->personalData = !invocation.arguments.has(u"masked"_s)
                          && actor->require(security::Action::ViewPersonalData, order->filter.company).has_value();
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    app::Services &services = **invocation.services();
    security::Audit audit(services.database, services.clock);
    const Result<reports::Receipt> receipt = writeStoppably([&](const CancelToken &cancel) -> Result<reports::Receipt> {
        const Result<storage::Connection *> connection = services.database.reads().here();
        if (!connection)
            return tl::unexpected(connection.error());
        const reports::LogReport report(**connection, services.descriptor, services.clock, agentFormats(), &audit);
        return report.write(*actor, *order, cancel, progressLine());
    });
    if (!receipt)
        return tl::unexpected(receipt.error());
    QJsonObject told = receipt->toJson();
    told.insert(u"file"_s, order->file);
    invocation.output.document(told);
    invocation.output.line(u"%1: %2 rows"_s.arg(order->file, QString::number(receipt->rows)));
    return ExitStatus::Done;
}

} // namespace

QList<Command> reportCommands()
{
    const QList<Option> options {
        {u"format"_s, u"csv|xlsx|pdf|html"_s, u"pdf and html begin with totals and charts"_s},
        {u"output"_s, u"FILE"_s, u"appears whole or not at all; FILE.receipt.json says what it holds"_s},
        {u"language"_s, u"L"_s, u"pt_BR (default), en or es"_s},
        {u"items"_s, {}, u"a row per execution, with what was sent and received"_s},
        {u"columns"_s, u"C,…"_s, knownWords(reports::allColumns()) + u"; default: the first eight"_s, true},
        {u"separator"_s, u"S"_s, u"of CSV: ';' (default) or ','"_s},
        {u"no-bom"_s, {}, u"CSV without the mark by which spreadsheets know UTF-8"_s},
        {u"masked"_s, {}, u"personal data masked, as it always is for who may not see it"_s},
    };
    return {{u"report"_s,
             u"--format csv|xlsx|pdf|html --output FILE [filter] [--language L] [--items]"_s,
             u"Writes the log records that the filter chooses to a file."_s,
             {.options = options + filterOptions()},
             runReport}};
}

} // namespace ponte::agent
