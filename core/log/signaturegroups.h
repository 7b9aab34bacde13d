// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logreader.h"
#include "core/log/signature.h"

namespace ponte::log {

/// The records whose latest error is of one cause.
struct SignatureGroup {
    struct Share {
        CompanyId company;
        qint64 count = 0;
    };
    Signature signature;
    int version = 0;
    qint64 count = 0;
    QDateTime first; ///< when the cause was first met, by any record
    QDateTime last; ///< the latest change of a record of the group
    QList<Share> companies; ///< most first
    LogRecordId example; ///< the newest record
};

/// Of what the filter chooses, most records first, at most `limit`. On the caller's connection.
[[nodiscard]] Result<QList<SignatureGroup>> signatureGroups(storage::Connection &connection, const Filter &filter,
                                                            int limit);
/// The text of a signature that some record has or had; none where there is no such signature.
[[nodiscard]] Result<std::optional<QString>> signatureText(storage::Connection &connection, const QString &signature);

} // namespace ponte::log
