// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/command.h"
#include "app/agent/filteroptions.h"
#include "core/reports/logreport.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

Result<reports::ReportOrder> readReportOrder(const Arguments &arguments)
{
    const std::optional<QString> format = arguments.text(u"format"_s);
    if (!format || *format != u"csv"_s)
        return failure(ErrorCode::Usage,
                       format ? u"--format knows csv, not '%1'."_s.arg(*format) : u"--format csv is missing."_s);
    const std::optional<QString> file = arguments.text(u"output"_s);
    if (!file || file->isEmpty())
        return failure(ErrorCode::Usage, u"--output FILE is missing."_s);
    Result<log::Filter> filter = readFilter(arguments);
    if (!filter)
        return tl::unexpected(filter.error());
    Result<reports::ReportLanguage> language =
        reports::ReportLanguage::find(arguments.text(u"language"_s).value_or(u"pt_BR"_s));
    if (!language)
        return tl::unexpected(language.error());
    return reports::ReportOrder {
        .filter = *filter, .language = *language, .withItems = arguments.has(u"items"_s), .file = *file};
}

Outcome runReport(Invocation &invocation)
{
    const Result<reports::ReportOrder> order = readReportOrder(invocation.arguments);
    if (!order)
        return tl::unexpected(order.error());
    if (const Result<> sound = checkFilter(order->filter, invocation); !sound)
        return tl::unexpected(sound.error());
    const Result<security::Actor> actor = invocation.actor(security::Action::ExportReports, order->filter.company);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const app::Services &services = **invocation.services();
    const Result<reports::Receipt> receipt =
        reports::LogReport(**reader, services.descriptor, services.clock).writeCsv(*actor, *order);
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
        {u"format"_s, u"csv"_s, u"separated by semicolons, for spreadsheets"_s},
        {u"output"_s, u"FILE"_s, u"appears whole or not at all; FILE.receipt.json says what it holds"_s},
        {u"language"_s, u"L"_s, u"pt_BR (default), en or es"_s},
        {u"items"_s, {}, u"a row per execution, with what was sent and received"_s},
    };
    return {{u"report"_s,
             u"--format csv --output FILE [filter] [--language L] [--items]"_s,
             u"Writes the log records that the filter chooses to a file."_s,
             {.options = options + filterOptions()},
             runReport}};
}

} // namespace ponte::agent
