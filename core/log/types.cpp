// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors

#include "core/log/types.h"

namespace ponte::log {

using namespace Qt::StringLiterals;

QString toWord(Status status)
{
    switch (status) {
    case Status::Success:
        return u"success"_s;
    case Status::Error:
        return u"error"_s;
    case Status::Pending:
        return u"pending"_s;
    case Status::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

QString toWord(CallState state)
{
    switch (state) {
    case CallState::None:
        return u"none"_s;
    case CallState::InFlight:
        return u"in_flight"_s;
    case CallState::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString toWord(Trigger trigger)
{
    switch (trigger) {
    case Trigger::Import:
        return u"import"_s;
    case Trigger::Schedule:
        return u"schedule"_s;
    case Trigger::Manual:
        return u"manual"_s;
    case Trigger::Outbox:
        return u"outbox"_s;
    }
    return {};
}

std::optional<Status> statusFromWord(QStringView word)
{
    for (const Status status : {Status::Success, Status::Error, Status::Pending, Status::Cancelled}) {
        if (toWord(status) == word)
            return status;
    }
    return {};
}

CallState callStateFromWord(QStringView word)
{
    return word == u"in_flight" ? CallState::InFlight : word == u"unknown" ? CallState::Unknown : CallState::None;
}

Trigger triggerFromWord(QStringView word)
{
    for (const Trigger trigger : {Trigger::Schedule, Trigger::Manual, Trigger::Outbox}) {
        if (toWord(trigger) == word)
            return trigger;
    }
    return Trigger::Import;
}

} // namespace ponte::log
