// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/commands/scheduledreport.h"

#include "core/delivery/scheduledreport.h"

#include <QDir>

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

Result<> readReportForm(const Arguments &arguments, delivery::ScheduledReport &report)
{
    report.format.reset();
    if (const std::optional<QString> word = arguments.text(u"format"_s)) {
        report.format = reports::formatFromWord(*word);
        if (!report.format)
            return failure(ErrorCode::Usage, u"--format knows csv, xlsx, pdf and html, not '%1'."_s.arg(*word));
    }
    if (arguments.has(u"columns"_s))
        report.columns.clear();
    for (const QString &word : arguments.list(u"columns"_s)) {
        const std::optional<reports::Column> column = reports::columnFromWord(word);
        if (!column || report.columns.contains(*column))
            return failure(ErrorCode::Usage, column ? u"--columns names '%1' twice."_s.arg(word)
                                                    : u"--columns does not know '%1'."_s.arg(word));
        report.columns.append(*column);
    }
    const QString separator = arguments.text(u"separator"_s).value_or(u";"_s);
    if (separator != u";"_s && separator != u","_s)
        return failure(ErrorCode::Usage, u"--separator knows ';' and ',', not '%1'."_s.arg(separator));
    report.separator = separator.front();
    report.byteOrderMark = !arguments.has(u"no-bom"_s);
    report.language = arguments.text(u"language"_s).value_or(report.language);
    report.withItems = arguments.has(u"items"_s);
    report.withPayloads = arguments.has(u"payloads"_s);
    return {};
}

Result<> readPeriod(const Arguments &arguments, delivery::ScheduledReport &report)
{
    const bool hasDates = arguments.has(u"from"_s) || arguments.has(u"to"_s) || arguments.has(u"changed-from"_s)
                          || arguments.has(u"changed-to"_s);
    const std::optional<QString> word = arguments.text(u"period"_s);
    // Days that were said stay those days.
    if (!word && hasDates)
        report.period = delivery::Period::All;
    if (!word)
        return {};
    const std::optional<delivery::Period> period = delivery::periodFromWord(*word);
    if (!period) {
        QStringList known;
        for (const delivery::Period each : delivery::allPeriods())
            known.append(delivery::toWord(each));
        return failure(ErrorCode::Usage, u"--period knows %1, not '%2'."_s.arg(known.join(u", "_s), *word));
    }
    report.period = *period;
    return {};
}

} // namespace

QList<Option> scheduledReportOptions()
{
    return {
        {u"format"_s, u"csv|xlsx|pdf|html"_s, u"report: what is written; without it only the summary goes out"_s},
        {u"period"_s, u"P"_s,
         u"report: all, today, yesterday (default), last_7_days, last_30_days, this_month or last_month"_s},
        {u"folder"_s, u"DIR"_s, u"report: where the file appears, its name with the date and a receipt beside it"_s},
        {u"mail"_s, u"A,…"_s, u"report: who gets it; the server is set by 'connections set mail'"_s, true},
        {u"summary"_s, {}, u"report: the mail tells what went wrong in the period"_s},
        {u"language"_s, u"L"_s, u"report: pt_BR (default), en or es"_s},
        {u"columns"_s, u"C,…"_s, u"report: as of the command report"_s, true},
        {u"items"_s, {}, u"report: a row per execution"_s},
        {u"payloads"_s, {}, u"report: with what was sent and received, masked"_s},
        {u"separator"_s, u"S"_s, u"report, CSV: ';' (default) or ','"_s},
        {u"no-bom"_s, {}, u"report, CSV: without the mark by which spreadsheets know UTF-8"_s},
    };
}

Result<QJsonObject> readScheduledReport(const Arguments &arguments, bool isReport)
{
    if (!isReport) {
        for (const Option &option : scheduledReportOptions()) {
            if (arguments.has(option.name))
                return failure(ErrorCode::Usage, u"--%1 goes with --job report."_s.arg(option.name));
        }
        return QJsonObject();
    }
    delivery::ScheduledReport report;
    if (const Result<> read = readReportForm(arguments, report); !read)
        return tl::unexpected(read.error());
    if (const Result<> read = readPeriod(arguments, report); !read)
        return tl::unexpected(read.error());
    // The program that runs it works in another folder.
    if (const std::optional<QString> folder = arguments.text(u"folder"_s); folder && !folder->isEmpty())
        report.folder = QDir::cleanPath(QDir::current().absoluteFilePath(*folder));
    report.recipients = arguments.list(u"mail"_s);
    report.withSummary = arguments.has(u"summary"_s);
    return report.toJson();
}

} // namespace ponte::agent
