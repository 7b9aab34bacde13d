// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/log/logreader.h"

#include <functional>

namespace ponte::log {

/// An item whose payload holds the text, with what stands around its first place.
struct PayloadHit {
    Record record;
    LogItemId item;
    int number = 0; ///< of the item within its record
    QDateTime at;
    bool inSent = false, inReceived = false;
    QString excerpt; ///< on one line, at most 160 characters; personal data is not masked yet
};

/// What has been searched so far, newest first.
struct PayloadSearchProgress {
    qint64 items = 0;
    qint64 total = 0; ///< of the filter, 0: unknown
    qint64 bytes = 0; ///< of text, unpacked
    qint64 hits = 0;
    QDateTime reachedBackTo;
};

struct PayloadSearchEnd {
    PayloadSearchProgress covered;
    bool complete = false; ///< false: stopped by cancel or by the limit
};

/// Reads what was sent and received of every item whose record the filter chooses, newest item first, and tells hits
/// and progress several times a second from the calling thread. Upper and lower case are the same. Memory does not grow
/// with the log. A cancelled search is no error.
[[nodiscard]] Result<PayloadSearchEnd>
searchPayloads(storage::Connection &connection, const Filter &filter, const QString &text, int hitLimit,
               const CancelToken &cancel,
               const std::function<void(const QList<PayloadHit> &, const PayloadSearchProgress &)> &tell);

} // namespace ponte::log
