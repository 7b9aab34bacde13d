// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/exitstatus.h"

namespace ponte::agent {

using namespace Qt::StringLiterals;

namespace {

struct CodeMeaning {
    ExitStatus status;
    QLatin1StringView word;
};

CodeMeaning meaningOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Internal:
        return {ExitStatus::Failed, "internal"_L1};
    case ErrorCode::Usage:
        return {ExitStatus::Usage, "usage"_L1};
    case ErrorCode::Validation:
        return {ExitStatus::Refused, "validation"_L1};
    case ErrorCode::Permission:
        return {ExitStatus::Refused, "permission"_L1};
    case ErrorCode::NotFound:
        return {ExitStatus::Refused, "not_found"_L1};
    case ErrorCode::Conflict:
        return {ExitStatus::Refused, "conflict"_L1};
    case ErrorCode::Rule:
        return {ExitStatus::Refused, "rule"_L1};
    case ErrorCode::Database:
        return {ExitStatus::DatabaseFailed, "database"_L1};
    case ErrorCode::DatabaseUnknown:
        return {ExitStatus::DatabaseFailed, "database_unknown"_L1};
    case ErrorCode::DatabaseSchema:
        return {ExitStatus::DatabaseFailed, "database_schema"_L1};
    case ErrorCode::Unreachable:
        return {ExitStatus::OutsideFailed, "unreachable"_L1};
    case ErrorCode::OutcomeUnknown:
        return {ExitStatus::OutsideFailed, "outcome_unknown"_L1};
    case ErrorCode::Refused:
        return {ExitStatus::OutsideFailed, "refused"_L1};
    case ErrorCode::Unauthorized:
        return {ExitStatus::OutsideFailed, "unauthorized"_L1};
    case ErrorCode::TimedOut:
        return {ExitStatus::OutsideFailed, "timed_out"_L1};
    case ErrorCode::Cancelled:
        return {ExitStatus::PartlyDone, "cancelled"_L1};
    case ErrorCode::PortInUse:
        return {ExitStatus::PortInUse, "port_in_use"_L1};
    }
    return {ExitStatus::Failed, "internal"_L1};
}

} // namespace

ExitStatus exitStatusOf(ErrorCode code)
{
    return meaningOf(code).status;
}

QString wordOf(ErrorCode code)
{
    return meaningOf(code).word;
}

} // namespace ponte::agent
