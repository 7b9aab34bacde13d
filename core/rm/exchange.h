// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>
#include <QString>

#include <chrono>

namespace ponte::rm {

/// One call as an analyst reads it: what was asked and what came back, without the envelope, secrets masked.
struct Exchange {
    QString operation; ///< e.g. "SaveRecord FinCFODataBR"
    QString sent = {}; ///< filter, key, context or the XML handed over
    QString received = {}; ///< the result's text, or the raw body where it was not understood; empty if nothing came
    int httpStatus = 0; ///< 0 if nothing came
    std::chrono::milliseconds duration {0};
};

/// Every call appends here, failed ones too, in the order in which they were made.
using ExchangeLog = QList<Exchange>;

/// All exchanges below one another, for one log item.
[[nodiscard]] QString sentText(const ExchangeLog &log);
[[nodiscard]] QString receivedText(const ExchangeLog &log);

} // namespace ponte::rm
