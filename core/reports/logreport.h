// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/integration/descriptor.h"
#include "core/log/logreader.h"
#include "core/reports/reportlanguage.h"
#include "core/security/actor.h"

#include <QJsonObject>
#include <QTimeZone>

namespace ponte::reports {

struct ReportOrder {
    log::Filter filter;
    ReportLanguage language;
    QTimeZone zone = standardZone();
    bool withItems = false; ///< a row per item instead of a row per record
    QString file;
};

/// What was written, for whoever doubts it later; stands beside the report as `<file>.receipt.json`.
struct Receipt {
    QJsonObject filter;
    QString zone;
    QDateTime generatedAt;
    QString by;
    qint64 rows = 0;
    bool complete = false;
    QByteArray sha256; ///< hex, of the whole file

    [[nodiscard]] QJsonObject toJson() const;
};

/// Writes the log to a file, newest record first, as it was at one moment, in memory that does not grow with the rows.
class LogReport
{
public:
    LogReport(storage::Connection &connection, const integration::Descriptor &descriptor, const Clock &clock);

    /// The file appears whole or not at all. Errors: Permission, Usage (no such folder), Internal (disk), Cancelled.
    [[nodiscard]] Result<Receipt> writeCsv(const security::Actor &actor, const ReportOrder &order,
                                           const CancelToken &cancel = {}) const;

private:
    [[nodiscard]] Result<qint64> writeRows(const ReportOrder &order, QIODevice &device,
                                           const CancelToken &cancel) const;

    storage::Connection &m_connection;
    const integration::Descriptor &m_descriptor;
    const Clock &m_clock;
};

} // namespace ponte::reports
