// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/rm/exchange.h"

namespace ponte::rm {

namespace {

QString joined(const ExchangeLog &log, QString Exchange::*text)
{
    QString all;
    for (const Exchange &exchange : log) {
        if (!all.isEmpty())
            all += u"\n\n";
        // One call needs no heading to be told from others.
        if (log.size() > 1)
            all += QStringLiteral("# ") + exchange.operation + u'\n';
        all += exchange.*text;
    }
    return all;
}

} // namespace

QString sentText(const ExchangeLog &log)
{
    return joined(log, &Exchange::sent);
}

QString receivedText(const ExchangeLog &log)
{
    return joined(log, &Exchange::received);
}

} // namespace ponte::rm
