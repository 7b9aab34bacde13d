// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/filteroptions.h"

#include "app/agent/scopeoptions.h"
#include "core/reports/reportlanguage.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

QList<Option> filterOptions()
{
    return {
        companyOption(),
        levelOption(),
        {u"status"_s, u"S,…"_s, u"success, error, pending, cancelled"_s, true},
        {u"functionality"_s, u"F,…"_s, u"such as contract_activation"_s, true},
        {u"module"_s, u"M,…"_s, u"such as lojaclick_export"_s, true},
        {u"origin"_s, u"ID"_s, u"the business document, such as the sale's id"_s},
        {u"key"_s, u"TEXT"_s, u"part of the key values"_s},
        {u"text"_s, u"TEXT"_s, u"part of the key values or of the latest message"_s},
        {u"signature"_s, u"ID"_s, u"signature of the error"_s},
        {u"attempts-from"_s, u"N"_s, u"at least so many automatic attempts"_s},
        {u"from"_s, u"DATE"_s, u"created at or after 2026-11-20 or 2026-11-20T14:00"_s},
        {u"to"_s, u"DATE"_s, u"created before this time; a day is included whole"_s},
        {u"changed-from"_s, u"DATE"_s, u"the same for the last change"_s},
        {u"changed-to"_s, u"DATE"_s, u"the same for the last change"_s},
    };
}

namespace {

Result<QDateTime> readDate(const Arguments &arguments, const QString &option, bool isEnd)
{
    const std::optional<QString> text = arguments.text(option);
    if (!text)
        return QDateTime();
    const QTimeZone zone = reports::standardZone();
    if (text->size() == 10) {
        if (const QDate day = QDate::fromString(*text, Qt::ISODate); day.isValid())
            return (isEnd ? day.addDays(1) : day).startOfDay(zone).toUTC();
    } else if (QDateTime time = QDateTime::fromString(*text, Qt::ISODateWithMs); time.isValid()) {
        // The text's own offset or Z counts; without one the time is of the zone.
        return time.timeSpec() == Qt::LocalTime ? QDateTime(time.date(), time.time(), zone).toUTC() : time.toUTC();
    }
    return failure(ErrorCode::Usage,
                   u"--%1 must be a date like 2026-11-20 or 2026-11-20T14:00, not '%2'."_s.arg(option, *text));
}

Result<> readDates(const Arguments &arguments, log::Filter &filter)
{
    const struct {
        QString option;
        bool isEnd;
        QDateTime &target;
    } dates[] = {
        {u"from"_s, false, filter.createdFrom},
        {u"to"_s, true, filter.createdTo},
        {u"changed-from"_s, false, filter.changedFrom},
        {u"changed-to"_s, true, filter.changedTo},
    };
    for (const auto &[option, isEnd, target] : dates) {
        const Result<QDateTime> time = readDate(arguments, option, isEnd);
        if (!time)
            return tl::unexpected(time.error());
        target = *time;
    }
    return {};
}

Result<> readScope(const Arguments &arguments, log::Filter &filter)
{
    const Result<std::optional<CompanyId>> company = companyOf(arguments);
    const Result<std::optional<LevelId>> level = levelOf(arguments);
    if (!company || !level)
        return tl::unexpected(company ? level.error() : company.error());
    filter.company = *company;
    filter.level = *level;
    return {};
}

Result<> readAttempts(const Arguments &arguments, log::Filter &filter)
{
    const Result<std::optional<qint64>> attempts = arguments.number(u"attempts-from"_s);
    if (!attempts)
        return tl::unexpected(attempts.error());
    if (*attempts)
        filter.automaticAttemptsFrom = int(**attempts);
    return {};
}

Result<> readStatuses(const Arguments &arguments, log::Filter &filter)
{
    for (const QString &word : arguments.list(u"status"_s)) {
        const std::optional<log::Status> status = log::statusFromWord(word);
        if (!status)
            return failure(ErrorCode::Usage,
                           u"--status knows success, error, pending and cancelled, not '%1'."_s.arg(word));
        filter.statuses.append(*status);
    }
    return {};
}

// An option that is given but says nothing would silently choose everything.
Result<> refuseEmptyWords(const Arguments &arguments)
{
    for (const Option &option : filterOptions()) {
        if (!arguments.has(option.name))
            continue;
        const bool isEmpty =
            option.isList ? arguments.list(option.name).isEmpty() : arguments.text(option.name)->trimmed().isEmpty();
        if (isEmpty)
            return failure(ErrorCode::Usage, u"--%1 needs a value: %2."_s.arg(option.name, option.value));
    }
    return {};
}

template<class Kind>
Result<> refuseUnknownWords(const QString &option, const QStringList &words, const QList<Kind> &known)
{
    QStringList ids;
    for (const Kind &kind : known)
        ids.append(kind.id);
    for (const QString &word : words) {
        if (!ids.contains(word))
            return failure(ErrorCode::Usage, u"--%1 knows %2, not '%3'."_s.arg(option, ids.join(u", "_s), word));
    }
    return {};
}

} // namespace

Result<log::Filter> readFilter(const Arguments &arguments)
{
    log::Filter filter;
    for (const auto step : {readScope, readStatuses, readAttempts, readDates}) {
        if (const Result<> read = step(arguments, filter); !read)
            return tl::unexpected(read.error());
    }
    if (const Result<> sound = refuseEmptyWords(arguments); !sound)
        return tl::unexpected(sound.error());
    filter.functionalities = arguments.list(u"functionality"_s);
    filter.modules = arguments.list(u"module"_s);
    filter.origin = arguments.text(u"origin"_s).value_or(QString());
    filter.key = arguments.text(u"key"_s).value_or(QString());
    filter.text = arguments.text(u"text"_s).value_or(QString());
    filter.signature = arguments.text(u"signature"_s).value_or(QString());
    return filter;
}

Result<> checkFilter(const log::Filter &filter, Invocation &invocation)
{
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    app::Services &services = **invocation.services();
    const integration::Descriptor &descriptor = services.descriptor;
    if (Result<> known = refuseUnknownWords(u"functionality"_s, filter.functionalities, descriptor.functionalities);
        !known)
        return known;
    if (Result<> known = refuseUnknownWords(u"module"_s, filter.modules, descriptor.modules); !known)
        return known;
    if (filter.company)
        return {};
    const auto networks = services.connections.networks(**reader);
    if (!networks)
        return tl::unexpected(networks.error());
    if (networks->size() < 2)
        return {};
    QStringList companies;
    for (const parameters::Connections::CompanyNetwork &network : *networks)
        companies.append(QString::number(network.company.value()));
    return failure(ErrorCode::Usage,
                   u"--company is needed, since there are several: %1."_s.arg(companies.join(u", "_s)));
}

} // namespace ponte::agent
