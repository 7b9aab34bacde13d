// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/commands/logpersonal.h"

#include "core/log/masking.h"
#include "core/security/audit.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

bool maySeePeople(const security::Actor &actor, CompanyId company)
{
    return actor.require(security::Action::ViewPersonalData, company).has_value();
}

bool showsPeople(const log::Record &plain, const log::Record &masked)
{
    return plain.keyValues != masked.keyValues || plain.message != masked.message
           || plain.key.origin != masked.key.origin || plain.cancelledReason != masked.cancelledReason;
}

} // namespace

Result<bool> revealsPayloads(Invocation &invocation, const security::Actor &actor, const log::Record &record,
                             const QString &command)
{
    if (!maySeePeople(actor, record.key.company))
        return false;
    const Result<app::Services *> services = invocation.services();
    if (!services)
        return tl::unexpected(services.error());
    const Result<> told = security::Audit((*services)->database, (*services)->clock)
                              .recordReveal(actor, record.key.company, record.id, {}, u"ponte-agent "_s + command);
    if (!told)
        return tl::unexpected(told.error());
    return true;
}

Result<QList<log::Record>> shownRecords(Invocation &invocation, const security::Actor &actor,
                                        const QList<log::Record> &records)
{
    QList<log::Record> shown;
    std::optional<CompanyId> company;
    bool inSeveral = false;
    int revealed = 0;
    for (const log::Record &record : records) {
        const log::Record masked = log::masked(record);
        const bool isPlain = maySeePeople(actor, record.key.company);
        shown.append(isPlain ? record : masked);
        if (!isPlain || !showsPeople(record, masked))
            continue;
        ++revealed;
        inSeveral = inSeveral || (company && *company != record.key.company);
        company = record.key.company;
    }
    if (revealed == 0)
        return shown;
    const Result<app::Services *> services = invocation.services();
    if (!services)
        return tl::unexpected(services.error());
    const Result<> told = security::Audit((*services)->database, (*services)->clock)
                              .append(actor, {u"log.reveal"_s, u"%1 records of a list"_s.arg(revealed),
                                              inSeveral ? std::nullopt : company, u"ponte-agent logs list"_s});
    if (!told)
        return tl::unexpected(told.error());
    return shown;
}

} // namespace ponte::agent
