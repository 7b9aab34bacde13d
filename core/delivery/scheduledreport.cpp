// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/delivery/scheduledreport.h"

#include "core/delivery/deliverytext.h"
#include "core/mail/mimetext.h"

#include <QDir>
#include <QJsonArray>

#include <array>

namespace ponte::delivery {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRecipients = 20;

constexpr std::array periodWords {
    std::pair(Period::All, "all"_L1),
    std::pair(Period::Today, "today"_L1),
    std::pair(Period::Yesterday, "yesterday"_L1),
    std::pair(Period::LastSevenDays, "last_7_days"_L1),
    std::pair(Period::LastThirtyDays, "last_30_days"_L1),
    std::pair(Period::ThisMonth, "this_month"_L1),
    std::pair(Period::LastMonth, "last_month"_L1),
};

tl::unexpected<Error> wrongReport(const QString &field, const QString &message)
{
    return failure(ErrorCode::Validation, message, {}, field);
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const auto &text : array)
        texts.append(text.toString());
    return texts;
}

} // namespace

QList<Period> allPeriods()
{
    QList<Period> periods;
    for (const auto &[period, word] : periodWords)
        periods.append(period);
    return periods;
}

QString toWord(Period period)
{
    for (const auto &[known, word] : periodWords) {
        if (known == period)
            return word;
    }
    return {};
}

std::optional<Period> periodFromWord(QStringView word)
{
    for (const auto &[period, known] : periodWords) {
        if (word == known)
            return period;
    }
    return {};
}

Span spanOf(Period period, const QDateTime &moment, const QTimeZone &zone)
{
    const QDate today = moment.toTimeZone(zone).date();
    const auto start = [&zone](QDate day) { return day.startOfDay(zone).toUTC(); };
    const QDate firstOfMonth(today.year(), today.month(), 1);
    switch (period) {
    case Period::All:
        return {};
    case Period::Today:
        return {start(today), moment.toUTC()};
    case Period::Yesterday:
        return {start(today.addDays(-1)), start(today)};
    case Period::LastSevenDays:
        return {start(today.addDays(-7)), start(today)};
    case Period::LastThirtyDays:
        return {start(today.addDays(-30)), start(today)};
    case Period::ThisMonth:
        return {start(firstOfMonth), moment.toUTC()};
    case Period::LastMonth:
        return {start(firstOfMonth.addMonths(-1)), start(firstOfMonth)};
    }
    return {};
}

QJsonObject ScheduledReport::toJson() const
{
    QJsonArray columnWords;
    for (const reports::Column column : columns)
        columnWords.append(reports::toWord(column));
    QJsonObject words {{u"language"_s, language}, {u"period"_s, toWord(period)}};
    if (format) {
        words.insert(u"format"_s, reports::toWord(*format));
        words.insert(u"columns"_s, columnWords);
        words.insert(u"items"_s, withItems);
        words.insert(u"payloads"_s, withPayloads);
    }
    if (format == reports::Format::Csv) {
        words.insert(u"separator"_s, QString(separator));
        words.insert(u"bom"_s, byteOrderMark);
    }
    if (!folder.isEmpty())
        words.insert(u"folder"_s, folder);
    if (!recipients.isEmpty())
        words.insert(u"mail"_s, QJsonArray::fromStringList(recipients));
    if (withSummary)
        words.insert(u"summary"_s, true);
    return words;
}

Result<ScheduledReport> ScheduledReport::fromJson(const QJsonObject &words)
{
    ScheduledReport report;
    report.language = words.value("language"_L1).toString(report.language);
    const std::optional<Period> period = periodFromWord(words.value("period"_L1).toString(toWord(report.period)));
    if (!period)
        return wrongReport(u"period"_s, DeliveryText::tr("The period of the report is not known here."));
    report.period = *period;
    report.format.reset();
    if (words.contains("format"_L1)) {
        report.format = reports::formatFromWord(words.value("format"_L1).toString());
        if (!report.format)
            return wrongReport(u"format"_s, DeliveryText::tr("The format of the report is not known here."));
        report.columns.clear();
        const QStringList columnWords = textsOf(words.value("columns"_L1));
        for (const QString &word : columnWords) {
            const std::optional<reports::Column> column = reports::columnFromWord(word);
            if (!column)
                return wrongReport(u"columns"_s, DeliveryText::tr("There is no column '%1'.").arg(word));
            report.columns.append(*column);
        }
    }
    report.withItems = words.value("items"_L1).toBool();
    report.withPayloads = words.value("payloads"_L1).toBool();
    report.separator = words.value("separator"_L1).toString(u";"_s).front();
    report.byteOrderMark = words.value("bom"_L1).toBool(true);
    report.folder = words.value("folder"_L1).toString();
    report.recipients = textsOf(words.value("mail"_L1));
    report.withSummary = words.value("summary"_L1).toBool();
    return report;
}

Result<> ScheduledReport::check() const
{
    if (!reports::ReportLanguage::find(language))
        return wrongReport(u"language"_s, DeliveryText::tr("The language is pt_BR, en or es."));
    if (!format && !withSummary)
        return wrongReport(u"format"_s, DeliveryText::tr("Say which format is written, or ask for the daily summary."));
    if (format && columns.isEmpty())
        return wrongReport(u"columns"_s, DeliveryText::tr("Choose at least one column."));
    if (folder.isEmpty() && recipients.isEmpty())
        return wrongReport(u"folder"_s, DeliveryText::tr("Say where the report goes: a folder, e-mail, or both."));
    if (!folder.isEmpty() && !QDir::isAbsolutePath(folder))
        return wrongReport(u"folder"_s, DeliveryText::tr("The folder needs its whole path, such as /srv/relatorios."));
    if (!folder.isEmpty() && !format)
        return wrongReport(u"folder"_s, DeliveryText::tr("The daily summary goes by e-mail; a folder needs a format."));
    if (withSummary && recipients.isEmpty())
        return wrongReport(u"mail"_s, DeliveryText::tr("The daily summary goes by e-mail: say to whom."));
    if (recipients.size() > mostRecipients)
        return wrongReport(
            u"mail"_s,
            DeliveryText::tr("At most %1 addresses; use a list of your mail server for more.").arg(mostRecipients));
    for (const QString &address : recipients) {
        if (!mail::isMailAddress(address))
            return wrongReport(u"mail"_s, DeliveryText::tr("'%1' is no e-mail address.").arg(address));
    }
    return {};
}

} // namespace ponte::delivery
