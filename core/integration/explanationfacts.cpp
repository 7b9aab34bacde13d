// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/integration/explanationfacts.h"

#include "core/security/actor.h"
#include "core/work/schedules.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace ponte::integration {

using namespace Qt::StringLiterals;
using storage::Connection;
using FoundRow = Result<std::optional<storage::Row>>;

namespace {

QString integrationText(const char *source)
{
    return source ? QCoreApplication::translate("Integrations", source) : QString();
}

Result<> readLastAttempt(Connection &connection, ExplanationFacts &facts)
{
    const FoundRow row =
        connection.first(u"integration_monitor.latest_item"_s, {{u":record"_s, facts.record.id.value()}});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return {};
    ExplanationFacts::Attempt last;
    last.trigger = log::triggerFromWord((*row)->text(u"cause"));
    last.who = (*row)->text(u"who");
    last.message = (*row)->text(u"message");
    last.status = log::statusFromWord((*row)->text(u"status")).value_or(log::Status::Error);
    if (!(*row)->isNull(u"http_status"))
        last.httpStatus = int((*row)->number(u"http_status"));
    last.at = (*row)->time(u"created_at");
    facts.last = last;
    return {};
}

Result<> readHolder(Connection &connection, ExplanationFacts &facts)
{
    if (facts.record.leaseOwner == 0)
        return {};
    const FoundRow row = connection.first(u"integration_monitor.holder"_s, {{u":id"_s, facts.record.leaseOwner}});
    if (!row)
        return tl::unexpected(row.error());
    facts.holder = ExplanationFacts::Holder();
    if (*row)
        facts.holder = {(*row)->text(u"program"), (*row)->text(u"host"), (*row)->number(u"pid"),
                        (*row)->time(u"heartbeat_at"), !(*row)->isNull(u"ended_at")};
    return {};
}

Result<> readHealth(Connection &connection, ExplanationFacts &facts)
{
    if (facts.destination.isEmpty())
        return {};
    const FoundRow row = connection.first(u"integration_monitor.health"_s, {{u":destination"_s, facts.destination}});
    if (!row)
        return tl::unexpected(row.error());
    if (*row)
        facts.health = ExplanationFacts::Health {int((*row)->number(u"failures")), (*row)->number(u"stopped") != 0,
                                                 (*row)->time(u"paused_until")};
    return {};
}

Result<> readBatch(Connection &connection, ExplanationFacts &facts)
{
    const FoundRow row =
        connection.first(u"integration_monitor.batch_of_record"_s, {{u":record"_s, facts.record.id.value()}});
    if (!row)
        return tl::unexpected(row.error());
    if (*row)
        facts.batch = ExplanationFacts::WaitingBatch {(*row)->number(u"id"), (*row)->text(u"who"),
                                                      work::batchStateFromWord((*row)->text(u"state")),
                                                      (*row)->text(u"state_reason"), (*row)->text(u"state_by")};
    return {};
}

Result<> readNotice(Connection &connection, ExplanationFacts &facts)
{
    const log::RecordKey &key = facts.record.key;
    const FoundRow row = connection.first(u"integration_monitor.notice"_s, {{u":integration"_s, key.integration},
                                                                            {u":kind"_s, key.functionality},
                                                                            {u":company"_s, key.company.value()},
                                                                            {u":origin"_s, key.origin}});
    if (!row)
        return tl::unexpected(row.error());
    if (*row)
        facts.notice = ExplanationFacts::NoticeState {(*row)->text(u"state"), int((*row)->number(u"attempts")),
                                                      (*row)->time(u"not_before"), !(*row)->isNull(u"lease_owner")};
    return {};
}

Result<> readResending(Connection &connection, const parameters::Parameters &parameters, const QString &maximum,
                       ExplanationFacts &facts)
{
    const CompanyId company = facts.record.key.company;
    facts.knowsMaximum = !maximum.isEmpty();
    if (facts.knowsMaximum) {
        const auto value = parameters.get(connection, maximum, parameters::Scope::ofCompany(company));
        if (!value)
            return tl::unexpected(value.error());
        if (!value->value.isEmpty())
            facts.maximum = value->value.toInt();
    }
    const auto schedules = work::Schedules::list(security::Actor::system(), connection, company);
    if (!schedules)
        return tl::unexpected(schedules.error());
    const auto own = std::find_if(schedules->begin(), schedules->end(), [](const work::Schedule &schedule) {
        return schedule.job == QStringView(work::resendJob);
    });
    if (own != schedules->end())
        facts.resend = *own;
    return {};
}

/// What the integration says of such a message; each advice once.
QStringList adviceFor(const Descriptor &descriptor, const QString &functionality, const QString &message)
{
    QStringList found;
    for (const Advice &advice : descriptor.advice) {
        if (!advice.functionality.isEmpty() && advice.functionality != functionality)
            continue;
        const QRegularExpression pattern(advice.pattern, QRegularExpression::CaseInsensitiveOption
                                                             | QRegularExpression::UseUnicodePropertiesOption);
        Q_ASSERT(pattern.isValid());
        const QString text = integrationText(advice.text);
        if (pattern.match(message).hasMatch() && !found.contains(text))
            found.append(text);
    }
    return found;
}

} // namespace

Result<ExplanationFacts> explanationFacts(Connection &connection, const log::Record &record,
                                          const Descriptor &descriptor, const parameters::Parameters &parameters)
{
    ExplanationFacts facts;
    facts.record = record;
    if (const Functionality *functionality = descriptor.functionality(record.key.functionality)) {
        facts.destination = functionality->destination;
        facts.mayBeReprocessed = functionality->mayBeReprocessed;
        facts.resendAction = integrationText(functionality->resend);
    }
    Result<> read = readLastAttempt(connection, facts);
    for (const auto &step : {readHolder, readHealth, readBatch, readNotice}) {
        if (read)
            read = step(connection, facts);
    }
    if (read && facts.mayBeReprocessed)
        read = readResending(connection, parameters, descriptor.resendMaximum, facts);
    if (!read)
        return tl::unexpected(read.error());
    if (record.status != log::Status::Success)
        facts.advice = adviceFor(descriptor, record.key.functionality, record.message);
    return facts;
}

} // namespace ponte::integration
