// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/security/audit.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace ponte::security {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

class AuditText
{
    Q_DECLARE_TR_FUNCTIONS(Audit)
};

QString toWord(Actor::Kind kind)
{
    switch (kind) {
    case Actor::Kind::Owner:
        return u"owner"_s;
    case Actor::Kind::Role:
        return u"role"_s;
    case Actor::Kind::Person:
        return u"person"_s;
    case Actor::Kind::ApiClient:
        return u"api_client"_s;
    case Actor::Kind::System:
        return u"system"_s;
    }
    return {};
}

/// Lengths stand before the texts, so that no two events have the same bytes.
QString hashOf(const QString &previous, const AuditEvent &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &field :
         {previous, QString::number(event.number), QString::number(event.at.toMSecsSinceEpoch()), event.who, event.kind,
          event.entry.what, event.entry.subject,
          event.entry.company ? QString::number(event.entry.company->value()) : QString(), event.entry.reason})
    {
        const QByteArray bytes = field.toUtf8();
        hash.addData(QByteArray(QByteArray::number(bytes.size()) + ':' + bytes));
    }
    return QString::fromLatin1(hash.result().toHex());
}

AuditEvent eventOf(const storage::Row &row)
{
    AuditEvent event;
    event.number = row.number(u"number");
    event.at = row.time(u"at");
    event.who = row.text(u"who");
    event.kind = row.text(u"kind");
    event.entry.what = row.text(u"what");
    event.entry.subject = row.text(u"subject");
    if (!row.isNull(u"company"))
        event.entry.company = CompanyId(row.number(u"company"));
    event.entry.reason = row.text(u"reason");
    event.hash = row.text(u"hash");
    return event;
}

} // namespace

Result<> appendAudit(Connection &connection, const Actor &actor, const AuditEntry &entry, const QDateTime &now)
{
    // On SQLite the transaction holds the only right to write already.
    if (connection.backend() == storage::Backend::PostgreSql) {
        if (const auto turn = connection.query(u"security.audit_turn"_s); !turn)
            return tl::unexpected(turn.error());
    }
    const auto last = connection.first(u"security.last_audit"_s);
    if (!last)
        return tl::unexpected(last.error());
    AuditEvent event;
    event.number = *last ? (*last)->number(u"number") + 1 : 1;
    event.at = now;
    event.who = actor.name();
    event.kind = toWord(actor.kind());
    event.entry = entry;
    event.hash = hashOf(*last ? (*last)->text(u"hash") : QString(), event);
    const auto added = connection.execute(
        u"security.add_audit"_s,
        {{u":number"_s, event.number},
         {u":now"_s, now},
         {u":who"_s, event.who},
         {u":kind"_s, event.kind},
         {u":what"_s, entry.what},
         {u":subject"_s, entry.subject},
         {u":company"_s, entry.company ? QVariant(entry.company->value()) : QVariant(QMetaType(QMetaType::LongLong))},
         {u":reason"_s, entry.reason},
         {u":hash"_s, event.hash}});
    if (!added)
        return tl::unexpected(added.error());
    connection.noteChange(u"audit"_s);
    return {};
}

Audit::Audit(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<> Audit::append(const Actor &actor, const AuditEntry &entry)
{
    return m_database.writer().write<void>(
        "audit.append", [&](Connection &connection) { return appendAudit(connection, actor, entry, m_clock.now()); });
}

Result<> Audit::recordReveal(const Actor &actor, CompanyId company, LogRecordId record, std::optional<LogItemId> item,
                             const QString &reason)
{
    if (Result<> allowed = actor.require(Action::ViewPersonalData, company); !allowed)
        return allowed;
    const QString said = reason.simplified();
    if (said.size() < shortestReason || said.size() > longestReason)
        return failure(
            ErrorCode::Validation,
            AuditText::tr("Say in %1 to %2 characters why you need to see it.").arg(shortestReason).arg(longestReason),
            {}, u"reason"_s);
    QString subject = u"log %1"_s.arg(record.value());
    if (item)
        subject += u" item %1"_s.arg(item->value());
    return append(actor, {u"log.reveal"_s, subject, company, said});
}

Result<QList<AuditEvent>> Audit::list(const Actor &actor, Connection &connection, qint64 before, int limit)
{
    if (const Result<> allowed = actor.require(Action::Administer); !allowed)
        return tl::unexpected(allowed.error());
    const auto rows = connection.query(
        u"security.audit_page"_s,
        {{u":before"_s, before > 0 ? before : std::numeric_limits<qint64>::max()}, {u":limit"_s, limit}});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<AuditEvent> events;
    for (const storage::Row &row : *rows)
        events.append(eventOf(row));
    return events;
}

Result<AuditCheck> Audit::verify(const Actor &actor, Connection &connection)
{
    if (const Result<> allowed = actor.require(Action::Administer); !allowed)
        return tl::unexpected(allowed.error());
    AuditCheck check;
    const Result<> read = connection.each(
        u"SELECT number, at, who, kind, what, subject, company, reason, hash FROM audit_event ORDER BY number"_s, {},
        [&check](const storage::Row &row) {
            const AuditEvent event = eventOf(row);
            if (event.number != check.events + 1) {
                check.brokenAt = check.events + 1;
                check.problem = AuditText::tr("Event %1 is missing.").arg(check.brokenAt);
                return false;
            }
            if (event.hash != hashOf(check.head, event)) {
                check.brokenAt = event.number;
                check.problem = AuditText::tr("Event %1 was changed, or one before it was replaced.").arg(event.number);
                return false;
            }
            check.events = event.number;
            check.head = event.hash;
            return true;
        });
    if (!read)
        return tl::unexpected(read.error());
    return check;
}

} // namespace ponte::security
