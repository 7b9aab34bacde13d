// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/commands/logsignatures.h"

#include "app/agent/filteroptions.h"
#include "app/agent/scopeoptions.h"
#include "core/log/signaturegroups.h"
#include "core/log/signaturestatistics.h"
#include "core/security/personaldata.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

constexpr int standardGroups = 100;

/// Of one group's cause; empty where nothing is known of it.
log::SignatureStatistics statisticsOf(const QList<log::SignatureStatistics> &all, const log::SignatureGroup &group)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.id == group.signature.id; });
    return found == all.end() ? log::SignatureStatistics() : *found;
}

QString retriesText(const log::SignatureStatistics &statistics)
{
    return statistics.retried == 0 ? QString() : u"%1 of %2"_s.arg(statistics.recovered).arg(statistics.retried);
}

QJsonObject groupJson(const log::SignatureGroup &group, const log::SignatureStatistics &statistics)
{
    QJsonArray days;
    for (const qint64 count : statistics.lastDays)
        days.append(count);
    QJsonArray companies;
    for (const log::SignatureGroup::Share &share : group.companies)
        companies.append(QJsonObject {{u"company"_s, share.company.value()},
                                      {u"count"_s, share.count},
                                      {u"share"_s, double(share.count) / double(group.count)}});
    return {{u"signature"_s, group.signature.id},
            {u"version"_s, group.version},
            {u"text"_s, security::maskedText(group.signature.text)},
            {u"count"_s, group.count},
            {u"first"_s, jsonTime(group.first)},
            {u"last"_s, jsonTime(group.last)},
            {u"companies"_s, companies},
            {u"example"_s, group.example.value()},
            {u"lastDays"_s, days},
            {u"retried"_s, statistics.retried},
            {u"recovered"_s, statistics.recovered}};
}

QString sharesText(const log::SignatureGroup &group)
{
    QStringList words;
    for (const log::SignatureGroup::Share &share : group.companies)
        words.append(u"%1: %2"_s.arg(share.company.value()).arg(share.count));
    return words.join(u", "_s);
}

Outcome listSignatures(Invocation &invocation)
{
    const Result<log::Filter> filter = readFilter(invocation.arguments);
    const Result<std::optional<qint64>> limit =
        filter ? invocation.arguments.number(u"limit"_s, 1, 10'000) : tl::unexpected(filter.error());
    if (!limit)
        return tl::unexpected(limit.error());
    if (const Result<> sound = checkFilter(*filter, invocation); !sound)
        return tl::unexpected(sound.error());
    const Result<security::Actor> actor = invocation.actor(security::Action::ViewLog, filter->company);
    if (!actor)
        return tl::unexpected(actor.error());
    const Result<storage::Connection *> reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto groups = log::signatureGroups(**reader, *filter, int(limit->value_or(standardGroups)));
    if (!groups)
        return tl::unexpected(groups.error());
    const app::Services &services = **invocation.services();
    const auto statistics =
        log::signatureStatistics(**reader, *filter, services.clock.now(), int(limit->value_or(standardGroups)));
    if (!statistics)
        return tl::unexpected(statistics.error());
    QJsonArray items;
    QList<QStringList> rows;
    for (const log::SignatureGroup &group : *groups) {
        const log::SignatureStatistics known = statisticsOf(*statistics, group);
        items.append(groupJson(group, known));
        rows.append({group.signature.id, QString::number(group.count), sharesText(group),
                     jsonTime(group.first).toString(), jsonTime(group.last).toString(), retriesText(known),
                     security::maskedText(group.signature.text)});
    }
    invocation.output.document(QJsonObject {{u"items"_s, items}});
    invocation.output.table(
        {u"Signature"_s, u"Records"_s, u"By company"_s, u"First"_s, u"Last"_s, u"Cured"_s, u"Text"_s}, rows);
    return ExitStatus::Done;
}

} // namespace

Command logSignatures()
{
    const QList<Option> options {{u"limit"_s, u"N"_s, u"groups at most, 1 to 10000; 100 if left out"_s}};
    return {u"logs signatures"_s,
            u"[filter] [--limit N]"_s,
            u"Errors of one cause as one group, most records first; --signature takes the id elsewhere."_s,
            {.options = options + filterOptions()},
            listSignatures};
}

} // namespace ponte::agent
