// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/logwriter.h"

namespace ponte::test {

/// 12 records of companies 2 and 3, one hour apart from 2026-11-20 12:00 UTC, made as the import makes them.
[[nodiscard]] inline bool writeLogSample(storage::Connection &connection)
{
    using namespace Qt::StringLiterals;
    log::LogWriter writer(connection);
    const QDateTime start({2026, 11, 20}, {12, 0}, Qt::UTC);
    if (!writer.ensurePartitions(start))
        return false;
    const log::Status statuses[] = {log::Status::Success, log::Status::Error, log::Status::Pending,
                                    log::Status::Cancelled};
    for (int i = 0; i < 12; ++i) {
        const bool isActivation = i % 2 == 1;
        const QDateTime now = start.addSecs(3600 * i);
        const log::RecordKey key {u"lojaclick"_s,
                                  CompanyId(i < 3 ? 2 : 3),
                                  LevelId(1 + i % 3),
                                  u"LC-%1"_s.arg(i),
                                  isActivation ? u"contract_activation"_s : u"guardian"_s,
                                  isActivation ? u"lojaclick_export"_s : u"lojaclick_import"_s};
        const log::Status status = isActivation ? statuses[i / 2 % 4] : log::Status::Success;
        const auto record =
            writer.ensureRecord(key, u"CODCOLIGADA;RA"_s, u"%1;0087%2"_s.arg(key.company.value()).arg(i), status, now);
        if (!record)
            return false;
        log::NewItem item;
        item.who = u"loja"_s;
        // A spreadsheet would take the first for a formula.
        item.message = i == 0 ? u"=HYPERLINK(\"http://x\";\"Não\")"_s : u"Mensagem nº %1"_s.arg(i);
        item.status = status;
        item.httpStatus = isActivation ? std::optional(200) : std::nullopt;
        item.duration = std::chrono::milliseconds(12);
        item.payload.sent = u"linha 1\nlinha \"2\"; <ç>"_s;
        item.payload.received = u"+ok"_s;
        if (!writer.append(*record, item, now))
            return false;
    }
    return true;
}

} // namespace ponte::test
