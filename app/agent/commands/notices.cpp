// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/notices.h"

#include "app/agent/command.h"
#include "app/agent/scopeoptions.h"
#include "core/log/logreader.h"
#include "core/security/personaldata.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

constexpr auto noticePatience = std::chrono::seconds(30);
constexpr int standardNotices = 100;

QStringList noticeKinds(const integration::Descriptor &descriptor)
{
    QStringList kinds;
    for (const integration::Functionality &functionality : descriptor.functionalities) {
        if (functionality.resend)
            kinds.append(functionality.id);
    }
    return kinds;
}

Outcome listNotices(Invocation &invocation)
{
    const Result<std::optional<CompanyId>> company = companyOf(invocation.arguments);
    const Result<std::optional<qint64>> limit =
        company ? invocation.arguments.number(u"limit"_s, 1, 10'000) : tl::unexpected(company.error());
    if (!limit)
        return tl::unexpected(limit.error());
    const auto actor = invocation.actor(security::Action::ViewLog, *company);
    if (!actor)
        return tl::unexpected(actor.error());
    const auto reader = invocation.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto notices = work::Notices::undelivered(*actor, **reader, noticeKinds((*invocation.services())->descriptor),
                                                    *company, int(limit->value_or(standardNotices)));
    if (!notices)
        return tl::unexpected(notices.error());
    QJsonArray items;
    QList<QStringList> rows;
    for (const work::Notice &notice : *notices) {
        const QJsonValue record = notice.record ? QJsonValue(notice.record->value()) : QJsonValue();
        items.append(QJsonObject {{u"logId"_s, record},
                                  {u"company"_s, notice.company.value()},
                                  {u"origin"_s, notice.origin},
                                  {u"state"_s, notice.state},
                                  {u"attempts"_s, notice.attempts},
                                  {u"notBefore"_s, jsonTime(notice.notBefore)},
                                  {u"lastError"_s, jsonText(security::maskedText(notice.lastError))}});
        rows.append({record.toVariant().toString(), QString::number(notice.company.value()), notice.origin,
                     notice.state, QString::number(notice.attempts), jsonTime(notice.notBefore).toString(),
                     security::maskedText(notice.lastError)});
    }
    invocation.output.document(QJsonObject {{u"items"_s, items}});
    invocation.output.table(
        {u"Id"_s, u"Company"_s, u"Origin"_s, u"State"_s, u"Tries"_s, u"Not before"_s, u"Last error"_s}, rows);
    return ExitStatus::Done;
}

Outcome resendNotice(Invocation &invocation)
{
    const QString word = *invocation.arguments.word(0);
    const std::optional<qint64> id = wholeNumber(word, 1, std::numeric_limits<qint64>::max());
    if (!id)
        return failure(ErrorCode::Usage, u"ID must be the number of a log record, not '%1'."_s.arg(word));
    const auto reader = invocation.reader();
    const auto record = reader ? log::LogReader(**reader).record(LogRecordId(*id)) : tl::unexpected(reader.error());
    if (!record)
        return tl::unexpected(record.error());
    const auto company = *record ? std::optional((*record)->key.company) : std::nullopt;
    const auto actor = invocation.actor(security::Action::Reprocess, company);
    if (!actor)
        return tl::unexpected(actor.error());
    app::Services &services = **invocation.services();
    if (const Result<> asked = services.notices.resend(*actor, LogRecordId(*id)); !asked)
        return tl::unexpected(asked.error());
    // Where no program works, this one delivers.
    const Result<bool> othersWork = app::workersRun(services);
    if (!othersWork)
        return tl::unexpected(othersWork.error());
    if (!*othersWork) {
        app::EngineOptions options;
        options.schedules = false;
        const auto engine = app::Engine::start(services, options);
        if (!engine)
            return tl::unexpected(engine.error());
        (*engine)->waitUntilDelivered(noticePatience);
    }
    invocation.output.document(QJsonObject {{u"logId"_s, *id}});
    invocation.output.line(u"The notice of log record %1 is sent again; 'logs show %1' tells how it went."_s.arg(*id));
    return ExitStatus::Done;
}

} // namespace

QList<Command> noticeCommands()
{
    const QList<Option> options {companyOption(), {u"limit"_s, u"N"_s, u"notices at most; 100 if left out"_s}};
    return {{u"notices list"_s,
             u"[--company N] [--limit N]"_s,
             u"The notices to the Broker that are not delivered yet, oldest first."_s,
             {.options = options},
             listNotices},
            {u"notices resend"_s,
             u"ID"_s,
             u"Sends the notice of this log record again; nothing else is repeated."_s,
             {.positionals = {u"ID"_s}, .required = 1},
             resendNotice}};
}

} // namespace ponte::agent
