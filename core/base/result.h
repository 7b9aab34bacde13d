// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace ponte {

/// What kind of failure an Error is; programs map it to exit statuses and HTTP codes in one place each.
enum class ErrorCode {
    Internal, ///< a defect or an exhausted local resource
    Usage, ///< the caller's words are off
    Validation, ///< a value is refused; `field` names it
    Permission, ///< the acting person may not do this
    NotFound,
    Conflict, ///< someone else changed or holds it
    Rule, ///< a business rule refuses
    Database, ///< the database could not be reached or refused the work; nothing was changed
    DatabaseUnknown, ///< the connection died during a commit: it may or may not have happened
    DatabaseSchema, ///< an older or newer schema than this program
    Unreachable, ///< an outside system was not reached: the request certainly did not arrive
    OutcomeUnknown, ///< the request may have arrived and no usable answer came
    Refused, ///< an outside system answered with a refusal
    Unauthorized, ///< an outside system refused the credentials (401/403): its destination stops
    Cancelled,
    TimedOut,
    PortInUse,
};

/// A failure with a complete sentence for a person; `detail` (stack, SQL, raw answer) is for the log item only.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail = {};
    QString field = {};
};

template<class T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString message, QString detail = {},
                                                   QString field = {})
{
    return tl::unexpected<Error>(Error {code, std::move(message), std::move(detail), std::move(field)});
}

} // namespace ponte
