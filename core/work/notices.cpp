// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/work/notices.h"

#include "core/log/logreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace ponte::work {

using namespace Qt::StringLiterals;
using security::Action;
using storage::Connection;

namespace {

class NoticeText
{
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

Notice noticeOf(const storage::Row &row)
{
    Notice notice;
    if (!row.isNull(u"record"))
        notice.record = LogRecordId(row.number(u"record"));
    notice.company = CompanyId(row.number(u"company"));
    notice.origin = row.text(u"origin");
    notice.kind = row.text(u"kind");
    notice.state = row.text(u"state");
    notice.attempts = int(row.number(u"attempts"));
    notice.notBefore = row.time(u"not_before");
    notice.lastError = row.text(u"last_error");
    return notice;
}

} // namespace

Notices::Notices(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<QList<Notice>> Notices::undelivered(const security::Actor &actor, Connection &connection,
                                           const QStringList &kinds, std::optional<CompanyId> company, int limit)
{
    if (const Result<> allowed = actor.require(Action::ViewLog, company); !allowed)
        return tl::unexpected(allowed.error());
    const QByteArray list = QJsonDocument(QJsonArray::fromStringList(kinds)).toJson(QJsonDocument::Compact);
    const auto rows = connection.query(u"work.undelivered_notices"_s, {{u":kinds"_s, QString::fromUtf8(list)},
                                                                       {u":company"_s, company ? company->value() : 0},
                                                                       {u":limit"_s, limit}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Notice> notices;
    for (const storage::Row &row : *rows)
        notices.append(noticeOf(row));
    return notices;
}

Result<> Notices::resend(const security::Actor &actor, LogRecordId record)
{
    return m_database.writer().write<void>("outbox.resend", [&](Connection &connection) -> Result<> {
        const auto found = log::LogReader(connection).record(record);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return failure(ErrorCode::NotFound, NoticeText::tr("There is no log record %1.").arg(record.value()));
        const log::RecordKey &key = (*found)->key;
        if (Result<> allowed = actor.require(Action::Reprocess, key.company); !allowed)
            return allowed;
        const storage::Bindings which {{u":integration"_s, key.integration},
                                       {u":kind"_s, key.functionality},
                                       {u":company"_s, key.company.value()},
                                       {u":origin"_s, key.origin}};
        const auto known = connection.first(u"work.notice_of_origin"_s, which);
        if (!known)
            return tl::unexpected(known.error());
        if (!*known)
            return failure(ErrorCode::Rule,
                           NoticeText::tr("Log record %1 is no notice that can be sent again.").arg(record.value()));
        const auto sent = connection.execute(
            u"work.resend_notice"_s, which + storage::Bindings {{u":who"_s, actor.name()}, {u":now"_s, m_clock.now()}});
        if (!sent)
            return tl::unexpected(sent.error());
        if (*sent == 0)
            return failure(ErrorCode::Conflict, NoticeText::tr("This notice is being sent right now."));
        connection.noteChange(u"outbox"_s);
        return {};
    });
}

} // namespace ponte::work
