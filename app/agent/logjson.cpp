// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/logjson.h"

#include "app/agent/scopeoptions.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

QJsonObject recordJson(const log::Record &record)
{
    return {
        {u"id"_s, record.id.value()},
        {u"company"_s, record.key.company.value()},
        {u"level"_s, record.key.level.value()},
        {u"keyFields"_s, record.keyFields},
        {u"keyValues"_s, record.keyValues},
        {u"status"_s, log::toWord(record.status)},
        {u"functionality"_s, record.key.functionality},
        {u"module"_s, record.key.module},
        {u"origin"_s, record.key.origin},
        {u"automaticAttempts"_s, record.automaticAttempts},
        {u"manualAttempts"_s, record.manualAttempts},
        {u"callState"_s, log::toWord(record.callState)},
        {u"notBefore"_s, jsonTime(record.notBefore)},
        {u"cancelledReason"_s, jsonText(record.cancelledReason)},
        {u"signature"_s, jsonText(record.signature)},
        {u"createdAt"_s, jsonTime(record.createdAt)},
        {u"changedAt"_s, jsonTime(record.changedAt)},
    };
}

QJsonObject itemJson(const log::Item &item, const log::Payload &payload)
{
    return {
        {u"id"_s, item.id.value()},
        {u"logId"_s, item.record.value()},
        {u"number"_s, item.number},
        {u"trigger"_s, log::toWord(item.trigger)},
        {u"by"_s, item.who},
        {u"message"_s, item.message},
        {u"status"_s, log::toWord(item.status)},
        {u"httpStatus"_s, item.httpStatus ? QJsonValue(*item.httpStatus) : QJsonValue()},
        {u"durationMs"_s, static_cast<qint64>(item.duration.count())},
        {u"sent"_s, payload.sent},
        {u"received"_s, payload.received},
        {u"createdAt"_s, jsonTime(item.createdAt)},
        {u"changedAt"_s, jsonTime(item.changedAt)},
    };
}

} // namespace ponte::agent
